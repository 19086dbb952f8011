-- Goods that are taken out of stock by hand, or put in because they were found.

INSERT IGNORE INTO role_permission (role_id, permission)
SELECT role_id, 'stock.adjust' FROM role WHERE code IN ('SUPERVISOR', 'MANAGER', 'OWNER')
 UNION ALL
SELECT role_id, 'stock.count' FROM role
 WHERE code IN ('SUPERVISOR', 'WAREHOUSE', 'MANAGER', 'OWNER');

ALTER TABLE posting
  MODIFY COLUMN kind ENUM ('SALE', 'GOODS_RECEIPT', 'SHIFT_OPENED', 'CASH_MOVED', 'SHIFT_CLOSED',
                           'DAY_CLOSED', 'HANDOVER_TO_SAFE', 'STOCK_ADJUSTED') NOT NULL;

ALTER TABLE event
  MODIFY COLUMN kind ENUM ('SALE', 'GOODS_RECEIPT', 'SHIFT_OPENED', 'CASH_MOVED', 'SHIFT_CLOSED',
                           'DAY_CLOSED', 'CATALOG_CHANGED', 'SETTINGS_CHANGED',
                           'HANDOVER_TO_SAFE', 'STOCK_ADJUSTED') NOT NULL;

CREATE TABLE stock_adjustment (
  posting_id  BINARY(16)   NOT NULL,
  document_id BINARY(16)   NOT NULL,  -- what its parts are known by; of a count the count
  part        SMALLINT     NOT NULL,
  parts       SMALLINT     NOT NULL,
  location_id SMALLINT     NOT NULL,
  reason      ENUM ('DAMAGED', 'EXPIRED', 'LOST', 'FOUND', 'OWN_USE', 'PROMOTION', 'COUNT') NOT NULL,
  note        VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  value_minor BIGINT       NOT NULL,  -- that left stock; negative = that came in
  PRIMARY KEY (posting_id),
  UNIQUE KEY (document_id, part),
  FOREIGN KEY (location_id) REFERENCES location (location_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE stock_adjustment_line (
  posting_id     BINARY(16)   NOT NULL,
  line_no        SMALLINT     NOT NULL,
  item_id        INT          NOT NULL,
  code           VARCHAR(120) NOT NULL,  -- as scanned
  unit           VARCHAR(32)  NOT NULL,
  factor_milli   BIGINT       NOT NULL,
  quantity_milli BIGINT       NOT NULL,  -- of the unit, into stock positive
  PRIMARY KEY (posting_id, line_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
