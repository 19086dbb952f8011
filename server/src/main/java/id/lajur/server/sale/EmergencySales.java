package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.receipt.EmergencyPaper;
import id.lajur.server.catalog.CodeReader;
import id.lajur.server.catalog.ItemDao;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.catalog.ScannedUnit;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Posting;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.sale.EmergencyReceipt.Difference;
import id.lajur.server.sale.EmergencyReceipt.DifferenceKind;
import id.lajur.server.security.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what lanes sold while the server was away. The lane's lines and money are facts; total
 * and taxes are reckoned anew, and where they or the prices differ, that is listed.
 */
public final class EmergencySales {
  private static final Duration CLOCK_MAY_BE_AHEAD = Duration.ofMinutes(2);

  private final DataSource pool;
  private final Jdbi jdbi;
  private final CodeReader codes;
  private final Rules rules;
  private final Posting posting;
  private final Clock clock;

  /**
   * @param rules of its own: it asks for past moments, and the lanes for the present one
   */
  public EmergencySales(DataSource pool, Jdbi jdbi, Rules rules, Posting posting, Clock clock) {
    this.pool = pool;
    this.jdbi = jdbi;
    this.codes = new CodeReader(jdbi);
    this.rules = rules;
    this.posting = posting;
    this.clock = clock;
  }

  /**
   * @param differences of what the receipt says of them
   */
  private record People(
      int operatorId, EmergencyDao.ShiftRow shift, List<Difference> differences) {}

  /**
   * Posts one receipt.
   *
   * @throws Refusal EMERGENCY_INVALID, EMERGENCY_ORDER, EMERGENCY_LINK; OPERATOR_UNKNOWN,
   *     SHIFT_UNKNOWN, ITEM_UNKNOWN where nothing can stand in their place
   */
  CompletableFuture<byte[]> post(
      Caller caller,
      UUID requestId,
      byte[] digest,
      EmergencyReceipt receipt,
      Function<EmergencyReceipt.Taken, byte[]> answer)
      throws SQLException {
    Instant now = clock.instant();
    People people =
        people(caller, receipt.paper().operatorNumber(), receipt.paper().shiftId(), false);
    Instant soldAt = Instant.ofEpochMilli(receipt.paper().soldAtMs());
    Instant reckonedAt = between(people.shift().openedAt(), soldAt, now);
    List<Difference> differences = new ArrayList<>(people.differences());
    if (soldAt.isAfter(now.plus(CLOCK_MAY_BE_AHEAD))) {
      differences.add(new Difference(DifferenceKind.CLOCK, 0, soldAt.toString(), now.toString()));
    }
    StoreRules at = rules.at(caller.rulesVersion(), reckonedAt);
    GivenBefore before = givenBefore(receipt.paper(), at);
    PricedBasket priced = priced(caller, receipt, before, at, reckonedAt, differences);
    differences.addAll(apart(receipt.paper(), priced));
    SaleBooks books =
        new SaleBooks(
            new Command(
                requestId, digest, caller.storeId(), caller.terminalId(), people.operatorId()),
            caller.locationId(),
            priced,
            payment(receipt.paper(), priced, at),
            at,
            soldAt.isAfter(now) ? now : soldAt,
            false);
    return posting.post(
        new EmergencyDocument(receipt, books, people.shift().shiftId(), differences, now, answer));
  }

  /**
   * Notes a basket that was given up.
   *
   * @throws Refusal OPERATOR_UNKNOWN, SHIFT_UNKNOWN
   */
  CompletableFuture<byte[]> giveUp(
      Caller caller,
      UUID requestId,
      byte[] digest,
      EmergencyVoid voided,
      Function<Boolean, byte[]> answer)
      throws SQLException {
    People people = people(caller, voided.operatorNumber(), voided.shiftId(), true);
    return posting.post(
        new EmergencyVoiding(
            new Command(
                requestId, digest, caller.storeId(), caller.terminalId(), people.operatorId()),
            voided,
            people.shift().shiftId(),
            clock.instant(),
            answer));
  }

  /**
   * Who did it in which shift. A store that was restored may know neither: then it is who has
   * signed on where it comes from, and the terminal's shift.
   *
   * @param ofAnybody whether the shift may be another operator's
   */
  private People people(Caller caller, String operatorNumber, UUID shiftId, boolean ofAnybody)
      throws SQLException {
    List<Difference> differences = new ArrayList<>();
    try (Connection connection = pool.getConnection()) {
      int operatorId = operator(connection, caller, operatorNumber, differences);
      Optional<EmergencyDao.ShiftRow> shift =
          EmergencyDao.shift(connection, caller.terminalId(), shiftId);
      if (shift.isPresent()) {
        if (!ofAnybody && shift.get().operatorId() != operatorId) {
          throw new Refusal(Reason.SHIFT_UNKNOWN);
        }
        return new People(operatorId, shift.get(), differences);
      }
      EmergencyDao.ShiftRow other =
          EmergencyDao.otherShift(connection, caller.terminalId(), operatorId)
              .orElseThrow(() -> new Refusal(Reason.SHIFT_UNKNOWN));
      differences.add(
          new Difference(DifferenceKind.SHIFT, 0, shiftId.toString(), other.shiftId().toString()));
      return new People(operatorId, other, differences);
    }
  }

  private static int operator(
      Connection connection, Caller caller, String number, List<Difference> differences)
      throws SQLException {
    Optional<EmergencyDao.OperatorRow> known =
        EmergencyDao.operator(connection, caller.storeId(), number);
    if (known.isPresent()) {
      if (!known.get().active()) {
        differences.add(new Difference(DifferenceKind.LEFT, 0, number, ""));
      }
      return known.get().operatorId();
    }
    Caller.SignedOn brings = caller.operator();
    if (brings == null) {
      throw new Refusal(Reason.OPERATOR_UNKNOWN);
    }
    differences.add(new Difference(DifferenceKind.OPERATOR, 0, number, brings.number()));
    return brings.operatorId();
  }

  private static Instant between(Instant least, Instant value, Instant most) {
    if (value.isAfter(most)) {
      return most;
    }
    return value.isBefore(least) ? least : value;
  }

  private GivenBefore givenBefore(EmergencyPaper paper, StoreRules at) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return new GivenBefore(Baskets.find(connection, paper.basketId(), at));
    }
  }

  private PricedBasket priced(
      Caller caller,
      EmergencyReceipt receipt,
      GivenBefore before,
      StoreRules at,
      Instant soldAt,
      List<Difference> differences) {
    EmergencyPaper paper = receipt.paper();
    Map<UnitKey, SaleItem> items = items(caller, paper, soldAt);
    List<BasketLine> lines = new ArrayList<>();
    for (int i = 0; i < paper.lines().size(); i++) {
      EmergencyPaper.Line line = paper.lines().get(i);
      SaleItem item = items.get(UnitKey.of(line));
      EmergencyReceipt.Extra extra = receipt.extras().get(i);
      GivenBefore.Known known = before.line(i, line);
      refuseUnlessReckoned(line, extra, at.unitMinor());
      if (item == null) {
        item = standIn(caller, receipt, i, at);
        differences.add(
            new Difference(
                DifferenceKind.ITEM, i + 1, line.itemCode() + " " + extra.name(), item.code()));
      } else if (!line.voided()) {
        if (known != null || !judgePrice(i + 1, line, extra, item, before, differences)) {
          judgeListPrice(i + 1, extra, item, differences);
        }
        if (known == null && extra.labelAmountMinor() != null) {
          @Nullable Long said = labelMinor(caller.storeId(), line, item, soldAt);
          judgeLabel(i + 1, extra.labelAmountMinor(), said, differences);
        }
        judgeBlocked(i + 1, item, differences);
      }
      if (known == null && before.givesAway(line, extra.priceSource())) {
        differences.add(unapproved(i + 1, line.totalMinor()));
      }
      lines.add(line(i + 1, line, extra, item, known, soldAt));
    }
    List<Basket.BasketDiscount> discounts = new ArrayList<>();
    for (int i = 0; i < paper.discounts().size(); i++) {
      EmergencyPaper.Discount discount = paper.discounts().get(i);
      GivenBefore.Known known = before.discount(i, discount);
      if (known == null) {
        differences.add(unapproved(0, discount.amountMinor()));
      }
      discounts.add(
          new Basket.BasketDiscount(
              i + 1,
              DiscountSource.valueOf(discount.source()),
              discount.amountMinor(),
              null,
              known == null ? null : known.approvedBy(),
              receipt.reasons().get(i)));
    }
    Basket.Head head =
        new Basket.Head(
            paper.basketId(),
            caller.storeId(),
            caller.terminalId(),
            paper.shiftId(),
            paper.generation(),
            Basket.State.OPEN,
            null);
    return PricedBasket.of(
        new Basket(head, lines.size(), lines, discounts, before.buyer()),
        at.taxRates(),
        at.taxRounding(),
        at.unitMinor());
  }

  /**
   * An amount of a department in place of an item that the store does not know: named and taxed as
   * printed, it moves no stock.
   */
  private SaleItem standIn(Caller caller, EmergencyReceipt receipt, int place, StoreRules at) {
    EmergencyPaper.Line line = receipt.paper().lines().get(place);
    EmergencyReceipt.Extra extra = receipt.extras().get(place);
    SaleItem department =
        jdbi.withExtension(ItemDao.class, dao -> dao.findOldestDepartment(caller.storeId()))
            .orElseThrow(() -> new Refusal(Reason.ITEM_UNKNOWN).with("code", line.itemCode()));
    return new SaleItem(
        department.itemId(),
        department.code(),
        extra.name().isEmpty() ? line.itemCode() : extra.name(),
        department.departmentId(),
        department.kind(),
        department.account(),
        taxClass(extra.taxClassId(), receipt.paper(), at),
        department.weighed(),
        department.noDiscount(),
        department.noReturn(),
        department.blocked(),
        department.stockPolicy(),
        department.unitNo(),
        department.unit(),
        department.factorMilli(),
        null,
        null);
  }

  /** That of the line where the store has it, else what most of the receipt is taxed as. */
  private static int taxClass(int ofLine, EmergencyPaper paper, StoreRules at) {
    if (at.taxRates().containsKey(ofLine)) {
      return ofLine;
    }
    return paper.taxes().stream()
        .filter(tax -> at.taxRates().containsKey(tax.taxClassId()))
        .max(Comparator.comparingLong(EmergencyPaper.Tax::taxableMinor))
        .map(EmergencyPaper.Tax::taxClassId)
        .orElseGet(() -> Collections.min(at.taxRates().keySet()));
  }

  /**
   * Nobody's prices make a line whose figures do not go together. What a label says the whole line
   * costs is no part of one that says that its price is not a label's: the price that it is held
   * against the shelf by would not be what it was sold at.
   */
  private static void refuseUnlessReckoned(
      EmergencyPaper.Line line, EmergencyReceipt.Extra extra, long unitMinor) {
    if (extra.labelAmountMinor() != null && extra.priceSource() != PriceSource.LABEL) {
      throw new Refusal(Reason.EMERGENCY_INVALID).with("what", "label amount");
    }
    long extended =
        extra.labelAmountMinor() != null
            ? extra.labelAmountMinor()
            : Numbers.extend(line.quantityMilli(), line.priceMinor(), unitMinor);
    if (extended - line.discountMinor() != line.totalMinor()) {
      throw new Refusal(Reason.EMERGENCY_INVALID).with("what", "line total");
    }
  }

  private record UnitKey(String itemCode, int unitNo) {
    static UnitKey of(EmergencyPaper.Line line) {
      return new UnitKey(line.itemCode(), line.unitNo());
    }
  }

  private Map<UnitKey, SaleItem> items(Caller caller, EmergencyPaper paper, Instant at) {
    return jdbi.withExtension(
        ItemDao.class,
        dao -> {
          Map<UnitKey, SaleItem> found = new HashMap<>();
          for (EmergencyPaper.Line line : paper.lines()) {
            UnitKey key = UnitKey.of(line);
            if (!found.containsKey(key)) {
              dao.findUnit(caller.storeId(), line.itemCode(), line.unitNo(), at)
                  .ifPresent(item -> found.put(key, item));
            }
          }
          return found;
        });
  }

  private static Difference unapproved(int lineNo, long minor) {
    return new Difference(DifferenceKind.UNAPPROVED, lineNo, String.valueOf(minor), "");
  }

  private static BasketLine line(
      int lineNo,
      EmergencyPaper.Line line,
      EmergencyReceipt.Extra extra,
      SaleItem item,
      GivenBefore.@Nullable Known known,
      Instant soldAt) {
    return new BasketLine(
        lineNo,
        lineNo,
        line.kind().equals("SALE") ? EntryKind.LINE : EntryKind.valueOf(line.kind()),
        item,
        line.barcode(),
        line.quantityMilli(),
        extra.listPriceMinor(),
        line.priceMinor(),
        extra.priceSource(),
        extra.labelAmountMinor(),
        line.discountMinor(),
        DiscountSource.MANUAL,
        known == null ? null : known.discountReason(),
        known == null ? null : known.approvedBy(),
        line.totalMinor(),
        line.voided() ? soldAt : null,
        extra.reason(),
        null);
  }

  /**
   * Holds what a line of the lane's own was sold at against what the store would have taken. A
   * price that was given is no matter of the shelf: it stands on somebody's word, or is listed as
   * UNAPPROVED.
   *
   * @return whether they differ
   */
  private static boolean judgePrice(
      int lineNo,
      EmergencyPaper.Line line,
      EmergencyReceipt.Extra extra,
      SaleItem item,
      GivenBefore before,
      List<Difference> differences) {
    PriceSource source = extra.priceSource();
    @Nullable Long price = before.priceMinor(line, source, item);
    boolean ofShelf =
        switch (source) {
          case LIST -> true;
          case LEVEL -> before.isOfLevel(line, source);
          case ENTERED -> price != null; // nobody is asked for what stands on the shelf
          case LABEL -> price != null && extra.labelAmountMinor() == null; // changed in quantity
          case OVERRIDE -> false;
        };
    if (!ofShelf || (price != null && price == line.priceMinor())) {
      return false;
    }
    differences.add(price(lineNo, line.priceMinor(), price));
    return true;
  }

  /**
   * Holds what a label is said to cost against what its code says.
   *
   * @param atLane below 0 of goods that come back
   * @param said null where the code is no label of the item
   */
  private static void judgeLabel(
      int lineNo, long atLane, @Nullable Long said, List<Difference> differences) {
    if (said == null || said != Math.abs(atLane)) {
      differences.add(price(lineNo, atLane, said));
    }
  }

  /**
   * What the code of a line says that all of it costs, as the store reads codes of labels.
   *
   * @return null where it is none, or of another item
   */
  private @Nullable Long labelMinor(
      int storeId, EmergencyPaper.Line line, SaleItem item, Instant at) {
    try {
      ScannedUnit read = codes.read(storeId, line.barcode(), at);
      boolean same = read.item().itemId() == item.itemId() && read.item().unitNo() == item.unitNo();
      return same ? read.amountMinor() : null;
    } catch (Refusal unreadable) {
      return null;
    }
  }

  /** Holds the retail price that a line names against the store's, whatever it was sold at. */
  private static void judgeListPrice(
      int lineNo, EmergencyReceipt.Extra extra, SaleItem item, List<Difference> differences) {
    @Nullable Long price = item.priceMinor();
    if (extra.priceSource() == PriceSource.LIST
        && (price == null || price != extra.listPriceMinor())) {
      differences.add(price(lineNo, extra.listPriceMinor(), price));
    }
  }

  private static Difference price(int lineNo, long atLane, @Nullable Long atServer) {
    return new Difference(
        DifferenceKind.PRICE,
        lineNo,
        String.valueOf(atLane),
        atServer == null ? "" : atServer.toString());
  }

  private static void judgeBlocked(int lineNo, SaleItem item, List<Difference> differences) {
    if (item.blocked() != null) {
      differences.add(new Difference(DifferenceKind.BLOCKED, lineNo, "", item.blocked()));
    }
  }

  private static List<Difference> apart(EmergencyPaper paper, PricedBasket priced) {
    List<Difference> apart = new ArrayList<>();
    if (paper.totalMinor() != priced.totalMinor()) {
      apart.add(difference(DifferenceKind.TOTAL, paper.totalMinor(), priced.totalMinor()));
    }
    long tax = paper.taxes().stream().mapToLong(EmergencyPaper.Tax::taxMinor).sum();
    if (tax != priced.taxes().totalMinor()) {
      apart.add(difference(DifferenceKind.TAX, tax, priced.taxes().totalMinor()));
    }
    return apart;
  }

  private static Difference difference(DifferenceKind kind, long atLane, long atServer) {
    return new Difference(kind, 0, String.valueOf(atLane), String.valueOf(atServer));
  }

  /** The cash that moved; what the server reckons otherwise is rounding, and listed. */
  private static Payment payment(EmergencyPaper paper, PricedBasket priced, StoreRules rules) {
    TenderKind cash = rules.tenderKinds().get("CASH");
    if (cash == null) {
      throw new IllegalStateException("the store has no tender CASH");
    }
    long kept = Math.subtractExact(paper.tenderedMinor(), paper.changeMinor());
    return new Payment(
        paper.tenderedMinor() == 0
            ? List.of()
            : List.of(new Payment.Taken(cash, paper.tenderedMinor(), "")),
        Math.subtractExact(kept, priced.totalMinor()),
        paper.changeMinor());
  }

  /**
   * Notes how far a terminal's emergency receipts go. It is what the lane says, for whoever closes
   * the day; nothing is posted by it.
   *
   * @param waitingMinor total of those that have not come in
   */
  void announce(Caller caller, long lastNumber, long waitingMinor) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      EmergencyDao.announce(
          connection, caller.terminalId(), lastNumber, waitingMinor, clock.instant());
    }
  }

  /** A page of the manager's list, with what differs by place in it. */
  record Page(
      List<EmergencyDao.ListedRow> receipts,
      Map<Integer, List<Difference>> differences,
      boolean more) {}

  Page list(Caller caller, EmergencyDao.Behind behind, int most) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      List<EmergencyDao.ListedRow> receipts =
          EmergencyDao.list(connection, caller.storeId(), behind, most + 1);
      List<EmergencyDao.ListedRow> page = receipts.subList(0, Math.min(most, receipts.size()));
      return new Page(page, EmergencyDao.differences(connection, page), receipts.size() > most);
    }
  }

  /** Where a terminal's emergency receipts stand. */
  SaleDao.SeriesHead head(int terminalId) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return EmergencyDao.head(connection, terminalId);
    }
  }
}
