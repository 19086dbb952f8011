-- A line sells its item as the item was when it was scanned, whatever the catalogue says later.
ALTER TABLE basket_entry
  ADD COLUMN item_code     VARCHAR(64)  NULL AFTER unit_no,
  ADD COLUMN item_name     VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NULL AFTER item_code,
  ADD COLUMN department_id SMALLINT     NULL AFTER item_name,
  ADD COLUMN item_kind     ENUM ('GOODS', 'SERVICE', 'DEPOSIT', 'LIABILITY') NULL
                           AFTER department_id,
  ADD COLUMN account       CHAR(4)      NULL AFTER item_kind,  -- of a deposit or liability
  ADD COLUMN tax_class_id  SMALLINT     NULL AFTER account,
  ADD COLUMN weighed       BOOLEAN      NULL AFTER tax_class_id,
  ADD COLUMN no_discount   BOOLEAN      NULL AFTER weighed,
  ADD COLUMN no_return     BOOLEAN      NULL AFTER no_discount,
  ADD COLUMN stock_policy  ENUM ('ALLOW', 'WARN', 'FORBID') NULL AFTER no_return,
  ADD COLUMN unit          VARCHAR(32)  NULL AFTER stock_policy,
  ADD COLUMN factor_milli  BIGINT       NULL AFTER unit;  -- thousandths of the base unit in one

-- Lines from before sell the item as it is now: what they were at their scan is not known.
UPDATE basket_entry e
  JOIN item i ON i.item_id = e.item_id
  JOIN item_unit u ON u.item_id = e.item_id AND u.unit_no = e.unit_no
   SET e.item_code = i.code, e.item_name = i.name, e.department_id = i.department_id,
       e.item_kind = i.kind, e.account = i.account, e.tax_class_id = i.tax_class_id,
       e.weighed = i.weighed, e.no_discount = i.no_discount, e.no_return = i.no_return,
       e.stock_policy = i.stock_policy, e.unit = u.unit, e.factor_milli = u.factor_milli;
