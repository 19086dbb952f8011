package id.lajur.pos.screen;

/**
 * Cash that waits for whoever opens a shift here.
 *
 * @param lane where it was counted
 * @param here it lies in this lane's drawer
 * @param amountMinor 0 where somebody else counted it: it is counted blind
 */
public record WaitingCashView(String lane, boolean here, String operator, long amountMinor) {}
