package id.lajur.backoffice.journal;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Refused;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AuditPresenterTest {
  private final FakeAudit store = new FakeAudit();
  private final AuditPresenter presenter = new AuditPresenter(store, Runnable::run);

  /** An audit that goes on as the test says. */
  static final class FakeAudit implements AuditActions {
    CompletableFuture<Ended> run = new CompletableFuture<>();
    Watcher watcher =
        new Watcher() {
          @Override
          public void begun(String code, String name, int number, int of) {}

          @Override
          public void judged(Judged promise) {}
        };
    int runs;

    @Override
    public CompletableFuture<Ended> run(Watcher newWatcher) {
      runs++;
      watcher = newWatcher;
      run = new CompletableFuture<>();
      return run;
    }
  }

  private String said() {
    return presenter.state().progress().note().map(Progress.Note::key).orElse("");
  }

  private static Judged judged(int number, long differences) {
    return new Judged(
        number,
        "ENTRIES_BALANCE",
        "debits equal credits in each entry",
        812,
        differences,
        List.of());
  }

  @Test
  void itsProgressIsSeenPromiseByPromise() {
    presenter.run();
    presenter.run(); // one at a time
    store.watcher.begun("ENTRIES_BALANCE", "debits equal credits in each entry", 1, 31);
    assertThat(presenter.state().number()).isEqualTo(1);
    store.watcher.judged(judged(1, 0));
    store.watcher.begun("STOCK_IN_BOOKS", "stock", 2, 31);
    boolean unused = store.run.complete(new AuditActions.Ended(true, 4_210));

    assertThat(store.runs).isEqualTo(1);
    assertThat(presenter.state().judged()).hasSize(1);
    assertThat(presenter.state().running()).isFalse();
    assertThat(said()).isEqualTo("audit.clean");
  }

  @Test
  void whatDiffersIsNoGoodNews() {
    presenter.run();
    store.watcher.judged(judged(1, 3));
    boolean unused = store.run.complete(new AuditActions.Ended(false, 900));

    assertThat(said()).isEqualTo("audit.differs");
    assertThat(presenter.state().progress().note().orElseThrow().good()).isFalse();
  }

  @Test
  void itCanBeStoppedAndWhatComesLateIsNotShown() {
    presenter.run();
    store.watcher.judged(judged(1, 0));
    presenter.stop();
    store.watcher.judged(judged(2, 0));

    assertThat(store.run).isCancelled();
    assertThat(presenter.state().judged()).hasSize(1);
    assertThat(said()).isEqualTo("audit.stopped");
  }

  @Test
  void oneThatRunsElsewhereIsSaid() {
    presenter.run();
    boolean unused = store.run.completeExceptionally(Refused.of("AUDIT_RUNNING", Map.of()));

    assertThat(presenter.state().progress().refused().orElseThrow().reason())
        .isEqualTo("AUDIT_RUNNING");
    assertThat(presenter.state().running()).isFalse();
  }
}
