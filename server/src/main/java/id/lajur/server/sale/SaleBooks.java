package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.tax.TaxRate;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.ledger.Accounts;
import id.lajur.server.ledger.JournalEntry;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.PostingDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
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
import org.jspecify.annotations.Nullable;

/**
 * What a sale writes, whoever numbered its receipt: stock, cost, frozen rows, entry, till, event.
 *
 * @param soldAt in microseconds
 * @param askStock whether an item's policy may forbid to sell below zero; goods that have left the
 *     shop are not asked
 */
record SaleBooks(
    Command command,
    int locationId,
    PricedBasket priced,
    Payment payment,
    StoreRules rules,
    Instant soldAt,
    boolean askStock) {
  SaleBooks {
    soldAt = soldAt.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Where a sale stands in its series.
   *
   * @param before link of the receipt before; not looked at where the link is given
   * @param link given by the lane that numbered it; null = computed from the rows
   */
  record Paper(
      UUID saleId,
      UUID basketId,
      String series,
      long number,
      byte[] before,
      byte @Nullable [] link) {}

  /** About how many rows it writes. */
  int weight() {
    return 15 + 2 * priced.lines().size();
  }

  /** The balances that it changes. */
  Document.Claim<StockKey> stockClaim() {
    return new Document.Claim<>(
        StockDao.BALANCES,
        priced.lines().stream()
            .filter(line -> line.line().item().kind() == SaleItem.Kind.GOODS)
            .map(line -> stockKey(line.line()))
            .distinct()
            .toList());
  }

  private StockKey stockKey(BasketLine line) {
    return new StockKey(locationId, line.item().itemId());
  }

  /**
   * Writes the sale.
   *
   * @param late whether the shift was counted without it: its cash is then the safe's, as that of
   *     the shift became
   * @throws Refusal STOCK_FORBIDS
   */
  SaleDao.SaleRow write(Draft draft, Paper paper, ShiftRows.Shift shift, boolean late) {
    UUID saleId = paper.saleId();
    List<Long> costs = moveStock(draft, saleId);
    long cost = costs.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    SaleDao.SaleRow sale = freeze(draft, paper, shift, costs, cost);
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
    entry(cost, late).writeTo(draft, saleId, command.terminalId(), shift.businessDate());
    fillTill(draft, saleId, shift.shiftId(), late);
    draft.event(
        new Event(
            Event.Kind.SALE,
            saleId,
            command.terminalId(),
            shift.businessDate(),
            soldAt,
            sale.totalMinor(),
            sale.lineCount()));
    return sale;
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
        if (askStock
            && line.item().stockPolicy() == SaleItem.StockPolicy.FORBID
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
      Draft draft, Paper paper, ShiftRows.Shift shift, List<Long> costs, long cost) {
    List<SaleDao.LineRow> lines = lineRows(paper.saleId(), shift.businessDate(), costs);
    List<SaleDao.DiscountRow> discounts = discountRows(paper.saleId());
    List<SaleDao.TaxRow> taxes = taxRows(paper.saleId());
    List<SaleDao.TenderRow> tenders = tenderRows(paper.saleId());
    byte[] link = paper.link();
    if (link == null) {
      SaleDao.SaleRow open = saleRow(paper, shift, lines.size(), cost, new byte[32]);
      link = ReceiptChain.link(paper.before(), open, lines, discounts, taxes, tenders);
    }
    SaleDao.SaleRow sale = saleRow(paper, shift, lines.size(), cost, link);
    draft.insert(SaleDao.SALE, sale);
    lines.forEach(line -> draft.insert(SaleDao.LINE, line));
    discounts.forEach(discount -> draft.insert(SaleDao.DISCOUNT, discount));
    taxes.forEach(tax -> draft.insert(SaleDao.TAX, tax));
    tenders.forEach(tender -> draft.insert(SaleDao.TENDER, tender));
    return sale;
  }

  private SaleDao.SaleRow saleRow(
      Paper paper, ShiftRows.Shift shift, int lineCount, long cost, byte[] hash) {
    Buyer buyer = priced.basket().buyer();
    return new SaleDao.SaleRow(
        paper.saleId(),
        paper.basketId(),
        command.storeId(),
        command.terminalId(),
        paper.series(),
        paper.number(),
        shift.shiftId(),
        command.operatorId(),
        shift.businessDate(),
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
        buyer.memberId(),
        buyer.levelNo() == Buyer.RETAIL ? null : (Integer) buyer.levelNo(),
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
  private JournalEntry entry(long cost, boolean late) {
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
    if (late) {
      entry.debit(Accounts.SAFE, cashKept()).credit(Accounts.TILLS, cashKept());
    }
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

  private void fillTill(Draft draft, UUID saleId, UUID shiftId, boolean late) {
    List<PostingDao.TillMoveRow> moves = new ArrayList<>();
    move(moves, saleId, shiftId, PostingDao.TillMoveKind.SALE, cashTaken());
    move(moves, saleId, shiftId, PostingDao.TillMoveKind.CHANGE, -payment.changeMinor());
    if (late) {
      move(moves, saleId, shiftId, PostingDao.TillMoveKind.CLOSE, -cashKept());
    }
    moves.forEach(row -> draft.insert(PostingDao.TILL_MOVE, row));
  }

  private void move(
      List<PostingDao.TillMoveRow> moves,
      UUID saleId,
      UUID shiftId,
      PostingDao.TillMoveKind kind,
      long amountMinor) {
    if (amountMinor != 0) {
      moves.add(
          new PostingDao.TillMoveRow(
              saleId, moves.size() + 1, shiftId, command.terminalId(), kind, amountMinor));
    }
  }

  private long cashTaken() {
    return payment.tenders().stream()
        .filter(taken -> taken.kind().cash())
        .mapToLong(Payment.Taken::amountMinor)
        .sum();
  }

  private long cashKept() {
    return cashTaken() - payment.changeMinor();
  }
}
