-- Keys at the lanes for goods without a barcode, in pages that the back office arranges.

CREATE TABLE quick_page (
  store_id SMALLINT    NOT NULL,
  page_no  SMALLINT    NOT NULL,  -- from 0, in the order of the pages
  name     VARCHAR(20) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  PRIMARY KEY (store_id, page_no),
  FOREIGN KEY (store_id) REFERENCES store (store_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE quick_picture (
  picture BINARY(32)  NOT NULL,   -- SHA-256 of its content
  content MEDIUMBLOB  NOT NULL,   -- PNG or JPEG
  kept_at DATETIME(6) NOT NULL,   -- when it was brought last
  PRIMARY KEY (picture)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE quick_key (
  store_id SMALLINT    NOT NULL,
  page_no  SMALLINT    NOT NULL,
  place    SMALLINT    NOT NULL,  -- 0 to 11, row by row, of four in a row
  item_id  INT         NOT NULL,
  unit_no  SMALLINT    NOT NULL,
  label    VARCHAR(20) COLLATE utf8mb4_uca1400_ai_ci NOT NULL,
  rgb      INT         NOT NULL,
  picture  BINARY(32)  NULL,      -- NULL = one is drawn in the colour
  PRIMARY KEY (store_id, page_no, place),
  FOREIGN KEY (store_id, page_no) REFERENCES quick_page (store_id, page_no),
  FOREIGN KEY (item_id, unit_no) REFERENCES item_unit (item_id, unit_no),
  FOREIGN KEY (picture) REFERENCES quick_picture (picture)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
