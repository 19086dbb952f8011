package id.lajur.server.purchasing;

import id.lajur.server.database.LikeText;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Deliveries that are in the books, as they are listed and printed. */
public final class ReceiptReading {
  private static final int PAGE = 50;
  private static final int MOST_PAGE = 200;

  private final DataSource pool;
  private final Clock clock;

  public ReceiptReading(DataSource pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * One page.
   *
   * @param nextToken empty after the last
   */
  record Page(List<ReceiptReadingDao.Document> documents, String nextToken) {}

  /** A document with its lines, and what took it back. */
  record Whole(
      ReceiptReadingDao.Document document,
      List<ReceiptReadingDao.Line> lines,
      List<ReceiptReadingDao.Document> corrections) {}

  /**
   * The newest first.
   *
   * @param query part of supplier's name, number or delivery note; empty = all
   * @throws Refusal PAGE_INVALID
   */
  Page list(Caller caller, String query, int pageSize, String token) throws SQLException {
    int size = Pages.size(pageSize, PAGE, MOST_PAGE);
    try (Connection connection = pool.getConnection()) {
      List<ReceiptReadingDao.Document> found =
          ReceiptReadingDao.list(
              connection, caller.storeId(), LikeText.of(query), Pages.before(token), size + 1);
      return new Page(
          found.subList(0, Math.min(size, found.size())),
          Pages.next(found, size, ReceiptReadingDao.Document::postingId));
    }
  }

  /**
   * @throws Refusal DOCUMENT_UNKNOWN
   */
  Whole get(Caller caller, UUID documentId) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      ReceiptReadingDao.Document document =
          ReceiptReadingDao.find(connection, caller.storeId(), documentId).stream()
              .findFirst()
              .orElseThrow(() -> new Refusal(Reason.DOCUMENT_UNKNOWN));
      return new Whole(
          document,
          ReceiptReadingDao.lines(connection, documentId, clock.instant()),
          ReceiptReadingDao.corrections(connection, caller.storeId(), documentId));
    }
  }
}
