package id.lajur.pos.lane;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneJournalTest {
  private static Consumer<LaneJournal.Proof> sums(long sales, long totalMinor) {
    return proof -> {
      assertThat(proof.sales()).isEqualTo(sales);
      assertThat(proof.totalMinor()).isEqualTo(totalMinor);
    };
  }

  @Test
  void theProofGoesOverEachReceiptInWhateverOrderItWasNoted(@TempDir Path folder)
      throws IOException {
    var journal = new LaneJournal(folder.resolve("L1.journal"));
    journal.note("shift-1", "L1-S000002", 2_00, "BBBBBBBB");
    journal.note("shift-1", "L1-S000001", 1_00, "AAAAAAAA");
    journal.note("shift-2", "L1-S000001", 1_00, "AAAAAAAA");
    journal.note("shift-2", "L1-S000002", 2_00, "CCCCCCCC");

    assertThat(journal.of("shift-1").receiptsHash())
        .as("printf 'L1-S000001\\t100\\tAAAAAAAA\\nL1-S000002\\t200\\tBBBBBBBB\\n' | sha256sum")
        .isEqualTo("ec83ff6f3f333de008c906230d84f5b7654ced62bf4cbc5dc5270d6b4cd44336");
    assertThat(journal.of("shift-2").receiptsHash())
        .isNotEqualTo(journal.of("shift-1").receiptsHash());
    assertThat(journal.of("none").receiptsHash())
        .as("of nothing")
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void aShiftIsSummedFromTheDiskByANewProgramToo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("L1.journal");
    new LaneJournal(file).note("shift-1", "L1-S000001", 12_500_00, "AAAA-BB");
    new LaneJournal(file).note("shift-2", "L1-S000002", 3_100_00, "AAAA-CC");
    new LaneJournal(file).note("shift-2", "L1-S000003", -900_00, "AAAA-DD");

    assertThat(new LaneJournal(file).of("shift-2")).satisfies(sums(2, 2_200_00));
    assertThat(new LaneJournal(file).of("shift-9")).satisfies(sums(0, 0));
  }

  @Test
  void aReceiptNotedTwiceCountsOnce(@TempDir Path folder) throws IOException {
    var journal = new LaneJournal(folder.resolve("L1.journal"));
    journal.note("shift-1", "L1-S000001", 12_500_00, "AAAA-BB");
    journal.note("shift-1", "L1-S000001", 12_500_00, "AAAA-BB");

    assertThat(journal.of("shift-1")).satisfies(sums(1, 12_500_00));
  }

  @Test
  void aNumberThatARestoredServerGivesAgainIsAnotherReceipt(@TempDir Path folder)
      throws IOException {
    var journal = new LaneJournal(folder.resolve("L1.journal"));
    journal.note("shift-1", "L1-S000001", 12_500_00, "AAAA-BB");
    journal.note("shift-2", "L1-S000001", 3_000_00, "CCCC-DD");

    assertThat(journal.of("shift-1")).satisfies(sums(1, 12_500_00));
    assertThat(journal.of("shift-2")).satisfies(sums(1, 3_000_00));
  }

  @Test
  void aRowCutOffByALossOfPowerSwallowsNoOther(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("L1.journal");
    var journal = new LaneJournal(file);
    journal.note("shift-1", "L1-S000001", 12_500_00, "AAAA-BB");
    Files.writeString(file, "shift-1\tL1-S0000", UTF_8, StandardOpenOption.APPEND);
    journal.note("shift-1", "L1-S000003", 1_000_00, "AAAA-DD");

    assertThat(journal.of("shift-1")).satisfies(sums(2, 13_500_00));
  }

  @Test
  void aJournalThatCannotBeWrittenIsSaid(@TempDir Path folder) {
    var journal = new LaneJournal(folder.resolve("missing").resolve("L1.journal"));

    assertThatThrownBy(() -> journal.note("s", "L1-S000001", 1, "x"))
        .isInstanceOf(IOException.class);
  }
}
