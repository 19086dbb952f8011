package id.lajur.pos.window;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.pos.screen.LaneSound;
import id.lajur.pos.sound.SoundFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class DeviceOptionsTest {
  private final Path at;
  private final SoundFile file;

  DeviceOptionsTest(@TempDir Path folder) {
    this.at = folder.resolve("sounds");
    this.file = new SoundFile(at);
  }

  /** A command that has them. */
  @Command
  private static final class Lane {
    @Mixin private DeviceOptions devices = new DeviceOptions();
  }

  @BeforeEach
  void oneSoundWasSwitchedOff() throws Exception {
    file.write(EnumSet.complementOf(EnumSet.of(LaneSound.TAKEN)));
  }

  @Test
  void whatTheScreenSwitchedOffIsOffAtTheNextStart() {
    assertThat(devices().sounds()).isEqualTo(EnumSet.complementOf(EnumSet.of(LaneSound.TAKEN)));
  }

  @Test
  void whatCannotBeReadSilencesNothing() throws Exception {
    Files.write(at, new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThat(devices().sounds()).containsExactlyInAnyOrder(LaneSound.values());
  }

  @Test
  void theOptionSaysItForThisStart() {
    assertThat(devices("--no-sound", "approval,server-lost").sounds())
        .containsExactlyInAnyOrder(LaneSound.TAKEN, LaneSound.NOT_TAKEN, LaneSound.SERVER_BACK);
    assertThat(devices("--no-sound", "all").sounds()).isEmpty();
  }

  private LaneDevices devices(String... options) {
    var lane = new Lane();
    new CommandLine(lane).parseArgs(options);
    return lane.devices.devices(file);
  }
}
