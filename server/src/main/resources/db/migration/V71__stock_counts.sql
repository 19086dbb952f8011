-- Counting while the shop sells: each figure stands beside the book of the moment it was brought in.

CREATE TABLE stock_count (
  count_id         BINARY(16)   NOT NULL,
  store_id         SMALLINT     NOT NULL,
  location_id      SMALLINT     NOT NULL,
  name             VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  state            ENUM ('OPEN', 'POSTING', 'POSTED', 'CANCELLED') NOT NULL,
  opened_at        DATETIME(6)  NOT NULL,
  opened_by        INT          NOT NULL,
  ended_at         DATETIME(6)  NULL,
  ended_by         INT          NULL,
  post_request_id  BINARY(16)   NULL,      -- the command that posts it, kept until its last part is in
  post_digest      BINARY(32)   NULL,
  post_terminal_id INT          NULL,
  PRIMARY KEY (count_id),
  KEY (store_id, state, opened_at),
  FOREIGN KEY (store_id) REFERENCES store (store_id),
  FOREIGN KEY (location_id) REFERENCES location (location_id),
  FOREIGN KEY (opened_by) REFERENCES operator (operator_id),
  FOREIGN KEY (ended_by) REFERENCES operator (operator_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The sheet: what is to be counted.
CREATE TABLE stock_count_item (
  count_id BINARY(16) NOT NULL,
  item_id  INT        NOT NULL,
  PRIMARY KEY (count_id, item_id),
  FOREIGN KEY (count_id) REFERENCES stock_count (count_id),
  FOREIGN KEY (item_id) REFERENCES item (item_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was counted, figure by figure; none is ever changed.
CREATE TABLE stock_count_figure (
  count_id         BINARY(16)   NOT NULL,
  seq              INT          NOT NULL,
  item_id          INT          NOT NULL,
  code             VARCHAR(120) NOT NULL,  -- as scanned
  kind             ENUM ('REPLACE', 'ADD') NOT NULL,
  quantity_milli   BIGINT       NOT NULL,  -- counted, of the base unit
  book_milli       BIGINT       NOT NULL,  -- stock on hand when it was brought in
  after_posting_id BINARY(16)   NULL,      -- the last posting that the book held; NULL = none
  counted_at       DATETIME(6)  NOT NULL,
  operator_id      INT          NOT NULL,
  terminal_id      INT          NOT NULL,
  PRIMARY KEY (count_id, seq),
  KEY (count_id, item_id, seq),
  FOREIGN KEY (count_id) REFERENCES stock_count (count_id),
  FOREIGN KEY (item_id) REFERENCES item (item_id),
  FOREIGN KEY (operator_id) REFERENCES operator (operator_id),
  FOREIGN KEY (terminal_id) REFERENCES terminal (terminal_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
