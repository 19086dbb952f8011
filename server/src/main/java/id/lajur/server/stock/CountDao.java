package id.lajur.server.stock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Counts, their sheets and their figures. */
@RegisterConstructorMapper(CountDao.Locked.class)
@RegisterConstructorMapper(CountDao.Head.class)
@RegisterConstructorMapper(CountDao.Line.class)
@RegisterConstructorMapper(CountDao.Book.class)
interface CountDao {
  /** A count as it is locked by whoever changes it. */
  record Locked(
      UUID countId,
      int locationId,
      String name,
      String state,
      @Nullable UUID postRequestId,
      byte @Nullable [] postDigest,
      @Nullable Integer postTerminalId,
      @Nullable Integer endedBy) {}

  /** One as it is listed. */
  record Head(
      UUID countId,
      String name,
      String state,
      String location,
      Instant openedAt,
      String openedBy,
      @Nullable Instant endedAt,
      @Nullable String endedBy,
      int itemCount,
      int countedCount) {}

  /**
   * An item of a count.
   *
   * @param countedMilli null = not counted
   * @param bookMilli at the moment of {@code countedAt}
   */
  record Line(
      int itemId,
      String itemCode,
      String name,
      String baseUnit,
      String department,
      @Nullable Long countedMilli,
      @Nullable Long bookMilli,
      @Nullable Instant countedAt,
      @Nullable String countedBy,
      int figureCount,
      boolean onSheet) {
    /** How far the count is above the book; 0 where nobody counted. */
    long differenceMilli() {
      return countedMilli == null || bookMilli == null
          ? 0
          : Math.subtractExact(countedMilli, bookMilli);
    }
  }

  /**
   * What the book said, as one statement read it.
   *
   * @param afterPostingId the last posting that it held, null = none
   */
  record Book(long quantityMilli, @Nullable UUID afterPostingId) {}

  /** A count; nothing where there is one of this id. */
  @SqlUpdate(
      """
      INSERT IGNORE INTO stock_count (count_id, store_id, location_id, name, state, opened_at,
                                      opened_by)
      VALUES (:countId, :storeId, :locationId, :name, 'OPEN', :now, :operatorId)""")
  void open(UUID countId, int storeId, int locationId, String name, Instant now, int operatorId);

  @SqlUpdate(
      """
      INSERT INTO stock_count_item (count_id, item_id)
      SELECT :countId, i.item_id FROM item i JOIN department d ON d.department_id = i.department_id
       WHERE i.store_id = :storeId AND d.code = :department AND i.kind = 'GOODS'
         AND NOT i.item_id <=> d.item_id""")
  void addDepartment(UUID countId, int storeId, String department);

  @SqlQuery("SELECT COUNT(*) FROM department WHERE store_id = :storeId AND code = :department")
  int departments(int storeId, String department);

  /** 0 when there are no such goods. */
  @SqlUpdate(
      """
      INSERT IGNORE INTO stock_count_item (count_id, item_id)
      SELECT :countId, item_id FROM item
       WHERE store_id = :storeId AND code = :code AND kind = 'GOODS'""")
  int addItem(UUID countId, int storeId, String code);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM item WHERE store_id = :storeId AND code = :code AND kind = 'GOODS'""")
  int goods(int storeId, String code);

  /** Locks a count: one figure comes in after another, and none once it is being posted. */
  @SqlQuery(
      """
      SELECT count_id, location_id, name, state, post_request_id, post_digest, post_terminal_id,
             ended_by
        FROM stock_count WHERE store_id = :storeId AND count_id = :countId FOR UPDATE""")
  Optional<Locked> lock(int storeId, UUID countId);

  /**
   * The book of an item, and which posting was its last: both of one statement, so of one moment. A
   * balance is written by its posting alone, so it is the sum of the moves up to that posting.
   */
  @SqlQuery(
      """
      SELECT COALESCE((SELECT quantity_milli FROM stock_balance
                        WHERE location_id = :locationId AND item_id = :itemId), 0) AS quantity_milli,
             (SELECT MAX(posting_id) FROM stock_move
               WHERE item_id = :itemId AND location_id = :locationId) AS after_posting_id""")
  Book book(int locationId, int itemId);

  /** A figure; the first of an item replaces nothing, so nothing is added to. */
  @SqlUpdate(
      """
      INSERT INTO stock_count_figure (count_id, seq, item_id, code, kind, quantity_milli, book_milli,
                                      after_posting_id, counted_at, operator_id, terminal_id)
      SELECT :countId, n.last + 1, :itemId, :code,
             IF(:adds AND n.of_item > 0, 'ADD', 'REPLACE'), :quantityMilli,
             :book.quantityMilli, :book.afterPostingId, :now, :operatorId, :terminalId
        FROM (SELECT COALESCE(MAX(seq), 0) AS last, COALESCE(SUM(item_id = :itemId), 0) AS of_item
                FROM stock_count_figure WHERE count_id = :countId) n""")
  void figure(
      UUID countId,
      int itemId,
      String code,
      boolean adds,
      long quantityMilli,
      @BindMethods("book") Book book,
      Instant now,
      int operatorId,
      int terminalId);

  @SqlUpdate(
      """
      UPDATE stock_count SET state = :state, ended_at = :now, ended_by = :operatorId,
             post_request_id = :requestId, post_digest = :digest, post_terminal_id = :terminalId
       WHERE count_id = :countId""")
  void end(
      UUID countId,
      String state,
      Instant now,
      int operatorId,
      @Nullable UUID requestId,
      byte @Nullable [] digest,
      @Nullable Integer terminalId);

  @SqlUpdate(
      "UPDATE stock_count SET state = 'POSTED' WHERE count_id = :countId AND state = 'POSTING'")
  void posted(UUID countId);

  @SqlQuery("SELECT count_id FROM stock_count WHERE store_id = :storeId AND state = 'POSTING'")
  List<UUID> posting(int storeId);

  String HEADS =
      """
      SELECT c.count_id, c.name, c.state, l.code AS location, c.opened_at, o.name AS opened_by,
             c.ended_at, e.name AS ended_by,
             (SELECT COUNT(*) FROM (SELECT count_id, item_id FROM stock_count_item
                                     UNION SELECT count_id, item_id FROM stock_count_figure) n
               WHERE n.count_id = c.count_id) AS item_count,
             (SELECT COUNT(DISTINCT f.item_id) FROM stock_count_figure f
               WHERE f.count_id = c.count_id) AS counted_count
        FROM stock_count c
        JOIN location l ON l.location_id = c.location_id
        JOIN operator o ON o.operator_id = c.opened_by
        LEFT JOIN operator e ON e.operator_id = c.ended_by
       WHERE c.store_id = :storeId\s""";

  /** Open ones first, then the newest. */
  @SqlQuery(
      HEADS
          + "ORDER BY c.state <> 'OPEN', c.opened_at DESC, c.count_id LIMIT :most OFFSET :skipped")
  List<Head> page(int storeId, int skipped, int most);

  @SqlQuery(HEADS + "AND c.count_id = :countId")
  Optional<Head> head(int storeId, UUID countId);

  /**
   * Items of a count by name. What counts is the newest figure that replaced those before, with
   * what was added to it since; it is compared with the book of the moment it replaced them.
   *
   * @param itemId null = all
   */
  @SqlQuery(
      """
      WITH newest AS
        (SELECT item_id, MAX(IF(kind = 'REPLACE', seq, 0)) AS replaced, MAX(seq) AS last,
                COUNT(*) AS figures
           FROM stock_count_figure WHERE count_id = :countId GROUP BY item_id)
      SELECT i.item_id, i.code AS item_code, i.name, u.unit AS base_unit, d.code AS department,
             (SELECT SUM(g.quantity_milli) FROM stock_count_figure g
               WHERE g.count_id = :countId AND g.item_id = i.item_id AND g.seq >= n.replaced)
               AS counted_milli,
             f.book_milli, f.counted_at, o.name AS counted_by, COALESCE(n.figures, 0) AS figure_count,
             EXISTS (SELECT 1 FROM stock_count_item s
                      WHERE s.count_id = :countId AND s.item_id = i.item_id) AS on_sheet
        FROM (SELECT item_id FROM stock_count_item WHERE count_id = :countId
               UNION SELECT item_id FROM newest) a
        JOIN item i ON i.item_id = a.item_id
        JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = 0
        JOIN department d ON d.department_id = i.department_id
        LEFT JOIN newest n ON n.item_id = i.item_id
        LEFT JOIN stock_count_figure f ON f.count_id = :countId AND f.seq = n.replaced
        LEFT JOIN stock_count_figure b ON b.count_id = :countId AND b.seq = n.last
        LEFT JOIN operator o ON o.operator_id = b.operator_id
       WHERE :itemId IS NULL OR i.item_id = :itemId
       ORDER BY i.name, i.item_id""")
  List<Line> lines(UUID countId, @Nullable Integer itemId);
}
