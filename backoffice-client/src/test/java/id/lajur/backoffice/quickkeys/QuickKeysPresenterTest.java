package id.lajur.backoffice.quickkeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Refused;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class QuickKeysPresenterTest {
  private final FakeQuickKeys store = new FakeQuickKeys().arranged();
  private final QuickKeysPresenter presenter = new QuickKeysPresenter(store, Runnable::run);

  QuickKeysPresenterTest() {
    presenter.load();
  }

  private QuickKeysState state() {
    return presenter.state();
  }

  private List<String> names() {
    return state().pages().stream().map(Page::name).toList();
  }

  private List<Integer> places() {
    return state().page().orElseThrow().keys().stream().map(Key::place).toList();
  }

  @Test
  void pagesAreReadWithTheirPictures() {
    assertThat(names()).containsExactly("Segar", "Kue");
    assertThat(state().pictures()).containsOnlyKeys("foto");
    assertThat(state().isChanged()).isFalse();
  }

  @Test
  void anItemFoundIsPutOnTheMarkedPlaceAndSaved() {
    presenter.open(1);
    presenter.choose(5);
    presenter.search("bay");
    presenter.put(state().found().get(0));

    Key key = state().key().orElseThrow();
    assertThat(key.place()).isEqualTo(5);
    assertThat(key.label()).isEqualTo("Bayam");
    assertThat(state().found()).isEmpty();
    presenter.save();
    assertThat(store.asked).endsWith("save 1");
    assertThat(store.kept.pages().get(1).keys()).containsExactly(key);
    assertThat(state().isChanged()).isFalse();
    assertThat(state().progress().note()).map(Progress.Note::key).hasValue("said.saved");
    presenter.rename("Kue basah");
    presenter.save();
    assertThat(store.asked).endsWith("save 1+");
  }

  @Test
  void anotherUnitKeepsLabelAndColour() {
    presenter.open(1);
    presenter.put(new Goods("101", "Bayam Hijau"));
    presenter.label("Bayam ikat");
    presenter.colour(0xE5533D);

    presenter.unit(state().units().get(1));

    Key key = state().key().orElseThrow();
    assertThat(key.unit()).isEqualTo("ikat");
    assertThat(key.unitNo()).isEqualTo(1);
    assertThat(key.label()).isEqualTo("Bayam ikat");
    assertThat(key.rgb()).isEqualTo(0xE5533D);
  }

  @Test
  void aKeyMovesToAFreePlaceAndChangesPlacesWithAnother() {
    presenter.move(0, 5);
    assertThat(places()).containsExactly(1, 2, 3, 4, 5, 7, 8);
    assertThat(state().place()).isEqualTo(5);

    presenter.move(5, 1);

    assertThat(state().key()).map(Key::label).hasValue("Tomat");
    assertThat(state().page().orElseThrow().key(5)).map(Key::label).hasValue("Cabai");
  }

  @Test
  void whatLeadsOffThePageMovesNothing() {
    presenter.move(0, -1);
    presenter.move(0, 12);
    presenter.move(11, 0);

    assertThat(state().isChanged()).isFalse();
  }

  @Test
  void pagesAreMadeOrderedAndRemoved() {
    presenter.addPage("Buah");
    assertThat(names()).containsExactly("Segar", "Buah", "Kue");
    assertThat(state().open()).isEqualTo(1);

    presenter.movePage(-1);
    presenter.movePage(-1);
    assertThat(names()).containsExactly("Buah", "Segar", "Kue");
    assertThat(state().open()).isZero();

    presenter.removePage();
    assertThat(names()).containsExactly("Segar", "Kue");
    assertThat(state().isChanged()).isFalse();
  }

  @Test
  void aTypedWordIsUndoneAsAWholeAndWhatWasBeforeItAfterwards() {
    presenter.choose(1);
    presenter.removeKey();
    presenter.choose(0);
    for (String typed : List.of("T", "To", "Tom")) {
      presenter.label(typed);
    }

    presenter.undo();
    assertThat(state().key()).map(Key::label).hasValue("Tomat");
    assertThat(places()).doesNotContain(1);
    presenter.undo();
    assertThat(places()).contains(1);
    assertThat(state().isChanged()).isFalse();
    presenter.undo();
    assertThat(names()).hasSize(2);
  }

  @Test
  void leavingAsksWhileSomethingIsNotSaved() {
    AtomicBoolean left = new AtomicBoolean();
    presenter.removeKey();

    presenter.unsaved().before(() -> left.set(true));
    assertThat(left).isFalse();
    presenter.unsaved().discard();

    assertThat(left).isTrue();
    assertThat(state().isChanged()).isFalse();
    presenter.unsaved().before(() -> left.set(false));
    assertThat(left).isFalse();
  }

  @Test
  void comingBackKeepsWhatWasArrangedAndLoadingAgainAsks() {
    presenter.removeKey();
    presenter.load();
    assertThat(state().isChanged()).isTrue();

    presenter.reload();
    assertThat(state().isChanged()).isTrue();
    presenter.unsaved().discard();
    assertThat(state().isChanged()).isFalse();
    assertThat(store.asked).filteredOn("pages"::equals).hasSize(2);
  }

  @Test
  void whenSomebodyElseChangedThemWhatWasArrangedStays() {
    store.no = Refused.of("QUICK_KEYS_CHANGED", Map.of());
    presenter.removeKey();

    presenter.save();

    assertThat(state().progress().refused()).isPresent();
    assertThat(state().isChanged()).isTrue();
    assertThat(state().progress().sending()).isFalse();
  }

  @Test
  void pagesAndKeysWithoutANameAreNotSent() {
    presenter.label(" ");
    presenter.save();
    assertThat(state().progress().note()).map(Progress.Note::key).hasValue("wrong.name");

    presenter.undo();
    presenter.rename("");
    presenter.save();

    assertThat(state().progress().note()).map(Progress.Note::key).hasValue("wrong.name");
    assertThat(store.asked).noneMatch(call -> call.startsWith("save"));
  }

  @Test
  void aPictureIsPutOnTheKeyAndAColourTakesItsPlace() {
    presenter.picture(Path.of("tomat.jpg"));
    assertThat(state().key()).map(Key::picture).hasValue("foto2");
    assertThat(state().pictures()).containsKey("foto2");

    presenter.colour(0xE5533D);
    assertThat(state().key()).map(Key::picture).hasValue("");
  }

  @Test
  void whatIsNoPictureIsSaid() {
    store.isPicture = false;

    presenter.picture(Path.of("surat.txt"));

    assertThat(state().progress().note()).map(Progress.Note::key).hasValue("wrong.picture");
    assertThat(state().isChanged()).isFalse();
  }

  @Test
  void thereAreTwentyPagesAtMost() {
    for (int i = 0; i < 19; i++) {
      presenter.addPage("Halaman " + i);
    }

    assertThat(names()).hasSize(20);
    assertThat(state().progress().note()).map(Progress.Note::key).hasValue("wrong.pages");
  }
}
