package id.lajur.installer.bench;

import id.lajur.server.database.Ids;
import id.lajur.server.database.Statements;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The baseline: a sale as somebody would write it by hand who wants nothing but speed. It computes
 * no price and no tax, asks neither who calls nor whether the request is known, and copies the
 * answer; it writes every row that the store writes, with the books, the chain and the number of
 * the event right, so that the audit of both is clean.
 *
 * <p>One transaction, seventeen round trips by server-side prepared statements: what conflicts with
 * nobody is written first, then the balances are locked in key order, the number of the event comes
 * last. With several sales at once (which the growth test fills its database by) each statement
 * carries all their rows.
 */
final class HandWrittenDao implements AutoCloseable {
  private final Connection connection;
  private final long fence;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());

  HandWrittenDao(Connection connection, long fence) throws SQLException {
    this.connection = connection;
    this.fence = fence;
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
  }

  private record Stock(long quantityMilli, long valueMinor, long lastUnitCostMinor) {}

  /** One sale on its way. */
  private static final class Sale {
    private final UUID saleId = Ids.next();
    private final PreparedBasket basket;
    private final UUID requestId = Ids.next();
    private final long[] costs = new long[10];
    private long cost;
    private long number;
    private byte[] hash = new byte[32];

    Sale(PreparedBasket basket) {
      this.basket = basket;
    }

    SaleTemplate template() {
      return basket.template();
    }
  }

  /** Sells baskets of one lane in one transaction. */
  void sell(BenchLane lane, List<PreparedBasket> baskets) throws SQLException {
    List<Sale> sales = baskets.stream().map(Sale::new).toList();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    try {
      closeBaskets(lane, sales, now);
      numberAndChain(lane, sales, now);
      writeWhatNobodyWaitsFor(lane, sales, now);
      Map<Integer, Stock> stock = lockStock(sales);
      takeStock(sales, stock);
      writeWhatDependsOnStock(lane, sales, now, stock);
      writeEvents(lane, sales, now);
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  private void closeBaskets(BenchLane lane, List<Sale> sales, Instant now) throws SQLException {
    PreparedStatement statement =
        prepare(
            "UPDATE basket SET state = 'SOLD', changed_at = ? WHERE terminal_id = ?"
                + " AND generation = 1 AND state = 'OPEN' AND basket_id IN ("
                + places("?", sales.size())
                + ")");
    Statements.Row row = new Statements.Row(statement).time(now).number(lane.terminalId());
    for (Sale sale : sales) {
      row.id(sale.basket.basketId());
    }
    if (statement.executeUpdate() != sales.size()) {
      throw new IllegalStateException("a basket is not open");
    }
  }

  private void numberAndChain(BenchLane lane, List<Sale> sales, Instant now) throws SQLException {
    PreparedStatement statement =
        prepare(
            """
            SELECT h.last_number, h.last_hash FROM receipt_head h
              JOIN shift s ON s.shift_id = ? AND s.closed_at IS NULL
             WHERE h.terminal_id = ? AND h.series = 'S' FOR UPDATE""");
    new Statements.Row(statement).id(lane.shiftId()).number(lane.terminalId());
    long number;
    byte[] hash;
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("the shift is closed");
      }
      number = row.getLong(1);
      hash = row.getBytes(2);
    }
    for (Sale sale : sales) {
      sale.number = ++number;
      sale.hash = link(hash, lane, sale, now);
      hash = sale.hash;
    }
    PreparedStatement update =
        prepare(
            """
            UPDATE receipt_head SET last_number = ?, last_hash = ?
             WHERE terminal_id = ? AND series = 'S'""");
    new Statements.Row(update).number(number).bytes(hash).number(lane.terminalId());
    update.executeUpdate();
  }

  private void writeWhatNobodyWaitsFor(BenchLane lane, List<Sale> sales, Instant now)
      throws SQLException {
    insert(
        "INSERT INTO posting (posting_id, store_id, kind, terminal_id, operator_id, shift_id,"
            + " business_date, occurred_at, request_id, part) VALUES ",
        "(?, 1, 'SALE', ?, ?, ?, ?, ?, ?, 1)",
        sales,
        (row, sale) ->
            row.id(sale.saleId)
                .number(lane.terminalId())
                .number(lane.operatorId())
                .id(lane.shiftId())
                .date(lane.businessDate())
                .time(now)
                .id(sale.requestId));
    insert(
        "INSERT INTO sale_tender (sale_id, tender_no, kind, amount_minor, reference) VALUES ",
        "(?, 1, 'CASH', ?, '')",
        sales,
        (row, sale) -> row.id(sale.saleId).number(sale.template().tenderMinor()));
    insert(
        "INSERT INTO sale_tax (sale_id, tax_class_id, mode, rate_micro, base_numerator,"
            + " base_denominator, taxable_minor, tax_minor) VALUES ",
        "(?, ?, ?, ?, ?, ?, ?, ?)",
        each(sales, SaleTemplate::taxes),
        (row, tax) ->
            row.id(tax.sale().saleId)
                .number(tax.part().taxClassId())
                .text(tax.part().mode())
                .number(tax.part().rateMicro())
                .number(tax.part().baseNumerator())
                .number(tax.part().baseDenominator())
                .number(tax.part().taxableMinor())
                .number(tax.part().taxMinor()));
    insert(
        "INSERT INTO till_move (posting_id, line_no, shift_id, terminal_id, kind, amount_minor)"
            + " VALUES ",
        "(?, ?, ?, ?, ?, ?)",
        each(sales, SaleTemplate::tillMoves),
        (row, move) ->
            row.id(move.sale().saleId)
                .number(move.part().lineNo())
                .id(lane.shiftId())
                .number(lane.terminalId())
                .text(move.part().kind())
                .number(move.part().amountMinor()));
    byte[] digest = new byte[32];
    for (int i = 0; i < 32; i += 8) {
      java.nio.ByteBuffer.wrap(digest).putLong(i, random.nextLong());
    }
    insert(
        "INSERT INTO request (request_id, terminal_id, digest, answer, answered_at) VALUES ",
        "(?, ?, ?, ?, ?)",
        sales,
        (row, sale) ->
            row.id(sale.requestId)
                .number(lane.terminalId())
                .bytes(digest)
                .bytes(sale.template().answer())
                .time(now));
  }

  private Map<Integer, Stock> lockStock(List<Sale> sales) throws SQLException {
    List<Integer> items =
        sales.stream()
            .flatMap(sale -> sale.template().lines().stream())
            .map(SaleTemplate.Line::itemId)
            .sorted()
            .distinct()
            .toList();
    int places = sales.size() == 1 ? items.size() : Integer.highestOneBit(items.size() * 2 - 1);
    PreparedStatement statement =
        prepare(
            "SELECT item_id, quantity_milli, value_minor, last_unit_cost_minor FROM stock_balance"
                + " WHERE location_id = 1 AND item_id IN ("
                + places("?", places)
                + ") ORDER BY item_id FOR UPDATE");
    Statements.Row row = new Statements.Row(statement);
    for (int i = 0; i < places; i++) {
      row.number(items.get(Math.min(i, items.size() - 1)));
    }
    Map<Integer, Stock> stock = new TreeMap<>();
    try (ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        stock.put(found.getInt(1), new Stock(found.getLong(2), found.getLong(3), found.getLong(4)));
      }
    }
    return stock;
  }

  private static void takeStock(List<Sale> sales, Map<Integer, Stock> stock) {
    for (Sale sale : sales) {
      int i = 0;
      for (SaleTemplate.Line line : sale.template().lines()) {
        Stock before = stock.get(line.itemId());
        if (before == null || before.quantityMilli() < 1_000_000) {
          throw new IllegalStateException("the bench has sold out");
        }
        // In range: values stay below 2^53 and a line takes one piece.
        long cost =
            (before.valueMinor() * 1000 * 2 + before.quantityMilli())
                / (before.quantityMilli() * 2);
        stock.put(
            line.itemId(),
            new Stock(
                before.quantityMilli() - 1000,
                before.valueMinor() - cost,
                before.lastUnitCostMinor()));
        sale.costs[i++] = cost;
        sale.cost += cost;
      }
    }
  }

  private void writeWhatDependsOnStock(
      BenchLane lane, List<Sale> sales, Instant now, Map<Integer, Stock> stock)
      throws SQLException {
    List<Of<SaleTemplate.Line>> lines = each(sales, SaleTemplate::lines);
    insert(
        "INSERT INTO sale (sale_id, basket_id, store_id, terminal_id, series, number, shift_id,"
            + " operator_id, business_date, sold_at, line_count, lines_minor, discount_minor,"
            + " tax_on_top_minor, tax_minor, total_minor, rounding_minor, change_minor, cost_minor,"
            + " hash) VALUES ",
        "(?, ?, 1, ?, 'S', ?, ?, ?, ?, ?, 10, ?, 0, 0, ?, ?, ?, ?, ?, ?)",
        sales,
        (row, sale) ->
            row.id(sale.saleId)
                .id(sale.basket.basketId())
                .number(lane.terminalId())
                .number(sale.number)
                .id(lane.shiftId())
                .number(lane.operatorId())
                .date(lane.businessDate())
                .time(now)
                .number(sale.template().linesMinor())
                .number(sale.template().taxMinor())
                .number(sale.template().totalMinor())
                .number(sale.template().roundingMinor())
                .number(sale.template().changeMinor())
                .number(sale.cost)
                .bytes(sale.hash));
    insert(
        "INSERT INTO sale_line (sale_id, line_no, store_id, business_date, terminal_id, kind,"
            + " item_id, item_kind, name, barcode, department_id, unit, factor_milli, weighed,"
            + " quantity_milli, list_price_minor, price_minor, price_source, discount_minor,"
            + " total_minor, basket_discount_minor, tax_class_id, taxable_minor, tax_minor,"
            + " cost_minor, reason) VALUES ",
        "(?, ?, 1, ?, ?, 'SALE', ?, 'GOODS', ?, ?, ?, ?, 1000, FALSE, 1000, ?, ?, 'LIST', 0, ?, 0,"
            + " ?, ?, ?, ?, NULL)",
        lines,
        (row, line) ->
            row.id(line.sale().saleId)
                .number(line.no())
                .date(lane.businessDate())
                .number(lane.terminalId())
                .number(line.part().itemId())
                .text(line.part().name())
                .text(line.part().barcode())
                .number(line.part().departmentId())
                .text(line.part().unit())
                .number(line.part().priceMinor())
                .number(line.part().priceMinor())
                .number(line.part().priceMinor())
                .number(line.part().taxClassId())
                .number(line.part().taxableMinor())
                .number(line.part().taxMinor())
                .number(line.sale().costs[line.no() - 1]));
    insert(
        "INSERT INTO stock_move (posting_id, line_no, location_id, item_id, quantity_milli,"
            + " value_minor) VALUES ",
        "(?, ?, 1, ?, -1000, ?)",
        lines,
        (row, line) ->
            row.id(line.sale().saleId)
                .number(line.no())
                .number(line.part().itemId())
                .number(-line.sale().costs[line.no() - 1]));
    insert(
        "INSERT INTO journal_line (posting_id, line_no, account, amount_minor, terminal_id,"
            + " business_date) VALUES ",
        "(?, ?, ?, ?, ?, ?)",
        each(sales, SaleTemplate::journal),
        (row, line) ->
            row.id(line.sale().saleId)
                .number(line.part().lineNo())
                .text(line.part().account())
                .number(
                    switch (line.part().account()) {
                      case "5101" -> line.sale().cost;
                      case "1141" -> -line.sale().cost;
                      default -> line.part().amountMinor();
                    })
                .number(lane.terminalId())
                .date(lane.businessDate()));
    insert(
        "INSERT INTO stock_balance (location_id, item_id, quantity_milli, value_minor,"
            + " last_unit_cost_minor) VALUES ",
        "(1, ?, ?, ?, ?)",
        " ON DUPLICATE KEY UPDATE quantity_milli = VALUES(quantity_milli),"
            + " value_minor = VALUES(value_minor)",
        List.copyOf(stock.entrySet()),
        (row, entry) ->
            row.number(entry.getKey())
                .number(entry.getValue().quantityMilli())
                .number(entry.getValue().valueMinor())
                .number(entry.getValue().lastUnitCostMinor()));
  }

  private void writeEvents(BenchLane lane, List<Sale> sales, Instant now) throws SQLException {
    PreparedStatement head =
        prepare(
            "UPDATE event_head SET seq = LAST_INSERT_ID(seq + ?) WHERE store_id = 1 AND fence = ?");
    new Statements.Row(head).number(sales.size()).number(fence);
    if (head.executeUpdate() != 1) {
      throw new IllegalStateException("the right to post is lost");
    }
    List<Of<Integer>> numbered = new ArrayList<>();
    for (int i = 0; i < sales.size(); i++) {
      numbered.add(new Of<>(sales.get(i), 1, sales.size() - 1 - i));
    }
    insert(
        "INSERT INTO event (store_id, seq, kind, document_id, terminal_id, business_date,"
            + " occurred_at, amount_minor, line_count) VALUES ",
        "(1, LAST_INSERT_ID() - ?, 'SALE', ?, ?, ?, ?, ?, 10)",
        numbered,
        (row, event) ->
            row.number(event.part())
                .id(event.sale().saleId)
                .number(lane.terminalId())
                .date(lane.businessDate())
                .time(now)
                .number(event.sale().template().totalMinor()));
  }

  /** Part {@code no}, from 1, of a sale. */
  private record Of<P>(Sale sale, int no, P part) {}

  private static <P> List<Of<P>> each(
      List<Sale> sales, java.util.function.Function<SaleTemplate, List<P>> parts) {
    List<Of<P>> all = new ArrayList<>();
    for (Sale sale : sales) {
      int no = 0;
      for (P part : parts.apply(sale.template())) {
        all.add(new Of<>(sale, ++no, part));
      }
    }
    return all;
  }

  private <T> void insert(String into, String row, List<T> values, Statements.Binder<T> binder)
      throws SQLException {
    insert(into, row, "", values, binder);
  }

  private <T> void insert(
      String into, String one, String after, List<T> values, Statements.Binder<T> binder)
      throws SQLException {
    PreparedStatement statement = prepare(into + places(one, values.size()) + after);
    Statements.Row row = new Statements.Row(statement);
    for (T value : values) {
      binder.bind(row, value);
    }
    statement.executeUpdate();
  }

  private final Map<String, String> lists = new HashMap<>();

  private String places(String one, int count) {
    return lists.computeIfAbsent(
        one + count, key -> String.join(", ", Collections.nCopies(count, one)));
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS);
      prepared.put(sql, statement);
    }
    return statement;
  }

  /** Form 1 of docs/chains.md. */
  private static byte[] link(byte[] before, BenchLane lane, Sale sale, Instant now) {
    SaleTemplate template = sale.template();
    StringBuilder text = new StringBuilder(1_024);
    text.append("lajur-receipt|1\n").append(HexFormat.of().formatHex(before));
    text.append("\nsale|").append(lane.terminalId()).append("|S|").append(sale.number);
    text.append('|').append(sale.saleId).append('|').append(sale.basket.basketId());
    text.append('|').append(lane.businessDate());
    text.append('|').append(now.getEpochSecond() * 1_000_000L + now.getNano() / 1_000);
    text.append('|').append(lane.operatorId()).append("|10|").append(template.linesMinor());
    text.append("|0|0|").append(template.taxMinor()).append('|').append(template.totalMinor());
    text.append('|').append(template.roundingMinor());
    text.append('|').append(template.changeMinor()).append('\n');
    int no = 0;
    for (SaleTemplate.Line line : template.lines()) {
      text.append("line|").append(++no).append("|SALE|").append(line.itemId());
      text.append('|').append(line.barcode().length()).append(':').append(line.barcode());
      text.append("|1000|1000|").append(line.priceMinor()).append('|').append(line.priceMinor());
      text.append("|LIST|0|").append(line.priceMinor()).append("|0|").append(line.taxClassId());
      text.append('|').append(line.taxableMinor()).append('|').append(line.taxMinor());
      text.append('\n');
    }
    for (SaleTemplate.Tax tax : template.taxes()) {
      text.append("tax|").append(tax.taxClassId()).append('|').append(tax.mode());
      text.append('|').append(tax.rateMicro()).append('|').append(tax.baseNumerator());
      text.append('|').append(tax.baseDenominator()).append('|').append(tax.taxableMinor());
      text.append('|').append(tax.taxMinor()).append('\n');
    }
    text.append("tender|1|CASH|").append(template.tenderMinor()).append("|0:\n");
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
