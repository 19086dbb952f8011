package id.lajur.server.customer;

import id.lajur.server.catalog.PriceLevels;
import id.lajur.server.database.Ids;
import id.lajur.server.database.LikeText;
import id.lajur.server.database.Transactions;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.people.StoreZone;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.RequestDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeping members: one after another under the store's row, each with its record in the journal.
 */
public final class Members {
  private static final int PAGE = 100;
  private static final int MOST_PAGE = 500;
  private static final int MOST_FOUND = 20;
  private static final int LEAST_CHARACTERS = 3;
  private static final int TAIL_DIGITS = 6;

  private final DataSource pool;
  private final Clock clock;
  private final StoreZone zone;

  /**
   * @param zone of the store, for the date since when somebody is a member
   */
  public Members(DataSource pool, Clock clock, StoreZone zone) {
    this.pool = pool;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * One page.
   *
   * @param nextToken empty after the last
   */
  record Page(List<Member> members, String nextToken) {}

  /**
   * Members by number.
   *
   * @param query part of the name, beginning of the number or end of the phone; empty = all
   * @throws Refusal PAGE_INVALID
   */
  Page list(int storeId, String query, int pageSize, String token) throws SQLException {
    if (pageSize < 0) {
      throw new Refusal(Reason.PAGE_INVALID).with("pageSize", pageSize);
    }
    int size = pageSize == 0 ? PAGE : Math.min(pageSize, MOST_PAGE);
    try (Connection connection = pool.getConnection()) {
      List<Member> found =
          MemberDao.list(connection, storeId, LikeText.of(query), token, size + 1).stream()
              .map(MemberDao.Found::member)
              .toList();
      boolean more = found.size() > size;
      return new Page(
          found.subList(0, Math.min(size, found.size())), more ? found.get(size - 1).number() : "");
    }
  }

  /**
   * Whom a text may mean.
   *
   * @param more than these
   */
  record Matches(List<MemberDao.Found> members, boolean more) {}

  /**
   * The member of exactly this number, else those with these last digits of the phone or this part
   * of the name, by name.
   *
   * @throws Refusal TEXT_INVALID for fewer than 3 characters
   */
  Matches find(int storeId, String text) throws SQLException {
    if (text.codePointCount(0, text.length()) < LEAST_CHARACTERS) {
      throw new Refusal(Reason.TEXT_INVALID).with("least", LEAST_CHARACTERS);
    }
    try (Connection connection = pool.getConnection()) {
      Optional<MemberDao.Found> exactly = MemberDao.find(connection, storeId, text);
      if (exactly.isPresent() && exactly.get().member().active()) {
        return new Matches(List.of(exactly.get()), false);
      }
      List<MemberDao.Found> found =
          MemberDao.search(connection, storeId, LikeText.of(text), tail(text), MOST_FOUND + 1);
      return new Matches(
          found.subList(0, Math.min(MOST_FOUND, found.size())), found.size() > MOST_FOUND);
    }
  }

  /** The last six of six digits or more, which may be written in groups; else empty. */
  private static String tail(String text) {
    String digits = text.replaceAll("[ +.-]", "");
    return digits.length() >= TAIL_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? digits.substring(digits.length() - TAIL_DIGITS)
        : "";
  }

  /**
   * Keeps a new one.
   *
   * @param answer of what is kept
   * @throws Refusal MEMBER_EXISTS, PRICE_LEVEL_UNKNOWN, REQUEST_REUSED
   */
  byte[] create(Command command, Member asked, Function<Member, byte[]> answer)
      throws SQLException {
    ZoneId days = zone.now();
    return record(
        command,
        answer,
        (connection, now) -> {
          if (MemberDao.find(connection, command.storeId(), asked.number()).isPresent()) {
            throw new Refusal(Reason.MEMBER_EXISTS).with("member", asked.number());
          }
          int level = PriceLevels.number(connection, command.storeId(), asked.level());
          LocalDate since = LocalDate.ofInstant(now, days);
          Member first = asked.kept(0, since, 1);
          int id = MemberDao.insert(connection, command.storeId(), first, level);
          Member kept = first.kept(id, since, 1);
          journal(connection, command, "MEMBER_CREATED", null, kept, now);
          return kept;
        });
  }

  /**
   * Changes one, if nobody did since it was read.
   *
   * @param asked with the version that was read
   * @throws Refusal MEMBER_UNKNOWN, MEMBER_CHANGED, PRICE_LEVEL_UNKNOWN, REQUEST_REUSED
   */
  byte[] update(Command command, Member asked, Function<Member, byte[]> answer)
      throws SQLException {
    return record(
        command,
        answer,
        (connection, now) -> {
          Member before =
              MemberDao.find(connection, command.storeId(), asked.number())
                  .orElseThrow(
                      () -> new Refusal(Reason.MEMBER_UNKNOWN).with("member", asked.number()))
                  .member();
          if (before.version() != asked.version()) {
            throw new Refusal(Reason.MEMBER_CHANGED).with("member", asked.number());
          }
          int level = PriceLevels.number(connection, command.storeId(), asked.level());
          Member kept =
              asked.kept(
                  before.memberId(), Objects.requireNonNull(before.since()), before.version() + 1);
          MemberDao.update(connection, kept, level);
          journal(connection, command, "MEMBER_CHANGED", before, kept, now);
          return kept;
        });
  }

  @FunctionalInterface
  private interface Change {
    Member make(Connection connection, Instant now) throws SQLException;
  }

  private byte[] record(Command command, Function<Member, byte[]> answer, Change change)
      throws SQLException {
    return Transactions.repeat(
        pool,
        connection -> {
          MemberDao.lockStore(connection, command.storeId());
          RequestDao.Recorded recorded =
              RequestDao.find(connection, List.of(command.requestId())).get(command.requestId());
          if (recorded != null) {
            if (!recorded.isOf(command)) {
              throw new Refusal(Reason.REQUEST_REUSED).with("requestId", command.requestId());
            }
            return recorded.answer();
          }
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          byte[] given = answer.apply(change.make(connection, now));
          RequestDao.answered(connection, command, given, now);
          return given;
        });
  }

  private static void journal(
      Connection connection,
      Command command,
      String kind,
      @Nullable Member before,
      Member after,
      Instant now)
      throws SQLException {
    AuditJournal.append(
        connection,
        AuditRecord.of(command.terminalId(), now, kind)
            .by(command.operatorId())
            .about(Ids.next())
            .changed(before == null ? null : before.forJournal(), after.forJournal()));
  }
}
