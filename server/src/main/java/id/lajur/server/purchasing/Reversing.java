package id.lajur.server.purchasing;

import id.lajur.server.people.StoreZone;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Posting;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.sale.Rules;
import id.lajur.server.security.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.sql.DataSource;

/** Taking deliveries back. */
public final class Reversing {
  private final DataSource pool;
  private final Posting posting;
  private final Rules rules;
  private final Clock clock;
  private final StoreZone zone;

  public Reversing(DataSource pool, Posting posting, Rules rules, Clock clock, StoreZone zone) {
    this.pool = pool;
    this.posting = posting;
    this.rules = rules;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Takes a delivery back, or some of it.
   *
   * @param lines empty = all that is left of it
   * @throws Refusal DOCUMENT_UNKNOWN, NOT_REVERSIBLE, LINE_UNKNOWN, QUANTITY_INVALID,
   *     REVERSED_ALREADY, LINES_TOO_MANY
   */
  CompletableFuture<byte[]> reverse(
      Caller caller,
      Command command,
      UUID documentId,
      String reason,
      List<ReceivedDocument.Asked> lines,
      Function<ReceiptReversal.Posted, byte[]> answer)
      throws SQLException {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, zone.now()); // read while no connection is held
    long unitMinor = rules.at(caller.rulesVersion(), now).unitMinor();
    ReceiptReversal.Prepared prepared;
    LocalDate date;
    try (Connection connection = pool.getConnection()) {
      ReceivedDocument document = reversible(connection, caller, documentId);
      var unused = document.asked(lines); // refused at once rather than under the locks
      prepared =
          new ReceiptReversal.Prepared(
              document,
              lines,
              costsBefore(connection, document, documentId),
              reason,
              now,
              unitMinor);
      date = PurchasingDao.openDate(connection, command.storeId()).orElse(today);
    }
    return posting.post(new ReceiptReversal(command, prepared, date, answer));
  }

  private static ReceivedDocument reversible(Connection connection, Caller caller, UUID documentId)
      throws SQLException {
    ReceivedDocument document =
        ReceivedRows.find(connection, caller.storeId(), documentId)
            .orElseThrow(() -> new Refusal(Reason.DOCUMENT_UNKNOWN));
    if (document.isCorrection() || PurchasingDao.isPending(connection, documentId)) {
      throw new Refusal(Reason.NOT_REVERSIBLE)
          .with("number", Objects.requireNonNullElse(document.number(), ""));
    }
    return document;
  }

  private static Map<Integer, Long> costsBefore(
      Connection connection, ReceivedDocument document, UUID documentId) throws SQLException {
    Map<Integer, Long> before = new HashMap<>();
    for (ReceivedDocument.Line line : document.lines().values()) {
      int itemId = line.line().itemId();
      ReceivedRows.unitCostBefore(connection, document.locationId(), itemId, documentId)
          .ifPresent(cost -> before.put(itemId, cost));
    }
    return before;
  }
}
