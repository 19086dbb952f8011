package id.lajur.pos.screen;

import java.util.List;
import java.util.Map;
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
    refusedAct(
        refusal,
        approval -> desk.lane.addLine(code, quantityMilli, approval),
        code,
        scan(code, quantityMilli));
  }

  /** Puts goods that met the end of the session before what was scanned after them. */
  private Runnable scan(String code, long quantityMilli) {
    return () ->
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
    int lineId = panel.line().lineId();
    withQuantity(
        milli ->
            act(
                approval -> desk.lane.changeQuantity(lineId, milli, approval),
                "changed",
                () -> {}));
  }

  /** The goods weigh what is typed. */
  void enter(Panel.Weigh panel) {
    String code = panel.code();
    withQuantity(
        milli ->
            act(
                approval -> desk.lane.addLine(code, milli, approval),
                "weighed",
                scan(code, milli)));
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
            refusedAct(
                refusal, approval -> desk.lane.voidLine(line.lineId(), approval), "", () -> {}));
  }

  /** Asks whether all of it is to go. */
  void askToVoid() {
    if (desk.state().basket().hasBuyer()) {
      desk.open(new Panel.VoidBasket()); // it is open at the server, with nothing in it yet
    } else {
      onLine(line -> desk.open(new Panel.VoidBasket()));
    }
  }

  /** All of it goes. */
  void voidAll() {
    act(desk.lane::voidBasket, "basketVoided", () -> {});
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
   * An act on the basket that may need a supervisor; what it did is said by {@code message}.
   *
   * @param again for what must not be lost with a session that has ended
   */
  private void act(
      Function<String, CompletableFuture<BasketView>> act, String message, Runnable again) {
    desk.work.ahead(
        () -> act.apply(NO_APPROVAL),
        basket -> show(basket, Message.ok(message, Map.of())),
        refusal -> refusedAct(refusal, act, "", again));
  }

  private void refusedAct(
      LaneRefusal refusal,
      Function<String, CompletableFuture<BasketView>> act,
      String code,
      Runnable again) {
    Map<String, String> details = refusal.details();
    switch (refusal.reason()) {
      case LaneRefusal.APPROVAL_NEEDED ->
          desk.ask(
              new Panel.Approval(
                  details.getOrDefault("permission", ""),
                  desk.state().largeLine(),
                  desk.state().basket().totalMinor(),
                  "",
                  Matter.NONE),
              approval -> approved(act, approval, again));
      case LaneRefusal.WEIGHT_NEEDED ->
          desk.open(
              new Panel.Weigh(
                  code, details.getOrDefault("name", code), details.getOrDefault("unit", "kg")));
      case LaneRefusal.NOT_SIGNED_ON -> notSignedOn(refusal, again);
      default -> desk.refused(refusal);
    }
  }

  private void approved(
      Function<String, CompletableFuture<BasketView>> act, ApprovalView approval, Runnable again) {
    var name = Map.of("name", approval.supervisorName());
    desk.work.ahead(
        () -> act.apply(approval.approvalId()),
        basket -> show(basket, Message.ok("approved", name)),
        refusal -> notSignedOn(refusal, again));
  }

  private void show(BasketView basket, Message message) {
    desk.show(desk.state().having(basket).withMessage(message));
  }

  /**
   * Idle for too long, ended by the manager, or on again without the server: whoever is on types
   * his PIN, and all goes on where it was.
   *
   * @param again for what was not done and must not be lost
   */
  private void notSignedOn(LaneRefusal refusal, Runnable again) {
    boolean done = refusal.details().containsKey(LaneRefusal.KEPT);
    if (refusal.reason().equals(LaneRefusal.NOT_SIGNED_ON) && !done) {
      again.run();
    }
    desk.refused(refusal);
  }
}
