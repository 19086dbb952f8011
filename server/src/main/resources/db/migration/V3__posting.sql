-- The ledgers behind the one door, and the log of what passed it.

CREATE TABLE account (
  code CHAR(4)      NOT NULL,
  name VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  kind ENUM ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE', 'MEMO') NOT NULL,
  PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One document, posted. Its id is made by the server in order of time.
CREATE TABLE posting (
  posting_id    BINARY(16)  NOT NULL,
  store_id      SMALLINT    NOT NULL,
  kind          ENUM ('SALE', 'GOODS_RECEIPT', 'SHIFT_OPENED', 'CASH_MOVED', 'SHIFT_CLOSED',
                      'DAY_CLOSED') NOT NULL,
  terminal_id   INT         NOT NULL,
  operator_id   INT         NOT NULL,
  shift_id      BINARY(16)  NULL,
  business_date DATE        NOT NULL,
  occurred_at   DATETIME(6) NOT NULL,
  request_id    BINARY(16)  NOT NULL,
  part          SMALLINT    NOT NULL,  -- 1, or the part of a document of more than 200 lines
  PRIMARY KEY (posting_id),
  UNIQUE KEY (request_id, part),
  KEY (store_id, business_date, kind)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The general ledger: debit positive, credit negative, each posting's lines sum to 0.
CREATE TABLE journal_line (
  posting_id    BINARY(16) NOT NULL,
  line_no       SMALLINT   NOT NULL,
  account       CHAR(4)    NOT NULL,
  amount_minor  BIGINT     NOT NULL,
  terminal_id   INT        NOT NULL,
  business_date DATE       NOT NULL,
  PRIMARY KEY (posting_id, line_no),
  KEY (account, business_date, terminal_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE stock_balance (
  location_id          SMALLINT NOT NULL,
  item_id              INT      NOT NULL,
  quantity_milli       BIGINT   NOT NULL,
  value_minor          BIGINT   NOT NULL,
  last_unit_cost_minor BIGINT   NOT NULL,  -- per 1000 milli, of the last receipt
  PRIMARY KEY (location_id, item_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE stock_move (
  posting_id     BINARY(16) NOT NULL,
  line_no        SMALLINT   NOT NULL,
  location_id    SMALLINT   NOT NULL,
  item_id        INT        NOT NULL,
  quantity_milli BIGINT     NOT NULL,  -- into stock positive
  value_minor    BIGINT     NOT NULL,
  PRIMARY KEY (posting_id, line_no),
  KEY (item_id, location_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The till by shift: what explains its expected cash. Only tenders that lie in the drawer.
CREATE TABLE till_move (
  posting_id   BINARY(16) NOT NULL,
  line_no      SMALLINT   NOT NULL,
  shift_id     BINARY(16) NOT NULL,
  terminal_id  INT        NOT NULL,
  kind         ENUM ('FLOAT', 'SALE', 'CHANGE', 'PAY_IN', 'PAY_OUT', 'DROP', 'DIFFERENCE', 'CLOSE')
                          NOT NULL,
  amount_minor BIGINT     NOT NULL,  -- into the drawer positive
  PRIMARY KEY (posting_id, line_no),
  KEY (shift_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What is owed to each supplier, by control account; owed is positive.
CREATE TABLE supplier_move (
  posting_id   BINARY(16) NOT NULL,
  line_no      SMALLINT   NOT NULL,
  supplier_id  INT        NOT NULL,
  account      CHAR(4)    NOT NULL,
  amount_minor BIGINT     NOT NULL,
  PRIMARY KEY (posting_id, line_no),
  KEY (supplier_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The recorded answer of each command that is not a basket entry.
CREATE TABLE request (
  request_id  BINARY(16)     NOT NULL,
  terminal_id INT            NOT NULL,
  digest      BINARY(32)     NOT NULL,  -- SHA-256 of the method and its message
  answer      VARBINARY(8000) NOT NULL,
  answered_at DATETIME(6)    NOT NULL,
  PRIMARY KEY (request_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The right to post, and the number of the last event: dense, in commit order.
CREATE TABLE event_head (
  store_id   SMALLINT    NOT NULL,
  seq        BIGINT      NOT NULL,
  fence      BIGINT      NOT NULL,  -- rises with each server that takes the right to post
  holder     VARCHAR(64) NOT NULL,
  PRIMARY KEY (store_id),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The holder's lease stands apart, so that renewing it never waits on a posting.
CREATE TABLE post_lease (
  store_id   SMALLINT    NOT NULL,
  fence      BIGINT      NOT NULL,
  holder     VARCHAR(64) NOT NULL,
  expires_at DATETIME(6) NOT NULL,  -- by the database's clock
  PRIMARY KEY (store_id),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE event (
  store_id      SMALLINT    NOT NULL,
  seq           BIGINT      NOT NULL,
  kind          ENUM ('SALE', 'GOODS_RECEIPT', 'SHIFT_OPENED', 'CASH_MOVED', 'SHIFT_CLOSED',
                      'DAY_CLOSED', 'CATALOG_CHANGED', 'SETTINGS_CHANGED') NOT NULL,
  document_id   BINARY(16)  NOT NULL,
  terminal_id   INT         NOT NULL,
  business_date DATE        NULL,
  occurred_at   DATETIME(6) NOT NULL,
  amount_minor  BIGINT      NOT NULL,
  line_count    INT         NOT NULL,
  PRIMARY KEY (store_id, seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
