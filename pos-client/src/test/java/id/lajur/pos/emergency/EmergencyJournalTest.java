package id.lajur.pos.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.sale.v1.EmergencyReceipt;
import id.lajur.sale.v1.PostEmergencySaleRequest;
import id.lajur.sale.v1.Receipt;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts on the lane's disk: in order, whole, and only for who has the key. */
class EmergencyJournalTest {
  private final Path folder;

  EmergencyJournalTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static PostEmergencySaleRequest receipt(long number) {
    return PostEmergencySaleRequest.newBuilder()
        .setRequestId("request " + number)
        .setReceipt(
            EmergencyReceipt.newBuilder()
                .setNumber(number)
                .setLink("link " + number)
                .setTotalMinor(number * 100))
        .build();
  }

  private static EmergencySale sale(long number) {
    return new EmergencySale(
        receipt(number), Receipt.newBuilder().setFooter("paper " + number).build());
  }

  private static List<Long> waiting(EmergencyJournal journal) throws IOException {
    List<Long> numbers = new ArrayList<>();
    while (journal.next().isPresent()) {
      long number = journal.next().orElseThrow().getReceipt().getNumber();
      numbers.add(number);
      journal.posted(number);
    }
    return numbers;
  }

  private void note(long... numbers) throws IOException {
    try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
      for (long number : numbers) {
        journal.note(sale(number));
      }
    }
  }

  @Test
  void whatWasNotedIsThereAfterTheProgramEndedAndWhatCameInIsKnown() throws IOException {
    note(1, 2);
    try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
      journal.posted(1);
      journal.note(sale(3));
      assertThat(journal.last()).isEqualTo(new EmergencyJournal.Last(3, "link 3"));
      assertThat(journal.waitingNow()).isEqualTo(new EmergencyJournal.Waiting(2, 500));
    }
    try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
      assertThat(waiting(journal)).containsExactly(2L, 3L);
    }
    try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
      assertThat(journal.isEmpty()).isTrue();
      assertThat(journal.last().number()).isEqualTo(3);
      assertThat(journal.lastSale()).as("with its paper").contains(sale(3));
      journal.rewind(2);
      assertThat(waiting(journal)).containsExactly(2L, 3L);
    }
  }

  @Test
  void aRecordThatWasCutOffAtAnyByteIsNoReceiptAndTheNextOneFollows() throws IOException {
    note(1);
    Path file = folder.resolve("emergency.journal");
    long one = Files.size(file);
    note(2);
    byte[] both = Files.readAllBytes(file);
    for (long cut = one; cut < both.length; cut++) {
      Files.write(file, java.util.Arrays.copyOf(both, (int) cut));
      try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
        assertThat(journal.last().number()).as("cut at %d", cut).isEqualTo(1);
        journal.note(sale(5));
      }
      try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
        assertThat(waiting(journal)).as("cut at %d", cut).containsExactly(1L, 5L);
      }
    }
  }

  @Test
  void aBentJournalIsRefusedAndLeftAsItIs() throws IOException {
    note(1, 2, 3);
    Path file = folder.resolve("emergency.journal");
    byte[] whole = Files.readAllBytes(file);
    int second = 8 + (whole.length - 8) / 3;
    for (int at = 8 + Integer.BYTES; at < second; at += 7) {
      byte[] bent = whole.clone();
      bent[at] ^= 1;
      Files.write(file, bent);
      assertThatThrownBy(() -> EmergencyJournal.open(folder))
          .as("bent at %d", at)
          .isInstanceOf(IOException.class);
      assertThat(Files.readAllBytes(file)).isEqualTo(bent);
    }
    Files.write(file, whole);
    Files.write(folder.resolve("emergency.key"), new byte[32]);
    assertThatThrownBy(() -> EmergencyJournal.open(folder)).isInstanceOf(IOException.class);
  }

  @Test
  void recordsCannotChangeTheirPlaces() throws IOException {
    note(1);
    Path file = folder.resolve("emergency.journal");
    int one = (int) Files.size(file);
    note(2);
    byte[] both = Files.readAllBytes(file);
    int two = both.length - one;
    byte[] swapped = both.clone();
    System.arraycopy(both, one, swapped, 8, two);
    System.arraycopy(both, 8, swapped, 8 + two, one - 8);
    Files.write(file, swapped);
    assertThatThrownBy(() -> EmergencyJournal.open(folder)).isInstanceOf(IOException.class);
  }

  @Test
  void roomIsKeptForTheReceiptWhoseMoneyWasTaken() throws IOException {
    try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
      journal.mustHaveRoom();
      assertThat(Files.size(folder.resolve("emergency.reserve"))).isEqualTo(1 << 20);
      journal.mustHaveRoom();
      try (FileChannel other =
          FileChannel.open(folder.resolve("emergency.reserve"), StandardOpenOption.WRITE)) {
        other.truncate(5);
      }
      journal.mustHaveRoom();
      assertThat(Files.size(folder.resolve("emergency.reserve"))).isEqualTo(1 << 20);
    }
  }
}
