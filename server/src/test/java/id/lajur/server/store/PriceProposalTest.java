package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.catalog.v1.SetPriceRequest;
import id.lajur.purchasing.v1.DraftLine;
import id.lajur.purchasing.v1.GetDraftLineResponse;
import id.lajur.purchasing.v1.GetGoodsReceiptRequest;
import id.lajur.purchasing.v1.PostDraftResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a delivery whose cost moved proposes to sell for. */
class PriceProposalTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final Desk desk = new Desk(store, "BUYER");

  @BeforeAll
  static void aSupplier() {
    store.server().setup().addSupplier("PT-HARGA", "PT Harga");
  }

  @AfterEach
  void withoutWishes() {
    desk.close();
    store.sql("DELETE FROM store_setting WHERE name LIKE 'price.%'");
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static void wish(String name, String value) {
    store.sql(
        "INSERT INTO store_setting VALUES (1, '%s', '1970-01-01', '%s')".formatted(name, value));
  }

  private DraftLine again(String item, long firstCost, long nowCost) {
    desk.begin("PT-HARGA");
    desk.receive(item, 10_000, firstCost);
    desk.post();
    desk.begin("PT-HARGA");
    return desk.receive(item, 10_000, nowCost);
  }

  @Test
  void aCostThatMovedProposesThePriceThatLeavesTheMarginWanted() throws SQLException {
    wish("price.margin_micro", "240000");
    DraftLine line = again(store.item(3_250_00), 2_190_00, 2_285_00);

    GetDraftLineResponse facts = desk.facts(line.getLineId());

    assertThat(facts.getProposedPriceMinor()).isEqualTo(3_350_00); // by half a coin, up
    assertThat(facts.getProposedMarginMicro()).isEqualTo(242_881);
    assertThat(facts.getWantedMarginMicro()).isEqualTo(240_000);
  }

  @Test
  void aDepartmentsOwnMarginAndTheStoresStepCount() throws SQLException {
    wish("price.margin_micro", "100000");
    wish("price.margin_micro.UMUM", "240000");
    wish("price.step_minor", "10000");
    DraftLine line = again(store.item(3_250_00), 2_190_00, 2_285_00);

    assertThat(desk.facts(line.getLineId()).getProposedPriceMinor()).isEqualTo(3_400_00);
  }

  @Test
  void withoutAWishTheMarginThatThereWasIsKept() throws SQLException {
    DraftLine line = again(store.item(10_000_00, "BEBAS"), 8_000_00, 8_800_00);

    GetDraftLineResponse facts = desk.facts(line.getLineId());

    assertThat(facts.getWantedMarginMicro()).isEqualTo(200_000);
    assertThat(facts.getProposedPriceMinor()).isEqualTo(11_000_00);
  }

  @Test
  void whereTheCostStayedNothingIsProposed() throws SQLException {
    wish("price.margin_micro", "240000");
    DraftLine line = again(store.item(3_000_00), 2_190_00, 2_190_00);

    GetDraftLineResponse facts = desk.facts(line.getLineId());

    assertThat(facts.hasProposedPriceMinor()).isFalse();
    assertThat(facts.getMarginMicro()).isEqualTo(189_700);
  }

  @Test
  void anItemWithoutPriceGetsItsFirst() throws SQLException {
    wish("price.margin_micro", "200000");
    desk.begin("PT-HARGA");
    DraftLine line = desk.receive(store.itemWithoutPrice(), 10_000, 8_000_00);

    GetDraftLineResponse facts = desk.facts(line.getLineId());

    assertThat(facts.hasSellingPriceMinor()).isFalse();
    assertThat(facts.getProposedPriceMinor()).isEqualTo(11_100_00);
  }

  @Test
  void aPriceThatWasTakenIsChargedAndItsLabelIsDue() throws SQLException {
    wish("price.margin_micro", "240000");
    String kept = store.item(1_000_00);
    String item = store.item(3_250_00);
    DraftLine line = again(item, 2_190_00, 2_285_00);
    desk.receive(kept, 1_000, 500_00);
    long proposed = desk.facts(line.getLineId()).getProposedPriceMinor();

    var unused =
        desk.lane()
            .catalog()
            .setPrice(
                SetPriceRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setItemCode(item)
                    .setPriceMinor(proposed)
                    .build());
    desk.change(line.getLineId(), change -> change.setPriceDecided(true));

    assertThat(desk.facts(line.getLineId()).hasProposedPriceMinor()).isFalse();
    assertThat(desk.line(line.getLineId()).getPriceDecided()).isTrue();
    try (TestLane lane = store.lane()) {
      assertThat(lane.scan(item).getBasket().getTotals().getTotalMinor()).isEqualTo(3_350_00);
    }
    PostDraftResponse posted = desk.post();
    var lines =
        desk.receipts()
            .getGoodsReceipt(
                GetGoodsReceiptRequest.newBuilder().setDocumentId(posted.getDocumentId()).build())
            .getLinesList();
    assertThat(lines).extracting("priceChanged_").containsExactly(true, false);
    assertThat(lines.get(0).getSellingPriceMinor()).isEqualTo(3_350_00);
  }
}
