-- A Z proves the receipts that its lane gave alone too, as far as they had come in.
ALTER TABLE z_report
  ADD COLUMN emergency_number BIGINT     NOT NULL DEFAULT 0,  -- 0 = none, and in a Z that is older than this
  ADD COLUMN emergency_hash   BINARY(32) NOT NULL DEFAULT '';
