package id.lajur.server.store;

import static id.lajur.server.store.LineActs.changeQuantity;
import static id.lajur.server.store.LineActs.discountLine;
import static id.lajur.server.store.LineActs.override;
import static id.lajur.server.store.LineActs.voidLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.sale.v1.DiscountBasketRequest;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.server.security.Permissions;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is given away of a basket stays within a limit whatever becomes of the basket. */
class DiscountLimitTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final long PRICE = 10_000_00;
  private static final String TENTH = "discount_limit_micro = 100000";
  private static final String FIFTH = "discount_limit_micro = 200000";

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  /** An act that makes a basket of four pieces on two lines worth half. */
  enum Lowered {
    VOID_LINE("sale.void_line", "LINE_VOIDED") {
      @Override
      void act(TestLane lane, int line, String approval) {
        voidLine(lane, line, approval);
      }
    },
    QUANTITY("sale.scan", "QUANTITY_LOWERED") {
      @Override
      void act(TestLane lane, int line, String approval) {
        changeQuantity(lane, 1, 1_000, "");
        changeQuantity(lane, line, 1_000, approval);
      }
    },
    OVERRIDE("sale.override", "PRICE_OVERRIDDEN") {
      @Override
      void act(TestLane lane, int line, String approval) {
        override(lane, line, 0, approval);
      }
    };

    private final String permission;
    private final String journalled;

    Lowered(String permission, String journalled) {
      this.permission = permission;
      this.journalled = journalled;
    }

    abstract void act(TestLane lane, int line, String approval);
  }

  @ParameterizedTest
  @EnumSource
  void anAmountThatOutgrowsTheLimitNeedsTheWordThatItWouldNeedItself(Lowered lowered)
      throws SQLException {
    try (TestLane lane = store.lane(store.role(Permissions.ALL, TENTH));
        TestLane supervisor = store.lane("OWNER")) {
      int line = fourPieces(lane);
      discount(lane, 2_500_00, "");

      StatusRuntimeException refused = refused(() -> lowered.act(lane, line, ""));
      assertThat(TestLane.reason(refused)).isEqualTo("APPROVAL_NEEDED");
      assertThat(TestLane.facts(refused))
          .containsEntry("permission", "sale.discount")
          .containsEntry("amountMinor", "250000");
      String forTheActAlone = lowered == Lowered.QUANTITY ? "sale.override" : lowered.permission;
      String wrong = word(lane, supervisor, forTheActAlone);
      assertThat(TestLane.reason(refused(() -> lowered.act(lane, line, wrong))))
          .isEqualTo("APPROVAL_INVALID");
      String tooLittle =
          lane.approve(supervisor, "sale.discount", lane.ref().getBasketId(), 2_499_00L);
      assertThat(TestLane.reason(refused(() -> lowered.act(lane, line, tooLittle))))
          .isEqualTo("APPROVAL_EXCEEDED");

      String approval = word(lane, supervisor, "sale.discount");
      lowered.act(lane, line, approval);
      assertThat(lane.reread().getTotals().getTotalMinor()).isEqualTo(17_500_00);
      assertThat(journalled(lowered, lane)).isEqualTo(operatorId(supervisor));
      assertThat(TestLane.reason(refused(() -> voidLine(lane, 1, ""))))
          .isEqualTo("APPROVAL_NEEDED");
      assertThat(TestLane.reason(refused(() -> voidLine(lane, 1, approval))))
          .isEqualTo("APPROVAL_INVALID");
    }
  }

  @Test
  void aLineTakenBackWithinTheLimitAsksNobody() throws SQLException {
    try (TestLane lane = store.lane(store.role(Permissions.ALL, TENTH))) {
      int line = fourPieces(lane);
      discount(lane, 2_000_00, "");

      voidLine(lane, line, "");
      assertThat(TestLane.reason(refused(() -> changeQuantity(lane, 1, 1_000, ""))))
          .isEqualTo("APPROVAL_NEEDED");
      lane.scan(store.item(5 * PRICE));
      changeQuantity(lane, 1, 1_000, "");

      assertThat(lane.reread().getTotals().getTotalMinor()).isEqualTo(58_000_00);
    }
  }

  @Test
  void aPartOfTheBasketNeverOutgrowsItsLimit() throws SQLException {
    try (TestLane lane = store.lane(store.role(Permissions.ALL, TENTH))) {
      int line = fourPieces(lane);
      percent(lane, 100_000, "");

      voidLine(lane, line, "");
      voidLine(lane, 1, "");

      assertThat(lane.reread().getTotals().getTotalMinor()).isZero();
    }
  }

  @Test
  void discountsOfLinesAndOfTheBasketAreJudgedTogether() throws SQLException {
    try (TestLane lane = store.lane(store.role(Permissions.ALL, TENTH));
        TestLane supervisor = store.lane("OWNER")) {
      int line = fourPieces(lane);
      discountLine(lane, line, 2_000_00, "");
      assertThat(TestLane.reason(refused(() -> discount(lane, 2_001_00, ""))))
          .isEqualTo("APPROVAL_NEEDED");
      assertThat(TestLane.reason(refused(() -> percent(lane, 60_000, ""))))
          .isEqualTo("APPROVAL_NEEDED");
      discount(lane, 2_000_00, "");
      assertThat(TestLane.reason(refused(() -> discountLine(lane, 1, 1_00, ""))))
          .isEqualTo("APPROVAL_NEEDED");

      discountLine(lane, line, 2_001_00, word(lane, supervisor, "sale.discount"));
      discountLine(lane, line, 0, "");
      discountLine(lane, 1, 1_999_00, "");
      assertThat(lane.reread().getTotals().getTotalMinor()).isEqualTo(36_001_00);
      assertThat(TestLane.reason(refused(() -> voidLine(lane, line, ""))))
          .isEqualTo("APPROVAL_NEEDED");
    }
  }

  @Test
  void anApprovedAmountOutgrowsNotTheLimitOfWhoApprovedIt() throws SQLException {
    try (TestLane lane = store.lane("CASHIER");
        TestLane supervisor = store.lane(store.role(Permissions.ALL, FIFTH));
        TestLane owner = store.lane("OWNER")) {
      int line = fourPieces(lane);
      discount(lane, 4_000_00, word(lane, supervisor, "sale.discount"));

      voidLine(lane, line, "");
      assertThat(TestLane.reason(refused(() -> changeQuantity(lane, 1, 1_000, ""))))
          .isEqualTo("APPROVAL_NEEDED");
      String beyondHim = word(lane, supervisor, "sale.discount");
      assertThat(TestLane.reason(refused(() -> changeQuantity(lane, 1, 1_000, beyondHim))))
          .isEqualTo("APPROVAL_NOT_ALLOWED");
      changeQuantity(lane, 1, 1_000, word(lane, owner, "sale.discount"));

      assertThat(lane.reread().getTotals().getTotalMinor()).isEqualTo(6_000_00);
    }
  }

  @Test
  void whoApprovesALineTakenBackBesidesADiscountMayDoBoth() throws SQLException {
    String nothingBack = store.role(List.of("sale.discount"), "");
    try (TestLane lane = store.lane(store.role(Permissions.ALL, TENTH));
        TestLane supervisor = store.enrolled(nothingBack)) {
      int line = fourPieces(lane);
      discount(lane, 2_500_00, "");

      String word = word(lane, supervisor, "sale.discount");
      StatusRuntimeException refused = refused(() -> voidLine(lane, line, word));
      assertThat(TestLane.reason(refused)).isEqualTo("APPROVAL_NOT_ALLOWED");
      assertThat(TestLane.facts(refused)).containsEntry("permission", "sale.void_line");
    }
  }

  private static int fourPieces(TestLane lane) throws SQLException {
    lane.scan(lane.scanRequest(store.item(PRICE), 2_000));
    return lane.scan(lane.scanRequest(store.item(PRICE), 2_000)).getLineId();
  }

  private static String word(TestLane lane, TestLane supervisor, String permission) {
    return lane.approve(supervisor, permission, lane.ref().getBasketId());
  }

  private static void discount(TestLane lane, long amountMinor, String approval) {
    discount(lane, DiscountBasketRequest.newBuilder().setAmountMinor(amountMinor), approval);
  }

  private static void percent(TestLane lane, int percentMicro, String approval) {
    discount(lane, DiscountBasketRequest.newBuilder().setPercentMicro(percentMicro), approval);
  }

  private static void discount(
      TestLane lane, DiscountBasketRequest.Builder asked, String approval) {
    var unused =
        lane.baskets()
            .discountBasket(
                asked
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.ref())
                    .setSource(DiscountSource.DISCOUNT_SOURCE_MANUAL)
                    .setReason("pelanggan")
                    .setApprovalId(approval)
                    .build());
  }

  private static StatusRuntimeException refused(Runnable act) {
    return catchThrowableOfType(StatusRuntimeException.class, act::run);
  }

  private static long operatorId(TestLane lane) {
    return store.number("SELECT operator_id FROM operator WHERE number = " + lane.operator());
  }

  /** Who approved the newest act of a kind on the lane's basket; 0 = nobody. */
  private static long journalled(Lowered lowered, TestLane lane) {
    return store.number(
        "SELECT COALESCE(approved_by, 0) FROM audit_entry WHERE kind = '%s' AND subject_id ="
                .formatted(lowered.journalled)
            + " UNHEX(REPLACE('%s', '-', '')) ORDER BY number DESC LIMIT 1"
                .formatted(lane.ref().getBasketId()));
  }
}
