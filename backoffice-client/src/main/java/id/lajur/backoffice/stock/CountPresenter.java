package id.lajur.backoffice.stock;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.shell.Desk;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Counting a shelf. Figures go to the store one after another in the order of the scans, and none
 * waits for the eye; the store compares each with the book of its moment.
 */
final class CountPresenter {
  private final CountActions actions;
  private final Executor ui;
  private final InTurn figures = new InTurn();
  private Consumer<CountState> view = state -> {};
  private CountState state = CountState.EMPTY;
  private String scanned = ""; // the code of the item whose quantity may be typed
  private int visit; // what an earlier one asked for is of no use any more

  CountPresenter(CountActions actions, Executor ui) {
    this.actions = actions;
    this.ui = ui;
  }

  CountState state() {
    return state;
  }

  /** Shows states from now on, the present one first. */
  void view(Consumer<CountState> shown) {
    view = shown;
    shown.accept(state);
  }

  private void show(CountState next) {
    state = next;
    view.accept(next);
  }

  private <R> void then(CompletableFuture<R> answer, Consumer<R> done) {
    int of = visit;
    Desk.take(
        answer,
        given -> {
          if (of == visit) {
            done.accept(given);
          }
        },
        refusal -> {
          if (of == visit) {
            show(state.refused(refusal));
          }
        },
        ui);
  }

  void opened() {
    visit++;
    then(actions.departments(), found -> show(state.departments(found)));
    list();
    state.sheet().ifPresent(sheet -> open(sheet.head()));
  }

  void left() {
    visit++;
  }

  private void list() {
    then(actions.counts(""), counts -> show(state.counts(counts)));
  }

  /** Reads older ones below those that are there. */
  void older() {
    Page<Counts.Head> read = state.counts();
    if (read.hasOlder()) {
      then(
          actions.counts(read.next()),
          older -> {
            if (state.counts().equals(read)) {
              show(state.counts(read.and(older)));
            }
          });
    }
  }

  /** Shows a count with its sheet. */
  void open(Counts.Head head) {
    scanned = "";
    then(actions.count(head.id()), sheet -> show(state.sheet(Optional.of(sheet))));
  }

  /** Back to the list. */
  void back() {
    scanned = "";
    show(state.saying(new CountState.Note("", 0)).sheet(Optional.empty()));
    list();
  }

  /**
   * Begins a count.
   *
   * @param department code; empty = whatever is scanned
   */
  void begin(String name, String department) {
    if (state.busy()) {
      return;
    }
    show(state.asking());
    then(
        actions.begin(name, department),
        id ->
            then(
                Desk.askAfterKeeping(() -> actions.count(id)),
                sheet -> show(state.sheet(Optional.of(sheet)))));
  }

  /** Brings in a figure, of the item before where no code was typed. */
  void typed(Typed typed) {
    Counts.Sheet sheet = state.sheet().orElse(null);
    if (sheet == null || !sheet.head().isOpen()) {
      return;
    }
    if (!typed.code().isEmpty()) {
      scanned = typed.code();
    } else if (scanned.isEmpty()) {
      return;
    }
    String id = sheet.head().id();
    Typed figure = new Typed(scanned, typed.quantityMilli(), typed.adds());
    then(
        figures.act(() -> actions.figure(id, figure)),
        line ->
            state
                .sheet()
                .filter(now -> now.head().id().equals(id))
                .ifPresent(now -> show(state.counted(now.with(line), line))));
  }

  /** Posts the differences: asked once it says what is left uncounted, asked again it posts. */
  void post() {
    Counts.Sheet sheet = state.sheet().orElse(null);
    if (sheet == null || !sheet.head().isOpen() || state.busy()) {
      return;
    }
    if (!state.asked().equals(Optional.of(CountState.Sure.POST))) {
      show(state.sure(CountState.Sure.POST, new CountState.Note("sure.post", sheet.uncounted())));
      return;
    }
    show(state.asking());
    then(
        actions.post(sheet.head().id()),
        differences -> ended(sheet, new CountState.Note("posted", differences)));
  }

  /** Gives the count up, when it is asked again. */
  void cancel() {
    Counts.Sheet sheet = state.sheet().orElse(null);
    if (sheet == null || !sheet.head().isOpen() || state.busy()) {
      return;
    }
    if (!state.asked().equals(Optional.of(CountState.Sure.CANCEL))) {
      show(state.sure(CountState.Sure.CANCEL, new CountState.Note("sure.cancel", 0)));
      return;
    }
    show(state.asking());
    then(
        actions.cancel(sheet.head().id()),
        done -> ended(sheet, new CountState.Note("cancelled", 0)));
  }

  private void ended(Counts.Sheet sheet, CountState.Note note) {
    show(state.saying(note));
    Desk.afterKeeping(
        () -> {
          open(sheet.head());
          list();
        });
  }
}
