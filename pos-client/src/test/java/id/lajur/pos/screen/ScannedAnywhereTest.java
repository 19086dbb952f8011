package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A barcode is never a number, a PIN, money or a count; and never passes in silence. */
class ScannedAnywhereTest {
  private final PresentedLane shop = new PresentedLane();

  @Test
  void beforeTheSignOn() {
    shop.presenter.scanned(FakeLane.TEA);

    assertThat(shop.state().message()).isEqualTo(Message.error("barcodeIsNoNumber", Map.of()));
    assertThat(shop.state().form().text("number")).isEmpty();
  }

  @Test
  void whileTheFloatIsCounted() {
    shop.lane.shiftOpen = false;
    shop.signOn();

    shop.presenter.scanned(FakeLane.TEA);

    assertThat(shop.state().message()).isEqualTo(Message.error("barcodeIsNoCount", Map.of()));
    assertThat(shop.state().form().text()).isEmpty();
  }

  @Test
  void whileTheDrawerIsCounted() {
    shop.signOn();
    shop.press(LaneKey.F10, LaneKey.F2);

    shop.presenter.scanned(FakeLane.TEA);

    assertThat(shop.state().message()).isEqualTo(Message.error("barcodeIsNoCount", Map.of()));
    assertThat(shop.lane.acts).noneMatch(act -> act.startsWith("addLine"));
  }
}
