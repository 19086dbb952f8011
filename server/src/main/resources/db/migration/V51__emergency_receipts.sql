-- Receipts that lanes gave by themselves while the server was away, as they came in. What the lane said
-- stays here as it was said; the sale that was posted for it, or found, is named.

CREATE TABLE emergency_receipt (
  terminal_id      INT         NOT NULL,
  number           BIGINT      NOT NULL,  -- series E, without gap from 1
  terminal_code    VARCHAR(8)  NOT NULL,
  basket_id        BINARY(16)  NOT NULL,  -- that the lane had at hand
  generation       INT         NOT NULL,
  shift_id         BINARY(16)  NOT NULL,
  operator_number  VARCHAR(8)  NOT NULL,
  sold_at_ms       BIGINT      NOT NULL,  -- by the lane's clock
  tax_on_top_minor BIGINT      NOT NULL,
  total_minor      BIGINT      NOT NULL,
  rounding_minor   BIGINT      NOT NULL,
  tendered_minor   BIGINT      NOT NULL,
  change_minor     BIGINT      NOT NULL,
  in_doubt         BOOLEAN     NOT NULL,  -- the lane had asked the server to sell this basket
  hash             BINARY(32)  NOT NULL,  -- link of the lane's chain
  request_id       BINARY(16)  NOT NULL,
  received_at      DATETIME(6) NOT NULL,
  outcome          ENUM ('POSTED', 'SECOND_PAPER') NOT NULL,
  sale_id          BINARY(16)  NOT NULL,  -- that it is the paper of
  late             BOOLEAN     NOT NULL,  -- its shift was closed already
  PRIMARY KEY (terminal_id, number),
  UNIQUE KEY (request_id),
  KEY (sale_id),
  KEY (received_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE emergency_line (
  terminal_id        INT         NOT NULL,
  number             BIGINT      NOT NULL,
  line_no            SMALLINT    NOT NULL,  -- from 1, removed ones too
  kind               ENUM ('SALE', 'RETURN', 'CREDIT') NOT NULL,
  item_code          VARCHAR(64) NOT NULL,
  unit_no            SMALLINT    NOT NULL,
  barcode            VARCHAR(120) NOT NULL,
  quantity_milli     BIGINT      NOT NULL,
  price_minor        BIGINT      NOT NULL,
  discount_minor     BIGINT      NOT NULL,
  total_minor        BIGINT      NOT NULL,
  voided             BOOLEAN     NOT NULL,
  PRIMARY KEY (terminal_id, number, line_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE emergency_discount (
  terminal_id  INT      NOT NULL,
  number       BIGINT   NOT NULL,
  discount_no  SMALLINT NOT NULL,
  source       ENUM ('MANUAL', 'MEMBER', 'STAFF', 'COUPON') NOT NULL,
  amount_minor BIGINT   NOT NULL,
  PRIMARY KEY (terminal_id, number, discount_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE emergency_tax (
  terminal_id   INT      NOT NULL,
  number        BIGINT   NOT NULL,
  tax_class_id  SMALLINT NOT NULL,
  taxable_minor BIGINT   NOT NULL,
  tax_minor     BIGINT   NOT NULL,
  PRIMARY KEY (terminal_id, number, tax_class_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What the lane did otherwise than the server would have.
CREATE TABLE emergency_difference (
  terminal_id   INT          NOT NULL,
  number        BIGINT       NOT NULL,
  difference_no SMALLINT     NOT NULL,
  kind          ENUM ('PRICE', 'TOTAL', 'TAX', 'ELSEWHERE', 'VOIDED', 'LATE', 'LEFT', 'CLOCK',
                      'BLOCKED') NOT NULL,
  line_no       SMALLINT     NOT NULL,  -- 0 for the whole receipt
  at_lane       VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  at_server     VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  PRIMARY KEY (terminal_id, number, difference_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
