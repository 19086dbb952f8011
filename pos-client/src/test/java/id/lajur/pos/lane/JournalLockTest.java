package id.lajur.pos.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One journal, one lane. */
class JournalLockTest {
  @Test
  void aSecondLaneDoesNotGetTheJournalOfTheFirst(@TempDir Path folder) throws Exception {
    Path journal = folder.resolve("lane.journal");
    try (JournalLock first = JournalLock.of(journal)) {
      try (JournalLock second = JournalLock.of(journal);
          JournalLock other = JournalLock.of(folder.resolve("other.journal"))) {
        assertThat(first.isHeld()).isTrue();
        assertThat(second.isHeld()).isFalse();
        assertThat(other.isHeld()).isTrue();
      }
    }
    try (JournalLock next = JournalLock.of(journal)) {
      assertThat(next.isHeld()).isTrue();
    }
  }

  @Test
  void aFolderThatIsNotThereIsSaid(@TempDir Path folder) {
    assertThatThrownBy(() -> JournalLock.of(folder.resolve("none").resolve("lane.journal")))
        .isInstanceOf(IOException.class);
  }
}
