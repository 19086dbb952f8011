package id.lajur.backoffice.journal;

import id.lajur.backoffice.form.Shown;
import id.lajur.backoffice.journal.JournalState.Task;
import id.lajur.kit.connection.ServerRefusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Searches the journal, and replays a ticket. */
final class JournalPresenter {
  private final JournalActions actions;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Shown<JournalState> shown;

  /**
   * @param zone of the store: where its days begin
   */
  JournalPresenter(JournalActions actions, InstantSource clock, ZoneId zone, Executor ui) {
    this.actions = actions;
    this.clock = clock;
    this.zone = zone;
    this.shown = new Shown<>(JournalState.FIRST, ui);
  }

  JournalState state() {
    return shown.now();
  }

  void in(Consumer<JournalState> view) {
    shown.in(view);
  }

  /** Reads the newest entries of the search. */
  void load() {
    read("");
  }

  /** Reads on where the journal has been read to. */
  void older() {
    if (!state().next().isEmpty() && !state().progress().loading()) {
      read(state().next());
    }
  }

  private void read(String page) {
    Search asked = state().search();
    shown.change(state -> state.with(state.progress().quiet().asks()));
    shown.after(
        actions.entries(asked, page),
        answer -> {
          if (state().search().equals(asked)) {
            shown.change(state -> state.with(answer, !page.isEmpty()).with(state.progress().has()));
          }
        },
        this::refused);
  }

  private void refused(ServerRefusal why) {
    shown.change(state -> state.with(state.progress().refused(why)));
  }

  void choose(Optional<Entry> entry) {
    Optional<String> key = entry.map(Entry::key);
    if (!key.equals(state().chosen())) {
      shown.change(
          state -> state.choosing(key).doing(Optional.empty()).with(state.progress().quiet()));
    }
  }

  void search() {
    begin(Task.SEARCH);
  }

  void receipt() {
    begin(Task.RECEIPT);
  }

  private void begin(Task task) {
    shown.change(state -> state.doing(Optional.of(task)).with(state.progress().quiet()));
  }

  /** From a form or a ticket back to the journal. */
  void back() {
    shown.change(
        state ->
            (state.task().isPresent()
                    ? state.doing(Optional.empty())
                    : state.replaying(Optional.empty()))
                .with(state.progress().quiet()));
  }

  void find(String person, String terminal, String kind, Search.Period period) {
    Optional<Instant> from =
        period.daysBack() < 0
            ? Optional.empty()
            : Optional.of(
                clock
                    .instant()
                    .atZone(zone)
                    .toLocalDate()
                    .minusDays(period.daysBack())
                    .atStartOfDay(zone)
                    .toInstant());
    Search search =
        new Search(person.strip(), terminal.strip().toUpperCase(Locale.ROOT), kind, period, from);
    shown.change(state -> state.searching(search));
    load();
  }

  /** Replays what a receipt was given for. */
  void replay(String receipt) {
    if (receipt.isBlank()) {
      shown.change(state -> state.with(state.progress().wrong("receipt.missing")));
      return;
    }
    replay(actions.replayReceipt(receipt.strip().toUpperCase(Locale.ROOT)));
  }

  /** Replays the basket that the marked entry is about. */
  void replayEntry() {
    state()
        .entry()
        .filter(entry -> !entry.subjectId().isEmpty())
        .ifPresent(entry -> replay(actions.replayBasket(entry.subjectId())));
  }

  private void replay(CompletableFuture<Replay> call) {
    shown.change(state -> state.with(state.progress().sends()));
    shown.after(
        call,
        replay ->
            shown.change(
                state -> state.replaying(Optional.of(replay)).with(state.progress().quietly())),
        this::refused);
  }
}
