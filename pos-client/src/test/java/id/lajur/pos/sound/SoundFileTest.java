package id.lajur.pos.sound;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.pos.screen.LaneSound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundFileTest {
  private final Path at;

  SoundFileTest(@TempDir Path folder) {
    this.at = folder.resolve("sounds");
  }

  @Test
  void whatWasChosenIsThereAtTheNextStart() throws Exception {
    var file = new SoundFile(at);
    assertThat(file.read()).isEmpty();

    for (Set<LaneSound> heard :
        List.of(
            EnumSet.noneOf(LaneSound.class),
            EnumSet.allOf(LaneSound.class),
            EnumSet.of(LaneSound.NOT_TAKEN, LaneSound.SERVER_LOST))) {
      file.write(heard);

      assertThat(new SoundFile(at).read()).contains(heard);
    }
  }

  @Test
  void aWordOfALaterProgramSilencesNothing() throws Exception {
    Files.writeString(at, "taken\nmember-greeted\n");

    assertThat(new SoundFile(at).read())
        .contains(EnumSet.complementOf(EnumSet.of(LaneSound.TAKEN)));
  }
}
