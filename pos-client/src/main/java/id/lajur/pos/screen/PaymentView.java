package id.lajur.pos.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the basket at hand is being paid.
 *
 * @param kinds that can be taken now, in the store's order
 * @param chosen the one that is typed
 * @param taken so far, in their order
 * @param leftMinor of the total, exactly; negative where money is given out
 * @param cashLeftMinor what is left, if it is settled in cash: rounded to the coin
 * @param paper whether a receipt comes by itself
 */
public record PaymentView(
    List<TenderKindView> kinds,
    TenderKindView chosen,
    List<TakenTender> taken,
    long leftMinor,
    long cashLeftMinor,
    boolean paper) {
  public static final PaymentView NONE =
      new PaymentView(List.of(), TenderKindView.CASH, List.of(), 0, 0, true);

  private static final List<LaneKey> KEYS =
      List.of(LaneKey.F6, LaneKey.F7, LaneKey.F8, LaneKey.F9, LaneKey.F10);
  private static final List<String> CODES = List.of("CASH", "CARD", "QRIS", "VOUCHER", "ACCOUNT");

  /**
   * One key of the payment's first row.
   *
   * @param code of the kind that has this key in every shop
   * @param kind what it chooses; empty where the store does not take it, or not now
   */
  public record Slot(LaneKey key, String code, Optional<TenderKindView> kind) {}

  public PaymentView {
    kinds = List.copyOf(kinds);
    taken = List.copyOf(taken);
  }

  static PaymentView begin(List<TenderKindView> kinds, long totalMinor, long cashDueMinor) {
    return new PaymentView(kinds, TenderKindView.CASH, List.of(), totalMinor, cashDueMinor, true);
  }

  /** The keys F6 to F10: known kinds have a place of their own, a store's others fill the rest. */
  List<Slot> slots() {
    var others = new ArrayList<TenderKindView>();
    kinds.stream().filter(kind -> !CODES.contains(kind.code())).forEach(others::add);
    var slots = new ArrayList<Slot>();
    for (int i = 0; i < KEYS.size(); i++) {
      String code = CODES.get(i);
      Optional<TenderKindView> kind =
          kinds.stream().filter(known -> known.code().equals(code)).findFirst();
      if (kind.isEmpty() && !others.isEmpty()) {
        kind = Optional.of(others.remove(0));
      }
      slots.add(new Slot(KEYS.get(i), kind.map(TenderKindView::code).orElse(code), kind));
    }
    return List.copyOf(slots);
  }

  /** Whether money has moved outside this lane. */
  boolean isCharged() {
    return taken.stream().anyMatch(tender -> !tender.kind().cash());
  }

  /**
   * As it was paid: what other kinds than cash took is taken, and what cash paid is left of it.
   *
   * @param all that was given, cash among it
   */
  PaymentView settled(List<TakenTender> all, ReceiptView receipt) {
    List<TakenTender> others = all.stream().filter(tender -> !tender.kind().cash()).toList();
    long cashMinor = receipt.receivedMinor() - receipt.changeMinor();
    return having(others, receipt.totalMinor() - receipt.otherMinor(), cashMinor);
  }

  /** What other kinds than cash have taken. */
  long chargedMinor() {
    return taken.stream()
        .filter(tender -> !tender.kind().cash())
        .mapToLong(TakenTender::amountMinor)
        .sum();
  }

  /** Whether the whole was paid without cash; of a sale that is done. */
  boolean isWithoutCash() {
    return cashLeftMinor == 0 && isCharged();
  }

  /** What is left to type of the chosen kind. */
  long dueMinor() {
    return chosen.cash() ? cashLeftMinor : leftMinor;
  }

  PaymentView choosing(TenderKindView kind) {
    return new PaymentView(kinds, kind, taken, leftMinor, cashLeftMinor, paper);
  }

  PaymentView withPaper(boolean wanted) {
    return new PaymentView(kinds, chosen, taken, leftMinor, cashLeftMinor, wanted);
  }

  /** All that is given, with one more. */
  List<TakenTender> with(TakenTender one) {
    var all = new ArrayList<>(taken);
    all.add(one);
    return List.copyOf(all);
  }

  /**
   * The same with other tenders.
   *
   * @param cashLeft what is left if it is settled in cash
   */
  PaymentView having(List<TakenTender> now, long left, long cashLeft) {
    return new PaymentView(kinds, chosen, now, left, cashLeft, paper);
  }
}
