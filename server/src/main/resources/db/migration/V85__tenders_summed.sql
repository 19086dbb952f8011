-- What the monitor reads when it begins. Tenders are summed by minute, as sales by the tables of V82 and with
-- the same mark, so all begin anew; the mark goes first, as sums without one are thrown away wherever this ends.
-- Each statement is kept by itself and the migration only at its end: one that was cut off is run again, over
-- what it has done already.

DELETE FROM projection WHERE name = 'sales';
TRUNCATE TABLE sales_by_minute;
TRUNCATE TABLE sales_by_operator;
TRUNCATE TABLE sales_by_item;
TRUNCATE TABLE sales_by_member;

CREATE TABLE IF NOT EXISTS tenders_by_minute (
  store_id      SMALLINT    NOT NULL,
  business_date DATE        NOT NULL,
  minute        BIGINT      NOT NULL,  -- of the sale, since 1970 in UTC
  kind          VARCHAR(16) NOT NULL,
  amount_minor  BIGINT      NOT NULL,  -- change not taken off
  PRIMARY KEY (store_id, business_date, minute, kind)  -- and no foreign key, as account_day
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The heads of a date's sales say what all sums must add up to. They are read from the key alone: it has what
-- the key in its place had, and the amounts.
ALTER TABLE sale
  DROP KEY IF EXISTS store_id,
  ADD KEY IF NOT EXISTS heads (store_id, business_date, terminal_id, shift_id, sold_at,
                               total_minor, rounding_minor, change_minor);
