package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Texts;
import id.lajur.pos.screen.LaneState.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Other tenders than cash, several of them, and what is taken back. */
class TenderPresenterTest {
  private static final long TOTAL = 405_531_00;

  private final PresentedLane shop = new PresentedLane();

  @Test
  void aCardPaysAllThatIsLeftWithTheNumbersOfItsSlip() {
    pay();

    shop.press(LaneKey.F7, LaneKey.ENTER);
    assertThat(shop.state().form().isAt("reference")).isTrue();
    shop.type("004512");
    shop.press(LaneKey.ENTER);
    shop.type("A73921");
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("pay " + TOTAL + " CARD " + TOTAL + " 004512/A73921");
    assertThat(shop.state().phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void aVoucherIsTakenAndCashPaysTheRestRoundedToTheCoin() {
    pay();

    shop.press(LaneKey.F9);
    shop.type("50000");
    shop.press(LaneKey.ENTER);
    shop.type("VC-22071");
    shop.press(LaneKey.ENTER);
    assertThat(shop.state().payment().leftMinor()).isEqualTo(TOTAL - 50_000_00);
    assertThat(shop.state().payment().cashLeftMinor()).isEqualTo(355_500_00);
    assertThat(shop.state().payment().chosen().cash()).isTrue();
    shop.type("400000");
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("pay " + TOTAL + " VOUCHER 5000000 VC-22071 CASH 40000000");
    assertThat(shop.state().lastReceipt())
        .map(ReceiptView::changeMinor)
        .hasValue(400_000_00L - 355_500_00);
  }

  @Test
  void aSaleThatIsDoneSaysWhatTheCardTookAndWhatWasPaidInCash() {
    pay();
    shop.press(LaneKey.F7);
    shop.type("150000");
    shop.press(LaneKey.ENTER, LaneKey.ENTER, LaneKey.ENTER);
    shop.type("344400");

    shop.press(LaneKey.ENTER);

    PaymentView done = shop.state().payment();
    assertThat(shop.state().phase()).isEqualTo(Phase.DONE);
    assertThat(done.chargedMinor()).isEqualTo(150_000_00);
    assertThat(done.cashLeftMinor()).isEqualTo(255_500_00);
    assertThat(foot()).containsExactly("Tunai", "255.500", "Hemat 7.740");
  }

  @Test
  void aSaleThatACardPaidNamesNoCash() {
    pay();
    shop.press(LaneKey.F7);
    assertThat(foot()).startsWith("Sisa", "405.531");

    shop.press(LaneKey.ENTER, LaneKey.ENTER, LaneKey.ENTER);

    assertThat(shop.state().phase()).isEqualTo(Phase.DONE);
    assertThat(foot()).startsWith("Dibayar", "405.531");
  }

  @Test
  void cashThatCameFirstIsTheCashOfASaleThatACardEnded() {
    pay();
    shop.type("100000");
    shop.press(LaneKey.F8, LaneKey.ENTER, LaneKey.ENTER);

    assertThat(shop.state().payment().taken())
        .extracting(t -> t.kind().code())
        .containsOnly("QRIS");
    assertThat(foot()).startsWith("Tunai", "100.000");
  }

  /** What stands below the total. */
  private List<String> foot() {
    LaneState state = shop.state();
    var shown =
        new View.Shown(state, Texts.of(LanePanel.class, "lane", state.language()), state.formats());
    return TotalPanel.foot(shown, 560).stream().map(TotalPanel.Words::text).toList();
  }

  @Test
  void cashThatIsShortIsKeptWhenAnotherKindIsChosen() {
    pay();
    shop.type("100000");

    shop.press(LaneKey.F8);
    assertThat(shop.state().payment().leftMinor()).isEqualTo(TOTAL - 100_000_00);
    shop.press(LaneKey.ENTER, LaneKey.ENTER);

    assertThat(shop.lane.acts)
        .endsWith("pay " + TOTAL + " CASH 10000000 QRIS " + (TOTAL - 100_000_00));
  }

  @Test
  void whatEnterDoesIsSaidOnceThereIsMoneyToAccept() {
    pay();
    assertThat(shop.state().message().key()).isEqualTo("tenderEmpty");

    shop.press(LaneKey.F2);
    assertThat(shop.state().message().key()).isEqualTo("tender");
    shop.press(LaneKey.DEL);
    assertThat(shop.state().message().key()).isEqualTo("tenderEmpty");
    shop.type("4");
    assertThat(shop.state().message())
        .isEqualTo(Message.info("short", Map.of("n", "Rp\u00a0405.496")));
    shop.press(LaneKey.F2);
    assertThat(shop.state().message().key()).isEqualTo("tender");
    shop.press(LaneKey.DEL);

    assertThat(shop.state().message().key()).isEqualTo("tenderEmpty");
  }

  @Test
  void whatNeedsItsNumberIsNotTakenWithoutIt() {
    pay();

    shop.press(LaneKey.F9, LaneKey.ENTER, LaneKey.ENTER);

    assertThat(shop.state().message())
        .isEqualTo(Message.error("refused.REFERENCE_NEEDED", Map.of()));
    assertThat(shop.state().payment().taken()).isEmpty();
  }

  @Test
  void nothingIsGivenBackOnACard() {
    pay();

    shop.press(LaneKey.F7);
    shop.type("500000");
    shop.press(LaneKey.ENTER);

    assertThat(shop.state().message())
        .isEqualTo(Message.error("refused.CHANGE_NOT_GIVEN", Map.of()));
  }

  @Test
  void delTakesBackWhatIsTypedThenTheLastTender() {
    voucher();
    shop.type("12");

    shop.press(LaneKey.DEL);
    assertThat(shop.state().payment().taken()).hasSize(1);
    shop.press(LaneKey.DEL);

    assertThat(shop.state().payment().taken()).isEmpty();
    assertThat(shop.state().payment().leftMinor()).isEqualTo(TOTAL);
    assertThat(shop.state().payment().cashLeftMinor())
        .isEqualTo(shop.state().basket().cashDueMinor());
    assertThat(shop.state().message().key()).isEqualTo("tenderBack");
    shop.press(LaneKey.DEL);
    assertThat(shop.state().message()).isEqualTo(Message.info("noTender"));
  }

  @Test
  void whoeverWatchesIsToldThatTheCustomerPaysAndThatHeIsBackAtTheLines() {
    pay();
    assertThat(shop.lane.toldPayment).containsExactly(true);

    shop.press(LaneKey.ESC);

    assertThat(shop.lane.toldPayment).containsExactly(true, false);
  }

  @Test
  void theBasketIsNotReachedWhileMoneyHasMovedOutsideTheLane() {
    voucher();

    shop.press(LaneKey.ESC);
    assertThat(shop.state().phase()).isEqualTo(Phase.TENDERING);
    assertThat(shop.state().message()).isEqualTo(Message.warn("tendersTaken", Map.of()));
    shop.press(LaneKey.DEL, LaneKey.ESC);

    assertThat(shop.state().phase()).isEqualTo(Phase.SELLING);
    assertThat(shop.state().payment()).isEqualTo(PaymentView.NONE);
  }

  @Test
  void aKindThatTheStoreDoesNotTakeIsRefused() {
    pay();

    shop.press(LaneKey.F10);

    assertThat(shop.state().message()).isEqualTo(Message.error("refused.TENDER_UNKNOWN", Map.of()));
    assertThat(shop.state().payment().chosen().cash()).isTrue();
  }

  @Test
  void aKindOfTheStoresOwnHasAFreeKey() {
    shop.lane.tenderKinds =
        List.of(TenderKindView.CASH, new TenderKindView("EWALLET", "Dompet", false, false, false));
    pay();

    shop.press(LaneKey.F7);

    assertThat(shop.state().payment().chosen().name()).isEqualTo("Dompet");
  }

  @Test
  void withoutTheServerOnlyCashIsTaken() {
    shop.selling();
    shop.presenter.emergency(Optional.of(new EmergencyView(true, 1, 10_000_00, false)));
    shop.press(LaneKey.F12);

    shop.press(LaneKey.F7);

    assertThat(shop.state().message())
        .isEqualTo(Message.error("refused.EMERGENCY_ONLY_CASH", Map.of()));
    assertThat(shop.state().payment().slots())
        .filteredOn(slot -> slot.kind().isPresent())
        .hasSize(1);
    shop.press(LaneKey.F11);
    assertThat(shop.state().payment().paper()).isTrue();
  }

  @Test
  void aServerThatDiesDuringACardPaymentIsSaidAndTheBasketStays() {
    pay();
    shop.lane.refusesWith = "PAYMENT_IN_DOUBT";

    shop.press(LaneKey.F8, LaneKey.ENTER, LaneKey.ENTER);

    assertThat(shop.state().phase()).isEqualTo(Phase.TENDERING);
    assertThat(shop.state().message())
        .isEqualTo(Message.error("refused.PAYMENT_IN_DOUBT", Map.of()));
  }

  @Test
  void aReceiptThatNobodyWantsIsNotPrinted() {
    pay();

    shop.press(LaneKey.F11, LaneKey.F2, LaneKey.ENTER);

    assertThat(shop.lane.acts).last().asString().endsWith("without paper");
    assertThat(shop.state().message().key()).isEqualTo("savedWithoutPaper");
    shop.press(LaneKey.ENTER);
    shop.presenter.scanned(FakeLane.TEA);
    shop.press(LaneKey.F12, LaneKey.F2, LaneKey.ENTER);
    assertThat(shop.lane.acts).last().asString().doesNotContain("without");
  }

  private void voucher() {
    pay();
    shop.press(LaneKey.F9);
    shop.type("50000");
    shop.press(LaneKey.ENTER);
    shop.type("VC-22071");
    shop.press(LaneKey.ENTER);
  }

  private void pay() {
    shop.selling();
    shop.press(LaneKey.F12);
    assertThat(shop.state().basket().totalMinor()).isEqualTo(TOTAL);
  }
}
