package id.lajur.server.purchasing;

import id.lajur.server.catalog.CodeReader;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.catalog.ScannedUnit;
import id.lajur.server.database.Ids;
import id.lajur.server.people.StoreZone;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Posting;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Receiving goods by barcode and pack. */
public final class Receiving implements AutoCloseable {
  private static final int MOST_LINES = 10_000;
  private static final long MOST_QUANTITY_MILLI = 100_000_000_000L;
  private static final long MOST_COST_MINOR = 100_000_000_000_000L;

  private final DataSource pool;
  private final CodeReader codes;
  private final Clock clock;
  private final ReceiptInParts parts;
  private final DraftPosting drafts;

  /**
   * @param answer how a delivery is told to who received it and recorded
   */
  public Receiving(
      DataSource pool,
      Jdbi jdbi,
      Posting posting,
      Clock clock,
      StoreZone zone,
      DraftReading drafts,
      Function<PostedDelivery, byte[]> answer) {
    this.pool = pool;
    this.codes = new CodeReader(jdbi);
    this.clock = clock;
    this.parts = new ReceiptInParts(pool, posting, clock, zone, answer);
    this.drafts = new DraftPosting(drafts, parts, clock);
  }

  /** Goes on with the deliveries that an earlier server left half posted. */
  public void resume(int storeId) {
    parts.resume(storeId);
  }

  @Override
  public void close() {
    parts.close();
  }

  /** One line as it is typed. */
  record Delivered(String code, long quantityMilli, long costMinor) {}

  /**
   * Posts a delivery.
   *
   * @throws Refusal SUPPLIER_UNKNOWN, ITEM_UNKNOWN, QUANTITY_INVALID, AMOUNT_INVALID,
   *     LINES_TOO_MANY
   */
  CompletableFuture<byte[]> receive(
      Caller caller,
      Command command,
      String supplier,
      String deliveryNote,
      List<Delivered> delivered)
      throws SQLException {
    if (delivered.isEmpty() || delivered.size() > MOST_LINES) {
      throw new Refusal(Reason.LINES_TOO_MANY).with("most", MOST_LINES);
    }
    Instant now = clock.instant();
    Map<String, ScannedUnit> units =
        codes.read(
            caller.storeId(),
            delivered.stream().map(Delivered::code).collect(Collectors.toSet()),
            now);
    List<GoodsReceipt.Line> lines = new ArrayList<>();
    for (Delivered line : delivered) {
      lines.add(line(Objects.requireNonNull(units.get(line.code())).item(), line));
    }
    int supplierId;
    try (Connection connection = pool.getConnection()) {
      supplierId =
          PurchasingDao.supplier(connection, caller.storeId(), supplier)
              .orElseThrow(() -> new Refusal(Reason.SUPPLIER_UNKNOWN).with("supplier", supplier));
    }
    return parts.post(
        command,
        new GoodsReceipt.Head(Ids.next(), caller.locationId(), supplierId, deliveryNote, now, null),
        lines,
        null);
  }

  /**
   * Posts a draft as it was seen.
   *
   * @throws Refusal DRAFT_UNKNOWN, DRAFT_CLOSED, DRAFT_CHANGED, DRAFT_EMPTY, COST_MISSING,
   *     EXPIRY_MISSING, EXPIRY_PASSED
   */
  CompletableFuture<byte[]> postDraft(Caller caller, Command command, UUID draftId, long version)
      throws SQLException {
    return drafts.post(caller, command, draftId, version);
  }

  private static GoodsReceipt.Line line(SaleItem item, Delivered line) {
    if (item.kind() != SaleItem.Kind.GOODS) {
      throw new Refusal(Reason.ITEM_UNKNOWN).with("code", line.code());
    }
    if (line.quantityMilli() <= 0
        || line.quantityMilli() > MOST_QUANTITY_MILLI / item.factorMilli() * 1000) {
      throw new Refusal(Reason.QUANTITY_INVALID).with("code", line.code());
    }
    if (line.costMinor() < 0 || line.costMinor() > MOST_COST_MINOR) {
      throw new Refusal(Reason.AMOUNT_INVALID).with("code", line.code());
    }
    return new GoodsReceipt.Line(
        item.itemId(),
        item.unit(),
        item.factorMilli(),
        line.code(),
        line.quantityMilli(),
        line.costMinor(),
        LineTerms.NONE);
  }
}
