package id.lajur.pos.screen;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the screen asks of the lane. Every method returns at once, on whatever thread, and its
 * future fails with a {@link LaneRefusal} for an expected no. An approval id is empty when there is
 * none. Money is in minor units, quantities in thousandths.
 */
public interface LaneActions {
  CompletableFuture<TerminalView> terminal();

  CompletableFuture<SignedOnView> signOn(String operatorNumber, String pin);

  CompletableFuture<TerminalView> signOff();

  CompletableFuture<ShiftView> openShift(long floatMinor);

  /** Counts blind and closes the shift; the answer is the number of the Z. */
  CompletableFuture<Long> closeShift(List<CountedView> counted, String approvalId);

  /**
   * Adds a scanned or typed code.
   *
   * @param quantityMilli 0 = one, or what the label says
   */
  CompletableFuture<BasketView> addLine(String code, long quantityMilli, String approvalId);

  CompletableFuture<BasketView> changeQuantity(int lineId, long quantityMilli, String approvalId);

  CompletableFuture<BasketView> voidLine(int lineId, String approvalId);

  CompletableFuture<BasketView> voidBasket(String approvalId);

  /** Puts the basket aside; the answer is the number to tell the customer. */
  CompletableFuture<Integer> suspend();

  CompletableFuture<List<WaitingView>> waitingBaskets();

  CompletableFuture<BasketView> resume(String basketId);

  CompletableFuture<List<ItemMatch>> search(String text);

  CompletableFuture<ItemMatch> checkPrice(String code);

  CompletableFuture<ApprovalView> approve(String supervisorNumber, String pin, String permission);

  CompletableFuture<ReceiptView> payCash(long totalMinor, long receivedMinor);

  /** Prints the last receipt once more. */
  CompletableFuture<ReceiptView> printAgain();
}
