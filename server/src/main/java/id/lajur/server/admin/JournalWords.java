package id.lajur.server.admin;

import id.lajur.server.trace.JournalReading;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The journal's entries as lines that people read, in the store's time. */
final class JournalWords {
  private final DateTimeFormatter time;

  JournalWords(ZoneId zone) {
    this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
  }

  /** One entry as one line. */
  String line(JournalReading.Entry entry) {
    return at(entry.at()) + " " + entry.terminal() + " #" + entry.number() + " " + what(entry);
  }

  private String at(Instant moment) {
    return time.format(moment);
  }

  private static String what(JournalReading.Entry entry) {
    StringBuilder words = new StringBuilder(words(entry.kind()));
    add(words, ": ", entry.about());
    add(words, ", by ", entry.by());
    add(words, ", approved by ", entry.approvedBy());
    add(words, ", line ", entry.line());
    add(words, ", amount ", entry.amountMinor() == null ? null : money(entry.amountMinor()));
    add(words, ", before: ", entry.before());
    add(words, entry.before() == null ? ", " : ", after: ", entry.after());
    add(words, ", reason: ", entry.reason());
    add(words, ", of ", entry.subject());
    return words.toString();
  }

  private static void add(StringBuilder words, String before, @Nullable Object value) {
    if (value != null) {
      words.append(before).append(value);
    }
  }

  private static String words(String kind) {
    return kind.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String money(long minor) {
    return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(minor, 2));
  }

  private static String quantity(long milli) {
    return BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
  }

  /** One ticket as lines: its acts, how it was paid, and what it did to stock and books. */
  List<String> ticket(JournalReading.Ticket ticket) {
    JournalReading.Head head = ticket.head();
    List<String> lines = new ArrayList<>();
    lines.add("Receipt " + head.receipt() + ", by " + head.by() + ", date " + head.businessDate());
    lines.add("Basket " + head.basketId() + ", sale " + head.saleId());
    if (ticket.paper() != null) {
      paper(ticket.paper(), head, lines);
    }
    ticket.acts().forEach(step -> lines.add("  " + at(step.at()) + " " + step(step)));
    lines.add("  " + at(head.soldAt()) + " paid: " + head.lines() + " lines");
    ticket
        .tenders()
        .forEach(
            tender ->
                lines.add(
                    "    "
                        + tender.kind()
                        + " "
                        + money(tender.amountMinor())
                        + (tender.reference().isEmpty() ? "" : " " + tender.reference())));
    lines.add("    discount on the basket " + money(head.discountMinor()));
    lines.add("    tax " + money(head.taxMinor()));
    lines.add("    total " + money(head.totalMinor()));
    lines.add("    rounding " + money(head.roundingMinor()));
    lines.add("    change " + money(head.changeMinor()));
    lines.add("Stock");
    ticket
        .stock()
        .forEach(
            goods ->
                lines.add(
                    "    "
                        + goods.code()
                        + " "
                        + goods.name()
                        + " "
                        + quantity(goods.quantityMilli())
                        + ", value "
                        + money(goods.valueMinor())));
    lines.add("Books");
    ticket
        .ledger()
        .forEach(
            line ->
                lines.add(
                    "    "
                        + (line.amountMinor() < 0 ? "credit " : "debit ")
                        + line.account()
                        + " "
                        + line.name()
                        + " "
                        + money(Math.abs(line.amountMinor()))));
    return lines;
  }

  private void paper(JournalReading.Paper paper, JournalReading.Head head, List<String> lines) {
    lines.add(
        "Emergency receipt "
            + paper.receipt()
            + ", by "
            + paper.by()
            + ", given "
            + at(paper.soldAt())
            + ", came in "
            + at(paper.receivedAt())
            + (paper.second() ? ", a second paper of " + head.receipt() : ", posted as it was"));
    for (JournalReading.PaperLine line : paper.lines()) {
      lines.add(
          "    "
              + line.line()
              + ". "
              + (line.kind().equals("SALE") ? "" : words(line.kind()) + " ")
              + line.item()
              + ", "
              + quantity(line.quantityMilli())
              + " at "
              + money(line.priceMinor())
              + (line.discountMinor() == 0 ? "" : ", discount " + money(line.discountMinor()))
              + ", total "
              + money(line.totalMinor())
              + (line.voided() ? ", removed" : ""));
    }
    lines.add(
        "    total "
            + money(paper.totalMinor())
            + ", rounding "
            + money(paper.roundingMinor())
            + ", tendered "
            + money(paper.tenderedMinor())
            + ", change "
            + money(paper.changeMinor()));
    for (JournalReading.Difference difference : paper.differences()) {
      lines.add(
          "    differs: "
              + words(difference.kind())
              + (difference.line() == 0 ? "" : ", line " + difference.line())
              + ", at the lane: "
              + difference.atLane()
              + ", at the server: "
              + difference.atServer());
    }
  }

  private static String step(JournalReading.Step step) {
    if (step.entry() != null) {
      return step.entry().terminal() + " journal: " + what(step.entry());
    }
    JournalReading.Act act = java.util.Objects.requireNonNull(step.act());
    StringBuilder words =
        new StringBuilder(act.terminal() + " " + act.seq() + ". " + words(act.kind()));
    add(words, " ", act.barcode());
    add(words, " ", act.item());
    add(words, ", ", act.quantityMilli() == null ? null : quantity(act.quantityMilli()));
    add(words, " ", act.unit());
    add(words, " at ", act.priceMinor() == null ? null : money(act.priceMinor()));
    add(words, ", line ", act.line());
    add(words, ", amount ", act.amountMinor() == null ? null : money(act.amountMinor()));
    if (act.percentMicro() != null) {
      add(
          words,
          ", ",
          BigDecimal.valueOf(act.percentMicro(), 4).stripTrailingZeros().toPlainString() + " %");
    }
    add(words, ", by ", act.by());
    add(words, ", approved by ", act.approvedBy());
    add(words, ", reason: ", act.reason());
    return words.toString();
  }

  /** One entry as a JSON object; what it does not have is left out. */
  static String json(JournalReading.Entry entry) {
    StringBuilder json = new StringBuilder("{");
    field(json, "at", entry.at().toString());
    field(json, "terminal", entry.terminal());
    number(json, "number", entry.number());
    field(json, "kind", entry.kind());
    field(json, "by", entry.by());
    field(json, "approved_by", entry.approvedBy());
    field(json, "about", entry.about());
    field(json, "subject_id", entry.subject() == null ? null : entry.subject().toString());
    number(json, "line", entry.line());
    number(json, "amount_minor", entry.amountMinor());
    field(json, "before", entry.before());
    field(json, "after", entry.after());
    field(json, "reason", entry.reason());
    return json.append('}').toString();
  }

  private static void number(StringBuilder json, String name, @Nullable Number value) {
    if (value != null) {
      name(json, name).append(value);
    }
  }

  private static StringBuilder name(StringBuilder json, String name) {
    return json.append(json.length() == 1 ? "\"" : ",\"").append(name).append("\":");
  }

  private static void field(StringBuilder json, String name, @Nullable String value) {
    if (value == null) {
      return;
    }
    name(json, name).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
