package id.lajur.pos.screen;

import id.lajur.kit.format.Formats;
import id.lajur.pos.receipt.PaperKind;
import id.lajur.pos.screen.LaneState.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The customer's money on the lane's screen: payment and change. */
final class CashPresenter {
  private final LaneActions lane;
  private final WorkQueue work;
  private final Supplier<LaneState> current;
  private final Consumer<LaneState> show;
  private final Consumer<LaneRefusal> refused;
  private final PaperPresenter papers;

  CashPresenter(
      LaneActions lane,
      WorkQueue work,
      Supplier<LaneState> current,
      Consumer<LaneState> show,
      Consumer<LaneRefusal> refused,
      PaperPresenter papers) {
    this.lane = lane;
    this.work = work;
    this.current = current;
    this.show = show;
    this.refused = refused;
    this.papers = papers;
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
      String missing = LanePresenter.formatsOf(state()).moneyWithSign(due - received.getAsLong());
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
                    .withMessage(saved(receipt))),
        refused);
  }

  private Message saved(ReceiptView receipt) {
    if (!receipt.fetched()) {
      return Message.warn("receiptLater", Map.of());
    }
    return papers.areWell()
        ? Message.ok("saved", Map.of("n", receipt.number()))
        : papers.notOut(PaperKind.SALE);
  }

  void done(LaneKey key) {
    switch (key) {
      case ENTER, ESC, F12 -> nextCustomer();
      case F11 -> papers.printAgain();
      case SHIFT_F11 -> papers.printElsewhere();
      default -> {}
    }
  }

  /** Ready for the next basket; scans that waited during the payment go into it. */
  void nextCustomer() {
    LaneState ready = state().withPhase(Phase.READY).withChosenLineId(0);
    show.accept(LanePresenter.selling(ready, BasketView.EMPTY).withMessage(Message.READY));
    work.pump();
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
