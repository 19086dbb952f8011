-- What a posted delivery says on paper, and deliveries that are taken back by one of their own.

ALTER TABLE goods_receipt
  ADD COLUMN number       VARCHAR(32)  NULL,  -- PB-2611-0187; NULL = posted without a draft
  ADD COLUMN draft_id     BINARY(16)   NULL,
  ADD COLUMN delivered_on DATE         NULL,
  ADD COLUMN due_on       DATE         NULL,
  ADD COLUMN tax_minor    BIGINT       NOT NULL DEFAULT 0,  -- that its invoice will bear; not in the books yet
  ADD COLUMN reverses_id  BINARY(16)   NULL,  -- document that this one takes back
  ADD COLUMN reason       VARCHAR(200) COLLATE utf8mb4_uca1400_ai_ci NULL,
  ADD COLUMN corrections  INT          NOT NULL DEFAULT 0,
  ADD UNIQUE KEY (number, part),
  ADD KEY (draft_id),
  ADD KEY (reverses_id);

ALTER TABLE goods_receipt_line
  ADD COLUMN bonus_milli         BIGINT      NOT NULL DEFAULT 0,  -- part of quantity_milli
  ADD COLUMN price_minor         BIGINT      NULL,
  ADD COLUMN discount            VARCHAR(40) NOT NULL DEFAULT '',
  ADD COLUMN tax_class_id        SMALLINT    NULL,
  ADD COLUMN tax_minor           BIGINT      NOT NULL DEFAULT 0,
  ADD COLUMN expires_on          DATE        NULL,
  ADD COLUMN reversed_milli      BIGINT      NOT NULL DEFAULT 0,
  ADD COLUMN reverses_posting_id BINARY(16)  NULL,
  ADD COLUMN reverses_line_no    SMALLINT    NULL,
  ADD KEY (item_id, posting_id),
  ADD KEY (reverses_posting_id, reverses_line_no);

ALTER TABLE goods_receipt_pending
  ADD COLUMN number       VARCHAR(32) NULL,
  ADD COLUMN draft_id     BINARY(16)  NULL,
  ADD COLUMN delivered_on DATE        NULL,
  ADD COLUMN due_on       DATE        NULL;

ALTER TABLE goods_receipt_pending_line
  ADD COLUMN bonus_milli  BIGINT      NOT NULL DEFAULT 0,
  ADD COLUMN price_minor  BIGINT      NULL,
  ADD COLUMN discount     VARCHAR(40) NOT NULL DEFAULT '',
  ADD COLUMN tax_class_id SMALLINT    NULL,
  ADD COLUMN tax_minor    BIGINT      NOT NULL DEFAULT 0,
  ADD COLUMN expires_on   DATE        NULL;
