package id.lajur.pos.lane;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.people.v1.ApprovalServiceGrpc;
import id.lajur.people.v1.ApproveRequest;
import id.lajur.people.v1.ApproveResponse;
import id.lajur.people.v1.ChangePinRequest;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.GetTerminalResponse;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.people.v1.SignOffRequest;
import id.lajur.people.v1.SignOnRequest;
import id.lajur.people.v1.SignOnResponse;
import id.lajur.sale.v1.AddDepartmentLineRequest;
import id.lajur.sale.v1.AddDepartmentLineResponse;
import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.AddLineResponse;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.ChangeQuantityRequest;
import id.lajur.sale.v1.ExplainLineRequest;
import id.lajur.sale.v1.ExplainLineResponse;
import id.lajur.sale.v1.ListTenderKindsRequest;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.SaleServiceGrpc;
import id.lajur.sale.v1.TellPaymentRequest;
import id.lajur.sale.v1.TellPaymentResponse;
import id.lajur.sale.v1.Tender;
import id.lajur.sale.v1.TenderKind;
import id.lajur.sale.v1.VoidBasketRequest;
import id.lajur.sale.v1.VoidLineRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.Handover;
import id.lajur.till.v1.OpenShiftResponse;
import id.lajur.till.v1.ShiftReport;
import id.lajur.till.v1.Takeover;
import java.util.List;
import java.util.Optional;

/**
 * One lane: a terminal, an operator, a shift and the basket at hand, from its first line to its
 * payment. Calls wait for the server and are made one after another; a screen gives them a thread
 * of their own.
 */
public final class Lane {
  /** Level of the contract that this program speaks. */
  public static final int CONTRACT_LEVEL = 2;

  /** Code of the tender that every store takes. */
  public static final String CASH = "CASH";

  private final StoreConnection connection;
  private final SessionServiceGrpc.SessionServiceBlockingStub sessions;
  private final BasketServiceGrpc.BasketServiceBlockingStub baskets;
  private final SaleServiceGrpc.SaleServiceBlockingStub sales;
  private final OpenBasket open;
  private final Till till;
  private final Goods goods;
  private final PriceChanges prices;
  private final Returns returns;
  private final Buyer buyer;
  private final WaitingBaskets waiting;
  private final Receipts receipts;
  private final ApprovalServiceGrpc.ApprovalServiceBlockingStub approvals;

  public Lane(StoreConnection connection) {
    this.connection = connection;
    this.sessions = SessionServiceGrpc.newBlockingStub(connection.channel());
    this.baskets = BasketServiceGrpc.newBlockingStub(connection.channel());
    this.sales = SaleServiceGrpc.newBlockingStub(connection.channel());
    this.open = new OpenBasket(connection);
    this.till = new Till(connection);
    this.goods = new Goods(connection);
    this.prices = new PriceChanges(connection, open);
    this.returns = new Returns(connection, open);
    this.buyer = new Buyer(connection, open);
    this.waiting = new WaitingBaskets(connection, open);
    this.receipts = new Receipts(connection);
    this.approvals = ApprovalServiceGrpc.newBlockingStub(connection.channel());
  }

  /** The drawer of this lane. */
  public Till till() {
    return till;
  }

  /** What the store sells. */
  public Goods goods() {
    return goods;
  }

  /** Other prices than the store's, on the basket at hand. */
  public PriceChanges prices() {
    return prices;
  }

  /** Goods that come back, on the basket at hand. */
  public Returns returns() {
    return returns;
  }

  /** Whoever buys the basket at hand. */
  public Buyer buyer() {
    return buyer;
  }

  /** Baskets beside the one at hand. */
  public WaitingBaskets waiting() {
    return waiting;
  }

  /** The receipts of the store. */
  public Receipts receipts() {
    return receipts;
  }

  /** The basket at hand; without lines when there is none. */
  public Basket basket() {
    return open.now();
  }

  /**
   * Id of the basket that the next act is on; a new one before the first line, so that an approval
   * can name it.
   */
  public String basketId() {
    return open.id();
  }

  /** How the next act names the basket at hand, or the one that it begins. */
  public BasketRef refOrNew() {
    return open.refOrNew();
  }

  /** Begins a basket that the server has not heard of, under an id that is known already. */
  public void begin(String basketId) {
    open.begin(basketId);
  }

  /** Takes up the basket that is open at this terminal already, as after a loss of power. */
  public Basket find(String basketId) {
    return open.find(basketId);
  }

  /** Lets the basket at hand go, as when another lane has it; the server is not asked. */
  public void putDown() {
    open.putDown();
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
    return answer;
  }

  /**
   * Changes the PIN of the operator who has signed on.
   *
   * @throws ServerRefusal SIGN_ON_FAILED, SIGN_ON_BUSY, PIN_INVALID, PIN_TRIVIAL, PIN_SAME
   */
  public void changePin(String pin, String newPin) {
    ChangePinRequest request =
        ChangePinRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setOldPin(pin)
            .setNewPin(newPin)
            .build();
    connection.command(() -> sessions.changePin(request));
  }

  public void signOff() {
    SignOffRequest request =
        SignOffRequest.newBuilder().setRequestId(StoreConnection.newRequestId()).build();
    connection.command(() -> sessions.signOff(request));
    connection.session("");
    open.putDown();
  }

  /**
   * @param floatMinor cash laid into the drawer
   */
  public OpenShiftResponse openShift(long floatMinor) {
    return openShift(floatMinor, Takeover.TAKEOVER_UNSPECIFIED);
  }

  /** As above, with cash that was handed over. */
  public OpenShiftResponse openShift(long floatMinor, Takeover takeover) {
    return till.openShift(floatMinor, takeover);
  }

  /**
   * Adds one scanned or typed item.
   *
   * @param quantityMilli thousandths of the unit that the code names; 0 = one
   * @return the line as it stands
   */
  public BasketLine scan(String code, long quantityMilli) {
    return scan(code, quantityMilli, "");
  }

  /** As {@link #scan}, with a supervisor's approval. */
  public BasketLine scan(String code, long quantityMilli, String approvalId) {
    return added(
        AddLineRequest.newBuilder()
            .setCode(code)
            .setQuantityMilli(quantityMilli)
            .setApprovalId(approvalId));
  }

  /**
   * Adds one item that has no price of its own at an entered price.
   *
   * @param priceMinor per unit
   */
  public BasketLine scanAt(String code, long quantityMilli, long priceMinor, String approvalId) {
    return added(
        AddLineRequest.newBuilder()
            .setCode(code)
            .setQuantityMilli(quantityMilli)
            .setEnteredPriceMinor(priceMinor)
            .setApprovalId(approvalId));
  }

  private BasketLine added(AddLineRequest.Builder line) {
    return add(
        line.setRequestId(StoreConnection.newRequestId()).setBasket(open.refOrNew()).build());
  }

  /** Adds a line as a request says, also one that this lane has sent before. */
  public BasketLine add(AddLineRequest request) {
    AddLineResponse answer = connection.command(() -> baskets.addLine(request));
    open.take(answer.getBasket());
    return open.line(answer.getLineId());
  }

  /** Sells an amount of a department without an item. */
  public BasketLine sellDepartment(
      String department, long priceMinor, long quantityMilli, String approvalId) {
    AddDepartmentLineRequest request =
        AddDepartmentLineRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(open.refOrNew())
            .setDepartment(department)
            .setPriceMinor(priceMinor)
            .setQuantityMilli(quantityMilli)
            .setApprovalId(approvalId)
            .build();
    AddDepartmentLineResponse answer = connection.command(() -> baskets.addDepartmentLine(request));
    open.take(answer.getBasket());
    return open.line(answer.getLineId());
  }

  public void changeQuantity(int lineId, long quantityMilli) {
    changeQuantity(lineId, quantityMilli, "");
  }

  /** As {@link #changeQuantity(int, long)}, with a supervisor's approval. */
  public void changeQuantity(int lineId, long quantityMilli, String approvalId) {
    changeQuantity(
        ChangeQuantityRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(open.ref())
            .setLineId(lineId)
            .setQuantityMilli(quantityMilli)
            .setApprovalId(approvalId)
            .build());
  }

  /** Sets a quantity as a request says, also one that this lane has sent before. */
  public void changeQuantity(ChangeQuantityRequest request) {
    open.take(connection.command(() -> baskets.changeQuantity(request)).getBasket());
  }

  public void voidLine(int lineId, String reason) {
    voidLine(lineId, reason, "");
  }

  /** As {@link #voidLine(int, String)}, with a supervisor's approval. */
  public void voidLine(int lineId, String reason, String approvalId) {
    voidLine(
        VoidLineRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(open.ref())
            .setLineId(lineId)
            .setReason(reason)
            .setApprovalId(approvalId)
            .build());
  }

  /** Takes a line back as a request says, also one that this lane has sent before. */
  public void voidLine(VoidLineRequest request) {
    open.take(connection.command(() -> baskets.voidLine(request)).getBasket());
  }

  /** Gives the basket at hand up. */
  public void voidBasket(String reason, String approvalId) {
    voidBasket(voiding(reason, approvalId));
  }

  /** The request that gives the basket at hand up. */
  public VoidBasketRequest voiding(String reason, String approvalId) {
    return VoidBasketRequest.newBuilder()
        .setRequestId(StoreConnection.newRequestId())
        .setBasket(open.ref())
        .setReason(reason)
        .setApprovalId(approvalId)
        .build();
  }

  /** Gives a basket up as a request says, also one that this lane has sent before. */
  public void voidBasket(VoidBasketRequest request) {
    Basket unused = connection.command(() -> baskets.voidBasket(request)).getBasket();
    open.putDown();
  }

  /** A supervisor's word for one act on the basket at hand, given at this lane. */
  public ApproveResponse approve(
      String supervisorNumber, String pin, String permission, String subjectId, String reason) {
    ApproveRequest request =
        ApproveRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setSupervisorNumber(supervisorNumber)
            .setPin(pin)
            .setPermission(permission)
            .setSubjectId(subjectId)
            .setReason(reason)
            .build();
    return connection.ask(() -> approvals.approve(request));
  }

  /**
   * Why a line of the basket at hand costs what it does.
   *
   * @throws ServerRefusal LINE_UNKNOWN, BASKET_UNKNOWN
   */
  public ExplainLineResponse explain(int lineId) {
    var request =
        ExplainLineRequest.newBuilder()
            .setBasketId(open.now().getBasketId())
            .setLineId(lineId)
            .build();
    return connection.ask(() -> baskets.explainLine(request));
  }

  /** The kinds of tender that the store takes. */
  public List<TenderKind> tenderKinds() {
    return connection
        .ask(() -> sales.listTenderKinds(ListTenderKindsRequest.getDefaultInstance()))
        .getTenderKindsList();
  }

  /** Tells that the basket at hand is being paid, or not any more. */
  public TellPaymentResponse tellPayment(boolean atPayment) {
    TellPaymentRequest request =
        TellPaymentRequest.newBuilder()
            .setBasketId(open.now().getBasketId())
            .setAtPayment(atPayment)
            .build();
    return connection.ask(() -> sales.tellPayment(request));
  }

  /** Pays the basket at hand; the next scan begins another. */
  public PayResponse pay(List<Tender> tenders) {
    return pay(payment(tenders));
  }

  /** The request that pays the basket at hand, to be kept before it goes out. */
  public PayRequest payment(List<Tender> tenders) {
    return PayRequest.newBuilder()
        .setRequestId(StoreConnection.newRequestId())
        .setBasket(open.ref())
        .setTotalMinor(open.now().getTotals().getTotalMinor())
        .addAllTenders(tenders)
        .build();
  }

  /** Pays as a request says, also one that this lane has sent before. */
  public PayResponse pay(PayRequest request) {
    PayResponse answer = connection.command(() -> sales.pay(request));
    open.putDown();
    return answer;
  }

  /** Pays in cash. */
  public PayResponse payCash(long amountMinor) {
    return pay(cash(amountMinor));
  }

  /** What was received in cash, as the only tender. */
  public static List<Tender> cash(long amountMinor) {
    return List.of(Tender.newBuilder().setKind(CASH).setAmountMinor(amountMinor).build());
  }

  /**
   * Counts the drawer and closes the shift.
   *
   * @param counted every note and coin in the drawer
   * @param own what this lane's journal proves; empty where it cannot be read, and the Z is not
   *     complete
   * @return the Z
   */
  public ShiftReport closeShift(List<Denomination> counted, Optional<LaneJournal.Proof> own) {
    return closeShift(counted, "", Optional.empty(), own);
  }

  /** As above, with an explanation of a difference, and cash that does not go to the safe. */
  public ShiftReport closeShift(
      List<Denomination> counted,
      String explanation,
      Optional<Handover> handover,
      Optional<LaneJournal.Proof> own) {
    return till.closeShift(counted, explanation, handover, own);
  }
}
