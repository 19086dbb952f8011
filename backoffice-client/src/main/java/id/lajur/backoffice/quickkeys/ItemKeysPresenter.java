package id.lajur.backoffice.quickkeys;

import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Shown;
import id.lajur.kit.connection.ServerRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Puts one item on a quick key, or takes it off. Each act saves all pages as they were read with
 * this one change, under what tells them from others: whoever arranges them meanwhile loses
 * nothing.
 */
final class ItemKeysPresenter {
  private final QuickKeysActions actions;
  private final Shown<ItemKeysState> shown;
  private int visit; // what was asked for another item is of no use any more

  ItemKeysPresenter(QuickKeysActions actions, Executor ui) {
    this.actions = actions;
    this.shown = new Shown<>(ItemKeysState.NONE, ui);
  }

  ItemKeysState state() {
    return shown.now();
  }

  void in(Consumer<ItemKeysState> view) {
    shown.in(view);
  }

  /** Reads where an item stands. */
  void look(String itemCode) {
    visit++;
    shown.show(new ItemKeysState(itemCode, state().saved(), List.of(), Progress.NONE.asks()));
    pages();
    int of = visit;
    shown.after(
        actions.keysOf(itemCode),
        units -> {
          if (of == visit) {
            shown.change(state -> state.choosing(units));
          }
        },
        why -> refused(of, why));
  }

  private void pages() {
    int of = visit;
    shown.after(
        actions.pages(),
        pages -> {
          if (of == visit) {
            shown.change(state -> state.read(pages).with(state.progress().has()));
          }
        },
        why -> refused(of, why));
  }

  private void refused(int of, ServerRefusal why) {
    if (of == visit) {
      shown.change(state -> state.with(state.progress().refused(why)));
    }
  }

  /**
   * Puts the item on a key that is free.
   *
   * @param page number of the page, from 0
   * @param unit one of those that the state offers
   */
  void put(int page, int place, Key unit, String label) {
    if (label.isBlank() || label.length() > Key.MOST_LABEL) {
      shown.change(state -> state.with(state.progress().wrong("wrong.name")));
      return;
    }
    if (!state().free(page).contains(place)) {
      shown.change(state -> state.with(state.progress().wrong("item.wrong.place")));
      return;
    }
    Page with = state().pages().get(page).with(unit.at(place).labelled(label.strip()));
    save(page, with, "item.said.put");
  }

  /** Takes the item off a key. */
  void takeOff(ItemKeysState.Standing standing) {
    if (state().standing().contains(standing)) {
      Page without = state().pages().get(standing.page()).without(standing.key().place());
      save(standing.page(), without, "item.said.off");
    }
  }

  private void save(int number, Page page, String said) {
    Pages read = state().saved().orElse(null);
    if (read == null || state().progress().sending()) {
      return;
    }
    List<Page> next = new ArrayList<>(read.pages());
    next.set(number, page);
    int of = visit;
    shown.change(state -> state.with(state.progress().sends()));
    shown.after(
        actions.save(new Pages(next, read.etag())),
        etag -> {
          Pages saved = new Pages(next, etag);
          if (of == visit) {
            shown.change(state -> state.read(saved).with(state.progress().did(said, Map.of())));
          }
        },
        why -> {
          if (of == visit) {
            refused(of, why);
            pages(); // somebody else's, so that the next try is of what the store has
          }
        });
  }
}
