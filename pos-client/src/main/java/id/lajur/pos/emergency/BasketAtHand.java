package id.lajur.pos.emergency;

import id.lajur.sale.v1.Basket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The basket of a lane that sells by itself, with what the server has not confirmed of it. While
 * the server is there it has the basket, and there is none here.
 */
final class BasketAtHand {
  private volatile @Nullable EmergencyBasket basket;
  private final List<BasketAct> acts = new ArrayList<>(); // not confirmed, oldest first
  private boolean inDoubt; // whether the server was asked to sell it
  private boolean toItsEnd; // whether it is the lane's until it is sold
  private String left = ""; // another, which the server may have open
  private BasketTurns turns = BasketTurns.NONE; // of the left one; where there is none, of this one

  /** Whether the lane sells by itself. */
  boolean isThere() {
    return basket != null;
  }

  EmergencyBasket now() {
    return Objects.requireNonNull(basket, "the server has the basket");
  }

  List<BasketAct> acts() {
    return acts;
  }

  boolean isInDoubt() {
    return inDoubt;
  }

  /** Id of the basket before it that the server may have open; empty = none. */
  String left() {
    return left;
  }

  /** What the server did not answer, of the basket before it or else of this one. */
  BasketTurns turns() {
    return turns;
  }

  /**
   * Whether the server may take it over: nobody asked it to sell it, and it has refused nothing.
   */
  boolean mayGoOver() {
    return !inDoubt && !toItsEnd && left.isEmpty();
  }

  /** Whether nothing was ever in it. */
  boolean isUntouched() {
    return now().isEmpty() && acts.isEmpty();
  }

  /** The lane sells by itself from now on, the basket as it stands. */
  void begin(EmergencyBasket asItStands) {
    basket = asItStands;
  }

  /** As an earlier run of the lane left it. */
  void takeUp(EmergencyBasket asItStood, BasketFile.Kept kept) {
    basket = asItStood;
    acts.clear();
    acts.addAll(kept.acts());
    inDoubt = kept.inDoubt();
    left = kept.left();
    turns = kept.turns();
  }

  /** An act was done by the lane. */
  void done(EmergencyBasket after, BasketAct act) {
    basket = after;
    acts.add(act);
  }

  /** The server was asked to sell it, and nobody knows whether it did. */
  void isAskedFor() {
    inDoubt = true;
  }

  /** The server has refused it: it is the lane's until it is sold. */
  void staysToItsEnd() {
    toItsEnd = true;
  }

  /** Whether the server has put it aside, nobody knows. */
  void mayBeAside(BasketTurns unanswered) {
    turns = unanswered;
  }

  /**
   * The server may have this one open as well.
   *
   * @param unanswered what it was asked to do with it
   */
  void leave(String basketId, BasketTurns unanswered) {
    left = basketId;
    turns = unanswered;
  }

  /** It was sold or given up. */
  void next(EmergencyBasket fresh) {
    basket = fresh;
    acts.clear();
    inDoubt = false;
    toItsEnd = false;
    if (left.isEmpty()) {
      turns = BasketTurns.NONE;
    }
  }

  /** The server has the basket again, or nobody sells. */
  void end() {
    basket = null;
    acts.clear();
    inDoubt = false;
    toItsEnd = false;
    left = "";
    turns = BasketTurns.NONE;
  }

  /**
   * What of it goes to the disk.
   *
   * @param atHand this basket, or the server's
   */
  BasketFile.Kept kept(String shiftId, Basket atHand) {
    return new BasketFile.Kept(shiftId, atHand, acts, inDoubt, left, turns);
  }
}
