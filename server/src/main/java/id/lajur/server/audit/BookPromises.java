package id.lajur.server.audit;

import java.util.List;

/** Promises about the ledger, what it controls, and the log of what was posted. */
final class BookPromises {
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

  private BookPromises() {}
}
