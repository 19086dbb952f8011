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
    try (Connection connection = pool.getConnection()) {
      ReceivedDocument document =
          ReceivedRows.find(connection, caller.storeId(), documentId)
              .orElseThrow(() -> new Refusal(Reason.DOCUMENT_UNKNOWN));
      if (document.isCorrection() || PurchasingDao.isPending(connection, documentId)) {
        throw new Refusal(Reason.NOT_REVERSIBLE)
            .with("number", Objects.requireNonNullElse(document.number(), ""));
      }
      var unused = document.asked(lines); // refused at once rather than under the locks
      Map<Integer, Long> before = new HashMap<>();
      for (ReceivedDocument.Line line : document.lines().values()) {
        int itemId = line.line().itemId();
        ReceivedRows.unitCostBefore(connection, document.locationId(), itemId, documentId)
            .ifPresent(cost -> before.put(itemId, cost));
      }
      LocalDate date =
          PurchasingDao.openDate(connection, command.storeId())
              .orElse(LocalDate.ofInstant(now, zone.now()));
      return posting.post(
          new ReceiptReversal(
              command,
              new ReceiptReversal.Prepared(
                  document,
                  lines,
                  before,
                  reason,
                  now,
                  rules.at(caller.rulesVersion(), now).unitMinor()),
              date,
              answer));
    }
  }
}
