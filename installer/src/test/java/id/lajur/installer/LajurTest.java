package id.lajur.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LajurTest {
  @Test
  void everyCommandIsThere() {
    assertThat(new CommandLine(Lajur.class).getSubcommands().keySet())
        .contains(
            "audit", "bench", "demo", "help", "import", "office", "pos", "printer", "replay",
            "screens", "server");
  }
}
