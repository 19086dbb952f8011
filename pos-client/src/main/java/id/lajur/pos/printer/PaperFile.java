package id.lajur.pos.printer;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lajur.kit.platform.Platform;
import id.lajur.pos.receipt.PaperKind;
import id.lajur.pos.receipt.PaperRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Papers on the lane's own disk, oldest first. A paper is a line with its kind and name, then its
 * rows, then its rows as a copy; fields are parted by tabs, which no paper has.
 */
final class PaperFile {
  private static final Logger log = LoggerFactory.getLogger(PaperFile.class);
  private static final String PAPER = "paper";
  private static final String ROW = "row";
  private static final String COPY = "copy";
  private static final int FIELDS = 4;

  private final Path file;

  PaperFile(Path file) {
    this.file = file;
  }

  /**
   * @return none where there is no file
   * @throws IOException it cannot be read, or is not such a file
   */
  List<StoredPaper> read() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    var papers = new ArrayList<StoredPaper>();
    var rows = new ArrayList<PaperRow>();
    var copyRows = new ArrayList<PaperRow>();
    List<String> lines = Files.readAllLines(file, UTF_8);
    for (int i = lines.size() - 1; i >= 0; i--) { // a paper's head is above its rows
      String[] fields = lines.get(i).split("\t", FIELDS);
      try {
        switch (fields[0]) {
          case PAPER -> {
            papers.add(0, new StoredPaper(PaperKind.valueOf(fields[1]), fields[2], rows, copyRows));
            rows.clear();
            copyRows.clear();
          }
          case ROW -> rows.add(0, row(fields));
          case COPY -> copyRows.add(0, row(fields));
          default -> throw new IllegalArgumentException(fields[0]);
        }
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new IOException("line " + (i + 1) + " of " + file + " is no row of a paper", e);
      }
    }
    return papers;
  }

  private static PaperRow row(String[] fields) {
    return new PaperRow(
        PaperRow.Kind.valueOf(fields[1]), Boolean.parseBoolean(fields[2]), fields[3]);
  }

  /** Leaves it to a person, under another name, so that it is not written over. */
  void putAside() {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".unreadable"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.error("{} cannot be put aside", file, e);
    }
  }

  /**
   * Writes them in place of those before; none leave no file.
   *
   * @throws IOException the old stay
   */
  void write(List<StoredPaper> papers) throws IOException {
    if (papers.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    var text = new StringBuilder();
    for (StoredPaper paper : papers) {
      line(text, PAPER, paper.kind().name(), paper.name());
      paper.rows().forEach(row -> row(text, ROW, row));
      paper.copyRows().forEach(row -> row(text, COPY, row));
    }
    Platform.here().writePrivate(file, text.toString().getBytes(UTF_8));
  }

  private static void row(StringBuilder text, String what, PaperRow row) {
    line(text, what, row.kind().name(), Boolean.toString(row.centred()), row.text());
  }

  private static void line(StringBuilder text, String... fields) {
    text.append(String.join("\t", fields)).append('\n');
  }
}
