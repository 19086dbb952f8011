package id.lajur.pos.window;

import id.lajur.catalog.v1.ItemOffer;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.thread.Ending;
import id.lajur.kit.thread.EventThread;
import id.lajur.people.v1.ApproveResponse;
import id.lajur.pos.emergency.AbsentSignOn;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.emergency.EmergencyNews;
import id.lajur.pos.emergency.EmergencyRefusal;
import id.lajur.pos.emergency.ShelfCopy;
import id.lajur.pos.lane.CashInDoubt;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.lane.SoldLine;
import id.lajur.pos.printer.NotPrinted;
import id.lajur.pos.printer.PrinterFile;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.printer.UnreadReceipt;
import id.lajur.pos.receipt.CashSlip;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PaperRow;
import id.lajur.pos.receipt.Printout;
import id.lajur.pos.receipt.ReceiptPrintout;
import id.lajur.pos.receipt.ReportPrintout;
import id.lajur.pos.receipt.TestPaper;
import id.lajur.pos.screen.AgainView;
import id.lajur.pos.screen.ApprovalView;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.CashKind;
import id.lajur.pos.screen.CashWaiting;
import id.lajur.pos.screen.ClosedView;
import id.lajur.pos.screen.CountedView;
import id.lajur.pos.screen.DepartmentView;
import id.lajur.pos.screen.DeskQuestion;
import id.lajur.pos.screen.Discount;
import id.lajur.pos.screen.ElsewhereView;
import id.lajur.pos.screen.ExplanationView;
import id.lajur.pos.screen.HandOver;
import id.lajur.pos.screen.ItemMatch;
import id.lajur.pos.screen.LaneActions;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.MembersFound;
import id.lajur.pos.screen.OldReceiptView;
import id.lajur.pos.screen.PaperView;
import id.lajur.pos.screen.PriceLevelView;
import id.lajur.pos.screen.PrinterChoice;
import id.lajur.pos.screen.QuickPages;
import id.lajur.pos.screen.ReceiptView;
import id.lajur.pos.screen.ShiftView;
import id.lajur.pos.screen.SignedOnView;
import id.lajur.pos.screen.TakenTender;
import id.lajur.pos.screen.Takeover;
import id.lajur.pos.screen.TenderKindView;
import id.lajur.pos.screen.TerminalView;
import id.lajur.pos.screen.WaitingView;
import id.lajur.pos.session.LaneSession;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.BasketState;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.WaitingBasket;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.MoveCashRequest;
import id.lajur.till.v1.OpenShiftResponse;
import id.lajur.till.v1.ShiftReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the screen asks, done by the lane on a thread of its own, one act after another. A command
 * is asked again under its request id until its answer is known, so no act is in doubt when its
 * future ends. A paper is the printer's affair: what it is about does not wait for it.
 */
public final class ServerLane implements LaneActions, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ServerLane.class);
  private static final Duration LAST = Duration.ofSeconds(3);
  private static final Set<String> NEVER_READ = Set.of("SALE_UNKNOWN", "ID_INVALID");
  private static final Set<String> LOST =
      Set.of("BASKET_ELSEWHERE", "BASKET_CLOSED", "BASKET_UNKNOWN");

  private final StoreConnection connection;
  private final Lane lane;
  private final ManagersDesk desk;
  private final EmergencyLane selling;
  private final LaneSession session;
  private final ReceiptPrinter printer;
  private final PrinterFile printerFile;
  private final Texts texts;
  private final InstantSource clock;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "lane");
            thread.setDaemon(true);
            return thread;
          });

  private volatile List<TenderKindView> tenderKinds = List.of(TenderKindView.CASH);
  private String lastSaleId = ""; // of the lane's thread only, as what follows
  private boolean wantsPaper = true; // of the payment under way
  private Optional<Receipt> lastOwn = Optional.empty(); // where the lane made the last sale alone

  /**
   * What a lane is set up with.
   *
   * @param folder of what the lane keeps to go on alone, private to its user
   * @param printerFile of the printer that is set up on the screen
   * @param texts the words of reasons that go into the journal
   * @param clock what an emergency receipt, slips and reports say; the server's decides otherwise
   */
  public record Setup(
      LaneJournal journal,
      Path folder,
      PrinterFile printerFile,
      Texts texts,
      InstantSource clock) {}

  /**
   * @param connection asks commands until they are known
   * @param news of the lane going on alone
   * @throws IOException the lane's folder cannot be used, or a journal in it is damaged
   */
  public ServerLane(
      StoreConnection connection, Setup setup, ReceiptPrinter printer, EmergencyNews news)
      throws IOException {
    connection.askUntilKnown();
    this.connection = connection;
    this.lane = new Lane(connection);
    var absent = new AbsentSignOn(setup.folder(), setup.clock());
    var shelf = new ShelfCopy(connection, setup.folder().resolve("shelf.snapshot"), absent);
    this.selling =
        new EmergencyLane(lane, connection, shelf, absent, setup.folder(), setup.clock(), news);
    this.desk = new ManagersDesk(connection, lane, selling);
    this.session =
        new LaneSession(lane, selling, connection, absent, setup.journal(), new Papers(news));
    this.printer = printer;
    this.printerFile = setup.printerFile();
    this.texts = setup.texts();
    this.clock = setup.clock();
    shelf.onChange(news::shelfChanged);
    shelf.start();
  }

  @Override
  public CompletableFuture<TerminalView> terminal() {
    return done(this::readTerminal);
  }

  private TerminalView readTerminal() {
    return LaneViews.terminal(session.terminal(), quickPages());
  }

  /** Keys for goods without a barcode, with the prices of now; asks nobody. */
  public QuickPages quickPages() {
    return LaneViews.quickPages(selling.shelf(), clock.instant());
  }

  @Override
  public CompletableFuture<SignedOnView> signOn(String operatorNumber, String pin) {
    return done(() -> signedOn(operatorNumber, pin));
  }

  @Override
  public CompletableFuture<SignedOnView> changePin(
      String operatorNumber, String pin, String newPin) {
    return done(
        () -> {
          lane.changePin(pin, newPin);
          return signedOn(operatorNumber, newPin);
        });
  }

  private SignedOnView signedOn(String operatorNumber, String pin) {
    LaneSession.Begun begun;
    try {
      begun = session.signOn(operatorNumber, pin);
    } catch (LaneSession.PinChangeNeeded e) {
      throw new LaneRefusal(LaneRefusal.PIN_CHANGE_NEEDED, Map.of());
    }
    AbsentSignOn.SignedOn who = begun.who();
    tenderKinds = begun.told().isPresent() ? readTenderKinds() : tenderKinds;
    return new SignedOnView(
        LaneViews.operator(begun),
        who.shift().isOpen()
            ? Optional.of(shift(who.shift().number(), who.shift().openedAtMs()))
            : Optional.empty(),
        LaneViews.basket(selling.basket()),
        begun.suspended(),
        who.shift().isOpen() ? CashWaiting.NONE : cashWaiting());
  }

  /** Those that were told last, where the server does not say now. */
  private List<TenderKindView> readTenderKinds() {
    try {
      return connection.within(EmergencyLane.PATIENCE, lane::tenderKinds).stream()
          .map(LaneViews::tenderKind)
          .toList();
    } catch (ServerRefusal refusal) {
      log.warn("the kinds of tender are not told: {}", refusal.toString());
      return tenderKinds;
    }
  }

  /** Whoever may open no shift, or whom the server does not tell now, hears when he opens one. */
  private CashWaiting cashWaiting() {
    String here = session.here().getTerminal().getCode();
    try {
      return new CashWaiting(
          lane.till().waitingCash().stream()
              .map(cash -> LaneViews.waitingCash(cash, here))
              .toList(),
          Optional.empty());
    } catch (ServerRefusal refusal) {
      log.info("no cash waits that could be told: {}", refusal.toString());
      return refusal.reason().equals(LaneRefusal.HANDOVER_FOR_OTHER)
          ? new CashWaiting(List.of(), Optional.of(refusal.facts().getOrDefault("number", "")))
          : CashWaiting.NONE;
    }
  }

  /**
   * Looks for the server, so that the screen need not wait for the next act.
   *
   * @return the basket that the server has open at this lane, once the lane is the server's again
   */
  public CompletableFuture<Optional<BasketView>> comeBack() {
    return done(
        () -> {
          if (selling.isEmergency()) {
            return Optional.empty();
          }
          boolean unused = session.settleCash();
          return selling.basket().getLinesCount() == 0
              ? Optional.empty()
              : Optional.of(LaneViews.basket(selling.basket()));
        });
  }

  private static boolean isSuspended(WaitingBasket basket) {
    return basket.getState() == BasketState.BASKET_STATE_SUSPENDED;
  }

  private static ShiftView shift(int number, long openedAtMs) {
    return new ShiftView(number, Instant.ofEpochMilli(openedAtMs));
  }

  @Override
  public CompletableFuture<TerminalView> signOff() {
    return done(
        () -> {
          session.signOff();
          return readTerminal();
        });
  }

  @Override
  public CompletableFuture<ShiftView> openShift(long floatMinor, Takeover takeover) {
    return done(
        () -> {
          OpenShiftResponse opened = session.openShift(floatMinor, LaneViews.takeover(takeover));
          return shift(opened.getNumber(), opened.getOpenedAtMs());
        });
  }

  @Override
  public CompletableFuture<ClosedView> closeShift(
      List<CountedView> counted, String explanation, Optional<HandOver> handOver) {
    return done(
        () -> {
          List<Denomination> pieces =
              counted.stream()
                  .filter(c -> c.pieces() > 0)
                  .map(
                      c ->
                          Denomination.newBuilder()
                              .setValueMinor(c.valueMinor())
                              .setPieces(Math.toIntExact(c.pieces()))
                              .build())
                  .toList();
          ShiftReport z =
              session.closeShift(pieces, explanation, handOver.map(LaneViews::handover));
          var unused = printer.print(report(z), false);
          boolean signedOff = signOffAfterClose();
          return LaneViews.closed(z, signedOff);
        });
  }

  /** The shift is closed whether this succeeds or not; the next sign-on ends the session too. */
  private boolean signOffAfterClose() {
    try {
      session.signOff();
      return true;
    } catch (RuntimeException e) {
      log.warn("not signed off after the close of the shift", e);
      return false;
    }
  }

  private ReportPrintout report(ShiftReport report) {
    return new ReportPrintout(report, session.here().getStore(), clock.instant());
  }

  @Override
  public CompletableFuture<Void> moveCash(
      CashKind kind, long amountMinor, String reason, ApprovalView approval) {
    return done(
        () -> {
          session.moveCash(
              LaneViews.movement(kind),
              amountMinor,
              reason,
              approval.approvalId(),
              approval.supervisorName());
          return null;
        });
  }

  @Override
  public CompletableFuture<Boolean> printX() {
    return printed(() -> printer.print(report(selling.ask(() -> lane.till().xReport())), false));
  }

  @Override
  public CompletableFuture<Boolean> printLastZ() {
    return printed(
        () ->
            printer.print(
                ReportPrintout.copy(
                    selling.ask(() -> lane.till().copyOfLastZ()), session.here().getStore()),
                false));
  }

  @Override
  public CompletableFuture<BasketView> addLine(String code, long quantityMilli, String approvalId) {
    return basket(() -> selling.scan(code, quantityMilli, approvalId));
  }

  @Override
  public CompletableFuture<BasketView> changeQuantity(
      int lineId, long quantityMilli, String approvalId) {
    return basket(() -> selling.changeQuantity(lineId, quantityMilli, approvalId));
  }

  @Override
  public CompletableFuture<BasketView> voidLine(int lineId, String approvalId) {
    return basket(() -> selling.voidLine(lineId, texts.get("reason.voidLine"), approvalId));
  }

  @Override
  public CompletableFuture<BasketView> voidBasket(String approvalId) {
    return basket(() -> selling.voidBasket(texts.get("reason.voidBasket"), approvalId));
  }

  @Override
  public CompletableFuture<BasketView> discountLine(
      int lineId, Discount discount, String reason, String approvalId) {
    return onlyByServer(
        () ->
            lane.discountLine(
                lineId, discount.amountMinor(), discount.percentMicro(), reason, approvalId));
  }

  @Override
  public CompletableFuture<BasketView> discountBasket(
      Discount discount, String reason, String approvalId) {
    return onlyByServer(
        () ->
            lane.discountBasket(
                DiscountSource.DISCOUNT_SOURCE_MANUAL,
                discount.amountMinor(),
                discount.percentMicro(),
                reason,
                approvalId));
  }

  @Override
  public CompletableFuture<BasketView> overridePrice(
      int lineId, long priceMinor, String reason, String approvalId) {
    return onlyByServer(() -> lane.overridePrice(lineId, priceMinor, reason, approvalId));
  }

  @Override
  public CompletableFuture<List<DepartmentView>> departments() {
    return done(
        () ->
            selling.ask(lane::departments).stream()
                .map(found -> new DepartmentView(found.getCode(), found.getName()))
                .toList());
  }

  @Override
  public CompletableFuture<BasketView> sellDepartment(
      String code, long priceMinor, long quantityMilli, String approvalId) {
    return onlyByServer(() -> lane.sellDepartment(code, priceMinor, quantityMilli, approvalId));
  }

  @Override
  public CompletableFuture<MembersFound> findMembers(String text) {
    return done(() -> LaneViews.members(selling.ask(() -> lane.findMembers(text))));
  }

  @Override
  public CompletableFuture<BasketView> setMember(String number, String approvalId) {
    return onlyByServer(() -> lane.setMember(number, approvalId));
  }

  @Override
  public CompletableFuture<List<PriceLevelView>> priceLevels() {
    return done(() -> selling.ask(lane::priceLevels).stream().map(LaneViews::priceLevel).toList());
  }

  @Override
  public CompletableFuture<BasketView> setPriceLevel(String code, String approvalId) {
    return onlyByServer(() -> lane.setPriceLevel(code, approvalId));
  }

  private ItemMatch match(ItemOffer offer) {
    return LaneViews.match(offer, selling.basket().getBuyer().getPriceLevel());
  }

  private CompletableFuture<BasketView> onlyByServer(Runnable act) {
    return basket(() -> selling.onlyByServer(act));
  }

  @Override
  public CompletableFuture<Integer> suspend() {
    return done(selling::suspend);
  }

  @Override
  public CompletableFuture<List<WaitingView>> waitingBaskets() {
    return done(
        () -> {
          List<WaitingBasket> all = selling.ask(lane::basketsEverywhere);
          String here = session.here().getTerminal().getCode();
          return Stream.concat(
                  all.stream().filter(ServerLane::isSuspended),
                  all.stream().filter(b -> !isSuspended(b) && !b.getTerminal().equals(here)))
              .map(LaneViews::waiting)
              .toList();
        });
  }

  @Override
  public CompletableFuture<BasketView> takeOver(String basketId, String approvalId) {
    return onlyByServer(
        () -> {
          Basket unused = lane.takeOver(basketId, approvalId);
        });
  }

  @Override
  public CompletableFuture<OldReceiptView> receipt(String number) {
    return done(() -> LaneViews.oldReceipt(selling.ask(() -> lane.receiptNumbered(number))));
  }

  @Override
  public CompletableFuture<BasketView> takeBack(
      OldReceiptView.Line line, long quantityMilli, String number, String approvalId) {
    return onlyByServer(
        () -> {
          BasketLine unused =
              lane.takeBack(
                  new SoldLine(line.saleId(), line.lineNo(), line.code()),
                  quantityMilli,
                  line.priceMinor(),
                  number,
                  approvalId);
        });
  }

  @Override
  public CompletableFuture<BasketView> takeBack(
      String code, long quantityMilli, String reason, String approvalId) {
    return onlyByServer(
        () -> {
          BasketLine unused =
              lane.takeBack(code, quantityMilli, LineKind.LINE_KIND_RETURN, -1, reason, approvalId);
        });
  }

  @Override
  public CompletableFuture<AgainView> printCopy(String number) {
    return printed(
        () -> {
          Receipt receipt = selling.ask(() -> lane.receiptCopyNumbered(number));
          ReceiptPrintout copy = new ReceiptPrintout(receipt).asCopy();
          return printer.print(copy, false).thenApply(out -> new AgainView(copy.name(), out));
        });
  }

  @Override
  public CompletableFuture<BasketView> resume(String basketId) {
    return basket(() -> selling.resume(basketId));
  }

  @Override
  public CompletableFuture<List<ItemMatch>> search(String text) {
    return done(() -> selling.search(text).stream().map(this::match).toList());
  }

  @Override
  public CompletableFuture<ItemMatch> checkPrice(String code) {
    return done(() -> match(selling.checkPrice(code)));
  }

  @Override
  public CompletableFuture<ExplanationView> explain(int lineId) {
    return done(() -> ExplanationViews.of(selling.ask(() -> lane.explain(lineId))));
  }

  @Override
  public CompletableFuture<ApprovalView> approve(
      String supervisorNumber, String pin, String permission, String subjectId) {
    return done(
        () -> {
          selling.mustHaveServer(); // before a basket is begun for the approval to name
          String subject = approved(permission, subjectId);
          ApproveResponse given =
              selling.ask(() -> lane.approve(supervisorNumber, pin, permission, subject, ""));
          return new ApprovalView(given.getApprovalId(), given.getSupervisorName());
        });
  }

  /** What an approval is about: what is named, else the basket at hand, or the shift. */
  private String approved(String permission, String subjectId) {
    String atHand = permission.startsWith("till.") ? session.shiftId() : lane.basketId();
    return subjectId.isEmpty() ? atHand : subjectId;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // of the two, one within the other, none is
  public CompletableFuture<ApprovalView> askDesk(DeskQuestion question) {
    return done(() -> {
          selling.mustHaveServer();
          return desk.ask(question, approved(question.permission(), question.subjectId()));
        })
        .thenCompose(answer -> answer);
  }

  @Override
  public void takeBackFromDesk() {
    var unused = CompletableFuture.runAsync(desk::takeBack, thread);
  }

  @Override
  public List<TenderKindView> tenderKinds() {
    return tenderKinds;
  }

  @Override
  public long cashDue(long minor) {
    return selling.cashDue(minor);
  }

  @Override
  public void tellPayment(boolean atPayment) {
    var unused = CompletableFuture.runAsync(() -> desk.tellPayment(atPayment), thread);
  }

  @Override
  public CompletableFuture<ReceiptView> pay(
      long totalMinor, List<TakenTender> tenders, boolean paper) {
    return done(
        () -> {
          if (selling.basket().getTotals().getTotalMinor() != totalMinor) {
            throw new LaneRefusal("TOTAL_DIFFERS", Map.of());
          }
          wantsPaper = paper;
          LaneSession.Sold sold = session.pay(LaneViews.tenders(tenders));
          long cash =
              tenders.stream()
                  .filter(tender -> tender.kind().cash())
                  .mapToLong(TakenTender::amountMinor)
                  .sum();
          return new ReceiptView(
              sold.number(),
              sold.totalMinor(),
              Math.max(0, cash),
              sold.changeMinor() + Math.max(0, -cash),
              sold.paper().isPresent() || !isUnread(sold));
        });
  }

  private boolean isUnread(LaneSession.Sold sold) {
    return printer.unread().stream().anyMatch(unread -> unread.number().equals(sold.number()));
  }

  /** What is sold is printed; the last sale is what a copy is made of. */
  private final class Papers implements LaneSession.Papers {
    private final EmergencyNews news;

    Papers(EmergencyNews news) {
      this.news = news;
    }

    @Override
    public void cashMoved(CashInDoubt.Moved moved) {
      MoveCashRequest cash = moved.request();
      var slip =
          new CashSlip(
              session.here().getStore(),
              session.here().getTerminal().getCode(),
              session.who().name(),
              cash.getMovement(),
              cash.getAmountMinor(),
              cash.getReason(),
              moved.approvedBy(),
              clock.instant(),
              false);
      var unused = printer.print(slip, true);
    }

    @Override
    public void cashSettled(CashInDoubt.Moved moved, String refusal) {
      news.cashSettled(moved.request(), refusal.isEmpty());
    }

    @Override
    public void sold(LaneSession.Sold sale) {
      lastSaleId = sale.saleId();
      lastOwn = sale.paper();
      if (sale.paper().isPresent()) {
        var unused = printer.print(sale.paper().get(), sale.opensDrawer());
      } else if (!wantsPaper) {
        openDrawer(sale);
      } else {
        print(sale.saleId(), sale.number(), sale.opensDrawer());
      }
    }

    private void openDrawer(LaneSession.Sold sale) {
      wantsPaper = true;
      if (sale.opensDrawer()) {
        var unused = tried(port(printer()), Optional.empty(), printer());
      }
    }

    @Override
    public void soldBefore(LaneSession.Sold sale) {
      lastSaleId = sale.saleId();
      lastOwn = Optional.empty();
      try { // a second original must not be, none at all neither
        Receipt receipt =
            connection.within(EmergencyLane.PATIENCE, () -> lane.receiptCopy(lastSaleId));
        var unused = printer.print(new ReceiptPrintout(receipt).asCopy(), false);
      } catch (ServerRefusal e) {
        log.warn("no copy of {}, F11 makes one: {}", sale.number(), e.getMessage());
      }
    }
  }

  /**
   * Where the receipt cannot be read now, the sale is done all the same, and F11 reads it again.
   */
  private void print(String saleId, String number, boolean opensDrawer) {
    try {
      var unused = printer.print(selling.receipt(saleId), opensDrawer);
    } catch (ServerRefusal e) {
      log.warn("receipt {} cannot be read yet: {}", number, e.getMessage());
      printer.toBeRead(new UnreadReceipt(saleId, number));
    }
  }

  /** A receipt that was never read comes as it was, before what is kept. */
  @Override
  public CompletableFuture<AgainView> printAgain() {
    return printUnread()
        .thenCompose(
            read ->
                printer
                    .printKept()
                    .thenCompose(
                        again ->
                            read + again.printed() > 0 || !again.allOut()
                                ? CompletableFuture.completedFuture(
                                    new AgainView("", again.allOut()))
                                : printCopyOfTheLast()));
  }

  @Override
  public CompletableFuture<ElsewhereView> printElsewhere() {
    if (!printer.hasOther()) {
      return CompletableFuture.failedFuture(new LaneRefusal(LaneRefusal.ONE_PRINTER, Map.of()));
    }
    return printer
        .printElsewhere()
        .thenCompose(there -> printUnread())
        .thenApply(
            read ->
                new ElsewhereView(
                    printer.chosen(), printer.elsewhere().isEmpty(), printer.kept() == 0));
  }

  @Override
  public List<PaperView> papers() {
    return printer.queue().stream()
        .map(
            paper ->
                new PaperView(
                    paper.name(), PaperView.Stage.valueOf(paper.stage().name()), paper.copy()))
        .toList();
  }

  @Override
  public CompletableFuture<Boolean> printKept() {
    return printUnread()
        .thenCompose(read -> printer.printKept())
        .thenApply(ReceiptPrinter.Again::allOut);
  }

  /** How many could be read. What is only kept stands behind no act, as it needs no server. */
  private CompletableFuture<Integer> printUnread() {
    return printer.unread().isEmpty()
        ? CompletableFuture.completedFuture(0)
        : done(
            () -> {
              int read = 0;
              for (UnreadReceipt receipt : printer.unread()) {
                if (selling.isEmergency()) {
                  break; // all of them wait for the server
                }
                if (print(receipt)) {
                  read++;
                } else if (printer.unread().contains(receipt)) {
                  break; // and so do those after it
                }
              }
              return read;
            });
  }

  private boolean print(UnreadReceipt unread) {
    try {
      var unused = printer.print(unread, selling.receipt(unread.saleId()));
      return true;
    } catch (ServerRefusal e) {
      log.warn("receipt {} still cannot be read: {}", unread.number(), e.getMessage());
      if (NEVER_READ.contains(e.reason())) {
        log.error("receipt {} is not in this store, and is given up", unread.number());
        printer.forget(unread);
      }
      return false;
    }
  }

  private CompletableFuture<AgainView> printCopyOfTheLast() {
    return printed(
        () -> {
          ReceiptPrintout copy = copyOfTheLast();
          return printer.print(copy, false).thenApply(out -> new AgainView(copy.name(), out));
        });
  }

  /** Of a sale of its own that the server may not know yet the lane has all that the paper says. */
  private ReceiptPrintout copyOfTheLast() {
    Optional<Receipt> own = lastOwn.filter(receipt -> selling.state().waiting() > 0);
    Receipt receipt = own.isPresent() ? own.get() : selling.ask(() -> lane.receiptCopy(lastSaleId));
    return new ReceiptPrintout(receipt).asCopy();
  }

  /** The lane's thread hands the paper over, which may write to the disk; nobody waits there. */
  private <T> CompletableFuture<T> printed(Supplier<CompletableFuture<T>> act) {
    return done(() -> new HandedOver<>(act.get())).thenCompose(HandedOver::paper);
  }

  private record HandedOver<T>(CompletableFuture<T> paper) {}

  @Override
  public PrinterChoice printer() {
    return new PrinterChoice(printer.own(), printer.paper().mm());
  }

  @Override
  public List<PaperRow> samplePaper(PrinterChoice choice) {
    return sample(choice).rows(Paper.ofMm(choice.paperMm()), printer.language());
  }

  private TestPaper sample(PrinterChoice choice) {
    return new TestPaper(
        session.here().getStore(),
        session.here().getTerminal().getCode(),
        choice.address(),
        clock.instant(),
        false);
  }

  @Override
  public CompletableFuture<Void> tryPrinter(PrinterChoice choice) {
    return done(() -> port(choice))
        .thenCompose(port -> tried(port, Optional.of(sample(choice)), choice));
  }

  @Override
  public CompletableFuture<Void> openDrawer(PrinterChoice choice, String approvalId) {
    return done(() -> {
          PrinterPort port = port(choice);
          String reason = texts.get("reason.drawer");
          boolean unused = selling.ask(() -> lane.till().openDrawer(reason, approvalId));
          return port;
        })
        .thenCompose(port -> tried(port, Optional.empty(), choice));
  }

  private CompletableFuture<Void> tried(
      PrinterPort port, Optional<Printout> printout, PrinterChoice choice) {
    return printer
        .attempt(port, printout, Paper.ofMm(choice.paperMm()))
        .thenAccept(
            wrong ->
                wrong.ifPresent(
                    cause -> {
                      boolean paper = cause == NotPrinted.Cause.NO_PAPER;
                      throw new LaneRefusal(
                          paper ? LaneRefusal.NO_PAPER : LaneRefusal.NOT_PRINTED, Map.of());
                    }));
  }

  @Override
  public CompletableFuture<Void> usePrinter(PrinterChoice choice) {
    return done(() -> {
          PrinterPort port = port(choice);
          try {
            Paper paper = Paper.ofMm(choice.paperMm());
            printerFile.write(new PrinterFile.Choice(port.address(), paper));
          } catch (IOException e) {
            log.error("the printer is not kept", e);
            throw new LaneRefusal(LaneRefusal.NOT_KEPT, Map.of("cause", String.valueOf(e)));
          }
          return port;
        })
        .thenCompose(port -> printer.use(port, Paper.ofMm(choice.paperMm())))
        .thenAccept(used -> {});
  }

  private static PrinterPort port(PrinterChoice choice) {
    try {
      return PrinterPort.of(choice.address());
    } catch (IllegalArgumentException e) {
      throw new LaneRefusal(LaneRefusal.PRINTER_UNKNOWN, Map.of());
    }
  }

  private CompletableFuture<BasketView> basket(Runnable act) {
    return done(
        () -> {
          act.run();
          return LaneViews.basket(selling.basket());
        });
  }

  private <T> CompletableFuture<T> done(Supplier<T> act) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return act.get();
          } catch (ServerRefusal refusal) {
            throw inTheScreensTerms(refusal);
          } catch (EmergencyRefusal refusal) {
            throw inTheScreensTerms(refusal.reason(), refusal.facts(), "");
          }
        },
        thread);
  }

  private LaneRefusal inTheScreensTerms(ServerRefusal refusal) {
    if (refusal.isSilence()) {
      return new LaneRefusal(LaneRefusal.SERVER_AWAY, Map.of(), refusal.id());
    }
    if (LOST.contains(refusal.reason())) {
      lane.putDown();
    }
    return inTheScreensTerms(refusal.reason(), refusal.facts(), refusal.id());
  }

  private static LaneRefusal inTheScreensTerms(
      String reason, Map<String, String> given, String id) {
    Map<String, String> facts = new HashMap<>(given);
    if (reason.equals(LaneRefusal.WEIGHT_NEEDED)) {
      facts.put("name", facts.getOrDefault("item", ""));
    }
    return new LaneRefusal(reason, facts, id);
  }

  /**
   * Waits for the act that is under way, whose connection is closed: one that has its answer still
   * notes its sale and hands over its paper.
   */
  @Override
  public void close() {
    EventThread.mustNotBeHere("waiting for the lane's last act");
    if (!Ending.of(thread, LAST)) {
      log.error("the lane's last act does not end");
    }
    session.close();
  }
}
