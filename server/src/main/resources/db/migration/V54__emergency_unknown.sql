-- What a store that was restored from a backup does not know of a receipt that a lane gave by itself.
ALTER TABLE emergency_difference
  MODIFY kind ENUM ('PRICE', 'TOTAL', 'TAX', 'ELSEWHERE', 'VOIDED', 'LATE', 'LEFT', 'CLOCK',
                    'BLOCKED', 'ITEM', 'SHIFT', 'OPERATOR') NOT NULL;
