package id.lajur.pos.lane;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneJournalTest {
  @Test
  void aShiftIsSummedFromTheDiskByANewProgramToo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("L1.journal");
    new LaneJournal(file).note("shift-1", "L1-S000001", 12_500_00, "AAAA-BB");
    new LaneJournal(file).note("shift-2", "L1-S000002", 3_100_00, "AAAA-CC");
    new LaneJournal(file).note("shift-2", "L1-S000003", -900_00, "AAAA-DD");

    assertThat(new LaneJournal(file).of("shift-2")).isEqualTo(new LaneJournal.Sum(2, 2_200_00));
    assertThat(new LaneJournal(file).of("shift-9")).isEqualTo(new LaneJournal.Sum(0, 0));
  }

  @Test
  void aReceiptNotedTwiceCountsOnce(@TempDir Path folder) throws IOException {
    var journal = new LaneJournal(folder.resolve("L1.journal"));
    journal.note("shift-1", "L1-S000001", 12_500_00, "AAAA-BB");
    journal.note("shift-1", "L1-S000001", 12_500_00, "AAAA-BB");

    assertThat(journal.of("shift-1")).isEqualTo(new LaneJournal.Sum(1, 12_500_00));
  }

  @Test
  void aNumberThatARestoredServerGivesAgainIsAnotherReceipt(@TempDir Path folder)
      throws IOException {
    var journal = new LaneJournal(folder.resolve("L1.journal"));
    journal.note("shift-1", "L1-S000001", 12_500_00, "AAAA-BB");
    journal.note("shift-2", "L1-S000001", 3_000_00, "CCCC-DD");

    assertThat(journal.of("shift-1")).isEqualTo(new LaneJournal.Sum(1, 12_500_00));
    assertThat(journal.of("shift-2")).isEqualTo(new LaneJournal.Sum(1, 3_000_00));
  }

  @Test
  void aRowCutOffByALossOfPowerSwallowsNoOther(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("L1.journal");
    var journal = new LaneJournal(file);
    journal.note("shift-1", "L1-S000001", 12_500_00, "AAAA-BB");
    Files.writeString(file, "shift-1\tL1-S0000", UTF_8, StandardOpenOption.APPEND);
    journal.note("shift-1", "L1-S000003", 1_000_00, "AAAA-DD");

    assertThat(journal.of("shift-1")).isEqualTo(new LaneJournal.Sum(2, 13_500_00));
  }

  @Test
  void aJournalThatCannotBeWrittenIsSaid(@TempDir Path folder) {
    var journal = new LaneJournal(folder.resolve("missing").resolve("L1.journal"));

    assertThatThrownBy(() -> journal.note("s", "L1-S000001", 1, "x"))
        .isInstanceOf(IOException.class);
  }
}
