package id.lajur.pos.sound;

import id.lajur.kit.platform.Platform;
import id.lajur.pos.screen.LaneSound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which sounds were switched off on the lane's screen: a line each, by its word. */
public final class SoundFile {
  private final Path file;

  public SoundFile(Path file) {
    this.file = file;
  }

  /**
   * The sounds that are heard; empty when nothing was chosen. A word that no sound has, of a later
   * program, is passed over.
   *
   * @throws IOException the file cannot be read
   */
  public Optional<Set<LaneSound>> read() throws IOException {
    try {
      Set<LaneSound> heard = EnumSet.allOf(LaneSound.class);
      for (String word : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        LaneSound.of(word.strip()).ifPresent(heard::remove);
      }
      return Optional.of(heard);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps a choice in place of the one before.
   *
   * @throws IOException it is not kept
   */
  public void write(Set<LaneSound> heard) throws IOException {
    String silent =
        List.of(LaneSound.values()).stream()
            .filter(sound -> !heard.contains(sound))
            .map(sound -> sound.word() + "\n")
            .collect(Collectors.joining());
    Platform.here().writePrivate(file, silent.getBytes(StandardCharsets.UTF_8));
  }
}
