package id.lajur.backoffice.zreport;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.zreport.ZReport.Line;
import id.lajur.backoffice.zreport.ZReport.Section;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Three Z reports; whoever opens one waits until the test answers. */
final class FakeZ implements ZActions {
  final Map<String, CompletableFuture<ZReport>> opened = new TreeMap<>();
  final List<String> listed = new ArrayList<>();
  final List<TabularDocument> printed = new ArrayList<>();
  boolean printer = true;
  boolean none; // of them yet
  int copies;
  @Nullable ServerRefusal refusing;

  private static ListedZ z(
      String terminal, long number, int day, String operator, long sales, long off, int proof) {
    return new ListedZ(
        terminal,
        number,
        LocalDate.of(2026, 11, day),
        operator,
        Instant.parse("2026-11-23T06:31:00Z"),
        sales,
        sales * 86_431_00,
        off,
        proof == 0,
        proof == 2);
  }

  @Override
  public CompletableFuture<Page<ListedZ>> list(String token) {
    listed.add(token);
    if (none) {
      return CompletableFuture.completedFuture(Page.none());
    }
    return CompletableFuture.completedFuture(
        token.isEmpty()
            ? new Page<>(
                List.of(
                    z("L02", 118, 23, "Budi Santoso", 212, 0, 0),
                    z("L01", 204, 23, "Sari Lestari", 248, -500_00, 0),
                    z("L03", 97, 22, "Joko Prasetyo", 96, 0, 2),
                    z("L04", 31, 22, "Dian Permata", 41, 2_000_00, 1)),
                "older")
            : new Page<>(List.of(z("L04", 30, 21, "Dian Permata", 52, 0, 0)), ""));
  }

  static ZReport report(String terminal, long number) {
    return new ZReport(
        terminal,
        number,
        List.of(
            Line.both(Section.SALES, "sales", false, 248, 21_434_888_00L),
            Line.amount(Section.SALES, "discount", -318_500_00),
            Line.amount(Section.SALES, "tax", 2_124_178_00L),
            Line.amount(Section.SALES, "rounding", -1_288_00),
            Line.amount(Section.SALES, "returns", -42_000_00),
            Line.both(Section.TENDERS, "Tunai", true, 181, 14_286_100_00L),
            Line.both(Section.TENDERS, "QRIS", true, 67, 7_147_500_00L),
            Line.both(Section.CASH, "cash.FLOAT", false, 1, 500_000_00),
            Line.both(Section.CASH, "cash.DROP", false, 2, -10_000_000_00L),
            Line.amount(Section.CASH, "expected", 4_786_100_00L),
            Line.amount(Section.CASH, "counted", 4_785_600_00L),
            Line.amount(Section.CASH, "difference", -500_00),
            Line.receipt(Section.CONTROL, "firstReceipt", terminal, 41_207),
            Line.receipt(Section.CONTROL, "lastReceipt", terminal, 41_454),
            Line.count(Section.CONTROL, "voidedLines", 9)),
        "9f2c4ab1");
  }

  @Override
  public CompletableFuture<ZReport> open(String terminal, long number) {
    var answer = new CompletableFuture<ZReport>();
    opened.put(terminal, answer);
    return answer;
  }

  @Override
  public CompletableFuture<ZCopy> copy(String terminal, long number) {
    copies++;
    return refusing == null
        ? CompletableFuture.completedFuture(
            new ZCopy(report(terminal, number), copies, Instant.parse("2026-11-24T02:05:00Z")))
        : CompletableFuture.failedFuture(refusing);
  }

  @Override
  public CompletableFuture<Boolean> print(TabularDocument document, Formats formats) {
    printed.add(document);
    return CompletableFuture.completedFuture(printer);
  }
}
