package id.lajur.pos.emergency;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import id.lajur.sale.v1.Basket;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The basket at hand from one run of the lane to the next: kept on its disk after each act, taken
 * up again, or given up where nobody here goes on with it.
 */
final class KeptBasket {
  private static final String LEFT_BEHIND = "left behind by another operator";

  private final Lane lane;
  private final BasketAtHand atHand;
  private final BasketFile file;
  private final GivenUp givenUp;
  private final EmergencyJournal journal;
  private final ShelfCopy shelf;
  private final OnDuty duty;
  private final InstantSource clock;

  KeptBasket(
      Lane lane,
      BasketAtHand atHand,
      BasketFile file,
      GivenUp givenUp,
      EmergencyJournal journal,
      ShelfCopy shelf,
      OnDuty duty,
      InstantSource clock) {
    this.lane = lane;
    this.atHand = atHand;
    this.file = file;
    this.givenUp = givenUp;
    this.journal = journal;
    this.shelf = shelf;
    this.duty = duty;
    this.clock = clock;
  }

  /** The basket at hand, whoever has it. */
  Basket now() {
    return atHand.isThere() ? atHand.now().basket() : lane.basket();
  }

  /** Keeps it on the lane's disk, as after each act; while nobody sells there is none to keep. */
  void keep() {
    EmergencySale.Seller seller = duty.seller();
    if (seller != null) {
      file.keep(atHand.kept(seller.shiftId(), now()), atHand.isThere());
    }
  }

  /** Without lines; what the lane goes on with where the server has none. */
  EmergencyBasket fresh() {
    return EmergencyBasket.of(
        shelf.now(),
        Basket.newBuilder().setBasketId(StoreConnection.newRequestId()).setGeneration(1).build());
  }

  /** It was sold or given up: the next customer's. */
  void next() {
    atHand.next(fresh());
    keep();
  }

  /**
   * Gives it up by the lane alone; the server is told of it.
   *
   * @param mayBeAtServer whether the server may have it open besides
   */
  void drop(String reason, boolean mayBeAtServer) {
    Basket dropped = atHand.now().basket();
    if (mayBeAtServer) {
      atHand.leave(dropped.getBasketId(), atHand.turns());
    }
    if (dropped.getLinesCount() > 0) {
      EmergencySale.Seller who = duty.sellerOrThrow();
      givenUp.add(GivenUp.of(dropped, who.shiftId(), who.operatorNumber(), clock.millis(), reason));
    }
    next();
  }

  /**
   * What an earlier run had at hand in this shift, unless it has been sold; of another shift it is
   * left behind.
   *
   * @param settled id of a basket whose payment has been settled meanwhile; empty = none
   */
  BasketFile.Kept ofEarlierRun(String settled) {
    EmergencySale.Seller seller = duty.seller();
    String shiftId = seller == null ? "" : seller.shiftId();
    Optional<BasketFile.Kept> there =
        file.read().filter(kept -> !journal.hasSold(kept.basket().getBasketId()));
    Predicate<BasketFile.Kept> canBeGoneOnWith =
        kept -> kept.shiftId().equals(shiftId) && shelf.now().knowsTaxesOf(kept.basket());
    there.filter(canBeGoneOnWith.negate()).ifPresent(this::leaveBehind);
    return there
        .filter(canBeGoneOnWith)
        .filter(kept -> !kept.basket().getBasketId().equals(settled))
        .orElseGet(
            () ->
                new BasketFile.Kept(
                    shiftId, Basket.getDefaultInstance(), List.of(), false, "", BasketTurns.NONE));
  }

  /** What nobody here goes on with: what the lane alone knows must not get lost. */
  void leaveBehind(BasketFile.Kept kept) {
    EmergencySale.Seller seller = duty.seller();
    if (seller != null && !kept.acts().isEmpty() && kept.basket().getLinesCount() > 0) {
      givenUp.add(
          GivenUp.of(
              kept.basket(), kept.shiftId(), seller.operatorNumber(), clock.millis(), LEFT_BEHIND));
    }
  }

  /** The lane goes on with it by itself. */
  void takeUp(BasketFile.Kept kept) {
    EmergencyBasket asItStood =
        kept.basket().getBasketId().isEmpty()
            ? fresh()
            : EmergencyBasket.of(shelf.now(), kept.basket());
    atHand.takeUp(asItStood, kept);
    if (kept.basket().getBasketId().isEmpty()) {
      lane.putDown();
    }
  }
}
