package id.lajur.pos.printer;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.pos.printer.QueuedPaper.Stage;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PaperKind;
import id.lajur.pos.receipt.PaperRow;
import id.lajur.pos.receipt.Printout;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.ReceiptLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What did not come out is kept, and no sale has two originals. */
@Timeout(30)
class ReceiptPrinterTest {
  private static final String KICK = "\u001bp\0\u0019\u00fa";
  private static final String COPY = "SALINAN";

  private final List<PrinterState> told = new CopyOnWriteArrayList<>();
  private final List<Integer> kept = new CopyOnWriteArrayList<>();
  private final List<Optional<String>> elsewhere = new CopyOnWriteArrayList<>();
  private final List<PaperKind> failed = new CopyOnWriteArrayList<>();

  private final Path left;

  ReceiptPrinterTest(@TempDir Path left) {
    this.left = left;
  }

  @Test
  void aFileGathersThePapers(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("papers.bin");
    try (var printer = printer(PrinterPort.of("file:" + file))) {
      assertThat(printer.print(receipt(1), true).join()).isTrue();
      assertThat(printer.print(receipt(2), false).join()).isTrue();
    }

    String papers = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(papers).contains("L03-S000001", "L03-S000002").containsOnlyOnce(KICK);
    assertThat(told).containsExactly(PrinterState.READY, PrinterState.READY);
  }

  @Test
  void aPrinterThatRefusesHoldsNoSaleAndPrintsLaterAsIfNothingHadBeen() throws Exception {
    int port;
    try (var gone = new FakePrinter()) {
      port = gone.port();
    }
    try (var printer = printer(new NetworkPort("127.0.0.1", port))) {
      assertThat(printer.print(receipt(1), true).join()).isFalse();
      assertThat(printer.print(receipt(2), true).join()).isFalse();

      assertThat(told).containsExactly(PrinterState.OUT_OF_ORDER, PrinterState.OUT_OF_ORDER);
      assertThat(printer.printKept().join()).isEqualTo(new ReceiptPrinter.Again(0, false));
    }
  }

  @Test
  void aFaultOfTheProgramKeepsThePaperAndIsTold() throws Exception {
    var port = new Port();
    port.before =
        () -> {
          throw new IllegalStateException("a fault");
        };
    try (var printer = printer(port)) {
      assertThat(printer.print(receipt(1), false).join()).isFalse();
      assertThat(told).containsExactly(PrinterState.OUT_OF_ORDER);

      port.before = () -> {};
      assertThat(printer.printKept().join()).isEqualTo(new ReceiptPrinter.Again(1, true));
      assertThat(port.sent).hasSize(1);
    }
  }

  @Test
  void whatIsKeptComesOutInOrderAndKicksNoDrawer() throws Exception {
    try (var socket = new FakePrinter();
        var printer = printer(new NetworkPort(socket.host(), socket.port()))) {
      socket.mood = FakePrinter.Mood.NO_PAPER;
      printer.print(receipt(1), true).join();
      printer.print(receipt(2), true).join();
      socket.mood = FakePrinter.Mood.WELL;
      assertThat(printer.print(receipt(3), true).join()).isTrue();
      assertThat(socket.nextPaper()).contains("L03-S000003", KICK);

      assertThat(printer.printKept().join()).isEqualTo(new ReceiptPrinter.Again(2, true));

      assertThat(socket.nextPaper()).contains("L03-S000001").doesNotContain(KICK, COPY);
      assertThat(socket.nextPaper()).contains("L03-S000002").doesNotContain(KICK, COPY);
      assertThat(told)
          .containsExactly(
              PrinterState.NO_PAPER,
              PrinterState.NO_PAPER,
              PrinterState.READY,
              PrinterState.READY,
              PrinterState.READY);
      assertThat(kept).containsExactly(1, 2, 2, 1, 0);
      assertThat(failed).containsExactly(PaperKind.SALE, PaperKind.SALE);
    }
  }

  @Test
  void whatMayHaveComeOutComesAgainAsACopy() throws Exception {
    try (var socket = new FakePrinter();
        var printer = printer(new NetworkPort(socket.host(), socket.port()))) {
      socket.mood = FakePrinter.Mood.PAPER_ENDS;
      assertThat(printer.print(receipt(1), true).join()).isFalse();
      assertThat(socket.nextPaper()).doesNotContain(COPY);
      socket.mood = FakePrinter.Mood.WELL;

      printer.printKept().join();

      assertThat(socket.nextPaper()).contains("L03-S000001", COPY);
    }
  }

  @Test
  void whoeverSellsDoesNotWaitForAPrinterThatHangs() throws Exception {
    try (var socket = new FakePrinter();
        var printer = printer(new NetworkPort(socket.host(), socket.port(), 600))) {
      socket.mood = FakePrinter.Mood.HANGS;
      ReceiptLine line = ReceiptLine.newBuilder().setName("Teh Celup Melati").build();
      Receipt endless = receipt(1).toBuilder().addAllLines(nCopies(150_000, line)).build();

      CompletableFuture<Boolean> paper = printer.print(endless, false);

      assertThat(paper.isDone()).isFalse();
      assertThat(paper.join()).isFalse();
      assertThat(told).containsExactly(PrinterState.OUT_OF_ORDER);
    }
  }

  @Test
  void whatIsHandedOverBeforeTheEndIsPrinted() throws Exception {
    try (var socket = new FakePrinter()) {
      try (var printer = printer(new NetworkPort(socket.host(), socket.port()))) {
        for (int number = 1; number <= 3; number++) {
          var unused = printer.print(receipt(number), false);
        }
      }

      for (int number = 1; number <= 3; number++) {
        assertThat(socket.nextPaper()).contains("L03-S00000" + number);
      }
      assertThat(left).isEmptyDirectory();
    }
  }

  @Test
  void whatIsNotPrintedAtTheEndIsNamedAndComesOutInTheNextRun() throws Exception {
    try (var socket = new FakePrinter()) {
      socket.mood = FakePrinter.Mood.NO_PAPER;
      ReceiptPrinter first = printer(new NetworkPort(socket.host(), socket.port()));
      first.print(receipt(1), true).join();
      var unused = first.print(receipt(2), true);
      first.close();
      assertThat(first.left().kept()).containsExactly("L03-S000001", "L03-S000002");
      assertThat(first.print(receipt(3), true).join()).isFalse(); // after the close
      assertThat(first.left().kept()).endsWith("L03-S000002", "L03-S000003");
      assertThat(first.left().lost()).isEmpty();

      socket.mood = FakePrinter.Mood.WELL;
      try (var next = printer(new NetworkPort(socket.host(), socket.port()))) {
        assertThat(next.kept()).isEqualTo(3);
        assertThat(next.printKept().join()).isEqualTo(new ReceiptPrinter.Again(3, true));
      }

      for (int number = 1; number <= 3; number++) {
        assertThat(socket.nextPaper()).contains("L03-S00000" + number).doesNotContain(KICK, COPY);
      }
      assertThat(left).isEmptyDirectory();
    }
  }

  @Test
  void whatMayHaveComeOutBeforeTheEndIsACopyInTheNextRun() throws Exception {
    try (var socket = new FakePrinter()) {
      socket.mood = FakePrinter.Mood.PAPER_ENDS;
      try (var first = printer(new NetworkPort(socket.host(), socket.port()))) {
        first.print(receipt(1), true).join();
        socket.nextPaper();
      }

      socket.mood = FakePrinter.Mood.WELL;
      try (var next = printer(new NetworkPort(socket.host(), socket.port()))) {
        next.printKept().join();
      }

      assertThat(socket.nextPaper()).contains("L03-S000001", COPY);
    }
  }

  @Test
  void papersThatCannotBeReadStopNothingAndArePutAside() throws Exception {
    Files.writeString(left.resolve("papers"), "paper\tNONE\tL03");

    Files.writeString(left.resolve("papers.unreadable"), "of an earlier run");

    try (var printer = printer(PrinterPort.of("file:" + left.resolve("out.bin")))) {
      assertThat(printer.unreadable()).contains(left.resolve("papers.unreadable-2"));
      assertThat(printer.kept()).isZero();
      assertThat(printer.print(receipt(1), false).join()).isTrue();
    }
    assertThat(left.resolve("papers.unreadable")).hasContent("of an earlier run");
    assertThat(left.resolve("papers.unreadable-2")).hasContent("paper\tNONE\tL03");
  }

  @Test
  void aLossOfPowerLosesNoPaperAndMakesNoSecondOriginal(@TempDir Path after) throws Exception {
    var sending = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var port = new Port();
    port.before =
        () -> {
          sending.countDown();
          goOn.await();
        };
    try (var printer = printer(port)) {
      var unused = printer.print(receipt(1), false);
      sending.await();
      var unusedToo = printer.print(receipt(2), false);
      Files.copy(left.resolve("papers"), after.resolve("papers"));
      goOn.countDown();
    }

    var next = new Port();
    try (var printer = printer(next, after)) {
      assertThat(printer.printKept().join()).isEqualTo(new ReceiptPrinter.Again(2, true));
    }
    assertThat(next.sent.get(0)).contains("L03-S000001", COPY);
    assertThat(next.sent.get(1)).contains("L03-S000002").doesNotContain(COPY);
    assertThat(after).isEmptyDirectory();
  }

  @Test
  void whatTheDiskStillHasAsAnOriginalComesOutAsACopy() throws Exception {
    Path folder = Files.createDirectory(left.resolve("disk"));
    Path gone = left.resolve("gone");
    var port = new Port();
    port.before = Port.NO_PAPER;
    try (var printer = printer(port, folder)) {
      printer.print(receipt(1), false).join();
      port.before = () -> {};
      Files.move(folder, gone); // nothing can be written from now on

      assertThat(printer.printKept().join()).isEqualTo(new ReceiptPrinter.Again(1, true));
      assertThat(printer.print(receipt(2), false).join()).isTrue();
    }
    assertThat(port.sent.get(0)).contains("L03-S000001", COPY);
    assertThat(port.sent.get(1)).contains("L03-S000002").doesNotContain(COPY);

    try (var next = printer(port, gone)) {
      next.printKept().join();
    }
    assertThat(port.sent.get(2)).contains("L03-S000001").doesNotContain(COPY);
  }

  @Test
  void whatCouldNotBeWrittenIsSaidToBeLost() throws Exception {
    Path folder = Files.createDirectory(left.resolve("disk"));
    var port = new Port();
    port.before = Port.NO_PAPER;
    ReceiptPrinter printer = printer(port, folder);
    printer.print(receipt(1), false).join();
    Files.move(folder, left.resolve("gone"));
    printer.print(receipt(2), false).join();
    printer.close();

    assertThat(printer.left().kept()).containsExactly("L03-S000001");
    assertThat(printer.left().lost()).containsExactly("L03-S000002");
  }

  @Test
  void aPaperThatEndsAfterTheCloseIsThereOnceAndInItsPlace() throws Exception {
    var port = new Port();
    port.before = Port.NO_PAPER;
    ReceiptPrinter first = printer(port);
    first.print(receipt(1), false).join();
    first.print(receipt(2), false).join();
    var goOn = new CountDownLatch(1);
    port.before =
        () -> {
          awaitDeaf(goOn);
          Port.NO_PAPER.happens();
        };
    CompletableFuture<ReceiptPrinter.Again> late = first.printKept();
    first.close();
    assertThat(first.left().kept()).containsExactly("L03-S000001", "L03-S000002");
    goOn.countDown();
    late.join();

    port.before = () -> {};
    try (var next = printer(port)) {
      assertThat(next.printKept().join()).isEqualTo(new ReceiptPrinter.Again(2, true));
    }
    assertThat(port.sent.get(0)).contains("L03-S000001", COPY);
    assertThat(port.sent.get(1)).contains("L03-S000002").doesNotContain(COPY);
  }

  /** As a socket's write is: an interrupt does not end it. */
  private static void awaitDeaf(CountDownLatch latch) {
    boolean over = false;
    while (!over) {
      try {
        latch.await();
        over = true;
      } catch (InterruptedException e) {
        over = false;
      }
    }
  }

  @Test
  void aPaperThatCannotBeLaidOutHoldsNoOther() throws Exception {
    var port = new Port();
    Printout faulty = new Faulty();
    try (var printer = printer(port)) {
      assertThat(printer.print(faulty, false).join()).isFalse();
      port.before = Port.NO_PAPER;
      printer.print(receipt(2), false).join();
      port.before = () -> {};

      assertThat(printer.printKept().join()).isEqualTo(new ReceiptPrinter.Again(1, false));
      assertThat(printer.kept()).isEqualTo(1);
    }
    assertThat(port.sent).hasSize(1);
  }

  @Test
  void aReceiptThatIsToBeReadIsCountedAndKnownInTheNextRun() throws Exception {
    var receipt = new UnreadReceipt("a-sale", "L03-S000001");
    ReceiptPrinter first = printer(new Port());
    first.toBeRead(receipt);
    assertThat(first.kept()).isEqualTo(1);
    assertThat(first.printKept().join()).isEqualTo(new ReceiptPrinter.Again(0, false));
    first.close();
    assertThat(kept).containsExactly(1);
    assertThat(first.left().kept()).containsExactly("L03-S000001");

    var port = new Port();
    try (var next = printer(port)) {
      assertThat(next.kept()).isEqualTo(1);
      assertThat(next.unread()).containsExactly(receipt);
      assertThat(next.print(receipt, receipt(1)).join()).isTrue();
      assertThat(next.kept()).isZero();
    }
    assertThat(port.sent).singleElement().asString().contains("L03-S000001");
    assertThat(port.sent.get(0)).doesNotContain(KICK, COPY);
    assertThat(left).isEmptyDirectory();
  }

  @Test
  void whatThePrinterRefusedComesOutAtTheOtherAndSoDoesWhatFollows() throws Exception {
    try (var other = new FakePrinter();
        var printer = printer(new NetworkPort("127.0.0.1", NetworkPortTest.closedPort()), other)) {
      assertThat(printer.print(receipt(1), true).join()).isFalse();
      assertThat(printer.queue())
          .containsExactly(new QueuedPaper("L03-S000001", Stage.FAILED, false));

      assertThat(printer.printElsewhere().join()).isEqualTo(new ReceiptPrinter.Again(1, true));
      assertThat(printer.print(receipt(2), true).join()).isTrue();

      assertThat(other.nextPaper()).contains("L03-S000001").doesNotContain(KICK, COPY);
      assertThat(other.nextPaper())
          .as("the drawer of the next lane stays shut")
          .contains("L03-S000002")
          .doesNotContain(KICK, COPY);
      assertThat(other.kicks()).isZero();
      assertThat(printer.queue()).isEmpty();
      assertThat(elsewhere).endsWith(Optional.of(other.host() + ":" + other.port()));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FakePrinter.Mood.class,
      names = {"PAPER_ENDS", "HANGS_UP", "HANGS"})
  void whatTheFirstMayHavePrintedIsACopyAtTheOther(FakePrinter.Mood mood) throws Exception {
    try (var own = new FakePrinter();
        var other = new FakePrinter();
        var printer = printer(new NetworkPort(own.host(), own.port(), 600), other)) {
      own.mood = mood;
      ReceiptLine line = ReceiptLine.newBuilder().setName("Teh Celup Melati").build();
      int lines = mood == FakePrinter.Mood.HANGS ? 150_000 : 1;
      assertThat(
              printer
                  .print(receipt(1).toBuilder().addAllLines(nCopies(lines, line)).build(), false)
                  .join())
          .isFalse();
      assertThat(printer.queue())
          .containsExactly(new QueuedPaper("L03-S000001", Stage.FAILED, true));

      assertThat(printer.printElsewhere().join()).isEqualTo(new ReceiptPrinter.Again(1, true));

      assertThat(other.nextPaper()).contains("L03-S000001", COPY);
    }
  }

  @Test
  void whereNeitherPrintsNothingIsLostAndTheFirstPrintsInOrderAgain() throws Exception {
    try (var own = new FakePrinter();
        var other = new FakePrinter();
        var printer = printer(new NetworkPort(own.host(), own.port()), other)) {
      own.mood = FakePrinter.Mood.NO_PAPER;
      other.mood = FakePrinter.Mood.PAPER_ENDS;
      printer.print(receipt(1), false).join();
      printer.print(receipt(2), false).join();

      assertThat(printer.printElsewhere().join()).isEqualTo(new ReceiptPrinter.Again(0, false));
      other.nextPaper();
      assertThat(printer.queue())
          .containsExactly(
              new QueuedPaper("L03-S000001", Stage.FAILED, true),
              new QueuedPaper("L03-S000002", Stage.FAILED, false));
      own.mood = FakePrinter.Mood.WELL;
      assertThat(printer.printElsewhere().join()).isEqualTo(new ReceiptPrinter.Again(2, true));

      assertThat(own.nextPaper()).contains("L03-S000001", COPY);
      assertThat(own.nextPaper()).contains("L03-S000002").doesNotContain(COPY);
      assertThat(printer.elsewhere()).isEmpty();
      assertThat(printer.print(receipt(3), true).join()).isTrue();
      assertThat(own.nextPaper()).contains("L03-S000003", KICK);
    }
  }

  @Test
  void theDrawerOfALaneWithoutPaperOpensWhileTheOtherPrints() throws Exception {
    try (var own = new FakePrinter();
        var other = new FakePrinter();
        var printer = printer(new NetworkPort(own.host(), own.port()), other)) {
      own.mood = FakePrinter.Mood.NO_PAPER;
      printer.printElsewhere().join();

      assertThat(printer.print(receipt(1), true).join()).isTrue();

      assertThat(other.nextPaper()).contains("L03-S000001").doesNotContain(KICK);
      own.mood = FakePrinter.Mood.WELL;
      printer.printElsewhere().join();
      assertThat(printer.print(receipt(2), false).join()).isTrue();
      own.nextPaper();
      assertThat(own.kicks()).isEqualTo(1);
      assertThat(other.kicks()).isZero();
    }
  }

  @Test
  void theDrawerOpensWithoutAPaper() throws Exception {
    try (var own = new FakePrinter();
        var printer = printer(new NetworkPort(own.host(), own.port()), left)) {
      assertThat(printer.openDrawer().join()).isTrue();

      assertThat(own.kicks()).isEqualTo(1);
    }
    try (var printer = printer(PrinterPort.none(), left)) {
      assertThat(printer.openDrawer().join()).isFalse();
      assertThat(printer.kept()).isZero();
    }
  }

  @Test
  void everyPaperSaysWhereItIs() throws Exception {
    var sending = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var port = new Port();
    port.before = Port.NO_PAPER;
    try (var printer = printer(port)) {
      printer.toBeRead(new UnreadReceipt("a-sale", "L03-S000001"));
      printer.print(receipt(2), false).join();
      port.before =
          () -> {
            sending.countDown();
            goOn.await();
          };
      var unused = printer.print(receipt(3), false);
      sending.await();
      var unusedToo = printer.print(receipt(4), false);

      assertThat(printer.queue())
          .containsExactly(
              new QueuedPaper("L03-S000001", Stage.UNREAD, false),
              new QueuedPaper("L03-S000002", Stage.FAILED, false),
              new QueuedPaper("L03-S000003", Stage.PRINTING, false),
              new QueuedPaper("L03-S000004", Stage.WAITING, false));
      goOn.countDown();
    }
  }

  @Test
  void whatWasLeftAsACopyIsOneInTheNextRunToo() throws Exception {
    var port = new Port();
    port.before = Port.NO_PAPER;
    try (var first = printer(port)) {
      first.print(receipt(1), false).join();
      port.before =
          () -> {
            throw new NotPrinted(NotPrinted.Cause.OUT_OF_ORDER, true, "half", null);
          };
      first.print(receipt(2), false).join();
    }

    try (var next = printer(port)) {
      assertThat(next.queue())
          .containsExactly(
              new QueuedPaper("L03-S000001", Stage.FAILED, false),
              new QueuedPaper("L03-S000002", Stage.FAILED, true));
    }
  }

  /** Words without a layout, such as a fault of the program makes. */
  private record Faulty() implements Printout {
    @Override
    public PaperKind kind() {
      return PaperKind.SLIP;
    }

    @Override
    public List<PaperRow> rows(Paper paper, Language language) {
      throw new IllegalStateException("a fault");
    }

    @Override
    public Printout asCopy() {
      return this;
    }

    @Override
    public boolean copy() {
      return false;
    }

    @Override
    public String name() {
      return "faulty";
    }
  }

  /** A port in this program: does something, then has the paper. */
  private static final class Port implements PrinterPort {
    /** What comes before the paper is out. */
    interface Before {
      void happens() throws NotPrinted, InterruptedException;
    }

    static final Before NO_PAPER =
        () -> {
          throw new NotPrinted(NotPrinted.Cause.NO_PAPER, false, "no paper", null);
        };

    final List<String> sent = new CopyOnWriteArrayList<>();
    volatile Before before = () -> {};

    @Override
    public void send(byte[] bytes) throws NotPrinted {
      try {
        before.happens();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new NotPrinted(NotPrinted.Cause.OUT_OF_ORDER, false, "interrupted", e);
      }
      sent.add(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Override
    public String name() {
      return "port";
    }
  }

  private ReceiptPrinter printer(PrinterPort port) {
    return printer(port, left);
  }

  private ReceiptPrinter printer(PrinterPort own, FakePrinter other) {
    return printer(List.of(own, new NetworkPort(other.host(), other.port())), left);
  }

  private ReceiptPrinter printer(PrinterPort port, Path folder) {
    return printer(List.of(port), folder);
  }

  private ReceiptPrinter printer(List<PrinterPort> ports, Path folder) {
    return new ReceiptPrinter(
        ports,
        Paper.MM58,
        Language.INDONESIAN,
        folder.resolve("papers"),
        news -> {
          told.add(news.state());
          kept.add(news.kept());
          elsewhere.add(news.elsewhere());
          news.failed().ifPresent(failed::add);
        });
  }

  private static Receipt receipt(int number) {
    return Receipt.newBuilder()
        .setStoreName("Swalayan Melati")
        .setTerminal("L03")
        .setSeries("S")
        .setNumber(number)
        .setTimeZone("Asia/Jakarta")
        .setCurrency("IDR")
        .setAmountUnitMinor(100)
        .build();
  }
}
