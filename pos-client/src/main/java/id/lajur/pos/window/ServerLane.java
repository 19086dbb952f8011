package id.lajur.pos.window;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.thread.EventThread;
import id.lajur.people.v1.ApproveResponse;
import id.lajur.people.v1.GetTerminalResponse;
import id.lajur.people.v1.SignOnResponse;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.emergency.EmergencyRefusal;
import id.lajur.pos.emergency.EmergencySale;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.lane.SaleInDoubt;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.printer.UnreadReceipt;
import id.lajur.pos.receipt.CashSlip;
import id.lajur.pos.receipt.ReceiptLayout;
import id.lajur.pos.receipt.ReceiptPrintout;
import id.lajur.pos.receipt.ReportPrintout;
import id.lajur.pos.screen.AgainView;
import id.lajur.pos.screen.ApprovalView;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.CashKind;
import id.lajur.pos.screen.ClosedView;
import id.lajur.pos.screen.CountedView;
import id.lajur.pos.screen.ItemMatch;
import id.lajur.pos.screen.LaneActions;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.OperatorView;
import id.lajur.pos.screen.QuickKey;
import id.lajur.pos.screen.ReceiptView;
import id.lajur.pos.screen.ShiftView;
import id.lajur.pos.screen.SignedOnView;
import id.lajur.pos.screen.TerminalView;
import id.lajur.pos.screen.WaitingView;
import id.lajur.sale.v1.BasketState;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.WaitingBasket;
import id.lajur.till.v1.CashMovement;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.OpenShiftResponse;
import id.lajur.till.v1.ShiftReport;
import java.io.IOException;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the screen asks, done by the lane on a thread of its own, one act after another. A command
 * is asked again under its request id until its answer is known, so no act is in doubt when its
 * future ends. A paper is the printer's affair: what it is about does not wait for it.
 */
public final class ServerLane implements LaneActions, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ServerLane.class);
  private static final int LAST_MS = 3_000;
  private static final Set<String> NEVER_READ = Set.of("SALE_UNKNOWN", "ID_INVALID");
  private static final Set<String> LOST =
      Set.of("BASKET_ELSEWHERE", "BASKET_CLOSED", "BASKET_UNKNOWN");

  private final Lane lane;
  private final EmergencyLane selling;
  private final LaneJournal journal;
  private final SaleInDoubt inDoubt;
  private final ReceiptPrinter printer;
  private final List<QuickKey> quickKeys;
  private final Texts texts;
  private final InstantSource clock;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "lane");
            thread.setDaemon(true);
            return thread;
          });

  // of the lane's thread only
  private GetTerminalResponse here = GetTerminalResponse.getDefaultInstance();
  private String operatorName = "";
  private String signedOnNumber = "";
  private String shiftId = "";
  private String lastSaleId = "";

  /**
   * @param lane whose connection asks commands until they are known
   * @param selling the same lane, where it may have to go on alone; closed with this
   * @param texts the words of reasons that go into the journal
   * @param clock only for what stands on slips and reports; the server's decides
   */
  public ServerLane(
      Lane lane,
      EmergencyLane selling,
      LaneJournal journal,
      ReceiptPrinter printer,
      List<QuickKey> quickKeys,
      Texts texts,
      InstantSource clock) {
    this.lane = lane;
    this.selling = selling;
    this.journal = journal;
    this.inDoubt = journal.saleInDoubt();
    this.printer = printer;
    this.quickKeys = List.copyOf(quickKeys);
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<TerminalView> terminal() {
    return done(this::readTerminal);
  }

  private TerminalView readTerminal() {
    here = lane.terminal();
    return LaneViews.terminal(here, quickKeys);
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
    SignOnResponse signed = lane.signOn(operatorNumber, pin);
    if (signed.getMustChangePin()) {
      throw new LaneRefusal(LaneRefusal.PIN_CHANGE_NEEDED, Map.of());
    }
    operatorName = signed.getOperator().getName();
    signedOnNumber = signed.getOperator().getNumber();
    Optional<ShiftView> shift = Optional.empty();
    shiftId = "";
    if (signed.hasOpenShift()) {
      var open = signed.getOpenShift();
      shiftId = open.getShiftId();
      shift = Optional.of(shift(open.getNumber(), open.getOpenedAtMs()));
    }
    settleSaleInDoubt();
    sells();
    List<WaitingBasket> waiting = lane.waitingBaskets();
    for (WaitingBasket left : waiting) {
      if (left.getState() == BasketState.BASKET_STATE_OPEN) {
        lane.find(left.getBasketId());
      }
    }
    return new SignedOnView(
        new OperatorView(signed.getOperator().getNumber(), signed.getOperator().getName()),
        shift,
        LaneViews.basket(lane.basket()),
        (int) waiting.stream().filter(ServerLane::isSuspended).count());
  }

  /** Who would sell, if the lane had to go on alone: nobody without a shift. */
  private void sells() {
    selling.seller(
        shiftId.isEmpty()
            ? null
            : new EmergencySale.Seller(
                here.getStore(),
                here.getTerminal().getCode(),
                signedOnNumber,
                operatorName,
                shiftId));
  }

  /**
   * Looks for the server, so that the screen need not wait for the next act.
   *
   * @return the basket that the server has open at this lane, once the lane is the server's again
   */
  CompletableFuture<Optional<BasketView>> comeBack() {
    return done(
        () ->
            selling.isEmergency() || selling.basket().getLinesCount() == 0
                ? Optional.empty()
                : Optional.of(LaneViews.basket(selling.basket())));
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
          selling.mustHaveServer();
          lane.signOff();
          selling.seller(null);
          return readTerminal();
        });
  }

  @Override
  public CompletableFuture<ShiftView> openShift(long floatMinor) {
    return done(
        () -> {
          OpenShiftResponse opened = lane.openShift(floatMinor);
          shiftId = opened.getShiftId();
          sells();
          return shift(opened.getNumber(), opened.getOpenedAtMs());
        });
  }

  @Override
  public CompletableFuture<ClosedView> closeShift(List<CountedView> counted, String explanation) {
    return done(
        () -> {
          selling.mustHaveServer();
          LaneJournal.Sum own = ownSales();
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
          ShiftReport z = lane.closeShift(pieces, explanation, own.sales(), own.totalMinor());
          var unused = printer.print(report(z, false), false);
          shiftId = "";
          sells();
          boolean signedOff = signOffAfterClose();
          return new ClosedView(z.getZNumber(), z.getDifferenceMinor(), z.getComplete(), signedOff);
        });
  }

  /** The shift is closed whether this succeeds or not; the next sign-on ends the session too. */
  private boolean signOffAfterClose() {
    try {
      lane.signOff();
      return true;
    } catch (RuntimeException e) {
      log.warn("not signed off after the close of the shift", e);
      return false;
    }
  }

  private ReportPrintout report(ShiftReport report, boolean copy) {
    return new ReportPrintout(report, here.getStore(), clock.instant(), copy);
  }

  @Override
  public CompletableFuture<Void> moveCash(
      CashKind kind, long amountMinor, String reason, ApprovalView approval) {
    return done(
        () -> {
          selling.mustHaveServer();
          CashMovement movement =
              switch (kind) {
                case PAY_IN -> CashMovement.CASH_MOVEMENT_PAY_IN;
                case PAY_OUT -> CashMovement.CASH_MOVEMENT_PAY_OUT;
                case DROP -> CashMovement.CASH_MOVEMENT_DROP;
              };
          lane.till().moveCash(movement, amountMinor, reason, approval.approvalId());
          var slip =
              new CashSlip(
                  here.getStore(),
                  here.getTerminal().getCode(),
                  operatorName,
                  movement,
                  amountMinor,
                  reason,
                  approval.supervisorName(),
                  clock.instant(),
                  false);
          var unused = printer.print(slip, true);
          return null;
        });
  }

  @Override
  public CompletableFuture<Boolean> printX() {
    return printed(() -> printer.print(report(lane.till().xReport(), false), false));
  }

  @Override
  public CompletableFuture<Boolean> printLastZ() {
    return printed(() -> printer.print(report(lane.till().lastZ(), true), false));
  }

  /** None where the journal cannot be read: the Z is then marked as not complete. */
  private LaneJournal.Sum ownSales() {
    try {
      return journal.of(shiftId);
    } catch (IOException e) {
      log.error("the lane's journal cannot be read", e);
      return new LaneJournal.Sum(0, 0);
    }
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
  public CompletableFuture<Integer> suspend() {
    return done(
        () -> {
          selling.mustHaveServer();
          return lane.suspend();
        });
  }

  @Override
  public CompletableFuture<List<WaitingView>> waitingBaskets() {
    return done(
        () -> {
          selling.mustHaveServer();
          return lane.waitingBaskets().stream()
              .filter(ServerLane::isSuspended)
              .map(LaneViews::waiting)
              .toList();
        });
  }

  @Override
  public CompletableFuture<BasketView> resume(String basketId) {
    return basket(
        () -> {
          selling.mustHaveServer();
          lane.resume(basketId);
        });
  }

  @Override
  public CompletableFuture<List<ItemMatch>> search(String text) {
    return done(() -> selling.search(text).stream().map(LaneViews::match).toList());
  }

  @Override
  public CompletableFuture<ItemMatch> checkPrice(String code) {
    return done(() -> LaneViews.match(selling.checkPrice(code)));
  }

  @Override
  public CompletableFuture<ApprovalView> approve(
      String supervisorNumber, String pin, String permission) {
    return done(
        () -> {
          selling.mustHaveServer();
          String subject = permission.startsWith("till.") ? shiftId : lane.basketId();
          ApproveResponse given = lane.approve(supervisorNumber, pin, permission, subject, "");
          return new ApprovalView(given.getApprovalId(), given.getSupervisorName());
        });
  }

  @Override
  public CompletableFuture<ReceiptView> payCash(long totalMinor, long receivedMinor) {
    return done(
        () -> {
          if (selling.basket().getTotals().getTotalMinor() != totalMinor) {
            throw new LaneRefusal("TOTAL_DIFFERS", Map.of());
          }
          EmergencyLane.Paid paid = selling.payCash(receivedMinor, this::keep);
          return paid.byServer().isPresent()
              ? soldByServer(paid.byServer().get(), receivedMinor)
              : soldByLane(paid.byLane().orElseThrow(), receivedMinor);
        });
  }

  private ReceiptView soldByServer(PayResponse sale, long receivedMinor) {
    String number = number(sale);
    boolean fetched = paid(shiftId, sale, number);
    return new ReceiptView(
        number, sale.getTotalMinor(), receivedMinor, sale.getChangeMinor(), fetched);
  }

  private static String number(PayResponse sale) {
    return ReceiptLayout.number(
        Receipt.newBuilder()
            .setTerminal(sale.getTerminal())
            .setSeries(sale.getSeries())
            .setNumber(sale.getNumber())
            .build());
  }

  /** False when the receipt could not be read now. */
  private boolean paid(String ofShift, PayResponse sale, String number) {
    note(ofShift, number, sale.getTotalMinor(), sale.getChainCode());
    lastSaleId = sale.getSaleId();
    boolean fetched = print(sale.getSaleId(), number, sale.getOpensDrawer());
    try {
      inDoubt.settled();
    } catch (IOException e) {
      log.warn("the payment of {} is asked for once more at the next start", number, e);
    }
    return fetched;
  }

  /** A lane whose disk is full goes on selling; a loss of power would leave this sale in doubt. */
  private void keep(PayRequest payment) {
    try {
      inDoubt.keep(shiftId, payment);
    } catch (IOException e) {
      log.error("payment {} is not on the lane's disk", payment.getRequestId(), e);
    }
  }

  /**
   * The payment that was on its way when this lane died: asked for under its own request id, it is
   * answered as it was, or done now; its receipt comes out as that of any sale.
   */
  private void settleSaleInDoubt() {
    try {
      Optional<SaleInDoubt.Asked> asked = inDoubt.read();
      if (asked.isPresent()) {
        PayResponse sale = lane.pay(asked.get().payment());
        String number = number(sale);
        if (isInJournal(number)) { // its paper was in hand: F11 makes a copy, not a second original
          lastSaleId = sale.getSaleId();
          inDoubt.settled();
        } else {
          boolean unused = paid(asked.get().shiftId(), sale, number);
        }
      }
    } catch (IOException e) {
      log.error("whether a payment is in doubt cannot be read", e);
    } catch (ServerRefusal refusal) {
      if (refusal.isAbsence()) {
        throw refusal;
      }
      log.error("the payment in doubt is refused, so it was not made: {}", refusal.toString());
      forgetSaleInDoubt();
    }
  }

  private boolean isInJournal(String number) throws IOException {
    return journal.rows().stream().anyMatch(row -> row.receipt().equals(number));
  }

  private void forgetSaleInDoubt() {
    try {
      inDoubt.settled();
    } catch (IOException e) {
      log.warn("the payment in doubt stands there still", e);
    }
  }

  /** Its receipt is on the disk already; nobody has to be asked for it. */
  private ReceiptView soldByLane(EmergencySale sale, long receivedMinor) {
    Receipt receipt = sale.receipt();
    String number = ReceiptLayout.number(receipt);
    note(shiftId, number, receipt.getTotalMinor(), receipt.getChainCode());
    forgetSaleInDoubt(); // the receipt names its basket, and finds out at the server
    lastSaleId = "";
    var unused = printer.print(receipt, true);
    return new ReceiptView(
        number, receipt.getTotalMinor(), receivedMinor, receipt.getChangeMinor(), true);
  }

  /** A lane whose disk is full goes on selling; its Z will say that the proof is not whole. */
  private void note(String ofShift, String number, long totalMinor, String chainCode) {
    try {
      journal.note(ofShift, number, totalMinor, chainCode);
    } catch (IOException e) {
      log.error("receipt {} is not in the lane's journal", number, e);
    }
  }

  /** False when the receipt cannot be read now; the sale is done, and F11 reads it again. */
  private boolean print(String saleId, String number, boolean opensDrawer) {
    try {
      var unused = printer.print(selling.receipt(saleId), opensDrawer);
      return true;
    } catch (ServerRefusal e) {
      log.warn("receipt {} cannot be read yet: {}", number, e.getMessage());
      printer.toBeRead(new UnreadReceipt(saleId, number));
      return false;
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
                read += print(receipt) ? 1 : 0;
              }
              return read;
            });
  }

  private boolean print(UnreadReceipt unread) {
    try {
      var unused = printer.print(unread, lane.receipt(unread.saleId()));
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
          var copy = new ReceiptPrintout(lane.receiptCopy(lastSaleId)).asCopy();
          return printer.print(copy, false).thenApply(out -> new AgainView(copy.name(), out));
        });
  }

  /** The lane's thread hands the paper over, which may write to the disk; nobody waits there. */
  private <T> CompletableFuture<T> printed(Supplier<CompletableFuture<T>> act) {
    return done(() -> new HandedOver<>(act.get())).thenCompose(HandedOver::paper);
  }

  private record HandedOver<T>(CompletableFuture<T> paper) {}

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
            throw inTheScreensTerms(refusal.reason(), refusal.facts());
          }
        },
        thread);
  }

  private LaneRefusal inTheScreensTerms(ServerRefusal refusal) {
    if (refusal.isAbsence()) {
      return new LaneRefusal(LaneRefusal.SERVER_AWAY, Map.of());
    }
    if (LOST.contains(refusal.reason())) {
      lane.putDown();
    }
    return inTheScreensTerms(refusal.reason(), refusal.facts());
  }

  private static LaneRefusal inTheScreensTerms(String reason, Map<String, String> given) {
    Map<String, String> facts = new HashMap<>(given);
    if (reason.equals(LaneRefusal.WEIGHT_NEEDED)) {
      facts.put("name", facts.getOrDefault("item", ""));
    }
    return new LaneRefusal(reason, facts);
  }

  /**
   * Waits for the act that is under way, whose connection is closed: one that has its answer still
   * notes its sale and hands over its paper.
   */
  @Override
  public void close() {
    EventThread.mustNotBeHere("waiting for the lane's last act");
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_MS, TimeUnit.MILLISECONDS)) {
        log.error("the lane's last act does not end");
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
    selling.close();
  }
}
