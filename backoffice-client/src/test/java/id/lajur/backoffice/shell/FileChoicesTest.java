package id.lajur.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChoicesTest {
  @TempDir private Path folder = Path.of("");

  private FileChoices of(String operator) {
    return new FileChoices(folder.resolve("office"), operator, Runnable::run);
  }

  @Test
  void whatSomebodyHasChosenIsThereTheNextTimeForHimAlone() {
    of("101").keep("items", "name:200 price:100");

    assertThat(of("101").of("items")).contains("name:200 price:100");
    assertThat(of("101").of("journal")).isEmpty();
    assertThat(of("102").of("items")).isEmpty();
  }

  @Test
  void theSameOnceMoreIsNotWritten() {
    List<Runnable> disk = new ArrayList<>();
    var choices = new FileChoices(folder, "101", disk::add);
    choices.keep("items", "a");
    choices.keep("items", "a");

    assertThat(disk).hasSize(1);
  }

  /** Threads of a pool begin in any order. */
  @Test
  void whicheverIsWrittenFirstTheLastChoiceStands() {
    List<Runnable> disk = new ArrayList<>();
    var choices = new FileChoices(folder, "101", disk::add);
    choices.keep("items", "first");
    choices.keep("items", "last");
    disk.get(1).run();
    disk.get(0).run();

    assertThat(new FileChoices(folder, "101", Runnable::run).of("items")).contains("last");
  }

  @Test
  void aFileThatCannotBeReadCostsTheChoicesAlone() throws IOException {
    Files.writeString(folder.resolve("tables-101.properties"), "items=\\u12");
    var choices = new FileChoices(folder, "101", Runnable::run);

    assertThat(choices.of("items")).isEmpty();
    choices.keep("items", "a");
    assertThat(new FileChoices(folder, "101", Runnable::run).of("items")).contains("a");
  }

  @Test
  void aFolderThatCannotBeWrittenCostsTheChoicesAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    var choices = new FileChoices(file.resolve("office"), "101", Runnable::run);
    choices.keep("items", "a");

    assertThat(choices.of("items")).contains("a");
  }

  @Test
  void whatIsChosenWhileTheWindowClosesIsNoFault() {
    var choices =
        new FileChoices(
            folder,
            "101",
            task -> {
              throw new RejectedExecutionException("closed");
            });
    choices.keep("items", "a");

    assertThat(choices.of("items")).contains("a");
  }
}
