package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.tax.TaxRate;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.database.Ids;
import id.lajur.server.ledger.Accounts;
import id.lajur.server.ledger.JournalEntry;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.PostingDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Standing;
import id.lajur.server.security.StandingRows;
import id.lajur.server.stock.Balance;
import id.lajur.server.stock.StockDao;
import id.lajur.server.stock.StockKey;
import id.lajur.server.till.ShiftRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A paid basket on its way to being a sale: stock, cash, tax, cost and books at once. */
final class SaleDocument implements Document {
  private static final String SERIES = "S";

  private final Command command;
  private final @Nullable Standing standing;
  private final String terminalCode;
  private final int locationId;
  private final PricedBasket priced;
  private final Payment payment;
  private final StoreRules rules;
  private final Instant soldAt;
  private final Function<Sold, byte[]> answer;

  /**
   * @param standing on which it is posted, null when the caller was admitted just now
   * @param answer how the sale is told to the lane and recorded
   */
  SaleDocument(
      Command command,
      @Nullable Standing standing,
      String terminalCode,
      int locationId,
      PricedBasket priced,
      Payment payment,
      StoreRules rules,
      Instant soldAt,
      Function<Sold, byte[]> answer) {
    this.command = command;
    this.standing = standing;
    this.terminalCode = terminalCode;
    this.locationId = locationId;
    this.priced = priced;
    this.payment = payment;
    this.rules = rules;
    this.soldAt = soldAt.truncatedTo(ChronoUnit.MICROS);
    this.answer = answer;
  }

  /** What a lane is told of a posted sale. */
  record Sold(
      UUID saleId,
      String terminalCode,
      String series,
      long number,
      long totalMinor,
      long roundingMinor,
      long changeMinor,
      boolean opensDrawer,
      String chainCode,
      Instant soldAt,
      LocalDate businessDate) {}

  @Override
  public Command command() {
    return command;
  }

  @Override
  public int weight() {
    return 15 + 2 * priced.lines().size();
  }

  @Override
  public List<Claim<?>> claims() {
    Basket.Head head = priced.basket().head();
    return List.of(
        new Claim<>(
            StandingRows.STANDINGS, standing == null ? List.of() : List.of(standingKey(standing))),
        new Claim<>(ShiftRows.SHIFTS, List.of(head.shiftId())),
        new Claim<>(BasketDao.BASKETS, List.of(head.basketId())),
        new Claim<>(SaleDao.SERIES, List.of(new SaleDao.SeriesKey(command.terminalId(), SERIES))),
        new Claim<>(
            StockDao.BALANCES,
            priced.lines().stream()
                .filter(line -> line.line().item().kind() == SaleItem.Kind.GOODS)
                .map(line -> stockKey(line.line()))
                .distinct()
                .toList()));
  }

  private StandingRows.Key standingKey(Standing of) {
    return new StandingRows.Key(command.requestId(), of);
  }

  private StockKey stockKey(BasketLine line) {
    return new StockKey(locationId, line.item().itemId());
  }

  @Override
  public byte[] post(Draft draft) {
    if (standing != null && !draft.get(StandingRows.STANDINGS, standingKey(standing))) {
      throw new Standing.Fallen();
    }
    Basket.Head basket = priced.basket().head();
    ShiftRows.Shift shift = draft.find(ShiftRows.SHIFTS, basket.shiftId());
    if (shift == null || shift.closedAt() != null) {
      throw new Refusal(Reason.SHIFT_CLOSED);
    }
    closeBasket(draft);
    UUID saleId = Ids.next();
    List<Long> costs = moveStock(draft, saleId);
    long cost = costs.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    SaleDao.SaleRow sale = freeze(draft, saleId, shift.businessDate(), costs, cost);
    draft.insert(
        PostingDao.POSTING,
        new PostingDao.PostingRow(
            saleId,
            command.storeId(),
            Event.Kind.SALE,
            command.terminalId(),
            command.operatorId(),
            shift.shiftId(),
            shift.businessDate(),
            soldAt,
            command.requestId(),
            1));
    entry(cost).writeTo(draft, saleId, command.terminalId(), shift.businessDate());
    fillTill(draft, saleId, shift.shiftId());
    draft.event(
        new Event(
            Event.Kind.SALE,
            saleId,
            command.terminalId(),
            shift.businessDate(),
            soldAt,
            sale.totalMinor(),
            sale.lineCount()));
    return answer.apply(
        new Sold(
            saleId,
            terminalCode,
            SERIES,
            sale.number(),
            sale.totalMinor(),
            sale.roundingMinor(),
            sale.changeMinor(),
            payment.opensDrawer(),
            ReceiptChain.code(sale.hash()),
            soldAt,
            shift.businessDate()));
  }

  /** What was priced must be what is closed: nothing may have come in between. */
  private void closeBasket(Draft draft) {
    Basket basket = priced.basket();
    BasketDao.LockedBasket locked = draft.get(BasketDao.BASKETS, basket.head().basketId());
    if (locked.state() != Basket.State.OPEN) {
      throw new Refusal(Reason.BASKET_CLOSED).with("state", locked.state());
    }
    if (locked.terminalId() != command.terminalId()
        || locked.generation() != basket.head().generation()) {
      throw new Refusal(Reason.BASKET_ELSEWHERE).with("generation", locked.generation());
    }
    if (locked.version() != basket.version()) {
      throw new Refusal(Reason.BASKET_CHANGED).with("version", locked.version());
    }
    draft.put(
        BasketDao.BASKETS,
        locked.basketId(),
        new BasketDao.LockedBasket(
            locked.basketId(),
            locked.terminalId(),
            locked.generation(),
            Basket.State.SOLD,
            locked.version()));
  }

  /** Takes goods from stock, or puts them back; the cost of each line in its order. */
  private List<Long> moveStock(Draft draft, UUID saleId) {
    List<Long> costs = new ArrayList<>(priced.lines().size());
    int lineNo = 0;
    for (PricedBasket.PricedLine pricedLine : priced.lines()) {
      lineNo++;
      BasketLine line = pricedLine.line();
      long base = Numbers.mulDiv(line.quantityMilli(), line.item().factorMilli(), 1000);
      if (line.item().kind() != SaleItem.Kind.GOODS || base == 0) {
        costs.add(0L);
        continue;
      }
      StockKey key = stockKey(line);
      Balance before = draft.get(StockDao.BALANCES, key);
      Balance after;
      if (base > 0) {
        if (line.item().stockPolicy() == SaleItem.StockPolicy.FORBID
            && before.quantityMilli() < base) {
          throw new Refusal(Reason.STOCK_FORBIDS)
              .with("item", line.item().code())
              .with("stockMilli", before.quantityMilli());
        }
        after = before.take(base);
      } else {
        after = before.putBack(-base).after();
      }
      draft.put(StockDao.BALANCES, key, after);
      long value = after.valueMinor() - before.valueMinor();
      draft.insert(
          PostingDao.STOCK_MOVE,
          new PostingDao.StockMoveRow(
              saleId, lineNo, locationId, line.item().itemId(), -base, value));
      costs.add(-value);
    }
    return costs;
  }

  private SaleDao.SaleRow freeze(
      Draft draft, UUID saleId, LocalDate businessDate, List<Long> costs, long cost) {
    SaleDao.SeriesKey key = new SaleDao.SeriesKey(command.terminalId(), SERIES);
    SaleDao.SeriesHead head = draft.get(SaleDao.SERIES, key);
    List<SaleDao.LineRow> lines = lineRows(saleId, businessDate, costs);
    List<SaleDao.DiscountRow> discounts = discountRows(saleId);
    List<SaleDao.TaxRow> taxes = taxRows(saleId);
    List<SaleDao.TenderRow> tenders = tenderRows(saleId);
    SaleDao.SaleRow open =
        saleRow(saleId, businessDate, head.number() + 1, lines.size(), cost, new byte[32]);
    byte[] hash = ReceiptChain.link(head.hash(), open, lines, discounts, taxes, tenders);
    SaleDao.SaleRow sale = saleRow(saleId, businessDate, open.number(), lines.size(), cost, hash);
    draft.put(SaleDao.SERIES, key, new SaleDao.SeriesHead(sale.number(), hash));
    draft.insert(SaleDao.SALE, sale);
    lines.forEach(line -> draft.insert(SaleDao.LINE, line));
    discounts.forEach(discount -> draft.insert(SaleDao.DISCOUNT, discount));
    taxes.forEach(tax -> draft.insert(SaleDao.TAX, tax));
    tenders.forEach(tender -> draft.insert(SaleDao.TENDER, tender));
    return sale;
  }

  private SaleDao.SaleRow saleRow(
      UUID saleId, LocalDate businessDate, long number, int lineCount, long cost, byte[] hash) {
    return new SaleDao.SaleRow(
        saleId,
        priced.basket().head().basketId(),
        command.storeId(),
        command.terminalId(),
        SERIES,
        number,
        priced.basket().head().shiftId(),
        command.operatorId(),
        businessDate,
        soldAt,
        lineCount,
        priced.linesMinor(),
        priced.discountMinor(),
        priced.taxes().onTopMinor(),
        priced.taxes().totalMinor(),
        priced.totalMinor(),
        payment.roundingMinor(),
        payment.changeMinor(),
        cost,
        hash);
  }

  private List<SaleDao.LineRow> lineRows(UUID saleId, LocalDate businessDate, List<Long> costs) {
    List<SaleDao.LineRow> rows = new ArrayList<>();
    for (PricedBasket.PricedLine pricedLine : priced.lines()) {
      BasketLine line = pricedLine.line();
      rows.add(
          new SaleDao.LineRow(
              saleId,
              rows.size() + 1,
              command.storeId(),
              businessDate,
              command.terminalId(),
              line.kind() == EntryKind.LINE ? "SALE" : line.kind().name(),
              line.item(),
              line.barcode(),
              line.quantityMilli(),
              line.listPriceMinor(),
              line.priceMinor(),
              line.priceSource(),
              line.discountMinor(),
              line.totalMinor(),
              pricedLine.baseShareMinor() + pricedLine.couponShareMinor(),
              pricedLine.taxableMinor(),
              pricedLine.taxMinor(),
              costs.get(rows.size()),
              line.reason()));
    }
    return rows;
  }

  private List<SaleDao.DiscountRow> discountRows(UUID saleId) {
    List<SaleDao.DiscountRow> rows = new ArrayList<>();
    int lineNo = 0;
    for (PricedBasket.PricedLine pricedLine : priced.lines()) {
      lineNo++;
      BasketLine line = pricedLine.line();
      if (line.discountMinor() != 0) {
        rows.add(
            new SaleDao.DiscountRow(
                saleId,
                rows.size() + 1,
                lineNo,
                line.discountSource(),
                line.discountMinor(),
                line.approvedBy(),
                line.discountReason() == null ? "" : line.discountReason()));
      }
    }
    List<Basket.BasketDiscount> discounts = priced.basket().discounts();
    for (int i = 0; i < discounts.size(); i++) {
      if (priced.discountMinors().get(i) != 0) {
        rows.add(
            new SaleDao.DiscountRow(
                saleId,
                rows.size() + 1,
                null,
                discounts.get(i).source(),
                priced.discountMinors().get(i),
                discounts.get(i).approvedBy(),
                discounts.get(i).reason()));
      }
    }
    return rows;
  }

  private List<SaleDao.TaxRow> taxRows(UUID saleId) {
    return priced.taxes().rates().stream()
        .sorted(java.util.Comparator.comparingInt(tax -> tax.rate().taxClassId()))
        .map(tax -> new SaleDao.TaxRow(saleId, tax.rate(), tax.taxableMinor(), tax.taxMinor()))
        .toList();
  }

  private List<SaleDao.TenderRow> tenderRows(UUID saleId) {
    List<SaleDao.TenderRow> rows = new ArrayList<>();
    for (Payment.Taken taken : payment.tenders()) {
      rows.add(
          new SaleDao.TenderRow(
              saleId,
              rows.size() + 1,
              taken.kind().code(),
              taken.amountMinor(),
              taken.reference()));
    }
    return rows;
  }

  /**
   * The entry of a receipt: sales without tax and before discounts, discounts without their tax.
   */
  private JournalEntry entry(long cost) {
    JournalEntry entry = new JournalEntry();
    for (Payment.Taken taken : payment.tenders()) {
      entry.debit(taken.kind().account(), taken.amountMinor());
    }
    entry.credit(Accounts.TILLS, payment.changeMinor());
    entry.credit(Accounts.ROUNDING, payment.roundingMinor());
    entry.credit(Accounts.OUTPUT_TAX, priced.taxes().totalMinor());
    Map<Integer, Long> discounts = new TreeMap<>();
    for (PricedBasket.PricedLine line : priced.lines()) {
      credit(entry, line, discounts);
    }
    discounts.forEach(
        (taxClassId, discount) -> {
          TaxRate rate = rules.taxRates().get(taxClassId);
          long net = rate == null ? discount : rate.netOf(discount, rules.unitMinor());
          entry.debit(Accounts.DISCOUNTS, net).credit(Accounts.SALES, net);
        });
    entry.debit(Accounts.COST_OF_SALES, cost).credit(Accounts.INVENTORY, cost);
    return entry;
  }

  private static void credit(
      JournalEntry entry, PricedBasket.PricedLine priced, Map<Integer, Long> discounts) {
    BasketLine line = priced.line();
    entry.debit(Accounts.DISCOUNTS, priced.couponShareMinor());
    String account = line.item().account();
    if (account != null) {
      entry.credit(account, priced.taxableMinor());
    } else if (line.quantityMilli() < 0) {
      entry.credit(Accounts.RETURNS, priced.taxableMinor());
    } else {
      entry.credit(Accounts.SALES, priced.taxableMinor());
      discounts.merge(
          line.item().taxClassId(), line.discountMinor() + priced.baseShareMinor(), Math::addExact);
    }
  }

  private void fillTill(Draft draft, UUID saleId, UUID shiftId) {
    long cash =
        payment.tenders().stream()
            .filter(taken -> taken.kind().cash())
            .mapToLong(Payment.Taken::amountMinor)
            .sum();
    int lineNo = 0;
    if (cash != 0) {
      draft.insert(
          PostingDao.TILL_MOVE,
          new PostingDao.TillMoveRow(
              saleId, ++lineNo, shiftId, command.terminalId(), PostingDao.TillMoveKind.SALE, cash));
    }
    if (payment.changeMinor() != 0) {
      draft.insert(
          PostingDao.TILL_MOVE,
          new PostingDao.TillMoveRow(
              saleId,
              ++lineNo,
              shiftId,
              command.terminalId(),
              PostingDao.TillMoveKind.CHANGE,
              -payment.changeMinor()));
    }
  }
}
