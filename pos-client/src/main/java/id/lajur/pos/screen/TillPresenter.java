package id.lajur.pos.screen;

import id.lajur.pos.screen.LaneState.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The drawer on the lane's screen: float, cash in and out, and the blind count. */
final class TillPresenter {
  private static final ApprovalView NOBODY = new ApprovalView("", "");

  private final Desk desk;
  private final LaneActions lane;
  private final WorkQueue work;
  private final PaperPresenter papers;
  private boolean cashWaits;
  private OptionalLong differs = OptionalLong.empty(); // a float that was not what was handed over

  TillPresenter(Desk desk, PaperPresenter papers) {
    this.desk = desk;
    this.lane = desk.lane;
    this.work = desk.work;
    this.papers = papers;
  }

  void openingShift(LaneKey key) {
    if (key == LaneKey.F11) {
      papers.printKept();
    } else if (key == LaneKey.SHIFT_F11) {
      papers.printKeptElsewhere();
    }
    if (key != LaneKey.ENTER || work.isBusy()) {
      return;
    }
    String typed = state().form().text();
    OptionalLong minor = amount(typed);
    if (typed.isEmpty() && cashWaits) {
      open(0, Takeover.AS_IT_STANDS);
    } else if (minor.isEmpty()) {
      say(Message.error("noAmount", Map.of()));
    } else {
      open(minor.getAsLong(), minor.equals(differs) ? Takeover.WITH_DIFFERENCE : Takeover.COUNTED);
    }
  }

  private void open(long minor, Takeover takeover) {
    work.ahead(
        () -> lane.openShift(minor, takeover),
        shift ->
            desk.show(
                state()
                    .withShift(Optional.of(shift))
                    .withPhase(Phase.READY)
                    .selling()
                    .withMessage(Message.READY)),
        refusal -> {
          boolean counted = refusal.reason().equals(LaneRefusal.HANDOVER_DIFFERS);
          differs = counted ? OptionalLong.of(minor) : OptionalLong.empty();
          desk.refused(refusal);
        });
  }

  /** Tells, before the float is typed, of cash that was handed over. */
  void beforeShift(CashWaiting cash) {
    cashWaits = !cash.cash().isEmpty();
    differs = OptionalLong.empty();
    if (cash.forOther().isPresent()) {
      say(
          Message.error(
              "refused." + LaneRefusal.HANDOVER_FOR_OTHER,
              Map.of("number", cash.forOther().get())));
    } else if (cashWaits) {
      say(waits(cash.cash()));
    }
  }

  private Message waits(List<WaitingCashView> waiting) {
    WaitingCashView first = waiting.get(0);
    long sum = waiting.stream().mapToLong(WaitingCashView::amountMinor).sum();
    boolean known = waiting.stream().allMatch(one -> one.amountMinor() > 0);
    return known
        ? Message.info(
            "cashWaits", Map.of("n", desk.formats().moneyWithSign(sum), "lane", first.lane()))
        : Message.info("cashWaitsBlind", Map.of("name", first.operator(), "lane", first.lane()));
  }

  /** F2 to F4 say which way the cash goes; Enter leads through amount and reason. */
  void moving(LaneKey key, Panel.Cash panel) {
    if (key == LaneKey.ENTER) {
      move(panel);
    }
    for (CashKind kind : CashKind.values()) {
      if (kind.key() == key) {
        desk.show(NextStep.said(state().withPanel(new Panel.Cash(Optional.of(kind)))));
      }
    }
  }

  private void move(Panel.Cash panel) {
    if (work.isBusy()) {
      return;
    }
    Form form = state().form();
    OptionalLong minor = amount(form.text("amount"));
    String reason = form.text("reason").strip();
    if (panel.kind().isEmpty()) {
      say(Message.error("cashWay", Map.of()));
    } else if (minor.isEmpty() || minor.getAsLong() == 0) {
      desk.show(state().withForm(form.goTo(0)).withMessage(Message.error("noAmount", Map.of())));
    } else if (reason.isEmpty()) {
      boolean asked = form.isAt("reason");
      desk.show(
          state()
              .withForm(form.goTo(1))
              .withMessage(
                  asked
                      ? Message.error("refused.REASON_NEEDED", Map.of())
                      : Message.info("cashReason")));
    } else {
      CashKind kind = panel.kind().get();
      move(
          minor.getAsLong(),
          approval -> lane.moveCash(kind, minor.getAsLong(), reason, approval),
          kind);
    }
  }

  private void move(
      long minor, Function<ApprovalView, CompletableFuture<Void>> act, CashKind kind) {
    Panel begun = state().panel();
    work.ahead(
        () -> act.apply(NOBODY),
        done -> moved(begun, minor, kind),
        refusal -> {
          if (!refusal.reason().equals(LaneRefusal.APPROVAL_NEEDED)) {
            desk.refused(refusal);
            return;
          }
          desk.ask(
              new Panel.Approval("", Optional.empty(), minor, "", Matter.NONE).of(refusal),
              approval -> {
                Panel now = state().panel();
                work.ahead(
                    () -> act.apply(approval), done -> moved(now, minor, kind), desk::refused);
              });
        });
  }

  private void moved(Panel begun, long minor, CashKind kind) {
    leave(begun, moved(minor, kind));
  }

  private Message moved(long minor, CashKind kind) {
    var values = Map.of("n", desk.formats().moneyWithSign(minor));
    return papers.areWell()
        ? Message.ok("moved." + kind, values)
        : papers.orElsewhere(Message.warn("movedKept." + kind, values));
  }

  void settled(CashKind kind, long minor, boolean booked) {
    Message message =
        booked
            ? moved(minor, kind)
            : Message.error("notMoved." + kind, Map.of("n", desk.formats().moneyWithSign(minor)));
    desk.show(state().withMessage(message));
  }

  /** Leaves the panel that an act was begun in, unless the cashier has gone on from it. */
  private void leave(Panel begun, Message message) {
    LaneState now = state();
    boolean there = now.isSelling() && now.panel().equals(begun);
    desk.show((there ? now.selling() : now).withMessage(message));
    work.pump();
  }

  void startCount() {
    desk.show(
        state()
            .withPhase(Phase.COUNTING)
            .withPanel(Panel.none())
            .withForm(Forms.count(state().terminal().denominations()))
            .withMessage(Message.info("count")));
  }

  void counting(LaneKey key) {
    switch (key) {
      case ENTER, DOWN -> step(1);
      case UP -> step(-1);
      case ESC -> desk.show(state().withPhase(Phase.READY).selling().withMessage(Message.READY));
      case F12 -> sendCount();
      case F9 -> openDrawer();
      case DEL -> desk.show(state().withForm(state().form().with("")));
      default -> {}
    }
  }

  private void openDrawer() {
    if (!state().may(PrinterPresenter.PERMISSION)) {
      say(Message.warn("drawerNeeds", Map.of()));
    } else if (!work.isBusy()) {
      work.ahead(
          () -> lane.openDrawer(lane.printer(), NOBODY.approvalId()),
          done -> say(Message.ok("drawerOpened", Map.of())),
          desk::refused);
    }
  }

  private void sendCount() {
    if (work.isBusy()) {
      return;
    }
    List<CountedView> counted = counted(state());
    if (state().form().fields().stream().allMatch(f -> f.text().isEmpty() || !Forms.isPieces(f))) {
      say(Message.error("countEmpty", Map.of()));
      return;
    }
    work.ahead(
        () ->
            lane.closeShift(
                counted,
                state().form().text(Forms.EXPLANATION).strip(),
                HandOver.typed(state().form().text(Forms.HAND_OVER))),
        z -> {
          work.clear();
          LaneState off =
              LaneState.signedOff(state().terminal(), state().ownLanguage(), state().theme());
          desk.show(off.withDevices(state().devices()).withMessage(closed(z)));
        },
        desk::refused);
  }

  /** The count is done, so the difference may be known now. */
  private Message closed(ClosedView z) {
    String difference = desk.formats().moneyWithSign(z.differenceMinor());
    var values = Map.of("n", Long.toString(z.zNumber()), "difference", difference);
    Message closed =
        z.complete() && z.handed().isPresent()
            ? handed(z.handed().get(), values)
            : !z.complete()
                ? Message.warn("shiftClosedIncomplete", values)
                : Message.ok(
                    z.differenceMinor() == 0 ? "shiftClosed" : "shiftClosedDifference", values);
    return z.signedOff() ? closed : closed.andWarn("notSignedOff");
  }

  private Message handed(ClosedView.Handed handed, Map<String, String> closed) {
    var values = new HashMap<>(closed);
    values.put("sum", desk.formats().moneyWithSign(handed.amountMinor()));
    values.put("lane", handed.lane());
    return Message.ok("shiftClosedHanded", values);
  }

  /** What has been typed into the count so far; an empty field is none. */
  static List<CountedView> counted(LaneState state) {
    var counted = new ArrayList<CountedView>();
    for (Form.Field field : state.form().fields()) {
      if (!Forms.isPieces(field)) {
        continue;
      }
      long pieces = field.text().isEmpty() ? 0 : Long.parseLong(field.text());
      counted.add(new CountedView(Long.parseLong(field.name()), pieces));
    }
    return counted;
  }

  private void step(int step) {
    Form form = state().form();
    desk.show(state().withForm(form.goTo(form.at() + step)));
  }

  private OptionalLong amount(String typed) {
    OptionalLong minor = desk.formats().parseMoney(typed);
    return minor.isPresent() && minor.getAsLong() < 0 ? OptionalLong.empty() : minor;
  }

  private void say(Message message) {
    desk.show(state().withMessage(message));
  }

  private LaneState state() {
    return desk.state();
  }
}
