-- Cash that a shift hands over at its count: carried to another lane, or left in the drawer for who comes next.
-- Between the two shifts it is nobody's drawer; account 1104 has it.

CREATE TABLE cash_handover (
  z_id             BINARY(16)  NOT NULL,  -- the count that it left by
  store_id         SMALLINT    NOT NULL,
  from_terminal_id INT         NOT NULL,
  to_terminal_id   INT         NOT NULL,  -- the same: it stays in the drawer
  operator_id      INT         NULL,      -- who alone may take it over; NULL = whoever opens there next
  amount_minor     BIGINT      NOT NULL,  -- > 0
  handed_at        DATETIME(6) NOT NULL,
  shift_id         BINARY(16)  NULL,      -- that took it over; NULL once ended = it went to the safe
  ended_posting_id BINARY(16)  NULL,
  ended_at         DATETIME(6) NULL,      -- NULL = it waits
  PRIMARY KEY (z_id),
  KEY (store_id, ended_at),
  KEY (shift_id),
  FOREIGN KEY (from_terminal_id) REFERENCES terminal (terminal_id),
  FOREIGN KEY (to_terminal_id) REFERENCES terminal (terminal_id),
  FOREIGN KEY (operator_id) REFERENCES operator (operator_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE posting
  MODIFY COLUMN kind ENUM ('SALE', 'GOODS_RECEIPT', 'SHIFT_OPENED', 'CASH_MOVED', 'SHIFT_CLOSED',
                           'DAY_CLOSED', 'HANDOVER_TO_SAFE') NOT NULL;

ALTER TABLE event
  MODIFY COLUMN kind ENUM ('SALE', 'GOODS_RECEIPT', 'SHIFT_OPENED', 'CASH_MOVED', 'SHIFT_CLOSED',
                           'DAY_CLOSED', 'CATALOG_CHANGED', 'SETTINGS_CHANGED',
                           'HANDOVER_TO_SAFE') NOT NULL;
