-- A Z that nobody counted, the name of a tender as it was, and the end of a basket left open.

ALTER TABLE z_report ADD COLUMN forced BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE z_tender
  ADD COLUMN name VARCHAR(100) COLLATE utf8mb4_uca1400_ai_ci NOT NULL DEFAULT '';
