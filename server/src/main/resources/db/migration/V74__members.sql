-- Members, and what they and others pay: price levels beside the retail price of each unit.

-- Level 0 is retail: every store has it, its prices are those of table price, and it has no row here.
CREATE TABLE price_level (
  store_id SMALLINT    NOT NULL,
  level_no SMALLINT    NOT NULL,  -- 1 to 9
  code     VARCHAR(16) NOT NULL,
  name     VARCHAR(40) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  PRIMARY KEY (store_id, level_no),
  UNIQUE KEY (store_id, code),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE level_price (
  item_id      INT         NOT NULL,
  unit_no      SMALLINT    NOT NULL,
  level_no     SMALLINT    NOT NULL,
  effective_at DATETIME(6) NOT NULL,
  price_minor  BIGINT      NULL,      -- NULL = retail again from here on
  PRIMARY KEY (item_id, unit_no, level_no, effective_at),
  FOREIGN KEY (item_id, unit_no) REFERENCES item_unit (item_id, unit_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE member (
  member_id  INT          NOT NULL,
  store_id   SMALLINT     NOT NULL,
  number     VARCHAR(32)  NOT NULL,  -- as on the card
  name       VARCHAR(100) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  phone      VARCHAR(20)  NOT NULL,  -- digits; '' = not known
  phone_tail VARCHAR(6)   AS (RIGHT(phone, 6)) PERSISTENT,
  level_no   SMALLINT     NOT NULL,
  active     BOOLEAN      NOT NULL,
  since      DATE         NOT NULL,
  version    BIGINT       NOT NULL,
  PRIMARY KEY (member_id),
  UNIQUE KEY (store_id, number),
  KEY of_phone (store_id, phone_tail),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A line keeps its prices at all levels, as they were at its scan: "1=950000,2=900000".
ALTER TABLE basket_entry
  MODIFY kind ENUM ('LINE', 'RETURN', 'CREDIT', 'QUANTITY', 'VOID_LINE', 'OVERRIDE',
                    'LINE_DISCOUNT', 'BASKET_DISCOUNT', 'VOID_BASKET', 'SUSPEND', 'RESUME',
                    'TAKE_OVER', 'MEMBER', 'PRICE_LEVEL') NOT NULL,
  MODIFY price_source ENUM ('LIST', 'LABEL', 'OVERRIDE', 'ENTERED', 'LEVEL') NULL,
  ADD COLUMN level_prices VARCHAR(240) NULL,
  ADD COLUMN member_id    INT          NULL,  -- whom a MEMBER entry puts on the basket; NULL = nobody
  ADD COLUMN level_no     SMALLINT     NULL;  -- of that member, or that a PRICE_LEVEL entry chooses

ALTER TABLE sale_line
  MODIFY price_source ENUM ('LIST', 'LABEL', 'OVERRIDE', 'ENTERED', 'LEVEL') NOT NULL;

ALTER TABLE sale
  ADD COLUMN member_id INT      NULL,
  ADD COLUMN level_no  SMALLINT NULL;         -- other than retail

-- Whoever scans goods may scan a member's card; a level by hand is for who may give another price.
INSERT IGNORE INTO role_permission (role_id, permission)
SELECT role_id, 'sale.member' FROM role_permission WHERE permission = 'sale.scan'
 UNION ALL
SELECT role_id, 'sale.price_level' FROM role WHERE code IN ('SUPERVISOR', 'MANAGER', 'OWNER')
 UNION ALL
SELECT role_id, 'member.manage' FROM role WHERE code IN ('SUPERVISOR', 'MANAGER', 'OWNER');
