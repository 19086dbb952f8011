package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Theme;
import id.lajur.pos.receipt.PaperKind;
import id.lajur.pos.screen.LaneState.Phase;
import id.lajur.pos.screen.LaneState.Waiting;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Each rule of the lane's screen, without a window. */
class LanePresenterTest {
  private final FakeLane lane = new FakeLane();
  private final List<Runnable> shortWaits = new ArrayList<>();
  private final List<Runnable> longWaits = new ArrayList<>();
  private final List<LaneState> shown = new ArrayList<>();
  private final LanePresenter presenter =
      new LanePresenter(
          lane,
          FakeLane.TERMINAL,
          Language.INDONESIAN,
          Theme.LIGHT,
          Runnable::run,
          (ms, work) -> (ms < 1_000 ? shortWaits : longWaits).add(work),
          shown::add);

  @Test
  void signingOnWithAnOpenShiftLeadsToSelling() {
    signOn();

    assertThat(state().phase()).isEqualTo(Phase.READY);
    assertThat(state().operator()).map(OperatorView::name).hasValue("Siti Rahmawati");
  }

  @Test
  void aWrongPinEmptiesThePinAndSaysHowOftenOneMayTry() {
    type("1042");
    presenter.key(LaneKey.ENTER);
    type("9999");
    presenter.key(LaneKey.ENTER);

    assertThat(state().phase()).isEqualTo(Phase.SIGNED_OFF);
    assertThat(state().form().text("number")).isEqualTo("1042");
    assertThat(state().form().text("pin")).isEmpty();
    assertThat(state().message()).isEqualTo(error("refused.SIGN_ON_FAILED", "n", "2"));
  }

  @Test
  void whoMustChangeHisPinTypesANewOneTwiceAndIsSignedOn() {
    lane.mustChangePin = true;
    signOn();
    assertThat(state().phase()).isEqualTo(Phase.SIGNED_OFF);
    assertThat(state().message()).isEqualTo(Message.error("refused.PIN_CHANGE_NEEDED", Map.of()));
    assertThat(state().form().isAt("newPin")).isTrue();

    choosePin("8364", "8365");
    assertThat(state().message()).isEqualTo(Message.error("pinsDiffer", Map.of()));
    choosePin("1111", "1111");
    assertThat(state().message()).isEqualTo(Message.error("refused.PIN_TRIVIAL", Map.of()));
    choosePin("8364", "8364");

    assertThat(lane.acts).filteredOn(act -> act.startsWith("changePin")).hasSize(2);
    assertThat(lane.acts).contains("changePin 1042 1234 8364");
    assertThat(state().phase()).isEqualTo(Phase.READY);
  }

  @Test
  void whoGivesUpChoosingAPinIsAskedForHisNumberAgain() {
    lane.mustChangePin = true;
    signOn();

    presenter.key(LaneKey.ESC);

    assertThat(state().form().isAt("number")).isTrue();
  }

  @Test
  void whoWantsAnotherPinProvesTheOldOneAndTypesTheNewOneTwice() {
    presenter.key(LaneKey.F10);
    assertThat(state().message()).isEqualTo(Message.info("pinChangeFirst"));

    type("1042");
    presenter.key(LaneKey.ENTER);
    type("1234");
    presenter.key(LaneKey.F10);
    assertThat(state().phase()).isEqualTo(Phase.SIGNED_OFF);
    assertThat(state().form().isAt("newPin")).isTrue();
    choosePin("8364", "8364");

    assertThat(lane.acts).containsExactly("signOn 1042", "changePin 1042 1234 8364");
    assertThat(state().phase()).isEqualTo(Phase.READY);
  }

  @Test
  void whoThinksBetterOfAnotherPinIsSignedOff() {
    type("1042");
    presenter.key(LaneKey.ENTER);
    type("1234");
    presenter.key(LaneKey.F10);

    presenter.key(LaneKey.ESC);

    assertThat(lane.acts).containsExactly("signOn 1042", "signOff");
    assertThat(state().phase()).isEqualTo(Phase.SIGNED_OFF);
    assertThat(state().form().isAt("number")).isTrue();
    assertThat(state().operator()).isEmpty();
  }

  @Test
  void whoLeavesTheLaneWhileHeChoosesAPinIsSignedOff() {
    type("1042");
    presenter.key(LaneKey.ENTER);
    type("1234");
    presenter.key(LaneKey.F10);
    type("83");
    presenter.key(LaneKey.F1);

    assertThat(presenter.idle()).isTrue();

    assertThat(lane.acts).containsExactly("signOn 1042", "signOff");
    assertThat(state().form()).isEqualTo(Forms.signOn());
    assertThat(state().panel()).isEqualTo(Panel.none());
  }

  @Test
  void whoseNewPinIsOnItsWayIsNotSignedOff() {
    lane.mustChangePin = true;
    signOn();
    lane.holdsAnswers = true;
    choosePin("8364", "8364");

    presenter.key(LaneKey.ESC);
    assertThat(presenter.idle()).isFalse();
    lane.answer();

    assertThat(lane.acts).doesNotContain("signOff");
    assertThat(state().phase()).isEqualTo(Phase.READY);
  }

  @Test
  void aFaultThatNothingElseTellsIsShownUnderItsIdUntilAnotherWordIsSaid() {
    signOn();

    presenter.fault("1a2b3c4d");
    presenter.fault("99999999");

    assertThat(state().message().key()).isEqualTo("refused.PROGRAM_FAULT");
    assertThat(state().message().kind()).isEqualTo(Message.Kind.ERROR);
    assertThat(state().message().code()).isEqualTo("1a2b3c4d");
  }

  @Test
  void aWrongPinIsNoReasonForAnother() {
    type("1042");
    presenter.key(LaneKey.ENTER);
    type("9999");
    presenter.key(LaneKey.F10);

    assertThat(state().form().isAt("pin")).isTrue();
    assertThat(state().message().key()).isEqualTo("refused.SIGN_ON_FAILED");
  }

  @Test
  void whoOpensNoShiftAfterAllSignsOffAgain() {
    lane.shiftOpen = false;
    signOn();

    presenter.key(LaneKey.ESC);

    assertThat(lane.acts).endsWith("signOff");
    assertThat(state().phase()).isEqualTo(Phase.SIGNED_OFF);
    assertThat(state().form().isAt("number")).isTrue();
  }

  private void choosePin(String pin, String again) {
    type(pin);
    presenter.key(LaneKey.ENTER);
    type(again);
    presenter.key(LaneKey.ENTER);
  }

  @Test
  void withoutAShiftTheFloatIsAskedFirst() {
    lane.shiftOpen = false;
    signOn();
    assertThat(state().phase()).isEqualTo(Phase.OPENING_SHIFT);

    type("500000");
    presenter.key(LaneKey.ENTER);

    assertThat(lane.acts).contains("openShift 50000000");
    assertThat(state().phase()).isEqualTo(Phase.READY);
  }

  @Test
  void cashThatWasCarriedHereIsTakenOverWithOneKey() {
    lane.shiftOpen = false;
    lane.waitingCash = List.of(new WaitingCashView("L01", false, "Siti Rahmawati", 112_000_00));
    signOn();
    assertThat(state().message())
        .isEqualTo(Message.info("cashWaits", Map.of("n", "Rp\u00a0112.000", "lane", "L01")));

    presenter.key(LaneKey.ENTER);

    assertThat(lane.acts).endsWith("openShift 0 AS_IT_STANDS");
    assertThat(state().phase()).isEqualTo(Phase.READY);
  }

  @Test
  void aFloatThatDiffersIsCountedTwiceBeforeItOpensWithItsDifference() {
    lane.shiftOpen = false;
    lane.waitingCash = List.of(new WaitingCashView("L01", false, "Siti Rahmawati", 112_000_00));
    signOn();
    type("111000");
    presenter.key(LaneKey.ENTER);
    assertThat(state().message().key()).isEqualTo("refused.HANDOVER_DIFFERS");
    assertThat(state().phase()).isEqualTo(Phase.OPENING_SHIFT);

    presenter.key(LaneKey.ENTER);

    assertThat(lane.acts).endsWith("openShift 11100000", "openShift 11100000 WITH_DIFFERENCE");
    assertThat(state().phase()).isEqualTo(Phase.READY);
  }

  @Test
  void anotherSumIsAnotherCountAndNotYetADifference() {
    lane.shiftOpen = false;
    lane.waitingCash = List.of(new WaitingCashView("L01", false, "Siti Rahmawati", 112_000_00));
    signOn();
    type("111000");
    presenter.key(LaneKey.ENTER);
    presenter.key(LaneKey.DEL);
    for (int i = 0; i < 6; i++) {
      presenter.key(LaneKey.BACKSPACE);
    }
    type("112000");

    presenter.key(LaneKey.ENTER);

    assertThat(lane.acts).endsWith("openShift 11200000");
    assertThat(state().phase()).isEqualTo(Phase.READY);
  }

  @Test
  void aDrawerThatSomebodyLeftIsCountedBlind() {
    lane.shiftOpen = false;
    lane.waitingCash = List.of(new WaitingCashView("L03", true, "Budi Hartono", 0));

    signOn();

    assertThat(state().message())
        .isEqualTo(Message.info("cashWaitsBlind", Map.of("name", "Budi Hartono", "lane", "L03")));
  }

  @Test
  void aDrawerLeftForSomebodyElseIsSaidBeforeTheFloatIsTyped() {
    lane.shiftOpen = false;
    lane.drawerOf = Optional.of("103");

    signOn();

    assertThat(state().message())
        .isEqualTo(Message.error("refused.HANDOVER_FOR_OTHER", Map.of("number", "103")));
    assertThat(state().phase()).isEqualTo(Phase.OPENING_SHIFT);
  }

  @Test
  void anEmptyFloatIsNoneWhereNoCashWaits() {
    lane.shiftOpen = false;
    signOn();

    presenter.key(LaneKey.ENTER);

    assertThat(state().message().key()).isEqualTo("noAmount");
  }

  @Test
  void aBasketLeftBehindIsKeptWhileTheFloatIsCounted() {
    lane.shiftOpen = false;
    lane.fillBasket();
    signOn();
    type("0");
    presenter.key(LaneKey.ENTER);

    assertThat(state().phase()).isEqualTo(Phase.SELLING);
    assertThat(state().basket().lineCount()).isEqualTo(10);
  }

  @Test
  void aBasketLeftBehindComesBack() {
    lane.fillBasket();
    signOn();

    assertThat(state().phase()).isEqualTo(Phase.SELLING);
    assertThat(state().message().key()).isEqualTo("basketBack");
  }

  @Test
  void scansWaitInOrderWhileTheServerThinks() {
    signOn();
    lane.holdsAnswers = true;
    presenter.scanned(FakeLane.TEA);
    presenter.scanned(FakeLane.RICE);
    presenter.scanned(FakeLane.TEA);

    assertThat(state().scansWaiting()).isEqualTo(2);
    assertThat(lane.acts).endsWith("addLine " + FakeLane.TEA + " 0");
    lane.answer();
    lane.answer();
    lane.answer();

    assertThat(state().scansWaiting()).isZero();
    assertThat(state().basket().lines())
        .extracting(LineView::barcode)
        .containsExactly(FakeLane.TEA, FakeLane.RICE, FakeLane.TEA);
  }

  @Test
  void waitingShowsAfterAWhileAndEndsWithTheAnswer() {
    signOn();
    lane.holdsAnswers = true;
    presenter.scanned(FakeLane.TEA);
    assertThat(state().waiting()).isEqualTo(Waiting.NONE);

    last(shortWaits).run();
    assertThat(state().waiting()).isEqualTo(Waiting.SHORT);
    last(longWaits).run();
    assertThat(state().waiting()).isEqualTo(Waiting.LONG);
    lane.answer();

    assertThat(state().waiting()).isEqualTo(Waiting.NONE);
    last(longWaits).run();
    assertThat(state().waiting()).isEqualTo(Waiting.NONE);
  }

  @Test
  void aReceiptThatIsScannedAsAnItemIsToldWhereItBelongs() {
    signOn();

    presenter.scanned("L01-S000012");

    assertThat(state().message()).isEqualTo(error("receiptScanned", "n", "L01-S000012"));
  }

  @Test
  void anUnknownBarcodeIsSaidAndTheNextScanGoesOn() {
    signOn();
    presenter.scanned("8990000713043");
    assertThat(state().message())
        .isEqualTo(error("refused.ITEM_UNKNOWN", "code", "8990000713043").withHint("F2"));

    presenter.scanned(FakeLane.TEA);

    assertThat(state().message().kind()).isEqualTo(Message.Kind.OK);
    assertThat(state().basket().lineCount()).isEqualTo(1);
  }

  @Test
  void aQuantityBeforeTheScanGoesWithThatScanAlone() {
    signOn();
    type("12");
    presenter.key(LaneKey.TIMES);
    assertThat(state().nextQuantityMilli()).isEqualTo(12_000);

    presenter.scanned(FakeLane.TEA);
    presenter.scanned(FakeLane.TEA);

    assertThat(state().basket().lines())
        .extracting(LineView::quantityMilli)
        .containsExactly(12_000L, 1_000L);
  }

  @Test
  void aWeighedItemAsksForItsWeight() {
    signOn();
    presenter.scanned(FakeLane.CHICKEN);
    assertThat(state().panel()).isInstanceOf(Panel.Weigh.class);
    presenter.scanned(FakeLane.TEA);
    assertThat(state().scansWaiting()).isEqualTo(1);

    type("1,246");
    presenter.key(LaneKey.ENTER);

    assertThat(state().panel()).isInstanceOf(Panel.None.class);
    assertThat(state().basket().lines())
        .extracting(LineView::quantityMilli)
        .containsExactly(1_246L, 1_000L);
  }

  @Test
  void voidingTakesTheChosenLineAndLeavesItsTrace() {
    selling();
    presenter.key(LaneKey.UP);
    presenter.key(LaneKey.F8);

    assertThat(lane.acts).endsWith("voidLine 10");
    assertThat(state().basket().lines()).hasSize(11);
    assertThat(state().largeLine()).map(LineView::lineId).hasValue(11);
  }

  @Test
  void aPageOfALongBasketIsOneKey() {
    selling();
    presenter.key(LaneKey.PAGE_UP);
    assertThat(state().largeLine()).map(LineView::lineId).hasValue(3); // line 7 is removed
    presenter.key(LaneKey.PAGE_UP);
    assertThat(state().largeLine()).map(LineView::lineId).hasValue(1);

    presenter.key(LaneKey.PAGE_DOWN);
    presenter.key(LaneKey.PAGE_DOWN);

    assertThat(state().largeLine()).map(LineView::lineId).hasValue(11);
  }

  @Test
  void whatNeedsASupervisorWaitsForOneAndIsDoneWithTheirWord() {
    selling();
    lane.voidNeedsApproval = true;
    presenter.key(LaneKey.F8);
    assertThat(state().panel()).isInstanceOf(Panel.Approval.class);

    type("2007");
    presenter.key(LaneKey.ENTER);
    type("9876");
    presenter.key(LaneKey.ENTER);

    assertThat(lane.acts).endsWith("approve 2007 sale.void_line", "voidLine 11 ok-1");
    assertThat(state().message()).isEqualTo(Message.ok("approved", Map.of("name", "Budi Hartono")));
  }

  @Test
  void scansDuringAnApprovalEnterAfterwards() {
    selling();
    lane.voidNeedsApproval = true;
    presenter.key(LaneKey.F8);
    presenter.scanned(FakeLane.TEA);
    presenter.scanned(FakeLane.RICE);
    assertThat(state().scansWaiting()).isEqualTo(2);
    assertThat(state().form().text("number")).isEmpty();

    presenter.key(LaneKey.ESC);

    assertThat(state().scansWaiting()).isZero();
    assertThat(lane.acts)
        .endsWith("addLine " + FakeLane.TEA + " 0", "addLine " + FakeLane.RICE + " 0");
  }

  @Test
  void scansDuringASearchGoIntoTheBasket() {
    signOn();
    presenter.key(LaneKey.F2);
    type("susu");
    presenter.scanned(FakeLane.TEA);

    assertThat(state().basket().lineCount()).isEqualTo(1);
    assertThat(state().panel()).isInstanceOf(Panel.Search.class);
    assertThat(state().form().text()).isEqualTo("susu");
  }

  @Test
  void aFoundItemIsTakenWithEnter() {
    signOn();
    presenter.key(LaneKey.F2);
    type("susu");
    presenter.key(LaneKey.DOWN);
    presenter.key(LaneKey.ENTER);

    assertThat(lane.acts).endsWith("addLine 8991002101243 0");
    assertThat(state().panel()).isInstanceOf(Panel.None.class);
  }

  @Test
  void aPriceCheckAnswersTheScanAndAddsNothing() {
    signOn();
    presenter.key(LaneKey.F3);
    presenter.scanned(FakeLane.RICE);

    assertThat(lane.acts).endsWith("checkPrice " + FakeLane.RICE);
    assertThat(state().basket().isEmpty()).isTrue();
    assertThat(((Panel.PriceCheck) state().panel()).found())
        .map(ItemMatch::priceMinor)
        .hasValue(OptionalLong.of(78_900_00L));
  }

  @Test
  void payingWaitsForTheScansBeforeIt() {
    signOn();
    lane.holdsAnswers = true;
    presenter.scanned(FakeLane.TEA);
    presenter.key(LaneKey.F12);
    assertThat(state().phase()).isEqualTo(Phase.READY);

    lane.answer();

    assertThat(state().phase()).isEqualTo(Phase.TENDERING);
  }

  @Test
  void anEmptyFieldOnlySaysWhatToDo() {
    tendering();
    presenter.key(LaneKey.ENTER);

    assertThat(state().message().key()).isEqualTo("tenderEmpty");
    assertThat(lane.acts).noneMatch(act -> act.startsWith("payCash"));
  }

  @Test
  void tooLittleCashIsSaidWithWhatIsMissing() {
    tendering();
    type("400000");
    presenter.key(LaneKey.ENTER);

    assertThat(state().message()).isEqualTo(error("short", "n", "Rp\u00a05.500"));
    assertThat(state().phase()).isEqualTo(Phase.TENDERING);
  }

  @Test
  void aBarcodeIsNeverMoney() {
    tendering();
    presenter.scanned(FakeLane.TEA);
    assertThat(state().message().key()).isEqualTo("barcodeIsNoMoney");
    assertThat(state().form().text()).isEmpty();
    assertThat(state().scansWaiting()).isEqualTo(1);

    type(FakeLane.TEA);
    presenter.key(LaneKey.ENTER);

    assertThat(state().message().key()).isEqualTo("barcodeIsNoMoney");
    assertThat(lane.acts).noneMatch(act -> act.startsWith("payCash"));
  }

  @Test
  void exactCashIsOneKeyAndEnter() {
    tendering();
    presenter.key(LaneKey.F2);
    presenter.key(LaneKey.ENTER);

    assertThat(lane.acts).endsWith("payCash 40553100 40550000");
    assertThat(state().phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void enterPressedTwicePaysOnce() {
    tendering();
    lane.holdsAnswers = true;
    presenter.key(LaneKey.F2);
    presenter.key(LaneKey.ENTER);
    presenter.key(LaneKey.ENTER);
    presenter.key(LaneKey.ESC);
    assertThat(state().phase()).isEqualTo(Phase.TENDERING);

    lane.answer();
    lane.answer();

    assertThat(lane.acts).filteredOn(act -> act.startsWith("payCash")).hasSize(1);
    assertThat(state().phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void whoeverPressedPayTwiceGetsBackToTheBasketByOneEsc() {
    signOn();
    lane.holdsAnswers = true;
    presenter.scanned(FakeLane.TEA);
    presenter.key(LaneKey.F12);
    presenter.key(LaneKey.F12);
    lane.answer();
    assertThat(state().phase()).isEqualTo(Phase.TENDERING);

    presenter.key(LaneKey.ESC);

    assertThat(state().phase()).isEqualTo(Phase.SELLING);
  }

  @Test
  void theChangeStaysUntilTheNextScan() {
    tendering();
    type("450000");
    presenter.key(LaneKey.ENTER);
    assertThat(state().lastReceipt()).map(ReceiptView::changeMinor).hasValue(44_500_00L);

    presenter.scanned(FakeLane.TEA);

    assertThat(state().phase()).isEqualTo(Phase.SELLING);
    assertThat(state().basket().lineCount()).isEqualTo(1);
  }

  @Test
  void outOfPaperTheSaleIsSavedAllTheSame() {
    presenter.printer(PrinterView.NO_PAPER, Optional.of(PaperKind.SLIP), 1);
    tendering();
    presenter.key(LaneKey.F2);
    presenter.key(LaneKey.ENTER);

    assertThat(state().phase()).isEqualTo(Phase.DONE);
    assertThat(state().message().key()).isEqualTo("outOfPaper.sale");
  }

  @Test
  void aReceiptThatCannotBeReadYetIsSaidAndAskedForWithTheSameKey() {
    lane.receiptsAreFetched = false;
    tendering();
    presenter.key(LaneKey.F2);
    presenter.key(LaneKey.ENTER);
    assertThat(state().message().key()).isEqualTo("receiptLater");

    presenter.key(LaneKey.F11);

    assertThat(lane.acts).endsWith("printAgain");
  }

  @Test
  void aPrinterThatStopsAfterTheSaleIsSaidAndStaysAmberUntilItPrints() {
    tendering();
    presenter.key(LaneKey.F2);
    presenter.key(LaneKey.ENTER);
    assertThat(state().message().key()).isEqualTo("saved");

    presenter.printer(PrinterView.NO_PAPER, Optional.of(PaperKind.SALE), 1);
    assertThat(state().phase()).isEqualTo(Phase.DONE);
    assertThat(state().message().key()).isEqualTo("outOfPaper.sale");
    presenter.scanned(FakeLane.TEA);
    assertThat(state().devices().printer()).isEqualTo(PrinterView.NO_PAPER);
    presenter.printer(PrinterView.READY, Optional.empty(), 0);

    assertThat(state().devices().printer()).isEqualTo(PrinterView.READY);
  }

  @Test
  void aPrinterThatStopsBeforeTheSaleHasAnsweredIsSaidWithTheSale() {
    tendering();
    lane.holdsAnswers = true;
    presenter.key(LaneKey.F2);
    presenter.key(LaneKey.ENTER);
    presenter.printer(PrinterView.STOPPED, Optional.of(PaperKind.SALE), 1);
    lane.answer();

    assertThat(state().phase()).isEqualTo(Phase.DONE);
    assertThat(state().message().key()).isEqualTo("printerStopped.sale");
  }

  @Test
  void aServerOutOfReachDimsWhatNeedsOthersAndComesBack() {
    signOn();
    presenter.server(false);
    presenter.key(LaneKey.F7);
    assertThat(state().devices().server()).isFalse();
    assertThat(state().message().key()).isEqualTo("refused.SERVER_AWAY");

    presenter.server(true);

    assertThat(state().devices().server()).isTrue();
  }

  @Test
  void figuresOfARefusalAreSaidAsPeopleReadThem() {
    Message said =
        RefusalWords.of(
            new LaneRefusal(
                "QUANTITY_TOO_LARGE", Map.of("quantityMilli", "8990000000", "mostMilli", "999500")),
            presenter.state().formats());

    assertThat(said.values()).isEqualTo(Map.of("quantityMilli", "8.990.000", "mostMilli", "999,5"));
  }

  @Test
  void aShopInDollarsIsToldInDollars() {
    var formats = new Formats(Language.ENGLISH, ShopCurrency.US_DOLLAR, ZoneId.of("UTC"));

    Message said =
        RefusalWords.of(new LaneRefusal("TENDER_SHORT", Map.of("missingMinor", "550")), formats);

    assertThat(said.values()).isEqualTo(Map.of("missingMinor", "$5.50"));
  }

  @Test
  void aLockedNumberIsNotAskedToTryOnceMore() {
    lane.lockedUntilMs = FakeLane.NOW.plusSeconds(30).toEpochMilli();
    type("1042");
    presenter.key(LaneKey.ENTER);
    type("9999");
    presenter.key(LaneKey.ENTER);

    assertThat(state().message()) // 14.32.30 is over at 14.33
        .isEqualTo(error("refused.SIGN_ON_FAILED.locked", "lockedUntilMs", "14.33"));
  }

  @Test
  void aBasketThatAnotherLaneHasIsLetGo() {
    signOn();
    presenter.scanned(FakeLane.TEA);
    lane.basketElsewhere = true;
    presenter.scanned(FakeLane.TEA);

    assertThat(state().phase()).isEqualTo(Phase.READY);
    assertThat(state().basket().isEmpty()).isTrue();
    assertThat(state().message()).isEqualTo(error("refused.BASKET_ELSEWHERE", "generation", "2"));
  }

  @Test
  void escapeLeadsFromPaymentBackToTheBasketAndTakesHeldScans() {
    tendering();
    presenter.scanned(FakeLane.TEA);
    presenter.key(LaneKey.ESC);

    assertThat(state().phase()).isEqualTo(Phase.SELLING);
    assertThat(lane.acts).endsWith("addLine " + FakeLane.TEA + " 0");
  }

  @Test
  void aBasketIsSuspendedUnderItsNumberAndTakenBack() {
    selling();
    presenter.key(LaneKey.F7);
    assertThat(state().basket().isEmpty()).isTrue();
    assertThat(state().message()).isEqualTo(Message.ok("suspended", Map.of("n", "7")));

    presenter.key(LaneKey.F7);
    presenter.key(LaneKey.DOWN);
    presenter.key(LaneKey.ENTER);

    assertThat(lane.acts).endsWith("suspend", "resume b-2");
    assertThat(state().phase()).isEqualTo(Phase.SELLING);
  }

  @Test
  void theWholeBasketGoesOnlyAfterAnAnswer() {
    selling();
    presenter.key(LaneKey.SHIFT_F8);
    assertThat(lane.acts).doesNotContain("voidBasket");

    presenter.key(LaneKey.ENTER);

    assertThat(lane.acts).endsWith("voidBasket");
    assertThat(state().phase()).isEqualTo(Phase.READY);
  }

  @Test
  void quickKeysOfAnotherPageComeWithPageDownAndStayOpenForTheNext() {
    signOn();
    presenter.key(LaneKey.F9);
    presenter.key(LaneKey.PAGE_DOWN);
    type("s");
    assertThat(lane.acts).endsWith("addLine quick-S 0");
    assertThat(state().terminal().quickPages().open()).isEqualTo(1);

    presenter.key(LaneKey.ESC); // of the weight
    presenter.key(LaneKey.F9);
    presenter.key(LaneKey.PAGE_DOWN);
    assertThat(state().terminal().quickPages().open()).isZero();
    assertThat(state().panel()).isInstanceOf(Panel.QuickKeys.class);
  }

  @Test
  void aTouchedTabOpensItsPageAndAKeyThatIsNotOnItSaysSo() {
    signOn();
    presenter.quickPage(1);
    presenter.quickKey('V');

    assertThat(state().message().key()).isEqualTo("noSuchQuickKey");
  }

  @Test
  void pagesArrangedAnewComeToARunningLaneWithTheOpenOneStillOpen() {
    signOn();
    presenter.quickPage(1);
    List<QuickPage> pages = state().terminal().quickPages().pages();

    presenter.quickPages(
        QuickPages.of(List.of(pages.get(1), new QuickPage("Kosong", List.of()), pages.get(0))));

    assertThat(state().terminal().quickPages().pages())
        .extracting(QuickPage::name)
        .containsExactly("Kue", "Segar");
    assertThat(state().terminal().quickPages().open()).isZero();
  }

  @Test
  void theLastPageGoneWhileALetterIsAwaitedLeadsBackToTheSale() {
    signOn();
    presenter.key(LaneKey.F9);

    presenter.quickPages(QuickPages.NONE);

    assertThat(state().panel()).isInstanceOf(Panel.None.class);
    assertThat(state().form().takesText()).isTrue();
  }

  @Test
  void aKeyWhoseUnitLostItsBarcodeSellsNothingElse() {
    signOn();
    QuickKey lost =
        new QuickKey(0, "Bayam ikat", "", 0x3E9B4F, Optional.empty(), "", Optional.empty());
    presenter.quickPages(QuickPages.of(List.of(new QuickPage("Sayur", List.of(lost)))));
    int acts = lane.acts.size();

    presenter.quickKey('Q');

    assertThat(state().message().key()).isEqualTo("quickKeyWithoutCode");
    assertThat(lane.acts).hasSize(acts);
  }

  @Test
  void aQuickKeyIsItsLetterAfterF9AndLettersAreOrdinaryOtherwise() {
    signOn();
    presenter.key(LaneKey.F9);
    type("q");
    assertThat(lane.acts).endsWith("addLine quick-Q 0");
    presenter.key(LaneKey.ESC);

    type("q");

    assertThat(state().form().text()).isEqualTo("q");
  }

  @Test
  void theCountIsSentAsFoundAndEndsTheShift() {
    signOn();
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F2);
    type("31");
    presenter.key(LaneKey.ENTER);
    type("42");
    presenter.key(LaneKey.F12);

    assertThat(lane.acts).endsWith("closeShift " + (31 * 100_000L + 42 * 50_000L) * 100);
    assertThat(state().phase()).isEqualTo(Phase.SIGNED_OFF);
    assertThat(state().message().key()).isEqualTo("shiftClosed");
  }

  @Test
  void whatWasScannedBehindAPanelHoldsTheCountBackAndIsNotLost() {
    signOn();
    presenter.key(LaneKey.F10);
    presenter.scanned(FakeLane.TEA);
    presenter.key(LaneKey.F2);

    assertThat(state().message().key()).isEqualTo("actsWait");
    assertThat(state().phase()).isNotEqualTo(Phase.COUNTING);
    presenter.key(LaneKey.ESC);
    assertThat(state().basket().lines()).hasSize(1);
  }

  @Test
  void aReportThatComesLateLeavesWhatTheCashierTypesNow() {
    signOn();
    presenter.key(LaneKey.F10);
    lane.holdsAnswers = true;
    presenter.key(LaneKey.F7);
    assertThat(state().message().key()).isEqualTo("printing");
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F6);
    type("50000");
    lane.answer();

    assertThat(state().message().key()).isEqualTo("panel.Cash");
    assertThat(state().panel()).isInstanceOf(Panel.Cash.class);
    assertThat(state().form().text("amount")).isEqualTo("50000");
  }

  @Test
  void aDifferenceIsExplainedBeforeItIsKnownAndToldAfterTheCount() {
    lane.differenceMinor = -5_000_00;
    signOn();
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F2);
    type("31");
    presenter.key(LaneKey.UP); // from the first field to the last
    presenter.key(LaneKey.UP);
    type("kembalian salah");
    presenter.key(LaneKey.F12);

    assertThat(lane.acts).endsWith("closeShift 310000000", "explained kembalian salah");
    assertThat(state().message().key()).isEqualTo("shiftClosedDifference");
    assertThat(state().message().values()).containsEntry("difference", "\u2212Rp\u00a05.000");
  }

  @Test
  void aCountMayHandItsCashOnToAnotherLane() {
    countAndHandOver("l04");

    assertThat(lane.acts).endsWith("closeShift 310000000", "handOver L04 ");
    assertThat(state().message().key()).isEqualTo("shiftClosedHanded");
    assertThat(state().message().values())
        .containsEntry("sum", "Rp\u00a03.100.000")
        .containsEntry("lane", "L04");
  }

  @Test
  void aDrawerMayBeLeftForOneOperator() {
    countAndHandOver("L03 103");

    assertThat(lane.acts).endsWith("handOver L03 103");
  }

  private void countAndHandOver(String to) {
    signOn();
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F2);
    type("31");
    presenter.key(LaneKey.UP); // from the first field to the last
    type(to);
    presenter.key(LaneKey.F12);
  }

  @Test
  void anExplanationAloneIsNoCount() {
    signOn();
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F2);
    presenter.key(LaneKey.UP);
    presenter.key(LaneKey.UP);
    type("kosong");
    presenter.key(LaneKey.F12);

    assertThat(state().message().key()).isEqualTo("countEmpty");
    assertThat(state().phase()).isEqualTo(Phase.COUNTING);
  }

  @Test
  void receiptsThatHaveNotArrivedAreSaidWhenTheShiftCloses() {
    lane.complete = false;
    signOn();
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F2);
    type("1");
    presenter.key(LaneKey.F12);

    assertThat(state().message().key()).isEqualTo("shiftClosedIncomplete");
    assertThat(state().message().kind()).isEqualTo(Message.Kind.WARN);
  }

  @Test
  void cashGoesOutWithAWayAnAmountAReasonAndASupervisor() {
    signOn();
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F6);
    type("50000");
    presenter.key(LaneKey.ENTER);
    assertThat(state().message().key()).isEqualTo("cashWay");
    presenter.key(LaneKey.F3);
    presenter.key(LaneKey.ENTER);
    assertThat(state().message().key()).isEqualTo("cashReason");
    presenter.key(LaneKey.ENTER);
    assertThat(state().message().key()).isEqualTo("refused.REASON_NEEDED");
    type("es batu");
    presenter.key(LaneKey.ENTER);

    assertThat(state().panel()).isEqualTo(approval("till.cash", 50_000_00));
    type("2007");
    presenter.key(LaneKey.ENTER);
    type("9876");
    presenter.key(LaneKey.ENTER);

    assertThat(lane.acts)
        .endsWith(
            "moveCash PAY_OUT 5000000 es batu ",
            "approve 2007 till.cash",
            "moveCash PAY_OUT 5000000 es batu ok-1");
    assertThat(state().message())
        .isEqualTo(Message.ok("moved.PAY_OUT", Map.of("n", "Rp\u00a050.000")));
    assertThat(state().panel()).isEqualTo(Panel.none());
  }

  private static Panel approval(String permission, long minor) {
    return new Panel.Approval(permission, java.util.Optional.empty(), minor, "", Matter.NONE);
  }

  @Test
  void anAmountOfNothingIsNoCashMove() {
    signOn();
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F6);
    presenter.key(LaneKey.F4);
    type("0");
    presenter.key(LaneKey.ENTER);

    assertThat(state().message().key()).isEqualTo("noAmount");
    assertThat(lane.acts).noneMatch(act -> act.startsWith("moveCash"));
  }

  @Test
  void theXAndTheLastZArePrintedFromTheOtherKeys() {
    signOn();
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F7);
    assertThat(state().message().key()).isEqualTo("xPrinted");
    lane.paper = false;
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F8);

    assertThat(lane.acts).endsWith("printX", "printLastZ");
    assertThat(state().message().key()).isEqualTo("printerStopped.report");
  }

  @Test
  void aReportThatHadNoPaperIsPrintedWithoutASaleBeforeIt() {
    signOn();
    presenter.printer(PrinterView.NO_PAPER, Optional.of(PaperKind.REPORT), 1);
    assertThat(state().message().key()).isEqualTo("outOfPaper.report");

    presenter.key(LaneKey.F11);

    assertThat(lane.acts).endsWith("printAgain");
  }

  @Test
  void aZThatDoesNotComeOutIsSaidBesideTheCountAndPrintedBeforeTheNextShift() {
    lane.differenceMinor = -5_000_00;
    close();
    presenter.printer(PrinterView.NO_PAPER, Optional.of(PaperKind.REPORT), 1);

    assertThat(state().message().key()).isEqualTo("shiftClosedDifference");
    assertThat(state().devices().papersKept()).isEqualTo(1);
    presenter.key(LaneKey.F11);
    assertThat(lane.acts).endsWith("printKept");
    assertThat(state().message().key()).isEqualTo("shiftClosedDifference");

    lane.shiftOpen = false;
    signOn();
    assertThat(state().phase()).isEqualTo(Phase.OPENING_SHIFT);
    presenter.key(LaneKey.F11);
    assertThat(lane.acts).endsWith("printKept");
  }

  @Test
  void withNothingKeptTheKeyDoesNothingBeforeAShift() {
    presenter.key(LaneKey.F11);

    assertThat(lane.acts).isEmpty();
  }

  @Test
  void whoIsNotSignedOffAfterTheCloseIsToldBesideTheCount() {
    lane.signsOffAfterClose = false;
    lane.differenceMinor = -5_000_00;
    close();

    assertThat(state().phase()).isEqualTo(Phase.SIGNED_OFF);
    assertThat(state().message().key()).isEqualTo("shiftClosedDifference");
    assertThat(state().message().also()).isEqualTo("notSignedOff");
    var shown =
        new View.Shown(
            state(),
            Texts.of(LanePanel.class, "lane", Language.ENGLISH),
            presenter.state().formats());
    assertThat(MessageStrip.textOf(shown, state().message()))
        .startsWith(
            "The shift is closed, Z 14. Difference \u2212Rp\u00a05.000. You are still signed on at the server");
  }

  @Test
  void noPaperHoldsUpTheNextScan() {
    signOn();
    lane.holdsPapers = true;
    presenter.key(LaneKey.F11);
    presenter.scanned(FakeLane.TEA);
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F7);
    assertThat(state().message()).isEqualTo(Message.warn("printerBusy", Map.of()));
    presenter.scanned(FakeLane.RICE);

    assertThat(state().basket().lineCount()).isEqualTo(2);
    assertThat(lane.acts).doesNotContain("printX"); // the printer has its hands full
    assertThat(state().waiting()).isEqualTo(Waiting.NONE);
  }

  @Test
  void aPaperThatPrintsIsNotSaidToBeKeptBecauseAnotherStillIs() {
    signOn();
    presenter.printer(PrinterView.NO_PAPER, Optional.of(PaperKind.SALE), 2);
    payOut();
    assertThat(state().message().key()).isEqualTo("movedKept.PAY_OUT");
    presenter.printer(PrinterView.READY, Optional.empty(), 2);

    assertThat(state().message()).isEqualTo(Message.info("papersKept", Map.of("n", "2")));
    presenter.printer(PrinterView.READY, Optional.empty(), 1);
    assertThat(state().message()).isEqualTo(Message.info("papersKept", Map.of("n", "1")));
    presenter.printer(PrinterView.READY, Optional.empty(), 0);
    assertThat(state().message().key()).isEqualTo("printedKept");
  }

  @Test
  void aRefusalOfAPaperIsSaidInFullOnlyToWhoWaitsForIt() {
    signOn();
    var first = new CompletableFuture<Boolean>();
    lane.heldX = first;
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F7);
    presenter.scanned("0000000000000");
    Message said = state().message();
    assertThat(said.kind()).isEqualTo(Message.Kind.ERROR);
    first.completeExceptionally(new LaneRefusal("NOT_SIGNED_ON", Map.of()));
    assertThat(state().message()).isEqualTo(said);
    presenter.key(LaneKey.ESC);

    var second = new CompletableFuture<Boolean>();
    lane.heldX = second;
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F7);
    presenter.scanned(FakeLane.TEA);
    second.completeExceptionally(new LaneRefusal("NOT_SIGNED_ON", Map.of()));
    assertThat(state().message()).isEqualTo(Message.warn("notPrinted", Map.of()));

    lane.heldX = CompletableFuture.failedFuture(new LaneRefusal("NOT_SIGNED_ON", Map.of()));
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F7);
    assertThat(state().message().key()).isEqualTo("refused.NOT_SIGNED_ON");
  }

  @Test
  void aRefusalIsSaidWithTheIdUnderWhichItIsWritten() {
    signOn();
    lane.heldX = CompletableFuture.failedFuture(new LaneRefusal("INTERNAL", Map.of(), "a1b2c3d4"));
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F7);

    assertThat(state().message().key()).isEqualTo("refused.INTERNAL");
    assertThat(state().message().code()).isEqualTo("a1b2c3d4");
  }

  @Test
  void aFaultInAskingForAPaperHoldsNoOther() {
    signOn();
    lane.fault = new IllegalStateException("closing");
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F7);
    assertThat(state().message().key()).isEqualTo("refused.PROGRAM_FAULT");
    lane.fault = null;
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F7);

    assertThat(state().message().key()).isEqualTo("xPrinted");
  }

  @Test
  void aSlipThatDoesNotComeOutIsNotSentToTheDrawer() {
    signOn();
    presenter.printer(PrinterView.STOPPED, Optional.of(PaperKind.SLIP), 1);
    payOut();
    assertThat(state().message())
        .isEqualTo(Message.warn("movedKept.PAY_OUT", Map.of("n", "Rp\u00a050.000")));

    presenter.printer(PrinterView.STOPPED, Optional.of(PaperKind.SLIP), 2);
    assertThat(state().message().key()).isEqualTo("printerStopped.slip");
    presenter.printer(PrinterView.READY, Optional.empty(), 0);

    assertThat(state().message().key()).isEqualTo("printedKept");
  }

  @Test
  void aSlipThatFailsAfterItsActIsSaid() {
    signOn();
    payOut();
    assertThat(state().message().key()).isEqualTo("moved.PAY_OUT");

    presenter.printer(PrinterView.NO_PAPER, Optional.of(PaperKind.SLIP), 1);

    assertThat(state().message().key()).isEqualTo("outOfPaper.slip");
  }

  @Test
  void aLaneWithAnotherPrinterSaysHowToGetThere() {
    signOn();
    presenter.printers(true, Optional.empty());
    presenter.printer(PrinterView.STOPPED, Optional.of(PaperKind.SLIP), 1);
    assertThat(state().message()).extracting(Message::also).isEqualTo("orElsewhere");

    presenter.key(LaneKey.SHIFT_F11);
    presenter.printers(true, Optional.of("192.168.1.54:9100"));

    assertThat(lane.acts).endsWith("printElsewhere");
    assertThat(state().message())
        .isEqualTo(Message.ok("printsThere", Map.of("n", "192.168.1.54:9100")));
    assertThat(state().devices().elsewhere()).contains("192.168.1.54:9100");
  }

  @Test
  void whereTheOtherPrinterStopsTooThatIsSaid() {
    signOn();
    presenter.printers(true, Optional.empty());
    lane.paper = false;

    presenter.key(LaneKey.SHIFT_F11);

    assertThat(state().message())
        .isEqualTo(Message.warn("stillKeptThere", Map.of("n", "192.168.1.54:9100")));
  }

  @Test
  void papersThatAreNotOutAreListedAndSentOnFromTheirList() {
    signOn();
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F9);
    assertThat(state().panel())
        .isEqualTo(
            new Panel.Papers(List.of(new PaperView("L03-S001041", PaperView.Stage.FAILED, true))));
    for (Language language : Language.values()) {
      assertThat(
              Texts.of(LanePanel.class, "lane", language).has("message." + state().message().key()))
          .isTrue();
    }

    presenter.key(LaneKey.SHIFT_F11);

    assertThat(lane.acts).endsWith("printElsewhere");
    assertThat(state().panel()).isEqualTo(Panel.none());
  }

  @Test
  void whatIsKeptGoesToAnotherPrinterBeforeAShiftToo() {
    presenter.printer(PrinterView.STOPPED, Optional.empty(), 1);
    presenter.key(LaneKey.SHIFT_F11);
    assertThat(lane.acts).doesNotContain("printElsewhere");

    presenter.printers(true, Optional.empty());
    presenter.key(LaneKey.SHIFT_F11);

    assertThat(lane.acts).containsOnlyOnce("printElsewhere");
  }

  @Test
  void everyPaperThatFailsHasWordsOfItsOwn() {
    selling();
    for (Language language : Language.values()) {
      Texts texts = Texts.of(LanePanel.class, "lane", language);
      for (PaperKind kind : PaperKind.values()) {
        for (PrinterView printer : List.of(PrinterView.NO_PAPER, PrinterView.STOPPED)) {
          presenter.printer(printer, Optional.of(kind), 1);
          Message said = state().message();
          assertThat(texts.has("message." + said.key())).as(said.key()).isTrue();
          assertThat(texts.get("message." + said.key())).contains("F11");
        }
      }
      for (CashKind kind : CashKind.values()) {
        assertThat(texts.get("message.movedKept." + kind)).contains("F11");
      }
    }
  }

  private void close() {
    signOn();
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F2);
    type("31");
    presenter.key(LaneKey.F12);
  }

  private void payOut() {
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F6);
    presenter.key(LaneKey.F3);
    type("50000");
    presenter.key(LaneKey.ENTER);
    type("es batu");
    presenter.key(LaneKey.ENTER);
    type("2007");
    presenter.key(LaneKey.ENTER);
    type("9876");
    presenter.key(LaneKey.ENTER);
  }

  @Test
  void theCountIsNotOfferedOverAnOpenBasket() {
    selling();
    presenter.key(LaneKey.F10);
    presenter.key(LaneKey.F2);

    assertThat(state().message().key()).isEqualTo("basketOpen");
  }

  @Test
  void helpOpensOnF1AndClosesWithNothingLost() {
    tendering();
    type("4000");
    presenter.key(LaneKey.F1);
    assertThat(state().panel()).isInstanceOf(Panel.Help.class);

    presenter.key(LaneKey.ESC);

    assertThat(state().phase()).isEqualTo(Phase.TENDERING);
    assertThat(state().form().text()).isEqualTo("4000");
  }

  @Test
  void helpOverAnApprovalGivesItBackWithWhatWasTyped() {
    lane.voidNeedsApproval = true;
    signOn();
    presenter.scanned(FakeLane.TEA);
    presenter.key(LaneKey.F8);
    type("2007");
    presenter.key(LaneKey.F1);
    type("11");
    presenter.key(LaneKey.BACKSPACE);
    presenter.key(LaneKey.F1);
    assertThat(state().panel()).isInstanceOf(Panel.Approval.class);
    assertThat(state().form().text("number")).isEqualTo("2007");

    presenter.key(LaneKey.ENTER);
    type("9876");
    presenter.key(LaneKey.ENTER);

    assertThat(lane.acts).endsWith("approve 2007 sale.void_line", "voidLine 1 ok-1");
  }

  @Test
  void languageAndThemeAreChosenBeforeSigningOn() {
    presenter.key(LaneKey.F2);
    presenter.key(LaneKey.F3);

    assertThat(state().language()).isEqualTo(Language.ENGLISH);
    assertThat(state().theme()).isEqualTo(Theme.DARK);
  }

  private LaneState state() {
    return presenter.state();
  }

  private void signOn() {
    type("1042");
    presenter.key(LaneKey.ENTER);
    type("1234");
    presenter.key(LaneKey.ENTER);
  }

  private void selling() {
    lane.fillBasket();
    signOn();
  }

  private void tendering() {
    selling();
    presenter.key(LaneKey.F12);
  }

  private void type(String text) {
    text.chars().forEach(c -> presenter.typed((char) c));
  }

  private static Runnable last(List<Runnable> works) {
    return works.get(works.size() - 1);
  }

  private static Message error(String key, String name, String value) {
    return Message.error(key, Map.of(name, value));
  }

  @Test
  void theServerIsBackBeforeAllReceiptsAre() {
    presenter.emergency(Optional.of(new EmergencyView(true, 3, 30_000_00, false)));
    presenter.emergency(Optional.of(new EmergencyView(false, 2, 20_000_00, false)));
    assertThat(state().message().key()).isEqualTo("emergencyBack");
    assertThat(state().message().values()).containsEntry("n", "2");

    presenter.emergency(Optional.of(new EmergencyView(true, 1, 10_000_00, false)));
    presenter.emergency(Optional.empty());
    assertThat(state().message().key()).isEqualTo("emergencyOver");
  }

  @Test
  void anEndedSessionAsksForThePinWithItsReason() {
    signOn();
    lane.sessionEnded = true;
    presenter.scanned("8990000000017");

    assertThat(state().isLocked()).isTrue();
    assertThat(state().message().key()).isEqualTo("refused.NOT_SIGNED_ON");
    assertThat(state().scansWaiting()).isEqualTo(1);
  }
}
