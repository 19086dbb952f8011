-- Who saw so far what the shop earns reads its reports; the books only who watched it live as well.

INSERT INTO role_permission (role_id, permission)
SELECT role_id, 'report.read' FROM role_permission WHERE permission = 'cost.read';

INSERT INTO role_permission (role_id, permission)
SELECT c.role_id, 'ledger.read'
  FROM role_permission c
  JOIN role_permission w ON w.role_id = c.role_id AND w.permission = 'live.watch'
 WHERE c.permission = 'cost.read';

UPDATE store SET rules_version = rules_version + 1;
