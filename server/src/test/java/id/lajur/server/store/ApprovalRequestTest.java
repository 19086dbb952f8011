package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.people.v1.AnswerApprovalRequest;
import id.lajur.people.v1.ApprovalMatter;
import id.lajur.people.v1.ApprovalRequest;
import id.lajur.people.v1.ApprovalState;
import id.lajur.people.v1.CancelApprovalRequestRequest;
import id.lajur.people.v1.RequestApprovalRequest;
import id.lajur.people.v1.WatchApprovalRequestsRequest;
import id.lajur.people.v1.WatchApprovalRequestsResponse;
import id.lajur.people.v1.WatchMyApprovalRequest;
import id.lajur.people.v1.WatchMyApprovalResponse;
import id.lajur.sale.v1.DiscountLineRequest;
import id.lajur.server.people.Operators;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An approval asked for at a lane and given at the manager's desk. */
class ApprovalRequestTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane lane = store.lane();
  private final TestLane manager = store.enrolled("MANAGER");

  @BeforeEach
  void aBasketAndADesk() throws SQLException {
    lane.scan(store.item(10_000_00));
    manager.signOn();
  }

  @AfterEach
  void leave() {
    lane.close();
    manager.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private RequestApprovalRequest request() {
    return RequestApprovalRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setPermission("sale.discount")
        .setSubjectId(lane.ref().getBasketId())
        .setReason("kemasan penyok")
        .setMostMinor(1_000_00)
        .build();
  }

  private static ApprovalRequest ask(TestLane lane, RequestApprovalRequest request) {
    return lane.approvals().requestApproval(request).getRequest();
  }

  private static String answered(TestLane manager, String id, boolean approve) {
    return TestLane.outcome(
        () ->
            manager
                .approvals()
                .answerApproval(
                    AnswerApprovalRequest.newBuilder()
                        .setRequestId(TestLane.newId())
                        .setApprovalId(id)
                        .setApprove(approve)
                        .build()));
  }

  private String discounted(long amountMinor, String approval) {
    return TestLane.outcome(
        () -> {
          var answer =
              lane.baskets()
                  .discountLine(
                      DiscountLineRequest.newBuilder()
                          .setRequestId(TestLane.newId())
                          .setBasket(lane.ref())
                          .setLineId(1)
                          .setAmountMinor(amountMinor)
                          .setReason("penyok")
                          .setApprovalId(approval)
                          .build());
          lane.adopt(answer.getBasket());
          return answer;
        });
  }

  private static Iterator<WatchMyApprovalResponse> watchMine(TestLane lane, String id) {
    return lane.approvals()
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .watchMyApproval(WatchMyApprovalRequest.newBuilder().setApprovalId(id).build());
  }

  private static Iterator<WatchApprovalRequestsResponse> watchAll(TestLane manager) {
    return manager
        .approvals()
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .watchApprovalRequests(WatchApprovalRequestsRequest.getDefaultInstance());
  }

  /** Reads a desk's stream until its list is as wanted. */
  private static void until(
      Iterator<WatchApprovalRequestsResponse> desk, Predicate<List<ApprovalRequest>> wanted) {
    while (!wanted.test(desk.next().getWaitingList())) {
      // another of its states
    }
  }

  private static Predicate<List<ApprovalRequest>> holds(String id) {
    return waiting -> waiting.stream().anyMatch(one -> one.getApprovalId().equals(id));
  }

  @Test
  void whatTheDeskApprovesTheLaneUsesOnceUpToItsAmount() {
    RequestApprovalRequest request = request();
    String id = request.getRequestId();
    Iterator<WatchApprovalRequestsResponse> desk = watchAll(manager);

    ApprovalRequest asked = ask(lane, request);
    assertThat(ask(lane, request)).as("sent again").isEqualTo(asked);
    Iterator<WatchMyApprovalResponse> mine = watchMine(lane, id);
    assertThat(mine.next().getRequest()).isEqualTo(asked);
    assertThat(asked.getState()).isEqualTo(ApprovalState.APPROVAL_STATE_WAITING);
    assertThat(asked.getOperatorNumber()).isEqualTo(lane.operator());
    assertThat(asked.getMostMinor()).isEqualTo(1_000_00);
    until(desk, holds(id));
    assertThat(discounted(1_000_00, id)).isEqualTo("APPROVAL_INVALID");

    assertThat(answered(manager, id, true)).isEqualTo("answered");
    assertThat(answered(manager, id, true)).as("sent again").isEqualTo("answered");

    ApprovalRequest given = mine.next().getRequest();
    assertThat(given.getState()).isEqualTo(ApprovalState.APPROVAL_STATE_APPROVED);
    assertThat(given.getAnsweredBy()).isNotEmpty();
    assertThat(mine.hasNext()).isFalse();
    until(desk, holds(id).negate());
    assertThat(discounted(1_001_00, id)).isEqualTo("APPROVAL_EXCEEDED");
    assertThat(discounted(1_000_00, id)).isEqualTo("answered");
    assertThat(discounted(900_00, id)).isEqualTo("APPROVAL_INVALID");
    assertThat(journal("APPROVAL_ASKED", lane)).isOne();
    assertThat(journal("APPROVED", manager)).isOne();
  }

  private long journal(String kind, TestLane at) {
    return store.number(
        """
        SELECT COUNT(*) FROM audit_entry
         WHERE kind = '%s' AND subject_id = UNHEX(REPLACE('%s', '-', ''))
           AND terminal_id = (SELECT MAX(terminal_id) FROM session JOIN operator USING (operator_id)
                               WHERE number = '%s')"""
            .formatted(kind, lane.ref().getBasketId(), at.operator()));
  }

  @Test
  void whatItIsAboutIsToldToTheDeskAsTheLaneHasIt() {
    ApprovalMatter matter =
        ApprovalMatter.newBuilder()
            .setItemName("Beras Pandan Wangi 5 kg")
            .setQuantityMilli(2_000)
            .setPriceMinor(77_500_00)
            .setNewPriceMinor(70_000_00)
            .setPercentMicro(100_000)
            .setBasketMinor(0)
            .build();
    RequestApprovalRequest request = request().toBuilder().setMatter(matter).build();
    Iterator<WatchApprovalRequestsResponse> desk = watchAll(manager);

    String id = ask(lane, request).getApprovalId();

    until(
        desk,
        waiting ->
            waiting.stream()
                .anyMatch(one -> one.getApprovalId().equals(id) && one.getMatter().equals(matter)));
    assertThat(answered(manager, id, false)).isEqualTo("answered");
  }

  @Test
  void aPartBeyondTheWholeIsNotAsked() {
    var matter = ApprovalMatter.newBuilder().setPercentMicro(1_000_001);
    RequestApprovalRequest request = request().toBuilder().setMatter(matter).build();

    assertThat(TestLane.outcome(() -> lane.approvals().requestApproval(request)))
        .isEqualTo("DISCOUNT_INVALID");
  }

  @Test
  void whatTheDeskDeclinesIsNotDone() {
    String id = ask(lane, request()).getApprovalId();
    Iterator<WatchMyApprovalResponse> mine = watchMine(lane, id);

    assertThat(answered(manager, id, false)).isEqualTo("answered");

    ApprovalRequest last = mine.next().getRequest();
    while (mine.hasNext()) {
      last = mine.next().getRequest();
    }
    assertThat(last.getState()).isEqualTo(ApprovalState.APPROVAL_STATE_DECLINED);
    assertThat(discounted(1_000_00, id)).isEqualTo("APPROVAL_INVALID");
    assertThat(journal("APPROVAL_DECLINED", manager)).isOne();
  }

  @Test
  void ofTwoWhoAnswerOneIsFirst() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (TestLane other = store.enrolled("MANAGER")) {
      other.signOn();
      for (int round = 0; round < 5; round++) {
        String id = ask(lane, request()).getApprovalId();
        List<Callable<String>> both =
            List.of(() -> answered(manager, id, true), () -> answered(other, id, false));

        List<String> outcomes = new ArrayList<>();
        for (Future<String> one : threads.invokeAll(both)) {
          outcomes.add(one.get());
        }

        assertThat(outcomes).containsExactlyInAnyOrder("answered", "APPROVAL_ANSWERED");
        assertThat(
                store.number(
                    "SELECT COUNT(*) FROM approval WHERE approval_id = UNHEX(REPLACE('"
                        + id
                        + "', '-', ''))"))
            .isEqualTo(outcomes.get(0).equals("answered") ? 1 : 0);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aLaneTakesItsRequestBackAndANewOneTakesThePlaceOfTheOld() {
    String first = ask(lane, request()).getApprovalId();
    String second = ask(lane, request()).getApprovalId();

    assertThat(watchMine(lane, first).next().getRequest().getState())
        .isEqualTo(ApprovalState.APPROVAL_STATE_CANCELLED);
    ApprovalRequest cancelled =
        lane.approvals()
            .cancelApprovalRequest(
                CancelApprovalRequestRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setApprovalId(second)
                    .build())
            .getRequest();

    assertThat(cancelled.getState()).isEqualTo(ApprovalState.APPROVAL_STATE_CANCELLED);
    assertThat(answered(manager, second, true)).isEqualTo("APPROVAL_ANSWERED");
  }

  @Test
  void aLaneThatHasGoneAwayFindsTheAnswerWhenItComesBack() throws SQLException {
    String id = ask(lane, request()).getApprovalId();
    Iterator<WatchMyApprovalResponse> broken = watchMine(lane, id);
    broken.next();
    lane.channel().enterIdle();

    assertThat(answered(manager, id, true)).isEqualTo("answered");

    assertThat(watchMine(lane, id).next().getRequest().getState())
        .isEqualTo(ApprovalState.APPROVAL_STATE_APPROVED);
    assertThat(discounted(500_00, id)).isEqualTo("answered");
  }

  @Test
  void whatNobodyAnswersExpires() {
    RequestApprovalRequest request = request();
    String id = ask(lane, request).getApprovalId();
    Iterator<WatchApprovalRequestsResponse> desk = watchAll(manager);
    until(desk, holds(id));

    store.sql(
        "UPDATE approval_request SET expires_at = UTC_TIMESTAMP(6) WHERE request_id ="
            + " UNHEX(REPLACE('"
            + id
            + "', '-', ''))");

    until(desk, holds(id).negate());
    assertThat(watchMine(lane, id).next().getRequest().getState())
        .isEqualTo(ApprovalState.APPROVAL_STATE_EXPIRED);
    assertThat(answered(manager, id, true)).isEqualTo("APPROVAL_ANSWERED");
  }

  @Test
  void nobodyApprovesWhatHeMayNotDoOrHisOwnRequestOrSeesOthersRequests() throws SQLException {
    String id = ask(lane, request()).getApprovalId();
    String role = store.role(List.of("approval.answer"), "");
    try (TestLane clerk = store.enrolled(role);
        TestLane otherLane = store.lane();
        TestLane owner = store.lane("OWNER")) {
      clerk.signOn();
      assertThat(answered(clerk, id, true)).isEqualTo("APPROVAL_NOT_ALLOWED");
      assertThat(answered(otherLane, id, true)).isEqualTo("PERMISSION_MISSING");
      assertThat(TestLane.outcome(() -> watchMine(otherLane, id).next()))
          .isEqualTo("APPROVAL_UNKNOWN");
      assertThat(TestLane.outcome(() -> watchAll(otherLane).next()))
          .isEqualTo("PERMISSION_MISSING");
      assertThat(answered(manager, TestLane.newId(), true)).isEqualTo("APPROVAL_UNKNOWN");
      String own =
          ask(owner, request().toBuilder().setSubjectId(TestLane.newId()).build()).getApprovalId();
      assertThat(answered(owner, own, true)).isEqualTo("APPROVAL_NOT_ALLOWED");
    }
  }

  @Test
  void whatCannotBeApprovedOrReadIsNotAsked() {
    RequestApprovalRequest request = request();
    ask(lane, request);

    assertThat(asked(request.toBuilder().setPermission("sale.return"))).isEqualTo("REQUEST_REUSED");
    RequestApprovalRequest.Builder fresh = request.toBuilder();
    assertThat(asked(fresh.setRequestId(TestLane.newId()).setPermission("till.day")))
        .isEqualTo("APPROVAL_NOT_ALLOWED");
    assertThat(asked(request.toBuilder().setMostMinor(2_000_00))).isEqualTo("REQUEST_REUSED");
    assertThat(asked(request().toBuilder().setMostMinor(-1))).isEqualTo("AMOUNT_INVALID");
    assertThat(asked(request().toBuilder().setRequestId("x"))).isEqualTo("REQUEST_ID_INVALID");
    assertThat(asked(request().toBuilder().setSubjectId("x"))).isEqualTo("ID_INVALID");
  }

  private String asked(RequestApprovalRequest.Builder request) {
    return TestLane.outcome(() -> lane.approvals().requestApproval(request.build()));
  }

  @Test
  void theDesksStreamEndsForALeaver() throws SQLException {
    Iterator<WatchApprovalRequestsResponse> desk = watchAll(manager);
    desk.next();

    store.operators().leave(manager.operator());

    assertThat(
            TestLane.outcome(
                () -> {
                  while (desk.hasNext()) {
                    desk.next();
                  }
                  return "";
                }))
        .isEqualTo("NOT_SIGNED_ON");
    store.operators().comeBack(manager.operator());
    store.operators().change(manager.operator(), new Operators.Change(null, "CASHIER", null));
  }
}
