package id.lajur.pos.screen;

import java.util.Map;

/** Why a line costs what it does, on the lane's screen: asked of the store, then read. */
final class ExplainPresenter {
  private static final int PAGE = 4;

  private final Desk desk;

  ExplainPresenter(Desk desk) {
    this.desk = desk;
  }

  /** Asks about the line that keys act on. */
  void explain() {
    LaneState now = desk.state();
    if (now.largeLine().isEmpty()) {
      desk.say(Message.warn("emptyBasket", Map.of()));
      return;
    }
    int lineId = now.largeLine().get().lineId();
    Panel asked = now.panel();
    desk.work.ahead(() -> desk.lane.explain(lineId), why -> explained(asked, why), desk::refused);
  }

  /** Whoever closed the panel meanwhile has gone on. */
  private void explained(Panel asked, ExplanationView why) {
    LaneState now = desk.state();
    if (now.panel().equals(asked)) {
      desk.show(
          now.withPanel(new Panel.Explain(why, 0))
              .withForm(Form.NONE)
              .withMessage(Message.info("panel.Explain")));
    }
  }

  /** Goes through an explanation that is longer than its place. */
  void scroll(LaneKey key, Panel.Explain panel) {
    int step =
        switch (key) {
          case UP -> -1;
          case DOWN -> 1;
          case PAGE_UP -> -PAGE;
          case PAGE_DOWN -> PAGE;
          default -> 0;
        };
    int most = panel.why().reductions().size() + PAGE;
    int from = Math.max(0, Math.min(most, panel.from() + step));
    desk.show(desk.state().withPanel(new Panel.Explain(panel.why(), from)));
  }
}
