package id.lajur.server.catalog.file;

import id.lajur.server.catalog.CatalogWriter;
import id.lajur.server.catalog.NewItem;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a catalogue file into the store: all of it, or nothing and a list of what is wrong. */
public final class CatalogImport {
  private final CatalogWriter writer;
  private final Clock clock;

  public CatalogImport(CatalogWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param rows of the file that were looked at
   * @param problems by line; where there are any, nothing was written
   * @param written what was, or on trial would have been
   */
  public record Result(long rows, List<Problem> problems, CatalogWriter.Written written) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /** The file cannot be read at all; the message says in words why. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient Map<String, String> facts;

    Unreadable(CatalogFile.Unreadable cause) {
      super(cause.getMessage(), cause);
      this.fault = cause.fault();
      this.facts = cause.facts();
    }

    public Fault fault() {
      return fault;
    }

    /** What the fault's words name. */
    public Map<String, String> facts() {
      return facts;
    }
  }

  /**
   * Reads and writes a file.
   *
   * @param trial looks and writes nothing
   * @throws Unreadable there is no such file, or its header cannot be understood
   */
  public Result run(Path file, FileRules rules, boolean trial) throws SQLException {
    LevelHeads heads = levels();
    CatalogFile read;
    try {
      read = CatalogFile.read(file, rules, heads);
    } catch (CatalogFile.Unreadable e) {
      throw new Unreadable(e);
    }
    return run(
        read,
        heads,
        trial ? null : (change, result) -> change.commit(String.valueOf(file.getFileName())));
  }

  /**
   * The heads of a file.
   *
   * @throws Unreadable it has none
   */
  public static List<FileColumn> columns(InputStream content) {
    try {
      return CatalogFile.columns(content);
    } catch (CatalogFile.Unreadable e) {
      throw new Unreadable(e);
    }
  }

  /** How a change that has no problems is written. */
  @FunctionalInterface
  public interface Committing {
    void commit(CatalogWriter.Change change, Result result) throws SQLException;
  }

  /**
   * Reads what a file holds, and writes it.
   *
   * @param committing null = looks and writes nothing
   * @throws Unreadable its header cannot be understood
   */
  public Result run(InputStream content, FileRules rules, @Nullable Committing committing)
      throws SQLException {
    LevelHeads heads = levels();
    CatalogFile read;
    try {
      read = CatalogFile.read(content, rules, heads);
    } catch (CatalogFile.Unreadable e) {
      throw new Unreadable(e);
    }
    return run(read, heads, committing);
  }

  private LevelHeads levels() throws SQLException {
    return new LevelHeads(writer.levels());
  }

  private Result run(CatalogFile read, LevelHeads heads, @Nullable Committing committing)
      throws SQLException {
    List<Problem> problems = new ArrayList<>(read.problems());
    try (CatalogWriter.Change change =
        writer.change(clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      List<NewItem> items = CatalogItems.of(read.rows(), change.stored(), heads, problems);
      if (problems.isEmpty()) {
        items.forEach(change::add);
      }
      problems.sort(Comparator.comparingLong(Problem::line));
      Result result = new Result(read.rowsRead(), problems, change.written());
      if (problems.isEmpty() && committing != null) {
        committing.commit(change, result);
      }
      return result;
    }
  }
}
