package id.lajur.backoffice.stock;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Refusals;
import id.lajur.installer.LogFile;
import id.lajur.installer.demo.DeskShop;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.i18n.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a desk shows of a fault is found in the file that the program writes. */
class ServerFaultTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  @Test
  void aFaultOfTheServerIsFoundInItsLogByWhatTheScreenShows(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("log").resolve("server.log");
    ServerRefusal shown;
    LogFile log = LogFile.open(Optional.of(file), new PrintWriter(new StringWriter()));
    try {
      Desk desk = atOnce(shop.desk("OWNER"));
      var presenter = new CountPresenter(new ServerCounts(desk), Runnable::run);
      presenter.opened();
      shop.execute("RENAME TABLE stock_count TO stock_count_away");
      try {
        presenter.begin("Rak 9", "");
      } finally {
        shop.execute("RENAME TABLE stock_count_away TO stock_count");
      }
      shown = presenter.state().refused().orElseThrow();
      assertThat(presenter.state().busy()).isFalse();
      assertThat(Refusals.sentence(shown, desk.store().formats(Language.ENGLISH)))
          .startsWith("The server has failed. It may have been recorded");
    } finally {
      log.close();
    }

    assertThat(shown.reason()).isEqualTo("INTERNAL");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines)
        .filteredOn(line -> line.contains(" " + shown.id() + " ") && line.contains(" failed"))
        .as("asked once more under the same request")
        .hasSize(2)
        .allMatch(line -> line.contains("stock.v1."));
    assertThat(lines)
        .anyMatch(line -> line.contains("StoreConnection") && line.contains(shown.id()));
    assertThat(String.join("\n", lines)).contains("stock_count").doesNotContain("8642");
  }

  /** Its calls are answered before they return. */
  private static Desk atOnce(Desk desk) {
    return new Desk(
        desk.connection(),
        desk.who(),
        desk.store(),
        Runnable::run,
        Runnable::run,
        desk.clock(),
        desk.choices(),
        desk.refused(),
        desk.opener(),
        desk.awaited());
  }
}
