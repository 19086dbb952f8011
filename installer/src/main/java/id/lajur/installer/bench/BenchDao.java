package id.lajur.installer.bench;

import id.lajur.server.database.Ids;
import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What the bench reads of its store, and the baskets it puts there to be paid. */
final class BenchDao {
  private static final AtomicLong baskets = new AtomicLong();

  /** What is made of sales outside the posting. */
  private static final List<String> SUMS =
      List.of(
          "sales_by_minute",
          "sales_by_operator",
          "sales_by_item",
          "sales_by_member",
          "tenders_by_minute");

  /** What the bench and the schema's history keep. */
  private static final List<String> NOT_COUNTED =
      List.of("flyway_schema_history", "bench_template", "bench_floor");

  private BenchDao() {}

  /** Who a lane is in the database. */
  record LaneIds(int terminalId, int operatorId, UUID shiftId, LocalDate businessDate) {}

  static LaneIds laneIds(Connection connection, String terminalCode) throws SQLException {
    return one(
        Statements.query(
            connection,
            """
            SELECT t.terminal_id, h.operator_id, h.shift_id, h.business_date
              FROM terminal t JOIN shift h ON h.terminal_id = t.terminal_id AND h.closed_at IS NULL
             WHERE t.code = ?""",
            terminalCode,
            (row, code) -> row.text(code),
            row ->
                new LaneIds(
                    row.getInt(1),
                    row.getInt(2),
                    Statements.id(row, "shift_id"),
                    row.getObject(4, LocalDate.class))));
  }

  private static <T> T one(List<T> found) {
    if (found.size() != 1) {
      throw new IllegalStateException("one row was expected, not " + found.size());
    }
    return found.get(0);
  }

  static long fence(Connection connection) throws SQLException {
    return one(
        Statements.query(
            connection,
            "SELECT fence FROM event_head WHERE store_id = ?",
            1,
            (row, store) -> row.number(store),
            row -> row.getLong(1)));
  }

  /** How many events are not in the sums of sales yet. */
  static long unsummed(Connection connection) throws SQLException {
    return one(
        Statements.query(
            connection,
            """
            SELECT h.seq - p.seq FROM event_head h JOIN projection p USING (store_id)
             WHERE h.store_id = ? AND p.name = 'sales'""",
            1,
            (row, store) -> row.number(store),
            row -> row.getLong(1)));
  }

  /**
   * Gives two of five sales a member each, as their baskets would have, and has all sales summed
   * anew: what is sold by hand is nobody's.
   */
  static void addMembers(Connection connection, int count) throws SQLException {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      numbers.add(number);
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("UPDATE projection SET seq = 0 WHERE store_id = 1 AND name = 'sales'");
      Statements.batch(
          connection,
          """
          INSERT INTO member (member_id, store_id, number, name, phone, level_no, active, since,
                              version)
          VALUES (?, 1, ?, ?, '', 0, TRUE, '2026-01-01', 1)""",
          numbers,
          (row, number) -> row.number(number).text("A" + number).text("Anggota " + number));
      statement.execute(
          "UPDATE sale SET member_id = 1 + CRC32(sale_id) DIV 5 % "
              + count
              + " WHERE CRC32(sale_id) % 5 < 2");
      statement.execute(
          """
          INSERT INTO basket_entry (basket_id, seq, request_id, digest, kind, terminal_id,
                 operator_id, occurred_at, member_id)
          SELECT basket_id, line_count + 1, CONCAT(LEFT(basket_id, 15), CHAR(line_count + 1)),
                 UNHEX(SHA2(basket_id, 256)), 'MEMBER', terminal_id, operator_id, sold_at, member_id
            FROM sale WHERE member_id IS NOT NULL""");
      for (String sums : SUMS) {
        statement.execute("DELETE FROM " + sums);
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Two tables of the bench's own, beside the store's. */
  static void makeTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bench_floor LIKE basket_entry");
      statement.execute(
          """
          CREATE TABLE bench_template (
            number SMALLINT NOT NULL, seq INT NOT NULL, item_id INT NOT NULL,
            unit_no SMALLINT NOT NULL, barcode VARCHAR(48) NOT NULL, price_minor BIGINT NOT NULL,
            PRIMARY KEY (number, seq)) ENGINE = InnoDB""");
    }
  }

  /** A sale as the store froze it. */
  static SaleTemplate template(Connection connection, int number, UUID saleId) throws SQLException {
    Statements.Binder<UUID> byId = (row, id) -> row.id(id);
    List<SaleTemplate.Line> lines =
        Statements.query(
            connection,
            """
            SELECT item_id, name, barcode, department_id, unit, price_minor, tax_class_id,
                   taxable_minor, tax_minor
              FROM sale_line WHERE sale_id = ? ORDER BY line_no""",
            saleId,
            byId,
            row ->
                new SaleTemplate.Line(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getString(5),
                    row.getLong(6),
                    row.getInt(7),
                    row.getLong(8),
                    row.getLong(9)));
    List<SaleTemplate.Tax> taxes =
        Statements.query(
            connection,
            """
            SELECT tax_class_id, mode, rate_micro, base_numerator, base_denominator, taxable_minor,
                   tax_minor
              FROM sale_tax WHERE sale_id = ? ORDER BY tax_class_id""",
            saleId,
            byId,
            row ->
                new SaleTemplate.Tax(
                    row.getInt(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getLong(6),
                    row.getLong(7)));
    List<SaleTemplate.Journal> journal =
        Statements.query(
            connection,
            "SELECT line_no, account, amount_minor FROM journal_line WHERE posting_id = ?"
                + " ORDER BY line_no",
            saleId,
            byId,
            row -> new SaleTemplate.Journal(row.getInt(1), row.getString(2), row.getLong(3)));
    List<SaleTemplate.TillMove> moves =
        Statements.query(
            connection,
            "SELECT line_no, kind, amount_minor FROM till_move WHERE posting_id = ?"
                + " ORDER BY line_no",
            saleId,
            byId,
            row -> new SaleTemplate.TillMove(row.getInt(1), row.getString(2), row.getLong(3)));
    return one(
        Statements.query(
            connection,
            """
            SELECT s.lines_minor, s.tax_minor, s.total_minor, s.rounding_minor, s.change_minor,
                   t.amount_minor, r.answer
              FROM sale s
              JOIN sale_tender t ON t.sale_id = s.sale_id
              JOIN posting p ON p.posting_id = s.sale_id
              JOIN request r ON r.request_id = p.request_id
             WHERE s.sale_id = ?""",
            saleId,
            byId,
            row ->
                new SaleTemplate(
                    number,
                    lines,
                    taxes,
                    journal,
                    moves,
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getBytes(7))));
  }

  /** Keeps what the baskets of a template hold. */
  static void keep(Connection connection, SaleTemplate template) throws SQLException {
    List<Integer> numbers = new ArrayList<>();
    for (int seq = 1; seq <= template.lines().size(); seq++) {
      numbers.add(seq);
    }
    Statements.batch(
        connection,
        "INSERT INTO bench_template VALUES (?, ?, ?, 0, ?, ?)",
        numbers,
        (row, seq) -> {
          SaleTemplate.Line line = template.lines().get(seq - 1);
          row.number(template.number())
              .number(seq)
              .number(line.itemId())
              .text(line.barcode())
              .number(line.priceMinor());
        });
  }

  /**
   * Opens baskets of ten lines at a lane, as ten scans would have; their ids rise with time, and
   * carry their template, by which the entries are made inside the database. Those of one call
   * follow one another, with none of another call between them.
   */
  static List<PreparedBasket> prepare(
      Connection connection, BenchLane lane, List<SaleTemplate> templates, int count)
      throws SQLException {
    long first = baskets.getAndAdd(count);
    long millis = System.currentTimeMillis();
    List<PreparedBasket> prepared = new ArrayList<>(count);
    for (long made = first; made < first + count; made++) {
      prepared.add(like(templates.get((int) (made % templates.size())), millis, made));
    }
    Instant now = Instant.now();
    for (int from = 0; from < count; from += 500) {
      List<PreparedBasket> part = prepared.subList(from, Math.min(count, from + 500));
      prepare(connection, lane, part, now);
    }
    return prepared;
  }

  /** Takes away the baskets that were put there and not paid: no store has thousands open. */
  static void discardOpen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          DELETE e, b FROM basket b JOIN basket_entry e ON e.basket_id = b.basket_id
           WHERE b.state = 'OPEN'""");
    }
  }

  /** A basket that is not in the store yet. */
  static PreparedBasket like(SaleTemplate template) {
    return like(template, System.currentTimeMillis(), baskets.getAndIncrement());
  }

  private static PreparedBasket like(SaleTemplate template, long millis, long made) {
    long high = millis << 16 | 0x7000 | made >>> 20 & 0xfff;
    long low = 1L << 63 | (made & 0xf_ffff) << 40 | (long) template.number() << 8;
    return new PreparedBasket(new UUID(high, low), template);
  }

  private static void prepare(
      Connection connection, BenchLane lane, List<PreparedBasket> part, Instant now)
      throws SQLException {
    connection.setAutoCommit(false);
    Statements.batch(
        connection,
        """
        INSERT INTO basket (basket_id, store_id, terminal_id, shift_id, operator_id, generation,
                            state, opened_at, changed_at)
        VALUES (?, 1, ?, ?, ?, 1, 'OPEN', ?, ?)""",
        part,
        (row, basket) ->
            row.id(basket.basketId())
                .number(lane.terminalId())
                .id(lane.shiftId())
                .number(lane.operatorId())
                .time(now)
                .time(now));
    Statements.update(
        connection,
        """
        INSERT INTO basket_entry (basket_id, seq, request_id, digest, kind, terminal_id,
               operator_id, occurred_at, item_id, unit_no, barcode, quantity_milli,
               list_price_minor, price_minor, price_source, item_code, item_name, department_id,
               item_kind, account, tax_class_id, weighed, no_discount, no_return, stock_policy,
               unit, factor_milli)
        SELECT b.basket_id, t.seq, CONCAT(LEFT(b.basket_id, 15), CHAR(t.seq)),
               UNHEX(SHA2(b.basket_id, 256)), 'LINE', b.terminal_id, b.operator_id, b.opened_at,
               t.item_id, t.unit_no, t.barcode, 1000, t.price_minor, t.price_minor, 'LIST',
               i.code, i.name, i.department_id, i.kind, i.account, i.tax_class_id, i.weighed,
               i.no_discount, i.no_return, i.stock_policy, u.unit, u.factor_milli
          FROM basket b
          JOIN bench_template t ON t.number = ORD(SUBSTRING(b.basket_id, 15, 1))
          JOIN item i ON i.item_id = t.item_id
          JOIN item_unit u ON u.item_id = t.item_id AND u.unit_no = t.unit_no
         WHERE b.basket_id BETWEEN ? AND ? AND b.state = 'OPEN' AND b.terminal_id = ?
         ORDER BY b.basket_id, t.seq""",
        part,
        (row, baskets) ->
            row.id(baskets.get(0).basketId())
                .id(baskets.get(baskets.size() - 1).basketId())
                .number(lane.terminalId()));
    connection.commit();
  }

  /** What a scan's entry is like, as a row in a table that nothing else touches. */
  static void floorInsert(Connection connection, PreparedBasket like, int seq, BenchLane lane)
      throws SQLException {
    SaleTemplate.Line line = like.template().lines().get(seq % like.template().lines().size());
    Statements.update(
        connection,
        """
        INSERT INTO bench_floor (basket_id, seq, request_id, digest, kind, terminal_id, operator_id,
               occurred_at, item_id, unit_no, barcode, quantity_milli, list_price_minor,
               price_minor, price_source, item_code, item_name, department_id, item_kind,
               tax_class_id, weighed, no_discount, no_return, stock_policy, unit, factor_milli)
        VALUES (?, ?, ?, ?, 'LINE', ?, ?, ?, ?, 0, ?, 1000, ?, ?, 'LIST', ?, ?, ?, 'GOODS',
                ?, FALSE, FALSE, FALSE, 'ALLOW', ?, 1000)""",
        line,
        (row, l) ->
            row.id(like.basketId())
                .number(seq)
                .id(Ids.next())
                .bytes(new byte[32])
                .number(lane.terminalId())
                .number(lane.operatorId())
                .time(Instant.now())
                .number(l.itemId())
                .text(l.barcode())
                .number(l.priceMinor())
                .number(l.priceMinor())
                .text(l.barcode())
                .text(l.name())
                .number(l.departmentId())
                .number(l.taxClassId())
                .text(l.unit()));
  }

  /** Rows of each of the store's tables. */
  static Map<String, Long> rows(Connection connection) throws SQLException {
    List<String> tables =
        Statements.query(
            connection,
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                + " AND table_type = ? ORDER BY table_name",
            "BASE TABLE",
            (row, type) -> row.text(type),
            row -> row.getString(1));
    Map<String, Long> rows = new TreeMap<>();
    for (String table : tables) {
      if (!NOT_COUNTED.contains(table) && !SUMS.contains(table)) {
        rows.put(
            table,
            one(
                Statements.query(
                    connection,
                    "SELECT COUNT(*) FROM `" + table + "`",
                    table,
                    (row, name) -> {},
                    row -> row.getLong(1))));
      }
    }
    return rows;
  }
}
