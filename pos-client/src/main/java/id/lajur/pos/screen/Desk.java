package id.lajur.pos.screen;

import id.lajur.kit.format.Formats;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the presenter of a panel works with: the lane, its acts in their order, and the state on the
 * screen.
 */
final class Desk {
  private static final String NO_APPROVAL = "";

  final LaneActions lane;
  final WorkQueue work;
  private final Supplier<LaneState> current;
  private final Consumer<LaneState> show;
  private final Refusals refusals;

  /** What becomes of an act that was refused. */
  interface Refusals {
    void refused(LaneRefusal refusal);

    /** Asks a supervisor; {@code act} follows his word. */
    void ask(Panel.Approval question, Consumer<ApprovalView> act);
  }

  Desk(
      LaneActions lane,
      WorkQueue work,
      Supplier<LaneState> current,
      Consumer<LaneState> show,
      Refusals refusals) {
    this.lane = lane;
    this.work = work;
    this.current = current;
    this.show = show;
    this.refusals = refusals;
  }

  LaneState state() {
    return current.get();
  }

  Formats formats() {
    return state().formats();
  }

  void show(LaneState next) {
    show.accept(next);
  }

  void say(Message message) {
    show(state().withMessage(message));
  }

  void refused(LaneRefusal refusal) {
    refusals.refused(refusal);
  }

  void ask(Panel.Approval question, Consumer<ApprovalView> act) {
    refusals.ask(question, act);
  }

  /** Opens a panel with its form, and says what it waits for. */
  void open(Panel panel) {
    show(state().withPanel(panel).withForm(Forms.of(panel)).withMessage(Message.waitingFor(panel)));
  }

  /** Back to selling. */
  void close(Message message) {
    show(state().selling().withMessage(message));
    work.pump();
  }

  /**
   * Whether the server is out of reach; then it says that only cash sales are possible. Asked
   * before a panel opens whose act the lane cannot do by itself.
   */
  boolean isAlone() {
    boolean alone = state().devices().serverIsAway();
    if (alone) {
      refused(new LaneRefusal(LaneRefusal.ONLY_CASH, Map.of()));
    }
    return alone;
  }

  /**
   * An act on the basket, out of a panel. Where it needs a supervisor, he is asked; where it is
   * refused otherwise, the panel stays open with what was typed.
   *
   * @param act takes the id of an approval, or an empty one
   * @param question what a supervisor would be asked; its permission is the server's to say
   * @param done what is said where nobody had to be asked
   */
  void act(
      Function<String, CompletableFuture<BasketView>> act, Panel.Approval question, Message done) {
    act(act, question, done, () -> {});
  }

  /** As above; {@code after} follows what was done, also on a supervisor's word. */
  void act(
      Function<String, CompletableFuture<BasketView>> act,
      Panel.Approval question,
      Message done,
      Runnable after) {
    if (work.isBusy()) {
      return;
    }
    Panel begun = state().panel();
    work.ahead(
        () -> act.apply(NO_APPROVAL),
        basket -> {
          taken(begun, basket, done);
          after.run();
        },
        refusal -> {
          if (refusal.reason().equals(LaneRefusal.APPROVAL_NEEDED)) {
            ask(question.of(refusal), approval -> approved(act, approval, after));
          } else {
            refused(refusal);
          }
        });
  }

  private void approved(
      Function<String, CompletableFuture<BasketView>> act, ApprovalView approval, Runnable after) {
    Panel begun = state().panel();
    var name = Map.of("name", approval.supervisorName());
    work.ahead(
        () -> act.apply(approval.approvalId()),
        basket -> {
          taken(begun, basket, Message.ok("approved", name));
          after.run();
        },
        this::refused);
  }

  /** Leaves the panel that an act was begun in, unless the cashier has gone on from it. */
  private void taken(Panel begun, BasketView basket, Message message) {
    LaneState now = state();
    boolean there = now.isSelling() && now.panel().equals(begun);
    show((there ? now.selling(basket) : now.having(basket)).withMessage(message));
    work.pump();
  }

  /** An approval's question about a line, or about the whole basket. */
  Panel.Approval about(Optional<LineView> line, Matter matter) {
    return new Panel.Approval("", line, state().basket().totalMinor(), "", matter);
  }
}
