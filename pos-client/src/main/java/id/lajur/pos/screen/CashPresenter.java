package id.lajur.pos.screen;

import id.lajur.kit.format.Formats;
import id.lajur.pos.receipt.PaperKind;
import id.lajur.pos.screen.LaneState.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The customer's money on the lane's screen: what is given of each kind, and the change. Kinds but
 * cash are taken one after another until nothing is left; cash comes last, as it alone is rounded.
 */
final class CashPresenter {
  private static final String TO_TYPE = "tenderEmpty";
  private static final String TO_ACCEPT = "tender";
  private static final String LEFT = "tenderLeft";
  private static final String SHORT = "short";
  private static final Set<String> OF_CASH = Set.of(TO_TYPE, TO_ACCEPT, LEFT, SHORT);
  private static final int LONGEST_SUM = 10;

  private final Desk desk;
  private final PaperPresenter papers;

  CashPresenter(Desk desk, PaperPresenter papers) {
    this.desk = desk;
    this.papers = papers;
  }

  void startTender() {
    BasketView basket = state().basket();
    List<TenderKindView> kinds = isAlone() ? List.of(TenderKindView.CASH) : desk.lane.tenderKinds();
    desk.show(
        state()
            .withPhase(Phase.TENDERING)
            .withPayment(PaymentView.begin(kinds, basket.totalMinor(), basket.cashDueMinor()))
            .withForm(Forms.tender(TenderKindView.CASH))
            .withMessage(
                Message.info(
                    basket.cashDueMinor() < 0 ? "refund" : toType(basket.cashDueMinor()))));
    desk.lane.tellPayment(true);
  }

  private boolean isAlone() {
    return state().devices().serverIsAway();
  }

  void tendering(LaneKey key) {
    if (desk.work.isBusy()) {
      return; // the payment is under way
    }
    switch (key) {
      case F2 -> fill(0);
      case F3 -> fill(1);
      case F4 -> fill(2);
      case F5 -> fill(3);
      case F6, F7, F8, F9, F10 -> choose(key);
      case F11 -> withOrWithoutPaper();
      case DEL -> takeBack();
      case ESC -> toBasket();
      case ENTER -> enter();
      default -> {}
    }
  }

  /**
   * Cash that has been typed and is less than what is due is kept, and another kind pays the rest.
   */
  private void choose(LaneKey key) {
    Optional<PaymentView.Slot> slot =
        payment().slots().stream().filter(one -> one.key() == key).findFirst();
    Optional<TenderKindView> kind = slot.flatMap(PaymentView.Slot::kind);
    if (kind.isEmpty()) {
      String reason = isAlone() ? LaneRefusal.ONLY_CASH : "TENDER_UNKNOWN";
      desk.refused(new LaneRefusal(reason, Map.of()));
      return;
    }
    OptionalLong typed = amount();
    boolean part =
        payment().chosen().cash()
            && !kind.get().cash()
            && typed.isPresent()
            && typed.getAsLong() > 0
            && typed.getAsLong() < payment().cashLeftMinor();
    if (part) {
      taken(payment().with(TakenTender.cash(typed.getAsLong())));
    }
    chosen(kind.get());
  }

  private void chosen(TenderKindView kind) {
    desk.show(
        state()
            .withPayment(payment().choosing(kind))
            .withForm(Forms.tender(kind))
            .withMessage(
                Message.info(kind.cash() ? toType(payment().cashLeftMinor()) : "tenderOther")));
  }

  private static String toType(long dueMinor) {
    return dueMinor > 0 ? TO_TYPE : TO_ACCEPT;
  }

  /** What Enter will do is said once there is enough to accept; until then, what is missing. */
  void typed() {
    if (OF_CASH.contains(state().message().key()) && payment().chosen().cash()) {
      Message next = ofCash();
      if (!next.equals(state().message())) {
        desk.say(next);
      }
    }
  }

  private Message ofCash() {
    OptionalLong typed = amount();
    if (KeyBarOf.awaitsMoney(state())) {
      return Message.info(TO_TYPE);
    } else if (typed.isPresent() && typed.getAsLong() < payment().cashLeftMinor()) {
      String missing = desk.formats().moneyWithSign(payment().cashLeftMinor() - typed.getAsLong());
      return Message.info(SHORT, Map.of("n", missing));
    }
    return Message.info(TO_ACCEPT);
  }

  private void fill(int which) {
    List<Long> sums =
        payment().chosen().cash()
            ? CashHelp.likelySums(payment().cashLeftMinor(), state().terminal().denominations())
            : List.of(payment().leftMinor());
    if (which < sums.size() && sums.get(which) > 0) {
      Form filled = state().form().goTo(0).with(plain(sums.get(which)));
      desk.show(state().withForm(filled));
      typed();
    }
  }

  /** The amount as a person would type it, without groups. */
  private String plain(long minor) {
    Formats formats = desk.formats();
    String text = formats.money(minor);
    return text.replace(formats.count(1_000).substring(1, 2), "");
  }

  private void withOrWithoutPaper() {
    if (isAlone()) {
      desk.say(Message.warn("paperAlways", Map.of()));
      return;
    }
    boolean paper = !payment().paper();
    desk.show(
        state()
            .withPayment(payment().withPaper(paper))
            .withMessage(
                paper
                    ? Message.ok("withReceipt", Map.of())
                    : Message.warn("withoutReceipt", Map.of())));
  }

  /** What is typed goes first, then the tender that was taken last. */
  private void takeBack() {
    List<TakenTender> taken = payment().taken();
    if (!state().form().text().isEmpty()) {
      desk.show(state().withForm(state().form().with("")));
      typed();
    } else if (taken.isEmpty()) {
      desk.say(Message.info("noTender"));
    } else {
      TakenTender last = taken.get(taken.size() - 1);
      taken(taken.subList(0, taken.size() - 1));
      desk.say(last.kind().cash() ? Message.READY : Message.warn("tenderBack", sum(last)));
    }
  }

  private Map<String, String> sum(TakenTender tender) {
    return Map.of("n", desk.formats().moneyWithSign(tender.amountMinor()));
  }

  private void taken(List<TakenTender> now) {
    BasketView basket = state().basket();
    long exact = now.stream().mapToLong(TakenTender::amountMinor).sum();
    long coins =
        now.stream().filter(t -> t.kind().cash()).mapToLong(TakenTender::amountMinor).sum();
    long open = basket.totalMinor() - exact + coins;
    long cashDue = exact == coins ? basket.cashDueMinor() : desk.lane.cashDue(open);
    desk.show(
        state().withPayment(payment().having(now, basket.totalMinor() - exact, cashDue - coins)));
  }

  private void toBasket() {
    if (payment().isCharged()) {
      desk.say(Message.warn("tendersTaken", Map.of())); // money has moved outside this lane
      return;
    }
    desk.show(state().withPhase(Phase.SELLING).withPayment(PaymentView.NONE));
    desk.lane.tellPayment(false);
    desk.close(Message.READY);
  }

  private void enter() {
    if (looksLikeBarcode(state().form().text("received"))) {
      desk.show(
          state()
              .withForm(Forms.tender(payment().chosen()))
              .withMessage(Message.error("barcodeIsNoMoney", Map.of())));
    } else if (payment().chosen().cash()) {
      acceptCash();
    } else {
      acceptOther();
    }
  }

  /** True for a sum no customer hands over, which is a barcode typed by hand. */
  private static boolean looksLikeBarcode(String typed) {
    return typed.chars().filter(Character::isDigit).count() > LONGEST_SUM;
  }

  private void acceptCash() {
    long due = payment().cashLeftMinor();
    boolean empty = state().form().text("received").isEmpty();
    OptionalLong received = amount();
    if (empty && due <= 0) {
      pay(due == 0 ? payment().taken() : payment().with(TakenTender.cash(due)));
    } else if (empty) {
      desk.say(Message.info(TO_TYPE));
    } else if (received.isEmpty()) {
      desk.say(Message.error("noAmount", Map.of()));
    } else if (received.getAsLong() < due) {
      String missing = desk.formats().moneyWithSign(due - received.getAsLong());
      desk.say(Message.error(SHORT, Map.of("n", missing)));
    } else {
      pay(payment().with(TakenTender.cash(received.getAsLong())));
    }
  }

  /** Through the amount, which may stay empty for all that is left, to the numbers of the slip. */
  private void acceptOther() {
    Form form = state().form();
    TenderKindView kind = payment().chosen();
    long left = payment().leftMinor();
    OptionalLong typed = form.text("received").isEmpty() ? OptionalLong.of(left) : amount();
    if (typed.isEmpty() || typed.getAsLong() <= 0) {
      stayAt(0, Message.error("noAmount", Map.of()));
    } else if (typed.getAsLong() > left && !kind.givesChange()) {
      stayAt(0, Message.error("refused.CHANGE_NOT_GIVEN", Map.of()));
    } else if (!form.isLast()) {
      stayAt(form.at() + 1, Message.info("tenderReference"));
    } else if (kind.needsReference() && reference(form).isEmpty()) {
      stayAt(1, Message.error("refused.REFERENCE_NEEDED", Map.of()));
    } else {
      take(new TakenTender(kind, typed.getAsLong(), reference(form)), left);
    }
  }

  private void take(TakenTender tender, long left) {
    List<TakenTender> all = payment().with(tender);
    if (tender.amountMinor() >= left) {
      pay(all);
      return;
    }
    taken(all);
    chosen(TenderKindView.CASH);
    desk.say(
        Message.info(LEFT, Map.of("n", desk.formats().moneyWithSign(payment().cashLeftMinor()))));
  }

  private static String reference(Form form) {
    String slip = form.text("reference").strip();
    String code = form.text("approvalCode").strip();
    return slip.isEmpty() || code.isEmpty() ? slip + code : slip + "/" + code;
  }

  private void stayAt(int field, Message message) {
    desk.show(state().withForm(state().form().goTo(field)).withMessage(message));
  }

  private void pay(List<TakenTender> tenders) {
    long totalMinor = state().basket().totalMinor();
    boolean paper = payment().paper();
    desk.work.ahead(
        () -> desk.lane.pay(totalMinor, tenders, paper),
        receipt ->
            desk.show(
                state()
                    .withPhase(Phase.DONE)
                    .withForm(Form.NONE)
                    .withPayment(payment().settled(tenders, receipt))
                    .withLastReceipt(Optional.of(receipt))
                    .withMessage(saved(receipt, paper))),
        desk::refused);
  }

  private Message saved(ReceiptView receipt, boolean paper) {
    var number = Map.of("n", receipt.number());
    if (!paper) {
      return Message.ok("savedWithoutPaper", number);
    }
    if (!receipt.fetched()) {
      return Message.warn("receiptLater", Map.of());
    }
    return papers.areWell() ? Message.ok("saved", number) : papers.notOut(PaperKind.SALE);
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
    desk.show(ready(state()).withMessage(Message.READY));
    desk.work.pump();
  }

  /** After a sale that is done. */
  static LaneState ready(LaneState done) {
    LaneState ready = done.withPhase(Phase.READY).withChosenLineId(0).withPayment(PaymentView.NONE);
    return ready.selling(BasketView.EMPTY);
  }

  /** What a payment that is gone on with waits for. */
  static Message asks(LaneState paying) {
    boolean refund = paying.payment().dueMinor() < 0;
    boolean cash = paying.payment().chosen().cash();
    String cashToo = KeyBarOf.awaitsMoney(paying) ? TO_TYPE : TO_ACCEPT;
    return Message.info(refund ? "refund" : cash ? cashToo : "tenderOther");
  }

  private OptionalLong amount() {
    OptionalLong minor = desk.formats().parseMoney(state().form().text("received"));
    return minor.isPresent() && minor.getAsLong() < 0 ? OptionalLong.empty() : minor;
  }

  private PaymentView payment() {
    return state().payment();
  }

  private LaneState state() {
    return desk.state();
  }
}
