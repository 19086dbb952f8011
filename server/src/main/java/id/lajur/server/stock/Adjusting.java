package id.lajur.server.stock;

import id.lajur.server.catalog.CodeReader;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.catalog.ScannedUnit;
import id.lajur.server.people.StoreZone;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Posting;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import id.lajur.server.wire.PageToken;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Setting stock right by hand, for a reason. */
final class Adjusting {
  static final long MOST_QUANTITY_MILLI = 100_000_000_000L;

  private final Jdbi jdbi;
  private final Posting posting;
  private final CodeReader codes;
  private final Clock clock;
  private final StoreZone zone;

  Adjusting(Jdbi jdbi, Posting posting, Clock clock, StoreZone zone) {
    this.jdbi = jdbi;
    this.posting = posting;
    this.codes = new CodeReader(jdbi);
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * One line as it is typed.
   *
   * @param quantityMilli of the unit that the code names
   */
  record Typed(String code, long quantityMilli) {}

  /** What is asked for. */
  record Asked(AdjustmentReason reason, String note, String location, List<Typed> lines) {}

  /**
   * Posts an adjustment.
   *
   * @throws Refusal ADJUSTMENT_REASON_INVALID, REASON_NEEDED, LINES_TOO_MANY, LOCATION_UNKNOWN,
   *     ITEM_UNKNOWN, QUANTITY_INVALID
   */
  CompletableFuture<byte[]> adjust(
      Caller caller,
      Command command,
      Asked asked,
      Function<StockAdjustment.Posted, byte[]> answer) {
    if (asked.reason().sign() == 0) {
      throw new Refusal(Reason.ADJUSTMENT_REASON_INVALID);
    }
    if (asked.reason().needsNote() && asked.note().isEmpty()) {
      throw new Refusal(Reason.REASON_NEEDED);
    }
    if (asked.lines().isEmpty() || asked.lines().size() > StockAdjustment.MOST_LINES) {
      throw new Refusal(Reason.LINES_TOO_MANY).with("most", StockAdjustment.MOST_LINES);
    }
    Instant now = clock.instant();
    Map<String, ScannedUnit> units =
        codes.read(
            caller.storeId(),
            asked.lines().stream().map(Typed::code).collect(Collectors.toSet()),
            now);
    List<StockAdjustment.Line> lines = new ArrayList<>();
    for (Typed line : asked.lines()) {
      SaleItem item = Objects.requireNonNull(units.get(line.code())).item();
      long most = MOST_QUANTITY_MILLI / item.factorMilli() * 1000;
      if (item.kind() != SaleItem.Kind.GOODS) {
        throw new Refusal(Reason.ITEM_UNKNOWN).with("code", line.code());
      }
      if (line.quantityMilli() <= 0 || line.quantityMilli() > most) {
        throw new Refusal(Reason.QUANTITY_INVALID).with("code", line.code());
      }
      StockAdjustment.Line typed =
          new StockAdjustment.Line(
              item.itemId(),
              line.code(),
              item.unit(),
              item.factorMilli(),
              asked.reason().sign() * line.quantityMilli());
      if (typed.baseMilli() == 0) {
        throw new Refusal(Reason.QUANTITY_INVALID).with("code", line.code());
      }
      lines.add(typed);
    }
    return posting.post(
        new StockAdjustment(
            command,
            new StockAdjustment.Head(
                null, location(caller, asked.location()), asked.reason(), asked.note(), now),
            StockAdjustment.Part.WHOLE,
            lines,
            date(caller.storeId()),
            answer));
  }

  /** The open business date, or today's where none is open. */
  LocalDate date(int storeId) {
    return jdbi.withExtension(AdjustmentDao.class, dao -> dao.openDate(storeId))
        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone.now()));
  }

  /**
   * @param code empty = the caller's
   * @throws Refusal LOCATION_UNKNOWN
   */
  int location(Caller caller, String code) {
    return code.isEmpty()
        ? caller.locationId()
        : jdbi.withExtension(AdjustmentDao.class, dao -> dao.location(caller.storeId(), code))
            .orElseThrow(() -> new Refusal(Reason.LOCATION_UNKNOWN).with("location", code));
  }

  /** A page of adjustments, the newest first. */
  record Page(List<AdjustmentDao.HeadRow> rows, String nextToken) {}

  Page page(int storeId, int pageSize, String token) {
    int size = PageToken.size(pageSize, 100, 500);
    List<String> key = PageToken.read(token, storeId, 1);
    UUID before = key.isEmpty() ? null : StockCard.id(key.get(0));
    List<AdjustmentDao.HeadRow> found =
        jdbi.withExtension(AdjustmentDao.class, dao -> dao.page(storeId, before, size + 1));
    return found.size() > size
        ? new Page(
            found.subList(0, size), PageToken.after(storeId, found.get(size - 1).postingId()))
        : new Page(found, "");
  }

  /** One with its lines. */
  record Whole(AdjustmentDao.HeadRow head, List<AdjustmentDao.PostedLine> lines) {}

  /**
   * @throws Refusal DOCUMENT_UNKNOWN
   */
  Whole find(int storeId, UUID documentId) {
    return jdbi.withExtension(
        AdjustmentDao.class,
        dao ->
            new Whole(
                dao.find(storeId, documentId)
                    .orElseThrow(
                        () -> new Refusal(Reason.DOCUMENT_UNKNOWN).with("documentId", documentId)),
                dao.lines(documentId)));
  }
}
