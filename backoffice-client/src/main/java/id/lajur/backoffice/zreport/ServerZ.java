package id.lajur.backoffice.zreport;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Printing;
import id.lajur.backoffice.zreport.ZReport.Line;
import id.lajur.backoffice.zreport.ZReport.Section;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.till.v1.CopyZReportRequest;
import id.lajur.till.v1.CopyZReportResponse;
import id.lajur.till.v1.GetKeptZReportRequest;
import id.lajur.till.v1.ListZReportsRequest;
import id.lajur.till.v1.ListZReportsResponse;
import id.lajur.till.v1.ShiftReport;
import id.lajur.till.v1.TillServiceGrpc;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Z reports over the wire. */
final class ServerZ implements ZActions {
  private static final int PAGE = 500;

  private final Desk desk;

  ServerZ(Desk desk) {
    this.desk = desk;
  }

  private TillServiceGrpc.TillServiceBlockingStub stub() {
    return TillServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<Page<ListedZ>> list(String token) {
    var request = ListZReportsRequest.newBuilder().setPageSize(PAGE).setPageToken(token).build();
    return desk.ask(
        () -> {
          ListZReportsResponse answer = stub().listZReports(request);
          return new Page<>(
              answer.getReportsList().stream().map(ServerZ::listed).toList(),
              answer.getNextPageToken());
        });
  }

  private static ListedZ listed(id.lajur.till.v1.ListedZ one) {
    return new ListedZ(
        one.getTerminal(),
        one.getZNumber(),
        LocalDate.parse(one.getBusinessDate()),
        one.getOperatorName(),
        Instant.ofEpochMilli(one.getClosedAtMs()),
        one.getSaleCount(),
        one.getSalesMinor(),
        one.getDifferenceMinor(),
        one.getComplete(),
        one.getForced());
  }

  @Override
  public CompletableFuture<ZReport> open(String terminal, long number) {
    GetKeptZReportRequest request =
        GetKeptZReportRequest.newBuilder().setTerminal(terminal).setZNumber(number).build();
    return desk.ask(() -> report(stub().getKeptZReport(request).getReport()));
  }

  @Override
  public CompletableFuture<ZCopy> copy(String terminal, long number) {
    CopyZReportRequest request =
        CopyZReportRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setTerminal(terminal)
            .setZNumber(number)
            .build();
    return desk.command(
        () -> {
          CopyZReportResponse answer = stub().copyZReport(request);
          return new ZCopy(
              report(answer.getReport()),
              answer.getCopyNumber(),
              Instant.ofEpochMilli(answer.getCopiedAtMs()));
        });
  }

  private static ZReport report(ShiftReport z) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.both(Section.SALES, "sales", false, z.getSaleCount(), z.getSalesMinor()));
    lines.add(Line.amount(Section.SALES, "discount", z.getDiscountMinor()));
    lines.add(Line.amount(Section.SALES, "tax", z.getTaxMinor()));
    lines.add(Line.amount(Section.SALES, "rounding", z.getRoundingMinor()));
    lines.add(Line.amount(Section.SALES, "returns", z.getReturnMinor()));
    z.getTendersList()
        .forEach(
            one ->
                lines.add(
                    Line.both(
                        Section.TENDERS,
                        one.getName(),
                        true,
                        one.getCount(),
                        one.getAmountMinor())));
    z.getCashList()
        .forEach(
            one ->
                lines.add(
                    Line.both(
                        Section.CASH,
                        "cash." + one.getKind(),
                        false,
                        one.getCount(),
                        one.getAmountMinor())));
    lines.add(Line.amount(Section.CASH, "expected", z.getExpectedCashMinor()));
    lines.add(Line.amount(Section.CASH, "counted", z.getCountedCashMinor()));
    lines.add(Line.amount(Section.CASH, "difference", z.getDifferenceMinor()));
    lines.add(Line.receipt(Section.CONTROL, "firstReceipt", z.getTerminal(), z.getFirstReceipt()));
    lines.add(Line.receipt(Section.CONTROL, "lastReceipt", z.getTerminal(), z.getLastReceipt()));
    lines.add(Line.count(Section.CONTROL, "emergency", z.getEmergencyCount()));
    lines.add(Line.count(Section.CONTROL, "voidedLines", z.getVoidedLines()));
    lines.add(Line.count(Section.CONTROL, "voidedBaskets", z.getVoidedBaskets()));
    lines.add(Line.count(Section.CONTROL, "drawer", z.getDrawerOpenings()));
    return new ZReport(z.getTerminal(), z.getZNumber(), lines, z.getReceiptHead());
  }

  @Override
  public CompletableFuture<Boolean> print(TabularDocument document, Formats formats) {
    return Printing.open(document, formats, "lajur-z-", desk);
  }
}
