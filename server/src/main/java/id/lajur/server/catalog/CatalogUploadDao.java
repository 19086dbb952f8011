package id.lajur.server.catalog;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Pieces of files that are being sent. */
final class CatalogUploadDao {
  private CatalogUploadDao() {}

  /** Lets go of a machine's other files, and of what anybody left lying. */
  static void forgetOthers(Connection connection, int terminalId, UUID uploadId, Instant before)
      throws SQLException {
    Statements.update(
        connection,
        "DELETE FROM catalog_upload WHERE terminal_id = ? AND upload_id <> ? OR uploaded_at < ?",
        uploadId,
        (row, id) -> row.number(terminalId).id(id).time(before));
  }

  static int keep(
      Connection connection, int terminalId, UUID uploadId, int part, byte[] content, Instant now)
      throws SQLException {
    return Statements.update(
        connection,
        """
        INSERT INTO catalog_upload (terminal_id, upload_id, part, content, uploaded_at)
        VALUES (?, ?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE content = VALUES(content), uploaded_at = VALUES(uploaded_at)""",
        content,
        (row, bytes) -> row.number(terminalId).id(uploadId).number(part).bytes(bytes).time(now));
  }

  /** Its pieces in their order, those that are missing left out. */
  static List<byte[]> read(Connection connection, int terminalId, UUID uploadId)
      throws SQLException {
    return Statements.query(
        connection,
        "SELECT content FROM catalog_upload WHERE terminal_id = ? AND upload_id = ? ORDER BY part",
        uploadId,
        (row, id) -> row.number(terminalId).id(id),
        row -> row.getBytes(1));
  }
}
