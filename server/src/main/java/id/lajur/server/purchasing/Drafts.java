package id.lajur.server.purchasing;

import id.lajur.rules.amount.StackedDiscount;
import id.lajur.server.catalog.CodeReader;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.catalog.ScannedUnit;
import id.lajur.server.database.Ids;
import id.lajur.server.database.Transactions;
import id.lajur.server.people.StoreZone;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.RequestDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.sale.Rules;
import id.lajur.server.security.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries while they are being received. Each act is one transaction under the draft's lock,
 * with the recorded answer of its request; whoever acts on what somebody else has changed meanwhile
 * is told so and changes nothing. A scan alone adds to whatever stands.
 */
public final class Drafts {
  static final int MOST_LINES = 1_000;

  private static final long MOST_ADDED_MILLI = 100_000_000_000L;

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyMM", Locale.ROOT);

  private final DataSource pool;
  private final CodeReader codes;
  private final Rules rules;
  private final Clock clock;
  private final StoreZone zone;

  public Drafts(DataSource pool, Jdbi jdbi, Rules rules, Clock clock, StoreZone zone) {
    this.pool = pool;
    this.codes = new CodeReader(jdbi);
    this.rules = rules;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Whose delivery it is.
   *
   * @param deliveredOn null = today
   */
  record AskedHead(String supplier, String deliveryNote, @Nullable LocalDate deliveredOn) {}

  /** What is changed of a line; null leaves it as it is. */
  record LineChange(
      @Nullable Long quantityMilli,
      @Nullable Long bonusMilli,
      @Nullable String unit,
      @Nullable Long priceMinor,
      @Nullable StackedDiscount discount,
      @Nullable ExpiryChange expiry,
      @Nullable Boolean priceDecided) {}

  /**
   * Another expiry.
   *
   * @param date null = none
   */
  record ExpiryChange(@Nullable LocalDate date) {}

  /** Which line, as it was read. */
  record LineRef(int lineId, long version) {}

  /**
   * Begins a draft.
   *
   * @throws Refusal SUPPLIER_UNKNOWN, DATE_INVALID
   */
  byte[] create(Caller caller, Command command, AskedHead asked) throws SQLException {
    ZoneId days = zone.now();
    return record(
        command,
        (connection, now) -> {
          LocalDate today = LocalDate.ofInstant(now, days);
          int supplierId = supplier(connection, caller, asked);
          String month = MONTH.format(today);
          UUID draftId = Ids.next();
          DraftDao.insert(
              connection,
              new DraftDao.NewDraft(
                  draftId,
                  caller.storeId(),
                  month,
                  DraftDao.nextNumber(connection, caller.storeId(), month),
                  supplierId,
                  asked.deliveryNote(),
                  delivered(asked.deliveredOn(), today),
                  caller.locationId()),
              touch(command, now));
          return new DraftAct(draftId, 0, 0);
        });
  }

  /**
   * Changes supplier, delivery note and date.
   *
   * @throws Refusal DRAFT_UNKNOWN, DRAFT_CLOSED, DRAFT_CHANGED, SUPPLIER_UNKNOWN, DATE_INVALID
   */
  byte[] changeHead(Caller caller, Command command, UUID draftId, long version, AskedHead asked)
      throws SQLException {
    ZoneId days = zone.now();
    return record(
        command,
        (connection, now) -> {
          DraftRows.Held held = open(connection, caller, draftId);
          refuseOther(held, version);
          int supplierId = supplier(connection, caller, asked);
          LocalDate on = delivered(asked.deliveredOn(), LocalDate.ofInstant(now, days));
          DraftDao.changeHead(connection, draftId, supplierId, asked.deliveryNote(), on);
          DraftDao.touch(connection, draftId, DraftRows.State.OPEN, touch(command, now));
          return new DraftAct(draftId, 0, 0);
        });
  }

  /**
   * Adds one unit, or as much as a label says.
   *
   * @param quantityMilli of the unit, 0 = one
   * @throws Refusal DRAFT_UNKNOWN, DRAFT_CLOSED, ITEM_UNKNOWN, BARCODE_DAMAGED, QUANTITY_INVALID,
   *     QUANTITY_TOO_LARGE, LINES_TOO_MANY
   */
  byte[] scan(Caller caller, Command command, UUID draftId, String code, long quantityMilli)
      throws SQLException {
    ScannedUnit scanned = codes.read(caller.storeId(), code, clock.instant());
    SaleItem item = scanned.item();
    if (item.kind() != SaleItem.Kind.GOODS) {
      throw new Refusal(Reason.ITEM_UNKNOWN).with("code", code);
    }
    long added =
        quantityMilli != 0
            ? quantityMilli
            : Objects.requireNonNullElse(scanned.quantityMilli(), 1_000L);
    if (added <= 0) {
      throw new Refusal(Reason.QUANTITY_INVALID).with("code", code);
    }
    if (added > MOST_ADDED_MILLI) {
      throw new Refusal(Reason.QUANTITY_TOO_LARGE)
          .with("quantityMilli", added)
          .with("mostMilli", MOST_ADDED_MILLI);
    }
    DraftLineRules lines = lineRules(caller);
    return record(
        command,
        (connection, now) -> {
          DraftRows.Held held = open(connection, caller, draftId);
          DraftDao.LineRow line =
              DraftDao.lineOf(connection, draftId, item.itemId(), item.unitNo()).orElse(null);
          DraftDao.LineRow counted =
              line == null
                  ? lines.first(connection, caller.storeId(), draftId, item, code, added)
                  : DraftLineRules.with(line, Math.addExact(line.quantityMilli(), added));
          lines.check(counted);
          put(connection, command, counted, held, now);
          return new DraftAct(draftId, counted.lineId(), added);
        });
  }

  /**
   * Changes a line.
   *
   * @throws Refusal DRAFT_UNKNOWN, DRAFT_CLOSED, LINE_UNKNOWN, DRAFT_CHANGED, QUANTITY_INVALID,
   *     QUANTITY_TOO_LARGE, UNIT_UNKNOWN, AMOUNT_INVALID, EXPIRY_PASSED
   */
  byte[] changeLine(Caller caller, Command command, UUID draftId, LineRef ref, LineChange change)
      throws SQLException {
    DraftLineRules lines = lineRules(caller);
    ZoneId days = zone.now();
    return record(
        command,
        (connection, now) -> {
          DraftRows.Held held = open(connection, caller, draftId);
          DraftDao.LineRow changed =
              lines.changed(connection, line(connection, draftId, ref, held), change);
          lines.check(changed);
          if (changed.expiresOn() != null
              && change.expiry() != null
              && changed.expiresOn().isBefore(LocalDate.ofInstant(now, days))) {
            throw new Refusal(Reason.EXPIRY_PASSED).with("expiresOn", changed.expiresOn());
          }
          put(connection, command, changed, held, now);
          return new DraftAct(draftId, ref.lineId(), 0);
        });
  }

  /**
   * Takes a line back.
   *
   * @throws Refusal DRAFT_UNKNOWN, DRAFT_CLOSED, LINE_UNKNOWN, DRAFT_CHANGED
   */
  byte[] removeLine(Caller caller, Command command, UUID draftId, LineRef ref) throws SQLException {
    return record(
        command,
        (connection, now) -> {
          DraftRows.Held held = open(connection, caller, draftId);
          DraftDao.LineRow line = line(connection, draftId, ref, held);
          put(connection, command, DraftLineRules.removed(line), held, now);
          return new DraftAct(draftId, ref.lineId(), 0);
        });
  }

  /**
   * Gives a draft up; it keeps its number.
   *
   * @throws Refusal DRAFT_UNKNOWN, DRAFT_CLOSED, DRAFT_CHANGED
   */
  byte[] discard(Caller caller, Command command, UUID draftId, long version) throws SQLException {
    return record(
        command,
        (connection, now) -> {
          refuseOther(open(connection, caller, draftId), version);
          DraftDao.touch(connection, draftId, DraftRows.State.DISCARDED, touch(command, now));
          return new DraftAct(draftId, 0, 0);
        });
  }

  @FunctionalInterface
  private interface Change {
    DraftAct make(Connection connection, Instant now) throws SQLException;
  }

  /**
   * A request that is on its way twice has its second record refused by the key, and begins anew.
   */
  private byte[] record(Command command, Change change) throws SQLException {
    return Transactions.repeat(
        pool,
        connection -> {
          byte[] recorded = RequestDao.answerOf(connection, command);
          if (recorded != null) {
            return recorded;
          }
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          byte[] act = change.make(connection, now).bytes();
          RequestDao.answered(connection, command, act, now);
          return act;
        });
  }

  private static DraftRows.Held open(Connection connection, Caller caller, UUID draftId)
      throws SQLException {
    DraftRows.Held held =
        DraftRows.lock(connection, caller.storeId(), draftId)
            .orElseThrow(() -> new Refusal(Reason.DRAFT_UNKNOWN));
    if (held.state() != DraftRows.State.OPEN) {
      throw held.closed();
    }
    return held;
  }

  private static void refuseOther(DraftRows.Held held, long version) {
    if (held.version() != version) {
      throw new Refusal(Reason.DRAFT_CHANGED).with("number", held.number());
    }
  }

  private static DraftDao.LineRow line(
      Connection connection, UUID draftId, LineRef ref, DraftRows.Held held) throws SQLException {
    DraftDao.LineRow line =
        DraftDao.line(connection, draftId, ref.lineId())
            .orElseThrow(() -> new Refusal(Reason.LINE_UNKNOWN).with("lineId", ref.lineId()));
    if (line.version() != ref.version() || line.removed()) {
      throw new Refusal(Reason.DRAFT_CHANGED).with("number", held.number());
    }
    return line;
  }

  private static void put(
      Connection connection,
      Command command,
      DraftDao.LineRow line,
      DraftRows.Held held,
      Instant now)
      throws SQLException {
    DraftDao.put(connection, DraftLineRules.at(line, held.version() + 1));
    DraftDao.touch(connection, line.draftId(), DraftRows.State.OPEN, touch(command, now));
  }

  private static DraftDao.Touch touch(Command command, Instant now) {
    return new DraftDao.Touch(now, command.operatorId(), command.terminalId());
  }

  private DraftLineRules lineRules(Caller caller) {
    return new DraftLineRules(rules.at(caller.rulesVersion(), clock.instant()).unitMinor());
  }

  private static int supplier(Connection connection, Caller caller, AskedHead asked)
      throws SQLException {
    return PurchasingDao.supplier(connection, caller.storeId(), asked.supplier())
        .orElseThrow(() -> new Refusal(Reason.SUPPLIER_UNKNOWN).with("supplier", asked.supplier()));
  }

  /** A delivery is of the last year or of the coming month, else somebody mistyped it. */
  private static LocalDate delivered(@Nullable LocalDate on, LocalDate today) {
    if (on == null) {
      return today;
    }
    if (on.isBefore(today.minusYears(1)) || on.isAfter(today.plusDays(31))) {
      throw new Refusal(Reason.DATE_INVALID).with("date", on);
    }
    return on;
  }
}
