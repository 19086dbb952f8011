package id.lajur.pos.printer;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.pos.receipt.Paper;
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
              PrinterState.NO_PAPER, // the third came out, two are still kept
              PrinterState.READY);
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

  private ReceiptPrinter printer(PrinterPort port) {
    return new ReceiptPrinter(port, Paper.MM58, Language.INDONESIAN, told::add);
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
