package id.lajur.server.catalog;

import id.lajur.server.catalog.file.CatalogImport;
import id.lajur.server.catalog.file.FileColumn;
import id.lajur.server.catalog.file.FileRules;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.EventLog;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Brings files that a machine has sent into the catalogue: tried first, then whole or not. */
final class CatalogFiles {
  private final DataSource pool;
  private final long fence;
  private final Clock clock;
  private final Runnable committed;
  private final CatalogUploads uploads;

  CatalogFiles(DataSource pool, long fence, Clock clock, Runnable committed) {
    this.pool = pool;
    this.fence = fence;
    this.clock = clock;
    this.committed = committed;
    this.uploads = new CatalogUploads(pool, clock);
  }

  CatalogUploads uploads() {
    return uploads;
  }

  /** A file that was sent. */
  record Sent(int terminalId, UUID uploadId, int parts) {}

  /**
   * The heads that the file's columns have.
   *
   * @throws Refusal UPLOAD_INVALID, FILE_UNREADABLE
   */
  List<FileColumn> columns(Sent sent) throws SQLException {
    try {
      return CatalogImport.columns(uploads.open(sent.terminalId(), sent.uploadId(), sent.parts()));
    } catch (CatalogImport.Unreadable e) {
      throw refusal(e);
    }
  }

  /**
   * What would be written, and what is wrong.
   *
   * @throws Refusal UPLOAD_INVALID, FILE_UNREADABLE
   */
  CatalogImport.Result tried(int storeId, Sent sent, FileRules rules) throws SQLException {
    return run(storeId, sent, rules, null);
  }

  /**
   * Writes it.
   *
   * @param name of the file, for the journal
   * @return the recorded answer
   * @throws Refusal UPLOAD_INVALID, FILE_UNREADABLE; FILE_HAS_PROBLEMS and nothing is written;
   *     REQUEST_REUSED, RIGHT_TO_POST_LOST
   */
  byte[] write(
      Command command,
      Sent sent,
      FileRules rules,
      String name,
      Function<CatalogImport.Result, byte[]> answer)
      throws SQLException {
    byte[][] given = new byte[1][];
    CatalogImport.Result result;
    try {
      result =
          run(
              command.storeId(),
              sent,
              rules,
              (change, written) -> given[0] = change.commit(name, command, answer.apply(written)));
    } catch (EventLog.RightLost e) {
      throw new Refusal(Reason.RIGHT_TO_POST_LOST);
    }
    if (!result.problems().isEmpty()) {
      throw new Refusal(Reason.FILE_HAS_PROBLEMS).with("problems", result.problems().size());
    }
    committed.run();
    return given[0];
  }

  private CatalogImport.Result run(
      int storeId,
      Sent sent,
      FileRules rules,
      CatalogImport.@org.jspecify.annotations.Nullable Committing committing)
      throws SQLException {
    CatalogWriter writer = new CatalogWriter(pool, storeId, sent.terminalId(), fence);
    try {
      return new CatalogImport(writer, clock)
          .run(uploads.open(sent.terminalId(), sent.uploadId(), sent.parts()), rules, committing);
    } catch (CatalogImport.Unreadable e) {
      throw refusal(e);
    }
  }

  /** With the fault's own code and facts, for clients that have words for it. */
  private static Refusal refusal(CatalogImport.Unreadable e) {
    Refusal refusal =
        new Refusal(Reason.FILE_UNREADABLE)
            .with("why", String.valueOf(e.getMessage()))
            .with("fault", e.fault());
    for (Map.Entry<String, String> fact : e.facts().entrySet()) {
      refusal = refusal.with(fact.getKey(), fact.getValue());
    }
    return refusal;
  }
}
