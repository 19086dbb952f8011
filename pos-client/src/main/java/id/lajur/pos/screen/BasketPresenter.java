package id.lajur.pos.screen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The basket on the lane's screen: goods that come into it, lines that change or go, and what a
 * scale or a supervisor has to say before.
 */
final class BasketPresenter {
  private static final String NO_APPROVAL = "";

  private final Desk desk;

  BasketPresenter(Desk desk) {
    this.desk = desk;
  }

  /** What was typed is a code; where nothing was, it is only said what to do. */
  void enterCode() {
    LaneState now = desk.state();
    String code = now.form().text().strip();
    if (code.isEmpty()) {
      boolean wrong = now.message().kind() == Message.Kind.ERROR;
      desk.say(wrong ? Message.READY : now.message());
      return;
    }
    desk.show(now.cleared());
    add(code);
  }

  /** What was typed is the quantity of what is scanned next. */
  void times() {
    OptionalLong milli = quantity();
    if (milli.isEmpty()) {
      desk.say(Message.info("times"));
      return;
    }
    long next = milli.getAsLong();
    desk.show(
        desk.state()
            .cleared()
            .withNextQuantityMilli(next)
            .withMessage(Message.ok("timesNext", Map.of("n", desk.formats().quantity(next)))));
  }

  /** Adds an item by its code, as many as were typed before it. */
  void add(String code) {
    long next = desk.state().nextQuantityMilli();
    if (next != 0) {
      desk.show(desk.state().withNextQuantityMilli(0));
    }
    desk.work.scan(
        () -> desk.lane.addLine(code, next, NO_APPROVAL),
        this::added,
        refusal -> notAdded(refusal, code, next));
  }

  private void added(BasketView basket) {
    Map<String, String> name = Map.of("item", basket.lastLine().map(LineView::name).orElse(""));
    LaneState now = desk.state().withChosenLineId(0).having(basket);
    boolean speaks = now.isSelling();
    desk.show(speaks ? now.withMessage(Message.ok("added", name)) : now);
  }

  private void notAdded(LaneRefusal refusal, String code, long quantityMilli) {
    if (refusal.reason().equals(LaneRefusal.WEIGHT_NEEDED)) {
      Map<String, String> details = refusal.details();
      desk.open(
          new Panel.Weigh(
              code, details.getOrDefault("name", code), details.getOrDefault("unit", "kg")));
    } else {
      refused(refusal, adding(code, quantityMilli));
    }
  }

  private Act adding(String code, long quantityMilli) {
    return new Act(
        approval -> desk.lane.addLine(code, quantityMilli, approval),
        Optional.empty(),
        Matter.goods(code, quantityMilli, ""),
        () -> addAgain(code, quantityMilli));
  }

  /** Puts goods that met the end of the session before what was scanned after them. */
  private void addAgain(String code, long quantityMilli) {
    desk.work.scanAgain(
        () -> desk.lane.addLine(code, quantityMilli, NO_APPROVAL),
        this::added,
        refusal -> notAdded(refusal, code, quantityMilli));
  }

  /** Asks how many of the chosen line there are. */
  void askQuantity() {
    onLine(line -> desk.open(new Panel.Quantity(line)));
  }

  /** So many of the line are bought as are typed. */
  void enter(Panel.Quantity panel) {
    LineView line = panel.line();
    withQuantity(
        milli ->
            begin(
                new Act(
                    approval -> desk.lane.changeQuantity(line.lineId(), milli, approval),
                    Optional.of(line),
                    Matter.goods(line.name(), milli, ""),
                    () -> {}),
                "changed"));
  }

  /** The goods weigh what is typed. */
  void enter(Panel.Weigh panel) {
    withQuantity(milli -> begin(adding(panel.code(), milli), "weighed"));
  }

  private void withQuantity(Consumer<Long> act) {
    OptionalLong milli = quantity();
    if (milli.isEmpty()) {
      desk.say(Message.error("noQuantity", Map.of()));
      return;
    }
    desk.show(desk.state().selling());
    act.accept(milli.getAsLong());
  }

  /** Above 0; empty where none is typed. */
  private OptionalLong quantity() {
    OptionalLong milli = desk.formats().parseQuantity(desk.state().form().text());
    return milli.isPresent() && milli.getAsLong() > 0 ? milli : OptionalLong.empty();
  }

  /** Voids the chosen line. */
  void voidLine() {
    onLine(this::voidLine);
  }

  private void voidLine(LineView line) {
    desk.work.add(
        () -> desk.lane.voidLine(line.lineId(), NO_APPROVAL),
        basket ->
            desk.show(
                desk.state()
                    .withChosenLineId(0)
                    .having(basket)
                    .withMessage(Message.ok("voided", Map.of("item", line.name())))),
        refusal ->
            refused(
                refusal,
                new Act(
                    approval -> desk.lane.voidLine(line.lineId(), approval),
                    Optional.of(line),
                    Matter.NONE,
                    () -> {})));
  }

  /** Asks whether all of it is to go. */
  void askToVoid() {
    if (KeyBarOf.hasNothingToVoid(desk.state())) {
      desk.say(Message.warn("emptyBasket", Map.of()));
    } else {
      desk.open(new Panel.VoidBasket());
    }
  }

  /** All of it goes. */
  void voidAll() {
    var act = new Act(desk.lane::voidBasket, Optional.empty(), Matter.NONE, () -> {});
    begin(act, "basketVoided");
  }

  /** Keys act on the line so many rows further down from now on. */
  void choose(int step) {
    LaneState now = desk.state();
    List<LineView> standing = now.basket().lines().stream().filter(LineView::stands).toList();
    if (standing.isEmpty()) {
      return;
    }
    int at = now.largeLine().map(standing::indexOf).orElse(standing.size() - 1);
    int next = Math.max(0, Math.min(standing.size() - 1, at + step));
    desk.show(now.withChosenLineId(standing.get(next).lineId()));
  }

  /** A touch on a line: keys act on it from now on. */
  void touched(int lineId) {
    LaneState now = desk.state();
    boolean free = now.panel() instanceof Panel.None;
    if (now.isSelling() && free && now.basket().line(lineId).isPresent()) {
      desk.show(now.withChosenLineId(lineId));
    }
  }

  /** Does something on the line that keys act on; says so where there is none. */
  void onLine(Consumer<LineView> act) {
    desk.state()
        .largeLine()
        .ifPresentOrElse(act, () -> desk.say(Message.warn("emptyBasket", Map.of())));
  }

  /**
   * An act on the basket that may need a supervisor.
   *
   * @param ask takes the id of an approval, or an empty one
   * @param line that it is about; empty for the whole basket, and for goods that are none of it yet
   * @param matter what else a supervisor is told
   * @param again for what must not be lost with a session that has ended
   */
  private record Act(
      Function<String, CompletableFuture<BasketView>> ask,
      Optional<LineView> line,
      Matter matter,
      Runnable again) {}

  /** What it did is said by {@code message}. */
  private void begin(Act act, String message) {
    desk.work.ahead(
        () -> act.ask().apply(NO_APPROVAL),
        basket -> show(basket, Message.ok(message, Map.of())),
        refusal -> refused(refusal, act));
  }

  private void refused(LaneRefusal refusal, Act act) {
    if (refusal.reason().equals(LaneRefusal.APPROVAL_NEEDED)) {
      Panel.Approval question = desk.about(act.line(), act.matter()).of(refusal);
      desk.ask(question, approval -> approved(act, approval));
    } else {
      notDone(refusal, act);
    }
  }

  private void approved(Act act, ApprovalView approval) {
    var name = Map.of("name", approval.supervisorName());
    desk.work.ahead(
        () -> act.ask().apply(approval.approvalId()),
        basket -> show(basket, Message.ok("approved", name)),
        refusal -> notDone(refusal, act));
  }

  private void show(BasketView basket, Message message) {
    desk.show(desk.state().having(basket).withMessage(message));
  }

  /**
   * Also where the session was idle for too long, was ended by the manager, or is on again without
   * the server: whoever is on types his PIN, and all goes on where it was.
   */
  private void notDone(LaneRefusal refusal, Act act) {
    boolean done = refusal.details().containsKey(LaneRefusal.KEPT);
    if (refusal.reason().equals(LaneRefusal.NOT_SIGNED_ON) && !done) {
      act.again().run();
    }
    desk.refused(refusal);
  }
}
