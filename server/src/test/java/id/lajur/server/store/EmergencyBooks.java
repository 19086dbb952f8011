package id.lajur.server.store;

import id.lajur.sale.v1.EmergencyDifference;
import id.lajur.sale.v1.EmergencyDifferenceKind;
import id.lajur.sale.v1.PostEmergencySaleResponse;
import id.lajur.till.v1.CloseDayRequest;
import java.util.List;
import java.util.Locale;

/** What the books have of a receipt that a lane gave by itself. */
final class EmergencyBooks {
  private EmergencyBooks() {}

  /** Of an item that nobody has received, thousandths. */
  static long stock(StoreFixture store, String item) {
    return store.number(
        "SELECT COALESCE(SUM(quantity_milli), 0) FROM stock_move JOIN item USING (item_id)"
            + " WHERE code = '"
            + item
            + "'");
  }

  /** What a receipt put into the till, smallest units. */
  static long cashOf(StoreFixture store, PostEmergencySaleResponse posted) {
    return store.number(
        "SELECT SUM(amount_minor) FROM till_move WHERE HEX(posting_id) = '"
            + hex(posted.getSaleId())
            + "'");
  }

  static List<EmergencyDifferenceKind> kinds(PostEmergencySaleResponse posted) {
    return posted.getDifferencesList().stream().map(EmergencyDifference::getKind).toList();
  }

  /** A UUID as the database's HEX() says it. */
  static String hex(String id) {
    return id.replace("-", "").toUpperCase(Locale.ROOT);
  }

  /** Closes the day, open shifts with it. */
  static CloseDayRequest forced() {
    return CloseDayRequest.newBuilder().setRequestId(TestLane.newId()).setForce(true).build();
  }
}
