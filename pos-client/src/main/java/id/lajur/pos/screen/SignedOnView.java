package id.lajur.pos.screen;

import java.util.Optional;

/**
 * What a sign-on gives: the operator, the shift that is still open, and a basket left behind.
 *
 * @param cash that waits for him, where no shift is open
 */
public record SignedOnView(
    OperatorView operator,
    Optional<ShiftView> shift,
    BasketView basket,
    int waitingBaskets,
    CashWaiting cash) {}
