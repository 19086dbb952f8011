-- Suppliers as one deals with them, and deliveries while they are being received.

ALTER TABLE supplier
  ADD COLUMN address     VARCHAR(400) COLLATE utf8mb4_uca1400_ai_ci NOT NULL DEFAULT '',
  ADD COLUMN tax_number  VARCHAR(32)  NOT NULL DEFAULT '',
  ADD COLUMN terms_days  SMALLINT     NOT NULL DEFAULT 0,     -- from delivery to payment
  ADD COLUMN charges_tax BOOLEAN      NOT NULL DEFAULT TRUE,  -- its invoices bear input tax
  ADD COLUMN version     BIGINT       NOT NULL DEFAULT 1;

ALTER TABLE item
  ADD COLUMN asks_expiry BOOLEAN NOT NULL DEFAULT FALSE;  -- no delivery of it without its date

-- Numbers of deliveries: one row a store and month. A draft has its number from its beginning and
-- keeps it when it is given up, so that there is never a gap.
CREATE TABLE receiving_number (
  store_id    SMALLINT NOT NULL,
  month       CHAR(4)  NOT NULL,  -- yymm
  last_number INT      NOT NULL,
  PRIMARY KEY (store_id, month),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE receiving_draft (
  draft_id      BINARY(16)   NOT NULL,
  store_id      SMALLINT     NOT NULL,
  month         CHAR(4)      NOT NULL,
  number        INT          NOT NULL,
  state         ENUM ('OPEN', 'POSTING', 'POSTED', 'DISCARDED') NOT NULL,
  version       BIGINT       NOT NULL,  -- rises with each change
  supplier_id   INT          NOT NULL,
  delivery_note VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  delivered_on  DATE         NOT NULL,
  location_id   SMALLINT     NOT NULL,
  last_line     INT          NOT NULL,
  created_at    DATETIME(6)  NOT NULL,
  created_by    INT          NOT NULL,
  changed_at    DATETIME(6)  NOT NULL,
  changed_by    INT          NOT NULL,
  terminal_id   INT          NOT NULL,  -- where it was changed last
  PRIMARY KEY (draft_id),
  UNIQUE KEY (store_id, month, number),
  KEY (store_id, state, draft_id),
  FOREIGN KEY (supplier_id) REFERENCES supplier (supplier_id),
  FOREIGN KEY (location_id) REFERENCES location (location_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE receiving_draft_line (
  draft_id       BINARY(16)   NOT NULL,
  line_id        INT          NOT NULL,
  version        BIGINT       NOT NULL,  -- of the draft when the line changed last
  item_id        INT          NOT NULL,
  unit_no        SMALLINT     NOT NULL,
  unit           VARCHAR(32)  NOT NULL,
  factor_milli   BIGINT       NOT NULL,
  barcode        VARCHAR(120) NOT NULL,
  quantity_milli BIGINT       NOT NULL,  -- that is paid for, of the unit
  bonus_milli    BIGINT       NOT NULL,  -- that comes with it
  price_minor    BIGINT       NULL,      -- of one unit, without tax
  discount       VARCHAR(40)  NOT NULL,  -- as typed: 10+5+2
  expires_on     DATE         NULL,
  price_decided  BOOLEAN      NOT NULL,  -- the selling price was taken or kept
  removed        BOOLEAN      NOT NULL,
  PRIMARY KEY (draft_id, line_id),
  KEY (item_id),
  FOREIGN KEY (draft_id) REFERENCES receiving_draft (draft_id),
  FOREIGN KEY (item_id, unit_no) REFERENCES item_unit (item_id, unit_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
