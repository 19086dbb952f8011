package id.lajur.server.report;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The journal by account and business date, and up to which event that is summed. */
interface AccountDayDao {
  @SqlUpdate(
      "INSERT IGNORE INTO projection (store_id, name, seq) VALUES (:storeId, 'account_day', 0)")
  void insertCursor(int storeId);

  /** The last event that is summed; whoever else sums waits, no posting does. */
  @SqlQuery(
      """
      SELECT seq FROM projection WHERE store_id = :storeId AND name = 'account_day'
         FOR UPDATE""")
  long lockCursor(int storeId);

  @SqlUpdate("UPDATE projection SET seq = :seq WHERE store_id = :storeId AND name = 'account_day'")
  void moveCursor(int storeId, long seq);

  @SqlQuery("SELECT seq FROM event_head WHERE store_id = :storeId")
  long head(int storeId);

  /** Adds the lines of the postings among the events after {@code from} up to {@code to}. */
  @SqlUpdate(
      """
      INSERT INTO account_day (store_id, account, business_date, debit_minor, credit_minor)
      SELECT e.store_id, j.account, j.business_date, SUM(GREATEST(j.amount_minor, 0)),
             SUM(GREATEST(-j.amount_minor, 0))
        FROM event e STRAIGHT_JOIN journal_line j ON j.posting_id = e.document_id
       WHERE e.store_id = :storeId AND e.seq > :from AND e.seq <= :to
       GROUP BY e.store_id, j.account, j.business_date
      ON DUPLICATE KEY UPDATE debit_minor = debit_minor + VALUES(debit_minor),
                              credit_minor = credit_minor + VALUES(credit_minor)""")
  void roll(int storeId, long from, long to);

  /** Every account that was moved until a date, those that stand at nothing too. */
  @SqlQuery(
      """
      SELECT a.code, a.name, a.kind,
             SUM(IF(d.business_date < :from, d.debit_minor - d.credit_minor, 0)) AS opening_minor,
             SUM(IF(d.business_date >= :from, d.debit_minor, 0)) AS debit_minor,
             SUM(IF(d.business_date >= :from, d.credit_minor, 0)) AS credit_minor
        FROM (SELECT account, business_date, debit_minor, credit_minor FROM account_day
               WHERE store_id = :storeId AND business_date <= :to
               UNION ALL
              SELECT j.account, j.business_date, GREATEST(j.amount_minor, 0),
                     GREATEST(-j.amount_minor, 0)
                FROM event e STRAIGHT_JOIN journal_line j ON j.posting_id = e.document_id
               WHERE e.store_id = :storeId
                 AND e.seq > (SELECT COALESCE(MAX(seq), 0) FROM projection
                               WHERE store_id = :storeId AND name = 'account_day')
                 AND j.business_date <= :to) d
        JOIN account a ON a.code = d.account
       GROUP BY a.code, a.name, a.kind ORDER BY a.code""")
  @RegisterConstructorMapper(TrialBalance.Account.class)
  List<TrialBalance.Account> between(int storeId, LocalDate from, LocalDate to);
}
