package id.lajur.pos.lane;

import com.google.protobuf.ByteString;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.till.v1.CashMovement;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.GetHandoverRequest;
import id.lajur.till.v1.GetXReportRequest;
import id.lajur.till.v1.GetZReportRequest;
import id.lajur.till.v1.GetZReportResponse;
import id.lajur.till.v1.Handover;
import id.lajur.till.v1.MoveCashRequest;
import id.lajur.till.v1.OpenDrawerRequest;
import id.lajur.till.v1.OpenShiftRequest;
import id.lajur.till.v1.OpenShiftResponse;
import id.lajur.till.v1.ShiftReport;
import id.lajur.till.v1.Takeover;
import id.lajur.till.v1.TillServiceGrpc;
import id.lajur.till.v1.WaitingCash;
import java.util.List;
import java.util.Optional;

/** The cash of a lane, from the opening float to the Z. Calls wait for the server. */
public final class Till {
  private final StoreConnection connection;
  private final TillServiceGrpc.TillServiceBlockingStub till;
  private Optional<GetZReportRequest> unanswered = Optional.empty(); // copy of the last Z

  public Till(StoreConnection connection) {
    this.connection = connection;
    this.till = TillServiceGrpc.newBlockingStub(connection.channel());
  }

  /**
   * @param floatMinor cash laid into the drawer, or counted of what was handed over
   */
  OpenShiftResponse openShift(long floatMinor, Takeover takeover) {
    OpenShiftRequest request =
        OpenShiftRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setFloatMinor(floatMinor)
            .setTakeover(takeover)
            .build();
    return connection.command(() -> till.openShift(request));
  }

  /**
   * Cash that was handed over and waits for who has signed on here, oldest first.
   *
   * @throws ServerRefusal HANDOVER_FOR_OTHER
   */
  public List<WaitingCash> waitingCash() {
    return connection
        .ask(() -> till.getHandover(GetHandoverRequest.getDefaultInstance()))
        .getWaitingList();
  }

  /**
   * What puts cash into the drawer, or takes it out, without a sale; to be kept before it goes out.
   *
   * @param amountMinor above 0, whatever the direction
   * @param approvalId empty when there is none; its subject is the shift
   */
  public static MoveCashRequest movement(
      CashMovement movement, long amountMinor, String reason, String approvalId) {
    return MoveCashRequest.newBuilder()
        .setRequestId(StoreConnection.newRequestId())
        .setMovement(movement)
        .setAmountMinor(amountMinor)
        .setReason(reason)
        .setApprovalId(approvalId)
        .build();
  }

  /**
   * Moves cash as a request says, also one that this lane has sent before.
   *
   * @throws ServerRefusal APPROVAL_NEEDED, AMOUNT_INVALID, REASON_NEEDED
   */
  public void moveCash(MoveCashRequest request) {
    var unused = connection.command(() -> till.moveCash(request));
  }

  /**
   * Has an opening of the drawer without a sale counted and journalled.
   *
   * @return true
   * @throws ServerRefusal APPROVAL_NEEDED, REASON_NEEDED, SHIFT_CLOSED
   */
  public boolean openDrawer(String reason, String approvalId) {
    OpenDrawerRequest request =
        OpenDrawerRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setReason(reason)
            .setApprovalId(approvalId)
            .build();
    return connection.command(() -> till.openDrawer(request)).isInitialized();
  }

  /** The running figures of the shift. */
  public ShiftReport xReport() {
    return connection
        .ask(() -> till.getXReport(GetXReportRequest.getDefaultInstance()))
        .getReport();
  }

  /**
   * The last Z of this terminal, as it was, to be printed once more: a copy that the server numbers
   * and writes down. One whose answer has not come is asked for again under its request id, so that
   * there is no copy of which nobody has a paper.
   *
   * @throws ServerRefusal Z_UNKNOWN
   */
  public GetZReportResponse copyOfLastZ() {
    GetZReportRequest asked =
        unanswered.orElseGet(
            () ->
                GetZReportRequest.newBuilder()
                    .setCopy(true)
                    .setRequestId(StoreConnection.newRequestId())
                    .build());
    unanswered = Optional.of(asked);
    try {
      GetZReportResponse copy = connection.command(() -> till.getZReport(asked));
      unanswered = Optional.empty();
      return copy;
    } catch (ServerRefusal refusal) {
      if (!refusal.isAbsence()) {
        unanswered = Optional.empty();
      }
      throw refusal;
    }
  }

  /**
   * Counts the drawer and closes the shift.
   *
   * @param counted every note and coin in the drawer
   * @param explanation of a difference; may be empty
   * @param handover what does not go to the safe
   * @param own what the lane's journal proves; empty where it cannot be read
   * @return the Z
   */
  ShiftReport closeShift(
      List<Denomination> counted,
      String explanation,
      Optional<Handover> handover,
      Optional<LaneJournal.Proof> own) {
    CloseShiftRequest.Builder request =
        CloseShiftRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .addAllCounted(counted)
            .setExplanation(explanation)
            .setLaneJournalUnread(own.isEmpty());
    own.ifPresent(
        proof ->
            request
                .setLaneSaleCount(proof.sales())
                .setLaneSaleTotalMinor(proof.totalMinor())
                .setLaneReceiptsHash(ByteString.fromHex(proof.receiptsHash())));
    handover.ifPresent(request::setHandover);
    CloseShiftRequest made = request.build();
    unanswered = Optional.empty(); // another Z is the last one then
    return connection.command(() -> till.closeShift(made)).getReport();
  }
}
