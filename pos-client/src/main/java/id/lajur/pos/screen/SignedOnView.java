package id.lajur.pos.screen;

import java.util.Optional;

/** What a sign-on gives: the operator, the shift that is still open, and a basket left behind. */
public record SignedOnView(
    OperatorView operator, Optional<ShiftView> shift, BasketView basket, int waitingBaskets) {}
