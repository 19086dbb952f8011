package id.lajur.pos.emergency;

import id.lajur.catalog.v1.ItemOffer;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Goods;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.Receipts;
import id.lajur.pos.lane.WaitingBaskets;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.PostEmergencySaleResponse;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.ResumeBasketRequest;
import id.lajur.sale.v1.SuspendBasketRequest;
import id.lajur.sale.v1.Tender;
import id.lajur.sale.v1.VoidBasketRequest;
import id.lajur.till.v1.MoveCashRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lane that sells on when its server stays away: for cash, at the shelf's prices, from the basket
 * as it stands. Each sale is forced to the lane's disk before its receipt comes, and posted when
 * the server is back, and the basket at hand goes on there.
 *
 * <p>Acts are made one after another on one thread, as those of {@link Lane}.
 */
public final class EmergencyLane implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmergencyLane.class);

  /** How long an answer is waited for, so that a cashier never stands still for three seconds. */
  public static final Duration PATIENCE = Duration.ofMillis(2_500);

  private final Lane lane;
  private final StoreConnection connection;
  private final EmergencyNews news;
  private final ShelfCopy shelf;
  private final EmergencyJournal journal;
  private final EmergencyPost post;
  private final InstantSource clock;

  private final BasketAtHand atHand = new BasketAtHand();
  private final OnDuty duty;
  private final KeptBasket kept;
  private final CashSales cash;
  private final GoingAlone alone;

  /** How the lane stands, for a screen: whether it sells by itself, and what waits to be posted. */
  public record State(boolean emergency, int waiting, long waitingMinor, String refused) {}

  /**
   * A sale that was paid.
   *
   * @param byServer what the server answered, where it did
   * @param byLane what the lane gave by itself, where it did
   */
  public record Paid(Optional<PayResponse> byServer, Optional<EmergencySale> byLane) {}

  /**
   * Opens what a lane needs to go on alone. Receipts of an earlier run are posted from now on.
   *
   * @param folder of the lane, private to its user
   * @param shelf is closed with this
   * @param absent who may sell here without the server
   * @throws IOException the folder cannot be used, or the journal in it is damaged
   */
  public EmergencyLane(
      Lane lane,
      StoreConnection connection,
      ShelfCopy shelf,
      AbsentSignOn absent,
      Path folder,
      InstantSource clock,
      EmergencyNews news)
      throws IOException {
    this.lane = lane;
    this.shelf = shelf;
    this.journal = EmergencyJournal.open(folder);
    LaneSecret secret = LaneSecret.of(folder);
    GivenUp givenUp = new GivenUp(folder, secret);
    this.clock = clock;
    this.connection = connection;
    this.news = news;
    this.duty = new OnDuty(absent, clock);
    this.cash = new CashSales(journal, shelf, clock);
    this.kept =
        new KeptBasket(
            lane, atHand, new BasketFile(folder, secret), givenUp, journal, shelf, duty, clock);
    this.post =
        new EmergencyPost(
            connection,
            journal,
            givenUp,
            new EmergencyNews() {
              @Override
              public void cameIn(PostEmergencySaleResponse answer) {
                news.cameIn(answer);
                tell();
              }

              @Override
              public void serverIsBack() {
                if (atHand.isThere()) {
                  news.serverIsBack();
                }
              }
            });
    this.alone = new GoingAlone(lane, connection, shelf, post, duty, atHand, kept, this::tell);
    post.start();
  }

  private void tell() {
    news.changed(state());
  }

  /**
   * Somebody sells from now on, signed on with the server. A basket that an earlier run of this
   * lane had gone on with alone is gone on with.
   *
   * @param settled id of a basket whose payment has been settled meanwhile; empty = none
   */
  public void start(EmergencySale.Seller now, String settled) {
    duty.begin(now);
    cash.tryDisk();
    if (atHand.isThere()) {
      if (!settled.isEmpty() && settled.equals(basket().getBasketId())) {
        kept.next(); // what was paid is not paid again
        tell();
      }
      return;
    }
    BasketFile.Kept earlier = kept.ofEarlierRun(settled);
    if (!earlier.acts().isEmpty() && alone.canGoOn()) {
      post.begin();
      kept.takeUp(earlier);
      alone.comeBack();
      return;
    }
    kept.leaveBehind(earlier); // acts that only a lane with its shelf could go on with
    keep();
  }

  /**
   * Somebody sells from now on without the server, with the basket that was at hand.
   *
   * @param asked id of a basket that the server was asked to sell; empty = none
   */
  public void startAlone(EmergencySale.Seller now, String asked) {
    duty.begin(now);
    cash.tryDisk();
    post.begin();
    kept.takeUp(kept.ofEarlierRun(""));
    if (!asked.isEmpty() && asked.equals(basket().getBasketId())) {
      atHand.isAskedFor();
    }
    keep();
    tell();
  }

  /** Nobody sells any longer; what is at hand waits on the disk. */
  public void stop() {
    alone.stop();
  }

  /** The last sale that the lane made by itself. */
  public Optional<EmergencySale> lastSale() {
    return journal.lastSale();
  }

  /**
   * Whether the server may have sold the basket at hand, and nobody knows: it takes no act but its
   * payment, as it stands.
   */
  public boolean isInDoubt() {
    return atHand.isThere() && atHand.isInDoubt();
  }

  /** Whether the lane sold this basket by itself, whether the server knows it yet or not. */
  public boolean hasSold(String basketId) {
    return journal.hasSold(basketId);
  }

  /** The lane's copy of the shelf. */
  public ShelfCopy shelf() {
    return shelf;
  }

  /** Whether the lane knows enough of the shelf to sell by itself. */
  public boolean knowsTheShelf() {
    return shelf.now().isUsable();
  }

  /** Keeps the basket at hand on the lane's disk, as after each act. */
  public void keep() {
    kept.keep();
  }

  public State state() {
    EmergencyJournal.Waiting waiting = journal.waitingNow();
    return new State(atHand.isThere(), waiting.receipts(), waiting.totalMinor(), post.refused());
  }

  /** Whether the next act is done by the lane alone; comes back to the server where it can. */
  public boolean isEmergency() {
    alone.comeBack();
    return atHand.isThere();
  }

  /** The basket at hand. */
  public Basket basket() {
    return kept.now();
  }

  /**
   * Adds one scanned or typed item.
   *
   * @throws ServerRefusal the server's no, or its absence where the lane cannot go on alone
   * @throws EmergencyRefusal the lane's own no
   */
  public BasketLine scan(String code, long quantityMilli, String approvalId) {
    return act(
        BasketAct.add(code, quantityMilli, approvalId),
        basket -> basket.add(code, quantityMilli, clock.instant()));
  }

  /** As {@link Lane#changeQuantity(int, long, String)}. */
  public void changeQuantity(int lineId, long quantityMilli, String approvalId) {
    var unused =
        act(
            BasketAct.changeQuantity(lineId, quantityMilli, approvalId),
            basket -> basket.changeQuantity(lineId, quantityMilli));
  }

  /** As {@link Lane#voidLine(int, String, String)}. */
  public void voidLine(int lineId, String reason, String approvalId) {
    var unused =
        act(
            BasketAct.voidLine(lineId, reason, approvalId),
            basket -> basket.voidLine(lineId, clock.instant()));
  }

  /**
   * Gives the basket at hand up; the server is told of it. One that it has open comes back with the
   * server, to be given up there too, unless it was asked to do that already.
   *
   * @throws EmergencyRefusal BASKET_IN_DOUBT: the server may have sold it
   */
  public void voidBasket(String reason, String approvalId) {
    if (alone.isAlone()) {
      mustNotBeInDoubt();
      kept.drop(reason, alone.mayBeAtServer());
      return;
    }
    VoidBasketRequest request = lane.voiding(reason, approvalId);
    try {
      boolean unused =
          alone.soon(
              () ->
                  alone.byServer(
                      () -> {
                        lane.voidBasket(request);
                        return true;
                      }));
      keep();
    } catch (ServerRefusal absence) {
      alone.goOn(absence);
      atHand.leave(request.getBasket().getBasketId(), BasketTurns.voided(request));
      kept.next();
      alone.mustBeLetOn();
    }
  }

  /** What the server may have sold as it stands must be paid so, or money and books part. */
  private void mustNotBeInDoubt() {
    if (atHand.isInDoubt()) {
      throw new EmergencyRefusal(EmergencyRefusal.BASKET_IN_DOUBT);
    }
  }

  /** As {@link Goods#search(String)}; alone, by the shelf. */
  public List<ItemOffer> search(String text) {
    return alone.known(
        () -> lane.goods().search(text), () -> shelf.now().search(text, clock.instant()));
  }

  /**
   * As {@link Goods#checkPrice(String)}; alone, by the shelf.
   *
   * @throws EmergencyRefusal the shelf has no such code
   */
  public ItemOffer checkPrice(String code) {
    return alone.known(
        () -> lane.goods().checkPrice(code), () -> atHand.now().offer(code, clock.instant()));
  }

  /**
   * As {@link WaitingBaskets#suspend}. Where the server dies meanwhile, the basket stays at hand as
   * it stands; one that the server had put aside is this lane's until it is sold.
   *
   * @throws EmergencyRefusal EMERGENCY_ONLY_CASH while the lane sells by itself
   */
  public int suspend() {
    mustHaveServer();
    SuspendBasketRequest request = lane.waiting().suspension();
    return alone.onlyByServer(
        () -> lane.waiting().suspend(request),
        () -> atHand.mayBeAside(BasketTurns.suspended(request)));
  }

  /**
   * As {@link WaitingBaskets#resume}. Where the server dies meanwhile, the lane sells by itself; a
   * basket that the server had given it comes when the server is back.
   *
   * @throws EmergencyRefusal EMERGENCY_ONLY_CASH while the lane sells by itself
   */
  public void resume(String basketId) {
    mustHaveServer();
    ResumeBasketRequest request = WaitingBaskets.resumption(basketId);
    Basket unused =
        alone.onlyByServer(
            () -> lane.waiting().resume(request),
            () -> atHand.leave(basketId, BasketTurns.resumed(request)));
  }

  /**
   * Puts cash into the drawer or takes it out. Where the server dies meanwhile, it is not known
   * whether that was booked, and the lane sells by itself.
   *
   * @throws EmergencyRefusal EMERGENCY_ONLY_CASH while the lane sells by itself, CASH_IN_DOUBT
   */
  public void moveCash(MoveCashRequest request) {
    mustHaveServer();
    try {
      boolean unused =
          alone.soon(
              () ->
                  alone.byServer(
                      () -> {
                        lane.till().moveCash(request);
                        return true;
                      }));
    } catch (ServerRefusal absence) {
      alone.goOnIdle(absence);
      throw new EmergencyRefusal(EmergencyRefusal.CASH_IN_DOUBT);
    }
  }

  /**
   * An act on the basket at hand that the lane cannot do by itself: a discount, another price,
   * goods without a code or that come back. Where the server dies meanwhile, the lane sells on with
   * the basket as it stood; what the server had done of the act is in it when the server is back.
   *
   * @throws EmergencyRefusal EMERGENCY_ONLY_CASH while the lane sells by itself
   */
  public void onlyByServer(Runnable act) {
    mustHaveServer();
    boolean unused =
        alone.onlyByServer(
            () -> {
              act.run();
              return true;
            },
            () -> {});
  }

  /**
   * What only the server can do, and is asked for until it is known whether it was done.
   *
   * @throws EmergencyRefusal EMERGENCY_ONLY_CASH while the lane sells by itself, or would have to
   */
  public void mustHaveServer() {
    alone.mustHaveServer();
  }

  /**
   * Asks what only the server knows, no longer than a cashier has patience; where it does not
   * answer, the lane sells by itself from now on.
   *
   * @throws EmergencyRefusal EMERGENCY_ONLY_CASH while the lane sells by itself
   * @throws ServerRefusal the server's no, or its absence where the lane cannot go on alone
   */
  public <R> R ask(Supplier<R> question) {
    return alone.ask(question);
  }

  /**
   * What needs every receipt at the server.
   *
   * @throws EmergencyRefusal EMERGENCY_ONLY_CASH, EMERGENCY_WAITING: some are on their way
   */
  public void mustHaveComeIn() {
    mustHaveServer();
    if (!journal.isEmpty() && post.refused().isEmpty() || !post.hasToldVoids()) {
      throw new EmergencyRefusal(EmergencyRefusal.WAITING);
    }
  }

  private BasketLine act(BasketAct act, Function<EmergencyBasket, EmergencyBasket.Changed> byLane) {
    return alone.soon(() -> done(act, byLane)); // the way back to the server included
  }

  private BasketLine done(
      BasketAct act, Function<EmergencyBasket, EmergencyBasket.Changed> byLane) {
    BasketAct next = act;
    if (!alone.isAlone()) {
      BasketAct asked = act.onto(lane.refOrNew(), act.lineId());
      try {
        BasketLine line = alone.byServer(() -> asked.ask(lane));
        keep();
        return line;
      } catch (ServerRefusal absence) {
        alone.goOn(absence);
        next = asked; // whether it was done there is not known
      }
    }
    mustNotBeInDoubt();
    cash.diskMustWork();
    EmergencyBasket.Changed changed = byLane.apply(atHand.now());
    atHand.done(changed.basket(), next.at(changed.line().getLineId()));
    keep();
    alone.mustBeLetOn(Map.of(EmergencyRefusal.KEPT, "true")); // done again it would be there twice
    return changed.line();
  }

  /**
   * Pays the basket at hand in cash.
   *
   * @param before sees the payment before the server is asked
   * @throws EmergencyRefusal TENDER_SHORT, TENDER_ABSURD, EMERGENCY_DISK: nothing was sold here;
   *     NOT_SIGNED_ON: neither, and whether the server sold it is found out at the next sign-on
   */
  public Paid payCash(long receivedMinor, Consumer<PayRequest> before) {
    return pay(Lane.cash(receivedMinor), before);
  }

  /**
   * As above, with any kinds of tender. By itself the lane takes cash alone.
   *
   * @throws EmergencyRefusal also EMERGENCY_ONLY_CASH for other kinds while the lane sells by
   *     itself; PAYMENT_IN_DOUBT: the server did not answer, and is asked again at the next sign-on
   *     unless the lane has sold the basket for cash before
   */
  public Paid pay(List<Tender> tenders, Consumer<PayRequest> before) {
    // Without room for a receipt of its own the lane must know: cash would have been taken.
    return cash.diskWorks() ? alone.soon(() -> paid(tenders, before)) : paid(tenders, before);
  }

  private Paid paid(List<Tender> tenders, Consumer<PayRequest> before) {
    alone.mustBeThere();
    if (atHand.isThere() && !isCash(tenders)) {
      throw new EmergencyRefusal(EmergencyRefusal.ONLY_CASH_SALES);
    }
    if (!atHand.isThere()) { // who pays has been told a total: the way back waits for the next act
      try {
        PayRequest payment = lane.payment(tenders);
        before.accept(payment);
        PayResponse sale = alone.byServer(() -> lane.pay(payment));
        keep();
        return new Paid(Optional.of(sale), Optional.empty());
      } catch (ServerRefusal absence) {
        alone.goOn(absence);
        atHand.isAskedFor();
        keep();
        alone.mustBeLetOn();
        if (!isCash(tenders)) {
          tell();
          throw new EmergencyRefusal(EmergencyRefusal.PAYMENT_IN_DOUBT);
        }
      }
    }
    long received = tenders.stream().mapToLong(Tender::getAmountMinor).sum();
    return new Paid(Optional.empty(), Optional.of(sell(received)));
  }

  private static boolean isCash(List<Tender> tenders) {
    return tenders.stream().allMatch(tender -> tender.getKind().equals(Lane.CASH));
  }

  /** An amount rounded to the coin; as it is where the lane does not know the coin. */
  public long cashDue(long minor) {
    return shelf.now().isUsable() ? shelf.now().cashRounding().round(minor) : minor;
  }

  /**
   * As {@link Receipts#of}.
   *
   * @throws ServerRefusal also when the server does not answer soon
   */
  public Receipt receipt(String saleId) {
    return connection.within(PATIENCE, () -> lane.receipts().of(saleId));
  }

  private EmergencySale sell(long receivedMinor) {
    EmergencySale sale =
        cash.sell(atHand.now(), receivedMinor, duty.sellerOrThrow(), atHand.isInDoubt());
    kept.next();
    tell();
    return sale;
  }

  @Override
  public void close() {
    post.close();
    shelf.close();
    try {
      journal.close();
    } catch (IOException e) {
      log.warn("the emergency journal was not closed", e);
    }
  }
}
