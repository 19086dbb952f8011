package id.lajur.server.sale;

import id.lajur.rules.receipt.ChainCode;
import id.lajur.server.database.Ids;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Standing;
import id.lajur.server.security.StandingRows;
import id.lajur.server.till.ShiftRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A paid basket on its way to being a sale: stock, cash, tax, cost and books at once. */
final class SaleDocument implements Document {
  private static final String SERIES = "S";

  private final Command command;
  private final @Nullable Standing standing;
  private final String terminalCode;
  private final PricedBasket priced;
  private final SaleBooks books;
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
    this.priced = priced;
    this.books = new SaleBooks(command, locationId, priced, payment, rules, soldAt, true);
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
    return books.weight();
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
        Returns.claim(priced),
        books.stockClaim());
  }

  private StandingRows.Key standingKey(Standing of) {
    return new StandingRows.Key(command.requestId(), of);
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
    SaleDao.SeriesKey key = new SaleDao.SeriesKey(command.terminalId(), SERIES);
    SaleDao.SeriesHead head = draft.get(SaleDao.SERIES, key);
    SaleDao.SaleRow sale =
        books.write(
            draft,
            new SaleBooks.Paper(
                Ids.next(), basket.basketId(), SERIES, head.number() + 1, head.hash(), null),
            shift,
            false);
    Returns.post(draft, sale.saleId(), priced);
    draft.put(SaleDao.SERIES, key, new SaleDao.SeriesHead(sale.number(), sale.hash()));
    return answer.apply(
        new Sold(
            sale.saleId(),
            terminalCode,
            SERIES,
            sale.number(),
            sale.totalMinor(),
            sale.roundingMinor(),
            sale.changeMinor(),
            books.payment().opensDrawer(),
            ChainCode.of(sale.hash()),
            sale.soldAt(),
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
}
