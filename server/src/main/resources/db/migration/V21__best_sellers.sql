-- How often each item was sold, for whoever looks for one by name: a projection of the event log.
-- Emptying both tables has it made again.

CREATE TABLE item_sold (
  item_id    INT    NOT NULL,
  line_count BIGINT NOT NULL,
  PRIMARY KEY (item_id),
  FOREIGN KEY (item_id) REFERENCES item (item_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE projection (
  store_id SMALLINT    NOT NULL,
  name     VARCHAR(32) NOT NULL,
  seq      BIGINT      NOT NULL,  -- the last event that it holds
  PRIMARY KEY (store_id, name),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Names are found by any part of a word; an index of whole words only slows an import.
ALTER TABLE item DROP KEY item_words;

-- A GS1 element string is longer than a barcode.
ALTER TABLE goods_receipt_line MODIFY barcode VARCHAR(120) NOT NULL;
