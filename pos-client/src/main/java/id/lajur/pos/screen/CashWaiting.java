package id.lajur.pos.screen;

import java.util.List;
import java.util.Optional;

/**
 * Cash that was handed over to whoever has signed on here.
 *
 * @param cash all of it becomes the float
 * @param forOther number of the operator for whom the drawer was left, if it was: it opens for
 *     nobody else
 */
public record CashWaiting(List<WaitingCashView> cash, Optional<String> forOther) {
  public static final CashWaiting NONE = new CashWaiting(List.of(), Optional.empty());

  public CashWaiting {
    cash = List.copyOf(cash);
  }
}
