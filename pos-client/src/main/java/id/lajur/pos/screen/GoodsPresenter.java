package id.lajur.pos.screen;

import java.util.List;
import java.util.Optional;

/** Goods that are looked for by name, and the price of goods that are not sold yet. */
final class GoodsPresenter {
  private static final int LEAST_TO_SEARCH = 2;

  private final Desk desk;
  private final BasketPresenter basket;

  GoodsPresenter(Desk desk, BasketPresenter basket) {
    this.desk = desk;
    this.basket = basket;
  }

  /** Opens the search; what is typed from now on is looked for. */
  void startSearch() {
    desk.open(new Panel.Search(List.of(), 0));
  }

  /** Another text than before is looked for. */
  void typed() {
    String text = desk.state().form().text().strip();
    if (text.length() < LEAST_TO_SEARCH) {
      desk.show(desk.state().withPanel(new Panel.Search(List.of(), 0)));
      return;
    }
    desk.work.ahead(() -> desk.lane.search(text), matches -> found(text, matches), desk::refused);
  }

  private void found(String text, List<ItemMatch> matches) {
    LaneState now = desk.state();
    if (now.panel() instanceof Panel.Search && text.equals(now.form().text().strip())) {
      desk.show(now.withPanel(new Panel.Search(matches, 0)));
    }
  }

  /** Enter takes the marked one. */
  void enter(Panel.Search search) {
    if (!search.matches().isEmpty()) {
      String code = search.matches().get(search.chosen()).code();
      desk.show(desk.state().selling());
      basket.add(code);
    }
  }

  /** Opens the price check; what is typed or scanned from now on is only priced. */
  void startPriceCheck() {
    desk.open(new Panel.PriceCheck(Optional.empty()));
  }

  /** Says what goods cost, by their code. */
  void checkPrice(String code) {
    desk.work.ahead(
        () -> desk.lane.checkPrice(code),
        found ->
            desk.show(
                desk.state()
                    .withPanel(new Panel.PriceCheck(Optional.of(found)))
                    .withForm(Forms.selling())
                    .withMessage(Message.info("priceOnly"))),
        refusal -> {
          desk.show(desk.state().withForm(Forms.selling()));
          desk.refused(refusal);
        });
  }
}
