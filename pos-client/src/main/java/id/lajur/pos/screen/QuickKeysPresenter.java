package id.lajur.pos.screen;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keys for goods without a barcode: F9 and a letter, or a touch. */
final class QuickKeysPresenter {
  private final Desk desk;
  private final Consumer<String> sell;

  /**
   * @param sell adds an item by its code
   */
  QuickKeysPresenter(Desk desk, Consumer<String> sell) {
    this.desk = desk;
    this.sell = sell;
  }

  /** From now on a letter is one of them. */
  void await() {
    if (pages().isEmpty()) {
      desk.say(Message.warn("noQuickKeys", Map.of()));
    } else {
      desk.show(
          desk.state()
              .withPanel(new Panel.QuickKeys())
              .withForm(Form.NONE)
              .withMessage(Message.info("quickKeyNext")));
    }
  }

  /** A touch on one, or its letter. */
  void key(char letter) {
    Optional<QuickKey> found = pages().key(String.valueOf(letter));
    LaneState now = desk.state();
    if (now.panel() instanceof Panel.QuickKeys) {
      desk.show(now.selling());
    }
    if (found.isEmpty() || !now.isSelling()) {
      desk.say(Message.warn("noSuchQuickKey", Map.of("n", String.valueOf(letter))));
    } else if (found.get().code().isEmpty()) {
      desk.say(Message.warn("quickKeyWithoutCode", Map.of("item", found.get().label())));
    } else {
      sell.accept(found.get().code());
    }
  }

  /** Pages on or back. */
  void turn(int step) {
    page(pages().open() + step);
  }

  /** Another page; where letters are awaited, they still are. */
  void page(int page) {
    show(pages().at(page));
  }

  /** They are arranged anew, or a price is another one. */
  void become(QuickPages arranged) {
    QuickPages next = pages().become(arranged);
    if (next.equals(pages())) {
      return;
    }
    show(next);
    LaneState now = desk.state();
    if (next.isEmpty() && now.panel() instanceof Panel.QuickKeys) {
      desk.show(now.selling());
    }
  }

  private QuickPages pages() {
    return desk.state().terminal().quickPages();
  }

  private void show(QuickPages pages) {
    desk.show(desk.state().withTerminal(desk.state().terminal().with(pages)));
  }
}
