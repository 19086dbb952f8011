-- The manager's screens: people, machines, settings, the journal, the audit, Z reports of all lanes.
-- A role that a new store starts with may what its template says.

INSERT IGNORE INTO role_permission (role_id, permission)
SELECT r.role_id, p.permission
  FROM role r
  JOIN (SELECT 'audit.run' AS permission
         UNION ALL SELECT 'journal.read'
         UNION ALL SELECT 'people.manage'
         UNION ALL SELECT 'setting.manage'
         UNION ALL SELECT 'terminal.manage'
         UNION ALL SELECT 'till.z') p
 WHERE r.code IN ('MANAGER', 'OWNER');

INSERT IGNORE INTO role_permission (role_id, permission)
SELECT role_id, 'till.z' FROM role WHERE code = 'BOOKKEEPER';
