package id.lajur.server.sale;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * How a total is paid: {@code total + rounding = tenders − change}.
 *
 * @param tenders as taken, negative when money is given out, which is no more than is owed
 * @param roundingMinor only what is paid or given back in coins is rounded
 * @param changeMinor cash to hand back, >= 0
 */
public record Payment(List<Taken> tenders, long roundingMinor, long changeMinor) {

  /** One tender taken. */
  public record Taken(TenderKind kind, long amountMinor, String reference) {}

  /** One tender as a lane names it. */
  public record Offered(String kind, long amountMinor, String reference) {}

  public Payment {
    tenders = List.copyOf(tenders);
  }

  /**
   * Settles a total.
   *
   * @throws Refusal TENDER_UNKNOWN, REFERENCE_NEEDED, AMOUNT_INVALID, TENDER_ABSURD, TENDER_SHORT
   *     with what is missing, or CHANGE_NOT_GIVEN, also for tenders that give out more than a
   *     negative total
   */
  public static Payment of(long totalMinor, List<Offered> offered, StoreRules rules) {
    List<Taken> tenders = new ArrayList<>();
    long exact = 0;
    long coins = 0;
    long changeable = 0;
    long givenOut = 0;
    for (Offered offer : offered) {
      Taken taken = taken(offer, rules);
      tenders.add(taken);
      if (taken.kind().rounded()) {
        coins = Math.addExact(coins, taken.amountMinor());
      } else {
        exact = Math.addExact(exact, taken.amountMinor());
      }
      if (taken.kind().givesChange()) {
        changeable += Math.max(0, taken.amountMinor());
      }
      givenOut += Math.max(0, -taken.amountMinor());
    }
    long open = Math.subtractExact(totalMinor, exact);
    boolean cashMoves = coins != 0 || open < 0;
    long payable = cashMoves ? rules.cashRounding().round(open) : open;
    long change = coins - payable;
    if (change < 0) {
      throw new Refusal(Reason.TENDER_SHORT).with("missingMinor", -change);
    }
    long rounding = payable - open;
    long owed = Math.max(0, -(totalMinor + rounding)); // in coins, which may be more than exactly
    if (change > changeable + owed) {
      throw new Refusal(Reason.CHANGE_NOT_GIVEN).with("changeMinor", change);
    }
    if (givenOut > owed) {
      throw new Refusal(Reason.CHANGE_NOT_GIVEN).with("changeMinor", givenOut);
    }
    return new Payment(tenders, rounding, change);
  }

  private static Taken taken(Offered offer, StoreRules rules) {
    TenderKind kind = rules.tenderKinds().get(offer.kind());
    if (kind == null) {
      throw new Refusal(Reason.TENDER_UNKNOWN).with("kind", offer.kind());
    }
    if (offer.amountMinor() == 0 || offer.amountMinor() % rules.unitMinor() != 0) {
      throw new Refusal(Reason.AMOUNT_INVALID).with("amountMinor", offer.amountMinor());
    }
    if (offer.amountMinor() > rules.mostCashMinor()
        || offer.amountMinor() < -rules.mostCashMinor()) {
      throw new Refusal(Reason.TENDER_ABSURD).with("mostMinor", rules.mostCashMinor());
    }
    if (kind.needsReference() && offer.reference().isBlank()) {
      throw new Refusal(Reason.REFERENCE_NEEDED).with("kind", kind.code());
    }
    return new Taken(kind, offer.amountMinor(), offer.reference());
  }

  public boolean opensDrawer() {
    return changeMinor != 0 || tenders.stream().anyMatch(taken -> taken.kind().opensDrawer());
  }
}
