package id.lajur.kit.document;

import id.lajur.kit.format.Formats;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The kinds of file that a document is saved as. */
public enum FileKind {
  PDF("pdf", PdfFile::write),
  XLSX("xlsx", XlsxFile::write),
  CSV("csv", CsvFile::write);

  @FunctionalInterface
  private interface Writing {
    void write(TabularDocument document, Formats formats, OutputStream out) throws IOException;
  }

  private final String suffix;

  @SuppressWarnings("ImmutableEnumChecker") // a method that keeps nothing
  private final Writing writing;

  FileKind(String suffix, Writing writing) {
    this.suffix = suffix;
    this.writing = writing;
  }

  /** The end of its files' names, without the dot. */
  public String suffix() {
    return suffix;
  }

  /** Writes the whole document; the stream stays open. */
  public void write(TabularDocument document, Formats formats, OutputStream out)
      throws IOException {
    writing.write(document, formats, out);
  }

  /**
   * Saves a document; what stood in the file before is replaced only by the whole of it.
   *
   * @throws IOException the file is as it was before
   */
  public void save(TabularDocument document, Formats formats, Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16)) {
        write(document, formats, out);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
