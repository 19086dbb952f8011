package id.lajur.pos.screen;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.util.Optional;

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
    return new LaneState(
        newPhase,
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

  LaneState withTerminal(TerminalView newTerminal) {
    return new LaneState(
        phase,
        newTerminal,
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

  LaneState withOperator(Optional<OperatorView> newOperator) {
    return new LaneState(
        phase,
        terminal,
        newOperator,
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

  LaneState withShift(Optional<ShiftView> newShift) {
    return new LaneState(
        phase,
        terminal,
        operator,
        newShift,
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

  LaneState withBasket(BasketView newBasket) {
    return new LaneState(
        phase,
        terminal,
        operator,
        shift,
        newBasket,
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

  LaneState withPanel(Panel newPanel) {
    return new LaneState(
        phase,
        terminal,
        operator,
        shift,
        basket,
        newPanel,
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

  LaneState withForm(Form newForm) {
    return new LaneState(
        phase,
        terminal,
        operator,
        shift,
        basket,
        panel,
        newForm,
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

  LaneState withMessage(Message newMessage) {
    return new LaneState(
        phase,
        terminal,
        operator,
        shift,
        basket,
        panel,
        form,
        newMessage,
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

  LaneState withWaiting(Waiting newWaiting) {
    return new LaneState(
        phase,
        terminal,
        operator,
        shift,
        basket,
        panel,
        form,
        message,
        newWaiting,
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

  LaneState withScansWaiting(int newScansWaiting) {
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
        newScansWaiting,
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

  LaneState withChosenLineId(int newChosenLineId) {
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
        newChosenLineId,
        nextQuantityMilli,
        payment,
        lastReceipt,
        waitingBaskets,
        letters,
        devices,
        ownLanguage,
        theme);
  }

  LaneState withNextQuantityMilli(long newQuantityMilli) {
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
        newQuantityMilli,
        payment,
        lastReceipt,
        waitingBaskets,
        letters,
        devices,
        ownLanguage,
        theme);
  }

  LaneState withPayment(PaymentView newPayment) {
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
        newPayment,
        lastReceipt,
        waitingBaskets,
        letters,
        devices,
        ownLanguage,
        theme);
  }

  LaneState withLastReceipt(Optional<ReceiptView> newLastReceipt) {
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
        newLastReceipt,
        waitingBaskets,
        letters,
        devices,
        ownLanguage,
        theme);
  }

  LaneState withWaitingBaskets(int newWaitingBaskets) {
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
        newWaitingBaskets,
        letters,
        devices,
        ownLanguage,
        theme);
  }

  LaneState withLetters(boolean newLetters) {
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
        newLetters,
        devices,
        ownLanguage,
        theme);
  }

  LaneState withDevices(DevicesView newDevices) {
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
        newDevices,
        ownLanguage,
        theme);
  }

  LaneState withLanguage(Language newLanguage) {
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
        newLanguage,
        theme);
  }

  LaneState withTheme(Theme newTheme) {
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
        newTheme);
  }
}
