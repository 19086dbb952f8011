-- What a request for approval is about, in figures: whoever answers reads it in his own language.

ALTER TABLE approval_request
  ADD COLUMN item_name       VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NOT NULL DEFAULT '',
  ADD COLUMN quantity_milli  BIGINT NOT NULL DEFAULT 0,  -- thousandths of the unit; 0 = not said
  ADD COLUMN price_minor     BIGINT NULL,                -- of one unit, as it is
  ADD COLUMN new_price_minor BIGINT NULL,                -- as it is to be
  ADD COLUMN percent_micro   INT    NOT NULL DEFAULT 0,  -- a discount as a part; 0 = none
  ADD COLUMN basket_minor    BIGINT NULL;                -- the basket's total before the act
