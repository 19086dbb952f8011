package id.lajur.server.till;

import id.lajur.server.people.StoreZone;
import id.lajur.server.posting.Posting;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Caller;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import id.lajur.till.v1.CloseDayRequest;
import id.lajur.till.v1.CloseDayResponse;
import id.lajur.till.v1.CloseOtherShiftRequest;
import id.lajur.till.v1.CloseOtherShiftResponse;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.CloseShiftResponse;
import id.lajur.till.v1.CopyZReportRequest;
import id.lajur.till.v1.CopyZReportResponse;
import id.lajur.till.v1.GetDayRequest;
import id.lajur.till.v1.GetDayResponse;
import id.lajur.till.v1.GetHandoverRequest;
import id.lajur.till.v1.GetHandoverResponse;
import id.lajur.till.v1.GetKeptZReportRequest;
import id.lajur.till.v1.GetKeptZReportResponse;
import id.lajur.till.v1.GetXReportRequest;
import id.lajur.till.v1.GetXReportResponse;
import id.lajur.till.v1.GetZReportRequest;
import id.lajur.till.v1.GetZReportResponse;
import id.lajur.till.v1.Handover;
import id.lajur.till.v1.ListZReportsRequest;
import id.lajur.till.v1.ListZReportsResponse;
import id.lajur.till.v1.MoveCashRequest;
import id.lajur.till.v1.MoveCashResponse;
import id.lajur.till.v1.OpenDrawerRequest;
import id.lajur.till.v1.OpenDrawerResponse;
import id.lajur.till.v1.OpenShiftRequest;
import id.lajur.till.v1.OpenShiftResponse;
import id.lajur.till.v1.SecureHandoverRequest;
import id.lajur.till.v1.SecureHandoverResponse;
import id.lajur.till.v1.TillServiceGrpc;
import io.grpc.stub.StreamObserver;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/** Adapter of the till. */
public final class TillService extends TillServiceGrpc.TillServiceImplBase {
  private static final long MOST_FLOAT_MINOR = 10_000_000_000L;

  private final Calls calls;
  private final TillReports reports;
  private final Posting posting;
  private final Clock clock;
  private final StoreZone zone;
  private final ZCopies copies;

  /**
   * @param zone of the store: decides which date a shift opens
   */
  public TillService(Calls calls, DataSource pool, Posting posting, Clock clock, StoreZone zone) {
    this.calls = calls;
    this.reports = new TillReports(pool);
    this.posting = posting;
    this.clock = clock;
    this.zone = zone;
    this.copies = new ZCopies(pool, clock);
  }

  @Override
  public void openShift(OpenShiftRequest request, StreamObserver<OpenShiftResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        OpenShiftResponse.parser(),
        acting -> {
          refuseAmount(acting.caller(), 0, request.getFloatMinor());
          Instant now = clock.instant();
          return posting.post(
              new ShiftOpening(
                  acting.command(),
                  request.getFloatMinor(),
                  takeover(request),
                  now,
                  LocalDate.ofInstant(now, zone.now()),
                  TillMessages::opened));
        });
  }

  private static ShiftOpening.Takeover takeover(OpenShiftRequest request) {
    return switch (request.getTakeover()) {
      case TAKEOVER_UNSPECIFIED -> ShiftOpening.Takeover.COUNTED;
      case TAKEOVER_AS_IT_STANDS -> {
        if (request.getFloatMinor() != 0) {
          throw new Refusal(Reason.AMOUNT_INVALID).with("most", 0);
        }
        yield ShiftOpening.Takeover.AS_IT_STANDS;
      }
      case TAKEOVER_WITH_DIFFERENCE -> ShiftOpening.Takeover.WITH_DIFFERENCE;
      case UNRECOGNIZED -> throw new Refusal(Reason.HANDOVER_INVALID).with("takeover", "");
    };
  }

  @Override
  public void getHandover(
      GetHandoverRequest request, StreamObserver<GetHandoverResponse> observer) {
    calls.look(
        observer,
        caller ->
            TillMessages.handovers(
                reports.handovers(caller), caller.operatorOrThrow().operatorId()));
  }

  @Override
  public void closeShift(CloseShiftRequest request, StreamObserver<CloseShiftResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        CloseShiftResponse.parser(),
        acting ->
            posting.post(
                new ShiftClosing(
                    acting.command(),
                    acting.caller().shiftOrThrow().shiftId(),
                    TillMessages.count(request, unitMinor(acting.caller())),
                    request.hasHandover() ? next(acting.caller(), request.getHandover()) : null,
                    clock.instant(),
                    z -> TillMessages.closed(z, acting.caller()))));
  }

  @Override
  public void moveCash(MoveCashRequest request, StreamObserver<MoveCashResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        MoveCashResponse.parser(),
        acting -> {
          refuseAmount(acting.caller(), 1, request.getAmountMinor());
          CashMove.Movement movement =
              switch (request.getMovement()) {
                case CASH_MOVEMENT_PAY_IN -> CashMove.Movement.PAY_IN;
                case CASH_MOVEMENT_PAY_OUT -> CashMove.Movement.PAY_OUT;
                case CASH_MOVEMENT_DROP -> CashMove.Movement.DROP;
                case CASH_MOVEMENT_UNSPECIFIED, UNRECOGNIZED ->
                    throw new Refusal(Reason.AMOUNT_INVALID).with("movement", "");
              };
          return posting.post(
              new CashMove(
                  act(acting, "till.cash", request.getApprovalId()),
                  movement,
                  request.getAmountMinor(),
                  Texts.reason(request.getReason()),
                  id ->
                      MoveCashResponse.newBuilder()
                          .setDocumentId(id.toString())
                          .build()
                          .toByteArray()));
        });
  }

  @Override
  public void openDrawer(OpenDrawerRequest request, StreamObserver<OpenDrawerResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        OpenDrawerResponse.parser(),
        acting ->
            posting.post(
                new DrawerOpening(
                    act(acting, "till.drawer", request.getApprovalId()),
                    Texts.reason(request.getReason()),
                    OpenDrawerResponse.getDefaultInstance().toByteArray())));
  }

  @Override
  public void getXReport(GetXReportRequest request, StreamObserver<GetXReportResponse> observer) {
    calls.look(
        observer,
        caller ->
            GetXReportResponse.newBuilder()
                .setReport(TillMessages.x(reports.x(caller.shiftOrThrow().shiftId()), caller))
                .build());
  }

  @Override
  public void getZReport(GetZReportRequest request, StreamObserver<GetZReportResponse> observer) {
    if (request.getCopy()) {
      calls.post(
          observer,
          request,
          request.getRequestId(),
          GetZReportResponse.parser(),
          acting -> {
            String terminal = acting.caller().terminalCode();
            return CompletableFuture.completedFuture(
                copies.give(
                    acting.command(),
                    terminal,
                    request.getZNumber(),
                    copy -> TillMessages.copiedAtLane(copy, terminal)));
          });
      return;
    }
    calls.look(
        observer,
        caller ->
            GetZReportResponse.newBuilder()
                .setReport(
                    TillMessages.kept(
                        reports.z(caller.terminalId(), request.getZNumber()),
                        caller.terminalCode()))
                .build());
  }

  @Override
  public void closeDay(CloseDayRequest request, StreamObserver<CloseDayResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        CloseDayResponse.parser(),
        acting ->
            posting.post(
                new DayClosing(
                    acting.command(), request.getForce(), clock.instant(), TillMessages::closed)));
  }

  @Override
  public void getDay(GetDayRequest request, StreamObserver<GetDayResponse> observer) {
    calls.look(observer, caller -> TillMessages.day(reports.day(caller.storeId())));
  }

  @Override
  public void closeOtherShift(
      CloseOtherShiftRequest request, StreamObserver<CloseOtherShiftResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        CloseOtherShiftResponse.parser(),
        acting -> {
          TillReports.WaitingShift shift =
              reports.openShift(
                  acting.caller().storeId(),
                  Admissions.idOf(request.getShiftId(), Reason.ID_INVALID));
          return posting.post(
              new OtherShiftClosing(
                  new ShiftClosing(
                      acting.command(),
                      shift.shiftId(),
                      TillMessages.count(request, unitMinor(acting.caller())),
                      null,
                      clock.instant(),
                      z -> TillMessages.closedOther(z, shift))));
        });
  }

  @Override
  public void secureHandover(
      SecureHandoverRequest request, StreamObserver<SecureHandoverResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        SecureHandoverResponse.parser(),
        acting -> {
          refuseAmount(acting.caller(), 0, request.getCountedMinor());
          return posting.post(
              new HandoverToSafe(
                  acting.command(),
                  Admissions.idOf(request.getHandoverId(), Reason.ID_INVALID),
                  request.getCountedMinor(),
                  Texts.plain(request.getExplanation()),
                  clock.instant(),
                  differenceMinor ->
                      SecureHandoverResponse.newBuilder()
                          .setDifferenceMinor(differenceMinor)
                          .build()
                          .toByteArray()));
        });
  }

  @Override
  public void listZReports(
      ListZReportsRequest request, StreamObserver<ListZReportsResponse> observer) {
    calls.look(
        observer,
        caller ->
            ZListMessages.list(
                reports.zReports(
                    caller.storeId(),
                    ZListMessages.filter(request),
                    ZListMessages.pageSize(request.getPageSize()))));
  }

  @Override
  public void getKeptZReport(
      GetKeptZReportRequest request, StreamObserver<GetKeptZReportResponse> observer) {
    calls.look(
        observer,
        caller ->
            GetKeptZReportResponse.newBuilder()
                .setReport(
                    TillMessages.kept(
                        reports.z(
                            caller.storeId(),
                            Texts.plain(request.getTerminal()),
                            request.getZNumber()),
                        request.getTerminal()))
                .build());
  }

  @Override
  public void copyZReport(
      CopyZReportRequest request, StreamObserver<CopyZReportResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        CopyZReportResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                copies.give(
                    acting.command(),
                    Texts.plain(request.getTerminal()),
                    request.getZNumber(),
                    copy -> TillMessages.copied(copy, request.getTerminal()))));
  }

  private ZDao.Handed next(Caller caller, Handover handover) throws SQLException {
    if (isNoAmount(caller, 0, handover.getAmountMinor())) {
      throw new Refusal(Reason.HANDOVER_INVALID).with("amountMinor", handover.getAmountMinor());
    }
    return reports.next(
        caller, handover.getTerminal(), handover.getOperatorNumber(), handover.getAmountMinor());
  }

  private TillAct act(Calls.Acting acting, String permission, String approvalId) {
    return new TillAct(
        acting.command(),
        acting.caller().shiftOrThrow().shiftId(),
        acting.caller().operatorOrThrow(),
        permission,
        approvalId.isEmpty() ? null : Admissions.idOf(approvalId, Reason.APPROVAL_INVALID),
        clock.instant());
  }

  private void refuseAmount(Caller caller, long least, long amountMinor) throws SQLException {
    if (isNoAmount(caller, least, amountMinor)) {
      throw new Refusal(Reason.AMOUNT_INVALID).with("most", MOST_FLOAT_MINOR);
    }
  }

  private boolean isNoAmount(Caller caller, long least, long amountMinor) throws SQLException {
    return amountMinor < least
        || amountMinor > MOST_FLOAT_MINOR
        || amountMinor % unitMinor(caller) != 0;
  }

  private long unitMinor(Caller caller) throws SQLException {
    return reports.unitMinor(caller.storeId());
  }
}
