package id.lajur.backoffice.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The audit of a real server, followed from a desk. */
class ServerAuditTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @RegisterExtension static final DeskShop shop = new DeskShop();

  private final Desk desk = shop.desk("OWNER");
  private final ServerAudit audit = new ServerAudit(desk);

  /** What a desk is told, on the threads of the desk. */
  private static final class Told implements AuditActions.Watcher {
    private final List<Judged> judged = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger of = new AtomicInteger();

    @Override
    public void begun(String code, String name, int number, int all) {
      assertThat(name).isNotBlank();
      begun.incrementAndGet();
      of.set(all);
    }

    @Override
    public void judged(Judged promise) {
      judged.add(promise);
    }
  }

  @Test
  void everyPromiseIsToldAndTheBooksAreClean(@TempDir Path folder) throws Exception {
    String lane = shop.aShift(folder, true);
    assertThat(lane).isNotBlank();
    var told = new Told();

    AuditActions.Ended ended = audit.run(told).join();

    assertThat(ended.clean()).isTrue();
    assertThat(ended.tookMs()).isPositive();
    await().atMost(LONG).until(() -> told.of.get() > 0 && told.judged.size() == told.of.get());
    assertThat(told.begun.get()).isEqualTo(told.of.get());
    assertThat(told.judged).allMatch(one -> one.differences() == 0);
    assertThat(told.judged).extracting(Judged::rows).anyMatch(rows -> rows > 0);
    assertThat(told.judged).extracting(Judged::code).doesNotHaveDuplicates();
    for (Language language : Language.values()) {
      Texts texts = Texts.of(JournalWords.class, "journal", language);
      assertThat(told.judged)
          .allSatisfy(
              one -> assertThat(texts.has("promise." + one.code())).as(one.name()).isTrue());
      assertThat(texts.keys().stream().filter(key -> key.startsWith("promise.")))
          .hasSize(told.judged.size());
    }
  }

  @Test
  void anAuditThatIsStoppedEndsAndTheNextOneRuns() {
    CompletableFuture<AuditActions.Ended> run = audit.run(new Told());

    assertThat(run.cancel(true)).isTrue();

    assertThatThrownBy(run::join).isInstanceOf(CancellationException.class);
    await() // the stopped one ends at its next promise
        .atMost(LONG)
        .ignoreExceptionsMatching(
            e ->
                e.getCause() instanceof ServerRefusal refusal
                    && refusal.reason().equals("AUDIT_RUNNING"))
        .until(() -> audit.run(new Told()).join().clean());
  }

  @Test
  void onlyWhoMayRunsIt() {
    assertThat(DeskShop.refusal(new ServerAudit(shop.desk("CASHIER")).run(new Told())))
        .isEqualTo("PERMISSION_MISSING");
  }
}
