package id.lajur.pos.screen;

import java.util.ArrayList;
import java.util.List;

/** The forms of the lane. */
final class Forms {
  /** Fields of the count that are no note or coin. */
  static final String EXPLANATION = "explanation";

  static final String HAND_OVER = "handOver";

  private Forms() {}

  static Form signOn() {
    return Form.of(Form.digits("number", 8), Form.secret("pin"));
  }

  /** A PIN of one's own, twice. */
  static Form newPin() {
    return Form.of(Form.secret("newPin"), Form.secret("again"));
  }

  /** One of its fields alone, where there is no room for both. */
  static Form one(String name) {
    return Form.of(Form.secret(name));
  }

  static Form openingFloat() {
    return Form.of(Form.amount("float"));
  }

  static Form selling() {
    return Form.of(Form.words("code"));
  }

  /** Of cash its amount; of another kind also the numbers of its slip. */
  static Form tender(TenderKindView kind) {
    Form.Field amount = Form.amount("received");
    if (kind.cash()) {
      return Form.of(amount);
    }
    Form.Field slip = Form.words("reference", 30);
    return kind.isCard()
        ? Form.of(amount, slip, Form.words("approvalCode", 30))
        : Form.of(amount, slip);
  }

  /** Whether a field of the count is a note or coin. */
  static boolean isPieces(Form.Field field) {
    return !field.name().equals(EXPLANATION) && !field.name().equals(HAND_OVER);
  }

  static Form count(List<DenominationView> denominations) {
    var fields = new ArrayList<Form.Field>();
    for (DenominationView denomination : denominations) {
      fields.add(Form.digits(Long.toString(denomination.valueMinor()), 5));
    }
    fields.add(Form.words(EXPLANATION));
    fields.add(Form.words(HAND_OVER));
    return new Form(fields, 0);
  }

  /** The form of a panel that has been opened over the selling screen. */
  static Form of(Panel panel) {
    if (panel instanceof Panel.Search) {
      return Form.of(Form.words("search"));
    } else if (panel instanceof Panel.PriceCheck) {
      return Form.of(Form.words("code"));
    } else if (panel instanceof Panel.Quantity) {
      return Form.of(Form.quantity("quantity"));
    } else if (panel instanceof Panel.Weigh) {
      return Form.of(Form.quantity("weight"));
    } else if (panel instanceof Panel.Member) {
      return Form.of(Form.words("member", 40));
    } else if (panel instanceof Panel.ReturnReceipt || panel instanceof Panel.Copy) {
      return Form.of(Form.words("receipt", 24));
    } else if (panel instanceof Panel.ReturnLines lines) {
      return lines.picked() ? Form.of(Form.quantity("quantity")) : Form.NONE;
    } else if (panel instanceof Panel.ReturnItem) {
      return Form.of(Form.words("code", 48), Form.quantity("quantity"), Form.words("reason"));
    } else if (panel instanceof Panel.Locked) {
      return Form.of(Form.secret("pin"));
    } else if (panel instanceof Panel.Department department) {
      return department.picked() ? Form.of(Form.amount("amount")) : Form.NONE;
    } else if (panel instanceof Panel.Cash || panel instanceof Panel.Discount) {
      return Form.of(Form.amount("amount"), Form.words("reason"));
    } else if (panel instanceof Panel.Printer printer) {
      return Form.of(Form.words("printer")).with(printer.choice().address());
    } else if (panel instanceof Panel.Approval) {
      return signOn();
    }
    return panel instanceof Panel.None ? selling() : Form.NONE;
  }
}
