package id.lajur.pos.screen;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Goods that come back: line by line of their receipt, or without one. */
final class ReturnPresenter {
  private final Desk desk;

  ReturnPresenter(Desk desk) {
    this.desk = desk;
  }

  /** Asks for the receipt first. */
  void start() {
    if (!desk.isAlone()) {
      desk.open(new Panel.ReturnReceipt());
    }
  }

  /** Enter finds the receipt, F2 goes on without one. */
  void receiptKey(LaneKey key, Panel.ReturnReceipt panel) {
    String number = desk.state().form().text("receipt").strip();
    if (key == LaneKey.F2) {
      desk.open(new Panel.ReturnItem());
    } else if (key == LaneKey.ENTER && number.isEmpty()) {
      desk.say(Message.info("receiptNeeded", Map.of()));
    } else if (key == LaneKey.ENTER && !desk.work.isBusy()) {
      desk.work.ahead(() -> desk.lane.receipt(number), found -> found(panel, found), desk::refused);
    }
  }

  private void found(Panel asked, OldReceiptView receipt) {
    if (!desk.state().panel().equals(asked)) {
      return; // the cashier has gone on
    }
    if (receipt.lines().isEmpty()) {
      desk.say(Message.warn("nothingToReturn", Map.of("n", receipt.number())));
    } else {
      desk.open(new Panel.ReturnLines(receipt, 0, false));
    }
  }

  /** Enter picks a line, then takes back as much of it as is typed. */
  void enter(Panel.ReturnLines panel) {
    OldReceiptView.Line line = panel.line();
    if (!panel.picked()) {
      if (line.quantityMilli() <= 0) {
        desk.say(Message.warn("returnedAlready", Map.of("item", line.name())));
        return;
      }
      var picked = new Panel.ReturnLines(panel.receipt(), panel.chosen(), true);
      String all = desk.formats().quantity(line.quantityMilli());
      desk.show(
          desk.state()
              .withPanel(picked)
              .withForm(Forms.of(picked).with(all))
              .withMessage(Message.info("returnHowMany", Map.of("item", line.name()))));
      return;
    }
    OptionalLong quantity = quantity();
    if (quantity.isEmpty()) {
      desk.say(Message.error("noQuantity", Map.of()));
    } else if (quantity.getAsLong() > line.quantityMilli()) {
      String most = desk.formats().quantity(line.quantityMilli());
      desk.say(Message.error("returnTooMuch", Map.of("n", most)));
    } else {
      takeBack(panel, quantity.getAsLong());
    }
  }

  /** The list comes again, for the next line of the same receipt. */
  private void takeBack(Panel.ReturnLines panel, long quantity) {
    OldReceiptView.Line line = panel.line();
    String number = panel.receipt().number();
    var left =
        new Panel.ReturnLines(
            panel.receipt().less(panel.chosen(), quantity), panel.chosen(), false);
    desk.act(
        approval -> desk.lane.takeBack(line, quantity, number, approval),
        desk.about(Optional.empty(), Matter.goods(line.name(), quantity, number)),
        Message.ok("returned", Map.of("item", line.name())),
        () -> again(left));
  }

  private void again(Panel.ReturnLines left) {
    LaneState now = desk.state();
    if (now.isSelling() && now.panel() instanceof Panel.None) {
      desk.show(now.withPanel(left).withForm(Forms.of(left)));
    }
  }

  /** Without a receipt: what it is, how many, and why. */
  void enter(Panel.ReturnItem panel) {
    Form form = desk.state().form();
    String code = form.text("code").strip();
    String reason = form.text("reason").strip();
    boolean one = form.text("quantity").isEmpty(); // or what its label says
    OptionalLong quantity = one ? OptionalLong.of(0) : quantity();
    if (code.isEmpty()) {
      stayAt(0, Message.info("panel.ReturnItem", Map.of()));
    } else if (form.isAt("code") && form.leadsOn()) {
      stayAt(1, Message.info("returnQuantity"));
    } else if (quantity.isEmpty()) {
      stayAt(1, Message.error("noQuantity", Map.of()));
    } else if (reason.isEmpty()) {
      boolean asked = form.isAt("reason");
      stayAt(
          2, asked ? Message.error("refused.REASON_NEEDED", Map.of()) : Message.info("reasonNext"));
    } else {
      desk.act(
          approval -> desk.lane.takeBack(code, quantity.getAsLong(), reason, approval),
          desk.about(Optional.empty(), Matter.goods(code, quantity.getAsLong(), reason)),
          Message.ok("returned", Map.of("item", code)));
    }
  }

  private void stayAt(int field, Message message) {
    desk.show(desk.state().withForm(desk.state().form().goTo(field)).withMessage(message));
  }

  /** Above 0; empty where none is typed. */
  private OptionalLong quantity() {
    OptionalLong milli = desk.formats().parseQuantity(desk.state().form().text("quantity"));
    return milli.isPresent() && milli.getAsLong() > 0 ? milli : OptionalLong.empty();
  }
}
