package id.lajur.server.catalog;

import id.lajur.server.database.Transactions;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Files on their way in, in pieces that a message can carry. A machine has one at a time: the first
 * piece of another lets the one before go.
 */
final class CatalogUploads {
  static final int MOST_PARTS = 64;
  static final int MOST_PART_BYTES = 512 << 10;

  private static final Duration KEPT = Duration.ofDays(1);

  private final DataSource pool;
  private final Clock clock;

  CatalogUploads(DataSource pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Keeps a piece; one that comes again replaces itself.
   *
   * @param part from 1
   * @throws Refusal UPLOAD_INVALID
   */
  void keep(int terminalId, UUID uploadId, int part, byte[] content) throws SQLException {
    if (part < 1 || part > MOST_PARTS || content.length == 0 || content.length > MOST_PART_BYTES) {
      throw new Refusal(Reason.UPLOAD_INVALID)
          .with("mostParts", MOST_PARTS)
          .with("mostBytes", MOST_PART_BYTES);
    }
    Instant now = clock.instant();
    int unused =
        Transactions.repeat(
            pool,
            connection -> {
              CatalogUploadDao.forgetOthers(connection, terminalId, uploadId, now.minus(KEPT));
              return CatalogUploadDao.keep(connection, terminalId, uploadId, part, content, now);
            });
  }

  /**
   * The file as it was before it was cut.
   *
   * @throws Refusal UPLOAD_INVALID it is not here whole
   */
  InputStream open(int terminalId, UUID uploadId, int parts) throws SQLException {
    List<byte[]> content;
    try (var connection = pool.getConnection()) {
      content = CatalogUploadDao.read(connection, terminalId, uploadId);
    }
    if (parts < 1 || content.size() != parts) {
      throw new Refusal(Reason.UPLOAD_INVALID).with("parts", content.size());
    }
    return new SequenceInputStream(
        Collections.enumeration(
            content.stream().map(bytes -> (InputStream) new ByteArrayInputStream(bytes)).toList()));
  }
}
