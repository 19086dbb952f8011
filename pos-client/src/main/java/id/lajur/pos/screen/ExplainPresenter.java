package id.lajur.pos.screen;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Why a line costs what it does, on the lane's screen: asked of the store, then read. */
final class ExplainPresenter {
  private static final int PAGE = 4;

  private final LaneActions lane;
  private final WorkQueue work;
  private final Supplier<LaneState> current;
  private final Consumer<LaneState> show;
  private final Consumer<LaneRefusal> refused;

  ExplainPresenter(
      LaneActions lane,
      WorkQueue work,
      Supplier<LaneState> current,
      Consumer<LaneState> show,
      Consumer<LaneRefusal> refused) {
    this.lane = lane;
    this.work = work;
    this.current = current;
    this.show = show;
    this.refused = refused;
  }

  /** Asks about the line that keys act on. */
  void explain() {
    LaneState now = current.get();
    if (now.largeLine().isEmpty()) {
      show.accept(now.withMessage(Message.warn("emptyBasket", Map.of())));
      return;
    }
    int lineId = now.largeLine().get().lineId();
    Panel asked = now.panel();
    work.ahead(() -> lane.explain(lineId), why -> explained(asked, why), refused);
  }

  /** Whoever closed the panel meanwhile has gone on. */
  private void explained(Panel asked, ExplanationView why) {
    LaneState now = current.get();
    if (now.panel().equals(asked)) {
      show.accept(
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
    show.accept(current.get().withPanel(new Panel.Explain(panel.why(), from)));
  }
}
