package id.lajur.installer.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.installer.Lajur;
import id.lajur.server.database.StartRefused;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A demo leaves nothing behind, however it ends. */
@Timeout(180)
class DemoEndTest {
  @Test
  @EnabledOnOs(
      value = {OS.LINUX, OS.MAC},
      disabledReason = "ends the program by a signal")
  void aDemoEndedFromOutsideTakesItsFolderAndItsDatabaseAway(@TempDir Path temporary)
      throws Exception {
    Process demo =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.io.tmpdir=" + temporary,
                Lajur.class.getName(),
                "demo",
                "--headless")
            .redirectError(temporary.resolve("errors.txt").toFile())
            .start();
    CompletableFuture.delayedExecutor(120, TimeUnit.SECONDS).execute(demo::destroyForcibly);
    try (var said = new BufferedReader(new InputStreamReader(demo.getInputStream(), UTF_8))) {
      assertThat(said.readLine()).contains("is open on port");
      List<ProcessHandle> databases = demo.descendants().toList();
      assertThat(databases).isNotEmpty();

      demo.destroy();

      assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
      for (ProcessHandle database : databases) {
        database.onExit().get(10, TimeUnit.SECONDS);
      }
      assertThat(temporary.toFile().list((folder, name) -> name.startsWith("lajur-demo")))
          .isEmpty();
    } finally {
      demo.destroyForcibly();
    }
  }

  @Test
  void whatWasOpenedIsClosedOnceNewestFirstAndAllOfIt() {
    var done = new ArrayList<String>();
    var opened = new Opened();
    opened.add(() -> "folder", done::add);
    opened.add(() -> "server", s -> done.add(s));
    opened.add(
        () -> "windows",
        s -> {
          done.add(s);
          throw new java.io.IOException("no display");
        });

    assertThatThrownBy(opened::close).hasRootCauseMessage("no display");
    opened.close();

    assertThat(done).containsExactly("windows", "server", "folder");
    assertThatThrownBy(() -> opened.add(() -> "lane", done::add)).isInstanceOf(StartRefused.class);
  }

  @Test
  void whatIsJustBeingOpenedIsClosedToo() throws Exception {
    var done = new ArrayList<String>();
    var opened = new Opened();
    var opening = new CountDownLatch(1);
    var ends = new Thread(opened::close);

    opened.add(
        () -> {
          ends.start();
          while (ends.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
          }
          opening.countDown();
          return "server";
        },
        done::add);
    ends.join();

    assertThat(opening.getCount()).isZero();
    assertThat(done).containsExactly("server");
  }
}
