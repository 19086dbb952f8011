package id.lajur.server.sale;

import id.lajur.server.catalog.SaleItem;
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
import org.jspecify.annotations.Nullable;

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
                   b.suspend_number,
                   e.seq, e.kind AS entry_kind, e.occurred_at, e.approved_by, e.line_id, e.barcode,
                   e.quantity_milli, e.list_price_minor, e.price_minor, e.price_source,
                   e.label_amount_minor, e.amount_minor, e.percent_micro, e.discount_source,
                   e.reason, e.item_id, e.unit_no, e.item_code, e.item_name, e.department_id,
                   e.item_kind, e.account, e.tax_class_id, e.weighed, e.no_discount, e.no_return,
                   e.stock_policy, e.unit, e.factor_milli, e.sold_sale_id, e.sold_line_no,
                   e.level_prices, e.member_id, e.level_no
              FROM basket b
              LEFT JOIN basket_entry e ON e.basket_id = b.basket_id
             WHERE b.basket_id = ? ORDER BY e.seq""",
            basketId,
            (row, id) -> row.id(id),
            row -> {
              if (row.getObject("seq") != null) {
                entries.add(entry(row));
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

  private static final String INTO_ENTRY =
      """
      INSERT INTO basket_entry (basket_id, seq, request_id, digest, kind, terminal_id,
             operator_id, approved_by, occurred_at, line_id, barcode,
             quantity_milli, list_price_minor, price_minor, price_source,
             label_amount_minor, amount_minor, percent_micro, discount_source, reason,
             sold_sale_id, sold_line_no, member_id, level_no, level_prices, item_id, unit_no, item_code, item_name, department_id, item_kind, account,
             tax_class_id, weighed, no_discount, no_return, stock_policy, unit, factor_milli)
      """;

  // The columns after the basket's id, in the order of bindEntry.
  private static final String ENTRY = "?" + ", ?".repeat(37);

  private static final String APPEND =
      INTO_ENTRY
          + "SELECT b.basket_id, "
          + ENTRY
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

  /** Writes an entry into a basket whose row this transaction has made or locked. */
  static void insert(Connection connection, EntryKey key, BasketEntry entry) throws SQLException {
    Statements.update(
        connection,
        INTO_ENTRY + "VALUES (?, " + ENTRY + ")",
        new Appended(key, entry),
        (row, appended) -> bindEntry(row.id(key.basketId()), appended));
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

  /**
   * Who changed what a basket or a line of it costs.
   *
   * @param lineId null where it is the whole basket
   */
  record PriceAct(
      int seq,
      EntryKind kind,
      @Nullable Integer lineId,
      @Nullable Integer percentMicro,
      String operator,
      @Nullable String approver,
      @Nullable String reason,
      Instant at) {}

  /** The overrides and discounts of a basket, in their order. */
  static List<PriceAct> priceActs(Connection connection, UUID basketId) throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT e.seq, e.kind AS entry_kind, e.line_id, e.percent_micro, e.reason, e.occurred_at,
               o.name AS operator, a.name AS approver
          FROM basket_entry e
          JOIN operator o ON o.operator_id = e.operator_id
          LEFT JOIN operator a ON a.operator_id = e.approved_by
         WHERE e.basket_id = ? AND e.kind IN ('OVERRIDE', 'LINE_DISCOUNT', 'BASKET_DISCOUNT')
         ORDER BY e.seq""",
        basketId,
        (row, id) -> row.id(id),
        row ->
            new PriceAct(
                row.getInt("seq"),
                EntryKind.valueOf(row.getString("entry_kind")),
                row.getObject("line_id", Integer.class),
                row.getObject("percent_micro", Integer.class),
                row.getString("operator"),
                row.getString("approver"),
                row.getString("reason"),
                Statements.time(row, "occurred_at")));
  }

  /** Name of a tax class as papers print it. */
  static String taxName(Connection connection, int taxClassId) throws SQLException {
    return Statements.query(
            connection,
            "SELECT name FROM tax_class WHERE tax_class_id = ?",
            taxClassId,
            (row, id) -> row.number(id),
            row -> row.getString("name"))
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

  private static void bindToOpen(Statements.Row row, Appended appended) throws SQLException {
    EntryKey key = appended.key();
    bindEntry(row, appended);
    row.id(key.basketId()).number(key.terminalId()).number(key.generation());
  }

  private static void bindEntry(Statements.Row row, Appended appended) throws SQLException {
    EntryKey key = appended.key();
    BasketEntry entry = appended.entry();
    row.number(entry.seq())
        .id(key.requestId())
        .bytes(key.digest())
        .name(entry.kind())
        .number(key.terminalId())
        .number(key.operatorId())
        .number(entry.approvedBy())
        .time(entry.occurredAt())
        .number(entry.lineId())
        .text(entry.barcode())
        .number(entry.quantityMilli())
        .number(entry.listPriceMinor())
        .number(entry.priceMinor())
        .name(entry.priceSource())
        .number(entry.labelAmountMinor())
        .number(entry.amountMinor())
        .number(entry.percentMicro())
        .name(entry.discountSource())
        .text(entry.reason())
        .id(entry.returns() == null ? null : entry.returns().saleId())
        .number(entry.returns() == null ? null : (@Nullable Integer) entry.returns().lineNo())
        .number(entry.choice() == null ? null : entry.choice().memberId())
        .number(entry.choice() == null ? null : entry.choice().levelNo())
        .text(entry.item() == null ? null : entry.item().levelPrices());
    bindItem(row, entry.item());
  }

  /** The item as it is now, which the line keeps. */
  private static void bindItem(Statements.Row row, @Nullable SaleItem item) throws SQLException {
    if (item == null) {
      for (int column = 0; column < 14; column++) {
        row.text(null);
      }
      return;
    }
    row.number(item.itemId())
        .number(item.unitNo())
        .text(item.code())
        .text(item.name())
        .number(item.departmentId())
        .name(item.kind())
        .text(item.account())
        .number(item.taxClassId())
        .flag(item.weighed())
        .flag(item.noDiscount())
        .flag(item.noReturn())
        .name(item.stockPolicy())
        .text(item.unit())
        .number(item.factorMilli());
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

  private static BasketEntry entry(ResultSet row) throws SQLException {
    return new BasketEntry(
        row.getInt("seq"),
        EntryKind.valueOf(row.getString("entry_kind")),
        Statements.time(row, "occurred_at"),
        row.getObject("approved_by", Integer.class),
        row.getObject("line_id", Integer.class),
        item(row),
        row.getString("barcode"),
        Statements.numberOrNull(row, "quantity_milli"),
        Statements.numberOrNull(row, "list_price_minor"),
        Statements.numberOrNull(row, "price_minor"),
        named(PriceSource.class, row.getString("price_source")),
        Statements.numberOrNull(row, "label_amount_minor"),
        Statements.numberOrNull(row, "amount_minor"),
        row.getObject("percent_micro", Integer.class),
        named(DiscountSource.class, row.getString("discount_source")),
        row.getString("reason"),
        soldLine(row),
        choice(row));
  }

  private static BasketEntry.@Nullable Choice choice(ResultSet row) throws SQLException {
    String kind = row.getString("entry_kind");
    return kind.equals("MEMBER") || kind.equals("PRICE_LEVEL")
        ? new BasketEntry.Choice(
            row.getObject("member_id", Integer.class), row.getObject("level_no", Integer.class))
        : null;
  }

  private static @Nullable SoldLine soldLine(ResultSet row) throws SQLException {
    UUID saleId = Statements.idOrNull(row, "sold_sale_id");
    return saleId == null ? null : new SoldLine(saleId, row.getInt("sold_line_no"));
  }

  private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }

  /** The item as it was at its scan; it was not blocked then. */
  private static @Nullable SaleItem item(ResultSet row) throws SQLException {
    int itemId = row.getInt("item_id");
    if (row.wasNull()) {
      return null;
    }
    return new SaleItem(
        itemId,
        row.getString("item_code"),
        row.getString("item_name"),
        row.getInt("department_id"),
        SaleItem.Kind.valueOf(row.getString("item_kind")),
        row.getString("account"),
        row.getInt("tax_class_id"),
        row.getBoolean("weighed"),
        row.getBoolean("no_discount"),
        row.getBoolean("no_return"),
        null,
        SaleItem.StockPolicy.valueOf(row.getString("stock_policy")),
        row.getInt("unit_no"),
        row.getString("unit"),
        row.getLong("factor_milli"),
        Statements.numberOrNull(row, "list_price_minor"),
        row.getString("level_prices"));
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
