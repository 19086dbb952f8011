package id.lajur.pos.screen;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Baskets that wait: put aside on F7, called back, or taken over from another lane. */
final class WaitingPresenter {
  private static final int NONE = 0;

  private final Desk desk;

  WaitingPresenter(Desk desk) {
    this.desk = desk;
  }

  /** Puts the basket aside; an empty one leads to those that wait. */
  void suspendOrResume() {
    LaneState now = desk.state();
    if (now.devices().serverIsAway()) {
      desk.refused(new LaneRefusal(LaneRefusal.SERVER_AWAY, Map.of()));
    } else if (now.basket().isEmpty()) {
      desk.work.add(
          desk.lane::waitingBaskets,
          baskets -> {
            if (!desk.state().basket().isEmpty() || !(desk.state().panel() instanceof Panel.None)) {
              return; // the same key has led there already
            }
            if (baskets.isEmpty()) {
              desk.say(Message.info("nothingSuspended"));
            } else {
              desk.open(new Panel.Resume(baskets, 0));
            }
          },
          desk::refused);
    } else {
      desk.work.add(this::suspend, this::suspended, desk::refused);
    }
  }

  /** One that the same key has put aside already, when its turn comes, is not there any more. */
  private CompletableFuture<Integer> suspend() {
    return desk.state().basket().isEmpty()
        ? CompletableFuture.completedFuture(NONE)
        : desk.lane.suspend();
  }

  private void suspended(int number) {
    if (number == NONE) {
      return;
    }
    LaneState now = desk.state();
    desk.show(
        now.selling(BasketView.EMPTY)
            .withWaitingBaskets(now.waitingBaskets() + 1)
            .withMessage(Message.ok("suspended", Map.of("n", Integer.toString(number)))));
  }

  /** Enter calls the marked one back; one that is open at another lane is taken over. */
  void enter(Panel.Resume panel) {
    WaitingView chosen = panel.baskets().get(panel.chosen());
    if (chosen.isOpen()) {
      takeOver(chosen);
    } else if (!desk.work.isBusy()) {
      desk.work.ahead(() -> desk.lane.resume(chosen.basketId()), this::resumed, desk::refused);
    }
  }

  private void resumed(BasketView basket) {
    LaneState now = desk.state();
    String lines = desk.formats().count(basket.lineCount());
    desk.show(
        now.selling(basket)
            .withMessage(Message.ok("basketBack", Map.of("n", lines)))
            .withWaitingBaskets(Math.max(0, now.waitingBaskets() - 1)));
  }

  /** The other lane's cashier is told at his next act; so a supervisor decides. */
  private void takeOver(WaitingView chosen) {
    var question =
        new Panel.Approval(
            "",
            Optional.empty(),
            chosen.totalMinor(),
            chosen.basketId(),
            Matter.of(chosen.lane() + ", " + chosen.operator()));
    desk.act(
        approval -> desk.lane.takeOver(chosen.basketId(), approval),
        question,
        Message.ok("takenOver", Map.of("lane", chosen.lane())));
  }
}
