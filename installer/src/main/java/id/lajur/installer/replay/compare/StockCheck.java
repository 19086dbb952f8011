package id.lajur.installer.replay.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Stock, its value and the cost of sales, item by item from the moves, by a moving average of its
 * own: what is held leaves at its average, beyond it at the cost of the last receipt; a receipt
 * first fills a hole at what the hole stands in the books for.
 */
final class StockCheck {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private static final String MOVES =
      """
      SELECT m.item_id, m.quantity_milli, m.value_minor, p.kind, g.cost_minor, i.code
        FROM stock_move m
        JOIN posting p ON p.posting_id = m.posting_id
        JOIN item i ON i.item_id = m.item_id
        LEFT JOIN goods_receipt_line g ON g.posting_id = m.posting_id AND g.line_no = m.line_no
       ORDER BY m.item_id, m.posting_id, m.line_no""";

  /**
   * @param costOfSalesMinor recomputed
   * @param valueMinor of the stock, recomputed
   */
  record Result(long costOfSalesMinor, long valueMinor) {}

  /** One item as it is recomputed. */
  private static final class Stock {
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal value = BigDecimal.ZERO;
    private BigDecimal lastCost = BigDecimal.ZERO;

    BigDecimal move(long milli, boolean receipt, long cost) {
      BigDecimal moved = BigDecimal.valueOf(milli);
      BigDecimal worth;
      if (milli < 0) {
        worth = taken(moved.negate()).negate();
      } else {
        BigDecimal hole = quantity.negate().max(BigDecimal.ZERO).min(moved);
        BigDecimal filled = share(value, hole, quantity);
        BigDecimal rest = moved.subtract(hole);
        if (receipt) {
          BigDecimal whole = BigDecimal.valueOf(cost);
          BigDecimal holeCost = hole.signum() == 0 ? BigDecimal.ZERO : share(whole, hole, moved);
          worth = whole.subtract(holeCost).add(filled);
          lastCost = share(whole, THOUSAND, moved);
        } else if (quantity.signum() > 0) {
          worth = filled.add(share(value, rest, quantity));
        } else {
          worth = filled.add(share(lastCost, rest, THOUSAND));
        }
      }
      quantity = quantity.add(moved);
      value = value.add(worth);
      return worth;
    }

    private BigDecimal taken(BigDecimal out) {
      BigDecimal held = out.min(quantity).max(BigDecimal.ZERO);
      BigDecimal average = held.signum() == 0 ? BigDecimal.ZERO : share(value, held, quantity);
      return average.add(share(lastCost, out.subtract(held), THOUSAND));
    }

    /** {@code amount x part / whole}, rounded once, half up away from zero. */
    private static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
      return whole.signum() == 0
          ? BigDecimal.ZERO
          : amount.multiply(part).divide(whole, 0, RoundingMode.HALF_UP);
    }
  }

  private StockCheck() {}

  static Result run(Connection connection, Consumer<String> tell) throws SQLException {
    Map<Integer, Long[]> balances = balances(connection);
    long[] sums = new long[2];
    try (PreparedStatement statement = connection.prepareStatement(MOVES)) {
      statement.setFetchSize(5_000);
      try (ResultSet row = statement.executeQuery()) {
        int item = -1;
        String code = "";
        Stock stock = new Stock();
        while (row.next()) {
          if (row.getInt(1) != item) {
            compare(item, code, stock, balances, sums, tell);
            item = row.getInt(1);
            code = row.getString(6);
            stock = new Stock();
          }
          boolean receipt = row.getString(4).equals("GOODS_RECEIPT");
          long worth = stock.move(row.getLong(2), receipt, row.getLong(5)).longValueExact();
          if (worth != row.getLong(3)) {
            tell.accept(
                "stock of item "
                    + code
                    + ": a move of "
                    + row.getLong(2)
                    + " is worth "
                    + worth
                    + ", the store booked "
                    + row.getLong(3));
          }
          sums[0] -= receipt ? 0 : worth;
        }
        compare(item, code, stock, balances, sums, tell);
      }
    }
    balances.forEach(
        (item, balance) -> tell.accept("stock of item number " + item + " has no move"));
    return new Result(sums[0], sums[1]);
  }

  private static void compare(
      int item,
      String code,
      Stock stock,
      Map<Integer, Long[]> balances,
      long[] sums,
      Consumer<String> tell) {
    if (item < 0) {
      return;
    }
    Long[] balance = balances.remove(item);
    long quantity = stock.quantity.longValueExact();
    long value = stock.value.longValueExact();
    sums[1] += value;
    if (balance == null && quantity == 0 && value == 0) {
      return; // never moved
    }
    if (balance == null || balance[0] != quantity || balance[1] != value) {
      tell.accept(
          "stock of item "
              + code
              + ": the moves come to "
              + quantity
              + " worth "
              + value
              + ", the store has "
              + (balance == null ? "none" : balance[0] + " worth " + balance[1]));
    }
  }

  private static Map<Integer, Long[]> balances(Connection connection) throws SQLException {
    Map<Integer, Long[]> balances = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT item_id, SUM(quantity_milli), SUM(value_minor) FROM stock_balance"
                    + " GROUP BY item_id HAVING SUM(quantity_milli <> 0 OR value_minor <> 0) > 0");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        balances.put(row.getInt(1), new Long[] {row.getLong(2), row.getLong(3)});
      }
    }
    return balances;
  }
}
