package id.lajur.backoffice.monitor;

import id.lajur.kit.format.Formats;
import java.util.Map;

/** What a manager decides on, in the words and figures of his own language. */
final class ApprovalWords {
  private ApprovalWords() {}

  /** The act: "Price override: 2 × Pandan rice 5 kg, 77,500 to 70,000. Reason: dented". */
  static String act(Shown shown, Approval request) {
    String key = "approvals." + request.permission();
    var words = new StringBuilder(shown.texts().has(key) ? shown.text(key) : request.permission());
    String about = about(shown, request.matter());
    words.append(about.isEmpty() ? "" : ": " + about);
    if (!request.reason().isEmpty()) {
      String reason = shown.text("approvals.reason", Map.of("reason", request.reason()));
      // An older lane puts into the reason what it is about.
      words.append(about.isEmpty() ? ": " + request.reason() : ". " + reason);
    }
    return words.toString();
  }

  private static String about(Shown shown, Approval.Matter matter) {
    Formats formats = shown.formats();
    var words = new StringBuilder();
    if (!matter.itemName().isEmpty()) {
      String times = matter.quantityMilli() == 0 ? "" : formats.quantity(matter.quantityMilli());
      words.append(times.isEmpty() ? "" : times + " × ").append(matter.itemName());
    }
    String price = matter.priceMinor().map(formats::money).orElse("");
    if (matter.newPriceMinor().isPresent()) {
      String now = formats.money(matter.newPriceMinor().get());
      var values = Map.of("old", price, "new", now);
      then(words, price.isEmpty() ? now : shown.text("approvals.price", values));
    } else {
      then(words, price.isEmpty() ? "" : shown.text("approvals.each", Map.of("n", price)));
    }
    return then(words, matter.percentMicro() == 0 ? "" : formats.percent(matter.percentMicro()))
        .toString();
  }

  /** "Basket 145.300"; empty where it is about none. */
  static String basket(Shown shown, Approval request) {
    return request
        .matter()
        .basketMinor()
        .filter(minor -> minor != 0) // a return has none
        .map(minor -> shown.text("approvals.basket", Map.of("n", shown.formats().money(minor))))
        .orElse("");
  }

  private static StringBuilder then(StringBuilder words, String next) {
    return words.append(words.isEmpty() || next.isEmpty() ? "" : ", ").append(next);
  }
}
