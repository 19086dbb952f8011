package id.lajur.backoffice.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.receiving.ReceivingState.Field;
import id.lajur.backoffice.receiving.ReceivingState.Said;
import id.lajur.backoffice.receiving.ReceivingState.Side;
import id.lajur.backoffice.shell.Awaited;
import id.lajur.backoffice.shell.Unanswered;
import id.lajur.kit.document.Line;
import id.lajur.kit.document.ShelfLabels;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceivingPresenterTest {
  private static final Formats FORMATS =
      new Formats(Language.INDONESIAN, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));

  private final FakeStore store = new FakeStore();
  private final ReceivingPresenter presenter = new ReceivingPresenter(store, Runnable::run);

  private void open() {
    presenter.open(Samples.papers().get(0));
    store.asked.clear();
  }

  private Said said() {
    return Objects.requireNonNull(presenter.state().said());
  }

  @Test
  void aDraftIsOpenedWithItsLastLineMarkedAndWhatIsKnownOfIt() {
    presenter.opened();
    presenter.open(presenter.state().papers().rows().get(0));

    assertThat(store.asked).containsExactly("papers", "draft", "facts 10");
    assertThat(presenter.state().marked()).isEqualTo(10);
    assertThat(presenter.state().hasProposal()).isTrue();
  }

  @Test
  void aFaultOfTheProgramIsSaidWithItsIdAndWhatWaitsGoesOn() {
    open();
    store.held = new ArrayList<>();
    presenter.lines().scanned("2000014500853");
    presenter.lines().scanned("2000014500853");
    store.fault = new IllegalStateException("torn");
    store.held.remove(0).run(); // the first is answered, and the second cannot even begin
    Said said = said();
    store.fault = null;
    store.held = null;
    presenter.lines().scanned("2000014500853");

    assertThat(Objects.requireNonNull(said.refusal()).code())
        .matches("PROGRAM_FAULT \u00b7 [0-9a-f]{8}");
    assertThat(said().good()).isTrue();
    assertThat(presenter.state().busy()).isZero();
  }

  @Test
  void aScreenThatCannotShowAnAnswerHoldsNothingUp() {
    open();
    store.held = new ArrayList<>();
    presenter.lines().scanned("2000014500853");
    presenter.lines().scanned("2000014500853");
    var torn = new ArrayList<>(List.of("once"));
    presenter.show(
        state -> {
          if (state.said() != null && state.said().good() && !torn.isEmpty()) {
            torn.clear();
            throw new IllegalStateException("cannot be painted");
          }
        });
    store.asked.clear();
    store.held.remove(0).run();

    assertThat(store.asked).contains("scan 2000014500853");
    assertThat(Objects.requireNonNull(said().refusal()).reason()).isEqualTo("PROGRAM_FAULT");
  }

  @Test
  void aScanMarksItsLineAndSaysWhatItAdded() {
    open();
    presenter.lines().scanned("2000014500853");

    assertThat(store.asked).containsExactly("scan 2000014500853", "facts 10");
    assertThat(Words.in(FORMATS).sentence(said()))
        .isEqualTo("1 dus Mi Goreng Spesial 85 g = 40 pcs");

    presenter.lines().scanned(FakeStore.PIECE);
    assertThat(Words.in(FORMATS).sentence(said())).isEqualTo("1 pcs Beras Pandan Wangi 5 kg");
  }

  @Test
  void scansThatComeWhileOneIsOnItsWayFollowInTheirOrder() {
    open();
    List<Runnable> waiting = new ArrayList<>();
    store.held = waiting;

    for (int i = 1; i <= 5; i++) {
      presenter.lines().scanned("S" + i);
    }
    presenter.back();
    assertThat(store.asked).containsExactly("scan S1");
    assertThat(presenter.state().busy()).isEqualTo(6);
    while (!waiting.isEmpty()) {
      waiting.remove(0).run();
    }

    assertThat(store.asked.stream().filter(one -> one.startsWith("scan")))
        .containsExactly("scan S1", "scan S2", "scan S3", "scan S4", "scan S5");
    assertThat(presenter.state().sheet()).isNull();
  }

  @Test
  void anUnknownBarcodeIsSaidAndOfferedAsANewItem() {
    open();
    store.no = FakeStore.refusal("ITEM_UNKNOWN", Map.of("code", "899"));
    presenter.lines().scanned("899");
    assertThat(said().key()).isEqualTo("say.unknown");
    store.no = null;

    presenter.goods().newItem();
    presenter
        .goods()
        .make(
            new NewGoods(
                "Baru", "MAKANAN", "BIASA", "pcs", "899", 9_500_00L, "dus", 24_000, "", true));

    assertThat(store.asked).containsSequence("choices", "new Baru", "scan NEW");
    assertThat(presenter.state().side()).isEqualTo(Side.FACTS);
  }

  @Test
  void olderDeliveriesComeBelowTheNewest() {
    presenter.opened();
    int newest = presenter.state().papers().rows().size();

    presenter.older();
    presenter.older();

    assertThat(store.asked).containsExactly("papers", "papers older");
    assertThat(presenter.state().papers().rows()).hasSize(newest + 1);
    assertThat(presenter.state().papers().hasOlder()).isFalse();
  }

  @Test
  void whatIsTypedIntoAFormIsNotLostByAnotherKeyAndNotByComingBack() {
    open();
    boolean[] typed = {false};
    presenter.unsaved().of(() -> typed[0], presenter::closeForm);
    presenter.goods().newItem();
    typed[0] = true;

    for (Runnable away :
        List.<Runnable>of(
            presenter::back,
            presenter::changeHead,
            presenter.goods()::search,
            presenter.posting()::post)) {
      away.run();
      assertThat(presenter.unsaved().isAsking()).isTrue();
      presenter.unsaved().stay();
    }
    presenter.opened(); // after a lock
    assertThat(presenter.state().side()).isEqualTo(Side.NEW_ITEM);

    presenter.back();
    presenter.unsaved().discard();
    assertThat(presenter.state().side()).isEqualTo(Side.FACTS);
    assertThat(presenter.state().sheet()).isNotNull();
  }

  @Test
  void anItemThatIsSavedFirstIsMadeBeforeOneGoesOn() {
    open();
    boolean[] typed = {false};
    presenter.unsaved().of(() -> typed[0], presenter::closeForm);
    presenter
        .unsaved()
        .saves(
            () -> true,
            () -> {
              typed[0] = false; // the form goes when the item is made
              presenter
                  .goods()
                  .make(
                      new NewGoods(
                          "Baru", "MAKANAN", "BIASA", "pcs", "899", 9_500_00L, "", 0, "", false));
            },
            () -> presenter.state().busy() > 0);
    presenter.goods().newItem();
    typed[0] = true;
    presenter.goods().search();
    store.asked.clear();

    presenter.unsaved().save();

    assertThat(store.asked).startsWith("new Baru");
    assertThat(presenter.state().side()).isEqualTo(Side.SEARCH);
  }

  @Test
  void enterGoesFromQuantityOnToPriceDiscountExpiryAndBackToTheScanField() {
    open();
    presenter.lines().edit(Field.QUANTITY);
    presenter.lines().entered("12", FORMATS);
    assertThat(presenter.state().field()).isEqualTo(Field.PRICE);
    presenter.lines().entered("108.000", FORMATS);
    presenter.lines().entered("10+5+2", FORMATS);
    assertThat(presenter.state().field()).isEqualTo(Field.EXPIRY);
    presenter.lines().entered("08/27", FORMATS);

    assertThat(presenter.state().field()).isNull();
    assertThat(store.asked.stream().filter(one -> one.startsWith("change")))
        .containsExactly(
            "change 10 Quantity[milli=12000]",
            "change 10 Price[minor=10800000]",
            "change 10 Discount[text=10+5+2]",
            "change 10 Expiry[on=2027-08-31]");
  }

  @ParameterizedTest
  @CsvSource({
    "QUANTITY, 12abc",
    "QUANTITY, -1",
    "PRICE, 1.50",
    "DISCOUNT, 10%",
    "EXPIRY, 13/27",
    "EXPIRY, besok",
    "UNIT, ''"
  })
  void whatCannotBeReadStaysInItsFieldAndChangesNothing(Field field, String text) {
    open();
    presenter.lines().edit(field);
    presenter.lines().entered(text, FORMATS);

    assertThat(store.asked).isEmpty();
    assertThat(presenter.state().field()).isEqualTo(field);
    assertThat(said().key()).isEqualTo("say.unreadable." + field);
  }

  @Test
  void aPriceThatIsTakenIsSetAndItsLineDecided() {
    open();
    presenter.lines().takePrice();

    assertThat(store.asked).startsWith("price 20000145010 335000", "change 10 Decided[]");
    assertThat(Words.in(FORMATS).sentence(said())).contains("Rp\u00a03.350");
  }

  @Test
  void aPriceThatIsKeptIsDecidedAndNotSet() {
    open();
    presenter.lines().keepPrice();

    assertThat(store.asked).startsWith("change 10 Decided[]").noneMatch(a -> a.startsWith("price"));
  }

  @Test
  void whatAnotherPcChangedIsShownWithTheNoBesideIt() {
    open();
    store.no = FakeStore.refusal("DRAFT_CHANGED", Map.of("number", "PB-2611-0187"));
    presenter.lines().remove();

    assertThat(store.asked).contains("remove 10", "draft");
    assertThat(Words.in(FORMATS).sentence(said()))
        .isEqualTo(
            "PB-2611-0187 baru saja diubah di komputer lain. Periksa yang baru, lalu ulangi.");
  }

  @Test
  void aDraftIsPostedAsItWasSeenAndShownAsItIsInTheBooks() {
    open();
    presenter.posting().post();

    assertThat(store.asked).containsExactly("post 7", "receipt p1");
    assertThat(presenter.state().isOpen()).isFalse();
    assertThat(said().key()).isEqualTo("say.postedNow");
    assertThat(presenter.state().facts()).as("what was in stock before").isNull();
    presenter.lines().scanned("899");
    assertThat(said().key()).isEqualTo("say.posted");
  }

  @Test
  void anEmptyDraftOrOneWithoutAPriceIsNotSent() {
    store.draft = Samples.sheet(true, List.of());
    open();
    presenter.posting().post();
    assertThat(said().key()).isEqualTo("say.empty");

    assertThat(store.asked).noneMatch(one -> one.startsWith("post"));
  }

  @Test
  void aNewDeliveryAsksForSupplierAndDateFirst() {
    presenter.begin();
    presenter.head(null, "SJ-1", Samples.TODAY);
    assertThat(said().key()).isEqualTo("say.supplier");
    presenter.head(presenter.state().suppliers().get(0), "SJ-1", null);
    assertThat(said().key()).isEqualTo("say.date");
    presenter.head(presenter.state().suppliers().get(0), "SJ-1", LocalDate.of(2026, 11, 23));

    assertThat(store.asked).containsExactly("suppliers", "begin SPN SJ-1 2026-11-23");
    assertThat(presenter.state().isOpen()).isTrue();
  }

  @Test
  void aScanWithoutADraftIsSaidAndNotLostSilently() {
    presenter.opened();
    presenter.lines().scanned("899");

    assertThat(said().key()).isEqualTo("say.noDraft");
  }

  @Test
  void aPostedDeliveryIsTakenBackForAReason() {
    presenter.open(Samples.papers().get(2));
    presenter.posting().reverse();
    presenter.posting().reverse(" ");
    assertThat(said().key()).isEqualTo("say.reason");
    presenter.posting().reverse("salah harga");

    assertThat(store.asked).contains("reverse salah harga", "receipt k1");
  }

  @Test
  void aLineOfAPostedDeliveryIsTakenBackWhollyOrInPart() {
    presenter.open(Samples.papers().get(2));
    presenter.lines().mark(1);
    presenter.posting().reverse();

    presenter.posting().reverseLine("17", "rusak", FORMATS);
    assertThat(said()).isEqualTo(Said.bad("say.left", Map.of("leftMilli", "16000", "unit", "dus")));
    presenter.posting().reverseLine("0", "rusak", FORMATS);
    presenter.posting().reverseLine("x", "rusak", FORMATS);
    presenter.posting().reverseLine("2", "", FORMATS);
    assertThat(said().key()).isEqualTo("say.reason");
    assertThat(store.asked).noneMatch(act -> act.startsWith("reverse"));
    presenter.posting().reverseLine("2", "rusak", FORMATS);
    assertThat(store.asked).contains("reverse 1 2000 rusak", "receipt k1");

    presenter.lines().mark(1);
    presenter.posting().reverseLine("", "salah kirim", FORMATS);
    assertThat(store.asked).contains("reverse 1 16000 salah kirim");
  }

  @Test
  void aPostedDeliveryPrintsTheLabelsOfWhatChangedItsPrice() {
    presenter.open(Samples.papers().get(2));

    presenter.posting().labels(ShelfLabels.Paper.ROLL_58, FORMATS);

    assertThat(store.asked)
        .contains(
            "labels ROLL_58 "
                + List.of(
                    new ShelfLabels.Label(
                        "Gula Pasir Kristal 1 kg", "pcs", "2000014502", "", 16_500_00),
                    new ShelfLabels.Label(
                        "Beras Pandan Wangi 5 kg",
                        "pcs",
                        "2000014509",
                        "2000014500853",
                        74_500_00)));
    assertThat(said().key()).isEqualTo("say.printing");
  }

  @Test
  void whereNoPriceChangedNoLabelIsDue() {
    assertThat(ReceiptLabels.due(Samples.sheet(false, Samples.lines()))).isEmpty();
  }

  @Test
  void aPostedDeliveryIsPrintedAsItStandsInTheBooks() {
    presenter.open(Samples.papers().get(2));
    var words = Words.in(FORMATS);
    presenter.posting().print(ReceiptPaper.of(posted(), "Toko Uji", words, true), FORMATS);

    assertThat(store.asked).contains("print Penerimaan barang " + posted().number());
    assertThat(said().key()).isEqualTo("say.printing");
  }

  @Test
  void aPaperOfADeliveryHasEachLineAndTheSumsAndNoCostForWhoMayNotSeeIt() {
    var words = Words.in(FORMATS);
    TabularDocument whole = ReceiptPaper.of(posted(), "Toko Uji", words, true);
    TabularDocument plain = ReceiptPaper.of(posted(), "Toko Uji", words, false);

    int lines = posted().lines().size();
    assertThat(whole.lines()).hasSize(lines + 3);
    assertThat(whole.lines().iterator().next().cells())
        .startsWith(posted().lines().get(0).itemCode(), posted().lines().get(0).name())
        .endsWith(posted().lines().get(0).costMinor());
    assertThat(all(whole).get(lines + 2).cells()).endsWith(posted().totalMinor());
    assertThat(plain.lines()).hasSize(lines);
    assertThat(plain.columns()).hasSize(6);
    assertThat(plain.lines()).allSatisfy(line -> assertThat(line.cells().get(8)).isNull());
  }

  private static List<Line> all(TabularDocument paper) {
    List<Line> lines = new ArrayList<>();
    paper.lines().forEach(lines::add);
    return lines;
  }

  private static Sheet posted() {
    return Samples.sheet(false, Samples.lines());
  }

  @Test
  void anAnswerThatCameLateDoesNotPutBackWhatIsNewer() {
    Sheet newer = Samples.draft();
    Sheet older =
        new Sheet(
            "d1",
            "",
            "PB-2611-0187",
            true,
            3,
            "SPN",
            "PT",
            "",
            Samples.TODAY,
            null,
            "",
            0,
            0,
            0,
            0,
            Samples.SAVED,
            "",
            List.of());

    assertThat(newer.with(older)).isEqualTo(newer);
  }

  @Test
  void theDocumentOfADeliveryThatWasJustPostedIsReadToTheEnd() {
    var unanswered = new Unanswered();
    var slow =
        new ReceivingPresenter(
            unanswered.in(ReceivingActions.class, store, "receipt"), Runnable::run);
    slow.open(Samples.papers().get(0));

    slow.posting().post();

    assertThat(unanswered.said()).contains(Awaited.Kind.SAVING);
  }

  @Test
  void theListAfterADraftWasGivenUpIsReadToTheEnd() {
    var unanswered = new Unanswered();
    var slow =
        new ReceivingPresenter(
            unanswered.in(ReceivingActions.class, store, "papers"), Runnable::run);
    slow.open(Samples.papers().get(0));

    slow.discard();

    assertThat(unanswered.said()).contains(Awaited.Kind.SAVING);
  }
}
