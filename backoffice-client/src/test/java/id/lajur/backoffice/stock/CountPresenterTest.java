package id.lajur.backoffice.stock;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Awaited;
import id.lajur.backoffice.shell.Unanswered;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import io.grpc.Status;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CountPresenterTest {
  private static final Formats FORMATS =
      new Formats(Language.INDONESIAN, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));

  private final Shelf shelf = new Shelf();
  private final CountPresenter presenter = new CountPresenter(shelf, Runnable::run);

  CountPresenterTest() {
    presenter.opened();
  }

  private CountState now() {
    return presenter.state();
  }

  private void begun() {
    presenter.begin("Rak 4, minuman", "MINUMAN");
    shelf.done.clear();
  }

  private void scan(String text) {
    presenter.typed(Typed.code(text, FORMATS).orElseThrow());
  }

  private void quantity(String text) {
    presenter.typed(Typed.quantity(text, FORMATS).orElseThrow());
  }

  @Test
  void countsAreListedAndOneIsBegunForADepartment() {
    assertThat(now().counts().rows()).hasSize(3);

    presenter.begin("Rak 4, minuman", "MINUMAN");

    assertThat(shelf.done).containsExactly("begin Rak 4, minuman MINUMAN");
    assertThat(now().sheet().orElseThrow().lines()).hasSize(5);
    assertThat(now().sheet().orElseThrow().uncounted()).isEqualTo(2);
  }

  @Test
  void olderCountsComeBelowTheNewestUntilThereAreNone() {
    assertThat(now().counts().hasOlder()).isTrue();

    presenter.older();
    presenter.older();

    assertThat(now().counts().rows())
        .extracting(Counts.Head::id)
        .containsExactly("c1", "c0", "c9", "c2");
    assertThat(now().counts().hasOlder()).isFalse();
  }

  @Test
  void eachScanAddsOneAndATypedQuantityStandsInItsPlace() {
    begun();

    scan("8991234567890");
    scan("12*8991234567890");
    quantity("24");
    quantity("+9");

    assertThat(shelf.done)
        .containsExactly(
            "+1000 8991234567890",
            "+12000 8991234567890",
            "=24000 8991234567890",
            "+9000 8991234567890");
    assertThat(now().last().orElseThrow().countedMilli()).isEqualTo(9_000);
  }

  @Test
  void aBarcodeScannedIntoTheQuantityIsABarcode() {
    begun();
    scan("111");

    quantity("8998009010231");

    assertThat(shelf.done).containsExactly("+1000 111", "+1000 8998009010231");
  }

  @Test
  void aQuantityWithoutAnItemAsksNothing() {
    begun();

    quantity("24");

    assertThat(shelf.done).isEmpty();
  }

  @Test
  void whatIsNoQuantityIsNotTaken() {
    assertThat(Typed.quantity("dua", FORMATS)).isEmpty();
    assertThat(Typed.quantity("-3", FORMATS)).isEmpty();
    assertThat(Typed.code("dua*899", FORMATS)).isEmpty();
    assertThat(Typed.code(" ", FORMATS)).isEmpty();
    assertThat(Typed.quantity("1,250", FORMATS)).contains(new Typed("", 1_250, false));
  }

  @Test
  void scansFasterThanAnswersComeOneAfterAnotherInTheirOrder() {
    begun();
    List<CompletableFuture<Counts.Line>> waiting = new ArrayList<>();
    shelf.slow = Optional.of(waiting);

    scan("A");
    scan("B");
    quantity("7");
    assertThat(shelf.done).containsExactly("+1000 A");
    waiting.get(0).complete(Shelf.line("A", "Satu", "pcs", 1_000L, 1_000L));
    waiting.get(1).completeExceptionally(ServerRefusal.of(Status.NOT_FOUND.asRuntimeException()));
    waiting.get(2).complete(Shelf.line("B", "Dua", "pcs", 7_000L, 7_000L));

    assertThat(shelf.done).containsExactly("+1000 A", "+1000 B", "=7000 B");
    assertThat(now().sheet().orElseThrow().lines())
        .extracting(Counts.Line::itemCode)
        .contains("A", "B");
  }

  @Test
  void aRefusedFigureIsToldAndTheSheetStays() {
    begun();
    shelf.refusal = Optional.of(ServerRefusal.of(Status.NOT_FOUND.asRuntimeException()));

    scan("tidak-ada");

    assertThat(now().refused()).map(ServerRefusal::reason).contains("NOT_FOUND");
    assertThat(now().sheet().orElseThrow().lines()).hasSize(5);
  }

  @Test
  void postingIsAskedTwiceAndSaysWhatIsLeftUncounted() {
    begun();

    presenter.post();
    assertThat(shelf.done).isEmpty();
    assertThat(now().note()).contains(new CountState.Note("sure.post", 2));

    presenter.post();
    assertThat(shelf.done).containsExactly("post c1");
    assertThat(now().note()).contains(new CountState.Note("posted", 2));
    assertThat(now().sheet().orElseThrow().head().state()).isEqualTo(Counts.State.POSTED);
  }

  @Test
  void aFigureBetweenMeansThatOneIsNotSureYet() {
    begun();
    presenter.post();

    scan("A");
    presenter.post();

    assertThat(shelf.done).containsExactly("+1000 A");
  }

  @Test
  void aCountIsGivenUpWhenItIsAskedAgain() {
    begun();

    presenter.cancel();
    presenter.cancel();

    assertThat(shelf.done).containsExactly("cancel c1");
    assertThat(now().note()).contains(new CountState.Note("cancelled", 0));
  }

  @Test
  void anEndedCountTakesNoFigures() {
    shelf.state = Counts.State.POSTED;
    begun();

    scan("A");
    presenter.post();
    presenter.cancel();

    assertThat(shelf.done).isEmpty();
  }

  @Test
  void oneGoesBackToTheList() {
    begun();

    presenter.back();

    assertThat(now().sheet()).isEmpty();
    assertThat(now().counts().rows()).hasSize(3);
  }

  @Test
  void whatComesAfterOneHasLeftIsLetGo() {
    List<Runnable> waiting = new ArrayList<>();
    var slow = new CountPresenter(shelf, waiting::add);
    slow.opened();
    slow.left();

    waiting.forEach(Runnable::run);

    assertThat(slow.state().counts().rows()).isEmpty();
  }

  @Test
  void aCountThatWasJustBegunIsReadToTheEnd() {
    var unanswered = new Unanswered();
    var slow = new CountPresenter(unanswered.in(CountActions.class, shelf, "count"), Runnable::run);

    slow.begin("Rak 4, minuman", "MINUMAN");

    assertThat(unanswered.said()).contains(Awaited.Kind.SAVING);
  }

  @Test
  void aCountThatWasJustPostedIsReadToTheEnd() {
    var unanswered = new Unanswered();
    var slow =
        new CountPresenter(unanswered.in(CountActions.class, shelf, "counts"), Runnable::run);
    slow.begin("Rak 4, minuman", "MINUMAN");

    slow.post();
    slow.post();

    assertThat(unanswered.said()).contains(Awaited.Kind.SAVING);
  }
}
