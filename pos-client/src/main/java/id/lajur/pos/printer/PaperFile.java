package id.lajur.pos.printer;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lajur.kit.platform.Platform;
import id.lajur.pos.receipt.PaperKind;
import id.lajur.pos.receipt.PaperRow;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Papers on the lane's own disk, oldest first. A paper is a line with its kind and name, then its
 * rows, then its rows as a copy; a receipt that was not read yet is a line with its sale and
 * number. Fields are parted by tabs, which no paper has.
 */
final class PaperFile {
  private static final String PAPER = "paper";
  private static final String ROW = "row";
  private static final String COPY = "copy";
  private static final String UNREAD = "unread";
  private static final int FIELDS = 4;
  private static final int MOST_PUT_ASIDE = 1_000;

  /** All that the file holds. */
  record Contents(List<StoredPaper> papers, List<UnreadReceipt> unread) {
    static final Contents NONE = new Contents(List.of(), List.of());

    Contents {
      papers = List.copyOf(papers);
      unread = List.copyOf(unread);
    }
  }

  private final Path file;

  PaperFile(Path file) {
    this.file = file;
  }

  /**
   * @return nothing where there is no file
   * @throws IOException it cannot be read, or is not such a file
   */
  Contents read() throws IOException {
    if (!Files.exists(file)) {
      return Contents.NONE;
    }
    var papers = new ArrayList<StoredPaper>();
    var unread = new ArrayList<UnreadReceipt>();
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
          case UNREAD -> unread.add(0, new UnreadReceipt(fields[1], fields[2]));
          default -> throw new IllegalArgumentException(fields[0]);
        }
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new IOException("line " + (i + 1) + " of " + file + " is no row of a paper", e);
      }
    }
    return new Contents(papers, unread);
  }

  private static PaperRow row(String[] fields) {
    return new PaperRow(
        PaperRow.Kind.valueOf(fields[1]), Boolean.parseBoolean(fields[2]), fields[3]);
  }

  Path path() {
    return file;
  }

  /**
   * Leaves it to a person, under a name that is free.
   *
   * @return where it is now
   * @throws IOException it is where it was
   */
  Path putAside() throws IOException {
    for (int n = 1; n <= MOST_PUT_ASIDE; n++) {
      Path aside =
          file.resolveSibling(file.getFileName() + ".unreadable" + (n == 1 ? "" : "-" + n));
      try {
        return Files.move(file, aside);
      } catch (FileAlreadyExistsException e) {
        // one of an earlier run
      }
    }
    throw new IOException("no free name beside " + file);
  }

  /**
   * Writes them in place of those before; nothing leaves no file. An interrupt does not hinder it.
   *
   * @throws IOException the old stay
   */
  void write(Contents contents) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      if (contents.equals(Contents.NONE)) {
        Platform.here().delete(file);
      } else {
        Platform.here().writePrivate(file, text(contents).getBytes(UTF_8));
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static String text(Contents contents) {
    var text = new StringBuilder();
    for (UnreadReceipt receipt : contents.unread()) {
      line(text, UNREAD, receipt.saleId(), receipt.number());
    }
    for (StoredPaper paper : contents.papers()) {
      line(text, PAPER, paper.kind().name(), paper.name());
      paper.rows().forEach(row -> row(text, ROW, row));
      paper.copyRows().forEach(row -> row(text, COPY, row));
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String what, PaperRow row) {
    line(text, what, row.kind().name(), Boolean.toString(row.centred()), row.text());
  }

  private static void line(StringBuilder text, String... fields) {
    text.append(String.join("\t", fields)).append('\n');
  }
}
