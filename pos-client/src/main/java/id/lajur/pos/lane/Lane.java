package id.lajur.pos.lane;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.GetTerminalResponse;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.people.v1.SignOffRequest;
import id.lajur.people.v1.SignOnRequest;
import id.lajur.people.v1.SignOnResponse;
import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.AddLineResponse;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.ChangeQuantityRequest;
import id.lajur.sale.v1.GetBasketRequest;
import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.SaleServiceGrpc;
import id.lajur.sale.v1.Tender;
import id.lajur.sale.v1.VoidLineRequest;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.OpenShiftRequest;
import id.lajur.till.v1.OpenShiftResponse;
import id.lajur.till.v1.ShiftReport;
import id.lajur.till.v1.TillServiceGrpc;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One lane: a terminal, an operator, a shift and the basket at hand. Calls wait for the server and
 * are made one after another; a screen gives them a thread of their own.
 *
 * <p>The basket it shows is put together from what each answer says has changed. Where an answer
 * does not fit what the lane has, it asks for the whole.
 */
public final class Lane {
  private static final int CONTRACT_LEVEL = 1;

  /** Steps of a lane. */
  public enum Step {
    SIGNED_OFF,
    NO_SHIFT,
    READY,
    SELLING
  }

  private final StoreConnection connection;
  private final SessionServiceGrpc.SessionServiceBlockingStub sessions;
  private final BasketServiceGrpc.BasketServiceBlockingStub baskets;
  private final SaleServiceGrpc.SaleServiceBlockingStub sales;
  private final TillServiceGrpc.TillServiceBlockingStub till;

  private Step step = Step.SIGNED_OFF;
  private Basket basket = Basket.getDefaultInstance();

  public Lane(StoreConnection connection) {
    this.connection = connection;
    this.sessions = SessionServiceGrpc.newBlockingStub(connection.channel());
    this.baskets = BasketServiceGrpc.newBlockingStub(connection.channel());
    this.sales = SaleServiceGrpc.newBlockingStub(connection.channel());
    this.till = TillServiceGrpc.newBlockingStub(connection.channel());
  }

  public Step step() {
    return step;
  }

  /** The basket at hand; without lines when there is none. */
  public Basket basket() {
    return basket;
  }

  /** Shop and terminal. */
  public GetTerminalResponse terminal() {
    GetTerminalRequest request =
        GetTerminalRequest.newBuilder().setContractLevel(CONTRACT_LEVEL).build();
    return connection.ask(() -> sessions.getTerminal(request));
  }

  /**
   * Signs an operator on.
   *
   * @throws ServerRefusal SIGN_ON_FAILED, SIGN_ON_BUSY
   */
  public SignOnResponse signOn(String operatorNumber, String pin) {
    SignOnRequest request =
        SignOnRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setOperatorNumber(operatorNumber)
            .setPin(pin)
            .build();
    SignOnResponse answer = connection.ask(() -> sessions.signOn(request));
    connection.session(answer.getSessionId());
    step = answer.hasOpenShift() ? Step.READY : Step.NO_SHIFT;
    return answer;
  }

  public void signOff() {
    SignOffRequest request =
        SignOffRequest.newBuilder().setRequestId(StoreConnection.newRequestId()).build();
    connection.ask(() -> sessions.signOff(request));
    connection.session("");
    step = Step.SIGNED_OFF;
    basket = Basket.getDefaultInstance();
  }

  /**
   * @param floatMinor cash laid into the drawer
   */
  public OpenShiftResponse openShift(long floatMinor) {
    OpenShiftRequest request =
        OpenShiftRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setFloatMinor(floatMinor)
            .build();
    OpenShiftResponse answer = connection.ask(() -> till.openShift(request));
    step = Step.READY;
    return answer;
  }

  /**
   * Adds one scanned or typed item.
   *
   * @param quantityMilli thousandths of the unit that the code names; 0 = one
   * @return the line as it stands
   */
  public BasketLine scan(String code, long quantityMilli) {
    AddLineRequest request =
        AddLineRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(refOrNew())
            .setCode(code)
            .setQuantityMilli(quantityMilli)
            .build();
    AddLineResponse answer = connection.ask(() -> baskets.addLine(request));
    take(answer.getBasket());
    return line(answer.getLineId());
  }

  public void changeQuantity(int lineId, long quantityMilli) {
    ChangeQuantityRequest request =
        ChangeQuantityRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(ref())
            .setLineId(lineId)
            .setQuantityMilli(quantityMilli)
            .build();
    take(connection.ask(() -> baskets.changeQuantity(request)).getBasket());
  }

  public void voidLine(int lineId, String reason) {
    VoidLineRequest request =
        VoidLineRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(ref())
            .setLineId(lineId)
            .setReason(reason)
            .build();
    take(connection.ask(() -> baskets.voidLine(request)).getBasket());
  }

  /** Pays the basket at hand; the next scan begins another. */
  public PayResponse pay(List<Tender> tenders) {
    PayRequest request =
        PayRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(ref())
            .setTotalMinor(basket.getTotals().getTotalMinor())
            .addAllTenders(tenders)
            .build();
    PayResponse answer = connection.ask(() -> sales.pay(request));
    basket = Basket.getDefaultInstance();
    step = Step.READY;
    return answer;
  }

  /** Pays in cash. */
  public PayResponse payCash(long amountMinor) {
    return pay(List.of(Tender.newBuilder().setKind("CASH").setAmountMinor(amountMinor).build()));
  }

  /** A receipt as it was frozen. */
  public Receipt receipt(String saleId) {
    GetReceiptRequest request = GetReceiptRequest.newBuilder().setSaleId(saleId).build();
    return connection.ask(() -> sales.getReceipt(request)).getReceipt();
  }

  /**
   * Counts the drawer and closes the shift.
   *
   * @param counted every note and coin in the drawer
   * @param sales that this lane has given receipts for, with the sum of their totals
   * @return the Z
   */
  public ShiftReport closeShift(List<Denomination> counted, long sales, long salesMinor) {
    CloseShiftRequest request =
        CloseShiftRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .addAllCounted(counted)
            .setLaneSaleCount(sales)
            .setLaneSaleTotalMinor(salesMinor)
            .build();
    ShiftReport z = connection.ask(() -> till.closeShift(request)).getReport();
    step = Step.NO_SHIFT;
    return z;
  }

  private BasketRef refOrNew() {
    if (basket.getBasketId().isEmpty()) {
      return BasketRef.newBuilder()
          .setBasketId(StoreConnection.newRequestId())
          .setGeneration(1)
          .build();
    }
    return ref();
  }

  private BasketRef ref() {
    return BasketRef.newBuilder()
        .setBasketId(basket.getBasketId())
        .setGeneration(basket.getGeneration())
        .setVersion(basket.getVersion())
        .build();
  }

  /** Puts what has changed into what the lane has. */
  private void take(Basket update) {
    step = Step.SELLING;
    if (update.getVersion() < basket.getVersion()) {
      update = whole(update.getBasketId());
    }
    Map<Integer, BasketLine> lines = new TreeMap<>();
    if (update.getBasketId().equals(basket.getBasketId())) {
      basket.getLinesList().forEach(line -> lines.put(line.getLineId(), line));
    }
    update.getLinesList().forEach(line -> lines.put(line.getLineId(), line));
    basket = update.toBuilder().clearLines().addAllLines(lines.values()).build();
  }

  private Basket whole(String basketId) {
    GetBasketRequest request = GetBasketRequest.newBuilder().setBasketId(basketId).build();
    return connection.ask(() -> baskets.getBasket(request)).getBasket();
  }

  private BasketLine line(int lineId) {
    return basket.getLinesList().stream()
        .filter(line -> line.getLineId() == lineId)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the answer lacks its line " + lineId));
  }
}
