package id.lajur.pos.window;

import id.lajur.people.v1.Store;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.lane.Till;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.receipt.ReportPrintout;
import id.lajur.pos.screen.ApprovalView;
import id.lajur.pos.screen.CashKind;
import id.lajur.pos.screen.ClosedView;
import id.lajur.pos.screen.CountedView;
import id.lajur.pos.screen.HandOver;
import id.lajur.pos.screen.ShiftView;
import id.lajur.pos.screen.Takeover;
import id.lajur.pos.session.LaneSession;
import id.lajur.till.v1.GetZReportResponse;
import id.lajur.till.v1.OpenShiftResponse;
import id.lajur.till.v1.ShiftReport;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shift of whoever works at the lane: opened, its cash moved, its figures printed, counted and
 * closed. On the lane's thread.
 */
final class Shifts {
  private static final Logger log = LoggerFactory.getLogger(Shifts.class);

  private final LaneSession session;
  private final EmergencyLane selling;
  private final Till till;
  private final ReceiptPrinter printer;
  private final InstantSource clock;

  Shifts(LaneSession session, Till till, ReceiptPrinter printer, InstantSource clock) {
    this.session = session;
    this.selling = session.selling();
    this.till = till;
    this.printer = printer;
    this.clock = clock;
  }

  ShiftView open(long floatMinor, Takeover takeover) {
    OpenShiftResponse opened = session.openShift(floatMinor, TillViews.takeover(takeover));
    return TillViews.shift(opened.getNumber(), opened.getOpenedAtMs());
  }

  /** The Z is printed, and whoever counted is signed off. */
  ClosedView close(List<CountedView> counted, String explanation, Optional<HandOver> handOver) {
    ShiftReport z =
        session.closeShift(
            TillViews.pieces(counted), explanation, handOver.map(TillViews::handover));
    var unused = printer.print(report(z), false);
    boolean signedOff = signOffAfterClose();
    return TillViews.closed(z, signedOff);
  }

  /** The shift is closed whether this succeeds or not; the next sign-on ends the session too. */
  private boolean signOffAfterClose() {
    try {
      session.signOff();
      return true;
    } catch (RuntimeException e) {
      log.warn("not signed off after the close of the shift", e);
      return false;
    }
  }

  void moveCash(CashKind kind, long amountMinor, String reason, ApprovalView approval) {
    session.moveCash(
        TillViews.movement(kind),
        amountMinor,
        reason,
        approval.approvalId(),
        approval.supervisorName());
  }

  /**
   * @return ends when the printer has spoken, as below
   */
  CompletableFuture<Boolean> printX() {
    return printer.print(report(selling.ask(till::xReport)), false);
  }

  CompletableFuture<Boolean> printLastZ() {
    GetZReportResponse copied = selling.ask(till::copyOfLastZ);
    Store store = session.here().getStore();
    return printer.print(ReportPrintout.copy(copied, store, clock.instant()), false);
  }

  private ReportPrintout report(ShiftReport report) {
    return new ReportPrintout(report, session.here().getStore(), clock.instant());
  }
}
