-- Items are kept from the back office: who may, files on their way in, what was changed of an item.

INSERT IGNORE INTO role_permission (role_id, permission)
SELECT role_id, 'catalog.write' FROM role WHERE code IN ('BUYER', 'MANAGER', 'OWNER');

-- A file that is being sent; each machine has one at a time.
CREATE TABLE catalog_upload (
  terminal_id INT         NOT NULL,
  upload_id   BINARY(16)  NOT NULL,
  part        SMALLINT    NOT NULL,
  content     MEDIUMBLOB  NOT NULL,
  uploaded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (terminal_id, upload_id, part),
  FOREIGN KEY (terminal_id) REFERENCES terminal (terminal_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Of a change of the catalogue the line is the item.
ALTER TABLE audit_entry ADD KEY of_line (line_id, kind);
