package id.lajur.backoffice.report;

import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.document.FileKind;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.fault.Faults;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.TypedDate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Chooses, reads, opens and saves reports. All of it on the event thread. */
final class ReportPresenter {
  private final ReportActions actions;
  private final Supplier<LocalDate> today;
  private final boolean seesCost;
  private final Executor ui;
  private ReportState state;
  private Consumer<ReportState> view = shown -> {};
  private @Nullable CompletableFuture<ReportTable> reading;
  private boolean opened;

  /**
   * @param kinds that can be chosen, the first one first
   * @param period to begin with
   * @param today by the store's clocks
   */
  ReportPresenter(
      ReportActions actions,
      List<ReportKind> kinds,
      PeriodChoice period,
      Supplier<LocalDate> today,
      boolean seesCost,
      Executor ui) {
    this.actions = actions;
    this.today = today;
    this.seesCost = seesCost;
    this.ui = ui;
    LocalDate now = today.get();
    this.state =
        new ReportState(
            kinds,
            kinds.get(0),
            period,
            period.from(now),
            period.to(now),
            "",
            "",
            ReportActions.Choices.NONE,
            null,
            null,
            false,
            Optional.empty());
  }

  ReportState state() {
    return state;
  }

  boolean seesCost() {
    return seesCost;
  }

  /** Who is told of each new state, from now on. */
  void shownBy(Consumer<ReportState> newView) {
    view = newView;
    view.accept(state);
  }

  /** Reads afresh when it is first shown; afterwards what was read stays until somebody asks. */
  void opened() {
    if (!opened) {
      opened = true;
      reload();
    }
  }

  void choose(ReportKind kind) {
    if (kind != state.kind() || state.behind() != null) {
      state = state.with(kind);
      read();
    }
  }

  void choose(PeriodChoice period) {
    LocalDate now = today.get();
    state = state.with(period, period.from(now), period.to(now));
    reload();
  }

  /** Dates as they are typed; an empty first one is the same as the last. */
  void typed(String from, String to) {
    LocalDate now = today.get();
    Optional<LocalDate> last = TypedDate.read(to.isBlank() ? from : to, now);
    Optional<LocalDate> first = from.isBlank() ? last : TypedDate.read(from, now);
    if (first.isEmpty() || last.isEmpty()) {
      show(state.saying(ReportState.Message.bad("dateUnreadable")));
    } else if (last.get().isBefore(first.get()) && !state.kind().isStock()) {
      show(state.saying(ReportState.Message.bad("datesTurned")));
    } else {
      state =
          state.with(
              PeriodChoice.DATES, state.kind().isStock() ? last.get() : first.get(), last.get());
      reload();
    }
  }

  void terminal(String code) {
    if (!code.equals(state.terminal())) {
      state = state.with(code, state.department());
      read();
    }
  }

  void department(String code) {
    if (!code.equals(state.department())) {
      state = state.with(state.terminal(), code);
      read();
    }
  }

  /** Opens what lies behind a row, if anything does. */
  void open(ReportRow row) {
    if (!row.behind().isEmpty() && state.behind() == null) {
      state = state.behind(new ReportState.Behind(row.behind(), row.title()));
      read();
    }
  }

  /** From what lies behind a row to its report. */
  void back() {
    if (state.behind() != null) {
      state = state.behind(null);
      read();
    }
  }

  /** Reads the report again, and what it can be narrowed to. */
  void reload() {
    read();
    if (state.kind() == ReportKind.TRIAL_BALANCE) {
      return;
    }
    LocalDate from = state.from();
    LocalDate to = state.to();
    Faults.then(
        actions.choices(state.query()),
        (choices, failure) -> {
          if (failure == null && state.from().equals(from) && state.to().equals(to)) {
            show(state.with(choices));
          }
        },
        ui);
  }

  private void read() {
    stop();
    ReportQuery query = state.query();
    ReportState.Behind behind = state.behind();
    String item = behind == null ? "" : behind.name();
    CompletableFuture<ReportTable> asked = actions.read(query);
    reading = asked;
    show(state.awaited());
    Desk.take(
        asked,
        table -> {
          if (isOf(asked)) {
            show(state.come(new ReportState.Read(query, item, table)));
          }
        },
        refusal -> {
          if (isOf(asked) || refusal.reason().equals(ServerRefusal.PROGRAM_FAULT)) {
            show(state.ended().saying(ReportState.Message.of(refusal)));
          }
        },
        ui);
  }

  /** Whether it is awaited still, and not any more; another may have been asked for meanwhile. */
  private boolean isOf(CompletableFuture<ReportTable> asked) {
    boolean is = reading == asked;
    reading = is ? null : reading;
    return is;
  }

  /** Nobody waits for what is awaited; what was read before stays, and it is said that it did. */
  void left() {
    if (reading != null) {
      stop();
      show(state.ended().saying(ReportState.Message.of(ServerRefusal.givenUp())));
    }
  }

  /** The server need not reckon what nobody waits for any more. */
  private void stop() {
    CompletableFuture<ReportTable> before = reading;
    reading = null;
    if (before != null) {
      boolean unused = before.cancel(true);
    }
  }

  /** Saves the report as it is shown. */
  void save(FileKind kind, TabularDocument document, Formats formats, Path file) {
    Faults.then(
        actions.save(kind, document, formats, file),
        (path, failure) -> show(state.saying(saved(path, failure))),
        ui);
  }

  private static ReportState.Message saved(@Nullable Path file, @Nullable Throwable failure) {
    if (file != null) {
      return ReportState.Message.good("saved", Map.of("file", file.toString()));
    }
    return failure != null
            && Faults.causeOf(failure) instanceof ServerRefusal refusal
            && refusal.isGivenUp()
        ? ReportState.Message.of(refusal)
        : ReportState.Message.bad("notSaved");
  }

  private void show(ReportState next) {
    state = next;
    view.accept(next);
  }
}
