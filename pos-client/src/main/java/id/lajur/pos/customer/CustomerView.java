package id.lajur.pos.customer;

import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.LaneState;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.ReceiptView;
import id.lajur.pos.screen.TerminalView;
import java.util.List;
import java.util.Optional;

/**
 * What the customer is shown: nothing of the cashier's keys, panels and messages.
 *
 * @param paid the sale that is done; only while {@code stage} is PAID
 */
public record CustomerView(
    Stage stage, TerminalView terminal, BasketView basket, Optional<ReceiptView> paid) {

  /** How far the customer's sale is. */
  public enum Stage {
    /** Nobody sells here. */
    CLOSED,
    WELCOME,
    BASKET,
    TO_PAY,
    PAID
  }

  /** The customer's side of what the cashier sees. */
  public static CustomerView of(LaneState state) {
    Stage stage =
        switch (state.phase()) {
          case SIGNED_OFF, OPENING_SHIFT, COUNTING -> Stage.CLOSED;
          case READY -> Stage.WELCOME;
          case SELLING -> state.basket().isEmpty() ? Stage.WELCOME : Stage.BASKET;
          case TENDERING -> Stage.TO_PAY;
          case DONE -> Stage.PAID;
        };
    boolean shown = stage != Stage.CLOSED && stage != Stage.WELCOME;
    return new CustomerView(
        stage,
        state.terminal(),
        shown ? state.basket() : BasketView.EMPTY,
        stage == Stage.PAID ? state.lastReceipt() : Optional.empty());
  }

  /** The lines that stand, in the order of scanning. */
  List<LineView> lines() {
    return basket.lines().stream().filter(LineView::stands).toList();
  }
}
