package id.lajur.server.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reading the audit journal, and what belongs to one ticket. */
interface JournalDao {
  /** The place of an entry in the order of the printed journal. */
  record Place(Instant at, int terminalId, long number) {}

  /**
   * One entry with the names of those it tells of.
   *
   * @param aboutName operator whom a change of people concerns
   */
  record EntryRow(
      int terminalId,
      String terminal,
      long number,
      Instant occurredAt,
      String kind,
      @Nullable String operatorNumber,
      @Nullable String operatorName,
      @Nullable String approverNumber,
      @Nullable String approverName,
      @Nullable String aboutName,
      @Nullable UUID subjectId,
      @Nullable Integer lineId,
      @Nullable Long amountMinor,
      @Nullable String beforeValue,
      @Nullable String afterValue,
      @Nullable String reason) {}

  String ENTRIES =
      """
      SELECT e.terminal_id, t.code AS terminal, e.number, e.occurred_at, e.kind,
             o.number AS operator_number, o.name AS operator_name,
             m.number AS approver_number, m.name AS approver_name, p.name AS about_name,
             e.subject_id, e.line_id, e.amount_minor, e.before_value, e.after_value, e.reason
        FROM audit_entry e
        JOIN terminal t ON t.terminal_id = e.terminal_id
        LEFT JOIN operator o ON o.operator_id = e.operator_id
        LEFT JOIN operator m ON m.operator_id = e.approved_by
        LEFT JOIN operator p ON p.operator_id = e.line_id
                            AND (e.kind LIKE 'OPERATOR%' OR e.kind = 'PIN_SET')
       WHERE (:person IS NULL OR o.number = :person OR m.number = :person
              OR p.number = :person)
         AND (:terminal IS NULL OR t.code = :terminal)
         AND (:kind IS NULL OR e.kind = :kind)
         AND (:subject IS NULL OR e.subject_id = :subject)""";

  @SqlQuery(
      ENTRIES
          + """
             AND e.occurred_at >= :at AND e.occurred_at < :to
             AND (e.occurred_at > :at OR e.terminal_id > :terminalId
                  OR e.terminal_id = :terminalId AND e.number > :number)
           ORDER BY e.occurred_at, e.terminal_id, e.number LIMIT :most""")
  @RegisterConstructorMapper(EntryRow.class)
  List<EntryRow> page(@BindMethods JournalFilter filter, @BindMethods Place after, int most);

  /** Those before a place, the newest first. */
  @SqlQuery(
      ENTRIES
          + """
             AND e.occurred_at >= :from AND e.occurred_at <= :at
             AND (e.occurred_at < :at OR e.terminal_id < :terminalId
                  OR e.terminal_id = :terminalId AND e.number < :number)
           ORDER BY e.occurred_at DESC, e.terminal_id DESC, e.number DESC LIMIT :most""")
  @RegisterConstructorMapper(EntryRow.class)
  List<EntryRow> pageBefore(@BindMethods JournalFilter filter, @BindMethods Place before, int most);

  @SqlQuery("SELECT basket_id FROM basket WHERE basket_id = :basketId")
  Optional<UUID> basket(UUID basketId);

  @SqlQuery("SELECT time_zone FROM store ORDER BY store_id LIMIT 1")
  String timeZone();

  /** A sale with the names that a printed trace shows. */
  record SaleRow(
      UUID saleId,
      UUID basketId,
      String terminal,
      String series,
      long number,
      String operatorNumber,
      String operatorName,
      LocalDate businessDate,
      Instant soldAt,
      int lineCount,
      long discountMinor,
      long taxMinor,
      long totalMinor,
      long roundingMinor,
      long changeMinor) {}

  String SALE =
      """
      SELECT s.sale_id, s.basket_id, t.code AS terminal, s.series, s.number,
             o.number AS operator_number, o.name AS operator_name, s.business_date, s.sold_at,
             s.line_count, s.discount_minor, s.tax_minor, s.total_minor, s.rounding_minor,
             s.change_minor
        FROM sale s JOIN terminal t ON t.terminal_id = s.terminal_id
        JOIN operator o ON o.operator_id = s.operator_id
       WHERE\s""";

  @SqlQuery(SALE + "t.code = :terminal AND s.series = :series AND s.number = :number")
  @RegisterConstructorMapper(SaleRow.class)
  Optional<SaleRow> sale(String terminal, String series, long number);

  @SqlQuery(SALE + "s.sale_id = :saleId")
  @RegisterConstructorMapper(SaleRow.class)
  Optional<SaleRow> sale(UUID saleId);

  @SqlQuery(SALE + "s.basket_id = :basketId")
  @RegisterConstructorMapper(SaleRow.class)
  Optional<SaleRow> saleOfBasket(UUID basketId);

  /**
   * A receipt that a lane gave alone.
   *
   * @param outcome POSTED or SECOND_PAPER
   * @param saleId that it became, or that it is another paper of
   */
  record PaperRow(
      int terminalId,
      long number,
      UUID saleId,
      String outcome,
      long soldAtMs,
      Instant receivedAt,
      String operatorNumber,
      long totalMinor,
      long roundingMinor,
      long tenderedMinor,
      long changeMinor) {}

  @SqlQuery(
      """
      SELECT e.terminal_id, e.number, e.sale_id, e.outcome, e.sold_at_ms, e.received_at,
             e.operator_number, e.total_minor, e.rounding_minor, e.tendered_minor, e.change_minor
        FROM emergency_receipt e JOIN terminal t ON t.terminal_id = e.terminal_id
       WHERE t.code = :terminal AND e.number = :number""")
  @RegisterConstructorMapper(PaperRow.class)
  Optional<PaperRow> paper(String terminal, long number);

  /**
   * A line as the lane printed it.
   *
   * @param name null where the store does not know the item
   */
  record PaperLineRow(
      int lineNo,
      String kind,
      String itemCode,
      @Nullable String name,
      long quantityMilli,
      long priceMinor,
      long discountMinor,
      long totalMinor,
      boolean voided) {}

  @SqlQuery(
      """
      SELECT l.line_no, l.kind, l.item_code, i.name, l.quantity_milli, l.price_minor,
             l.discount_minor, l.total_minor, l.voided
        FROM emergency_line l JOIN terminal t ON t.terminal_id = l.terminal_id
        LEFT JOIN item i ON i.store_id = t.store_id AND i.code = l.item_code
       WHERE l.terminal_id = :terminalId AND l.number = :number ORDER BY l.line_no""")
  @RegisterConstructorMapper(PaperLineRow.class)
  List<PaperLineRow> paperLines(@BindMethods PaperRow paper);

  /**
   * What the lane did otherwise than the server would have.
   *
   * @param lineNo 0 for the whole receipt
   */
  record DifferenceRow(String kind, int lineNo, String atLane, String atServer) {}

  @SqlQuery(
      """
      SELECT kind, line_no, at_lane, at_server FROM emergency_difference
       WHERE terminal_id = :terminalId AND number = :number ORDER BY difference_no""")
  @RegisterConstructorMapper(DifferenceRow.class)
  List<DifferenceRow> differences(@BindMethods PaperRow paper);

  /** One act on a basket. */
  record ActRow(
      int seq,
      String kind,
      String terminal,
      String operatorNumber,
      String operatorName,
      @Nullable String approverNumber,
      @Nullable String approverName,
      Instant occurredAt,
      @Nullable Integer lineId,
      @Nullable String barcode,
      @Nullable String itemName,
      @Nullable String unit,
      @Nullable Long quantityMilli,
      @Nullable Long priceMinor,
      @Nullable Long amountMinor,
      @Nullable Integer percentMicro,
      @Nullable String reason) {}

  @SqlQuery(
      """
      SELECT e.seq, e.kind, t.code AS terminal, o.number AS operator_number,
             o.name AS operator_name, m.number AS approver_number, m.name AS approver_name,
             e.occurred_at, e.line_id, e.barcode, e.item_name, e.unit, e.quantity_milli,
             e.price_minor, e.amount_minor, e.percent_micro, e.reason
        FROM basket_entry e JOIN terminal t ON t.terminal_id = e.terminal_id
        JOIN operator o ON o.operator_id = e.operator_id
        LEFT JOIN operator m ON m.operator_id = e.approved_by
       WHERE e.basket_id = :basketId ORDER BY e.seq""")
  @RegisterConstructorMapper(ActRow.class)
  List<ActRow> acts(UUID basketId);

  /** What was paid with. */
  record TenderRow(String kind, long amountMinor, String reference) {}

  @SqlQuery(
      """
      SELECT kind, amount_minor, reference FROM sale_tender
       WHERE sale_id = :saleId ORDER BY tender_no""")
  @RegisterConstructorMapper(TenderRow.class)
  List<TenderRow> tenders(UUID saleId);

  /** A line of the books, debit positive. */
  record LedgerRow(String account, String name, long amountMinor) {}

  @SqlQuery(
      """
      SELECT l.account, a.name, l.amount_minor
        FROM journal_line l JOIN account a ON a.code = l.account
       WHERE l.posting_id = :saleId ORDER BY l.line_no""")
  @RegisterConstructorMapper(LedgerRow.class)
  List<LedgerRow> ledger(UUID saleId);

  /** Goods that left stock, or came back. */
  record StockRow(String code, String name, long quantityMilli, long valueMinor) {}

  @SqlQuery(
      """
      SELECT i.code, i.name, m.quantity_milli, m.value_minor
        FROM stock_move m JOIN item i ON i.item_id = m.item_id
       WHERE m.posting_id = :saleId ORDER BY m.line_no""")
  @RegisterConstructorMapper(StockRow.class)
  List<StockRow> stock(UUID saleId);
}
