package id.lajur.pos.emergency;

import id.lajur.catalog.v1.ItemOffer;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.BasketState;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.PostEmergencySaleResponse;
import id.lajur.sale.v1.Receipt;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lane that sells on when its server stays away: for cash, at the shelf's prices, from the basket
 * as it stands. Each sale is forced to the lane's disk before its receipt comes, and posted when
 * the server is back; with the last of them posted, and no basket at hand, the lane is the server's
 * again.
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

  private EmergencySale.@Nullable Seller seller;
  private volatile @Nullable EmergencyBasket selling; // null while the server is there
  private boolean inDoubt; // whether the server was asked to sell the basket at hand
  private String left = ""; // basket that the server has open, and that was given up here

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
   * @param journal whose receipts are posted from now on, those of an earlier run too
   */
  public EmergencyLane(
      Lane lane,
      StoreConnection connection,
      ShelfCopy shelf,
      EmergencyJournal journal,
      InstantSource clock,
      EmergencyNews news) {
    this.lane = lane;
    this.shelf = shelf;
    this.journal = journal;
    this.clock = clock;
    this.connection = connection;
    this.news = news;
    this.post =
        new EmergencyPost(
            connection,
            journal,
            new EmergencyNews() {
              @Override
              public void cameIn(PostEmergencySaleResponse answer) {
                news.cameIn(answer);
                tell();
              }

              @Override
              public void serverIsBack() {
                if (selling != null) {
                  news.serverIsBack();
                }
              }
            });
    post.start();
  }

  private void tell() {
    news.changed(state());
  }

  /** Who sells from now on; null when nobody does. */
  public void seller(EmergencySale.@Nullable Seller now) {
    seller = now;
  }

  public State state() {
    EmergencyJournal.Waiting waiting = journal.waitingNow();
    return new State(selling != null, waiting.receipts(), waiting.totalMinor(), post.refused());
  }

  /** Whether the next act is done by the lane alone; comes back to the server where it can. */
  public boolean isEmergency() {
    comeBack();
    return selling != null;
  }

  /** The basket at hand. */
  public Basket basket() {
    return selling == null ? lane.basket() : selling.basket();
  }

  /**
   * Adds one scanned or typed item.
   *
   * @throws ServerRefusal the server's no, or its absence where the lane cannot go on alone
   * @throws EmergencyRefusal the lane's own no
   */
  public BasketLine scan(String code, long quantityMilli, String approvalId) {
    return act(
        () -> lane.scan(code, quantityMilli, approvalId),
        basket -> basket.add(code, quantityMilli, clock.instant()));
  }

  /** As {@link Lane#changeQuantity(int, long, String)}. */
  public void changeQuantity(int lineId, long quantityMilli, String approvalId) {
    var unused =
        act(
            () -> {
              lane.changeQuantity(lineId, quantityMilli, approvalId);
              return BasketLine.getDefaultInstance();
            },
            basket -> basket.changeQuantity(lineId, quantityMilli));
  }

  /** As {@link Lane#voidLine(int, String, String)}. */
  public void voidLine(int lineId, String reason, String approvalId) {
    var unused =
        act(
            () -> {
              lane.voidLine(lineId, reason, approvalId);
              return BasketLine.getDefaultInstance();
            },
            basket -> basket.voidLine(lineId, clock.instant()));
  }

  /**
   * Gives the basket at hand up. One that the server has open comes back with the server, to be
   * given up there, where it leaves its trace.
   */
  public void voidBasket(String reason, String approvalId) {
    if (isEmergency()) {
      dropBasket();
      return;
    }
    try {
      boolean unused =
          soon(
              () -> {
                lane.voidBasket(reason, approvalId);
                return true;
              });
    } catch (ServerRefusal absence) {
      goOn(absence);
      dropBasket();
    }
  }

  private void dropBasket() {
    Basket dropped = Objects.requireNonNull(selling).basket();
    if (dropped.getVersion() > 0) {
      left = dropped.getBasketId();
    }
    selling = fresh();
    inDoubt = false;
  }

  /** As {@link Lane#search(String)}; alone, by the shelf. */
  public List<ItemOffer> search(String text) {
    return isEmergency() ? shelf.now().search(text, clock.instant()) : lane.search(text);
  }

  /**
   * As {@link Lane#checkPrice(String)}; alone, by the shelf.
   *
   * @throws EmergencyRefusal the shelf has no such code
   */
  public ItemOffer checkPrice(String code) {
    EmergencyBasket basket = isEmergency() ? selling : null;
    return basket == null ? lane.checkPrice(code) : basket.offer(code, clock.instant());
  }

  /**
   * What only the server can do.
   *
   * @throws EmergencyRefusal EMERGENCY_ONLY_CASH while the lane sells by itself
   */
  public void mustHaveServer() {
    if (isEmergency()) {
      throw new EmergencyRefusal(EmergencyRefusal.ONLY_CASH_SALES);
    }
  }

  /**
   * Asks the server, no longer than a cashier has patience. A lane that could not go on alone asks
   * until the answer is known: given up, the act would stay in doubt, and be done twice.
   */
  private <R> R soon(Supplier<R> byServer) {
    return canGoOn() ? connection.within(PATIENCE, byServer) : byServer.get();
  }

  private boolean canGoOn() {
    return seller != null && shelf.now().isUsable();
  }

  private BasketLine act(
      Supplier<BasketLine> byServer, Function<EmergencyBasket, EmergencyBasket.Changed> byLane) {
    if (!isEmergency()) {
      try {
        return soon(byServer);
      } catch (ServerRefusal absence) {
        goOn(absence);
      }
    }
    mustHaveRoom();
    EmergencyBasket.Changed changed = byLane.apply(Objects.requireNonNull(selling));
    selling = changed.basket();
    return changed.line();
  }

  /**
   * Pays the basket at hand in cash.
   *
   * @param before sees the payment before the server is asked
   * @throws EmergencyRefusal TENDER_SHORT, TENDER_ABSURD, EMERGENCY_DISK: nothing was sold
   */
  public Paid payCash(long receivedMinor, Consumer<PayRequest> before) {
    if (!isEmergency()) {
      try {
        PayRequest payment = lane.payment(Lane.cash(receivedMinor));
        before.accept(payment);
        PayResponse sale = soon(() -> lane.pay(payment));
        return new Paid(Optional.of(sale), Optional.empty());
      } catch (ServerRefusal absence) {
        goOn(absence);
        inDoubt = true;
      }
    }
    return new Paid(Optional.empty(), Optional.of(sell(receivedMinor)));
  }

  /**
   * As {@link Lane#receipt}.
   *
   * @throws ServerRefusal also when the server does not answer soon
   */
  public Receipt receipt(String saleId) {
    return connection.within(PATIENCE, () -> lane.receipt(saleId));
  }

  private EmergencySale sell(long receivedMinor) {
    EmergencyBasket basket = Objects.requireNonNull(selling);
    if (basket.isEmpty()) {
      throw new EmergencyRefusal("BASKET_EMPTY");
    }
    if (basket.basket().getTotals().getTotalMinor() < 0) {
      throw new EmergencyRefusal(EmergencyRefusal.ONLY_CASH_SALES); // money out waits
    }
    EmergencySale.Cash cash = EmergencySale.Cash.of(basket, receivedMinor);
    mustHaveRoom();
    EmergencySale sale =
        EmergencySale.of(
            basket, cash, Objects.requireNonNull(seller), last(), clock.millis(), inDoubt);
    try {
      journal.note(sale.request());
    } catch (IOException e) {
      throw disk(e);
    }
    selling = fresh();
    inDoubt = false;
    tell();
    return sale;
  }

  /** The server's, where it has seen more than this disk: a lane that was replaced goes on. */
  private EmergencyJournal.Last last() {
    EmergencyJournal.Last own = journal.last();
    long server = shelf.now().rules().getLastNumber();
    return own.number() >= server
        ? own
        : new EmergencyJournal.Last(server, shelf.now().rules().getLastLink());
  }

  private void mustHaveRoom() {
    try {
      journal.mustHaveRoom();
    } catch (IOException e) {
      throw disk(e);
    }
  }

  private static EmergencyRefusal disk(IOException cause) {
    log.error("the lane's disk does not take receipts", cause);
    EmergencyRefusal refusal = new EmergencyRefusal(EmergencyRefusal.DISK);
    refusal.initCause(cause);
    return refusal;
  }

  /** Goes on alone, if the server gave no answer and the lane knows enough. */
  private void goOn(ServerRefusal absence) {
    if (!absence.isAbsence() || !canGoOn()) {
      throw absence;
    }
    log.warn("the server does not answer, the lane sells by itself: {}", absence.getMessage());
    post.begin();
    Basket basket = lane.basket();
    selling = basket.getBasketId().isEmpty() ? fresh() : EmergencyBasket.of(shelf.now(), basket);
  }

  private EmergencyBasket fresh() {
    return EmergencyBasket.of(
        shelf.now(),
        Basket.newBuilder().setBasketId(StoreConnection.newRequestId()).setGeneration(1).build());
  }

  /** Back to the server once everything has come in and no basket is at hand. */
  private void comeBack() {
    EmergencyBasket basket = selling;
    if (basket == null || !basket.isEmpty() || !post.caughtUp()) {
      return;
    }
    if (basket.basket().getVersion() > 0) {
      left = basket.basket().getBasketId();
    }
    if (left.isEmpty()) {
      lane.putDown();
    } else {
      try {
        Basket found = connection.within(PATIENCE, () -> lane.find(left));
        if (found.getState() != BasketState.BASKET_STATE_OPEN) {
          lane.putDown(); // sold or given up meanwhile
        }
      } catch (ServerRefusal e) {
        if (e.isAbsence()) {
          return;
        }
        lane.putDown();
      }
    }
    log.info("the server is back, and everything has come in");
    selling = null;
    left = "";
    tell();
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
