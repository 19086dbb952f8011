package id.lajur.server.audit;

import java.util.List;

/** Promises about sales, their lines, taxes, tenders and receipts. */
final class SalePromises {
  static final List<Promise> ALL =
      List.of(
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
              false));

  private SalePromises() {}
}
