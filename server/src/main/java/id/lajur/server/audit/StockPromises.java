package id.lajur.server.audit;

import java.util.List;

/** Promises about stock and what moves it beside sales. */
final class StockPromises {
  static final List<Promise> ALL =
      List.of(
          new Promise(
              "STOCK_IS_ITS_MOVES",
              "stock on hand is the sum of its moves, in quantity and value",
              "SELECT COUNT(*) FROM stock_move",
              """
              SELECT location_id, item_id, SUM(quantity) AS quantity_off, SUM(value) AS value_off FROM
                (SELECT location_id, item_id, quantity_milli AS quantity, value_minor AS value
                   FROM stock_balance
                  UNION ALL
                 SELECT location_id, item_id, -SUM(quantity_milli), -SUM(value_minor)
                   FROM stock_move GROUP BY location_id, item_id) both_sides
               GROUP BY location_id, item_id HAVING SUM(quantity) <> 0 OR SUM(value) <> 0""",
              false),
          new Promise(
              "NO_STOCK_NO_VALUE",
              "quantity 0 is worth 0",
              "SELECT COUNT(*) FROM stock_balance",
              """
              SELECT location_id, item_id, value_minor FROM stock_balance
               WHERE quantity_milli = 0 AND value_minor <> 0""",
              false),
          new Promise(
              "DELIVERY_WHOLE",
              "a delivery is whole: its lines lie in stock, its cost is owed, its parts are all"
                  + " there",
              "SELECT COUNT(*) FROM goods_receipt",
              """
              SELECT HEX(g.posting_id) AS posting, g.part, g.parts, g.cost_minor FROM goods_receipt g
                LEFT JOIN (SELECT posting_id, SUM(cost_minor) AS cost, SUM(variance_minor) AS variance
                             FROM goods_receipt_line GROUP BY posting_id) l USING (posting_id)
                LEFT JOIN (SELECT posting_id, SUM(value_minor) AS value FROM stock_move
                            GROUP BY posting_id) m USING (posting_id)
                LEFT JOIN (SELECT posting_id, SUM(amount_minor) AS owed FROM supplier_move
                            GROUP BY posting_id) o USING (posting_id)
               WHERE g.cost_minor <> COALESCE(l.cost, 0) OR g.cost_minor <> COALESCE(o.owed, 0)
                  OR g.cost_minor <> COALESCE(m.value, 0) + COALESCE(l.variance, 0)
               UNION ALL
              SELECT HEX(l.posting_id), l.line_no, l.quantity_milli, m.quantity_milli
                FROM goods_receipt_line l
                LEFT JOIN stock_move m ON m.posting_id = l.posting_id AND m.line_no = l.line_no
               WHERE m.posting_id IS NULL OR m.item_id <> l.item_id
                  OR ABS(m.quantity_milli - l.quantity_milli * l.factor_milli / 1000) >= 1
               UNION ALL
              SELECT HEX(g.document_id), COUNT(*), MAX(g.parts), 0 FROM goods_receipt g
                LEFT JOIN goods_receipt_pending p USING (document_id)
               WHERE p.request_id IS NULL
               GROUP BY g.document_id HAVING COUNT(*) <> MAX(g.parts)""",
              false),
          new Promise(
              "DELIVERIES_NO_GAP",
              "numbers of deliveries have no gap, and a posted draft is one delivery",
              "SELECT COUNT(*) FROM receiving_draft",
              """
              SELECT n.month, n.last_number, COUNT(d.draft_id) AS drafts, MAX(d.number) AS newest
                FROM receiving_number n
                LEFT JOIN receiving_draft d ON d.store_id = n.store_id AND d.month = n.month
               GROUP BY n.store_id, n.month, n.last_number
              HAVING COUNT(d.draft_id) <> n.last_number OR MAX(d.number) <> n.last_number
               UNION ALL
              SELECT d.month, d.number, COUNT(DISTINCT g.document_id), 0
                FROM receiving_draft d LEFT JOIN goods_receipt g ON g.draft_id = d.draft_id
               GROUP BY d.draft_id, d.month, d.number, d.state
              HAVING COUNT(DISTINCT g.document_id) <> 1 AND d.state = 'POSTED'
                  OR COUNT(DISTINCT g.document_id) <> 0 AND d.state IN ('OPEN', 'DISCARDED')
               UNION ALL
              SELECT d.month, d.number, COALESCE(l.line_count, 0), COALESCE(r.line_count, 0)
                FROM receiving_draft d
                LEFT JOIN (SELECT draft_id, COUNT(*) AS line_count FROM receiving_draft_line
                       WHERE NOT removed GROUP BY draft_id) l ON l.draft_id = d.draft_id
                LEFT JOIN (SELECT g.draft_id, COUNT(*) AS line_count FROM goods_receipt g
                             JOIN goods_receipt_line x ON x.posting_id = g.posting_id
                            WHERE g.draft_id IS NOT NULL GROUP BY g.draft_id) r
                  ON r.draft_id = d.draft_id
               WHERE d.state = 'POSTED'
                 AND COALESCE(l.line_count, 0) <> COALESCE(r.line_count, 0)""",
              false),
          new Promise(
              "TAKEN_BACK",
              "what was taken back of a delivery is what its corrections say, and no more than"
                  + " came",
              "SELECT COUNT(*) FROM goods_receipt_line WHERE reverses_posting_id IS NOT NULL",
              """
              SELECT HEX(l.posting_id) AS posting, l.line_no, l.reversed_milli,
                     COALESCE(c.quantity, 0) AS corrected
                FROM goods_receipt_line l
                LEFT JOIN (SELECT reverses_posting_id, reverses_line_no,
                                  -SUM(quantity_milli) AS quantity, -SUM(cost_minor) AS cost,
                                  -SUM(tax_minor) AS tax
                             FROM goods_receipt_line WHERE reverses_posting_id IS NOT NULL
                            GROUP BY reverses_posting_id, reverses_line_no) c
                  ON c.reverses_posting_id = l.posting_id AND c.reverses_line_no = l.line_no
               WHERE l.reverses_posting_id IS NULL
                 AND (l.reversed_milli <> COALESCE(c.quantity, 0)
                      OR l.reversed_milli > l.quantity_milli
                      OR l.reversed_milli = l.quantity_milli
                         AND (l.cost_minor <> c.cost OR l.tax_minor <> c.tax))
               UNION ALL
              SELECT HEX(l.posting_id), l.line_no, l.quantity_milli, 0 FROM goods_receipt_line l
                JOIN goods_receipt g ON g.posting_id = l.posting_id
               WHERE (g.reverses_id IS NULL) <> (l.reverses_posting_id IS NULL)""",
              false),
          new Promise(
              "ADJUSTMENT_WHOLE",
              "an adjustment is whole: its lines moved the stock, its reason's account bears the value",
              "SELECT COUNT(*) FROM stock_adjustment",
              """
              SELECT HEX(p.posting_id) AS posting, a.reason, a.value_minor, m.value AS moved,
                     j.borne, j.stock
                FROM posting p
                LEFT JOIN stock_adjustment a USING (posting_id)
                LEFT JOIN (SELECT posting_id, SUM(value_minor) AS value FROM stock_move
                            GROUP BY posting_id) m USING (posting_id)
                LEFT JOIN (SELECT l.posting_id,
                                  SUM(IF(l.account = CASE b.reason
                                                       WHEN 'DAMAGED' THEN '5103'
                                                       WHEN 'EXPIRED' THEN '5103'
                                                       WHEN 'OWN_USE' THEN '6109'
                                                       WHEN 'PROMOTION' THEN '6106'
                                                       ELSE '5102' END, l.amount_minor, 0)) AS borne,
                                  SUM(IF(l.account = '1141', l.amount_minor, 0)) AS stock
                             FROM journal_line l JOIN stock_adjustment b USING (posting_id)
                            GROUP BY l.posting_id) j USING (posting_id)
               WHERE p.kind = 'STOCK_ADJUSTED'
                 AND (a.posting_id IS NULL OR a.value_minor <> -COALESCE(m.value, 0)
                      OR a.value_minor <> COALESCE(j.borne, 0)
                      OR a.value_minor <> -COALESCE(j.stock, 0))
               UNION ALL
              SELECT HEX(a.posting_id), a.reason, a.value_minor, 0, 0, 0 FROM stock_adjustment a
                LEFT JOIN posting p ON p.posting_id = a.posting_id AND p.kind = 'STOCK_ADJUSTED'
               WHERE p.posting_id IS NULL
               UNION ALL
              SELECT HEX(a.posting_id), a.reason, l.line_no, l.quantity_milli, m.quantity_milli, 0
                FROM stock_adjustment a
                JOIN stock_adjustment_line l USING (posting_id)
                LEFT JOIN stock_move m ON m.posting_id = l.posting_id AND m.line_no = l.line_no
               WHERE m.posting_id IS NULL OR m.item_id <> l.item_id
                  OR m.location_id <> a.location_id
                  OR ABS(m.quantity_milli - l.quantity_milli * l.factor_milli / 1000) >= 1
                  OR a.reason = 'FOUND' AND l.quantity_milli <= 0
                  OR a.reason NOT IN ('FOUND', 'COUNT') AND l.quantity_milli >= 0
               UNION ALL
              SELECT HEX(a.posting_id), a.reason, m.line_no, m.quantity_milli, 0, 0
                FROM stock_adjustment a
                JOIN stock_move m USING (posting_id)
                LEFT JOIN stock_adjustment_line l
                  ON l.posting_id = m.posting_id AND l.line_no = m.line_no
               WHERE l.posting_id IS NULL""",
              false),
          new Promise(
              "COUNT_POSTED",
              "a count compares with the book of its moment, and posts what differed from it",
              "SELECT COUNT(*) FROM stock_count_figure",
              """
              SELECT HEX(f.count_id) AS counted, f.seq, f.item_id, f.book_milli AS said,
                     COALESCE(SUM(m.quantity_milli), 0) AS was
                FROM stock_count_figure f
                JOIN stock_count c USING (count_id)
                LEFT JOIN stock_move m ON m.item_id = f.item_id AND m.location_id = c.location_id
                                      AND m.posting_id <= f.after_posting_id
               GROUP BY f.count_id, f.seq, f.item_id, f.book_milli
              HAVING f.book_milli <> COALESCE(SUM(m.quantity_milli), 0)
               UNION ALL
              SELECT HEX(count_id), 0, item_id, SUM(found), SUM(posted) FROM
                (SELECT f.count_id, f.item_id,
                        SUM(f.quantity_milli) - MAX(IF(f.seq = n.replaced, f.book_milli, NULL)) AS found,
                        0 AS posted
                   FROM stock_count_figure f
                   JOIN (SELECT count_id, item_id, MAX(IF(kind = 'REPLACE', seq, 0)) AS replaced
                           FROM stock_count_figure GROUP BY count_id, item_id) n
                     ON n.count_id = f.count_id AND n.item_id = f.item_id AND f.seq >= n.replaced
                   JOIN stock_count c ON c.count_id = f.count_id AND c.state = 'POSTED'
                  GROUP BY f.count_id, f.item_id
                  UNION ALL
                 SELECT a.document_id, m.item_id, 0, m.quantity_milli
                   FROM stock_adjustment a
                   JOIN stock_move m USING (posting_id)
                   LEFT JOIN stock_count c ON c.count_id = a.document_id
                  WHERE a.reason = 'COUNT' AND COALESCE(c.state, '') <> 'POSTING') both_sides
               GROUP BY count_id, item_id HAVING SUM(found) <> SUM(posted)
               UNION ALL
              SELECT HEX(c.count_id), 0, 0, COUNT(a.part), COALESCE(MAX(a.parts), 0) FROM stock_count c
                LEFT JOIN stock_adjustment a ON a.document_id = c.count_id
               WHERE c.state = 'POSTED'
               GROUP BY c.count_id HAVING COUNT(a.part) = 0 OR COUNT(a.part) <> MAX(a.parts)""",
              false));

  private StockPromises() {}
}
