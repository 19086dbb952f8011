package id.lajur.server.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the log of the store keeps of a posting or of a change of catalogue and settings. */
public record Event(
    Kind kind,
    UUID documentId,
    int terminalId,
    @Nullable LocalDate businessDate,
    Instant occurredAt,
    long amountMinor,
    int lineCount) {

  /** The names stand in the database. */
  public enum Kind {
    SALE,
    GOODS_RECEIPT,
    SHIFT_OPENED,
    CASH_MOVED,
    SHIFT_CLOSED,
    DAY_CLOSED,
    CATALOG_CHANGED,
    SETTINGS_CHANGED,
    HANDOVER_TO_SAFE,
    STOCK_ADJUSTED
  }
}
