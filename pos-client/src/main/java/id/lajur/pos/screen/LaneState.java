package id.lajur.pos.screen;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that the screen shows, at one moment.
 *
 * @param chosenLineId the line that keys act on; 0 for the one added last
 * @param nextQuantityMilli typed before the next scan; 0 for none
 * @param payment how the basket is paid, while it is
 * @param waitingBaskets put aside in the store
 * @param letters whether letters to touch are wanted
 * @param ownLanguage the lane's, while nobody with another is signed on
 */
public record LaneState(
    Phase phase,
    TerminalView terminal,
    Optional<OperatorView> operator,
    Optional<ShiftView> shift,
    BasketView basket,
    Panel panel,
    Form form,
    Message message,
    Waiting waiting,
    int scansWaiting,
    int chosenLineId,
    long nextQuantityMilli,
    PaymentView payment,
    Optional<ReceiptView> lastReceipt,
    int waitingBaskets,
    boolean letters,
    DevicesView devices,
    Language ownLanguage,
    Theme theme) {

  /** Where a sale stands. */
  public enum Phase {
    SIGNED_OFF,
    OPENING_SHIFT,
    READY,
    SELLING,
    TENDERING,
    DONE,
    COUNTING
  }

  /** How long the server has been thinking: under 150 ms, under a second, longer. */
  public enum Waiting {
    NONE,
    SHORT,
    LONG
  }

  /** The lane as it opens: nobody has signed on. */
  public static LaneState signedOff(TerminalView terminal, Language language, Theme theme) {
    return new LaneState(
        Phase.SIGNED_OFF,
        terminal,
        Optional.empty(),
        Optional.empty(),
        BasketView.EMPTY,
        Panel.none(),
        Forms.signOn(),
        Message.READY,
        Waiting.NONE,
        0,
        0,
        0,
        PaymentView.NONE,
        Optional.empty(),
        0,
        false,
        DevicesView.ALL_WELL,
        language,
        theme);
  }

  /** The large line: the one that keys act on. */
  public Optional<LineView> largeLine() {
    return basket.line(chosenLineId).or(basket::lastLine);
  }

  /** True when the cashier chose another line than the last. */
  public boolean choseAnother() {
    return chosenLineId != 0
        && basket.line(chosenLineId).isPresent()
        && !basket.lastLine().equals(basket.line(chosenLineId));
  }

  /** What the screen speaks: the operator's language, or the lane's own. */
  public Language language() {
    return operator.flatMap(OperatorView::language).orElse(ownLanguage);
  }

  public boolean isSelling() {
    return phase == Phase.READY || phase == Phase.SELLING;
  }

  /** Whether whoever is signed on may do this by himself. */
  boolean may(String permission) {
    return operator.map(who -> who.permissions().contains(permission)).orElse(false);
  }

  /** Nobody has signed on, or the float is asked. */
  boolean isBeforeSelling() {
    return phase == Phase.SIGNED_OFF || phase == Phase.OPENING_SHIFT;
  }

  /** Whether only a PIN goes on; help may stand over that. */
  public boolean isLocked() {
    Panel open = panel instanceof Panel.Help help ? help.covered() : panel;
    return open instanceof Panel.Locked;
  }

  /** Whether an old PIN has been proven, and whoever types now chooses the new one. */
  public boolean choosesPin() {
    return form.isAt("newPin") || form.isAt("again");
  }

  public boolean isPaying() {
    return phase == Phase.TENDERING || phase == Phase.DONE;
  }

  /** Letters to touch stand below the basket, or below the money. */
  public boolean showsLetters() {
    return letters && takesLetters();
  }

  /** Whether what is typed now may be letters, at a moment when they have room. */
  boolean takesLetters() {
    return form.takesText() && (isSelling() || phase == Phase.TENDERING || phase == Phase.COUNTING);
  }

  /** Numbers and dates in the language of the screen. */
  public Formats formats() {
    return new Formats(language(), terminal.currency(), terminal.zone());
  }

  /** Back to selling: no panel, an empty field for codes. */
  LaneState selling() {
    return selling(basket);
  }

  /** As above, with another basket. */
  LaneState selling(BasketView now) {
    return withPanel(Panel.none())
        .withForm(Forms.selling())
        .withLetters(false)
        .withBasket(now)
        .withPhase(phaseOf(now));
  }

  /** With the basket as it is now, wherever its cashier has gone on to meanwhile. */
  LaneState having(BasketView now) {
    LaneState next = withBasket(now);
    return isSelling() ? next.withPhase(phaseOf(now)) : next;
  }

  private static Phase phaseOf(BasketView sold) {
    return sold.lines().isEmpty() ? Phase.READY : Phase.SELLING;
  }

  /** With nothing typed into the field that has the caret. */
  LaneState cleared() {
    return withForm(form.with(""));
  }

  LaneState withPhase(Phase newPhase) {
    return with(next -> next.phase = newPhase);
  }

  LaneState withTerminal(TerminalView newTerminal) {
    return with(next -> next.terminal = newTerminal);
  }

  LaneState withOperator(Optional<OperatorView> newOperator) {
    return with(next -> next.operator = newOperator);
  }

  LaneState withShift(Optional<ShiftView> newShift) {
    return with(next -> next.shift = newShift);
  }

  LaneState withBasket(BasketView newBasket) {
    return with(next -> next.basket = newBasket);
  }

  LaneState withPanel(Panel newPanel) {
    return with(next -> next.panel = newPanel);
  }

  LaneState withForm(Form newForm) {
    return with(next -> next.form = newForm);
  }

  LaneState withMessage(Message newMessage) {
    return with(next -> next.message = newMessage);
  }

  LaneState withWaiting(Waiting newWaiting) {
    return with(next -> next.waiting = newWaiting);
  }

  LaneState withScansWaiting(int newScansWaiting) {
    return with(next -> next.scansWaiting = newScansWaiting);
  }

  LaneState withChosenLineId(int newChosenLineId) {
    return with(next -> next.chosenLineId = newChosenLineId);
  }

  LaneState withNextQuantityMilli(long newQuantityMilli) {
    return with(next -> next.nextQuantityMilli = newQuantityMilli);
  }

  LaneState withPayment(PaymentView newPayment) {
    return with(next -> next.payment = newPayment);
  }

  LaneState withLastReceipt(Optional<ReceiptView> newLastReceipt) {
    return with(next -> next.lastReceipt = newLastReceipt);
  }

  LaneState withWaitingBaskets(int newWaitingBaskets) {
    return with(next -> next.waitingBaskets = newWaitingBaskets);
  }

  LaneState withLetters(boolean newLetters) {
    return with(next -> next.letters = newLetters);
  }

  LaneState withDevices(DevicesView newDevices) {
    return with(next -> next.devices = newDevices);
  }

  LaneState withLanguage(Language newLanguage) {
    return with(next -> next.ownLanguage = newLanguage);
  }

  LaneState withTheme(Theme newTheme) {
    return with(next -> next.theme = newTheme);
  }

  private LaneState with(Consumer<Change> change) {
    var next = new Change(this);
    change.accept(next);
    return next.made();
  }

  /** Another state is made from the last one, with one thing in it another. */
  private static final class Change {
    private Phase phase;
    private TerminalView terminal;
    private Optional<OperatorView> operator;
    private Optional<ShiftView> shift;
    private BasketView basket;
    private Panel panel;
    private Form form;
    private Message message;
    private Waiting waiting;
    private int scansWaiting;
    private int chosenLineId;
    private long nextQuantityMilli;
    private PaymentView payment;
    private Optional<ReceiptView> lastReceipt;
    private int waitingBaskets;
    private boolean letters;
    private DevicesView devices;
    private Language ownLanguage;
    private Theme theme;

    Change(LaneState from) {
      phase = from.phase;
      terminal = from.terminal;
      operator = from.operator;
      shift = from.shift;
      basket = from.basket;
      panel = from.panel;
      form = from.form;
      message = from.message;
      waiting = from.waiting;
      scansWaiting = from.scansWaiting;
      chosenLineId = from.chosenLineId;
      nextQuantityMilli = from.nextQuantityMilli;
      payment = from.payment;
      lastReceipt = from.lastReceipt;
      waitingBaskets = from.waitingBaskets;
      letters = from.letters;
      devices = from.devices;
      ownLanguage = from.ownLanguage;
      theme = from.theme;
    }

    LaneState made() {
      return new LaneState(
          phase,
          terminal,
          operator,
          shift,
          basket,
          panel,
          form,
          message,
          waiting,
          scansWaiting,
          chosenLineId,
          nextQuantityMilli,
          payment,
          lastReceipt,
          waitingBaskets,
          letters,
          devices,
          ownLanguage,
          theme);
    }
  }
}
