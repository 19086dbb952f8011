package id.lajur.server.store;

import static id.lajur.server.store.LineActs.changeQuantity;
import static id.lajur.server.store.LineActs.override;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.AddReturnLineResponse;
import id.lajur.sale.v1.LineKind;
import id.lajur.server.security.Permissions;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A line that gives money back is not made to give more than somebody answers for. */
class ReturnChangeTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final long PRICE = 5_000_00;

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void anApprovedReturnGrowsOnlyWithAWordForWhatItComesToThen() throws SQLException {
    try (TestLane lane = store.lane();
        TestLane supervisor = store.lane("OWNER")) {
      int line = back(lane, word(lane, supervisor, null));

      StatusRuntimeException grown = refused(() -> changeQuantity(lane, line, 999_000, ""));
      assertThat(TestLane.reason(grown)).isEqualTo("APPROVAL_NEEDED");
      assertThat(TestLane.facts(grown))
          .containsAllEntriesOf(Map.of("permission", "sale.return", "amountMinor", "499500000"));
      String twoPieces = word(lane, supervisor, 2 * PRICE);
      assertThat(TestLane.reason(refused(() -> changeQuantity(lane, line, 3_000, twoPieces))))
          .isEqualTo("APPROVAL_EXCEEDED");

      assertThat(changeQuantity(lane, line, 2_000, twoPieces).getTotals().getTotalMinor())
          .isEqualTo(-2 * PRICE);
      assertThat(journalled(lane, supervisor, -2 * PRICE, "-1000", "-2000")).isOne();
    }
  }

  @Test
  void aHigherPriceOfAReturnIsAReturnToo() throws SQLException {
    try (TestLane lane = store.lane(store.role(Permissions.ALL, "return_limit_minor = 1000000"));
        TestLane supervisor = store.lane("OWNER")) {
      int line = back(lane, "");

      StatusRuntimeException dearer = refused(() -> override(lane, line, 2 * PRICE + 1_00, ""));
      assertThat(TestLane.reason(dearer)).isEqualTo("APPROVAL_NEEDED");
      assertThat(TestLane.facts(dearer)).containsEntry("permission", "sale.return");
      assertThat(override(lane, line, 2 * PRICE, "").getTotals().getTotalMinor())
          .isEqualTo(-2 * PRICE);
      assertThat(TestLane.reason(refused(() -> changeQuantity(lane, line, 2_000, ""))))
          .isEqualTo("APPROVAL_NEEDED");

      override(lane, line, 3 * PRICE, word(lane, supervisor, null));
      assertThat(
              journalled(
                  lane, supervisor, -3 * PRICE, Long.toString(2 * PRICE), Long.toString(3 * PRICE)))
          .isOne();
      assertThat(lane.reread().getTotals().getTotalMinor()).isEqualTo(-3 * PRICE);
    }
  }

  private static long journalled(
      TestLane lane, TestLane supervisor, long amountMinor, String before, String after) {
    return store.number(
        ("SELECT COUNT(*) FROM audit_entry e JOIN operator o ON o.operator_id = e.approved_by"
                + " WHERE e.kind = 'RETURNED' AND o.number = '%s' AND e.amount_minor = %d"
                + " AND e.before_value = '%s' AND e.after_value = '%s'"
                + " AND e.subject_id = UNHEX(REPLACE('%s', '-', ''))")
            .formatted(
                supervisor.operator(), amountMinor, before, after, lane.ref().getBasketId()));
  }

  private static String word(TestLane lane, TestLane supervisor, @Nullable Long mostMinor) {
    return lane.approve(supervisor, "sale.return", lane.refOrNew().getBasketId(), mostMinor);
  }

  private static int back(TestLane lane, String approval) throws SQLException {
    AddReturnLineResponse answer =
        lane.baskets()
            .addReturnLine(
                AddReturnLineRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.refOrNew())
                    .setCode(store.item(PRICE))
                    .setQuantityMilli(1_000)
                    .setKind(LineKind.LINE_KIND_RETURN)
                    .setReason("rusak")
                    .setApprovalId(approval)
                    .build());
    lane.adopt(answer.getBasket());
    return answer.getLineId();
  }

  private static StatusRuntimeException refused(Runnable act) {
    return catchThrowableOfType(StatusRuntimeException.class, act::run);
  }
}
