package id.lajur.pos.window;

import id.lajur.kit.input.ScanSettings;
import id.lajur.kit.serial.SerialAddress;
import id.lajur.kit.serial.SerialPorts;
import id.lajur.pos.customer.DisplayChoice;
import id.lajur.pos.screen.LaneSound;
import id.lajur.pos.sound.SoundFile;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command's options about scanner, customer's display and sounds. */
final class DeviceOptions {
  private static final Logger log = LoggerFactory.getLogger(DeviceOptions.class);

  @Option(
      names = "--scanner",
      paramLabel = "PORT[@BAUD]",
      description = {
        "a scanner on a serial port, e.g. /dev/ttyUSB0 or COM3@115200 (9600 unless named);",
        "one that types is always heard as well"
      })
  private @Nullable String scanner;

  @Option(
      names = "--scan-prefix",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "what the scanner is set to send before each code (default: nothing)")
  private String prefix = "";

  @Option(
      names = "--scan-end",
      paramLabel = "END",
      defaultValue = "enter",
      description =
          "enter (Enter or Tab) or silence, for a scanner that sends no key after a code"
              + " (default: ${DEFAULT-VALUE})")
  private String end = "";

  @Option(
      names = "--customer-display",
      paramLabel = "DISPLAY",
      description = {
        "window (over the second screen), window:N, or two lines on a serial port:",
        "cd5220:PORT[@BAUD], dsp800:PORT[@BAUD] or epson:PORT[@BAUD]"
      })
  private @Nullable String customerDisplay;

  @Option(
      names = "--no-sound",
      paramLabel = "SOUND",
      split = ",",
      description =
          "all, or some of taken, not-taken, approval, server-lost, server-back; each is seen as"
              + " well (default: as set up on the lane's screen, F10, F10, F6)")
  private List<String> silent = List.of();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * What they say.
   *
   * @param setUp the sounds as the lane's screen left them, where no option says others
   * @throws ParameterException one of them is wrong
   */
  LaneDevices devices(SoundFile setUp) {
    return new LaneDevices(
        SerialPorts.here(),
        ScanSettings.USUAL.withPrefix(prefix).withEnd(scanEnd()),
        read("--scanner", scanner, SerialAddress::of),
        read("--customer-display", customerDisplay, DisplayChoice::of),
        silent.isEmpty() ? soundsSetUp(setUp) : sounds());
  }

  private <T> Optional<T> read(String option, @Nullable String text, Function<String, T> reader) {
    try {
      return Optional.ofNullable(text).map(reader);
    } catch (IllegalArgumentException e) {
      throw wrong(option + ": " + e.getMessage());
    }
  }

  private ScanSettings.End scanEnd() {
    return switch (end) {
      case "enter" -> ScanSettings.End.ENTER;
      case "silence" -> ScanSettings.End.SILENCE;
      default -> throw wrong("--scan-end is enter or silence, not \"" + end + "\"");
    };
  }

  private Set<LaneSound> sounds() {
    Set<LaneSound> heard = EnumSet.allOf(LaneSound.class);
    for (String word : silent) {
      heard.removeAll(word.equals("all") ? Set.of(LaneSound.values()) : Set.of(sound(word)));
    }
    return heard;
  }

  /** A choice of sounds that cannot be read keeps no lane from selling. */
  private static Set<LaneSound> soundsSetUp(SoundFile setUp) {
    try {
      return setUp.read().orElseGet(() -> EnumSet.allOf(LaneSound.class));
    } catch (IOException e) {
      log.warn("the sounds that were set up on the screen cannot be read; all are heard", e);
      return EnumSet.allOf(LaneSound.class);
    }
  }

  private LaneSound sound(String word) {
    return LaneSound.of(word)
        .orElseThrow(
            () ->
                wrong(
                    "--no-sound is all or some of "
                        + Stream.of(LaneSound.values())
                            .map(LaneSound::word)
                            .collect(Collectors.joining(", "))
                        + ", not \""
                        + word
                        + "\""));
  }

  private ParameterException wrong(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
