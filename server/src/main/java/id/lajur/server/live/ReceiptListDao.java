package id.lajur.server.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Receipts behind a figure, and one of them down to its entry. */
interface ReceiptListDao {
  /**
   * Which receipts; null = whichever.
   *
   * @param from first moment of their sale
   * @param to first moment that counts no more
   * @param changeKind the tender that change is given in
   */
  record Filter(
      int storeId,
      LocalDate date,
      Instant from,
      Instant to,
      @Nullable String department,
      @Nullable String terminal,
      @Nullable String tender,
      @Nullable String operatorNumber,
      @Nullable String itemCode,
      String changeKind) {}

  /** The last receipt of a page: the next one has older ones. */
  record Place(Instant at, UUID last) {}

  /** One receipt. */
  record ListedRow(
      UUID saleId,
      LocalDate businessDate,
      String terminal,
      String series,
      long number,
      Instant soldAt,
      String operatorNumber,
      String operatorName,
      int lineCount,
      long totalMinor,
      long partMinor,
      long costMinor) {}

  String SELECT =
      """
      SELECT s.sale_id, s.business_date, t.code AS terminal, s.series, s.number, s.sold_at,
             o.number AS operator_number, o.name AS operator_name, s.line_count, s.total_minor,
             s.cost_minor,
      """;

  String FROM =
      """
        FROM sale s JOIN terminal t ON t.terminal_id = s.terminal_id
        JOIN operator o ON o.operator_id = s.operator_id
      """;

  String LINES =
      """
      SELECT COALESCE(SUM(l.total_minor - l.basket_discount_minor
                          + IF(x.mode = 'EXCLUSIVE', l.tax_minor, 0)), 0)
        FROM sale_line l
        LEFT JOIN sale_tax x ON x.sale_id = l.sale_id AND x.tax_class_id = l.tax_class_id
        JOIN department d ON d.department_id = l.department_id
        JOIN item i ON i.item_id = l.item_id
       WHERE l.sale_id = s.sale_id AND (:department IS NULL OR d.code = :department)
         AND (:itemCode IS NULL OR i.code = :itemCode)
      """;

  String PART =
      "CASE WHEN :department IS NOT NULL OR :itemCode IS NOT NULL THEN ("
          + LINES
          + """
          ) WHEN :tender IS NOT NULL
                 THEN (SELECT COALESCE(SUM(p.amount_minor), 0) FROM sale_tender p
                        WHERE p.sale_id = s.sale_id AND p.kind = :tender)
                      - IF(:tender = :changeKind, s.change_minor, 0)
                 ELSE s.total_minor END AS part_minor
          """;

  String WHERE =
      """
       WHERE s.store_id = :storeId AND s.business_date = :date
         AND s.sold_at >= :from AND s.sold_at < :to
         AND (:terminal IS NULL OR t.code = :terminal)
         AND (:operatorNumber IS NULL OR o.number = :operatorNumber)
         AND (:department IS NULL AND :itemCode IS NULL
              OR EXISTS (SELECT 1 FROM sale_line l
                           JOIN department d ON d.department_id = l.department_id
                           JOIN item i ON i.item_id = l.item_id
                          WHERE l.sale_id = s.sale_id
                            AND (:department IS NULL OR d.code = :department)
                            AND (:itemCode IS NULL OR i.code = :itemCode)))
         AND (:tender IS NULL OR :tender = :changeKind AND s.change_minor <> 0
              OR EXISTS (SELECT 1 FROM sale_tender p
                          WHERE p.sale_id = s.sale_id AND p.kind = :tender))
      """;

  @SqlQuery(
      SELECT
          + PART
          + FROM
          + WHERE
          + """
             AND (s.sold_at < :at OR s.sold_at = :at AND s.sale_id < :last)
           ORDER BY s.sold_at DESC, s.sale_id DESC LIMIT :most""")
  @RegisterConstructorMapper(ListedRow.class)
  List<ListedRow> page(@BindMethods Filter filter, @BindMethods Place after, int most);

  /** How many there are, and what is asked for of them. */
  record SumRow(long count, long partMinor) {}

  @SqlQuery(
      "SELECT COUNT(*) AS count, COALESCE(SUM(part_minor), 0) AS part_minor"
          + " FROM (SELECT DISTINCT s.sale_id, " // so it stays a table of its own, with its sums
          + PART
          + FROM
          + WHERE
          + ") parts")
  @RegisterConstructorMapper(SumRow.class)
  SumRow sum(@BindMethods Filter filter);

  /** What a receipt says beside its lines. */
  record HeadRow(long discountMinor, long taxMinor, long roundingMinor, long changeMinor) {}

  @SqlQuery(
      SELECT
          + "s.total_minor AS part_minor"
          + FROM
          + " WHERE s.sale_id = :id AND s.store_id = :store")
  @RegisterConstructorMapper(ListedRow.class)
  Optional<ListedRow> receipt(int store, UUID id);

  @SqlQuery(
      """
      SELECT discount_minor, tax_minor, rounding_minor, change_minor FROM sale
       WHERE sale_id = :id""")
  @RegisterConstructorMapper(HeadRow.class)
  HeadRow head(UUID id);

  /** One line as it was frozen. */
  record LineRow(
      String kind,
      String itemCode,
      String name,
      String barcode,
      String department,
      String unit,
      long quantityMilli,
      long priceMinor,
      long listPriceMinor,
      long discountMinor,
      long basketDiscountMinor,
      long totalMinor,
      long taxMinor,
      long costMinor,
      @Nullable String reason) {}

  @SqlQuery(
      """
      SELECT l.kind, i.code AS item_code, l.name, l.barcode, d.name AS department, l.unit,
             l.quantity_milli, l.price_minor, l.list_price_minor, l.discount_minor,
             l.basket_discount_minor, l.total_minor, l.tax_minor, l.cost_minor, l.reason
        FROM sale_line l JOIN item i ON i.item_id = l.item_id
        JOIN department d ON d.department_id = l.department_id
       WHERE l.sale_id = :id ORDER BY l.line_no""")
  @RegisterConstructorMapper(LineRow.class)
  List<LineRow> lines(UUID id);

  /** One tender. */
  record TenderRow(String kind, String name, long amountMinor, String reference) {}

  @SqlQuery(
      """
      SELECT p.kind, k.name, p.amount_minor, p.reference
        FROM sale_tender p JOIN tender_kind k ON k.code = p.kind AND k.store_id = :store
       WHERE p.sale_id = :id ORDER BY p.tender_no""")
  @RegisterConstructorMapper(TenderRow.class)
  List<TenderRow> tenders(int store, UUID id);

  /** One line of the entry; debit positive. */
  record EntryRow(String account, String name, long amountMinor) {}

  @SqlQuery(
      """
      SELECT j.account, a.name, j.amount_minor
        FROM journal_line j JOIN account a ON a.code = j.account
       WHERE j.posting_id = :id ORDER BY j.line_no""")
  @RegisterConstructorMapper(EntryRow.class)
  List<EntryRow> entry(UUID id);

  /** What an incident of the till posted. */
  record CashRow(
      UUID postingId,
      String kind,
      String terminal,
      Instant occurredAt,
      LocalDate businessDate,
      String operatorName,
      String approverName,
      String reason,
      long amountMinor,
      long zNumber) {}

  String INCIDENT =
      """
        FROM audit_entry e JOIN terminal j ON j.terminal_id = e.terminal_id
        JOIN shift h ON h.shift_id = e.subject_id
        JOIN terminal t ON t.terminal_id = h.terminal_id
        JOIN operator o ON o.operator_id = e.operator_id
        LEFT JOIN operator m ON m.operator_id = e.approved_by
      """;

  /** By the moment that the posting and its entry in the journal share. */
  @SqlQuery(
      """
      SELECT p.posting_id, e.kind, t.name AS terminal, e.occurred_at, p.business_date,
             o.name AS operator_name, COALESCE(m.name, '') AS approver_name, c.reason,
             e.amount_minor, 0 AS z_number
      """
          + INCIDENT
          + """
              JOIN posting p ON p.store_id = h.store_id AND p.business_date = h.business_date
                            AND p.kind = 'CASH_MOVED' AND p.shift_id = h.shift_id
                            AND p.occurred_at = e.occurred_at
              JOIN cash_movement c ON c.posting_id = p.posting_id
                                  AND e.kind = CONCAT('CASH_', c.movement)
                                  AND c.amount_minor = ABS(e.amount_minor)
             WHERE j.store_id = :store AND j.code = :terminal AND e.number = :number LIMIT 1""")
  @RegisterConstructorMapper(CashRow.class)
  Optional<CashRow> cashMoved(int store, String terminal, long number);

  @SqlQuery(
      """
      SELECT z.z_id AS posting_id, e.kind, t.name AS terminal, e.occurred_at, z.business_date,
             o.name AS operator_name, COALESCE(m.name, '') AS approver_name,
             z.explanation AS reason,
             z.counted_cash_minor - z.expected_cash_minor AS amount_minor, z.z_number
      """
          + INCIDENT
          + """
              JOIN z_report z ON z.shift_id = h.shift_id
             WHERE j.store_id = :store AND j.code = :terminal AND e.number = :number
               AND e.kind = 'SHIFT_CLOSED_FOR_OTHER'""")
  @RegisterConstructorMapper(CashRow.class)
  Optional<CashRow> shiftClosed(int store, String terminal, long number);

  @SqlQuery(
      """
      SELECT code FROM tender_kind WHERE store_id = :store AND cash
       ORDER BY gives_change DESC, sort_order, code LIMIT 1""")
  Optional<String> changeKind(int store);

  @SqlQuery("SELECT MAX(business_date) FROM business_day WHERE store_id = :store")
  Optional<LocalDate> lastDate(int store);
}
