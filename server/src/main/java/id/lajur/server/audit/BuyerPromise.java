package id.lajur.server.audit;

/** What is promised of members and price levels. */
final class BuyerPromise {
  private BuyerPromise() {}

  /** Of what a lane sold by itself, the lane's paper says what it cost. */
  static final Promise PRICES =
      new Promise(
          "PRICES_AS_FROZEN",
          "a line sells at the retail price of its scan or at that of the sale's level, as frozen",
          "SELECT COUNT(*) FROM sale_line WHERE price_source IN ('LIST', 'LEVEL')",
          """
          SELECT HEX(l.sale_id) AS sale, l.line_no, l.price_minor, 'no such price' AS wrong
            FROM sale_line l
            JOIN sale s ON s.sale_id = l.sale_id AND s.series = 'S'
           WHERE l.price_source = 'LEVEL' AND l.kind = 'SALE'
             AND NOT EXISTS
                 (SELECT 1 FROM basket_entry e
                   WHERE e.basket_id = s.basket_id AND e.item_id = l.item_id
                     AND COALESCE(e.barcode, '') = l.barcode
                     AND FIND_IN_SET(CONCAT(s.level_no, '=', l.price_minor), e.level_prices) > 0)
           UNION ALL
          SELECT HEX(l.sale_id), l.line_no, l.price_minor, 'back at no such price' FROM sale_line l
            JOIN sale s ON s.sale_id = l.sale_id AND s.series = 'S'
           WHERE l.price_source = 'LEVEL' AND l.kind <> 'SALE'
             AND (l.price_minor >= l.list_price_minor
                  OR NOT EXISTS
                     (SELECT 1 FROM basket_entry e
                       WHERE e.basket_id = s.basket_id AND e.item_id = l.item_id
                         AND COALESCE(e.barcode, '') = l.barcode
                         AND CONCAT(e.level_prices, ',') LIKE CONCAT('%=', l.price_minor, ',%')))
           UNION ALL
          SELECT HEX(l.sale_id), l.line_no, l.price_minor, 'back above the level' FROM sale_line l
            JOIN sale s ON s.sale_id = l.sale_id AND s.series = 'S'
            LEFT JOIN sale_return r ON r.sale_id = l.sale_id AND r.line_no = l.line_no
           WHERE l.price_source = 'LIST' AND l.kind = 'RETURN' AND s.level_no IS NOT NULL
             AND r.sale_id IS NULL
             AND EXISTS
                 (SELECT 1 FROM basket_entry e
                   WHERE e.basket_id = s.basket_id AND e.item_id = l.item_id
                     AND e.kind = 'RETURN' AND COALESCE(e.barcode, '') = l.barcode
                     AND CONCAT(',', e.level_prices) LIKE CONCAT('%,', s.level_no, '=%')
                     AND CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(CONCAT(',', e.level_prices, ','),
                           CONCAT(',', s.level_no, '='), -1), ',', 1) AS SIGNED) < l.price_minor)
           UNION ALL
          SELECT HEX(l.sale_id), l.line_no, l.price_minor, 'not retail' FROM sale_line l
            JOIN sale s ON s.sale_id = l.sale_id AND s.series = 'S'
           WHERE l.price_source = 'LIST' AND l.price_minor <> l.list_price_minor
           UNION ALL
          SELECT HEX(l.sale_id), l.line_no, l.price_minor, 'not the level' FROM sale_line l
            JOIN sale s ON s.sale_id = l.sale_id AND s.series = 'S'
           WHERE l.price_source = 'LIST' AND l.kind = 'SALE' AND s.level_no IS NOT NULL
             AND NOT EXISTS
                 (SELECT 1 FROM basket_entry e
                   WHERE e.basket_id = s.basket_id AND e.item_id = l.item_id
                     AND COALESCE(e.barcode, '') = l.barcode
                     AND (e.level_prices IS NULL
                          OR CONCAT(',', e.level_prices) NOT LIKE CONCAT('%,', s.level_no, '=%')))""",
          false);

  /** A level that was chosen holds until a member comes or goes; without one it is the member's. */
  static final Promise NAMES =
      new Promise(
          "BUYER_OF_BASKET",
          "a sale has the member and the price level that its basket had in the end",
          """
          SELECT COUNT(*) FROM sale WHERE member_id IS NOT NULL OR level_no IS NOT NULL""",
          """
          SELECT HEX(s.sale_id) AS sale, s.member_id, s.level_no FROM sale s
            LEFT JOIN (SELECT basket_id, MAX(IF(kind = 'MEMBER', seq, 0)) AS member_seq,
                              MAX(seq) AS last_seq
                         FROM basket_entry WHERE kind IN ('MEMBER', 'PRICE_LEVEL')
                        GROUP BY basket_id) acts ON acts.basket_id = s.basket_id
            LEFT JOIN basket_entry m ON m.basket_id = s.basket_id AND m.seq = acts.member_seq
            LEFT JOIN basket_entry c ON c.basket_id = s.basket_id AND c.seq = acts.last_seq
           WHERE s.series = 'S'
             AND NOT (s.member_id <=> m.member_id
                      AND s.level_no <=> NULLIF(COALESCE(c.level_no, m.level_no, 0), 0))""",
          false);
}
