package id.lajur.server.purchasing;

import id.lajur.server.catalog.Gtin;
import id.lajur.server.catalog.ItemDao;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Posting;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Receiving goods by barcode and pack. */
public final class Receiving {
  private static final int MOST_LINES = 200;
  private static final long MOST_QUANTITY_MILLI = 100_000_000_000L;
  private static final long MOST_COST_MINOR = 100_000_000_000_000L;

  private final DataSource pool;
  private final Jdbi jdbi;
  private final Posting posting;
  private final Clock clock;
  private final ZoneId zone;

  public Receiving(DataSource pool, Jdbi jdbi, Posting posting, Clock clock, ZoneId zone) {
    this.pool = pool;
    this.jdbi = jdbi;
    this.posting = posting;
    this.clock = clock;
    this.zone = zone;
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
      List<Delivered> delivered,
      Function<GoodsReceipt.Received, byte[]> answer)
      throws SQLException {
    if (delivered.isEmpty() || delivered.size() > MOST_LINES) {
      throw new Refusal(Reason.LINES_TOO_MANY).with("most", MOST_LINES);
    }
    Instant now = clock.instant();
    List<GoodsReceipt.Line> lines = new ArrayList<>();
    for (Delivered line : delivered) {
      lines.add(line(caller, line, now));
    }
    int supplierId;
    LocalDate date;
    try (Connection connection = pool.getConnection()) {
      supplierId =
          PurchasingDao.supplier(connection, caller.storeId(), supplier)
              .orElseThrow(() -> new Refusal(Reason.SUPPLIER_UNKNOWN).with("supplier", supplier));
      date =
          PurchasingDao.openDate(connection, caller.storeId())
              .orElse(LocalDate.ofInstant(now, zone));
    }
    return posting.post(
        new GoodsReceipt(
            command, caller.locationId(), supplierId, deliveryNote, lines, date, now, answer));
  }

  private GoodsReceipt.Line line(Caller caller, Delivered line, Instant now) {
    SaleItem item =
        jdbi.withExtension(
                ItemDao.class, dao -> dao.find(caller.storeId(), Gtin.key(line.code()), now))
            .filter(found -> found.kind() == SaleItem.Kind.GOODS)
            .orElseThrow(() -> new Refusal(Reason.ITEM_UNKNOWN).with("code", line.code()));
    if (line.quantityMilli() <= 0
        || line.quantityMilli() > MOST_QUANTITY_MILLI / item.factorMilli() * 1000) {
      throw new Refusal(Reason.QUANTITY_INVALID).with("code", line.code());
    }
    if (line.costMinor() < 0 || line.costMinor() > MOST_COST_MINOR) {
      throw new Refusal(Reason.AMOUNT_INVALID).with("code", line.code());
    }
    return new GoodsReceipt.Line(item, line.code(), line.quantityMilli(), line.costMinor());
  }
}
