-- A delivery of more than 200 lines is posted in numbered parts. Until the last one is in the books
-- the whole document stands here, so that it goes on by itself after a crash.

ALTER TABLE goods_receipt
  MODIFY COLUMN delivery_note VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  ADD COLUMN document_id BINARY(16) NOT NULL DEFAULT '',  -- what its parts are known by
  ADD COLUMN part        SMALLINT   NOT NULL DEFAULT 1,
  ADD COLUMN parts       SMALLINT   NOT NULL DEFAULT 1;
UPDATE goods_receipt SET document_id = posting_id;
ALTER TABLE goods_receipt ADD UNIQUE KEY (document_id, part);

ALTER TABLE goods_receipt_line MODIFY COLUMN barcode VARCHAR(120) NOT NULL;

CREATE TABLE goods_receipt_pending (
  request_id    BINARY(16)   NOT NULL,
  digest        BINARY(32)   NOT NULL,
  store_id      SMALLINT     NOT NULL,
  terminal_id   INT          NOT NULL,
  operator_id   INT          NOT NULL,
  document_id   BINARY(16)   NOT NULL,
  supplier_id   INT          NOT NULL,
  delivery_note VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  location_id   SMALLINT     NOT NULL,
  received_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (request_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE goods_receipt_pending_line (
  request_id     BINARY(16)  NOT NULL,
  line_no        INT         NOT NULL,
  item_id        INT         NOT NULL,
  barcode        VARCHAR(120) NOT NULL,
  unit           VARCHAR(32) NOT NULL,
  factor_milli   BIGINT      NOT NULL,
  quantity_milli BIGINT      NOT NULL,
  cost_minor     BIGINT      NOT NULL,
  PRIMARY KEY (request_id, line_no),
  FOREIGN KEY (request_id) REFERENCES goods_receipt_pending (request_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
