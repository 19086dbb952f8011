package id.lajur.pos.printer;

import id.lajur.kit.platform.Platform;
import id.lajur.pos.receipt.Paper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The printer that was set up on the lane's screen, so that the next start needs no options. */
public final class PrinterFile {
  private static final String PRINTER = "printer";
  private static final String PAPER = "paper-mm";

  private final Path file;

  public PrinterFile(Path file) {
    this.file = file;
  }

  /**
   * What was chosen.
   *
   * @param address as {@link PrinterPort#of} takes it
   */
  public record Choice(String address, Paper paper) {}

  /**
   * Empty when nothing was set up.
   *
   * @throws IOException the file cannot be read, or does not say a printer and its paper
   */
  public Optional<Choice> read() throws IOException {
    var kept = new Properties();
    try {
      byte[] bytes = Files.readAllBytes(file);
      kept.load(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
      String address = kept.getProperty(PRINTER, "");
      var unused = PrinterPort.of(address);
      int mm = Integer.parseInt(kept.getProperty(PAPER, "80"));
      return Optional.of(new Choice(address, Paper.ofMm(mm)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Keeps a choice in place of the one before.
   *
   * @throws IOException it is not kept
   */
  public void write(Choice choice) throws IOException {
    String text =
        PRINTER
            + " = "
            + choice.address().replace("\\", "\\\\")
            + "\n"
            + PAPER
            + " = "
            + choice.paper().mm()
            + "\n";
    Platform.here().writePrivate(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
