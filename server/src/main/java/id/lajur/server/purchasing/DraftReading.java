package id.lajur.server.purchasing;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.sale.Rules;
import id.lajur.server.sale.StoreRules;
import id.lajur.server.security.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Drafts as they are shown, and as they are posted. */
public final class DraftReading {
  private static final int PAGE = 50;
  private static final int MOST_PAGE = 200;

  private final DataSource pool;
  private final Rules rules;
  private final Clock clock;

  public DraftReading(DataSource pool, Rules rules, Clock clock) {
    this.pool = pool;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * A draft, and what changed of it.
   *
   * @param changed lines, removed ones too, in the order they were added
   * @param unitMinor the store's amount unit
   */
  record View(PricedDraft draft, List<PricedDraft.Line> changed, long unitMinor) {}

  /**
   * One page of drafts.
   *
   * @param nextToken empty after the last
   */
  record Page(List<PricedDraft> drafts, String nextToken) {}

  /**
   * A draft with the lines that changed since a version.
   *
   * @param since 0 = all that are there
   * @throws Refusal DRAFT_UNKNOWN
   */
  View view(Caller caller, UUID draftId, long since) throws SQLException {
    StoreRules now = rules.at(caller.rulesVersion(), clock.instant()); // while none is held
    try (Connection connection = pool.getConnection()) {
      // The head first: a line that changes in between comes again with the next answer.
      DraftReadingDao.Head head = head(connection, caller, draftId);
      List<DraftReadingDao.Line> lines = DraftReadingDao.lines(connection, draftId);
      PricedDraft draft = priced(connection, head, lines, now);
      List<PricedDraft.Line> changed = new ArrayList<>();
      for (DraftReadingDao.Line line : lines) {
        if (line.row().version() > since && !(since == 0 && line.row().removed())) {
          changed.add(
              draft.lines().stream()
                  .filter(one -> one.line().row().lineId() == line.row().lineId())
                  .findFirst()
                  .orElseGet(
                      () ->
                          new PricedDraft.Line(
                              line, null, 0, PricedDraft.baseMilli(line.row()), null)));
        }
      }
      return new View(draft, changed, now.unitMinor());
    }
  }

  /**
   * A draft reckoned as a whole.
   *
   * @throws Refusal DRAFT_UNKNOWN
   */
  PricedDraft whole(Caller caller, UUID draftId) throws SQLException {
    StoreRules now = rules.at(caller.rulesVersion(), clock.instant());
    try (Connection connection = pool.getConnection()) {
      return whole(connection, caller, draftId, now);
    }
  }

  PricedDraft whole(Connection connection, Caller caller, UUID draftId, StoreRules now)
      throws SQLException {
    // The head first: a line that changes in between has raised the version that is posted by.
    DraftReadingDao.Head head = head(connection, caller, draftId);
    return priced(connection, head, DraftReadingDao.lines(connection, draftId), now);
  }

  /**
   * Drafts that are not posted, the newest first.
   *
   * @throws Refusal PAGE_INVALID
   */
  Page list(Caller caller, int pageSize, String token) throws SQLException {
    int size = Pages.size(pageSize, PAGE, MOST_PAGE);
    StoreRules now = rules.at(caller.rulesVersion(), clock.instant());
    try (Connection connection = pool.getConnection()) {
      List<DraftReadingDao.Head> heads =
          DraftReadingDao.open(connection, caller.storeId(), Pages.before(token), size + 1);
      List<PricedDraft> drafts = new ArrayList<>();
      for (DraftReadingDao.Head head : heads.subList(0, Math.min(size, heads.size()))) {
        drafts.add(
            priced(connection, head, DraftReadingDao.lines(connection, head.draftId()), now));
      }
      Function<DraftReadingDao.Head, UUID> id = DraftReadingDao.Head::draftId;
      return new Page(drafts, Pages.next(heads, size, id));
    }
  }

  private static DraftReadingDao.Head head(Connection connection, Caller caller, UUID draftId)
      throws SQLException {
    return DraftReadingDao.head(connection, caller.storeId(), draftId)
        .orElseThrow(() -> new Refusal(Reason.DRAFT_UNKNOWN));
  }

  private static PricedDraft priced(
      Connection connection,
      DraftReadingDao.Head head,
      List<DraftReadingDao.Line> lines,
      StoreRules now)
      throws SQLException {
    List<Integer> items =
        lines.stream()
            .filter(line -> !line.row().removed())
            .map(line -> line.row().itemId())
            .distinct()
            .toList();
    return PricedDraft.of(
        head,
        lines,
        now.invoicedRates(),
        !now.taxRegistered(),
        PurchasesDao.newest(connection, items),
        now.unitMinor());
  }
}
