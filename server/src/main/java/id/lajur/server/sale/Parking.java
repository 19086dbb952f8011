package id.lajur.server.sale;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Giving a basket up, putting it aside, and taking it to another lane. */
final class Parking {
  private static final String SUSPEND = "sale.suspend";

  private final Baskets baskets;

  Parking(Baskets baskets) {
    this.baskets = baskets;
  }

  /**
   * Gives a basket up; what was in it stays in the journal.
   *
   * @throws Refusal BASKET_CLOSED, BASKET_ELSEWHERE, BASKET_UNKNOWN, APPROVAL_NEEDED
   */
  Basket voidBasket(Baskets.Acting acting, String reason) throws SQLException {
    return baskets.turn(
        acting,
        "sale.void_basket",
        null,
        (basket, connection) -> {
          refuseUnlessHere(acting, basket);
          return turned(basket.head(), Basket.State.VOIDED, null);
        },
        (basket, seq, allowance) -> {
          Integer approver = allowance.granted();
          long total = basket.standing().stream().mapToLong(BasketLine::totalMinor).sum();
          return new Baskets.Act(
              BasketEntry.act(seq, EntryKind.VOID_BASKET, acting.now(), approver).because(reason),
              Selling.journal(acting, "BASKET_VOIDED", approver).amount(total, reason));
        });
  }

  /**
   * Puts a basket aside under a number, for any lane.
   *
   * @throws Refusal BASKET_EMPTY, BASKET_CLOSED, BASKET_ELSEWHERE, BASKET_UNKNOWN
   */
  Basket suspend(Baskets.Acting acting) throws SQLException {
    return baskets.turn(
        acting,
        SUSPEND,
        null,
        (basket, connection) -> {
          refuseUnlessHere(acting, basket);
          if (basket.standing().isEmpty()) {
            throw new Refusal(Reason.BASKET_EMPTY);
          }
          return turned(
              basket.head(),
              Basket.State.SUSPENDED,
              BasketDao.freeNumber(connection, acting.caller().storeId()));
        },
        (basket, seq, allowance) ->
            new Baskets.Act(
                BasketEntry.act(seq, EntryKind.SUSPEND, acting.now(), allowance.granted()), null));
  }

  /**
   * Takes a suspended basket to the caller's terminal and shift.
   *
   * @throws Refusal SHIFT_CLOSED, BASKET_UNKNOWN, BASKET_CLOSED, BASKET_NOT_SUSPENDED
   */
  Basket resume(Baskets.Acting acting) throws SQLException {
    return baskets.turn(
        acting,
        SUSPEND,
        acting.caller().shiftOrThrow().shiftId(),
        (basket, connection) -> {
          if (refuseClosed(basket).state() != Basket.State.SUSPENDED) {
            throw new Refusal(Reason.BASKET_NOT_SUSPENDED);
          }
          return moved(acting.caller(), basket.head());
        },
        (basket, seq, allowance) ->
            new Baskets.Act(
                BasketEntry.act(seq, EntryKind.RESUME, acting.now(), allowance.granted()), null));
  }

  /**
   * Takes a basket that is open on another lane; that lane's next act is refused.
   *
   * @throws Refusal SHIFT_CLOSED, BASKET_UNKNOWN, BASKET_CLOSED, BASKET_HERE, APPROVAL_NEEDED
   */
  Basket takeOver(Baskets.Acting acting) throws SQLException {
    return baskets.turn(
        acting,
        "sale.take_over",
        acting.caller().shiftOrThrow().shiftId(),
        (basket, connection) -> {
          if (refuseClosed(basket).state() == Basket.State.OPEN
              && basket.head().terminalId() == acting.caller().terminalId()
              && basket.head().shiftId().equals(acting.caller().shiftOrThrow().shiftId())) {
            throw new Refusal(Reason.BASKET_HERE);
          }
          return moved(acting.caller(), basket.head());
        },
        (basket, seq, allowance) -> {
          Integer approver = allowance.granted();
          return new Baskets.Act(
              BasketEntry.act(seq, EntryKind.TAKE_OVER, acting.now(), approver),
              Selling.journal(acting, "BASKET_TAKEN_OVER", approver)
                  .changed(
                      Integer.toString(basket.head().terminalId()),
                      Integer.toString(acting.caller().terminalId())));
        });
  }

  private static void refuseUnlessHere(Baskets.Acting acting, Basket basket) {
    basket.refuseUnlessOpenAt(acting.caller().terminalId(), acting.ref().generation());
  }

  private static Basket.Head refuseClosed(Basket basket) {
    Basket.Head head = basket.head();
    if (head.state() == Basket.State.SOLD || head.state() == Basket.State.VOIDED) {
      throw new Refusal(Reason.BASKET_CLOSED).with("state", head.state());
    }
    return head;
  }

  private static Basket.Head turned(
      Basket.Head head, Basket.State state, @Nullable Integer suspendNumber) {
    return new Basket.Head(
        head.basketId(),
        head.storeId(),
        head.terminalId(),
        head.shiftId(),
        head.generation(),
        state,
        suspendNumber);
  }

  private static Basket.Head moved(Caller caller, Basket.Head head) {
    UUID shiftId = caller.shiftOrThrow().shiftId();
    return new Basket.Head(
        head.basketId(),
        head.storeId(),
        caller.terminalId(),
        shiftId,
        head.generation() + 1,
        Basket.State.OPEN,
        null);
  }
}
