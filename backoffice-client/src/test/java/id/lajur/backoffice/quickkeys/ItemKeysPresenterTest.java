package id.lajur.backoffice.quickkeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemKeysPresenterTest {
  private final FakeQuickKeys store = new FakeQuickKeys().arranged();
  private final ItemKeysPresenter presenter = new ItemKeysPresenter(store, Runnable::run);

  private ItemKeysState state() {
    return presenter.state();
  }

  @Test
  void anItemIsPutOnAFreeKeyAndNothingElseChanges() {
    List<Key> others = store.kept.pages().get(0).keys();
    presenter.look("101");
    assertThat(state().standing()).isEmpty();
    assertThat(state().free(0)).doesNotContain(0).contains(5);

    presenter.put(0, 5, state().units().get(1), "Bayam ikat ");

    assertThat(store.asked).endsWith("save 1");
    Page saved = store.kept.pages().get(0);
    assertThat(saved.key(5)).map(Key::label).hasValue("Bayam ikat");
    assertThat(saved.key(5)).map(Key::unitNo).hasValue(1);
    assertThat(saved.without(5).keys()).isEqualTo(others);
    assertThat(store.kept.pages().get(1).name()).isEqualTo("Kue");
    assertThat(state().standing())
        .extracting(ItemKeysState.Standing::name)
        .containsExactly("Segar");
    assertThat(state().progress().note()).map(Progress.Note::key).hasValue("item.said.put");
    presenter.put(1, 0, state().units().get(0), "Bayam");
    assertThat(store.asked).as("with what the store said last").endsWith("save 1+");
  }

  @Test
  void anItemIsTakenOffTheOneKey() {
    presenter.look("202");
    presenter.takeOff(state().standing().get(0));

    assertThat(store.kept.pages().get(0).keys()).extracting(Key::itemCode).doesNotContain("202");
    assertThat(store.kept.pages().get(0).keys()).hasSize(6);
    assertThat(state().standing()).isEmpty();
  }

  @Test
  void aTakenKeyAndAnEmptyLabelAreSaidAndNotSent() {
    presenter.look("101");
    presenter.put(0, 0, state().units().get(0), "Bayam");
    assertThat(state().progress().note()).map(Progress.Note::key).hasValue("item.wrong.place");
    presenter.put(0, 5, state().units().get(0), " ");
    assertThat(state().progress().note()).map(Progress.Note::key).hasValue("wrong.name");

    assertThat(store.asked).noneMatch(asked -> asked.startsWith("save"));
  }

  @Test
  void whatSomebodyElseSavedIsReadBeforeTheNextTry() {
    presenter.look("101");
    store.no = Refused.of("QUICK_KEYS_CHANGED", Map.of());
    store.kept = new Pages(List.of(new Page("Lain", List.of())), "9");
    presenter.put(0, 5, state().units().get(0), "Bayam");
    assertThat(state().progress().refused()).isPresent();
    assertThat(state().pages()).extracting(Page::name).containsExactly("Lain");

    store.no = null;
    presenter.put(0, 5, state().units().get(0), "Bayam");

    assertThat(store.asked).endsWith("save 9");
    assertThat(store.kept.pages()).extracting(Page::name).containsExactly("Lain");
  }

  @Test
  void aRefusalOfAnotherItemIsNotSaidOfThisOne() {
    List<Runnable> waiting = new ArrayList<>();
    var slow = new ItemKeysPresenter(store, waiting::add);
    store.noReading = Refused.of("ITEM_UNKNOWN", Map.of());
    slow.look("101");
    store.noReading = null;
    slow.look("202");

    waiting.forEach(Runnable::run);

    assertThat(slow.state().progress().refused()).isEmpty();
    assertThat(slow.state().standing()).hasSize(1);
  }
}
