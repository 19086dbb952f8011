-- What an emergency receipt gives away, and the server's basket knows nobody's word for.
ALTER TABLE emergency_difference
  MODIFY kind ENUM ('PRICE', 'TOTAL', 'TAX', 'ELSEWHERE', 'VOIDED', 'LATE', 'LEFT', 'CLOCK',
                    'BLOCKED', 'ITEM', 'SHIFT', 'OPERATOR', 'UNAPPROVED') NOT NULL;
