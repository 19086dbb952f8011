package id.lajur.pos.screen;

import id.lajur.kit.format.Formats;
import id.lajur.pos.screen.LaneState.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The money's part of the lane's screen: float, payment, change, and the blind count. */
final class CashPresenter {
  private final LaneActions lane;
  private final WorkQueue work;
  private final Supplier<LaneState> current;
  private final Consumer<LaneState> show;
  private final Consumer<LaneRefusal> refused;

  CashPresenter(
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

  void openingShift(LaneKey key) {
    if (key != LaneKey.ENTER || work.isBusy()) {
      return;
    }
    OptionalLong minor = amount();
    if (minor.isEmpty()) {
      say(Message.error("noAmount", Map.of()));
      return;
    }
    work.ahead(
        () -> lane.openShift(minor.getAsLong()),
        shift ->
            show.accept(
                LanePresenter.selling(
                        state().withShift(Optional.of(shift)).withPhase(Phase.READY),
                        state().basket())
                    .withMessage(Message.READY)),
        refused);
  }

  void startTender() {
    show.accept(
        state()
            .withPhase(Phase.TENDERING)
            .withForm(Forms.tender())
            .withMessage(Message.info("tender")));
  }

  void tendering(LaneKey key) {
    if (work.isBusy()) {
      return; // the payment is under way
    }
    switch (key) {
      case F2 -> fill(0);
      case F3 -> fill(1);
      case F4 -> fill(2);
      case F5 -> fill(3);
      case F6 -> say(Message.info("tender"));
      case F7, F8, F9, F10, F11 -> say(Message.warn("later", Map.of()));
      case DEL -> show.accept(state().withForm(state().form().with("")));
      case ESC -> {
        show.accept(
            LanePresenter.selling(state().withPhase(Phase.SELLING), state().basket())
                .withMessage(Message.READY));
        work.pump();
      }
      case ENTER -> accept();
      default -> {}
    }
  }

  private void fill(int which) {
    List<Long> sums =
        CashHelp.likelySums(state().basket().cashDueMinor(), state().terminal().denominations());
    if (which < sums.size()) {
      String text = plain(sums.get(which));
      show.accept(state().withForm(Forms.tender().with(text)).withMessage(Message.info("tender")));
    }
  }

  /** The amount as a person would type it, without groups. */
  private String plain(long minor) {
    Formats formats = LanePresenter.formatsOf(state());
    String text = formats.money(minor);
    return text.replace(formats.count(1_000).substring(1, 2), "");
  }

  private void accept() {
    String typed = state().form().text();
    long due = state().basket().cashDueMinor();
    OptionalLong received = amount();
    if (typed.isEmpty()) {
      say(Message.info("tenderEmpty"));
    } else if (LanePresenter.looksLikeBarcode(typed)) {
      show.accept(
          state()
              .withForm(Forms.tender())
              .withMessage(Message.error("barcodeIsNoMoney", Map.of())));
    } else if (received.isEmpty()) {
      say(Message.error("noAmount", Map.of()));
    } else if (received.getAsLong() < due) {
      String missing = LanePresenter.formatsOf(state()).money(due - received.getAsLong());
      say(Message.error("short", Map.of("n", missing)));
    } else {
      pay(received.getAsLong());
    }
  }

  private void pay(long receivedMinor) {
    long totalMinor = state().basket().totalMinor();
    work.ahead(
        () -> lane.payCash(totalMinor, receivedMinor),
        receipt ->
            show.accept(
                state()
                    .withPhase(Phase.DONE)
                    .withForm(Form.NONE)
                    .withLastReceipt(Optional.of(receipt))
                    .withMessage(
                        receipt.printed() && printerIsWell()
                            ? Message.ok("saved", Map.of("n", receipt.number()))
                            : notPrinted())),
        refused);
  }

  void done(LaneKey key) {
    switch (key) {
      case ENTER, ESC, F12 -> nextCustomer();
      case F11 -> printAgain();
      default -> {}
    }
  }

  /** Ready for the next basket; scans that waited during the payment go into it. */
  void nextCustomer() {
    LaneState ready = state().withPhase(Phase.READY).withChosenLineId(0);
    show.accept(LanePresenter.selling(ready, BasketView.EMPTY).withMessage(Message.READY));
    work.pump();
  }

  void printAgain() {
    if (state().lastReceipt().isEmpty()) {
      say(Message.info("noReceipt"));
      return;
    }
    work.ahead(
        lane::printAgain,
        receipt ->
            say(
                receipt.printed()
                    ? Message.ok("printed", Map.of("n", receipt.number()))
                    : notPrinted()),
        refused);
  }

  /** A printer that fails at once may say so before the sale's own answer is here. */
  private boolean printerIsWell() {
    return state().devices().printer() == PrinterView.READY;
  }

  /** The sale is done, its paper is to come. */
  Message notPrinted() {
    boolean paper = state().devices().printer() == PrinterView.NO_PAPER;
    return Message.warn(paper ? "outOfPaper" : "printerStopped", Map.of());
  }

  void startCount() {
    show.accept(
        state()
            .withPhase(Phase.COUNTING)
            .withPanel(Panel.none())
            .withForm(Forms.count(state().terminal().denominations()))
            .withMessage(Message.info("count")));
  }

  void counting(LaneKey key) {
    switch (key) {
      case ENTER, DOWN -> move(1);
      case UP -> move(-1);
      case ESC ->
          show.accept(
              LanePresenter.selling(state().withPhase(Phase.READY), state().basket())
                  .withMessage(Message.READY));
      case F12 -> sendCount();
      case F9 -> say(Message.warn("later", Map.of()));
      case DEL -> show.accept(state().withForm(state().form().with("")));
      default -> {}
    }
  }

  private void sendCount() {
    if (work.isBusy()) {
      return;
    }
    List<CountedView> counted = counted(state());
    if (state().form().fields().stream().allMatch(f -> f.text().isEmpty())) {
      say(Message.error("countEmpty", Map.of()));
      return;
    }
    work.ahead(
        () -> lane.closeShift(counted, ""),
        z -> {
          LaneState off =
              LaneState.signedOff(state().terminal(), state().language(), state().theme());
          show.accept(
              off.withDevices(state().devices())
                  .withMessage(Message.ok("shiftClosed", Map.of("n", Long.toString(z)))));
        },
        refused);
  }

  /** What has been typed into the count so far; an empty field is none. */
  static List<CountedView> counted(LaneState state) {
    var counted = new ArrayList<CountedView>();
    for (Form.Field field : state.form().fields()) {
      long pieces = field.text().isEmpty() ? 0 : Long.parseLong(field.text());
      counted.add(new CountedView(Long.parseLong(field.name()), pieces));
    }
    return counted;
  }

  private void move(int step) {
    Form form = state().form();
    show.accept(state().withForm(form.goTo(form.at() + step)));
  }

  private OptionalLong amount() {
    OptionalLong minor = LanePresenter.formatsOf(state()).parseMoney(state().form().text());
    return minor.isPresent() && minor.getAsLong() < 0 ? OptionalLong.empty() : minor;
  }

  private void say(Message message) {
    show.accept(state().withMessage(message));
  }

  private LaneState state() {
    return current.get();
  }
}
