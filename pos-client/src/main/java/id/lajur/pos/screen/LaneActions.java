package id.lajur.pos.screen;

import id.lajur.pos.receipt.PaperRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What the screen asks of the lane. Every method returns at once, on whatever thread, and its
 * future fails with a {@link LaneRefusal} for an expected no. An approval id is empty when there is
 * none. Money is in minor units, quantities in thousandths.
 */
public interface LaneActions {
  CompletableFuture<TerminalView> terminal();

  CompletableFuture<SignedOnView> signOn(String operatorNumber, String pin);

  /**
   * Changes the PIN of whoever has proven the old one with {@link #signOn}, because he wants
   * another or because it was refused with {@link LaneRefusal#PIN_CHANGE_NEEDED}, and signs him on
   * with the new one.
   *
   * @param pin the old one
   */
  CompletableFuture<SignedOnView> changePin(String operatorNumber, String pin, String newPin);

  CompletableFuture<TerminalView> signOff();

  /** With a float from the safe. */
  default CompletableFuture<ShiftView> openShift(long floatMinor) {
    return openShift(floatMinor, Takeover.COUNTED);
  }

  /**
   * @param floatMinor of cash that was handed over, what was counted of it; 0 where it is taken as
   *     it stands
   */
  CompletableFuture<ShiftView> openShift(long floatMinor, Takeover takeover);

  /**
   * Counts blind, closes the shift and has its Z printed.
   *
   * @param explanation of a difference, if the cashier has one
   */
  default CompletableFuture<ClosedView> closeShift(List<CountedView> counted, String explanation) {
    return closeShift(counted, explanation, Optional.empty());
  }

  /** As above; the cash may be handed over instead of going to the safe. */
  CompletableFuture<ClosedView> closeShift(
      List<CountedView> counted, String explanation, Optional<HandOver> handOver);

  /** Moves cash without a sale, opens the drawer and has a slip printed. */
  CompletableFuture<Void> moveCash(
      CashKind kind, long amountMinor, String reason, ApprovalView approval);

  /** Prints the running figures of the shift; false when the paper did not come out. */
  CompletableFuture<Boolean> printX();

  /** Prints the last Z of this lane as a copy; false when the paper did not come out. */
  CompletableFuture<Boolean> printLastZ();

  /**
   * Adds a scanned or typed code.
   *
   * @param quantityMilli 0 = one, or what the label says
   */
  CompletableFuture<BasketView> addLine(String code, long quantityMilli, String approvalId);

  CompletableFuture<BasketView> changeQuantity(int lineId, long quantityMilli, String approvalId);

  CompletableFuture<BasketView> voidLine(int lineId, String approvalId);

  CompletableFuture<BasketView> voidBasket(String approvalId);

  /** Gives a discount on a line, in place of an earlier one. */
  CompletableFuture<BasketView> discountLine(
      int lineId, Discount discount, String reason, String approvalId);

  /** Gives a discount on the whole basket. */
  CompletableFuture<BasketView> discountBasket(Discount discount, String reason, String approvalId);

  /** Sells a line at another price per unit. */
  CompletableFuture<BasketView> overridePrice(
      int lineId, long priceMinor, String reason, String approvalId);

  /**
   * Whom a card, a number, the last digits of a phone or a part of a name may mean: that of exactly
   * this number alone.
   */
  CompletableFuture<MembersFound> findMembers(String text);

  /**
   * Puts a member on the basket.
   *
   * @param number empty = nobody, and no chosen level either
   */
  CompletableFuture<BasketView> setMember(String number, String approvalId);

  /** The price levels of the store, retail first. */
  CompletableFuture<List<PriceLevelView>> priceLevels();

  /** Sells the basket at another price level. */
  CompletableFuture<BasketView> setPriceLevel(String code, String approvalId);

  /** The departments of which an amount can be sold without an item. */
  CompletableFuture<List<DepartmentView>> departments();

  /**
   * Sells an amount of a department.
   *
   * @param quantityMilli 0 = one
   */
  CompletableFuture<BasketView> sellDepartment(
      String code, long priceMinor, long quantityMilli, String approvalId);

  /** Puts the basket aside; the answer is the number to tell the customer. */
  CompletableFuture<Integer> suspend();

  /** Baskets put aside, then those that are open on other lanes. */
  CompletableFuture<List<WaitingView>> waitingBaskets();

  /** Takes a basket that is open on another lane. */
  CompletableFuture<BasketView> takeOver(String basketId, String approvalId);

  /** A receipt of the store by its printed number. */
  CompletableFuture<OldReceiptView> receipt(String number);

  /**
   * Takes goods back with their receipt, as a line of the basket.
   *
   * @param quantityMilli above 0, at most what the line has left
   */
  CompletableFuture<BasketView> takeBack(
      OldReceiptView.Line line, long quantityMilli, String number, String approvalId);

  /**
   * Takes goods back without their receipt, as a line of the basket.
   *
   * @param quantityMilli above 0; 0 = one, or what the label says
   */
  CompletableFuture<BasketView> takeBack(
      String code, long quantityMilli, String reason, String approvalId);

  /** Prints a copy of a receipt of the store by its printed number. */
  CompletableFuture<AgainView> printCopy(String number);

  CompletableFuture<BasketView> resume(String basketId);

  CompletableFuture<List<ItemMatch>> search(String text);

  CompletableFuture<ItemMatch> checkPrice(String code);

  /** Why a line of the open basket costs what it does. */
  CompletableFuture<ExplanationView> explain(int lineId);

  /** Asks for a supervisor's word for one act on the basket at hand, or in the shift. */
  default CompletableFuture<ApprovalView> approve(
      String supervisorNumber, String pin, String permission) {
    return approve(supervisorNumber, pin, permission, "");
  }

  /**
   * As above.
   *
   * @param subjectId of the basket that the act is on; empty = the one at hand, or the shift
   */
  CompletableFuture<ApprovalView> approve(
      String supervisorNumber, String pin, String permission, String subjectId);

  /**
   * Asks whoever watches at the manager's desk instead; ends when he has answered. What was asked
   * before is taken back. Other acts do not wait for it. Fails with APPROVAL_DECLINED (fact name)
   * or APPROVAL_EXPIRED too.
   */
  CompletableFuture<ApprovalView> askDesk(DeskQuestion question);

  /** Takes back what was asked at the desk, if it waits still. */
  void takeBackFromDesk();

  /** The kinds of tender that the store takes, as told at sign-on; at once, on any thread. */
  List<TenderKindView> tenderKinds();

  /** What an amount comes to in cash, rounded to the coin; at once, on any thread. */
  long cashDue(long minor);

  /**
   * Tells whoever watches the shop that the basket at hand is being paid, or not any more. Nothing
   * waits for it, and nobody is told when it does not come through.
   */
  void tellPayment(boolean atPayment);

  /** Pays the basket at hand in cash alone. */
  default CompletableFuture<ReceiptView> payCash(long totalMinor, long receivedMinor) {
    return pay(totalMinor, List.of(TakenTender.cash(receivedMinor)), true);
  }

  /**
   * Pays the basket at hand.
   *
   * @param totalMinor that the customer was told
   * @param tenders none for a total of 0; cash is negative where money is given out
   * @param paper whether a receipt comes by itself
   */
  CompletableFuture<ReceiptView> pay(long totalMinor, List<TakenTender> tenders, boolean paper);

  /**
   * Prints what is kept, or, without such, a copy of the last receipt. Ends when the printer has
   * spoken, as do the reports; nothing waits for it.
   */
  CompletableFuture<AgainView> printAgain();

  /**
   * Sends what is kept, and all that comes, to the lane's next printer; after the last comes its
   * own again. Fails with {@link LaneRefusal#ONE_PRINTER} where there is no other.
   */
  CompletableFuture<ElsewhereView> printElsewhere();

  /** The papers that are not out, in their order; at once, on any thread. */
  List<PaperView> papers();

  /** Prints what is kept, whoever is signed on or not; false when some did not come out. */
  CompletableFuture<Boolean> printKept();

  /** The lane's own printer as it is set up; at once, on any thread. */
  PrinterChoice printer();

  /** The paper of {@link #tryPrinter} as it will be on this printer; at once, on any thread. */
  List<PaperRow> samplePaper(PrinterChoice printer);

  /**
   * Prints a sample on a printer, the lane's or not. Fails with {@link
   * LaneRefusal#PRINTER_UNKNOWN}, {@link LaneRefusal#NOT_PRINTED}, {@link LaneRefusal#NO_PAPER}.
   */
  CompletableFuture<Void> tryPrinter(PrinterChoice printer);

  /**
   * Opens the drawer that hangs on a printer, without a sale; counted and journalled. Fails as
   * above.
   */
  CompletableFuture<Void> openDrawer(PrinterChoice printer, String approvalId);

  /**
   * Takes a printer as the lane's own, now and at each later start. Fails with {@link
   * LaneRefusal#PRINTER_UNKNOWN}, {@link LaneRefusal#NOT_KEPT}.
   */
  CompletableFuture<Void> usePrinter(PrinterChoice printer);

  /**
   * Keeps which sounds are heard, for this lane's next start. Fails with {@link
   * LaneRefusal#NOT_KEPT}.
   */
  CompletableFuture<Void> useSounds(Set<LaneSound> heard);
}
