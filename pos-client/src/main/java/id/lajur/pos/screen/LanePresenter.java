package id.lajur.pos.screen;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.pos.receipt.PaperKind;
import id.lajur.pos.screen.LaneState.Phase;
import id.lajur.rules.receipt.ReceiptsProof;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The selling lane's screen without a toolkit: takes keys, letters and scans, asks the lane, and
 * shows states. It knows in which phase the lane is, and gives each key to the presenter of that
 * phase; none of them holds a rule of the trade. On the screen's thread only.
 */
public final class LanePresenter {
  private final Consumer<LaneState> view;
  private final WorkQueue work;
  private final PaperPresenter papers;
  private final ApprovalPresenter approvals;
  private final TillPresenter till;
  private final SignOnPresenter signOns;
  private final LockPresenter locks;
  private final SellingPresenter selling;
  private final CashPresenter cash;
  private final ServerWatch server;
  private LaneState state;

  /**
   * @param ui the screen's thread
   * @param view shows each state, at once
   */
  public LanePresenter(
      LaneActions lane,
      TerminalView terminal,
      Language language,
      Theme theme,
      Executor ui,
      Later later,
      Consumer<LaneState> view) {
    this.view = view;
    this.state = LaneState.signedOff(terminal, language, theme);
    this.work = new WorkQueue(ui, later, this::takesWork, this::showWaiting);
    var desk = new Desk(lane, work, () -> state, this::show, new Refusals());
    this.papers = new PaperPresenter(desk, ui);
    this.approvals = new ApprovalPresenter(desk, ui);
    this.till = new TillPresenter(desk, papers);
    this.signOns = new SignOnPresenter(desk, papers, till);
    this.locks = new LockPresenter(desk, signOns::signedOn);
    this.cash = new CashPresenter(desk, papers);
    this.selling = new SellingPresenter(desk, approvals, papers, cash, till, locks);
    this.server = new ServerWatch(desk, later);
    show(state);
  }

  /** What becomes of acts that were refused. */
  private final class Refusals implements Desk.Refusals {
    @Override
    public void refused(LaneRefusal refusal) {
      work.keepFromPaying();
      Message said = RefusalWords.of(refusal, state.formats());
      if (refusal.reason().equals(LaneRefusal.NOT_SIGNED_ON) && state.operator().isPresent()) {
        ended(said);
        return;
      }
      if (refusal.isOfLostBasket() && state.operator().isPresent()) {
        show(state.withPhase(Phase.READY).withChosenLineId(0).selling(BasketView.EMPTY));
      }
      say(refusal.reason().equals("ITEM_UNKNOWN") ? unknown(refusal, said) : said);
    }

    /** No item has that code; a receipt's number has its own ways on. */
    private Message unknown(LaneRefusal refusal, Message said) {
      String code = refusal.details().getOrDefault("code", "");
      return ReceiptsProof.isNumber(code)
          ? Message.error("receiptScanned", Map.of("n", code))
          : said.withHint("F2");
    }

    @Override
    public void ask(Panel.Approval question, Consumer<ApprovalView> act) {
      approvals.ask(question, act);
    }

    /** The session is over; only who has opened no shift has nothing here to come back to. */
    private void ended(Message said) {
      if (state.phase() == Phase.OPENING_SHIFT) {
        locks.left(state.terminal());
        say(said);
      } else {
        locks.cover(said);
      }
    }
  }

  public LaneState state() {
    return state;
  }

  /** The server went out of reach, or came back. */
  public void server(boolean reachable) {
    server.told(reachable);
  }

  /**
   * Something in this program has failed that nothing else would tell, and is written under this
   * id. One that is shown stays, or a fault of the painting itself would paint for ever.
   */
  public void fault(String id) {
    var fault = new LaneRefusal(LaneRefusal.PROGRAM_FAULT, Map.of(), id);
    Message said = RefusalWords.of(fault, state.formats());
    if (!state.message().key().equals(said.key())) {
      say(said);
    }
  }

  /** The lane sells by itself, or what it sold so is on its way; empty when all has come in. */
  public void emergency(Optional<EmergencyView> now) {
    boolean over = state.devices().sellsAlone() && (now.isEmpty() || !now.get().on());
    show(state.withDevices(state.devices().withEmergency(now)));
    if (over) {
      say(
          now.isEmpty()
              ? Message.ok("emergencyOver", Map.of())
              : Message.ok(
                  "emergencyBack", Map.of("n", state.formats().count(now.get().waiting()))));
    }
  }

  /**
   * Cash without a sale whose booking was in doubt is in the books now, its slip with it; or the
   * server has refused it, and the drawer differs from the books.
   */
  public void cashSettled(CashKind kind, long minor, boolean booked) {
    till.settled(kind, minor, booked);
  }

  /**
   * How the printer was at its last paper; what a paper is about is done all the same.
   *
   * @param failed what kind of paper did not come out; empty when it did
   * @param kept papers that are to come out yet
   */
  public void printer(PrinterView printer, Optional<PaperKind> failed, int kept) {
    papers.told(printer, failed, kept);
  }

  /**
   * Which printer papers go to.
   *
   * @param other whether there is another than the lane's own
   * @param elsewhere its name while papers go there
   */
  public void printers(boolean other, Optional<String> elsewhere) {
    show(state.withDevices(state.devices().withPrinters(other, elsewhere)));
  }

  /** These sounds are heard. */
  public void sounds(Set<LaneSound> heard) {
    show(state.withDevices(state.devices().withSounds(heard)));
  }

  /** The customer's display shows something, or has gone; the lane goes on. */
  public void customerDisplay(boolean shows) {
    show(state.withDevices(state.devices().withCustomerDisplay(shows)));
  }

  /** The serial scanner is there, or has gone; codes can be typed meanwhile. */
  public void scanner(boolean there) {
    show(state.withDevices(state.devices().withScanner(there)));
  }

  /**
   * The basket as it is now, when it did not come as an answer: found again, or changed elsewhere.
   */
  public void basketBack(BasketView basket) {
    if (state.isSelling() && state.isLocked()) {
      show(state.withChosenLineId(0).having(basket));
    } else if (state.isSelling()) {
      show(state.withChosenLineId(0).selling(basket));
      say(Message.ok("basketBack", Map.of("n", state.formats().count(basket.lineCount()))));
    }
  }

  /**
   * Nobody has touched anything for as long as the store lets a lane be left alone: it locks. Who
   * has opened no shift is signed off.
   *
   * @return false while an answer is awaited; to be asked again then
   */
  public boolean idle() {
    if (state.choosesPin()) {
      return state.isLocked() ? locks.giveUp() : signOns.giveUp();
    }
    if (state.operator().isEmpty() || state.isLocked()) {
      return true;
    }
    if (work.isBusy()) {
      return false;
    }
    if (state.phase() == Phase.OPENING_SHIFT) {
      locks.signOff();
    } else {
      locks.cover(Message.warn("panel.Locked", Map.of()));
    }
    return true;
  }

  /** A code from the scanner; never money, never a PIN. */
  public void scanned(String code) {
    if (state.phase() == Phase.DONE) {
      cash.nextCustomer();
    }
    if (state.isSelling()) {
      selling.scanned(code);
    } else if (state.phase() == Phase.TENDERING) {
      boolean paying = !state.isLocked();
      selling.basket.add(code);
      if (paying) {
        say(Message.error("barcodeIsNoMoney", Map.of()));
      }
    } else {
      boolean signingOn = state.phase() == Phase.SIGNED_OFF;
      say(Message.error(signingOn ? "barcodeIsNoNumber" : "barcodeIsNoCount", Map.of()));
    }
  }

  /** A digit or letter. */
  public void typed(char c) {
    if (state.panel() instanceof Panel.Help || selling.holds(() -> typed(c))) {
      return; // what help covers takes no letters unseen
    }
    if (state.phase() == Phase.DONE) {
      cash.nextCustomer();
    }
    if (!selling.letter(c)) {
      become(state.form().typed(c));
    }
  }

  private void become(Form next) {
    Form before = state.form();
    show(state.withForm(next));
    if (state.form().equals(before)) {
      return;
    }
    if (state.phase() == Phase.TENDERING) {
      cash.typed();
    } else {
      selling.typed();
    }
  }

  /** A key that acts. */
  public void key(LaneKey key) {
    if (selling.holds(key, () -> key(key))) {
      return;
    }
    if (key == LaneKey.F1) {
      help();
    } else if (!(state.panel() instanceof Panel.Help help)) {
      withoutHelp(key);
    } else if (key != LaneKey.BACKSPACE && key != LaneKey.TAB) {
      uncover(help);
    }
  }

  private void withoutHelp(LaneKey key) {
    switch (key) {
      case BACKSPACE -> become(state.form().back());
      case TAB -> show(NextStep.said(state.withForm(state.form().goTo(state.form().at() + 1))));
      default -> inPhase(key);
    }
  }

  private void inPhase(LaneKey key) {
    if (state.isLocked()) {
      locks.key(key);
      return;
    }
    switch (state.phase()) {
      case SIGNED_OFF -> signOns.key(key);
      case OPENING_SHIFT -> {
        if (key != LaneKey.ESC) {
          till.openingShift(key);
        } else if (!work.isBusy()) {
          locks.signOff(); // the drawer may be another cashier's
        }
      }
      case READY, SELLING -> selling.key(key);
      case TENDERING -> cash.tendering(key);
      case DONE -> cash.done(key);
      case COUNTING -> till.counting(key);
    }
  }

  /** A touch on a quick key, or its letter after F9. */
  public void quickKey(char letter) {
    selling.quickKeys.key(letter);
  }

  /** Another page of quick keys; where letters are awaited, they still are. */
  public void quickPage(int page) {
    selling.quickKeys.page(page);
  }

  /** The back office has arranged them anew, or a price is another one. */
  public void quickPages(QuickPages pages) {
    selling.quickKeys.become(pages);
  }

  /** A touch on a field that takes letters: those to touch come, or go again. */
  public void letters() {
    show(state.withLetters(!state.letters() && state.takesLetters()));
  }

  /** A touch on a row of a list: as choosing it and Enter. */
  public void row(int row) {
    selling.row(row);
  }

  /** A touch on a line of the basket: keys act on it from now on. */
  public void line(int lineId) {
    selling.basket.touched(lineId);
  }

  private void help() {
    if (state.panel() instanceof Panel.Help help) {
      uncover(help);
    } else {
      show(state.withPanel(new Panel.Help(state.panel())));
    }
  }

  /** Back from help to what it covered, with all that was typed there. */
  private void uncover(Panel.Help help) {
    show(state.withPanel(help.covered()));
    work.pump();
  }

  private boolean takesWork() {
    return state.isSelling() && !state.panel().holdsScans();
  }

  private void say(Message message) {
    show(state.withMessage(message));
  }

  private void showWaiting() {
    show(state.withWaiting(work.waiting()).withScansWaiting(work.scansWaiting()));
  }

  private void show(LaneState next) {
    if (!(next.panel() instanceof Panel.None)) {
      work.keepFromPaying();
    }
    state = next;
    view.accept(state);
  }
}
