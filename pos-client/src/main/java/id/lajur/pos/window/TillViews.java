package id.lajur.pos.window;

import id.lajur.pos.screen.CashKind;
import id.lajur.pos.screen.ClosedView;
import id.lajur.pos.screen.CountedView;
import id.lajur.pos.screen.HandOver;
import id.lajur.pos.screen.ShiftView;
import id.lajur.pos.screen.Takeover;
import id.lajur.pos.screen.WaitingCashView;
import id.lajur.till.v1.CashMovement;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.Handover;
import id.lajur.till.v1.ShiftReport;
import id.lajur.till.v1.WaitingCash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shifts and the cash of a drawer, in the contract's messages and as the screen shows them. */
final class TillViews {
  private TillViews() {}

  static ShiftView shift(int number, long openedAtMs) {
    return new ShiftView(number, Instant.ofEpochMilli(openedAtMs));
  }

  /** The notes and coins of which there are any. */
  static List<Denomination> pieces(List<CountedView> counted) {
    return counted.stream()
        .filter(c -> c.pieces() > 0)
        .map(
            c ->
                Denomination.newBuilder()
                    .setValueMinor(c.valueMinor())
                    .setPieces(Math.toIntExact(c.pieces()))
                    .build())
        .toList();
  }

  static WaitingCashView waitingCash(WaitingCash cash, String here) {
    return new WaitingCashView(
        LaneViews.lane(cash.getTerminal()),
        cash.getTerminal().equals(here),
        cash.getOperatorName(),
        cash.getAmountMinor());
  }

  static CashKind cashKind(CashMovement movement) {
    return switch (movement) {
      case CASH_MOVEMENT_PAY_IN -> CashKind.PAY_IN;
      case CASH_MOVEMENT_PAY_OUT -> CashKind.PAY_OUT;
      case CASH_MOVEMENT_DROP -> CashKind.DROP;
      case CASH_MOVEMENT_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("no way of cash: " + movement);
    };
  }

  static CashMovement movement(CashKind kind) {
    return switch (kind) {
      case PAY_IN -> CashMovement.CASH_MOVEMENT_PAY_IN;
      case PAY_OUT -> CashMovement.CASH_MOVEMENT_PAY_OUT;
      case DROP -> CashMovement.CASH_MOVEMENT_DROP;
    };
  }

  static id.lajur.till.v1.Takeover takeover(Takeover takeover) {
    return switch (takeover) {
      case COUNTED -> id.lajur.till.v1.Takeover.TAKEOVER_UNSPECIFIED;
      case AS_IT_STANDS -> id.lajur.till.v1.Takeover.TAKEOVER_AS_IT_STANDS;
      case WITH_DIFFERENCE -> id.lajur.till.v1.Takeover.TAKEOVER_WITH_DIFFERENCE;
    };
  }

  /** A lane may be named as people call it. */
  static Handover handover(HandOver to) {
    String number = to.lane();
    return Handover.newBuilder()
        .setTerminal(number.matches("[1-9]\\d?") ? code(number) : number)
        .setOperatorNumber(to.operator())
        .build();
  }

  private static String code(String number) {
    return number.length() == 1 ? "L0" + number : "L" + number;
  }

  static ClosedView closed(ShiftReport z, boolean signedOff) {
    return new ClosedView(
        z.getZNumber(),
        z.getDifferenceMinor(),
        z.getComplete(),
        signedOff,
        z.hasCarried()
            ? Optional.of(
                new ClosedView.Handed(
                    LaneViews.lane(z.getCarried().getTerminal()), z.getCarried().getAmountMinor()))
            : Optional.empty());
  }
}
