package id.lajur.pos.screen;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Discounts of a line or of the basket, and other prices, as a cashier gives them on F6. */
final class DiscountPresenter {
  private static final long WHOLE_MILLI = 100_000; // 100 %, as it is typed
  private static final int MICRO_OF_MILLI = 10;

  private final Desk desk;

  DiscountPresenter(Desk desk) {
    this.desk = desk;
  }

  /** Opens on the line that keys act on; a part of its price is what is given most. */
  void start(LineView line) {
    if (!desk.isAlone()) {
      desk.open(new Panel.Discount(DiscountKind.LINE, line, true));
    }
  }

  /** F2 to F4 say what of, F5 whether a part or an amount; Enter goes from amount to reason. */
  void key(LaneKey key, Panel.Discount panel) {
    for (DiscountKind kind : DiscountKind.values()) {
      if (kind.key() == key) {
        become(new Panel.Discount(kind, panel.line(), panel.part()));
        return;
      }
    }
    if (key == LaneKey.F5 && panel.kind() == DiscountKind.PRICE) {
      desk.show(desk.state().withMessage(Message.info("priceIsMoney")));
    } else if (key == LaneKey.F5) {
      become(new Panel.Discount(panel.kind(), panel.line(), !panel.part()));
    } else if (key == LaneKey.ENTER) {
      enter(panel);
    }
  }

  /** Who types the sign means a part, also of the figure that stands there already. */
  void percent(Panel.Discount panel) {
    if (panel.kind() == DiscountKind.PRICE) {
      desk.show(desk.state().withMessage(Message.info("priceIsMoney")));
    } else {
      become(new Panel.Discount(panel.kind(), panel.line(), true), desk.state().form());
    }
  }

  /** A figure goes when it would mean something else: 10 % is no price of 10. */
  private void become(Panel.Discount next) {
    Form form = desk.state().form();
    boolean same = desk.state().panel() instanceof Panel.Discount now && meansTheSame(now, next);
    become(next, same ? form : form.goTo(0).with(""));
  }

  private static boolean meansTheSame(Panel.Discount now, Panel.Discount next) {
    boolean price = now.kind() == DiscountKind.PRICE;
    return now.isPart() == next.isPart() && price == (next.kind() == DiscountKind.PRICE);
  }

  private void become(Panel.Discount panel, Form form) {
    desk.show(NextStep.said(desk.state().withPanel(panel).withForm(form)));
  }

  private void enter(Panel.Discount panel) {
    Form form = desk.state().form();
    boolean part = panel.isPart();
    OptionalLong value =
        part
            ? desk.formats().parseQuantity(form.text("amount"))
            : desk.formats().parseMoney(form.text("amount"));
    String reason = form.text("reason").strip();
    if (value.isEmpty() || value.getAsLong() <= 0) {
      stayAt(0, Message.error(part ? "noPart" : "noAmount", Map.of()));
    } else if (part && value.getAsLong() > WHOLE_MILLI) {
      stayAt(0, Message.error("refused.DISCOUNT_INVALID", Map.of()));
    } else if (reason.isEmpty()) {
      boolean asked = form.isAt("reason");
      stayAt(
          1,
          asked
              ? Message.error("refused.REASON_NEEDED", Map.of())
              : Message.info("reasonNext", Map.of()));
    } else {
      give(panel, value.getAsLong(), reason);
    }
  }

  private void stayAt(int field, Message message) {
    desk.show(desk.state().withForm(desk.state().form().goTo(field)).withMessage(message));
  }

  private void give(Panel.Discount panel, long value, String reason) {
    LineView line = panel.line();
    if (panel.kind() == DiscountKind.PRICE) {
      desk.act(
          approval -> desk.lane.overridePrice(line.lineId(), value, reason, approval),
          desk.about(Optional.of(line), Matter.price(value, reason)),
          Message.ok("overridden", Map.of("item", line.name())));
      return;
    }
    Discount discount =
        panel.part()
            ? Discount.part(Math.toIntExact(value * MICRO_OF_MILLI))
            : Discount.amount(value);
    Matter matter = Matter.discount(discount, reason);
    if (panel.kind() == DiscountKind.LINE) {
      desk.act(
          approval -> desk.lane.discountLine(line.lineId(), discount, reason, approval),
          desk.about(Optional.of(line), matter),
          Message.ok("discounted", Map.of("item", line.name())));
    } else {
      desk.act(
          approval -> desk.lane.discountBasket(discount, reason, approval),
          desk.about(Optional.empty(), matter),
          Message.ok("basketDiscounted", Map.of()));
    }
  }
}
