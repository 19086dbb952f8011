package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrinterPresenterTest {
  private final PresentedLane shop = new PresentedLane();

  @Test
  void whoMayOpenTheDrawerSetsThePrinterUp() {
    shop.lane.permissions = Set.of("till.drawer");
    shop.signOn();

    shop.press(LaneKey.F10, LaneKey.F10);

    assertThat(panel().choice()).isEqualTo(new PrinterChoice("192.168.1.53:9100", 80));
    assertThat(shop.state().form().text("printer")).isEqualTo("192.168.1.53:9100");
    assertThat(panel().sample()).isNotEmpty();
  }

  @Test
  void anybodyElseNeedsASupervisor() {
    shop.signOn();

    shop.press(LaneKey.F10, LaneKey.F10);
    assertThat(shop.state().panel())
        .isInstanceOfSatisfying(
            Panel.Approval.class, asked -> assertThat(asked.permission()).isEqualTo("till.drawer"));
    approve();

    assertThat(panel().approval().supervisorName()).isEqualTo("Budi Hartono");
  }

  @Test
  void withABasketOpenItWaits() {
    shop.lane.permissions = Set.of("till.drawer");
    shop.selling();

    shop.press(LaneKey.F10, LaneKey.F10);

    assertThat(shop.state().message()).isEqualTo(Message.error("basketOpen", Map.of()));
    assertThat(shop.state().panel()).isInstanceOf(Panel.More.class);
  }

  @Test
  void anotherPaperIsShownAsItWillBeAndTriedAndTaken() {
    open();
    int wide = panel().sample().get(3).text().length();

    shop.press(LaneKey.F2);
    assertThat(panel().sample().get(3).text().length()).isLessThan(wide);
    shop.press(LaneKey.F4);
    assertThat(shop.state().message())
        .isEqualTo(Message.ok("printerTried", Map.of()).withHint("ENTER"));
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts)
        .contains("tryPrinter 192.168.1.53:9100 58", "usePrinter 192.168.1.53:9100 58");
    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
    assertThat(shop.state().message().key()).isEqualTo("printerSet");
  }

  @Test
  void whatWasTypedIsTriedAndKeptWhileThePaperIsChosen() {
    open();
    for (int i = 0; i < 20; i++) {
      shop.press(LaneKey.BACKSPACE);
    }
    shop.type("file:/dev/usb/lp0");

    shop.press(LaneKey.F3, LaneKey.F4);

    assertThat(shop.lane.acts).contains("tryPrinter file:/dev/usb/lp0 80");
    assertThat(shop.state().form().text("printer")).isEqualTo("file:/dev/usb/lp0");
  }

  @Test
  void aPrinterWithoutPaperIsSaidAndNothingIsLost() {
    open();
    shop.lane.paper = false;

    shop.press(LaneKey.F4);

    assertThat(shop.state().message()).isEqualTo(Message.error("refused.NO_PAPER", Map.of()));
    assertThat(shop.state().panel()).isInstanceOf(Panel.Printer.class);
  }

  @Test
  void whatIsNoPrinterIsNotTaken() {
    open();
    for (int i = 0; i < 20; i++) {
      shop.press(LaneKey.BACKSPACE);
    }
    shop.type(":9100");

    shop.press(LaneKey.ENTER);

    assertThat(shop.state().message())
        .isEqualTo(Message.error("refused.PRINTER_UNKNOWN", Map.of()));
    assertThat(shop.state().panel()).isInstanceOf(Panel.Printer.class);
  }

  @Test
  void aSupervisorsWordOpensTheDrawerOnce() {
    shop.signOn();
    shop.press(LaneKey.F10, LaneKey.F10);
    approve();

    shop.press(LaneKey.F5);
    assertThat(shop.state().message()).isEqualTo(Message.ok("drawerOpened", Map.of()));
    shop.press(LaneKey.F5);
    assertThat(shop.state().panel()).isInstanceOf(Panel.Approval.class);
    approve();

    assertThat(shop.state().panel()).isInstanceOf(Panel.Printer.class);
    assertThat(shop.lane.acts)
        .containsSubsequence(
            "openDrawer 192.168.1.53:9100 ok-1",
            "openDrawer 192.168.1.53:9100 ok-1",
            "openDrawer 192.168.1.53:9100 ok-2");
    assertThat(shop.state().message()).isEqualTo(Message.ok("drawerOpened", Map.of()));
  }

  @Test
  void scansWaitAndGoIntoTheBasketAfterwards() {
    open();

    shop.presenter.scanned(FakeLane.TEA);
    assertThat(shop.lane.acts).noneMatch(act -> act.startsWith("addLine"));
    shop.press(LaneKey.ESC);

    assertThat(shop.lane.acts).contains("addLine " + FakeLane.TEA + " 0");
  }

  private void open() {
    shop.lane.permissions = Set.of("till.drawer");
    shop.signOn();
    shop.press(LaneKey.F10, LaneKey.F10);
  }

  private void approve() {
    shop.type("2007");
    shop.press(LaneKey.ENTER);
    shop.type("9876");
    shop.press(LaneKey.ENTER);
  }

  private Panel.Printer panel() {
    return (Panel.Printer) shop.state().panel();
  }
}
