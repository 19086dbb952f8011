-- What lanes have told of receipts that they gave by themselves: those beyond the series' head are unsent.
CREATE TABLE emergency_announced (
  terminal_id   INT         NOT NULL,
  last_number   BIGINT      NOT NULL,  -- that the lane has given, series E
  waiting_minor BIGINT      NOT NULL,  -- total of those that had not come in
  announced_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (terminal_id),
  FOREIGN KEY (terminal_id) REFERENCES terminal (terminal_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
