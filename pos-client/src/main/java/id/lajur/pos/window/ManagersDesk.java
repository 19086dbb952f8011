package id.lajur.pos.window;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.fault.Faults;
import id.lajur.people.v1.ApprovalMatter;
import id.lajur.people.v1.ApprovalRequest;
import id.lajur.people.v1.ApprovalState;
import id.lajur.people.v1.RequestApprovalRequest;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.lane.DeskApprovals;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.screen.ApprovalView;
import id.lajur.pos.screen.DeskQuestion;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.LineView;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a lane asks at the manager's desk, and tells whoever watches there. On the lane's thread;
 * nobody waits long for what is only told.
 */
final class ManagersDesk {
  private static final Logger log = LoggerFactory.getLogger(ManagersDesk.class);
  private static final Duration NEWS = Duration.ofMillis(500);

  private final StoreConnection connection;
  private final Lane lane;
  private final EmergencyLane selling;
  private final DeskApprovals approvals;

  ManagersDesk(StoreConnection connection, Lane lane, EmergencyLane selling) {
    this.connection = connection;
    this.lane = lane;
    this.selling = selling;
    this.approvals = new DeskApprovals(connection);
  }

  /**
   * Asks for an approval.
   *
   * @param subjectId of the basket or shift that the act is on
   * @return fails with the {@link LaneRefusal} that the screen says
   */
  CompletableFuture<ApprovalView> ask(DeskQuestion question, String subjectId) {
    RequestApprovalRequest request = request(question, subjectId);
    return selling
        .ask(() -> approvals.ask(request))
        .handle(
            (answer, failure) -> {
              if (failure == null) {
                return answered(answer);
              }
              if (!(Faults.causeOf(failure) instanceof ServerRefusal refusal)) {
                throw LaneRefusal.in(failure);
              }
              throw refusal.isSilence()
                  ? new LaneRefusal(LaneRefusal.SERVER_AWAY, Map.of(), refusal.id())
                  : new LaneRefusal(refusal.reason(), refusal.facts(), refusal.id());
            });
  }

  /** The cashier's words, and the figures that are read in another language than his. */
  private static RequestApprovalRequest request(DeskQuestion question, String subjectId) {
    var matter = question.matter();
    Optional<LineView> line = question.line();
    ApprovalMatter.Builder told =
        ApprovalMatter.newBuilder()
            .setItemName(line.map(LineView::name).orElse(matter.item()))
            .setQuantityMilli(quantityMilli(question))
            .setPercentMicro(matter.percentMicro());
    line.ifPresent(one -> told.setPriceMinor(one.priceMinor()));
    question.basketMinor().ifPresent(told::setBasketMinor);
    if (matter.newPriceMinor() > 0) {
      told.setNewPriceMinor(matter.newPriceMinor());
    }
    RequestApprovalRequest.Builder request =
        RequestApprovalRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setPermission(question.permission())
            .setSubjectId(subjectId)
            .setReason(matter.words())
            .setMatter(told);
    if (matter.comesToMinor() > 0) {
      request.setMostMinor(matter.comesToMinor());
    }
    return request.build();
  }

  /** As many as it would be; else as the line has. */
  private static long quantityMilli(DeskQuestion question) {
    long wanted = question.matter().quantityMilli();
    return wanted > 0 ? wanted : question.line().map(LineView::quantityMilli).orElse(0L);
  }

  private static ApprovalView answered(ApprovalRequest answer) {
    if (answer.getState() == ApprovalState.APPROVAL_STATE_APPROVED) {
      return new ApprovalView(answer.getApprovalId(), answer.getAnsweredBy());
    }
    if (answer.getState() == ApprovalState.APPROVAL_STATE_DECLINED) {
      var name = Map.of("name", answer.getAnsweredBy());
      throw new LaneRefusal(LaneRefusal.APPROVAL_DECLINED, name);
    }
    throw new LaneRefusal(LaneRefusal.APPROVAL_EXPIRED, Map.of());
  }

  /** Takes back what was asked, if it waits still; else it ends by itself. */
  void takeBack() {
    try {
      connection.within(
          NEWS,
          () -> {
            approvals.takeBack();
            return true;
          });
    } catch (ServerRefusal refusal) {
      log.debug("it ends by itself: {}", refusal.toString());
    }
  }

  /** The basket at hand is being paid, or not any more. */
  void tellPayment(boolean atPayment) {
    if (selling.isEmergency()) {
      return;
    }
    try {
      var unused = connection.within(NEWS, () -> lane.tellPayment(atPayment));
    } catch (ServerRefusal refusal) {
      log.debug("the payment is not told: {}", refusal.toString());
    }
  }
}
