package id.lajur.pos.screen;

import java.util.Optional;

/** What a panel of several fields waits for, by what is typed in them already. */
final class NextStep {
  private NextStep() {}

  /** Empty where a panel has said all there is when it was opened. */
  static Optional<Message> of(LaneState state) {
    Form form = state.form();
    boolean empty = form.text().isBlank();
    boolean cash = state.panel() instanceof Panel.Cash moving && moving.kind().isPresent();
    boolean reasons = cash || state.panel() instanceof Panel.Discount;
    if (!reasons && !(state.panel() instanceof Panel.ReturnItem)) {
      return Optional.empty();
    } else if (form.isAt("reason")) {
      String asked = cash ? "cashReason" : "reasonNext";
      String returned = state.panel() instanceof Panel.ReturnItem ? "returnTyped" : "reasonTyped";
      return Optional.of(Message.info(empty ? asked : cash ? "cashTyped" : returned));
    } else if (form.isAt("quantity")) {
      return Optional.of(Message.info(empty ? "returnQuantity" : "amountTyped"));
    } else if (form.isAt("amount")) {
      return Optional.of(Message.info(empty ? "amountNext" : "amountTyped"));
    }
    return Optional.empty();
  }

  /** The state, saying what it waits for. */
  static LaneState said(LaneState state) {
    return of(state).map(state::withMessage).orElse(state);
  }
}
