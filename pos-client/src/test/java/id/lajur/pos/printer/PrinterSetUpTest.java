package id.lajur.pos.printer;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.people.v1.Store;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PaperRow;
import id.lajur.pos.receipt.TestPaper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A printer is tried before it is the lane's, and takes over what is kept. */
@Timeout(30)
class PrinterSetUpTest {
  private static final String KICK = "\u001bp\0\u0019\u00fa";

  private final Path folder;

  PrinterSetUpTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aTryPrintsOnThatPrinterAndIsKeptNowhere() throws Exception {
    Path own = folder.resolve("own");
    Path other = folder.resolve("other");
    try (var printer = printer(PrinterPort.of("file:" + own))) {
      Optional<NotPrinted.Cause> wrong =
          printer
              .attempt(PrinterPort.of("file:" + other), Optional.of(sample()), Paper.MM58)
              .join();

      assertThat(wrong).isEmpty();
      assertThat(text(other)).contains("12345678901234567890123456789012\n").doesNotContain(KICK);
      assertThat(own).doesNotExist();
      assertThat(printer.kept()).isZero();
    }
  }

  @Test
  void theDrawerAloneIsOpenedWithoutAPaper() throws Exception {
    Path other = folder.resolve("other");
    try (var printer = printer(PrinterPort.none())) {
      assertThat(
              printer.attempt(PrinterPort.of("file:" + other), Optional.empty(), Paper.MM80).join())
          .isEmpty();

      assertThat(text(other)).isEqualTo(KICK);
    }
  }

  @Test
  void aPrinterWithoutPaperIsSaid() throws Exception {
    try (var socket = new FakePrinter();
        var printer = printer(PrinterPort.none())) {
      socket.mood = FakePrinter.Mood.NO_PAPER;

      assertThat(
              printer
                  .attempt(
                      new NetworkPort(socket.host(), socket.port()),
                      Optional.of(sample()),
                      Paper.MM80)
                  .join())
          .contains(NotPrinted.Cause.NO_PAPER);
      assertThat(printer.kept()).isZero();
    }
  }

  @Test
  void whatWasKeptWithoutAPrinterComesOutOfTheOneThatIsSetUp() throws Exception {
    Path own = folder.resolve("own");
    try (var printer = printer(PrinterPort.none())) {
      assertThat(printer.print(sample(), true).join()).isFalse();
      assertThat(printer.kept()).isEqualTo(1);

      assertThat(printer.use(PrinterPort.of("file:" + own), Paper.MM58).join()).isTrue();
      assertThat(printer.own()).isEqualTo("file:" + own);
      assertThat(printer.paper()).isEqualTo(Paper.MM58);
      assertThat(printer.printKept().join().allOut()).isTrue();

      assertThat(text(own)).contains("12345678901234567890123456789012\n").doesNotContain(KICK);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theSampleFitsItsPaper(Language language) {
    for (Paper paper : List.of(Paper.MM58, Paper.MM80)) {
      List<PaperRow> rows = sample().rows(paper, language);

      assertThat(rows).allMatch(row -> row.text().length() <= paper.columns());
      assertThat(rows).anyMatch(row -> row.text().length() == paper.columns());
      assertThat(rows)
          .extracting(PaperRow::kind)
          .contains(PaperRow.Kind.TALL, PaperRow.Kind.BOLD, PaperRow.Kind.BARCODE);
    }
  }

  private static TestPaper sample() {
    Store store =
        Store.newBuilder()
            .setName("Swalayan Melati")
            .setAddress("Jl. Kenanga Raya 18, Depok")
            .setCurrency("IDR")
            .setAmountUnitMinor(100)
            .setTimeZone("Asia/Jakarta")
            .build();
    return new TestPaper(
        store, "L03", "192.168.1.53:9100", Instant.parse("2026-11-23T07:32:00Z"), false);
  }

  private ReceiptPrinter printer(PrinterPort port) {
    return new ReceiptPrinter(
        port, Paper.MM80, Language.INDONESIAN, folder.resolve("left"), news -> {});
  }

  private static String text(Path file) throws Exception {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
