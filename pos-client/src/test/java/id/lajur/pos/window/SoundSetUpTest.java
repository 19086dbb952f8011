package id.lajur.pos.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.LaneSound;
import id.lajur.pos.sound.SoundFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SoundSetUpTest {
  private static final Set<LaneSound> HEARD = EnumSet.of(LaneSound.APPROVAL);

  private final Path folder;

  SoundSetUpTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatIsSwitchedIsThereAtTheNextStart() throws Exception {
    var file = new SoundFile(folder.resolve("sounds"));
    try (var thread = new LaneThread(() -> {})) {
      new SoundSetUp(thread, file).use(HEARD).join();
    }

    assertThat(file.read()).contains(HEARD);
  }

  @Test
  void whatTheDiskDoesNotTakeIsRefusedAndSaysWhy() throws Exception {
    Path noFolder = Files.createFile(folder.resolve("no folder"));
    var file = new SoundFile(noFolder.resolve("sounds"));
    try (var thread = new LaneThread(() -> {})) {
      var kept = new SoundSetUp(thread, file).use(HEARD);

      assertThatThrownBy(kept::join)
          .cause()
          .isInstanceOfSatisfying(
              LaneRefusal.class,
              refusal -> {
                assertThat(refusal.reason()).isEqualTo(LaneRefusal.NOT_KEPT);
                assertThat(refusal.details().get("cause")).contains("sounds");
              });
    }
  }
}
