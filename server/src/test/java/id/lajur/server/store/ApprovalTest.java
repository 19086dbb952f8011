package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.DiscountBasketRequest;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.TakeOverBasketRequest;
import id.lajur.server.security.Permissions;
import id.lajur.till.v1.CashMovement;
import id.lajur.till.v1.GetXReportRequest;
import id.lajur.till.v1.MoveCashRequest;
import id.lajur.till.v1.OpenDrawerRequest;
import io.grpc.StatusRuntimeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a role may do by itself, how far, and what a supervisor's word adds to it. */
class ApprovalTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final long PRICE = 10_000_00;
  private static final String LIMITS =
      "discount_limit_micro = 100000, override_limit_micro = 200000,"
          + " return_limit_minor = 2000000, cash_limit_minor = 5000000";

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  /** An act that goes up to a limit of the role: by itself at the limit, not a step beyond it. */
  enum Limited {
    OVERRIDE("sale.override", "PRICE_OVERRIDDEN", 8_000_00, 7_999_00) {
      @Override
      void act(Scene scene, long amountMinor, String approval) {
        scene.override(amountMinor, approval);
      }
    },
    LINE_DISCOUNT("sale.discount", "LINE_DISCOUNTED", 1_000_00, 1_001_00) {
      @Override
      void act(Scene scene, long amountMinor, String approval) {
        scene.discountLine(amountMinor, approval);
      }
    },
    BASKET_DISCOUNT("sale.discount", "BASKET_DISCOUNTED", 1_000_00, 1_001_00) {
      @Override
      void act(Scene scene, long amountMinor, String approval) {
        scene.discountBasket(amountMinor, approval);
      }
    },
    RETURN("sale.return", "RETURNED", 20_000_00, 20_001_00) {
      @Override
      void act(Scene scene, long amountMinor, String approval) {
        scene.takeBack(amountMinor, approval);
      }
    },
    CASH("till.cash", "CASH_PAY_OUT", 50_000_00, 50_001_00) {
      @Override
      void act(Scene scene, long amountMinor, String approval) {
        scene.payOut(amountMinor, approval);
      }

      @Override
      String subject(Scene scene) {
        return scene.shiftId();
      }
    };

    private final String permission;
    private final String journalled;
    private final long atLimit;
    private final long beyond;

    Limited(String permission, String journalled, long atLimit, long beyond) {
      this.permission = permission;
      this.journalled = journalled;
      this.atLimit = atLimit;
      this.beyond = beyond;
    }

    abstract void act(Scene scene, long amountMinor, String approval);

    String subject(Scene scene) {
      return scene.lane().ref().getBasketId();
    }
  }

  @ParameterizedTest
  @EnumSource
  void upToItsLimitARoleActsAloneAndBeyondItWithASupervisorWhoStandsInTheJournal(Limited limited)
      throws SQLException {
    try (TestLane lane = store.lane(store.role(Permissions.ALL, LIMITS));
        TestLane supervisor = store.lane("OWNER")) {
      Scene scene = Scene.at(lane);

      limited.act(scene, limited.atLimit, "");
      assertThat(approvedBy(limited, lane)).isZero();

      assertThat(refused(() -> limited.act(scene, limited.beyond, "")))
          .isEqualTo("APPROVAL_NEEDED");
      limited.act(
          scene,
          limited.beyond,
          lane.approve(supervisor, limited.permission, limited.subject(scene)));

      assertThat(approvedBy(limited, lane)).isEqualTo(operatorId(supervisor));
      assertThat(journal(limited, lane, "operator_id")).isEqualTo(operatorId(lane));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSupervisorApprovesNoMoreThanHisOwnLimitAndHisWordStaysUnused(Limited limited)
      throws SQLException {
    try (TestLane lane = store.lane();
        TestLane limitedOne = store.lane(store.role(Permissions.ALL, LIMITS))) {
      Scene scene = Scene.at(lane);
      String approval = lane.approve(limitedOne, limited.permission, limited.subject(scene));

      assertThat(refused(() -> limited.act(scene, limited.beyond, approval)))
          .isEqualTo("APPROVAL_NOT_ALLOWED");
      limited.act(scene, limited.atLimit, approval);

      assertThat(approvedBy(limited, lane)).isEqualTo(operatorId(limitedOne));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anActThatComesToMoreThanWasApprovedIsRefusedAndTheWordStaysUnused(Limited limited)
      throws SQLException {
    try (TestLane lane = store.lane();
        TestLane supervisor = store.lane("OWNER")) {
      Scene scene = Scene.at(lane);
      long most = limited == Limited.OVERRIDE ? PRICE - limited.atLimit : limited.atLimit;
      String approval = lane.approve(supervisor, limited.permission, limited.subject(scene), most);

      StatusRuntimeException beyond =
          catchThrowableOfType(
              StatusRuntimeException.class, () -> limited.act(scene, limited.beyond, approval));
      assertThat(TestLane.reason(beyond)).isEqualTo("APPROVAL_EXCEEDED");
      assertThat(TestLane.facts(beyond))
          .containsEntry("mostMinor", Long.toString(most))
          .containsEntry("amountMinor", Long.toString(most + 1_00));
      limited.act(scene, limited.atLimit, approval);

      assertThat(approvedBy(limited, lane)).isEqualTo(operatorId(supervisor));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OVERRIDE", "CASH"})
  void theWordOfOneWhoMayNotAnyMoreIsWorthNothing(Limited limited) throws SQLException {
    String role = store.role(Permissions.ALL, "");
    try (TestLane lane = store.lane();
        TestLane supervisor = store.lane(role)) {
      Scene scene = Scene.at(lane);
      String approval = lane.approve(supervisor, limited.permission, limited.subject(scene));

      store.sql(
          "DELETE p FROM role_permission p JOIN role r USING (role_id) WHERE r.code = '%s' AND"
                  .formatted(role)
              + " p.permission = '%s'".formatted(limited.permission));
      assertThat(refused(() -> limited.act(scene, limited.atLimit, approval)))
          .isEqualTo("APPROVAL_NOT_ALLOWED");
      store.sql(
          "INSERT INTO role_permission SELECT role_id, '%s' FROM role WHERE code = '%s'"
              .formatted(limited.permission, role));
      store.sql("UPDATE operator SET active = FALSE WHERE number = " + supervisor.operator());
      assertThat(refused(() -> limited.act(scene, limited.atLimit, approval)))
          .isEqualTo("APPROVAL_NOT_ALLOWED");

      store.sql("UPDATE operator SET active = TRUE WHERE number = " + supervisor.operator());
      limited.act(scene, limited.atLimit, approval);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OVERRIDE", "CASH"})
  void anApprovalHoldsOnceAndForFiveMinutes(Limited limited) throws SQLException {
    try (TestLane lane = store.lane();
        TestLane supervisor = store.lane("OWNER")) {
      Scene scene = Scene.at(lane);
      String late = lane.approve(supervisor, limited.permission, limited.subject(scene));
      store.sql(
          "UPDATE approval SET expires_at = expires_at - INTERVAL 5 MINUTE WHERE approval_id ="
              + id(late));
      assertThat(refused(() -> limited.act(scene, limited.atLimit, late)))
          .isEqualTo("APPROVAL_INVALID");

      String approval = lane.approve(supervisor, limited.permission, limited.subject(scene));
      limited.act(scene, limited.atLimit, approval);
      assertThat(refused(() -> limited.act(scene, limited.atLimit, approval)))
          .isEqualTo("APPROVAL_INVALID");
    }
  }

  @Test
  void discountsOfABasketAreWithinTheLimitTogether() throws SQLException {
    try (TestLane lane = store.lane(store.role(Permissions.ALL, LIMITS));
        TestLane supervisor = store.lane("OWNER")) {
      Scene scene = Scene.at(lane);
      scene.discount(DiscountSource.DISCOUNT_SOURCE_MEMBER, 600_00, "");
      scene.discount(DiscountSource.DISCOUNT_SOURCE_COUPON, 400_00, "");
      for (var source :
          List.of(
              DiscountSource.DISCOUNT_SOURCE_MANUAL,
              DiscountSource.DISCOUNT_SOURCE_STAFF,
              DiscountSource.DISCOUNT_SOURCE_COUPON)) {
        assertThat(refused(() -> scene.discount(source, 100_00, ""))).isEqualTo("APPROVAL_NEEDED");
      }
      assertThat(refused(() -> scene.percent(DiscountSource.DISCOUNT_SOURCE_STAFF, 10_000, "")))
          .isEqualTo("APPROVAL_NEEDED");

      scene.discount(DiscountSource.DISCOUNT_SOURCE_MEMBER, 0, "");
      scene.discount(DiscountSource.DISCOUNT_SOURCE_STAFF, 600_00, "");
      scene.discount(
          DiscountSource.DISCOUNT_SOURCE_MANUAL,
          5_000_00,
          lane.approve(supervisor, "sale.discount", lane.ref().getBasketId()));
      scene.discount(DiscountSource.DISCOUNT_SOURCE_STAFF, 500_00, "");

      assertThat(lane.reread().getTotals().getDiscountMinor()).isEqualTo(5_900_00);
    }
  }

  @Test
  void aPartOfABasketThatIsEmptyYetIsJudgedAsWhatItWillBe() throws SQLException {
    try (TestLane lane = store.lane(store.role(Permissions.ALL, LIMITS))) {
      Scene scene = Scene.at(lane);
      lane.voidLine(scene.line());

      assertThat(refused(() -> scene.percent(DiscountSource.DISCOUNT_SOURCE_MANUAL, 100_001, "")))
          .isEqualTo("APPROVAL_NEEDED");
      scene.percent(DiscountSource.DISCOUNT_SOURCE_MANUAL, 100_000, "");
      lane.reread();
      lane.scan(scene.item());

      assertThat(lane.reread().getTotals().getDiscountMinor()).isEqualTo(1_000_00);
    }
  }

  @Test
  void anApprovedLineComesToNoMoreThanWasApproved() throws SQLException {
    try (TestLane lane = store.lane();
        TestLane supervisor = store.lane("OWNER")) {
      Scene scene = Scene.at(lane);
      String word = lane.approve(supervisor, "sale.override", lane.ref().getBasketId(), 2 * PRICE);
      AddLineRequest three =
          lane.scanRequest(scene.item(), 3_000).toBuilder().setApprovalId(word).build();
      AddLineRequest two =
          lane.scanRequest(scene.item(), 2_000).toBuilder().setApprovalId(word).build();

      assertThat(refused(() -> lane.scan(three))).isEqualTo("APPROVAL_EXCEEDED");
      lane.scan(two);

      assertThat(lane.reread().getTotals().getTotalMinor()).isEqualTo(3 * PRICE);
    }
  }

  @Test
  void anApprovalHoldsForItsBasketAlone() throws SQLException {
    try (TestLane lane = store.lane();
        TestLane supervisor = store.lane("OWNER")) {
      Scene scene = Scene.at(lane);
      String other = lane.approve(supervisor, "sale.override", TestLane.newId());

      assertThat(refused(() -> scene.override(8_000_00, other))).isEqualTo("APPROVAL_INVALID");
      assertThat(lane.reread().getTotals().getTotalMinor()).isEqualTo(PRICE);
    }
  }

  @Test
  void anApprovalHoldsAtItsTerminalAndForWhoAskedAlone() throws SQLException {
    try (TestLane first = store.lane();
        TestLane second = store.lane();
        TestLane third = store.lane();
        TestLane supervisor = store.lane("OWNER")) {
      first.scan(store.item(PRICE));
      String basket = first.ref().getBasketId();
      String approval = second.approve(supervisor, "sale.take_over", basket);

      assertThat(refused(() -> takeOver(third, basket, approval))).isEqualTo("APPROVAL_INVALID");
      assertThat(first.reread().getGeneration()).isEqualTo(1);
      takeOver(second, basket, approval);
    }
  }

  @Test
  void anApprovalForTheDrawerMovesNoCash() throws SQLException {
    try (TestLane lane = store.lane();
        TestLane supervisor = store.lane("OWNER")) {
      Scene scene = Scene.at(lane);
      String approval = lane.approve(supervisor, "till.drawer", scene.shiftId());

      assertThat(refused(() -> scene.payOut(1_000_00, approval))).isEqualTo("APPROVAL_INVALID");
      var unused =
          lane.till()
              .openDrawer(
                  OpenDrawerRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setReason("tukar")
                      .setApprovalId(approval)
                      .build());
      assertThat(
              store.number(
                  "SELECT approved_by FROM audit_entry WHERE kind = 'DRAWER_OPENED' AND subject_id ="
                      + id(scene.shiftId())))
          .isEqualTo(operatorId(supervisor));
    }
  }

  /** As after a stall, when the lane asks again while the server is still at the first copy. */
  @Test
  @Timeout(60)
  void anApprovedActSentTwiceAtOnceIsDoneOnceAndAnsweredTwice() throws Exception {
    try (TestLane lane = store.lane(store.role(Permissions.ALL, LIMITS));
        TestLane supervisor = store.lane("OWNER");
        Connection side = store.server().database().dataSource().getConnection()) {
      Scene scene = Scene.at(lane);
      String approval = lane.approve(supervisor, "sale.return", lane.ref().getBasketId());
      AddReturnLineRequest request =
          AddReturnLineRequest.newBuilder()
              .setRequestId(TestLane.newId())
              .setBasket(lane.ref())
              .setCode(scene.item())
              .setQuantityMilli(1_000)
              .setPriceMinor(30_000_00)
              .setKind(LineKind.LINE_KIND_RETURN)
              .setReason("rusak")
              .setApprovalId(approval)
              .build();
      side.setAutoCommit(false);
      try (Statement held = side.createStatement()) {
        held.execute("SELECT * FROM approval WHERE approval_id =" + id(approval) + " FOR UPDATE");
      }
      List<CompletableFuture<Integer>> answers = new ArrayList<>();
      for (int copy = 0; copy < 2; copy++) {
        answers.add(
            CompletableFuture.supplyAsync(
                () -> lane.baskets().addReturnLine(request).getLineId(),
                task -> new Thread(task).start()));
      }
      await()
          .until(
              () ->
                  store.number(
                          "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
                              + " WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'")
                      == 2);
      side.commit();

      assertThat(answers.get(0).get()).isEqualTo(2).isEqualTo(answers.get(1).get());
      assertThat(
              store.number(
                  "SELECT COUNT(*) FROM basket_entry WHERE kind = 'RETURN' AND basket_id ="
                      + id(lane.ref().getBasketId())))
          .isEqualTo(1);
    }
  }

  /** A lane with one line in its basket. */
  private record Scene(TestLane lane, String item, int line, String shiftId) {
    static Scene at(TestLane lane) throws SQLException {
      String item = store.item(PRICE);
      int line = lane.scan(item).getLineId();
      String shift =
          lane.till().getXReport(GetXReportRequest.getDefaultInstance()).getReport().getShiftId();
      return new Scene(lane, item, line, shift);
    }

    void override(long priceMinor, String approval) {
      LineActs.override(lane, line, priceMinor, approval);
    }

    void discountLine(long amountMinor, String approval) {
      LineActs.discountLine(lane, line, amountMinor, approval);
    }

    void discountBasket(long amountMinor, String approval) {
      discount(DiscountSource.DISCOUNT_SOURCE_MANUAL, amountMinor, approval);
    }

    void discount(DiscountSource source, long amountMinor, String approval) {
      discount(DiscountBasketRequest.newBuilder().setAmountMinor(amountMinor), source, approval);
    }

    void percent(DiscountSource source, int percentMicro, String approval) {
      discount(DiscountBasketRequest.newBuilder().setPercentMicro(percentMicro), source, approval);
    }

    private void discount(
        DiscountBasketRequest.Builder asked, DiscountSource source, String approval) {
      var unused =
          lane.baskets()
              .discountBasket(
                  asked
                      .setRequestId(TestLane.newId())
                      .setBasket(lane.ref())
                      .setSource(source)
                      .setReason("pelanggan")
                      .setApprovalId(approval)
                      .build());
    }

    void takeBack(long valueMinor, String approval) {
      var unused =
          lane.baskets()
              .addReturnLine(
                  AddReturnLineRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setBasket(lane.ref())
                      .setCode(item)
                      .setQuantityMilli(1_000)
                      .setPriceMinor(valueMinor)
                      .setKind(LineKind.LINE_KIND_RETURN)
                      .setReason("rusak")
                      .setApprovalId(approval)
                      .build());
    }

    void payOut(long amountMinor, String approval) {
      var unused =
          lane.till()
              .moveCash(
                  MoveCashRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setMovement(CashMovement.CASH_MOVEMENT_PAY_OUT)
                      .setAmountMinor(amountMinor)
                      .setReason("parkir")
                      .setApprovalId(approval)
                      .build());
    }
  }

  private static void takeOver(TestLane lane, String basket, String approval) {
    var unused =
        lane.baskets()
            .takeOverBasket(
                TakeOverBasketRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasketId(basket)
                    .setApprovalId(approval)
                    .build());
  }

  private static String refused(Runnable act) {
    return TestLane.reason(catchThrowableOfType(StatusRuntimeException.class, act::run));
  }

  private static String id(String uuid) {
    return " UNHEX(REPLACE('" + uuid + "', '-', ''))";
  }

  private static long operatorId(TestLane lane) {
    return store.number("SELECT operator_id FROM operator WHERE number = " + lane.operator());
  }

  /** Who approved the newest act of a kind in the lane's journal; 0 = nobody. */
  private static long approvedBy(Limited limited, TestLane lane) {
    return journal(limited, lane, "COALESCE(approved_by, 0)");
  }

  private static long journal(Limited limited, TestLane lane, String column) {
    return store.number(
        "SELECT %s FROM audit_entry WHERE kind = '%s' AND terminal_id ="
                .formatted(column, limited.journalled)
            + " (SELECT terminal_id FROM session WHERE closed_at IS NULL AND operator_id = %s)"
                .formatted(operatorId(lane))
            + " ORDER BY number DESC LIMIT 1");
  }
}
