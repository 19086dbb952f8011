-- Goods that come back with their receipt: what of each line has come back, and in which sale.

ALTER TABLE basket_entry
  ADD COLUMN sold_sale_id BINARY(16) NULL,  -- the line of a sale that a RETURN or CREDIT refers to
  ADD COLUMN sold_line_no SMALLINT   NULL;

CREATE TABLE sale_return (
  sale_id        BINARY(16) NOT NULL,  -- in which they came back
  line_no        SMALLINT   NOT NULL,
  sold_sale_id   BINARY(16) NOT NULL,
  sold_line_no   SMALLINT   NOT NULL,
  quantity_milli BIGINT     NOT NULL,  -- of the unit, above 0
  PRIMARY KEY (sale_id, line_no),
  KEY (sold_sale_id, sold_line_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
