package id.lajur.server.audit;

import java.util.List;

/**
 * A promise that SQL alone can judge.
 *
 * @param code by which screens find their own words; never changed
 * @param rows counts what is looked at
 * @param differences gives a row for each thing that does not hold: its columns are told in words
 * @param needed whether a store with sales must have rows of it
 */
record Promise(String code, String name, String rows, String differences, boolean needed) {

  static final List<Promise> ALL =
      List.of(
          new Promise(
              "ENTRIES_BALANCE",
              "debits equal credits in each entry",
              "SELECT COUNT(*) FROM journal_line",
              """
              SELECT HEX(posting_id) AS posting, SUM(amount_minor) AS off FROM journal_line
               GROUP BY posting_id HAVING SUM(amount_minor) <> 0""",
              true),
          new Promise(
              "ENTRIES_POSTED",
              "every entry belongs to a posting, every sale has an entry",
              "SELECT COUNT(*) FROM posting",
              """
              SELECT HEX(j.posting_id) AS entry, 'no posting' AS wrong FROM journal_line j
                LEFT JOIN posting p USING (posting_id) WHERE p.posting_id IS NULL
               UNION ALL
              SELECT HEX(s.sale_id), 'no entry' FROM sale s
               WHERE s.total_minor <> 0
                 AND NOT EXISTS (SELECT 1 FROM journal_line j WHERE j.posting_id = s.sale_id)
               UNION ALL
              SELECT HEX(s.sale_id), 'no posting' FROM sale s
                LEFT JOIN posting p ON p.posting_id = s.sale_id WHERE p.posting_id IS NULL""",
              true),
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
              "STOCK_IN_BOOKS",
              "the inventory account is the value of the stock",
              "SELECT COUNT(*) FROM stock_balance",
              """
              SELECT books, stock FROM
                (SELECT COALESCE(SUM(amount_minor), 0) AS books FROM journal_line
                  WHERE account = '1141') ledger,
                (SELECT COALESCE(SUM(value_minor), 0) AS stock FROM stock_balance) balances
               WHERE books <> stock""",
              false),
          new Promise(
              "TILL_IN_BOOKS",
              "each till's cash is its ledger account",
              "SELECT COUNT(*) FROM till_move",
              """
              SELECT terminal_id, SUM(amount) AS off FROM
                (SELECT terminal_id, amount_minor AS amount FROM till_move
                  UNION ALL
                 SELECT terminal_id, -amount_minor FROM journal_line WHERE account = '1102') both_sides
               GROUP BY terminal_id HAVING SUM(amount) <> 0""",
              true),
          new Promise(
              "PAYABLES_IN_BOOKS",
              "payables are their control accounts",
              "SELECT COUNT(*) FROM supplier_move",
              """
              SELECT account, SUM(amount) AS off FROM
                (SELECT account, amount_minor AS amount FROM supplier_move
                  UNION ALL
                 SELECT account, amount_minor FROM journal_line WHERE account IN ('2101', '2102'))
                both_sides
               GROUP BY account HAVING SUM(amount) <> 0""",
              false),
          new Promise(
              "SALE_TOTAL",
              "a sale's total is its lines less discount and with tax on top",
              "SELECT COUNT(*) FROM sale",
              """
              SELECT HEX(s.sale_id) AS sale, s.lines_minor, s.discount_minor, s.total_minor
                FROM sale s
                JOIN (SELECT sale_id, COUNT(*) AS line_count, SUM(total_minor) AS lines_minor,
                             SUM(basket_discount_minor) AS shares, SUM(tax_minor) AS tax
                        FROM sale_line GROUP BY sale_id) l USING (sale_id)
               WHERE s.lines_minor <> l.lines_minor OR s.line_count <> l.line_count
                  OR s.discount_minor <> l.shares OR s.tax_minor <> l.tax
                  OR s.total_minor <> s.lines_minor - s.discount_minor + s.tax_on_top_minor
               UNION ALL
              SELECT HEX(s.sale_id), 0, 0, s.total_minor FROM sale s
               WHERE NOT EXISTS (SELECT 1 FROM sale_line l WHERE l.sale_id = s.sale_id)""",
              true),
          new Promise(
              "LINE_TOTAL",
              "a line's total is quantity times price, rounded once, less discount",
              "SELECT COUNT(*) FROM sale_line",
              """
              SELECT HEX(l.sale_id) AS sale, l.line_no, l.quantity_milli, l.price_minor, l.total_minor
                FROM sale_line l JOIN store s ON s.store_id = l.store_id
               WHERE l.price_source <> 'LABEL'
                 AND l.total_minor + l.discount_minor <> SIGN(l.quantity_milli * l.price_minor)
                     * FLOOR((2 * ABS(l.quantity_milli * l.price_minor)
                              + 1000 * s.amount_unit_minor) / (2000 * s.amount_unit_minor))
                     * s.amount_unit_minor""",
              true),
          new Promise(
              "RETURNS_COUNTED",
              "no more comes back of a line than it sold, and all that comes back is counted on it",
              "SELECT COUNT(*) FROM sale_return",
              """
              SELECT HEX(r.sold_sale_id) AS sale, r.sold_line_no AS line_no,
                     COALESCE(MAX(l.quantity_milli), 0) AS sold,
                     COALESCE(MAX(l.returned_milli), 0) AS counted,
                     SUM(r.quantity_milli) AS came_back
                FROM sale_return r
                LEFT JOIN sale_line l ON l.sale_id = r.sold_sale_id AND l.line_no = r.sold_line_no
               GROUP BY r.sold_sale_id, r.sold_line_no
              HAVING came_back <> counted OR came_back > sold
               UNION ALL
              SELECT HEX(l.sale_id), l.line_no, l.quantity_milli, l.returned_milli, 0
                FROM sale_line l
               WHERE l.returned_milli <> 0
                 AND NOT EXISTS (SELECT 1 FROM sale_return r
                                  WHERE r.sold_sale_id = l.sale_id
                                    AND r.sold_line_no = l.line_no)
               UNION ALL
              SELECT HEX(r.sale_id), r.line_no, COALESCE(l.quantity_milli, 0), 0, r.quantity_milli
                FROM sale_return r LEFT JOIN sale_line l USING (sale_id, line_no)
               WHERE COALESCE(l.quantity_milli, 0) <> -r.quantity_milli""",
              false),
          new Promise(
              "DISCOUNT_ROWS",
              "discounts of lines and basket stand as rows of their own",
              "SELECT COUNT(*) FROM sale",
              """
              SELECT HEX(s.sale_id) AS sale, s.discount_minor FROM sale s
                LEFT JOIN (SELECT sale_id, SUM(IF(line_no IS NULL, amount_minor, 0)) AS basket,
                                  SUM(IF(line_no IS NULL, 0, amount_minor)) AS in_lines
                             FROM sale_discount GROUP BY sale_id) d USING (sale_id)
                JOIN (SELECT sale_id, SUM(discount_minor) AS in_lines FROM sale_line
                       GROUP BY sale_id) l USING (sale_id)
               WHERE s.discount_minor <> COALESCE(d.basket, 0)
                  OR l.in_lines <> COALESCE(d.in_lines, 0)""",
              true),
          new Promise(
              "TAX_SUMS",
              "taxes are the sum of their lines, and right to the amount unit",
              "SELECT COUNT(*) FROM sale_tax",
              """
              SELECT HEX(t.sale_id) AS sale, t.tax_class_id, t.taxable_minor, t.tax_minor
                FROM sale_tax t
                JOIN sale s USING (sale_id)
                JOIN store st ON st.store_id = s.store_id
                JOIN (SELECT sale_id, tax_class_id, SUM(taxable_minor) AS taxable,
                             SUM(tax_minor) AS tax FROM sale_line GROUP BY sale_id, tax_class_id) l
                  ON l.sale_id = t.sale_id AND l.tax_class_id = t.tax_class_id
               WHERE l.taxable <> t.taxable_minor OR l.tax <> t.tax_minor
                  OR ABS(CAST(t.tax_minor AS DECIMAL(38, 6)) - CAST(t.taxable_minor AS DECIMAL(38, 6))
                         * t.rate_micro * t.base_numerator / t.base_denominator / 1000000)
                     > 2 * st.amount_unit_minor
               UNION ALL
              SELECT HEX(l.sale_id), l.tax_class_id, 0, 0 FROM sale_line l
                LEFT JOIN sale_tax t ON t.sale_id = l.sale_id AND t.tax_class_id = l.tax_class_id
               WHERE t.sale_id IS NULL""",
              true),
          new Promise(
              "TENDERS_PAY_TOTAL",
              "total and rounding are the tenders less change",
              "SELECT COUNT(*) FROM sale",
              """
              SELECT HEX(s.sale_id) AS sale, s.total_minor, s.rounding_minor, s.change_minor,
                     COALESCE(t.tenders, 0) AS tenders FROM sale s
                LEFT JOIN (SELECT sale_id, SUM(amount_minor) AS tenders FROM sale_tender
                            GROUP BY sale_id) t USING (sale_id)
               WHERE s.total_minor + s.rounding_minor <> COALESCE(t.tenders, 0) - s.change_minor""",
              true),
          new Promise(
              "SALE_COST",
              "the cost of a sale is what its lines took from stock and its entry says",
              "SELECT COUNT(*) FROM sale",
              """
              SELECT HEX(s.sale_id) AS sale, s.cost_minor FROM sale s
                JOIN (SELECT sale_id, SUM(cost_minor) AS cost FROM sale_line GROUP BY sale_id) l
               USING (sale_id)
                LEFT JOIN (SELECT posting_id, -SUM(value_minor) AS cost FROM stock_move
                            GROUP BY posting_id) m ON m.posting_id = s.sale_id
                LEFT JOIN (SELECT posting_id, SUM(amount_minor) AS cost FROM journal_line
                            WHERE account = '5101' GROUP BY posting_id) j ON j.posting_id = s.sale_id
               WHERE s.cost_minor <> l.cost OR s.cost_minor <> COALESCE(m.cost, 0)
                  OR s.cost_minor <> COALESCE(j.cost, 0)""",
              true),
          new Promise(
              "GOODS_LEFT_STOCK",
              "goods that were sold left the stock, line by line",
              "SELECT COUNT(*) FROM sale_line WHERE item_kind = 'GOODS'",
              """
              SELECT HEX(l.sale_id) AS sale, l.line_no, l.quantity_milli, m.quantity_milli AS moved
                FROM sale_line l
                LEFT JOIN stock_move m ON m.posting_id = l.sale_id AND m.line_no = l.line_no
               WHERE (l.item_kind = 'GOODS'
                      AND ABS(COALESCE(m.quantity_milli, 0)
                              + l.quantity_milli * l.factor_milli / 1000) >= 1)
                  OR (l.item_kind <> 'GOODS' AND m.posting_id IS NOT NULL)
                  OR (m.item_id IS NOT NULL AND m.item_id <> l.item_id)""",
              false),
          new Promise(
              "BASKET_ONE_SALE",
              "one basket is at most one sale, and each sale closed its basket",
              "SELECT COUNT(*) FROM basket",
              """
              SELECT HEX(b.basket_id) AS basket, b.state FROM basket b
                LEFT JOIN sale s USING (basket_id)
               WHERE (b.state = 'SOLD') <> (s.sale_id IS NOT NULL)
               UNION ALL
              SELECT HEX(s.basket_id), 'no basket' FROM sale s
                LEFT JOIN basket b USING (basket_id) WHERE b.basket_id IS NULL""",
              true),
          new Promise(
              "LINES_AS_SCANNED",
              "a sale's lines sell their items as they were when they were scanned",
              "SELECT COUNT(*) FROM sale_line",
              """
              SELECT HEX(l.sale_id) AS sale, l.line_no, l.name FROM sale_line l
                JOIN sale s ON s.sale_id = l.sale_id AND s.series = 'S'
               WHERE NOT EXISTS
                     (SELECT 1 FROM basket_entry e
                       WHERE e.basket_id = s.basket_id AND e.item_id = l.item_id
                         AND e.item_name = l.name AND e.department_id = l.department_id
                         AND e.item_kind = l.item_kind AND e.tax_class_id = l.tax_class_id
                         AND e.weighed = l.weighed AND e.unit = l.unit
                         AND e.factor_milli = l.factor_milli
                         AND COALESCE(e.barcode, '') = l.barcode
                         AND e.list_price_minor = l.list_price_minor)""",
              true),
          BuyerPromise.PRICES,
          BuyerPromise.NAMES,
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
              "RECEIPTS_NO_GAP",
              "receipt numbers have no gap",
              "SELECT COUNT(*) FROM sale",
              """
              SELECT h.terminal_id, h.series, h.last_number, COUNT(s.sale_id) AS receipts,
                     MAX(s.number) AS newest
                FROM receipt_head h
                LEFT JOIN (SELECT terminal_id, series, number, sale_id FROM sale WHERE series = 'S'
                            UNION ALL
                           SELECT terminal_id, 'E', number, sale_id FROM emergency_receipt) s
                  ON s.terminal_id = h.terminal_id AND s.series = h.series
               GROUP BY h.terminal_id, h.series, h.last_number
              HAVING COUNT(s.sale_id) <> h.last_number
                  OR COALESCE(MAX(s.number), 0) <> h.last_number""",
              true),
          new Promise(
              "EMERGENCY_SOLD",
              "an emergency receipt is the paper of one sale, which sold what stands on it",
              "SELECT COUNT(*) FROM emergency_receipt",
              """
              SELECT CONCAT('E ', e.terminal_id, '/', e.number) AS receipt, 'sale' AS wrong
                FROM emergency_receipt e LEFT JOIN sale s USING (sale_id)
               WHERE s.sale_id IS NULL OR s.terminal_id <> e.terminal_id
                  OR e.outcome = 'POSTED'
                     AND (s.series <> 'E' OR s.number <> e.number OR s.hash <> e.hash
                          OR s.change_minor <> e.change_minor
                          OR s.total_minor + s.rounding_minor <> e.tendered_minor - e.change_minor)
                  OR e.outcome = 'SECOND_PAPER' AND s.basket_id <> e.basket_id
               UNION ALL
              SELECT HEX(s.sale_id), 'receipt' FROM sale s
                LEFT JOIN emergency_receipt e ON e.sale_id = s.sale_id AND e.outcome = 'POSTED'
               WHERE s.series = 'E' AND e.sale_id IS NULL
               UNION ALL
              SELECT CONCAT('E ', e.terminal_id, '/', e.number), 'lines' FROM emergency_receipt e
                LEFT JOIN (SELECT terminal_id, number, COUNT(*) AS line_count,
                                  SUM(quantity_milli) AS quantity, SUM(total_minor) AS total
                             FROM emergency_line WHERE NOT voided
                            GROUP BY terminal_id, number) said
                  ON said.terminal_id = e.terminal_id AND said.number = e.number
                LEFT JOIN (SELECT sale_id, COUNT(*) AS line_count,
                                  SUM(quantity_milli) AS quantity, SUM(total_minor) AS total
                             FROM sale_line GROUP BY sale_id) sold ON sold.sale_id = e.sale_id
               WHERE e.outcome = 'POSTED'
                 AND (sold.line_count <> said.line_count OR sold.quantity <> said.quantity
                      OR sold.total <> said.total)
               UNION ALL
              SELECT CONCAT('E ', e.terminal_id, '/', e.number), 'difference not listed'
                FROM emergency_receipt e JOIN sale s USING (sale_id)
               WHERE s.total_minor <> e.total_minor
                 AND NOT EXISTS (SELECT 1 FROM emergency_difference d
                                  WHERE d.terminal_id = e.terminal_id AND d.number = e.number
                                    AND d.kind = 'TOTAL')
               UNION ALL
              SELECT CONCAT('E ', e.terminal_id, '/', e.number), 'other people not listed'
                FROM emergency_receipt e
                JOIN sale s USING (sale_id)
                JOIN operator o USING (operator_id)
               WHERE e.outcome = 'POSTED'
                 AND (s.shift_id <> e.shift_id
                      AND NOT EXISTS (SELECT 1 FROM emergency_difference d
                                       WHERE d.terminal_id = e.terminal_id AND d.number = e.number
                                         AND d.kind = 'SHIFT')
                      OR o.number <> e.operator_number
                         AND NOT EXISTS (SELECT 1 FROM emergency_difference d
                                          WHERE d.terminal_id = e.terminal_id
                                            AND d.number = e.number AND d.kind = 'OPERATOR'))""",
              false),
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
              "EVENTS_DENSE",
              "the log of events is dense, with one event a posting",
              "SELECT COUNT(*) FROM event",
              """
              SELECT CONCAT('store ', h.store_id) AS place, h.seq, COUNT(e.seq) AS events
                FROM event_head h LEFT JOIN event e USING (store_id)
               GROUP BY h.store_id, h.seq
              HAVING COUNT(e.seq) <> h.seq OR COALESCE(MAX(e.seq), 0) <> h.seq
               UNION ALL
              SELECT HEX(p.posting_id), 0, COALESCE(e.events, 0) FROM posting p
                LEFT JOIN (SELECT document_id, kind, COUNT(*) AS events FROM event
                            GROUP BY document_id, kind) e
                  ON e.document_id = p.posting_id AND e.kind = p.kind
               WHERE COALESCE(e.events, 0) <> 1
               UNION ALL
              SELECT HEX(e.document_id), e.seq, 0 FROM event e
                LEFT JOIN posting p ON p.posting_id = e.document_id
               WHERE p.posting_id IS NULL
                 AND e.kind NOT IN ('CATALOG_CHANGED', 'SETTINGS_CHANGED')""",
              true),
          new Promise(
              "ANSWERS_RECORDED",
              "every posting has the recorded answer of its request",
              "SELECT COUNT(*) FROM request",
              """
              SELECT HEX(p.posting_id) AS posting, HEX(p.request_id) AS request FROM posting p
                LEFT JOIN request r USING (request_id) WHERE r.request_id IS NULL""",
              true),
          new Promise(
              "LINES_OF_SALE",
              "a line carries the store, date and terminal of its sale",
              "SELECT COUNT(*) FROM sale_line",
              """
              SELECT HEX(l.sale_id) AS sale, l.line_no FROM sale_line l
                LEFT JOIN sale s USING (sale_id)
               WHERE s.sale_id IS NULL OR s.store_id <> l.store_id
                  OR s.business_date <> l.business_date OR s.terminal_id <> l.terminal_id""",
              true),
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
          SalesSumsPromise.SUMS,
          new Promise(
              "SETTINGS_SAFE",
              "the database's settings lose and bend nothing",
              "SELECT 3",
              """
              SELECT VARIABLE_NAME AS setting, GLOBAL_VALUE AS value
                FROM information_schema.SYSTEM_VARIABLES
               WHERE (VARIABLE_NAME = 'INNODB_FLUSH_LOG_AT_TRX_COMMIT' AND GLOBAL_VALUE <> '1')
                  OR (VARIABLE_NAME = 'INNODB_DOUBLEWRITE' AND GLOBAL_VALUE IN ('OFF', '0'))
                  OR (VARIABLE_NAME = 'SQL_MODE' AND GLOBAL_VALUE NOT LIKE '%STRICT_%')""",
              true));
}
