package id.lajur.server.sale;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.LockedRows;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Standing;
import id.lajur.server.security.StandingRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Baskets and their entries. */
final class BasketDao {
  private BasketDao() {}

  /** A basket as its posting locks it. */
  record LockedBasket(
      UUID basketId, int terminalId, int generation, Basket.State state, int version) {}

  /** Whose act an entry is. */
  record EntryKey(
      UUID basketId,
      UUID requestId,
      byte[] digest,
      int terminalId,
      int operatorId,
      int generation) {}

  private record Appended(EntryKey key, BasketEntry entry) {}

  /** A basket as it is stored. */
  record Stored(Basket.Head head, List<BasketEntry> entries) {}

  /**
   * A basket with its entries in their order: by one statement, which costs the database little
   * more than one for the head alone.
   */
  static Optional<Stored> find(Connection connection, UUID basketId) throws SQLException {
    List<BasketEntry> entries = new ArrayList<>();
    List<Basket.Head> heads =
        Statements.query(
            connection,
            """
            SELECT b.basket_id, b.store_id, b.terminal_id, b.shift_id, b.generation, b.state,
                   b.suspend_number,\s"""
                + BasketEntryRows.COLUMNS
                + """
              FROM basket b
              LEFT JOIN basket_entry e ON e.basket_id = b.basket_id
             WHERE b.basket_id = ? ORDER BY e.seq""",
            basketId,
            (row, id) -> row.id(id),
            row -> {
              if (row.getObject("seq") != null) {
                entries.add(BasketEntryRows.read(row));
              }
              return head(row);
            });
    return heads.isEmpty() ? Optional.empty() : Optional.of(new Stored(heads.get(0), entries));
  }

  private static Basket.Head head(ResultSet row) throws SQLException {
    return new Basket.Head(
        Statements.id(row, "basket_id"),
        row.getInt("store_id"),
        row.getInt("terminal_id"),
        Statements.id(row, "shift_id"),
        row.getInt("generation"),
        Basket.State.valueOf(row.getString("state")),
        row.getObject("suspend_number", Integer.class));
  }

  /**
   * Opens a basket if its shift is still open, held so until the transaction ends; its first entry
   * follows in the same transaction.
   *
   * @return false when the shift is not
   */
  static boolean open(Connection connection, Basket.Head head, int operatorId, Instant now)
      throws SQLException {
    return Statements.update(
            connection,
            OPEN + " LOCK IN SHARE MODE",
            head,
            (row, opened) -> bindOpen(row, opened, operatorId, now))
        == 1;
  }

  /** Holds a shift open until the transaction ends; false when it is closed. */
  static boolean holdShift(Connection connection, UUID shiftId) throws SQLException {
    return !Statements.query(
            connection,
            "SELECT 1 FROM shift WHERE shift_id = ? AND closed_at IS NULL LOCK IN SHARE MODE",
            shiftId,
            (row, id) -> row.id(id),
            row -> row.getInt(1))
        .isEmpty();
  }

  /**
   * As {@link #open}, only while the caller stands.
   *
   * @return false when it does not
   */
  static boolean open(
      Connection connection, Basket.Head head, EntryKey key, Instant now, Standing standing)
      throws SQLException {
    return Statements.update(
            connection,
            OPEN + " AND " + StandingRows.STANDS + " LOCK IN SHARE MODE",
            head,
            (row, opened) -> {
              bindOpen(row, opened, key.operatorId(), now);
              StandingRows.bind(row, standing, key.requestId());
            })
        == 1;
  }

  private static final String OPEN =
      """
      INSERT INTO basket (basket_id, store_id, terminal_id, shift_id, operator_id, generation,
                          state, opened_at, changed_at)
      SELECT ?, ?, ?, h.shift_id, ?, 1, 'OPEN', ?, ?
        FROM shift h WHERE h.shift_id = ? AND h.closed_at IS NULL""";

  private static void bindOpen(Statements.Row row, Basket.Head head, int operatorId, Instant now)
      throws SQLException {
    row.id(head.basketId())
        .number(head.storeId())
        .number(head.terminalId())
        .number(operatorId)
        .time(now)
        .time(now)
        .id(head.shiftId());
  }

  private static final String APPEND =
      BasketEntryRows.INSERT
          + "SELECT b.basket_id, "
          + BasketEntryRows.VALUES
          + """
           FROM basket b
           WHERE b.basket_id = ? AND b.state = 'OPEN' AND b.terminal_id = ? AND b.generation = ?
          """;

  /**
   * Appends an entry if the basket is still open at this terminal in this generation: the deciding
   * read is part of the write, and holds a shared lock against the posting that closes the basket.
   *
   * @return false when the basket is not; a duplicate key is thrown when another entry came first
   */
  static boolean append(Connection connection, EntryKey key, BasketEntry entry)
      throws SQLException {
    return Statements.update(
            connection,
            APPEND + " LOCK IN SHARE MODE",
            new Appended(key, entry),
            BasketDao::bindToOpen)
        == 1;
  }

  /** As {@link #append}, and only while the caller stands. */
  static boolean append(Connection connection, EntryKey key, BasketEntry entry, Standing standing)
      throws SQLException {
    return Statements.update(
            connection,
            APPEND + " AND " + StandingRows.STANDS + " LOCK IN SHARE MODE",
            new Appended(key, entry),
            (row, appended) -> {
              bindToOpen(row, appended);
              StandingRows.bind(row, standing, key.requestId());
            })
        == 1;
  }

  private static void bindToOpen(Statements.Row row, Appended appended) throws SQLException {
    EntryKey key = appended.key();
    BasketEntryRows.bind(row, key, appended.entry());
    row.id(key.basketId()).number(key.terminalId()).number(key.generation());
  }

  /** Writes an entry into a basket whose row this transaction has made or locked. */
  static void insert(Connection connection, EntryKey key, BasketEntry entry) throws SQLException {
    Statements.update(
        connection,
        BasketEntryRows.INSERT + "VALUES (?, " + BasketEntryRows.VALUES + ")",
        new Appended(key, entry),
        (row, inserted) ->
            BasketEntryRows.bind(
                row.id(inserted.key().basketId()), inserted.key(), inserted.entry()));
  }

  /** Holds a basket's row until the transaction ends. */
  static void lock(Connection connection, UUID basketId) throws SQLException {
    Statements.query(
        connection,
        "SELECT basket_id FROM basket WHERE basket_id = ? FOR UPDATE",
        basketId,
        (row, id) -> row.id(id),
        row -> row.getString(1));
  }

  /** Writes where a locked basket is now and how it stands. */
  static void turn(Connection connection, Basket.Head head, int operatorId, Instant now)
      throws SQLException {
    Statements.update(
        connection,
        """
        UPDATE basket SET terminal_id = ?, shift_id = ?, operator_id = ?, generation = ?, state = ?,
               changed_at = ?, suspend_number = ?
         WHERE basket_id = ?""",
        head,
        (row, h) ->
            row.number(h.terminalId())
                .id(h.shiftId())
                .number(operatorId)
                .number(h.generation())
                .name(h.state())
                .time(now)
                .number(h.suspendNumber())
                .id(h.basketId()));
  }

  /**
   * The smallest number that no suspended basket of the store has. Until the transaction ends
   * nobody else is given one.
   */
  static int freeNumber(Connection connection, int storeId) throws SQLException {
    Statements.update(
        connection,
        """
        INSERT INTO suspend_turn (store_id, turns) VALUES (?, 1)
            ON DUPLICATE KEY UPDATE turns = turns + 1""",
        storeId,
        (row, id) -> row.number(id));
    return Statements.query(
            connection,
            """
            SELECT MIN(candidate) FROM
              (SELECT 1 AS candidate
                UNION ALL
               SELECT suspend_number + 1 FROM basket
                WHERE store_id = ? AND suspend_number IS NOT NULL) candidates
             WHERE candidate NOT IN (SELECT suspend_number FROM basket
                                      WHERE store_id = ? AND suspend_number IS NOT NULL)""",
            storeId,
            (row, id) -> row.number(id).number(id),
            row -> row.getInt(1))
        .get(0);
  }

  /** A basket that waits. */
  record WaitingRow(UUID basketId, String terminal, String operator, Instant since) {}

  /**
   * @param elsewhere also what is open at other terminals
   */
  static List<WaitingRow> waiting(
      Connection connection, int storeId, int terminalId, boolean elsewhere) throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT b.basket_id, t.code, o.name, b.changed_at FROM basket b
          JOIN terminal t ON t.terminal_id = b.terminal_id
          JOIN operator o ON o.operator_id = b.operator_id
         WHERE b.store_id = ?
           AND (b.state = 'SUSPENDED' OR b.state = 'OPEN' AND (? OR b.terminal_id = ?))
         ORDER BY b.changed_at DESC LIMIT 200""",
        storeId,
        (row, id) -> row.number(id).number(elsewhere ? 1 : 0).number(terminalId),
        row ->
            new WaitingRow(
                Statements.id(row, "basket_id"),
                row.getString("code"),
                row.getString("name"),
                Statements.time(row, "changed_at")));
  }

  /** An open basket, and how many entries it has. */
  record OpenRow(UUID basketId, int terminalId, int generation, int version, Instant openedAt) {}

  static List<OpenRow> open(Connection connection, int storeId) throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT b.basket_id, b.terminal_id, b.generation, b.opened_at,
               (SELECT COALESCE(MAX(e.seq), 0) FROM basket_entry e
                 WHERE e.basket_id = b.basket_id) AS version
          FROM basket b WHERE b.store_id = ? AND b.state = 'OPEN'""",
        storeId,
        (row, id) -> row.number(id),
        row ->
            new OpenRow(
                Statements.id(row, "basket_id"),
                row.getInt("terminal_id"),
                row.getInt("generation"),
                row.getInt("version"),
                Statements.time(row, "opened_at")));
  }

  /** The version of a store's rules. */
  static long rulesVersion(Connection connection, int storeId) throws SQLException {
    return Statements.query(
            connection,
            "SELECT rules_version FROM store WHERE store_id = ?",
            storeId,
            (row, id) -> row.number(id),
            row -> row.getLong(1))
        .get(0);
  }

  /**
   * Refuses an act whose request has made its entry by now. Whoever asked is admitted again, and so
   * gets the answer of that entry if the command was the same.
   *
   * @throws Refusal REQUEST_REUSED
   */
  static void refuseMade(Connection connection, EntryKey key) throws SQLException {
    if (!Statements.query(
            connection,
            "SELECT 1 FROM basket_entry WHERE request_id = ?",
            key,
            (row, made) -> row.id(made.requestId()),
            row -> row.getInt(1))
        .isEmpty()) {
      throw new Refusal(Reason.REQUEST_REUSED).with("requestId", key.requestId());
    }
  }

  /** Baskets that become sales. */
  static final LockedRows<UUID, LockedBasket> BASKETS =
      new LockedRows<>() {
        @Override
        public int order() {
          return 20;
        }

        @Override
        public Map<UUID, LockedBasket> lock(Connection connection, List<UUID> keys)
            throws SQLException {
          Map<UUID, LockedBasket> found = new TreeMap<>();
          Statements.queryKeys(
              connection,
              """
              SELECT basket_id, terminal_id, generation, state FROM basket
               WHERE basket_id IN (%s) ORDER BY basket_id FOR UPDATE""",
              "?",
              keys,
              (row, id) -> row.id(id),
              row ->
                  found.put(
                      Statements.id(row, "basket_id"),
                      new LockedBasket(
                          Statements.id(row, "basket_id"),
                          row.getInt("terminal_id"),
                          row.getInt("generation"),
                          Basket.State.valueOf(row.getString("state")),
                          0)));
          // A statement of its own: its view is younger than the locks, so no entry is missed.
          Statements.queryKeys(
              connection,
              """
              SELECT basket_id, MAX(seq) AS version FROM basket_entry
               WHERE basket_id IN (%s) GROUP BY basket_id""",
              "?",
              keys,
              (row, id) -> row.id(id),
              row -> {
                int version = row.getInt("version");
                return found.computeIfPresent(
                    Statements.id(row, "basket_id"),
                    (id, basket) ->
                        new LockedBasket(
                            id, basket.terminalId(), basket.generation(), basket.state(), version));
              });
          return found;
        }

        @Override
        public void save(Connection connection, Map<UUID, LockedBasket> changed)
            throws SQLException {
          Statements.batch(
              connection,
              "UPDATE basket SET state = ?, changed_at = UTC_TIMESTAMP(6) WHERE basket_id = ?",
              changed.values(),
              (row, basket) -> row.name(basket.state()).id(basket.basketId()));
        }
      };
}
