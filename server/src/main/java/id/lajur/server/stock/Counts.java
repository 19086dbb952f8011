package id.lajur.server.stock;

import id.lajur.rules.amount.Numbers;
import id.lajur.server.catalog.CodeReader;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.RequestDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.wire.PageToken;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Counting a shelf while the shop sells. Each figure is kept beside the book of the moment it came
 * in, which one statement reads without a lock: no lane waits for whoever counts, and what is sold
 * before or after that moment is no difference.
 */
final class Counts {
  static final int MOST_LISTED = 2_000;

  private final Jdbi jdbi;
  private final CodeReader codes;
  private final Clock clock;

  Counts(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.codes = new CodeReader(jdbi);
    this.clock = clock;
  }

  /** A count with its sheet. */
  record Whole(CountDao.Head head, List<CountDao.Line> lines) {}

  /** What a count is begun with. */
  record Sheet(int locationId, String name, String department, List<String> itemCodes) {}

  /** How an act answers. */
  @FunctionalInterface
  interface Act {
    byte[] done(CountDao dao, Instant now) throws SQLException;
  }

  /**
   * Begins a count, known by the id of the request.
   *
   * @throws Refusal NAME_NEEDED, DEPARTMENT_UNKNOWN, ITEM_UNKNOWN, LINES_TOO_MANY
   */
  byte[] open(Command command, Sheet sheet, byte[] answer) throws SQLException {
    if (sheet.name().isEmpty()) {
      throw new Refusal(Reason.NAME_NEEDED);
    }
    if (sheet.itemCodes().size() > MOST_LISTED) {
      throw new Refusal(Reason.LINES_TOO_MANY).with("most", MOST_LISTED);
    }
    UUID id = command.requestId();
    return act(
        command,
        id,
        (dao, now) -> {
          if (!sheet.department().isEmpty()) {
            if (dao.departments(command.storeId(), sheet.department()) == 0) {
              throw new Refusal(Reason.DEPARTMENT_UNKNOWN).with("department", sheet.department());
            }
            dao.addDepartment(id, command.storeId(), sheet.department());
          }
          for (String code : sheet.itemCodes()) {
            if (dao.addItem(id, command.storeId(), code) == 0
                && dao.goods(command.storeId(), code) == 0) {
              throw new Refusal(Reason.ITEM_UNKNOWN).with("code", code);
            }
          }
          return answer;
        },
        (dao, now) -> {
          dao.open(
              id, command.storeId(), sheet.locationId(), sheet.name(), now, command.operatorId());
          return answer;
        });
  }

  /**
   * A figure as it is typed.
   *
   * @param quantityMilli of the unit that the code names, 0 = the shelf is empty
   * @param adds to what was counted before, at another place
   */
  record Figure(String code, long quantityMilli, boolean adds) {}

  /** How a line is told to whoever counted it. */
  @FunctionalInterface
  interface Told {
    byte[] answer(CountDao.Line line);
  }

  /**
   * Brings in a figure.
   *
   * @throws Refusal COUNT_UNKNOWN, COUNT_ENDED, ITEM_UNKNOWN, QUANTITY_INVALID
   */
  byte[] figure(Command command, UUID countId, Figure figure, Told told) throws SQLException {
    SaleItem item = codes.read(command.storeId(), figure.code(), clock.instant()).item();
    if (item.kind() != SaleItem.Kind.GOODS) {
      throw new Refusal(Reason.ITEM_UNKNOWN).with("code", figure.code());
    }
    if (figure.quantityMilli() < 0
        || figure.quantityMilli() > Adjusting.MOST_QUANTITY_MILLI / item.factorMilli() * 1000) {
      throw new Refusal(Reason.QUANTITY_INVALID).with("code", figure.code());
    }
    long counted = Numbers.mulDiv(figure.quantityMilli(), item.factorMilli(), 1000);
    return act(
        command,
        countId,
        (dao, now) -> {
          CountDao.Locked count = lockOpen(dao, command.storeId(), countId);
          CountDao.Book book = dao.book(count.locationId(), item.itemId());
          dao.figure(
              countId,
              item.itemId(),
              figure.code(),
              figure.adds(),
              counted,
              book,
              now,
              command.operatorId(),
              command.terminalId());
          return told.answer(dao.lines(countId, item.itemId()).get(0));
        },
        null);
  }

  /**
   * Gives a count up.
   *
   * @throws Refusal COUNT_UNKNOWN, COUNT_ENDED
   */
  byte[] cancel(Command command, UUID countId, byte[] answer) throws SQLException {
    return act(
        command,
        countId,
        (dao, now) -> {
          CountDao.Locked count = lockOpen(dao, command.storeId(), countId);
          dao.end(count.countId(), "CANCELLED", now, command.operatorId(), null, null, null);
          return answer;
        },
        null);
  }

  /**
   * Does an act of which there is one at a time for a count, and records its answer with it.
   *
   * @param first what comes before the count is locked, null = nothing
   */
  private byte[] act(
      Command command, UUID countId, Act act, @org.jspecify.annotations.Nullable Act first)
      throws SQLException {
    return jdbi.inTransaction(
        handle -> {
          CountDao dao = handle.attach(CountDao.class);
          Instant begun = clock.instant().truncatedTo(ChronoUnit.MICROS);
          if (first != null) {
            byte[] unused = first.done(dao, begun);
          }
          var unused = dao.lock(command.storeId(), countId);
          byte[] recorded = RequestDao.answerOf(handle.getConnection(), command);
          if (recorded != null) {
            return recorded;
          }
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          byte[] answer = act.done(dao, now);
          RequestDao.answered(handle.getConnection(), command, answer, now);
          return answer;
        });
  }

  static CountDao.Locked lockOpen(CountDao dao, int storeId, UUID countId) {
    CountDao.Locked count =
        dao.lock(storeId, countId)
            .orElseThrow(() -> new Refusal(Reason.COUNT_UNKNOWN).with("countId", countId));
    if (!count.state().equals("OPEN")) {
      throw new Refusal(Reason.COUNT_ENDED).with("name", count.name());
    }
    return count;
  }

  /** A page of counts. */
  record Page(List<CountDao.Head> heads, String nextToken) {}

  Page page(int storeId, int pageSize, String token) {
    int size = PageToken.size(pageSize, 50, 200);
    List<String> key = PageToken.read(token, storeId, 1);
    int skipped = key.isEmpty() ? 0 : (int) PageToken.number(key.get(0));
    List<CountDao.Head> found =
        jdbi.withExtension(CountDao.class, dao -> dao.page(storeId, skipped, size + 1));
    return found.size() > size
        ? new Page(found.subList(0, size), PageToken.after(storeId, skipped + size))
        : new Page(found, "");
  }

  /**
   * @throws Refusal COUNT_UNKNOWN
   */
  Whole read(int storeId, UUID countId) {
    return jdbi.withExtension(
        CountDao.class,
        dao ->
            new Whole(
                dao.head(storeId, countId)
                    .orElseThrow(() -> new Refusal(Reason.COUNT_UNKNOWN).with("countId", countId)),
                dao.lines(countId, null)));
  }
}
