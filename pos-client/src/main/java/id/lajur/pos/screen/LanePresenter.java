package id.lajur.pos.screen;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.pos.receipt.PaperKind;
import id.lajur.pos.screen.LaneState.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The selling lane's screen without a toolkit: takes keys, letters and scans, asks the lane, and
 * shows states. It decides what a key means now and holds no rule of the trade. On the screen's
 * thread only.
 */
public final class LanePresenter {
  /** The basket is not this lane's any more. */
  private static final Set<String> LOST =
      Set.of("BASKET_ELSEWHERE", "BASKET_CLOSED", "BASKET_UNKNOWN");

  private static final int LONGEST_SUM = 10;
  private static final int LEAST_TO_SEARCH = 2;

  /** Rows that are seen at once in the least of the lists. */
  private static final int PAGE = 7;

  private static final String NO_APPROVAL = "";

  private final LaneActions lane;
  private final Consumer<LaneState> view;
  private final WorkQueue work;
  private final CashPresenter cash;
  private final TillPresenter till;
  private final PaperPresenter papers;
  private final ExplainPresenter explanations;
  private final PrinterPresenter printer;
  private final Desk desk;
  private final ApprovalPresenter approvals;
  private final DiscountPresenter discounts;
  private final DepartmentPresenter departments;
  private final ReturnPresenter returns;
  private final MemberPresenter members;
  private final SignOnPresenter signOns;
  private final LockPresenter locks;
  private final WaitingPresenter waiting;
  private final QuickKeysPresenter quickKeys;
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
    this.lane = lane;
    this.view = view;
    this.state = LaneState.signedOff(terminal, language, theme);
    this.work = new WorkQueue(ui, later, this::takesWork, this::showWaiting);
    this.papers = new PaperPresenter(lane, ui, () -> state, this::show, this::refused);
    this.explanations = new ExplainPresenter(lane, work, () -> state, this::show, this::refused);
    this.desk = new Desk(lane, work, () -> state, this::show, new Refusals());
    this.cash = new CashPresenter(desk, papers);
    this.approvals = new ApprovalPresenter(desk, ui);
    this.discounts = new DiscountPresenter(desk);
    this.departments = new DepartmentPresenter(desk);
    this.returns = new ReturnPresenter(desk);
    this.members = new MemberPresenter(desk);
    this.till = new TillPresenter(desk, papers);
    this.signOns = new SignOnPresenter(desk, papers, till);
    this.locks = new LockPresenter(desk, signOns::signedOn);
    this.waiting = new WaitingPresenter(desk);
    this.quickKeys = new QuickKeysPresenter(desk, code -> addLine(code, takeNextQuantity()));
    this.server = new ServerWatch(desk, later);
    this.printer = new PrinterPresenter(desk);
    show(state);
  }

  /** What becomes of acts that the presenters of panels were refused. */
  private final class Refusals implements Desk.Refusals {
    @Override
    public void refused(LaneRefusal refusal) {
      LanePresenter.this.refused(refusal);
    }

    @Override
    public void ask(Panel.Approval question, Consumer<ApprovalView> act) {
      approvals.ask(question, act);
    }
  }

  public LaneState state() {
    return state;
  }

  /** Numbers and dates in the language of the screen. */
  public Formats formats() {
    return formatsOf(state);
  }

  static Formats formatsOf(LaneState state) {
    TerminalView terminal = state.terminal();
    return new Formats(state.language(), terminal.currency(), terminal.zone());
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
    Message said = RefusalWords.of(fault, formats());
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
              : Message.ok("emergencyBack", Map.of("n", formats().count(now.get().waiting()))));
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
      show(withBasket(state.withChosenLineId(0), basket));
    } else if (state.isSelling()) {
      show(selling(state.withChosenLineId(0), basket));
      say(Message.ok("basketBack", Map.of("n", formats().count(basket.lineCount()))));
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
      signOff();
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
    if (state.isSelling() && state.panel() instanceof Panel.PriceCheck) {
      checkPrice(code);
    } else if (state.isSelling() && state.panel() instanceof Panel.AsksCode) {
      show(state.withForm(state.form().goTo(0).with(code)));
      inPanel(LaneKey.ENTER);
    } else if (state.isSelling() || state.phase() == Phase.TENDERING) {
      boolean paying = state.phase() == Phase.TENDERING && !state.isLocked();
      addLine(code, takeNextQuantity());
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
    if (state.panel() instanceof Panel.Help) {
      return; // what it covers takes no letters unseen
    }
    if (state.panel() instanceof Panel.QuickKeys) {
      quickKey(Character.toUpperCase(c));
      return;
    }
    if (state.phase() == Phase.DONE) {
      cash.nextCustomer();
    }
    if (c == '%' && state.panel() instanceof Panel.Discount discount) {
      discounts.percent(discount);
      return;
    }
    Form before = state.form();
    show(state.withForm(before.typed(c)));
    changed(before);
  }

  /** A key that acts. */
  public void key(LaneKey key) {
    switch (key) {
      case BACKSPACE, TAB -> edit(key);
      case F1 -> help();
      default -> inPhase(key);
    }
  }

  private void inPhase(LaneKey key) {
    if (state.panel() instanceof Panel.Help help) {
      uncover(help);
      return;
    }
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
          signOff(); // the drawer may be another cashier's
        }
      }
      case READY, SELLING -> {
        if (state.panel() instanceof Panel.None) {
          selling(key);
        } else {
          inPanel(key);
        }
      }
      case TENDERING -> cash.tendering(key);
      case DONE -> cash.done(key);
      case COUNTING -> till.counting(key);
    }
  }

  private void selling(LaneKey key) {
    boolean waits = state.waiting() == LaneState.Waiting.LONG;
    if (waits && (key == LaneKey.F5 || key == LaneKey.F6 || key == LaneKey.F7)) {
      say(Message.warn("serverThinks", Map.of())); // dim meanwhile
      return;
    }
    switch (key) {
      case ENTER -> enterCode();
      case TIMES -> times();
      case F2 -> open(new Panel.Search(List.of(), 0));
      case F3 -> open(new Panel.PriceCheck(Optional.empty()));
      case F4 -> onLine(line -> open(new Panel.Quantity(line)));
      case F5 -> members.start();
      case F6 -> onLine(discounts::start);
      case F7 -> waiting.suspendOrResume();
      case F8 -> onLine(this::voidLine);
      case SHIFT_F8 -> {
        if (state.basket().hasBuyer()) {
          open(new Panel.VoidBasket()); // it is open at the server, with nothing in it yet
        } else {
          onLine(line -> open(new Panel.VoidBasket()));
        }
      }
      case F9 -> quickKeys.await();
      case F10 -> open(new Panel.More());
      case F11 -> papers.printAgain();
      case SHIFT_F11 -> papers.printElsewhere();
      case F12 -> work.add(() -> CompletableFuture.completedFuture(state), s -> pay(), r -> {});
      case UP, DOWN, PAGE_UP, PAGE_DOWN -> choose(stepOf(key));
      case ESC -> show(cleared(state).withChosenLineId(0));
      default -> {}
    }
  }

  private void inPanel(LaneKey key) {
    Panel panel = state.panel();
    if (key == LaneKey.ESC) {
      approvals.takeBack();
      close();
    } else if (panel instanceof Panel.QuickKeys
        && (key == LaneKey.PAGE_UP || key == LaneKey.PAGE_DOWN)) {
      quickKeys.turn(key == LaneKey.PAGE_UP ? -1 : 1);
    } else if (panel instanceof Panel.Approval approval && key == LaneKey.F9) {
      approvals.askDesk(approval);
    } else if (panel instanceof Panel.QuickKeys) {
      close();
      if (key != LaneKey.F9) {
        selling(key); // whoever presses another key has thought better of it
      }
    } else if (panel instanceof Panel.Listing list && isStep(key)) {
      show(state.withPanel(moved(list, stepOf(key))));
    } else if (panel instanceof Panel.Search search && key == LaneKey.ENTER) {
      takeMatch(search);
    } else if (panel instanceof Panel.Search && key == LaneKey.F3) {
      open(new Panel.PriceCheck(Optional.empty()));
    } else if (panel instanceof Panel.PriceCheck && key == LaneKey.F3) {
      explanations.explain();
    } else if (panel instanceof Panel.Explain explain) {
      explanations.scroll(key, explain);
    } else if (panel instanceof Panel.Discount discount) {
      discounts.key(key, discount);
    } else if (panel instanceof Panel.Member member) {
      members.key(key, member);
    } else if (panel instanceof Panel.ReturnReceipt receipt) {
      returns.receiptKey(key, receipt);
    } else if (panel instanceof Panel.More) {
      more(key);
    } else if (panel instanceof Panel.Papers) {
      papers.inPanel(key, this::close);
    } else if (panel instanceof Panel.Printer setUp) {
      printer.key(key, setUp);
    } else if (panel instanceof Panel.Cash moving) {
      till.moving(key, moving);
    } else if (key == LaneKey.ENTER) {
      answer(panel);
    }
  }

  private void answer(Panel panel) {
    if (panel instanceof Panel.PriceCheck && !state.form().text().isBlank()) {
      checkPrice(state.form().text().strip());
    } else if (panel instanceof Panel.Quantity quantity) {
      int lineId = quantity.line().lineId();
      withQuantity(
          milli ->
              actOnBasket(approval -> lane.changeQuantity(lineId, milli, approval), "changed"));
    } else if (panel instanceof Panel.Weigh weigh) {
      withQuantity(
          milli -> {
            String code = weigh.code();
            actOnBasket(
                approval -> lane.addLine(code, milli, approval), "weighed", scan(code, milli));
          });
    } else if (panel instanceof Panel.VoidBasket) {
      close();
      actOnBasket(lane::voidBasket, "basketVoided");
    } else if (panel instanceof Panel.Approval approval) {
      approvals.enter(approval);
    } else if (panel instanceof Panel.Resume resume) {
      waiting.enter(resume);
    } else if (panel instanceof Panel.Department department) {
      departments.enter(department);
    } else if (panel instanceof Panel.PriceLevels levels) {
      members.enter(levels);
    } else if (panel instanceof Panel.ReturnLines lines) {
      returns.enter(lines);
    } else if (panel instanceof Panel.ReturnItem item) {
      returns.enter(item);
    } else if (panel instanceof Panel.Copy && !state.form().text().isBlank()) {
      String number = state.form().text().strip();
      close();
      papers.printCopy(number);
    }
  }

  private void withQuantity(Consumer<Long> act) {
    OptionalLong milli = formats().parseQuantity(state.form().text());
    if (milli.isEmpty() || milli.getAsLong() <= 0) {
      say(Message.error("noQuantity", Map.of()));
      return;
    }
    show(selling(state, state.basket()));
    act.accept(milli.getAsLong());
  }

  private void enterCode() {
    String code = state.form().text().strip();
    if (code.isEmpty()) {
      say(state.message().kind() == Message.Kind.ERROR ? Message.READY : state.message());
      return;
    }
    show(cleared(state));
    addLine(code, takeNextQuantity());
  }

  private void times() {
    OptionalLong milli = formats().parseQuantity(state.form().text());
    if (milli.isEmpty() || milli.getAsLong() <= 0) {
      say(Message.info("times"));
      return;
    }
    long next = milli.getAsLong();
    show(
        cleared(state)
            .withNextQuantityMilli(next)
            .withMessage(Message.ok("timesNext", Map.of("n", formats().quantity(next)))));
  }

  private long takeNextQuantity() {
    long next = state.nextQuantityMilli();
    state = state.withNextQuantityMilli(0);
    return next;
  }

  private void addLine(String code, long quantityMilli) {
    work.scan(
        () -> lane.addLine(code, quantityMilli, NO_APPROVAL),
        basket -> show(added(basket)),
        refusal -> scanRefused(refusal, code, quantityMilli));
  }

  private void scanRefused(LaneRefusal refusal, String code, long quantityMilli) {
    refusedAct(
        refusal,
        approval -> lane.addLine(code, quantityMilli, approval),
        code,
        scan(code, quantityMilli));
  }

  /** Puts goods that met the end of the session before what was scanned after them. */
  private Runnable scan(String code, long quantityMilli) {
    return () ->
        work.scanAgain(
            () -> lane.addLine(code, quantityMilli, NO_APPROVAL),
            basket -> show(added(basket)),
            refusal -> scanRefused(refusal, code, quantityMilli));
  }

  private LaneState added(BasketView basket) {
    Map<String, String> name = Map.of("item", basket.lastLine().map(LineView::name).orElse(""));
    LaneState now = withBasket(state.withChosenLineId(0), basket);
    boolean speaks = now.isSelling();
    return speaks ? now.withMessage(Message.ok("added", name)) : now;
  }

  /** An act on the basket that may need a supervisor; what it did is said by {@code message}. */
  private void actOnBasket(Function<String, CompletableFuture<BasketView>> act, String message) {
    actOnBasket(act, message, () -> {});
  }

  /** As above; {@code again} is for what must not be lost with a session that has ended. */
  private void actOnBasket(
      Function<String, CompletableFuture<BasketView>> act, String message, Runnable again) {
    work.ahead(
        () -> act.apply(NO_APPROVAL),
        basket -> show(withBasket(state, basket).withMessage(Message.ok(message, Map.of()))),
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
          approvals.ask(
              new Panel.Approval(
                  details.getOrDefault("permission", ""),
                  state.largeLine(),
                  state.basket().totalMinor(),
                  "",
                  Matter.NONE),
              approval -> actApproved(act, approval, again));
      case LaneRefusal.WEIGHT_NEEDED ->
          open(
              new Panel.Weigh(
                  code, details.getOrDefault("name", code), details.getOrDefault("unit", "kg")));
      case LaneRefusal.NOT_SIGNED_ON -> notSignedOn(refusal, again);
      default -> refused(refusal);
    }
  }

  private void actApproved(
      Function<String, CompletableFuture<BasketView>> act, ApprovalView approval, Runnable again) {
    var name = Map.of("name", approval.supervisorName());
    work.ahead(
        () -> act.apply(approval.approvalId()),
        basket -> show(withBasket(state, basket).withMessage(Message.ok("approved", name))),
        refusal -> notSignedOn(refusal, again));
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
    refused(refusal);
  }

  private void refused(LaneRefusal refusal) {
    Message said = RefusalWords.of(refusal, formats());
    if (refusal.reason().equals(LaneRefusal.NOT_SIGNED_ON) && state.operator().isPresent()) {
      if (state.phase() == Phase.OPENING_SHIFT) {
        locks.left(state.terminal());
        say(said);
      } else {
        locks.cover(said);
      }
      return;
    }
    if (LOST.contains(refusal.reason()) && state.operator().isPresent()) {
      show(selling(state.withPhase(Phase.READY).withChosenLineId(0), BasketView.EMPTY));
    }
    say(refusal.reason().equals("ITEM_UNKNOWN") ? said.withHint("F2") : said);
  }

  private void voidLine(LineView line) {
    work.add(
        () -> lane.voidLine(line.lineId(), NO_APPROVAL),
        basket ->
            show(
                withBasket(state.withChosenLineId(0), basket)
                    .withMessage(Message.ok("voided", Map.of("item", line.name())))),
        refusal ->
            refusedAct(refusal, approval -> lane.voidLine(line.lineId(), approval), "", () -> {}));
  }

  private void more(LaneKey key) {
    if ((key == LaneKey.F2 || key == LaneKey.F3) && (work.scansWaiting() > 0 || work.isBusy())) {
      say(Message.error("actsWait", Map.of()));
    } else if (key == LaneKey.F2) {
      if (state.basket().isEmpty()) {
        till.startCount();
      } else {
        say(Message.error("basketOpen", Map.of()));
      }
    } else if (key == LaneKey.F3) {
      signOff();
    } else if (key == LaneKey.F4) {
      returns.start();
    } else if (key == LaneKey.F5) {
      departments.start();
    } else if (key == LaneKey.F6) {
      open(new Panel.Cash(Optional.empty()));
    } else if (key == LaneKey.F7) {
      close();
      papers.printX();
    } else if (key == LaneKey.F8) {
      close();
      papers.printLastZ();
    } else if (key == LaneKey.F9) {
      open(new Panel.Papers(lane.papers()));
    } else if (key == LaneKey.F10) {
      printer.start();
    } else if (key == LaneKey.F11) {
      if (!desk.isAlone()) {
        open(new Panel.Copy());
      }
    } else if (key == LaneKey.F12) {
      locks.lock();
    } else if (key == LaneKey.SHIFT_F8) {
      close();
      selling(key); // for whoever has no Shift to press
    }
  }

  private void signOff() {
    work.ahead(lane::signOff, locks::left, this::refused);
  }

  private void search() {
    String text = state.form().text().strip();
    if (text.length() < LEAST_TO_SEARCH) {
      show(state.withPanel(new Panel.Search(List.of(), 0)));
      return;
    }
    work.ahead(
        () -> lane.search(text),
        matches -> {
          if (state.panel() instanceof Panel.Search && text.equals(state.form().text().strip())) {
            show(state.withPanel(new Panel.Search(matches, 0)));
          }
        },
        this::refused);
  }

  private void takeMatch(Panel.Search search) {
    if (!search.matches().isEmpty()) {
      String code = search.matches().get(search.chosen()).code();
      show(selling(state, state.basket()));
      addLine(code, takeNextQuantity());
    }
  }

  private void checkPrice(String code) {
    work.ahead(
        () -> lane.checkPrice(code),
        found ->
            show(
                state
                    .withPanel(new Panel.PriceCheck(Optional.of(found)))
                    .withForm(Forms.selling())
                    .withMessage(Message.info("priceOnly"))),
        refusal -> {
          show(state.withForm(Forms.selling()));
          refused(refusal);
        });
  }

  /** A touch on a quick key, or its letter after F9. */
  public void quickKey(char letter) {
    quickKeys.key(letter);
  }

  /** Another page of quick keys; where letters are awaited, they still are. */
  public void quickPage(int page) {
    quickKeys.page(page);
  }

  /** The back office has arranged them anew, or a price is another one. */
  public void quickPages(QuickPages pages) {
    quickKeys.become(pages);
  }

  /** A touch on a field that takes letters: those to touch come, or go again. */
  public void letters() {
    show(state.withLetters(!state.letters() && state.takesLetters()));
  }

  /** A touch on a row of a list: as choosing it and Enter. */
  public void row(int row) {
    if (state.panel() instanceof Panel.Listing list && row < list.size()) {
      show(state.withPanel(list.at(row)));
      inPanel(LaneKey.ENTER);
    }
  }

  /** A touch on a line of the basket: keys act on it from now on. */
  public void line(int lineId) {
    boolean free = state.panel() instanceof Panel.None;
    if (state.isSelling() && free && state.basket().line(lineId).isPresent()) {
      show(state.withChosenLineId(lineId));
    }
  }

  private void pay() {
    if (state.basket().isEmpty()) {
      say(Message.info("nothingToPay"));
    } else {
      cash.startTender();
    }
  }

  private void edit(LaneKey key) {
    if (state.panel() instanceof Panel.Help) {
      return;
    }
    if (key == LaneKey.TAB) {
      show(state.withForm(state.form().goTo(state.form().at() + 1)));
    } else {
      back();
    }
  }

  private void back() {
    Form before = state.form();
    show(state.withForm(before.back()));
    changed(before);
  }

  private void changed(Form before) {
    if (state.form().equals(before)) {
      return;
    }
    if (state.panel() instanceof Panel.Search) {
      search();
    } else if (state.panel() instanceof Panel.Member) {
      members.typed();
    } else if (state.phase() == Phase.TENDERING) {
      cash.typed();
    }
  }

  private void help() {
    if (state.panel() instanceof Panel.Help help) {
      uncover(help);
    } else {
      show(state.withPanel(new Panel.Help(state.panel())));
    }
  }

  private void open(Panel panel) {
    show(state.withPanel(panel).withForm(Forms.of(panel)).withMessage(Message.waitingFor(panel)));
  }

  /** Esc: back to where the panel was opened, with nothing done. */
  private void close() {
    show(selling(state, state.basket()).withMessage(Message.READY));
    work.pump();
  }

  /** Back from help to what it covered, with all that was typed there. */
  private void uncover(Panel.Help help) {
    show(state.withPanel(help.covered()));
    work.pump();
  }

  /** Rows that a key goes up or down in a list. */
  private static int stepOf(LaneKey key) {
    return switch (key) {
      case UP -> -1;
      case PAGE_UP -> -PAGE;
      case PAGE_DOWN -> PAGE;
      default -> 1;
    };
  }

  private void choose(int step) {
    List<LineView> standing = state.basket().lines().stream().filter(LineView::stands).toList();
    if (standing.isEmpty()) {
      return;
    }
    int at = state.largeLine().map(standing::indexOf).orElse(standing.size() - 1);
    int next = Math.max(0, Math.min(standing.size() - 1, at + step));
    show(state.withChosenLineId(standing.get(next).lineId()));
  }

  private void onLine(Consumer<LineView> act) {
    state.largeLine().ifPresentOrElse(act, () -> say(Message.warn("emptyBasket", Map.of())));
  }

  static LaneState selling(LaneState from, BasketView basket) {
    LaneState bare = from.withPanel(Panel.none()).withForm(Forms.selling()).withLetters(false);
    return withBasket(bare, basket)
        .withPhase(basket.lines().isEmpty() ? Phase.READY : Phase.SELLING);
  }

  static LaneState withBasket(LaneState from, BasketView basket) {
    LaneState now = from.withBasket(basket);
    boolean selling = now.isSelling();
    return selling ? now.withPhase(basket.lines().isEmpty() ? Phase.READY : Phase.SELLING) : now;
  }

  private static LaneState cleared(LaneState from) {
    return from.withForm(from.form().with(""));
  }

  private static boolean isStep(LaneKey key) {
    return switch (key) {
      case UP, DOWN, PAGE_UP, PAGE_DOWN -> true;
      default -> false;
    };
  }

  private static Panel moved(Panel.Listing list, int step) {
    int last = Math.max(0, list.size() - 1);
    return list.at(Math.max(0, Math.min(last, list.chosen() + step)));
  }

  /** True for a sum no customer hands over, which is a barcode typed by hand. */
  static boolean looksLikeBarcode(String typed) {
    return typed.chars().filter(Character::isDigit).count() > LONGEST_SUM;
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
    state = next;
    view.accept(state);
  }
}
