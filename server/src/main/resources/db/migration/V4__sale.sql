-- Baskets, and the sales they become.

CREATE TABLE tender_kind (
  store_id        SMALLINT     NOT NULL,
  code            VARCHAR(16)  NOT NULL,
  name            VARCHAR(100) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  account         CHAR(4)      NOT NULL,
  cash            BOOLEAN      NOT NULL,  -- lies in the drawer as money
  gives_change    BOOLEAN      NOT NULL,
  rounded         BOOLEAN      NOT NULL,  -- to the coin
  opens_drawer    BOOLEAN      NOT NULL,
  needs_reference BOOLEAN      NOT NULL,
  sort_order      SMALLINT     NOT NULL,
  PRIMARY KEY (store_id, code),
  FOREIGN KEY (store_id) REFERENCES store (store_id),
  FOREIGN KEY (account) REFERENCES account (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE business_day (
  store_id      SMALLINT    NOT NULL,
  business_date DATE        NOT NULL,
  opened_at     DATETIME(6) NOT NULL,
  closed_at     DATETIME(6) NULL,
  forced        BOOLEAN     NOT NULL DEFAULT FALSE,
  PRIMARY KEY (store_id, business_date),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Every chain's head as it was when the date closed: a tail cut off later shows.
CREATE TABLE business_day_head (
  store_id      SMALLINT   NOT NULL,
  business_date DATE       NOT NULL,
  terminal_id   INT        NOT NULL,
  chain         ENUM ('S', 'E', 'AUDIT') NOT NULL,
  last_number   BIGINT     NOT NULL,
  last_hash     BINARY(32) NOT NULL,
  PRIMARY KEY (store_id, business_date, terminal_id, chain)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE shift (
  shift_id      BINARY(16)  NOT NULL,
  store_id      SMALLINT    NOT NULL,
  terminal_id   INT         NOT NULL,
  operator_id   INT         NOT NULL,
  business_date DATE        NOT NULL,
  number        SMALLINT    NOT NULL,  -- of the terminal and date, from 1
  opened_at     DATETIME(6) NOT NULL,
  closed_at     DATETIME(6) NULL,
  PRIMARY KEY (shift_id),
  UNIQUE KEY (terminal_id, business_date, number),
  KEY (store_id, business_date, closed_at),
  KEY (operator_id, closed_at),
  FOREIGN KEY (terminal_id) REFERENCES terminal (terminal_id),
  FOREIGN KEY (operator_id) REFERENCES operator (operator_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE basket (
  basket_id      BINARY(16)  NOT NULL,
  store_id       SMALLINT    NOT NULL,
  terminal_id    INT         NOT NULL,  -- where it is now
  shift_id       BINARY(16)  NOT NULL,
  operator_id    INT         NOT NULL,
  generation     INT         NOT NULL,
  state          ENUM ('OPEN', 'SUSPENDED', 'SOLD', 'VOIDED') NOT NULL,
  opened_at      DATETIME(6) NOT NULL,
  changed_at     DATETIME(6) NOT NULL,  -- of its last change of state
  suspend_number INT         NULL,
  PRIMARY KEY (basket_id),
  KEY (store_id, state, terminal_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One act on a basket: the record of its request, and all that lines and totals are computed from.
CREATE TABLE basket_entry (
  basket_id          BINARY(16)   NOT NULL,
  seq                INT          NOT NULL,
  request_id         BINARY(16)   NOT NULL,
  digest             BINARY(32)   NOT NULL,
  kind               ENUM ('LINE', 'RETURN', 'CREDIT', 'QUANTITY', 'VOID_LINE', 'OVERRIDE',
                           'LINE_DISCOUNT', 'BASKET_DISCOUNT', 'VOID_BASKET', 'SUSPEND', 'RESUME',
                           'TAKE_OVER') NOT NULL,
  terminal_id        INT          NOT NULL,
  operator_id        INT          NOT NULL,
  approved_by        INT          NULL,
  occurred_at        DATETIME(6)  NOT NULL,
  line_id            INT          NULL,      -- the line it changes
  item_id            INT          NULL,
  unit_no            SMALLINT     NULL,
  barcode            VARCHAR(48)  NULL,      -- as scanned
  quantity_milli     BIGINT       NULL,
  list_price_minor   BIGINT       NULL,
  price_minor        BIGINT       NULL,
  price_source       ENUM ('LIST', 'LABEL', 'OVERRIDE', 'ENTERED') NULL,
  label_amount_minor BIGINT       NULL,      -- what a price label says the whole line costs
  amount_minor       BIGINT       NULL,      -- of a discount
  percent_micro      INT          NULL,
  discount_source    ENUM ('MANUAL', 'MEMBER', 'STAFF', 'COUPON') NULL,
  reason             VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NULL,
  PRIMARY KEY (basket_id, seq),
  UNIQUE KEY (request_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Last number and link of each series of receipts.
CREATE TABLE receipt_head (
  terminal_id INT        NOT NULL,
  series      ENUM ('S', 'E') NOT NULL,
  last_number BIGINT     NOT NULL,
  last_hash   BINARY(32) NOT NULL,
  PRIMARY KEY (terminal_id, series),
  FOREIGN KEY (terminal_id) REFERENCES terminal (terminal_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- sale_id is the posting's id.
CREATE TABLE sale (
  sale_id          BINARY(16)  NOT NULL,
  basket_id        BINARY(16)  NOT NULL,
  store_id         SMALLINT    NOT NULL,
  terminal_id      INT         NOT NULL,
  series           ENUM ('S', 'E') NOT NULL,
  number           BIGINT      NOT NULL,
  shift_id         BINARY(16)  NOT NULL,
  operator_id      INT         NOT NULL,
  business_date    DATE        NOT NULL,
  sold_at          DATETIME(6) NOT NULL,
  line_count       INT         NOT NULL,
  lines_minor      BIGINT      NOT NULL,  -- sum of the lines' totals
  discount_minor   BIGINT      NOT NULL,  -- of the basket, coupons included
  tax_on_top_minor BIGINT      NOT NULL,
  tax_minor        BIGINT      NOT NULL,  -- all of it
  total_minor      BIGINT      NOT NULL,  -- lines - discount + tax on top
  rounding_minor   BIGINT      NOT NULL,  -- total + rounding = tenders - change
  change_minor     BIGINT      NOT NULL,
  cost_minor       BIGINT      NOT NULL,
  hash             BINARY(32)  NOT NULL,  -- link of the receipt chain
  PRIMARY KEY (sale_id),
  UNIQUE KEY (basket_id),
  UNIQUE KEY (terminal_id, series, number),
  KEY (store_id, business_date, terminal_id),
  KEY (shift_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE sale_line (
  sale_id              BINARY(16)   NOT NULL,
  line_no              SMALLINT     NOT NULL,  -- from 1, in order of scanning
  store_id             SMALLINT     NOT NULL,
  business_date        DATE         NOT NULL,
  terminal_id          INT          NOT NULL,
  kind                 ENUM ('SALE', 'RETURN', 'CREDIT') NOT NULL,
  item_id              INT          NOT NULL,
  item_kind            ENUM ('GOODS', 'SERVICE', 'DEPOSIT', 'LIABILITY') NOT NULL,
  name                 VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  barcode              VARCHAR(48)  NOT NULL,  -- as scanned
  department_id        SMALLINT     NOT NULL,
  unit                 VARCHAR(32)  NOT NULL,
  factor_milli         BIGINT       NOT NULL,
  weighed              BOOLEAN      NOT NULL,
  quantity_milli       BIGINT       NOT NULL,  -- of the unit
  list_price_minor     BIGINT       NOT NULL,  -- at its scan
  price_minor          BIGINT       NOT NULL,
  price_source         ENUM ('LIST', 'LABEL', 'OVERRIDE', 'ENTERED') NOT NULL,
  discount_minor       BIGINT       NOT NULL,  -- of the line alone
  total_minor          BIGINT       NOT NULL,  -- quantity x price, less its own discount
  basket_discount_minor BIGINT      NOT NULL,  -- its share of what the basket got
  tax_class_id         SMALLINT     NOT NULL,
  taxable_minor        BIGINT       NOT NULL,  -- base without tax
  tax_minor            BIGINT       NOT NULL,
  cost_minor           BIGINT       NOT NULL,  -- taken from stock; negative for goods put back
  returned_milli       BIGINT       NOT NULL DEFAULT 0,
  reason               VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NULL,
  PRIMARY KEY (sale_id, line_no),
  KEY (business_date, item_id),
  KEY (business_date, department_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE sale_discount (
  sale_id      BINARY(16)   NOT NULL,
  discount_no  SMALLINT     NOT NULL,
  line_no      SMALLINT     NULL,      -- NULL: of the whole basket
  source       ENUM ('MANUAL', 'MEMBER', 'STAFF', 'COUPON') NOT NULL,
  amount_minor BIGINT       NOT NULL,
  lowers_base  BOOLEAN      NOT NULL,  -- of the tax; a coupon pays and does not
  approved_by  INT          NULL,
  reason       VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  PRIMARY KEY (sale_id, discount_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE sale_tax (
  sale_id          BINARY(16)  NOT NULL,
  tax_class_id     SMALLINT    NOT NULL,
  mode             ENUM ('NONE', 'INCLUSIVE', 'EXCLUSIVE') NOT NULL,
  rate_micro       INT         NOT NULL,
  base_numerator   SMALLINT    NOT NULL,
  base_denominator SMALLINT    NOT NULL,
  taxable_minor    BIGINT      NOT NULL,
  tax_minor        BIGINT      NOT NULL,
  PRIMARY KEY (sale_id, tax_class_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE sale_tender (
  sale_id      BINARY(16)   NOT NULL,
  tender_no    SMALLINT     NOT NULL,
  kind         VARCHAR(16)  NOT NULL,
  amount_minor BIGINT       NOT NULL,
  reference    VARCHAR(64)  COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  PRIMARY KEY (sale_id, tender_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
