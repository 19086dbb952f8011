package id.lajur.pos.receipt;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.people.v1.Store;
import id.lajur.pos.receipt.PaperRow.Kind;
import id.lajur.till.v1.CashCarried;
import id.lajur.till.v1.CashLine;
import id.lajur.till.v1.CashTaken;
import id.lajur.till.v1.DrawerReason;
import id.lajur.till.v1.ReportTender;
import id.lajur.till.v1.ShiftReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A shift's figures laid out on paper. The Z says what was expected, counted and different, and
 * proves that every receipt has arrived; the X leaves the expected cash out, so that the count
 * stays blind.
 */
final class ReportLayout {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final int GROUP = 8;

  private final ShiftReport report;
  private final Store store;
  private final Texts words;
  private final Formats formats;
  private final PaperRows rows;

  private ReportLayout(ReportPrintout printout, Paper paper, Language language) {
    this.report = printout.report();
    this.store = printout.store();
    this.words = Words.of(language);
    this.formats = Words.formats(store, language);
    this.rows = new PaperRows(paper);
  }

  static List<PaperRow> of(ReportPrintout printout, Paper paper, Language language) {
    var layout = new ReportLayout(printout, paper, language);
    layout.head(printout);
    layout.sales();
    layout.tenders();
    if (printout.isZ()) {
      layout.drawer();
      layout.proof();
    }
    layout.heads();
    return layout.rows.all();
  }

  private void head(ReportPrintout printout) {
    Words.shop(rows, words, store);
    rows.centred(
        Kind.TALL,
        printout.isZ()
            ? words.get("report.z", Map.of("n", Long.toString(report.getZNumber())))
            : words.get("report.x"));
    if (printout.copy()) {
      rows.centred(
          Kind.BOLD,
          printout.copyNumber() == 0
              ? words.get("copyOnly")
              : words.get("copy", Map.of("n", Integer.toString(printout.copyNumber()))));
    }
    if (report.getForced()) {
      rows.centred(Kind.BOLD, words.get("report.forced"));
    }
    rows.rule();
    rows.pair(
        Kind.PLAIN,
        words.get("report.businessDate"),
        DATE.format(LocalDate.parse(report.getBusinessDate())));
    rows.pair(
        Kind.PLAIN,
        words.get("lane", Map.of("n", report.getTerminal())),
        words.get("operator", Map.of("name", report.getOperatorName())));
    moment("report.opened", report.getOpenedAtMs());
    moment("report.closed", report.getClosedAtMs());
    if (printout.copy() || !printout.isZ()) {
      moment("report.printed", printout.at().toEpochMilli());
    }
    rows.rule();
  }

  private void moment(String key, long ms) {
    if (ms != 0) {
      rows.pair(Kind.PLAIN, words.get(key), Words.moment(Instant.ofEpochMilli(ms), store));
    }
  }

  private void sales() {
    rows.pair(Kind.PLAIN, words.get("report.sales"), formats.count(report.getSaleCount()));
    if (report.getFirstReceipt() != 0) {
      String numbers = report.getFirstReceipt() + " - " + report.getLastReceipt();
      rows.pair(Kind.PLAIN, words.get("report.receipts"), numbers);
    }
    if (report.getEmergencyCount() != 0) {
      rows.pair(
          Kind.PLAIN,
          words.get("report.emergency", Map.of("n", formats.count(report.getEmergencyCount()))),
          "E" + report.getFirstEmergency() + " - E" + report.getLastEmergency());
    }
    rows.pair(
        Kind.TALL,
        words.get("total") + " " + formats.currency().sign(),
        formats.money(report.getSalesMinor()));
    amount("report.discount", -report.getDiscountMinor());
    amount("report.tax", report.getTaxMinor());
    amount("report.returns", -report.getReturnMinor());
    amount("rounding", report.getRoundingMinor());
    count("report.voidedLines", report.getVoidedLines());
    count("report.voidedBaskets", report.getVoidedBaskets());
    count("report.drawer", report.getDrawerOpenings());
    for (DrawerReason reason : report.getDrawerReasonsList()) {
      String words = reason.getReason();
      rows.pair(
          Kind.PLAIN,
          "  " + (words.isEmpty() ? this.words.get("report.drawer.other") : words),
          formats.count(reason.getCount()));
    }
    rows.rule();
  }

  private void tenders() {
    for (ReportTender tender : report.getTendersList()) {
      rows.pair(
          Kind.PLAIN,
          tender.getName() + " (" + formats.count(tender.getCount()) + ")",
          formats.money(tender.getAmountMinor()));
    }
    report.getCashList().stream().filter(c -> c.getKind().equals("CHANGE")).forEach(this::cash);
    if (report.getTendersCount() > 0) {
      rows.rule();
    }
  }

  private void drawer() {
    rows.words(Kind.BOLD, words.get("report.drawerCash"));
    report.getCashList().forEach(this::cash);
    for (CashTaken taken : report.getTakenList()) {
      rows.pair(
          Kind.PLAIN,
          words.get(
              "report.taken",
              Map.of(
                  "n", taken.getTerminal(),
                  "z", Long.toString(taken.getZNumber()),
                  "name", taken.getOperatorName())),
          formats.money(taken.getAmountMinor()));
    }
    amount("report.expected", report.getExpectedCashMinor());
    amount("report.counted", report.getCountedCashMinor());
    rows.pair(
        Kind.TALL, words.get("report.difference"), formats.money(report.getDifferenceMinor()));
    if (report.hasCarried()) {
      carried(report.getCarried());
    }
    rows.rule();
  }

  /** What of the count went where; without a handover all of it went to the safe. */
  private void carried(CashCarried carried) {
    boolean stays = carried.getTerminal().equals(report.getTerminal());
    rows.pair(
        Kind.BOLD,
        stays
            ? words.get("report.left")
            : words.get("report.carried", Map.of("n", carried.getTerminal())),
        formats.money(carried.getAmountMinor()));
    if (stays && !carried.getOperatorName().isEmpty()) {
      rows.words(
          Kind.PLAIN, words.get("report.leftFor", Map.of("name", carried.getOperatorName())));
    }
    amount("report.toSafe", report.getCountedCashMinor() - carried.getAmountMinor());
  }

  private void cash(CashLine line) {
    String key = "report.cash." + line.getKind();
    String name = words.has(key) ? words.get(key) : line.getKind();
    rows.pair(
        Kind.PLAIN,
        name + " (" + formats.count(line.getCount()) + ")",
        formats.money(line.getAmountMinor()));
  }

  private void proof() {
    rows.centred(
        Kind.BOLD, words.get(report.getComplete() ? "report.complete" : "report.incomplete"));
    receipts("report.ofLane", report.getLaneSaleCount(), report.getLaneSaleTotalMinor());
    receipts("report.ofServer", report.getSaleCount(), report.getSalesMinor());
    rows.rule();
  }

  private void receipts(String key, long count, long minor) {
    rows.pair(Kind.PLAIN, words.get(key, Map.of("n", formats.count(count))), formats.money(minor));
  }

  private void heads() {
    rows.words(Kind.PLAIN, words.get("report.receiptHead"));
    rows.words(Kind.PLAIN, grouped(report.getReceiptHead()));
    rows.words(Kind.PLAIN, words.get("report.journalHead"));
    rows.words(Kind.PLAIN, grouped(report.getJournalHead()));
    if (!report.getReceiptsHash().isEmpty()) {
      rows.words(Kind.PLAIN, words.get("report.receiptsHash"));
      rows.words(Kind.PLAIN, grouped(report.getReceiptsHash()));
    }
  }

  /** In groups that people can compare; the paper breaks between them. */
  private static String grouped(String hex) {
    return hex.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
  }

  private void amount(String key, long minor) {
    rows.pair(Kind.PLAIN, words.get(key), formats.money(minor));
  }

  private void count(String key, long count) {
    rows.pair(Kind.PLAIN, words.get(key), formats.count(count));
  }
}
