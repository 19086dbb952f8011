package id.lajur.backoffice.zreport;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.form.Shown;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Shows any lane's Z as it was, and prints it again. */
final class ZPresenter {
  private final ZActions actions;
  private final Shown<ZState> shown;

  ZPresenter(ZActions actions, Executor ui) {
    this.actions = actions;
    this.shown = new Shown<>(ZState.FIRST, ui);
  }

  ZState state() {
    return shown.now();
  }

  void in(Consumer<ZState> view) {
    shown.in(view);
  }

  void load() {
    shown.change(state -> state.with(state.progress().quiet().asks()));
    shown.after(
        actions.list(""),
        list -> shown.change(state -> state.with(list).with(state.progress().has())),
        this::refused);
  }

  /** Reads older ones below those that are there. */
  void older() {
    Page<ListedZ> read = state().list();
    if (!read.hasOlder() || state().progress().loading()) {
      return;
    }
    shown.change(state -> state.with(state.progress().quiet().asks()));
    shown.after(
        actions.list(read.next()),
        older -> {
          // The list may have been read anew meanwhile; then this is no part of it.
          boolean below = state().list().equals(read);
          shown.change(
              state -> (below ? state.with(read.and(older)) : state).with(state.progress().has()));
        },
        this::refused);
  }

  private void refused(ServerRefusal why) {
    shown.change(state -> state.with(state.progress().refused(why)));
  }

  /** Asks for the whole of the marked one; what comes late for another is not shown. */
  void choose(Optional<ListedZ> z) {
    Optional<String> key = z.map(ListedZ::key);
    if (key.equals(state().chosen())) {
      return;
    }
    shown.change(state -> state.choosing(key).with(state.progress().quiet()));
    z.ifPresent(
        one ->
            shown.after(
                actions.open(one.terminal(), one.number()),
                report -> {
                  if (state().chosen().equals(key)) {
                    shown.change(state -> state.opened(report));
                  }
                },
                this::refused));
  }

  /**
   * Prints the marked one again, once the store has numbered the copy and kept who made it.
   *
   * @param paper of the Z as the store gave it for this copy
   */
  void print(BiFunction<ListedZ, ZCopy, TabularDocument> paper, Formats formats) {
    Optional<ListedZ> listed = state().listed();
    if (listed.isEmpty() || state().progress().sending()) {
      return;
    }
    ListedZ z = listed.get();
    shown.change(state -> state.with(state.progress().sends()));
    shown.after(
        actions.copy(z.terminal(), z.number()),
        copy -> opens(paper.apply(z, copy), formats, copy.number()),
        this::refused);
  }

  private void opens(TabularDocument document, Formats formats, int copy) {
    shown.after(
        actions.print(document, formats),
        printed ->
            shown.change(
                state ->
                    state.with(
                        printed
                            ? state
                                .progress()
                                .did("said.printing", Map.of("n", Integer.toString(copy)))
                            : state.progress().didNot("said.notPrinted"))),
        this::refused);
  }
}
