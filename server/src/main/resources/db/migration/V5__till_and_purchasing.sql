-- Z reports, and goods that come in.

CREATE TABLE z_report (
  z_id                  BINARY(16)  NOT NULL,  -- the posting's id
  terminal_id           INT         NOT NULL,
  z_number              BIGINT      NOT NULL,  -- without gap within the terminal
  shift_id              BINARY(16)  NOT NULL,
  business_date         DATE        NOT NULL,
  closed_at             DATETIME(6) NOT NULL,
  sale_count            BIGINT      NOT NULL,
  first_receipt         BIGINT      NOT NULL,
  last_receipt          BIGINT      NOT NULL,
  sales_minor           BIGINT      NOT NULL,
  discount_minor        BIGINT      NOT NULL,
  tax_minor             BIGINT      NOT NULL,
  rounding_minor        BIGINT      NOT NULL,
  return_minor          BIGINT      NOT NULL,
  voided_lines          INT         NOT NULL,
  voided_baskets        INT         NOT NULL,
  drawer_openings       INT         NOT NULL,
  expected_cash_minor   BIGINT      NOT NULL,
  counted_cash_minor    BIGINT      NOT NULL,
  explanation           VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  receipt_number        BIGINT      NOT NULL,  -- head of the receipt chain, series S
  receipt_hash          BINARY(32)  NOT NULL,
  audit_number          BIGINT      NOT NULL,  -- head of the terminal's audit chain
  audit_hash            BINARY(32)  NOT NULL,
  lane_sale_count       BIGINT      NOT NULL,  -- by the lane's own journal
  lane_sale_total_minor BIGINT      NOT NULL,
  PRIMARY KEY (z_id),
  UNIQUE KEY (terminal_id, z_number),
  UNIQUE KEY (shift_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE z_tender (
  z_id           BINARY(16)  NOT NULL,
  kind           VARCHAR(16) NOT NULL,
  tender_count   BIGINT      NOT NULL,
  amount_minor   BIGINT      NOT NULL,
  counted_minor  BIGINT      NULL,
  PRIMARY KEY (z_id, kind)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE z_denomination (
  z_id        BINARY(16) NOT NULL,
  value_minor BIGINT     NOT NULL,
  pieces      INT        NOT NULL,
  PRIMARY KEY (z_id, value_minor)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE cash_movement (
  posting_id   BINARY(16)   NOT NULL,
  movement     ENUM ('PAY_IN', 'PAY_OUT', 'DROP') NOT NULL,
  amount_minor BIGINT       NOT NULL,
  approved_by  INT          NULL,
  reason       VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  PRIMARY KEY (posting_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE supplier (
  supplier_id INT          NOT NULL,
  store_id    SMALLINT     NOT NULL,
  code        VARCHAR(32)  NOT NULL,
  name        VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  PRIMARY KEY (supplier_id),
  UNIQUE KEY (store_id, code),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE goods_receipt (
  posting_id    BINARY(16)  NOT NULL,
  supplier_id   INT         NOT NULL,
  delivery_note VARCHAR(64) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  location_id   SMALLINT    NOT NULL,
  cost_minor    BIGINT      NOT NULL,
  PRIMARY KEY (posting_id),
  FOREIGN KEY (supplier_id) REFERENCES supplier (supplier_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE goods_receipt_line (
  posting_id     BINARY(16)  NOT NULL,
  line_no        SMALLINT    NOT NULL,
  item_id        INT         NOT NULL,
  barcode        VARCHAR(48) NOT NULL,
  unit           VARCHAR(32) NOT NULL,
  factor_milli   BIGINT      NOT NULL,
  quantity_milli BIGINT      NOT NULL,  -- of the unit
  cost_minor     BIGINT      NOT NULL,
  variance_minor BIGINT      NOT NULL,  -- what a hole below zero had been valued too low
  PRIMARY KEY (posting_id, line_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
