-- Sales summed by what reports and the monitor ask for: projections of the event log, as account_day is, made
-- outside the posting. Their mark is the row 'sales' of projection: they hold the sales of all events up to it.
-- Emptying the three of them, and that row, has them made again.
--
-- tickets counts the sales that have such a line, first_tickets those of them that are counted here alone, so
-- that they add up to the number of sales: by the department of their first line, of an item by its first line.

CREATE TABLE sales_by_minute (
  store_id          SMALLINT NOT NULL,
  business_date     DATE     NOT NULL,
  minute            BIGINT   NOT NULL,  -- of the sale, since 1970 in UTC
  department_id     SMALLINT NOT NULL,
  tickets           BIGINT   NOT NULL,
  first_tickets     BIGINT   NOT NULL,
  pieces_milli      BIGINT   NOT NULL,
  gross_minor       BIGINT   NOT NULL,
  discount_minor    BIGINT   NOT NULL,
  return_minor      BIGINT   NOT NULL,
  tax_on_top_minor  BIGINT   NOT NULL,
  tax_minor         BIGINT   NOT NULL,
  deposit_minor     BIGINT   NOT NULL,
  cost_minor        BIGINT   NOT NULL,
  earned_net_minor  BIGINT   NOT NULL,  -- of goods and services, without tax
  earned_cost_minor BIGINT   NOT NULL,  -- of goods and services
  PRIMARY KEY (store_id, business_date, minute, department_id)  -- and no foreign key, as account_day
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE sales_by_operator (
  store_id         SMALLINT NOT NULL,
  business_date    DATE     NOT NULL,
  terminal_id      INT      NOT NULL,
  operator_id      INT      NOT NULL,
  department_id    SMALLINT NOT NULL,
  tickets          BIGINT   NOT NULL,
  first_tickets    BIGINT   NOT NULL,
  pieces_milli     BIGINT   NOT NULL,
  gross_minor      BIGINT   NOT NULL,
  discount_minor   BIGINT   NOT NULL,
  return_minor     BIGINT   NOT NULL,
  tax_on_top_minor BIGINT   NOT NULL,
  tax_minor        BIGINT   NOT NULL,
  deposit_minor    BIGINT   NOT NULL,
  cost_minor       BIGINT   NOT NULL,
  PRIMARY KEY (store_id, business_date, terminal_id, operator_id, department_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE sales_by_item (
  store_id         SMALLINT NOT NULL,
  business_date    DATE     NOT NULL,
  item_id          INT      NOT NULL,
  department_id    SMALLINT NOT NULL,  -- that the item had when it was sold
  goods            BOOLEAN  NOT NULL,  -- some of it was sold as goods
  quantity_milli   BIGINT   NOT NULL,  -- of the base unit
  tickets          BIGINT   NOT NULL,
  first_tickets    BIGINT   NOT NULL,
  pieces_milli     BIGINT   NOT NULL,
  gross_minor      BIGINT   NOT NULL,
  discount_minor   BIGINT   NOT NULL,
  return_minor     BIGINT   NOT NULL,
  tax_on_top_minor BIGINT   NOT NULL,
  tax_minor        BIGINT   NOT NULL,
  deposit_minor    BIGINT   NOT NULL,
  cost_minor       BIGINT   NOT NULL,
  PRIMARY KEY (store_id, business_date, item_id, department_id),
  KEY (store_id, item_id, business_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
