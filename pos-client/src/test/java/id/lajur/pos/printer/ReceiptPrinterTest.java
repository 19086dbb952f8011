package id.lajur.pos.printer;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PaperKind;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.ReceiptLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What did not come out is kept, and no sale has two originals. */
@Timeout(30)
class ReceiptPrinterTest {
  private static final String KICK = "\u001bp\0\u0019\u00fa";
  private static final String COPY = "SALINAN";

  private final List<PrinterState> told = new CopyOnWriteArrayList<>();
  private final List<Integer> kept = new CopyOnWriteArrayList<>();
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
    AtomicBoolean broken = new AtomicBoolean(true);
    List<byte[]> sent = new CopyOnWriteArrayList<>();
    try (var printer =
        printer(
            new PrinterPort() {
              @Override
              public void send(byte[] bytes) {
                if (broken.get()) {
                  throw new IllegalStateException("a fault");
                }
                sent.add(bytes);
              }

              @Override
              public String name() {
                return "broken";
              }
            })) {
      assertThat(printer.print(receipt(1), false).join()).isFalse();
      assertThat(told).containsExactly(PrinterState.OUT_OF_ORDER);

      broken.set(false);
      assertThat(printer.printKept().join()).isEqualTo(new ReceiptPrinter.Again(1, true));
      assertThat(sent).hasSize(1);
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
      assertThat(first.left()).containsExactly("L03-S000001", "L03-S000002");
      assertThat(first.print(receipt(3), true).join()).isFalse();

      socket.mood = FakePrinter.Mood.WELL;
      try (var next = printer(new NetworkPort(socket.host(), socket.port()))) {
        assertThat(next.kept()).isEqualTo(2);
        assertThat(next.printKept().join()).isEqualTo(new ReceiptPrinter.Again(2, true));
      }

      assertThat(socket.nextPaper()).contains("L03-S000001").doesNotContain(KICK, COPY);
      assertThat(socket.nextPaper()).contains("L03-S000002").doesNotContain(KICK, COPY);
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

    try (var printer = printer(PrinterPort.of("file:" + left.resolve("out.bin")))) {
      assertThat(printer.kept()).isZero();
      assertThat(printer.print(receipt(1), false).join()).isTrue();
    }
    assertThat(left.resolve("papers.unreadable")).hasContent("paper\tNONE\tL03");
  }

  private ReceiptPrinter printer(PrinterPort port) {
    return new ReceiptPrinter(
        port,
        Paper.MM58,
        Language.INDONESIAN,
        left.resolve("papers"),
        news -> {
          told.add(news.state());
          kept.add(news.kept());
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
