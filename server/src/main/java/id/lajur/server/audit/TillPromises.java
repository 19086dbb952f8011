package id.lajur.server.audit;

import java.util.List;

/** Promises about shifts, their Z reports and cash. */
final class TillPromises {
  static final List<Promise> ALL =
      List.of(
          new Promise(
              "OPEN_IN_OPEN",
              "an open basket lies in an open shift, an open shift in an open date",
              "SELECT COUNT(*) FROM shift",
              """
              SELECT 'basket' AS open, HEX(b.basket_id) AS id, b.terminal_id FROM basket b
                JOIN shift h USING (shift_id)
               WHERE b.state = 'OPEN' AND h.closed_at IS NOT NULL
               UNION ALL
              SELECT 'shift', HEX(h.shift_id), h.terminal_id FROM shift h
                LEFT JOIN business_day d ON d.store_id = h.store_id
                                        AND d.business_date = h.business_date
                                        AND d.closed_at IS NULL
               WHERE h.closed_at IS NULL AND d.store_id IS NULL""",
              true),
          new Promise(
              "Z_SUMS",
              "Z numbers have no gap, and each Z is the sum of its shift",
              "SELECT COUNT(*) FROM z_report",
              """
              SELECT HEX(z.z_id) AS z, z.z_number, z.sale_count, z.sales_minor FROM z_report z
                LEFT JOIN (SELECT shift_id, COUNT(*) AS sales, SUM(total_minor) AS total
                             FROM sale
                            WHERE sale_id NOT IN (SELECT sale_id FROM emergency_receipt WHERE late)
                            GROUP BY shift_id) s USING (shift_id)
                LEFT JOIN (SELECT shift_id, SUM(amount_minor) AS cash FROM till_move
                            WHERE kind NOT IN ('DIFFERENCE', 'CLOSE')
                              AND posting_id NOT IN (SELECT sale_id FROM emergency_receipt
                                                      WHERE late)
                            GROUP BY shift_id) m
               USING (shift_id)
               WHERE z.sale_count <> COALESCE(s.sales, 0) OR z.sales_minor <> COALESCE(s.total, 0)
                  OR z.expected_cash_minor <> COALESCE(m.cash, 0)
               UNION ALL
              SELECT 'terminal', terminal_id, COUNT(*), MAX(z_number) FROM z_report
               GROUP BY terminal_id HAVING COUNT(*) <> MAX(z_number)""",
              false),
          new Promise(
              "CASH_MOVED",
              "cash that was moved without a sale is in its till and in the books",
              "SELECT COUNT(*) FROM cash_movement",
              """
              SELECT HEX(p.posting_id) AS posting, c.movement, c.amount_minor,
                     m.amount_minor AS in_till, j.amount_minor AS in_books
                FROM posting p
                LEFT JOIN cash_movement c USING (posting_id)
                LEFT JOIN till_move m USING (posting_id)
                LEFT JOIN (SELECT posting_id, SUM(amount_minor) AS amount_minor FROM journal_line
                            WHERE account = '1102' GROUP BY posting_id) j USING (posting_id)
               WHERE p.kind = 'CASH_MOVED'
                 AND (c.posting_id IS NULL OR m.posting_id IS NULL OR j.posting_id IS NULL
                      OR c.amount_minor <= 0 OR m.kind <> c.movement OR m.shift_id <> p.shift_id
                      OR m.amount_minor <> IF(c.movement = 'PAY_IN', 1, -1) * c.amount_minor
                      OR j.amount_minor <> m.amount_minor)
               UNION ALL
              SELECT HEX(c.posting_id), c.movement, c.amount_minor, 0, 0 FROM cash_movement c
                LEFT JOIN posting p ON p.posting_id = c.posting_id AND p.kind = 'CASH_MOVED'
               WHERE p.posting_id IS NULL""",
              false),
          new Promise(
              "CASH_IN_TRANSIT",
              "cash handed over is in transit until a shift took it over or the safe has it",
              "SELECT COUNT(*) FROM cash_handover",
              """
              SELECT HEX(posting_id) AS posting, SUM(amount) AS off FROM
                (SELECT z_id AS posting_id, amount_minor AS amount FROM cash_handover
                  UNION ALL
                 SELECT ended_posting_id, -amount_minor FROM cash_handover
                  WHERE ended_posting_id IS NOT NULL
                  UNION ALL
                 SELECT j.posting_id, -j.amount_minor FROM journal_line j JOIN posting p USING (posting_id)
                  WHERE j.account = '1104'
                    AND p.kind IN ('SHIFT_OPENED', 'SHIFT_CLOSED', 'DAY_CLOSED', 'HANDOVER_TO_SAFE'))
                both_sides
               GROUP BY posting_id HAVING SUM(amount) <> 0
               UNION ALL
              SELECT HEX(h.z_id), h.amount_minor FROM cash_handover h
                LEFT JOIN z_report z USING (z_id)
                LEFT JOIN shift c ON c.shift_id = z.shift_id
                LEFT JOIN shift s ON s.shift_id = h.shift_id
                LEFT JOIN posting p ON p.posting_id = h.ended_posting_id
               WHERE z.z_id IS NULL OR z.terminal_id <> h.from_terminal_id
                  OR h.from_terminal_id <> h.to_terminal_id
                     AND (h.operator_id IS NULL OR h.operator_id <> c.operator_id)
                  OR h.amount_minor <= 0 OR h.amount_minor > z.counted_cash_minor
                  OR (h.ended_at IS NULL) <> (h.ended_posting_id IS NULL)
                  OR h.ended_posting_id IS NOT NULL
                     AND (p.posting_id IS NULL
                          OR (p.kind = 'SHIFT_OPENED') <> (h.shift_id IS NOT NULL))
                  OR h.shift_id IS NOT NULL
                     AND (s.shift_id IS NULL OR s.shift_id <> p.shift_id
                          OR s.operator_id <> h.operator_id
                          OR h.from_terminal_id = h.to_terminal_id
                             AND s.terminal_id <> h.to_terminal_id)""",
              false),
          SalesSumsPromise.SUMS);

  private TillPromises() {}
}
