package id.lajur.installer.replay;

import id.lajur.installer.TicketClock;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.rules.receipt.ReceiptsProof;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.Tender;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.ShiftReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** One headless lane: sells tickets one after another, and counts its drawer at the day's end. */
final class ReplayLane implements AutoCloseable {
  private static final int SUPERVISED = 50;
  private static final long[] NOTES = {
    100_000_00,
    50_000_00,
    20_000_00,
    10_000_00,
    5_000_00,
    2_000_00,
    1_000_00,
    500_00,
    200_00,
    100_00,
    50_00,
    20_00,
    10_00,
    5_00,
    2_00,
    1_00,
    50,
    25,
    10,
    5,
    2,
    1
  };

  private final StoreConnection connection;
  private final Lane lane;
  private final TicketClock clock;
  private final Map<String, ShelfItem> shelf;
  private final ToLongFunction<LocalDate> paidOut;
  private final @Nullable Sold told;
  private final int unitMinor;
  private final AtomicLong returns;
  private final boolean supervised;
  private final Histogram scans = new Histogram(3);
  private final Histogram commits = new Histogram(3);

  private boolean shiftOpen;
  private final List<ReceiptsProof.Receipt> given = new ArrayList<>(); // of the shift
  private long cashMinor;

  /** Hears of each sale, with the basket as the store had it. */
  @FunctionalInterface
  interface Sold {
    void sold(Basket basket, Receipt receipt);
  }

  /**
   * Signs the lane's operator on, who stays signed on.
   *
   * @param paidOut minor units that the tickets of a shift that opens on a date take out of the
   *     till
   * @param returns lines taken back by all lanes so far
   * @param supervised whether a supervisor approves every 50th of them
   * @param told null = nobody; the receipt is read back for it
   */
  ReplayLane(
      ReplayStore.Machine machine,
      TicketClock clock,
      Map<String, ShelfItem> shelf,
      ToLongFunction<LocalDate> paidOut,
      int unitMinor,
      AtomicLong returns,
      boolean supervised,
      @Nullable Sold told) {
    this.connection = machine.connection();
    this.lane = new Lane(connection);
    this.clock = clock;
    this.shelf = shelf;
    this.paidOut = paidOut;
    this.supervised = supervised;
    this.told = told;
    this.unitMinor = unitMinor;
    this.returns = returns;
    lane.signOn(machine.operator(), machine.pin());
  }

  /**
   * Sells a ticket.
   *
   * @return the tax that the store put on top
   * @throws ServerRefusal the store's no; the basket is given up
   */
  long sell(Ticket ticket) throws InterruptedException {
    clock.advanceTo(ticket.startedAt().toInstant(ReplayStore.zone()));
    openShift(ticket.date());
    TicketPlan plan = TicketPlan.of(ticket, shelf, unitMinor);
    int[] lineIds = new int[plan.acts().size()];
    for (int i = 0; i < lineIds.length; i++) {
      TicketPlan.Act act = plan.acts().get(i);
      if (act instanceof TicketPlan.Sell sell) {
        lineIds[i] = sell(sell);
      } else if (act instanceof TicketPlan.TakeBack back) {
        lineIds[i] = takeBack(back);
      } else if (act instanceof TicketPlan.Remove remove) {
        lane.voidLine(lineIds[remove.act()], TicketPlan.AS_RECORDED);
      }
    }
    discount(ticket);
    return pay(ticket);
  }

  private int sell(TicketPlan.Sell sell) {
    long begun = System.nanoTime();
    Long entered = sell.enteredMinor();
    BasketLine line =
        entered == null
            ? lane.scan(sell.barcode(), sell.quantityMilli())
            : lane.scanAt(sell.barcode(), sell.quantityMilli(), entered, "");
    scans.recordValue((System.nanoTime() - begun) / 1000);
    if (sell.overrideMinor() != null) {
      lane.prices()
          .overridePrice(line.getLineId(), sell.overrideMinor(), sell.overrideReason(), "");
    }
    if (sell.discountMinor() != 0) {
      lane.prices()
          .discountLine(line.getLineId(), sell.discountMinor(), 0, TicketPlan.AS_RECORDED, "");
    }
    return line.getLineId();
  }

  private int takeBack(TicketPlan.TakeBack back) {
    BasketLine line =
        supervised && returns.incrementAndGet() % SUPERVISED == 0
            ? clock.still(() -> takeBack(back, approval()))
            : takeBack(back, "");
    if (back.discountMinor() != 0) {
      lane.prices()
          .discountLine(line.getLineId(), -back.discountMinor(), 0, TicketPlan.AS_RECORDED, "");
    }
    return line.getLineId();
  }

  private String approval() {
    return lane.approve(
            ReplayStore.SUPERVISOR,
            ReplayStore.PIN,
            "sale.return",
            lane.basketId(),
            "every " + SUPERVISED + "th return")
        .getApprovalId();
  }

  private BasketLine takeBack(TicketPlan.TakeBack back, String approvalId) {
    long begun = System.nanoTime();
    BasketLine line =
        lane.returns()
            .takeBack(
                back.barcode(),
                back.quantityMilli(),
                back.credit() ? LineKind.LINE_KIND_CREDIT : LineKind.LINE_KIND_RETURN,
                back.priceMinor(),
                back.reason(),
                approvalId);
    if (approvalId.isEmpty()) {
      scans.recordValue((System.nanoTime() - begun) / 1000);
    }
    return line;
  }

  /** The file writes what the ticket gets as a negative amount; a positive one takes it back. */
  private void discount(Ticket ticket) {
    Ticket.Totals totals = ticket.totals();
    if (totals == null) {
      return;
    }
    if (totals.discountMinor() != 0) {
      lane.prices()
          .discountBasket(
              totals.member()
                  ? DiscountSource.DISCOUNT_SOURCE_MEMBER
                  : DiscountSource.DISCOUNT_SOURCE_STAFF,
              -totals.discountMinor(),
              0,
              TicketPlan.AS_RECORDED,
              "");
    }
    if (totals.couponMinor() != 0) {
      lane.prices()
          .discountBasket(
              DiscountSource.DISCOUNT_SOURCE_COUPON,
              -totals.couponMinor(),
              0,
              TicketPlan.AS_RECORDED,
              "");
    }
  }

  private long pay(Ticket ticket) {
    long total = lane.basket().getTotals().getTotalMinor();
    long tax = lane.basket().getTotals().getTaxOnTopMinor();
    List<Tender> tenders = new ArrayList<>();
    long cash = 0;
    for (var tender : Settlement.of(ticket, total, tax).entrySet()) {
      tenders.add(
          Tender.newBuilder().setKind(tender.getKey()).setAmountMinor(tender.getValue()).build());
      cash += tender.getKey().equals("CASH") ? tender.getValue() : 0;
    }
    Basket basket = lane.basket();
    long begun = System.nanoTime();
    PayResponse sale = lane.pay(tenders);
    commits.recordValue((System.nanoTime() - begun) / 1000);
    given.add(LaneJournal.receipt(sale));
    cashMinor += cash - sale.getChangeMinor();
    if (told != null) {
      told.sold(basket, lane.receipts().of(sale.getSaleId()));
    }
    return tax;
  }

  private void openShift(LocalDate date) {
    if (shiftOpen) {
      return;
    }
    long floatMinor = (paidOut.applyAsLong(date) / 100_00 + 2) * 100_00;
    lane.openShift(floatMinor);
    shiftOpen = true;
    given.clear();
    cashMinor = floatMinor;
  }

  /** Gives the basket at hand up, so that the lane can go on. */
  void giveUp() {
    if (lane.basket().getLinesCount() > 0) {
      lane.voidBasket("refused", "");
    }
  }

  /** Counts the drawer and makes the Z, if the lane has sold that day. */
  Optional<ShiftReport> closeShift() {
    if (!shiftOpen) {
      return Optional.empty();
    }
    List<Denomination> counted = new ArrayList<>();
    long left = cashMinor;
    for (long note : NOTES) {
      if (left >= note && note % unitMinor == 0) {
        counted.add(
            Denomination.newBuilder().setValueMinor(note).setPieces((int) (left / note)).build());
        left %= note;
      }
    }
    shiftOpen = false;
    return Optional.of(lane.closeShift(counted, Optional.of(LaneJournal.Proof.of(given))));
  }

  /** Microseconds from scan to answer. */
  Histogram scans() {
    return scans;
  }

  /** Microseconds from payment to answer. */
  Histogram commits() {
    return commits;
  }

  @Override
  public void close() {
    connection.close();
  }
}
