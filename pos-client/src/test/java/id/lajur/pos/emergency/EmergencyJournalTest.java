package id.lajur.pos.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import id.lajur.sale.v1.EmergencyReceipt;
import id.lajur.sale.v1.PostEmergencySaleRequest;
import id.lajur.sale.v1.Receipt;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
      Files.write(file, Arrays.copyOf(both, (int) cut));
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
  void aFileThatGrewBeforeItsBytesWereOnTheDiskIsCutOffWhereItsZerosBegin() throws IOException {
    note(1);
    Path file = folder.resolve("emergency.journal");
    int one = (int) Files.size(file);
    try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
      String longPaper = "paper ".repeat(100); // more than one byte of its length is not zero
      journal.note(
          new EmergencySale(receipt(2), Receipt.newBuilder().setFooter(longPaper).build()));
    }
    byte[] both = Files.readAllBytes(file);
    for (int cut = one; cut < both.length - Integer.BYTES; cut += cut < one + 8 ? 1 : 41) {
      byte[] grown = Arrays.copyOf(Arrays.copyOf(both, cut), both.length);
      Files.write(file, grown);
      Path aside = folder.resolve("emergency.torn-1");
      Files.deleteIfExists(aside);
      try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
        assertThat(journal.last().number()).as("zeros from %d", cut).isEqualTo(1);
        assertThat(aside).hasBinaryContent(Arrays.copyOfRange(grown, one, grown.length));
        journal.note(sale(5));
      }
      try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
        assertThat(waiting(journal)).as("zeros from %d", cut).containsExactly(1L, 5L);
      }
    }
  }

  @Test
  void zerosOfMoreThanOnePageAreCutOffToo() throws IOException {
    note(1);
    Path file = folder.resolve("emergency.journal");
    byte[] one = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(one, one.length + 20_000));
    try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
      assertThat(journal.last().number()).isEqualTo(1);
    }
    assertThat(file).hasBinaryContent(one);
  }

  @Test
  void zerosWithAnythingBehindThemAreDamageAndLeftAsTheyAre() throws IOException {
    note(1);
    Path file = folder.resolve("emergency.journal");
    byte[] one = Files.readAllBytes(file);
    for (int zeros : new int[] {4, 5, 300, 20_000}) {
      byte[] damaged = Arrays.copyOf(one, one.length + zeros + 1);
      damaged[damaged.length - 1] = 1;
      Files.write(file, damaged);
      assertThatThrownBy(() -> EmergencyJournal.open(folder))
          .as("%d zeros", zeros)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("damaged");
      assertThat(file).hasBinaryContent(damaged);
    }
  }

  @Test
  void aFileOfNothingButZerosIsANewJournal() throws IOException {
    Path file = folder.resolve("emergency.journal");
    for (int zeros : new int[] {7, 8, 9, 20_000}) {
      Files.write(file, new byte[zeros]);
      note(1);
      try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
        assertThat(waiting(journal)).as("%d zeros", zeros).containsExactly(1L);
      }
    }
    byte[] headless = Files.readAllBytes(file);
    Arrays.fill(headless, 0, 8, (byte) 0);
    Files.write(file, headless);
    assertThatThrownBy(() -> EmergencyJournal.open(folder))
        .as("its receipts are still there")
        .isInstanceOf(IOException.class);
    assertThat(file).hasBinaryContent(headless);
  }

  @Test
  void whatAFailedRecordLeftBehindDoesNotStandBehindTheNext() throws IOException {
    Path file = folder.resolve("emergency.journal");
    try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
      journal.note(sale(1));
      byte[] left = new byte[300];
      Arrays.fill(left, (byte) 1);
      Files.write(file, left, StandardOpenOption.APPEND);
      journal.posted(1);
    }
    try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
      assertThat(journal.isEmpty()).isTrue();
      assertThat(journal.last().number()).isEqualTo(1);
    }
  }

  @Test
  void aLaneWhoseDiskTakesNoCopyOfTheCutOffOpensAllTheSame() throws IOException {
    note(1);
    Path file = folder.resolve("emergency.journal");
    int one = (int) Files.size(file);
    note(2);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 1));
    byte[] torn = Files.readAllBytes(file);
    Path inTheWay = Files.createDirectory(folder.resolve("emergency.torn-1"));
    try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
      assertThat(journal.last().number()).isEqualTo(1);
    }
    assertThat(file).as("kept until there is room").hasBinaryContent(torn);

    try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
      journal.posted(1);
    }
    assertThat(Files.size(file)).isLessThan(torn.length).isGreaterThan(one);
    Files.delete(inTheWay);
    try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
      assertThat(journal.isEmpty()).isTrue();
    }
    assertThat(inTheWay).doesNotExist();
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
      journal.mustTakeMore();
      assertThat(Files.size(folder.resolve("emergency.reserve"))).isEqualTo(1 << 20);
      journal.mustTakeMore();
      try (FileChannel other =
          FileChannel.open(folder.resolve("emergency.reserve"), StandardOpenOption.WRITE)) {
        other.truncate(5);
      }
      journal.mustTakeMore();
      assertThat(Files.size(folder.resolve("emergency.reserve"))).isEqualTo(1 << 20);
    }
  }

  /**
   * A disk that takes nothing any more, though the room for the next receipt is there from before.
   * What root may write in spite of its mode lies on a file system that is only read.
   */
  @Test
  void aDeadDiskIsSaidBeforeMoneyIsTakenThoughThereIsRoom(@TempDir Path disk) throws Exception {
    Path room = folder.resolve("emergency.reserve");
    try (EmergencyJournal journal = EmergencyJournal.open(folder)) {
      journal.mustTakeMore();
      journal.mustTakeMore();
      assertThat(Files.size(room)).isEqualTo(1 << 20);
      boolean isMounted = succeeds("mount", "-t", "tmpfs", "-o", "size=4M", "tmpfs", disk);
      try {
        Path there = Files.move(room, disk.resolve("reserve"));
        Files.createSymbolicLink(room, there);
        journal.mustTakeMore();
        if (isMounted) {
          assertThat(succeeds("mount", "-o", "remount,ro", disk)).isTrue();
        } else {
          Files.setPosixFilePermissions(there, Set.of(PosixFilePermission.OWNER_READ));
          assumeFalse(
              Files.isWritable(there), "root writes it all the same, and cannot mount here");
        }

        assertThatThrownBy(journal::mustTakeMore).isInstanceOf(IOException.class);
      } finally {
        if (isMounted) {
          assertThat(succeeds("umount", disk)).isTrue();
        }
      }
    }
  }

  private static boolean succeeds(Object... command) throws InterruptedException {
    List<String> words = Arrays.stream(command).map(Object::toString).toList();
    try {
      return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }
}
