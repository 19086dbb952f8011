-- Who receives goods may bring an unknown item into the catalogue; who buys keeps suppliers and takes
-- deliveries back. Roles of a store made so far have what their template has now.

INSERT IGNORE INTO role_permission (role_id, permission)
SELECT role_id, 'catalog.new_item' FROM role WHERE code IN ('WAREHOUSE', 'BUYER', 'MANAGER', 'OWNER')
 UNION ALL
SELECT role_id, 'purchasing.supplier' FROM role WHERE code IN ('BUYER', 'MANAGER', 'OWNER')
 UNION ALL
SELECT role_id, 'purchasing.reverse' FROM role WHERE code IN ('BUYER', 'MANAGER', 'OWNER');
