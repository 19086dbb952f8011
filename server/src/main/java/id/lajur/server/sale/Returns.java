package id.lajur.server.sale;

import id.lajur.server.catalog.SaleItem;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Goods that come back with their receipt: no more of a line than was sold on it and has not come
 * back yet. A basket is refused more as soon as it asks; the posting decides, under a lock, since
 * two lanes may hold the same receipt.
 */
final class Returns {
  private Returns() {}

  /**
   * Refuses what a line did not sell, and more than is left of it.
   *
   * @param item that comes back
   * @throws Refusal SALE_UNKNOWN, RETURN_NOT_ALLOWED, RETURN_TOO_MUCH
   */
  static void refuse(
      Connection connection, Basket basket, SaleItem item, SoldLine line, long quantityMilli)
      throws SQLException {
    ReturnDao.Sold sold = sold(connection, basket, line);
    if (!sold.kind().equals("SALE")
        || sold.itemId() != item.itemId()
        || sold.factorMilli() != item.factorMilli()) {
      throw new Refusal(Reason.RETURN_NOT_ALLOWED).with("item", item.name());
    }
    refuseMore(basket, line, sold, 0, quantityMilli);
  }

  /**
   * Refuses to change a line that comes back to more than is left.
   *
   * @throws Refusal LINE_UNKNOWN, RETURN_TOO_MUCH
   */
  static void refuseMore(Connection connection, Basket basket, int lineId, long quantityMilli)
      throws SQLException {
    SoldLine line = basket.line(lineId).returns();
    if (line != null) {
      refuseMore(basket, line, sold(connection, basket, line), lineId, quantityMilli);
    }
  }

  private static ReturnDao.Sold sold(Connection connection, Basket basket, SoldLine line)
      throws SQLException {
    return ReturnDao.find(connection, line)
        .filter(found -> found.storeId() == basket.head().storeId())
        .orElseThrow(() -> new Refusal(Reason.SALE_UNKNOWN));
  }

  /**
   * @param except line of the basket that is changed, 0 = a new one
   */
  private static void refuseMore(
      Basket basket, SoldLine line, ReturnDao.Sold sold, int except, long quantityMilli) {
    long left = sold.leftMilli();
    for (BasketLine other : basket.standing()) {
      if (line.equals(other.returns()) && other.lineId() != except) {
        left += other.quantityMilli(); // below 0
      }
    }
    if (quantityMilli > left) {
      throw tooMuch(sold, Math.max(0, left));
    }
  }

  private static Refusal tooMuch(ReturnDao.Sold sold, long leftMilli) {
    return new Refusal(Reason.RETURN_TOO_MUCH)
        .with("item", sold.name())
        .with("leftMilli", leftMilli);
  }

  /** The lines of sales that a basket takes goods back from. */
  static Document.Claim<SoldLine> claim(PricedBasket priced) {
    return new Document.Claim<>(
        ReturnDao.SOLD,
        priced.lines().stream()
            .flatMap(line -> Stream.ofNullable(line.line().returns()))
            .distinct()
            .toList());
  }

  /**
   * Counts what comes back on the lines that sold it.
   *
   * @param saleId the sale in which it comes back
   * @throws Refusal RETURN_TOO_MUCH
   */
  static void post(Draft draft, UUID saleId, PricedBasket priced) {
    List<PricedBasket.PricedLine> lines = priced.lines();
    for (int i = 0; i < lines.size(); i++) {
      BasketLine line = lines.get(i).line();
      SoldLine from = line.returns();
      if (from != null) {
        ReturnDao.Sold sold = draft.get(ReturnDao.SOLD, from);
        long back = Math.negateExact(line.quantityMilli());
        if (back > sold.leftMilli()) {
          throw tooMuch(sold, sold.leftMilli());
        }
        draft.put(ReturnDao.SOLD, from, sold.returned(back));
        draft.insert(ReturnDao.RETURN, new ReturnDao.ReturnRow(saleId, i + 1, from, back));
      }
    }
  }
}
