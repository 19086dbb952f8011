package id.lajur.backoffice.journal;

import id.lajur.backoffice.form.Shown;
import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.connection.ServerRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the audit, shows how far it is, and can end it. */
final class AuditPresenter {
  private final AuditActions actions;
  private final Executor ui;
  private final Shown<AuditState> shown;
  private @Nullable CompletableFuture<AuditActions.Ended> running;

  AuditPresenter(AuditActions actions, Executor ui) {
    this.actions = actions;
    this.ui = ui;
    this.shown = new Shown<>(AuditState.FIRST, ui);
  }

  AuditState state() {
    return shown.now();
  }

  void in(Consumer<AuditState> view) {
    shown.in(view);
  }

  /** One at a time. */
  void run() {
    if (state().running()) {
      return;
    }
    shown.show(AuditState.FIRST.begun("", "", 0, 0));
    CompletableFuture<AuditActions.Ended> run = actions.run(new Following());
    running = run;
    Desk.take(
        run,
        ended -> {
          if (isOf(run)) {
            String said = ended.clean() ? "audit.clean" : "audit.differs";
            shown.change(
                state ->
                    state.ended(
                        Optional.of(ended),
                        ended.clean()
                            ? state.progress().did(said, Map.of())
                            : state.progress().didNot(said)));
          }
        },
        refusal -> {
          if (isOf(run) || refusal.reason().equals(ServerRefusal.PROGRAM_FAULT)) {
            shown.change(state -> state.ended(Optional.empty(), state.progress().refused(refusal)));
          }
        },
        ui);
  }

  private boolean isOf(CompletableFuture<AuditActions.Ended> run) {
    boolean is = running == run;
    running = is ? null : running;
    return is;
  }

  /** Ends it; what was judged stays. */
  void stop() {
    CompletableFuture<AuditActions.Ended> run = running;
    running = null;
    if (run != null) {
      boolean unused = run.cancel(true);
      shown.change(
          state -> state.ended(Optional.empty(), state.progress().didNot("audit.stopped")));
    }
  }

  void choose(Optional<Judged> promise) {
    shown.change(state -> state.choosing(promise.map(Judged::number)));
  }

  private final class Following implements AuditActions.Watcher {
    @Override
    public void begun(String code, String name, int number, int of) {
      if (state().running()) {
        shown.change(state -> state.begun(code, name, number, of));
      }
    }

    @Override
    public void judged(Judged promise) {
      if (state().running()) {
        shown.change(state -> state.judged(promise));
      }
    }
  }
}
