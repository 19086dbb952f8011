package id.lajur.backoffice.receiving;

import id.lajur.backoffice.receiving.ReceivingState.Side;
import java.util.List;
import java.util.Map;

/** Goods that no scan brings in: found by their name, or made as a new item. */
final class GoodsPresenter {
  private static final int LEAST_LETTERS = 2;

  private final OpenDelivery delivery;
  private final LinesPresenter lines;

  GoodsPresenter(OpenDelivery delivery, LinesPresenter lines) {
    this.delivery = delivery;
    this.lines = lines;
  }

  /** Looks for an item by its name. */
  void search() {
    if (delivery.state().isOpen()) {
      delivery
          .unsaved()
          .before(() -> delivery.change(state -> state.with(Side.SEARCH).saying(null)));
    }
  }

  void search(String query) {
    if (query.strip().length() < LEAST_LETTERS) {
      delivery.change(state -> state.withFound(List.of()));
      return;
    }
    delivery.beside(
        delivery.store().search(query.strip()),
        found -> {
          if (delivery.state().side() == Side.SEARCH) {
            delivery.change(state -> state.withFound(found));
          }
        });
  }

  /** Adds what was found. */
  void take(Found found) {
    delivery.change(state -> state.with(Side.FACTS));
    lines.scanned(found.code());
  }

  /** Makes an item of what nobody knew. */
  void newItem() {
    if (delivery.state().isOpen() && delivery.state().side() != Side.NEW_ITEM) {
      delivery
          .unsaved()
          .before(
              () -> {
                delivery.change(state -> state.with(Side.NEW_ITEM).saying(null));
                delivery.queue(
                    delivery.store()::choices,
                    choices -> delivery.change(state -> state.with(choices)));
              });
    }
  }

  /** Makes a department for the item that is being filled in, which stays as it is. */
  void newDepartment(String code, String name, String taxClass) {
    delivery.queue(
        () -> delivery.store().newDepartment(code, name, taxClass),
        choices -> delivery.change(state -> state.with(choices).saying(null)));
  }

  void make(NewGoods goods) {
    delivery.queue(
        () -> delivery.store().newItem(goods),
        code -> {
          delivery.change(state -> state.with(Side.FACTS).unknown("").saying(null));
          lines.scanned(goods.nextCode(code));
        });
  }

  /** Something in a panel is missing or unreadable. */
  void unreadable(String what) {
    delivery.bad("say.field", Map.of("field", what));
  }
}
