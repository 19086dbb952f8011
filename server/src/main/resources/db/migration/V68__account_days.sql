-- What each account took and gave on each business date: a projection of the event log, as item_sold is.
-- Emptying it, and its row of projection, has it made again.

CREATE TABLE account_day (
  store_id      SMALLINT NOT NULL,
  account       CHAR(4)  NOT NULL,
  business_date DATE     NOT NULL,
  debit_minor   BIGINT   NOT NULL,  -- >= 0
  credit_minor  BIGINT   NOT NULL,  -- >= 0
  PRIMARY KEY (store_id, account, business_date)  -- and no foreign key: its check would lock the store
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO account_day (store_id, account, business_date, debit_minor, credit_minor)
SELECT p.store_id, j.account, j.business_date, SUM(GREATEST(j.amount_minor, 0)),
       SUM(GREATEST(-j.amount_minor, 0))
  FROM journal_line j JOIN posting p ON p.posting_id = j.posting_id
 GROUP BY p.store_id, j.account, j.business_date;

INSERT INTO projection (store_id, name, seq)
SELECT store_id, 'account_day', seq FROM event_head;
