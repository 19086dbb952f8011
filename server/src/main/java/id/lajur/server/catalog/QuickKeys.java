package id.lajur.server.catalog;

import id.lajur.server.database.Transactions;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The pages of keys at the lanes. They are changed as a whole by whoever says what he has read of
 * them, so that nobody's change is overwritten unseen; the journal has each page and key that
 * became another.
 */
final class QuickKeys {
  private static final Duration PICTURE_KEPT = Duration.ofDays(1);
  private static final int PICTURE_DIGITS = 64;

  private final DataSource pool;
  private final Clock clock;
  private final CatalogChanges changes;

  /**
   * @param committed told after each change that is on disk
   */
  QuickKeys(DataSource pool, long fence, Clock clock, Runnable committed) {
    this.pool = pool;
    this.clock = clock;
    this.changes = new CatalogChanges(pool, fence, clock, committed);
  }

  /** All pages in their order. */
  List<QuickPage> read(int storeId) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return QuickKeyDao.pages(connection, storeId, clock.instant());
    }
  }

  /**
   * Makes the pages these.
   *
   * @param etag as they were read
   * @param answer of their new etag
   * @throws Refusal QUICK_KEYS_CHANGED, QUICK_KEYS_INVALID, ITEM_UNKNOWN, UNIT_UNKNOWN;
   *     UNIT_INVALID a unit that a lane has no code to scan for; PICTURE_UNKNOWN
   */
  byte[] set(Command command, String etag, List<QuickPage> pages, Function<String, byte[]> answer)
      throws SQLException {
    QuickPage.check(pages);
    return changes.make(
        command,
        (connection, now) -> {
          List<QuickPage> before = QuickKeyDao.pages(connection, command.storeId(), now);
          if (!QuickPage.etag(before).equals(etag)) {
            throw new Refusal(Reason.QUICK_KEYS_CHANGED);
          }
          checkPictures(connection, pages);
          List<QuickKeyDao.Placed> placed = placed(connection, command.storeId(), pages);
          QuickKeyDao.replace(connection, command.storeId(), pages, placed);
          QuickKeyDao.forget(connection, now.minus(PICTURE_KEPT));
          List<QuickPage> after = QuickKeyDao.pages(connection, command.storeId(), now);
          return new CatalogChanges.Done(
              answer.apply(QuickPage.etag(after)), records(command, now, before, after), 1);
        });
  }

  private static void checkPictures(Connection connection, List<QuickPage> pages)
      throws SQLException {
    Set<String> named = new HashSet<>();
    for (QuickPage page : pages) {
      page.keys().stream()
          .map(QuickPage.Key::picture)
          .filter(picture -> !picture.isEmpty())
          .forEach(named::add);
    }
    named.forEach(QuickKeys::bytes);
    named.removeAll(QuickKeyDao.kept(connection, List.copyOf(named)));
    if (!named.isEmpty()) {
      throw new Refusal(Reason.PICTURE_UNKNOWN).with("picture", named.iterator().next());
    }
  }

  private static List<QuickKeyDao.Placed> placed(
      Connection connection, int storeId, List<QuickPage> pages) throws SQLException {
    List<String> codes =
        pages.stream()
            .flatMap(page -> page.keys().stream())
            .map(QuickPage.Key::itemCode)
            .distinct()
            .toList();
    Map<String, List<QuickKeyDao.Unit>> units = new HashMap<>();
    for (QuickKeyDao.Unit unit : QuickKeyDao.units(connection, storeId, codes)) {
      units.computeIfAbsent(unit.itemCode(), code -> new ArrayList<>()).add(unit);
    }
    List<QuickKeyDao.Placed> placed = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      for (QuickPage.Key key : pages.get(i).keys()) {
        placed.add(
            new QuickKeyDao.Placed(
                i, unit(units.getOrDefault(key.itemCode(), List.of()), key).itemId(), key));
      }
    }
    return placed;
  }

  private static QuickKeyDao.Unit unit(List<QuickKeyDao.Unit> units, QuickPage.Key key) {
    if (units.isEmpty()) {
      throw new Refusal(Reason.ITEM_UNKNOWN).with("code", key.itemCode());
    }
    QuickKeyDao.Unit found =
        units.stream()
            .filter(unit -> unit.unitNo() == key.unitNo())
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(Reason.UNIT_UNKNOWN)
                        .with("code", key.itemCode())
                        .with("unit", key.unitNo()));
    if (found.unitNo() != 0 && !found.hasBarcode()) {
      throw new Refusal(Reason.UNIT_INVALID).with("unit", found.unit());
    }
    return found;
  }

  private static List<AuditRecord> records(
      Command command, Instant now, List<QuickPage> before, List<QuickPage> after) {
    List<AuditRecord> records = new ArrayList<>();
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      QuickPage was = i < before.size() ? before.get(i) : null;
      QuickPage is = i < after.size() ? after.get(i) : null;
      int number = i + 1;
      String had = was == null ? null : number + " " + was.name();
      String has = is == null ? null : number + " " + is.name();
      if (had == null || !had.equals(has)) {
        records.add(
            AuditRecord.of(command.terminalId(), now, "QUICK_PAGE_CHANGED")
                .by(command.operatorId())
                .changed(had, has));
      }
      records.addAll(keys(command, now, number, was, is));
    }
    return records;
  }

  private static List<AuditRecord> keys(
      Command command, Instant now, int number, @Nullable QuickPage was, @Nullable QuickPage is) {
    IntFunction<QuickPage.@Nullable Key> had = byPlace(was);
    IntFunction<QuickPage.@Nullable Key> has = byPlace(is);
    List<AuditRecord> records = new ArrayList<>();
    for (int place = 0; place < QuickPage.PLACES; place++) {
      QuickPage.Key before = had.apply(place);
      QuickPage.Key after = has.apply(place);
      QuickPage.Key either = after == null ? before : after;
      if (either == null || before != null && after != null && before.isAs(after)) {
        continue;
      }
      QuickPage.Told told = either.told();
      if (told == null) {
        throw new IllegalStateException("a key that was read without its item");
      }
      String where = number + "." + (place + 1) + " ";
      records.add(
          ItemEditing.record(command, now, "QUICK_KEY_CHANGED", told.itemId())
              .changed(
                  before == null ? null : where + before.words(),
                  after == null ? null : where + after.words()));
    }
    return records;
  }

  private static IntFunction<QuickPage.@Nullable Key> byPlace(@Nullable QuickPage page) {
    Map<Integer, QuickPage.Key> keys = new HashMap<>();
    if (page != null) {
      page.keys().forEach(key -> keys.put(key.place(), key));
    }
    return keys::get;
  }

  /**
   * Keeps a picture.
   *
   * @return what names it
   * @throws Refusal PICTURE_INVALID
   */
  String keep(byte[] content) throws SQLException {
    QuickPicture.check(content);
    byte[] picture = QuickPage.sha256(content);
    Instant now = clock.instant();
    return Transactions.repeat(
        pool,
        connection -> {
          QuickKeyDao.keep(connection, picture, content, now);
          return HexFormat.of().formatHex(picture);
        });
  }

  /**
   * @throws Refusal PICTURE_UNKNOWN
   */
  byte[] picture(String picture) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return QuickKeyDao.picture(connection, bytes(picture))
          .orElseThrow(() -> new Refusal(Reason.PICTURE_UNKNOWN).with("picture", picture));
    }
  }

  private static byte[] bytes(String picture) {
    if (picture.length() != PICTURE_DIGITS || !picture.matches("[0-9a-f]+")) {
      throw new Refusal(Reason.PICTURE_UNKNOWN).with("picture", picture);
    }
    return HexFormat.of().parseHex(picture);
  }
}
