package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.PostEmergencyVoidRequest;
import id.lajur.till.v1.GetXReportRequest;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Baskets that a lane gave up by itself. */
class EmergencyVoidTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane lane = store.lane();
  private final EmergencyTill till = EmergencyTill.of(store, lane);

  @AfterEach
  void leave() {
    lane.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static String journalOf(String basketId) {
    return store.text(
        "SELECT GROUP_CONCAT(CONCAT_WS('|', kind, amount_minor, reason) SEPARATOR ', ')"
            + " FROM audit_entry WHERE HEX(subject_id) = '"
            + EmergencyBooks.hex(basketId)
            + "'");
  }

  private int voidedBaskets() {
    return lane.till()
        .getXReport(GetXReportRequest.getDefaultInstance())
        .getReport()
        .getVoidedBaskets();
  }

  @Test
  void aBasketThatALaneGaveUpAloneIsInTheJournalAndAmongTheShiftsVoids() {
    int before = voidedBaskets();
    PostEmergencyVoidRequest voided = till.givenUp(TestLane.newId()).build();

    assertThat(lane.emergency().postEmergencyVoid(voided).getKnown()).isFalse();
    assertThat(lane.emergency().postEmergencyVoid(voided).getKnown()).as("once").isFalse();

    assertThat(journalOf(voided.getBasketId()))
        .isEqualTo("EMERGENCY_BASKET_VOIDED|2300000|customer left");
    assertThat(voidedBaskets()).isEqualTo(before + 1);
  }

  @Test
  void aBasketThatTheServerHasStaysOpenForItsOwnTrace() throws SQLException {
    String item = store.item(7_000_00);
    lane.scan(item);
    String basketId = lane.ref().getBasketId();
    int before = voidedBaskets();

    assertThat(lane.emergency().postEmergencyVoid(till.givenUp(basketId).build()).getKnown())
        .isTrue();

    assertThat(journalOf(basketId)).startsWith("EMERGENCY_BASKET_VOIDED|2300000");
    assertThat(voidedBaskets()).isEqualTo(before);
    assertThat(lane.pay(lane.cashRequest(7_000_00)).getTotalMinor()).isEqualTo(7_000_00);
  }

  @Test
  void aVoidThatIsNoneIsRefused() {
    String id = TestLane.newId();
    assertThat(refused(till.givenUp(id).setOperatorNumber("x"))).isEqualTo("EMERGENCY_INVALID");
    assertThat(refused(till.givenUp(id).setVoidedAtMs(0))).isEqualTo("EMERGENCY_INVALID");
    assertThat(refused(till.givenUp(id).setLineCount(-1))).isEqualTo("EMERGENCY_INVALID");
    assertThat(refused(till.givenUp("7"))).isEqualTo("ID_INVALID");
    assertThat(journalOf(id)).isNull();
  }

  private String refused(PostEmergencyVoidRequest.Builder voided) {
    return TestLane.outcome(() -> lane.emergency().postEmergencyVoid(voided.build()));
  }
}
