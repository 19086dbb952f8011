package id.lajur.server.sale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lajur.server.database.Transactions;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.AdmissionDao;
import id.lajur.server.security.Allowance;
import id.lajur.server.security.Approval;
import id.lajur.server.security.ApprovalDao;
import id.lajur.server.security.Caller;
import id.lajur.server.security.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The open baskets: reading them, and appending entries under the conditions that keep one basket
 * in one hand.
 *
 * <p>A basket just computed is kept as a guess at what the next act will find. The guess decides
 * nothing: an entry is written under the next sequence and only while the basket is open here in
 * its generation, and the posting compares the version under its lock. Where the guess was wrong,
 * the basket is read afresh and the act computed again.
 */
public final class Baskets {
  private static final int ATTEMPTS = 5;
  static final int MOST_ENTRIES = 5_000;
  private static final int MOST_KEPT = 500;

  private final DataSource pool;
  private final Rules rules;
  private final Clock clock;
  private final Cache<UUID, Basket> guesses = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  public Baskets(DataSource pool, Rules rules, Clock clock) {
    this.pool = pool;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Who acts on which basket, under what rules, at what moment.
   *
   * @param standing on which the entry must be written, null when the caller was admitted just now
   */
  record Acting(
      Caller caller,
      Command command,
      @Nullable UUID approvalId,
      @Nullable Standing standing,
      Selling.Ref ref,
      StoreRules store,
      Instant now) {}

  /** What an act makes of the basket as it stands. */
  record Act(BasketEntry entry, @Nullable AuditRecord audit) {}

  /** How an act is computed; called again when another entry came first. */
  @FunctionalInterface
  interface ActOn {
    /**
     * @param allowance of the operator for the permission that the act needs
     */
    Act on(Basket basket, int seq, Allowance allowance);
  }

  /**
   * What an act needs of the operator, or of the one who approves it.
   *
   * @param permission that an approval must be for
   * @param also permission that whoever approves must have besides, null = none
   * @param excess discounts that the act leaves on too little, null = none
   */
  record Needs(String permission, @Nullable String also, GivenAway.@Nullable Excess excess) {
    static Needs of(String permission) {
      return new Needs(permission, null, null);
    }
  }

  /** What an act needs, where that depends on what the basket holds. */
  @FunctionalInterface
  interface Needed {
    Needs on(Basket basket, Connection connection) throws SQLException;
  }

  /** What becomes of the basket itself when an act closes, parks or moves it. */
  @FunctionalInterface
  interface Turn {
    Basket.Head of(Basket basket, Connection connection) throws SQLException;
  }

  Acting acting(
      Caller caller,
      Command command,
      @Nullable UUID approvalId,
      @Nullable Standing standing,
      Selling.Ref ref) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    StoreRules store = rules.at(caller.rulesVersion(), now);
    return new Acting(caller, command, approvalId, standing, ref, store, now);
  }

  StoreRules rules(Caller caller) {
    return rules.at(caller.rulesVersion(), clock.instant());
  }

  /**
   * Reads a basket of the caller's store.
   *
   * @throws Refusal BASKET_UNKNOWN
   */
  Basket get(Caller caller, UUID basketId) throws SQLException {
    // Before a connection is taken: a call that waits for a second one while it holds the first
    // waits for itself as soon as enough do so.
    StoreRules store = rules(caller);
    try (Connection connection = pool.getConnection()) {
      return inStore(caller, find(connection, basketId, store));
    }
  }

  /** As {@link #get}, perhaps older: for what is judged again under a lock. */
  Basket guess(Caller caller, UUID basketId) throws SQLException {
    Basket guess = guesses.getIfPresent(basketId);
    return guess == null ? get(caller, basketId) : inStore(caller, guess);
  }

  /** Reads something that a basket's act depends on. */
  <T> T look(Look<T> look) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return look.at(connection);
    }
  }

  /** One look at the database. */
  @FunctionalInterface
  interface Look<T> {
    T at(Connection connection) throws SQLException;
  }

  /** What the last act here made of a basket; perhaps older than what is stored, or none. */
  @Nullable Basket kept(UUID basketId) {
    return guesses.getIfPresent(basketId);
  }

  void forget(UUID basketId) {
    guesses.invalidate(basketId);
  }

  private static Basket inStore(Caller caller, @Nullable Basket basket) {
    if (basket == null || basket.head().storeId() != caller.storeId()) {
      throw new Refusal(Reason.BASKET_UNKNOWN);
    }
    return basket;
  }

  static @Nullable Basket find(Connection connection, UUID basketId, StoreRules store)
      throws SQLException {
    return BasketDao.find(connection, basketId)
        .map(stored -> Basket.of(stored.head(), stored.entries(), store.unitMinor()))
        .orElse(null);
  }

  /**
   * Appends one entry; the first one opens the basket.
   *
   * @param permission that the act needs
   * @throws Standing.Fallen an act on a caller's standing was not written at its first attempt
   */
  Basket append(Acting acting, String permission, ActOn act) throws SQLException {
    return append(acting, (basket, connection) -> Needs.of(permission), act);
  }

  /** As above, for an act whose permission depends on the basket. */
  Basket append(Acting acting, Needed permission, ActOn act) throws SQLException {
    UUID basketId = acting.ref().basketId();
    for (int attempt = 1; ; attempt++) {
      Basket guess = guesses.getIfPresent(basketId);
      try {
        Basket written = attempt(acting, permission, act, guess);
        if (written != null) {
          guesses.put(basketId, written);
          return written;
        }
      } catch (Refusal refusal) {
        if (guess == null) {
          throw refusal;
        }
      } catch (SQLIntegrityConstraintViolationException e) {
        guesses.invalidate(basketId);
        refuseFallen(acting);
        refuseMade(acting);
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
      guesses.invalidate(basketId);
      refuseFallen(acting);
      if (attempt == ATTEMPTS) {
        throw new Refusal(Reason.BASKET_CHANGED);
      }
    }
  }

  private static void refuseFallen(Acting acting) {
    if (acting.standing() != null) {
      throw new Standing.Fallen();
    }
  }

  private @Nullable Basket attempt(
      Acting acting, Needed permission, ActOn act, @Nullable Basket guess) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      Basket basket =
          guess == null ? find(connection, acting.ref().basketId(), acting.store()) : guess;
      return basket == null
          ? open(connection, acting, permission, act)
          : appendTo(connection, acting, permission, basket, act);
    }
  }

  /** The same command may have arrived twice at the same moment. */
  private void refuseMade(Acting acting) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      BasketDao.refuseMade(connection, key(acting));
    }
  }

  private static @Nullable Basket appendTo(
      Connection connection, Acting acting, Needed needed, Basket basket, ActOn actOn)
      throws SQLException {
    basket.refuseUnlessOpenAt(acting.command().terminalId(), acting.ref().generation());
    refuseTooMany(basket);
    Needs needs = needed.on(basket, connection);
    if (acting.approvalId() == null) {
      Act act = actOn.on(basket, basket.version() + 1, allowed(connection, acting, needs));
      if (act.audit() == null) {
        return append(connection, acting, act.entry())
            ? basket.with(act.entry(), acting.store().unitMinor())
            : null;
      }
    }
    connection.setAutoCommit(false);
    Act act = actOn.on(basket, basket.version() + 1, allowed(connection, acting, needs));
    if (!append(connection, acting, act.entry())) {
      return null;
    }
    if (act.audit() != null) {
      AuditJournal.append(connection, act.audit());
    }
    connection.commit();
    return basket.with(act.entry(), acting.store().unitMinor());
  }

  private static boolean append(Connection connection, Acting acting, BasketEntry entry)
      throws SQLException {
    return acting.standing() == null
        ? BasketDao.append(connection, key(acting), entry)
        : BasketDao.append(connection, key(acting), entry, acting.standing());
  }

  private static @Nullable Basket open(
      Connection connection, Acting acting, Needed needed, ActOn actOn) throws SQLException {
    Caller.CurrentShift shift = acting.caller().shiftOrThrow();
    if (acting.ref().generation() > 1) {
      throw new Refusal(Reason.BASKET_UNKNOWN);
    }
    Basket.Head head =
        new Basket.Head(
            acting.ref().basketId(),
            acting.caller().storeId(),
            acting.caller().terminalId(),
            shift.shiftId(),
            1,
            Basket.State.OPEN,
            null);
    connection.setAutoCommit(false);
    if (acting.approvalId() != null) {
      holdShift(connection, shift.shiftId());
    }
    Basket empty = Basket.of(head, List.of(), acting.store().unitMinor());
    Act act = actOn.on(empty, 1, allowed(connection, acting, needed.on(empty, connection)));
    if (acting.standing() == null) {
      if (!BasketDao.open(
          connection, head, acting.command().operatorId(), act.entry().occurredAt())) {
        throw new Refusal(Reason.SHIFT_CLOSED);
      }
    } else if (!BasketDao.open(
        connection, head, key(acting), act.entry().occurredAt(), acting.standing())) {
      return null;
    }
    BasketDao.insert(connection, key(acting), act.entry());
    if (act.audit() != null) {
      AuditJournal.append(connection, act.audit());
    }
    connection.commit();
    return Basket.of(head, List.of(act.entry()), acting.store().unitMinor());
  }

  private static void holdShift(Connection connection, UUID shiftId) throws SQLException {
    if (!BasketDao.holdShift(connection, shiftId)) {
      throw new Refusal(Reason.SHIFT_CLOSED);
    }
  }

  /**
   * Turns a whole basket: gives it up, puts it aside or takes it elsewhere. The row is locked
   * before it is read, so that nothing is scanned into it meanwhile.
   *
   * @param into shift that the basket is taken to, held open meanwhile; null = it stays in its own
   * @param turn the new head; it refuses where the basket does not stand as it must
   */
  Basket turn(Acting acting, String permission, @Nullable UUID into, Turn turn, ActOn actOn)
      throws SQLException {
    UUID basketId = acting.ref().basketId();
    guesses.invalidate(basketId);
    return Transactions.repeat(
        pool,
        connection -> {
          if (into != null) {
            holdShift(connection, into);
          }
          Allowance allowance = allowed(connection, acting, Needs.of(permission));
          BasketDao.lock(connection, basketId);
          Basket basket = inStore(acting.caller(), find(connection, basketId, acting.store()));
          BasketDao.refuseMade(connection, key(acting));
          refuseTooMany(basket);
          Basket.Head head = turn.of(basket, connection);
          Act act = actOn.on(basket, basket.version() + 1, allowance);
          BasketDao.turn(connection, head, acting.command().operatorId(), acting.now());
          BasketDao.insert(connection, key(acting), act.entry());
          if (act.audit() != null) {
            AuditJournal.append(connection, act.audit());
          }
          return new Basket(
                  head, basket.version(), basket.lines(), basket.discounts(), basket.buyer())
              .with(act.entry(), acting.store().unitMinor());
        });
  }

  /** Baskets that wait in the store, those of the caller's terminal among them. */
  List<Waiting> waiting(Caller caller, boolean elsewhere) throws SQLException {
    StoreRules store = rules(caller);
    try (Connection connection = pool.getConnection()) {
      List<Waiting> waiting = new java.util.ArrayList<>();
      for (BasketDao.WaitingRow row :
          BasketDao.waiting(connection, caller.storeId(), caller.terminalId(), elsewhere)) {
        Basket basket = find(connection, row.basketId(), store);
        if (basket != null && waits(basket.head(), caller, elsewhere)) {
          waiting.add(new Waiting(row, basket));
        }
      }
      return waiting;
    }
  }

  /** Read after the list, it may have gone elsewhere meanwhile. */
  private static boolean waits(Basket.Head head, Caller caller, boolean elsewhere) {
    return head.state() == Basket.State.SUSPENDED
        || head.state() == Basket.State.OPEN
            && (elsewhere || head.terminalId() == caller.terminalId());
  }

  /** A basket that waits, with where and for whom. */
  record Waiting(BasketDao.WaitingRow row, Basket basket) {}

  private static void refuseTooMany(Basket basket) {
    if (basket.version() >= MOST_ENTRIES) {
      throw new Refusal(Reason.LINES_TOO_MANY).with("most", MOST_ENTRIES);
    }
  }

  private static Allowance allowed(Connection connection, Acting acting, Needs needs)
      throws SQLException {
    Allowance.Approved approved = used(connection, acting, needs.permission());
    if (approved != null
        && needs.also() != null
        && !AdmissionDao.rightsOf(connection, approved.operatorId())
            .permissions()
            .contains(needs.also())) {
      throw new Refusal(Reason.APPROVAL_NOT_ALLOWED).with("permission", needs.also());
    }
    Allowance allowance =
        new Allowance(acting.caller().operatorOrThrow(), needs.permission(), approved);
    if (needs.excess() != null) {
      Integer unused = allowance.within(needs.excess().minor(), needs.excess()::within);
    }
    return allowance;
  }

  private static Allowance.@Nullable Approved used(
      Connection connection, Acting acting, String permission) throws SQLException {
    return acting.approvalId() == null
        ? null
        : ApprovalDao.use(
            connection,
            new Approval.Act(
                acting.approvalId(),
                acting.command().requestId(),
                acting.command().terminalId(),
                acting.command().operatorId(),
                permission,
                acting.ref().basketId(),
                acting.now()));
  }

  private static BasketDao.EntryKey key(Acting acting) {
    return new BasketDao.EntryKey(
        acting.ref().basketId(),
        acting.command().requestId(),
        acting.command().digest(),
        acting.command().terminalId(),
        acting.command().operatorId(),
        Math.max(1, acting.ref().generation()));
  }
}
