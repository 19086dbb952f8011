package id.lajur.pos.window;

import id.lajur.catalog.v1.ItemOffer;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Texts;
import id.lajur.people.v1.ApproveResponse;
import id.lajur.pos.emergency.AbsentSignOn;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.emergency.EmergencyNews;
import id.lajur.pos.emergency.ShelfCopy;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.lane.SoldLine;
import id.lajur.pos.printer.PrinterFile;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.receipt.PaperRow;
import id.lajur.pos.receipt.ReceiptPrintout;
import id.lajur.pos.screen.AgainView;
import id.lajur.pos.screen.ApprovalView;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.CashKind;
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
import id.lajur.pos.screen.LaneSound;
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
import id.lajur.pos.sound.SoundFile;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.LineKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What the screen asks, each act in its turn on the lane's thread. A command is asked again under
 * its request id until its answer is known, so no act is in doubt when its future ends. A paper is
 * the printer's affair: what it is about does not wait for it.
 */
public final class ServerLane implements LaneActions, AutoCloseable {
  private static final Set<String> GONE = Set.of("BASKET_CLOSED", "BASKET_UNKNOWN");

  private final Lane lane;
  private final EmergencyLane selling;
  private final LaneSession session;
  private final LaneThread thread;
  private final ManagersDesk desk;
  private final SigningOn signingOn;
  private final Shifts shifts;
  private final SalePapers papers;
  private final PapersAgain again;
  private final PrinterSetUp printerSetUp;
  private final SoundSetUp soundSetUp;
  private final Texts texts;

  /**
   * What a lane is set up with.
   *
   * @param folder of what the lane keeps to go on alone, private to its user
   * @param printerFile of the printer that is set up on the screen
   * @param soundFile of the sounds that are switched off on the screen
   * @param texts the words of reasons that go into the journal
   * @param clock what an emergency receipt, slips and reports say; the server's decides otherwise
   */
  public record Setup(
      LaneJournal journal,
      Path folder,
      PrinterFile printerFile,
      SoundFile soundFile,
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
    this.lane = new Lane(connection);
    var absent = new AbsentSignOn(setup.folder(), setup.clock());
    var shelf = new ShelfCopy(connection, setup.folder().resolve("shelf.snapshot"), absent);
    this.selling =
        new EmergencyLane(lane, connection, shelf, absent, setup.folder(), setup.clock(), news);
    this.papers =
        new SalePapers(connection, lane, selling, printer, news, setup.clock(), this::session);
    this.session = new LaneSession(lane, selling, connection, absent, setup.journal(), papers);
    this.thread = new LaneThread(lane::putDown);
    this.desk = new ManagersDesk(connection, lane, selling);
    this.signingOn = new SigningOn(connection, lane, session, setup.clock());
    this.shifts = new Shifts(session, lane.till(), printer, setup.clock());
    this.again = new PapersAgain(thread, selling, printer);
    this.printerSetUp =
        new PrinterSetUp(thread, printer, setup.printerFile(), session, setup.clock());
    this.soundSetUp = new SoundSetUp(thread, setup.soundFile());
    this.texts = setup.texts();
    shelf.onChange(news::shelfChanged);
    shelf.start();
  }

  private LaneSession session() {
    return session;
  }

  @Override
  public CompletableFuture<TerminalView> terminal() {
    return thread.done(signingOn::terminal);
  }

  /** Keys for goods without a barcode, with the prices of now; asks nobody. */
  public QuickPages quickPages() {
    return signingOn.quickPages();
  }

  @Override
  public CompletableFuture<SignedOnView> signOn(String operatorNumber, String pin) {
    return thread.done(() -> signingOn.signOn(operatorNumber, pin));
  }

  @Override
  public CompletableFuture<SignedOnView> changePin(
      String operatorNumber, String pin, String newPin) {
    return thread.done(() -> signingOn.changePin(operatorNumber, pin, newPin));
  }

  /**
   * Looks for the server, so that the screen need not wait for the next act.
   *
   * @return the basket that the server has open at this lane, once the lane is the server's again
   */
  public CompletableFuture<Optional<BasketView>> comeBack() {
    return thread.done(signingOn::comeBack);
  }

  @Override
  public CompletableFuture<TerminalView> signOff() {
    return thread.done(signingOn::signOff);
  }

  @Override
  public CompletableFuture<ShiftView> openShift(long floatMinor, Takeover takeover) {
    return thread.done(() -> shifts.open(floatMinor, takeover));
  }

  @Override
  public CompletableFuture<ClosedView> closeShift(
      List<CountedView> counted, String explanation, Optional<HandOver> handOver) {
    return thread.done(() -> shifts.close(counted, explanation, handOver));
  }

  @Override
  public CompletableFuture<Void> moveCash(
      CashKind kind, long amountMinor, String reason, ApprovalView approval) {
    return thread.done(
        () -> {
          shifts.moveCash(kind, amountMinor, reason, approval);
          return null;
        });
  }

  @Override
  public CompletableFuture<Boolean> printX() {
    return thread.begun(shifts::printX);
  }

  @Override
  public CompletableFuture<Boolean> printLastZ() {
    return thread.begun(shifts::printLastZ);
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
            lane.prices()
                .discountLine(
                    lineId, discount.amountMinor(), discount.percentMicro(), reason, approvalId));
  }

  @Override
  public CompletableFuture<BasketView> discountBasket(
      Discount discount, String reason, String approvalId) {
    return onlyByServer(
        () ->
            lane.prices()
                .discountBasket(
                    DiscountSource.DISCOUNT_SOURCE_MANUAL,
                    discount.amountMinor(),
                    discount.percentMicro(),
                    reason,
                    approvalId));
  }

  @Override
  public CompletableFuture<BasketView> overridePrice(
      int lineId, long priceMinor, String reason, String approvalId) {
    return onlyByServer(() -> lane.prices().overridePrice(lineId, priceMinor, reason, approvalId));
  }

  @Override
  public CompletableFuture<List<DepartmentView>> departments() {
    return thread.done(
        () ->
            selling.ask(lane.goods()::departments).stream()
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
    return thread.done(() -> LaneViews.members(selling.ask(() -> lane.buyer().findMembers(text))));
  }

  @Override
  public CompletableFuture<BasketView> setMember(String number, String approvalId) {
    return onlyByServer(() -> lane.buyer().setMember(number, approvalId));
  }

  @Override
  public CompletableFuture<List<PriceLevelView>> priceLevels() {
    return thread.done(
        () -> selling.ask(lane.buyer()::priceLevels).stream().map(LaneViews::priceLevel).toList());
  }

  @Override
  public CompletableFuture<BasketView> setPriceLevel(String code, String approvalId) {
    return onlyByServer(() -> lane.buyer().setPriceLevel(code, approvalId));
  }

  @Override
  public CompletableFuture<Integer> suspend() {
    return thread.done(selling::suspend);
  }

  @Override
  public CompletableFuture<List<WaitingView>> waitingBaskets() {
    return thread.done(
        () ->
            LaneViews.waiting(
                selling.ask(lane.waiting()::everywhere), session.here().getTerminal().getCode()));
  }

  @Override
  public CompletableFuture<BasketView> takeOver(String basketId, String approvalId) {
    return onlyByServer(
        () ->
            another(
                () -> {
                  Basket unused = lane.waiting().takeOver(basketId, approvalId);
                }));
  }

  @Override
  public CompletableFuture<OldReceiptView> receipt(String number) {
    return thread.done(
        () -> LaneViews.oldReceipt(selling.ask(() -> lane.receipts().numbered(number))));
  }

  @Override
  public CompletableFuture<BasketView> takeBack(
      OldReceiptView.Line line, long quantityMilli, String number, String approvalId) {
    return onlyByServer(
        () -> {
          BasketLine unused =
              lane.returns()
                  .takeBack(
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
              lane.returns()
                  .takeBack(code, quantityMilli, LineKind.LINE_KIND_RETURN, -1, reason, approvalId);
        });
  }

  @Override
  public CompletableFuture<BasketView> resume(String basketId) {
    return basket(() -> another(() -> selling.resume(basketId)));
  }

  /** Another basket that is gone loses nothing of the one at hand. */
  private static void another(Runnable act) {
    try {
      act.run();
    } catch (ServerRefusal refusal) {
      if (GONE.contains(refusal.reason())) {
        throw new LaneRefusal("BASKET_NOT_SUSPENDED", Map.of(), refusal.id());
      }
      throw refusal;
    }
  }

  @Override
  public CompletableFuture<List<ItemMatch>> search(String text) {
    return thread.done(() -> selling.search(text).stream().map(this::match).toList());
  }

  @Override
  public CompletableFuture<ItemMatch> checkPrice(String code) {
    return thread.done(() -> match(selling.checkPrice(code)));
  }

  @Override
  public CompletableFuture<ExplanationView> explain(int lineId) {
    return thread.done(() -> ExplanationViews.of(selling.ask(() -> lane.explain(lineId))));
  }

  @Override
  public CompletableFuture<ApprovalView> approve(
      String supervisorNumber, String pin, String permission, String subjectId) {
    return thread.done(
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
  public CompletableFuture<ApprovalView> askDesk(DeskQuestion question) {
    return thread.begun(
        () -> {
          selling.mustHaveServer();
          return desk.ask(question, approved(question.permission(), question.subjectId()));
        });
  }

  @Override
  public void takeBackFromDesk() {
    thread.soon(desk::takeBack);
  }

  @Override
  public List<TenderKindView> tenderKinds() {
    return signingOn.tenderKinds();
  }

  @Override
  public long cashDue(long minor) {
    return selling.cashDue(minor);
  }

  @Override
  public void tellPayment(boolean atPayment) {
    thread.soon(() -> desk.tellPayment(atPayment));
  }

  @Override
  public CompletableFuture<ReceiptView> pay(
      long totalMinor, List<TakenTender> tenders, boolean paper) {
    return thread.done(
        () -> {
          if (selling.basket().getTotals().getTotalMinor() != totalMinor) {
            throw new LaneRefusal("TOTAL_DIFFERS", Map.of());
          }
          papers.wanted(paper);
          LaneSession.Sold sold = session.pay(LaneViews.tenders(tenders));
          return LaneViews.receipt(sold, tenders, papers.hasRead(sold));
        });
  }

  @Override
  public CompletableFuture<AgainView> printAgain() {
    return again.print(papers::copyOfTheLast);
  }

  @Override
  public CompletableFuture<AgainView> printCopy(String number) {
    return again.printCopy(
        () ->
            new ReceiptPrintout(selling.ask(() -> lane.receipts().copyNumbered(number))).asCopy());
  }

  @Override
  public CompletableFuture<ElsewhereView> printElsewhere() {
    return again.printElsewhere();
  }

  @Override
  public List<PaperView> papers() {
    return again.waiting();
  }

  @Override
  public CompletableFuture<Boolean> printKept() {
    return again.printKept();
  }

  @Override
  public PrinterChoice printer() {
    return printerSetUp.own();
  }

  @Override
  public List<PaperRow> samplePaper(PrinterChoice choice) {
    return printerSetUp.sampleRows(choice);
  }

  @Override
  public CompletableFuture<Void> tryPrinter(PrinterChoice choice) {
    return printerSetUp.printSample(choice);
  }

  @Override
  public CompletableFuture<Void> openDrawer(PrinterChoice choice, String approvalId) {
    return printerSetUp.openDrawer(
        choice,
        () -> {
          String reason = texts.get("reason.drawer");
          boolean unused = selling.ask(() -> lane.till().openDrawer(reason, approvalId));
        });
  }

  @Override
  public CompletableFuture<Void> usePrinter(PrinterChoice choice) {
    return printerSetUp.use(choice);
  }

  @Override
  public CompletableFuture<Void> useSounds(Set<LaneSound> heard) {
    return soundSetUp.use(heard);
  }

  private CompletableFuture<BasketView> onlyByServer(Runnable act) {
    return basket(() -> selling.onlyByServer(act));
  }

  private CompletableFuture<BasketView> basket(Runnable act) {
    return thread.done(
        () -> {
          act.run();
          return LaneViews.basket(selling.basket());
        });
  }

  private ItemMatch match(ItemOffer offer) {
    return LaneViews.match(offer, selling.basket().getBuyer().getPriceLevel());
  }

  /**
   * Waits for the act that is under way, whose connection is closed: one that has its answer still
   * notes its sale and hands over its paper.
   */
  @Override
  public void close() {
    thread.close();
    session.close();
  }
}
