-- What the shop sells, at which tax and price.

CREATE TABLE department (
  department_id SMALLINT     NOT NULL,
  store_id      SMALLINT     NOT NULL,
  code          VARCHAR(32)  NOT NULL,
  name          VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  item_id       INT          NULL,  -- the item that stands for "open department"
  PRIMARY KEY (department_id),
  UNIQUE KEY (store_id, code),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE tax_class (
  tax_class_id SMALLINT     NOT NULL,
  store_id     SMALLINT     NOT NULL,
  code         VARCHAR(32)  NOT NULL,
  name         VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,  -- as printed: PPN
  PRIMARY KEY (tax_class_id),
  UNIQUE KEY (store_id, code),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Tax = amount x rate x base_numerator / base_denominator; inside the price or on top of it.
CREATE TABLE tax_rate (
  tax_class_id     SMALLINT    NOT NULL,
  effective_at     DATETIME(6) NOT NULL,
  mode             ENUM ('NONE', 'INCLUSIVE', 'EXCLUSIVE') NOT NULL,
  rate_micro       INT         NOT NULL,  -- millionths: 12 % = 120000
  base_numerator   SMALLINT    NOT NULL,  -- 11/12 for "DPP nilai lain", else 1/1
  base_denominator SMALLINT    NOT NULL,
  report_code      VARCHAR(16) NOT NULL,  -- 04, 01, 08, 07, NoVAT
  PRIMARY KEY (tax_class_id, effective_at),
  FOREIGN KEY (tax_class_id) REFERENCES tax_class (tax_class_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE item (
  item_id       INT          NOT NULL,
  store_id      SMALLINT     NOT NULL,
  code          VARCHAR(64)  NOT NULL,
  name          VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  department_id SMALLINT     NOT NULL,
  category      VARCHAR(100) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  kind          ENUM ('GOODS', 'SERVICE', 'DEPOSIT', 'LIABILITY') NOT NULL,
  account       CHAR(4)      NULL,      -- of a deposit or liability
  tax_class_id  SMALLINT     NOT NULL,
  weighed       BOOLEAN      NOT NULL,
  no_discount   BOOLEAN      NOT NULL,
  no_return     BOOLEAN      NOT NULL,
  blocked       VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NULL,  -- the reason; NULL = it sells
  stock_policy  ENUM ('ALLOW', 'WARN', 'FORBID') NOT NULL,
  cost_minor    BIGINT       NULL,      -- of the item file, per base unit; a first value only
  PRIMARY KEY (item_id),
  UNIQUE KEY (store_id, code),
  KEY (name),
  FULLTEXT KEY item_words (name),
  FOREIGN KEY (store_id) REFERENCES store (store_id),
  FOREIGN KEY (department_id) REFERENCES department (department_id),
  FOREIGN KEY (tax_class_id) REFERENCES tax_class (tax_class_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The base unit is unit 0 with factor 1000; a pack has more.
CREATE TABLE item_unit (
  item_id      INT         NOT NULL,
  unit_no      SMALLINT    NOT NULL,
  unit         VARCHAR(32) NOT NULL,
  factor_milli BIGINT      NOT NULL,  -- thousandths of the base unit in one of this unit
  PRIMARY KEY (item_id, unit_no),
  FOREIGN KEY (item_id) REFERENCES item (item_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A GTIN stands here as its 14 digits, a PLU or the shop's own code as it is typed.
CREATE TABLE barcode (
  store_id SMALLINT    NOT NULL,
  code     VARCHAR(48) NOT NULL,
  item_id  INT         NOT NULL,
  unit_no  SMALLINT    NOT NULL,
  PRIMARY KEY (store_id, code),
  KEY (item_id, unit_no),
  FOREIGN KEY (item_id, unit_no) REFERENCES item_unit (item_id, unit_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE price (
  item_id      INT         NOT NULL,
  unit_no      SMALLINT    NOT NULL,
  effective_at DATETIME(6) NOT NULL,
  price_minor  BIGINT      NOT NULL,
  PRIMARY KEY (item_id, unit_no, effective_at),
  FOREIGN KEY (item_id, unit_no) REFERENCES item_unit (item_id, unit_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- How in-store labels are read: one row a prefix.
CREATE TABLE in_store_layout (
  store_id     SMALLINT   NOT NULL,
  prefix       VARCHAR(3) NOT NULL,
  item_digits  TINYINT    NOT NULL,
  field        ENUM ('WEIGHT', 'PRICE', 'COUNT') NOT NULL,
  field_digits TINYINT    NOT NULL,
  decimals     TINYINT    NOT NULL,
  inner_check  BOOLEAN    NOT NULL,
  PRIMARY KEY (store_id, prefix),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
