package id.lajur.pos.window;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.pos.screen.ReceiptView;
import id.lajur.pos.screen.TakenTender;
import id.lajur.pos.screen.TenderKindView;
import id.lajur.pos.session.LaneSession;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaneViewsTest {
  private static final TenderKindView CARD = new TenderKindView("CARD", "", false, false, true);

  @Test
  void whatTheCoinTookOffIsLeftWhenAllTendersAreCounted() {
    assertThat(receipt(141_231_00, 68_800_00, cash(210_000_00)).roundingMinor()).isEqualTo(-31_00);
    assertThat(receipt(70_000_00, 0, card(70_000_00)).roundingMinor()).isZero();
    assertThat(receipt(70_000_00, 0, card(50_000_00), cash(20_000_00)).roundingMinor()).isZero();
    assertThat(receipt(70_031_00, 0, card(50_000_00), cash(20_000_00)).roundingMinor())
        .isEqualTo(-31_00);
  }

  @Test
  void moneyThatGoesBackRoundsNothing() {
    assertThat(receipt(-70_000_00, 0, cash(-70_000_00)).roundingMinor()).isZero();
    assertThat(receipt(-70_000_00, 0, card(-70_000_00)).roundingMinor()).isZero();
  }

  @Test
  void cashStandsApartFromTheRest() {
    ReceiptView mixed = receipt(70_000_00, 5_000_00, card(50_000_00), cash(25_000_00));

    assertThat(mixed.receivedMinor()).isEqualTo(25_000_00);
    assertThat(mixed.otherMinor()).isEqualTo(50_000_00);
    assertThat(mixed.changeMinor()).isEqualTo(5_000_00);
  }

  private static ReceiptView receipt(long total, long change, TakenTender... tenders) {
    var sold =
        new LaneSession.Sold("L03-S001042", "s", "b", total, change, false, Optional.empty());
    return LaneViews.receipt(sold, List.of(tenders), true);
  }

  private static TakenTender cash(long minor) {
    return new TakenTender(TenderKindView.CASH, minor, "");
  }

  private static TakenTender card(long minor) {
    return new TakenTender(CARD, minor, "004512");
  }
}
