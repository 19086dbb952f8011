package id.lajur.pos.lane;

import id.lajur.catalog.v1.CatalogServiceGrpc;
import id.lajur.catalog.v1.CheckPriceRequest;
import id.lajur.catalog.v1.Department;
import id.lajur.catalog.v1.ItemOffer;
import id.lajur.catalog.v1.ListDepartmentsRequest;
import id.lajur.catalog.v1.ListPriceLevelsRequest;
import id.lajur.catalog.v1.PriceLevel;
import id.lajur.catalog.v1.PriceLevelServiceGrpc;
import id.lajur.catalog.v1.SearchItemsRequest;
import id.lajur.customer.v1.FindMembersRequest;
import id.lajur.customer.v1.FindMembersResponse;
import id.lajur.customer.v1.MemberServiceGrpc;
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
import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.AddReturnLineResponse;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.ChangeQuantityRequest;
import id.lajur.sale.v1.DiscountBasketRequest;
import id.lajur.sale.v1.DiscountLineRequest;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.ExplainLineRequest;
import id.lajur.sale.v1.ExplainLineResponse;
import id.lajur.sale.v1.GetBasketRequest;
import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.ListBasketsRequest;
import id.lajur.sale.v1.ListTenderKindsRequest;
import id.lajur.sale.v1.OverridePriceRequest;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.ResumeBasketRequest;
import id.lajur.sale.v1.SaleServiceGrpc;
import id.lajur.sale.v1.SetMemberRequest;
import id.lajur.sale.v1.SetPriceLevelRequest;
import id.lajur.sale.v1.SuspendBasketRequest;
import id.lajur.sale.v1.TakeOverBasketRequest;
import id.lajur.sale.v1.TellPaymentRequest;
import id.lajur.sale.v1.TellPaymentResponse;
import id.lajur.sale.v1.Tender;
import id.lajur.sale.v1.TenderKind;
import id.lajur.sale.v1.VoidBasketRequest;
import id.lajur.sale.v1.VoidLineRequest;
import id.lajur.sale.v1.WaitingBasket;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.Handover;
import id.lajur.till.v1.OpenShiftResponse;
import id.lajur.till.v1.ShiftReport;
import id.lajur.till.v1.Takeover;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One lane: a terminal, an operator, a shift and the basket at hand. Calls wait for the server and
 * are made one after another; a screen gives them a thread of their own.
 *
 * <p>The basket it shows is put together from what each answer says has changed. Where an answer
 * does not fit what the lane has, it asks for the whole.
 */
public final class Lane {
  /** Level of the contract that this program speaks. */
  public static final int CONTRACT_LEVEL = 2;

  /** Code of the tender that every store takes. */
  public static final String CASH = "CASH";

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
  private final Till till;
  private final ApprovalServiceGrpc.ApprovalServiceBlockingStub approvals;
  private final CatalogServiceGrpc.CatalogServiceBlockingStub catalog;
  private final PriceLevelServiceGrpc.PriceLevelServiceBlockingStub levels;
  private final MemberServiceGrpc.MemberServiceBlockingStub members;

  private Step step = Step.SIGNED_OFF;
  private Basket basket = Basket.getDefaultInstance();

  public Lane(StoreConnection connection) {
    this.connection = connection;
    this.sessions = SessionServiceGrpc.newBlockingStub(connection.channel());
    this.baskets = BasketServiceGrpc.newBlockingStub(connection.channel());
    this.sales = SaleServiceGrpc.newBlockingStub(connection.channel());
    this.till = new Till(connection);
    this.approvals = ApprovalServiceGrpc.newBlockingStub(connection.channel());
    this.catalog = CatalogServiceGrpc.newBlockingStub(connection.channel());
    this.levels = PriceLevelServiceGrpc.newBlockingStub(connection.channel());
    this.members = MemberServiceGrpc.newBlockingStub(connection.channel());
  }

  /** The drawer of this lane. */
  public Till till() {
    return till;
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
    step = Step.SIGNED_OFF;
    basket = Basket.getDefaultInstance();
  }

  /**
   * @param floatMinor cash laid into the drawer
   */
  public OpenShiftResponse openShift(long floatMinor) {
    return openShift(floatMinor, Takeover.TAKEOVER_UNSPECIFIED);
  }

  /** As above, with cash that was handed over. */
  public OpenShiftResponse openShift(long floatMinor, Takeover takeover) {
    OpenShiftResponse answer = till.openShift(floatMinor, takeover);
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
    return scan(code, quantityMilli, "");
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
   * Id of the basket that the next act is on; a new one before the first line, so that an approval
   * can name it.
   */
  public String basketId() {
    if (basket.getBasketId().isEmpty()) {
      basket = Basket.newBuilder().setBasketId(StoreConnection.newRequestId()).build();
    }
    return basket.getBasketId();
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

  /** As {@link #scan}, with a supervisor's approval. */
  public BasketLine scan(String code, long quantityMilli, String approvalId) {
    return added(
        AddLineRequest.newBuilder()
            .setCode(code)
            .setQuantityMilli(quantityMilli)
            .setApprovalId(approvalId));
  }

  private BasketLine added(AddLineRequest.Builder line) {
    return add(line.setRequestId(StoreConnection.newRequestId()).setBasket(refOrNew()).build());
  }

  /** Adds a line as a request says, also one that this lane has sent before. */
  public BasketLine add(AddLineRequest request) {
    AddLineResponse answer = connection.command(() -> baskets.addLine(request));
    take(answer.getBasket());
    return line(answer.getLineId());
  }

  /** Sells an amount of a department without an item. */
  public BasketLine sellDepartment(
      String department, long priceMinor, long quantityMilli, String approvalId) {
    AddDepartmentLineRequest request =
        AddDepartmentLineRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(refOrNew())
            .setDepartment(department)
            .setPriceMinor(priceMinor)
            .setQuantityMilli(quantityMilli)
            .setApprovalId(approvalId)
            .build();
    AddDepartmentLineResponse answer = connection.command(() -> baskets.addDepartmentLine(request));
    take(answer.getBasket());
    return line(answer.getLineId());
  }

  /**
   * Takes goods back, or gives a deposit or credit.
   *
   * @param quantityMilli > 0; the line carries it negative
   * @param kind RETURN or CREDIT
   * @param priceMinor per unit; negative = the price now
   */
  public BasketLine takeBack(
      String code,
      long quantityMilli,
      LineKind kind,
      long priceMinor,
      String reason,
      String approvalId) {
    AddReturnLineRequest.Builder request =
        AddReturnLineRequest.newBuilder()
            .setCode(code)
            .setQuantityMilli(quantityMilli)
            .setKind(kind)
            .setReason(reason)
            .setApprovalId(approvalId);
    if (priceMinor >= 0) {
      request.setPriceMinor(priceMinor);
    }
    return takeBack(request);
  }

  /**
   * Takes goods back with their receipt, whose number is the reason.
   *
   * @param sold the receipt's line
   * @param quantityMilli of what has not come back yet
   * @param priceMinor what is given back for one
   */
  public BasketLine takeBack(
      SoldLine sold, long quantityMilli, long priceMinor, String number, String approvalId) {
    return takeBack(
        AddReturnLineRequest.newBuilder()
            .setCode(sold.code())
            .setQuantityMilli(quantityMilli)
            .setKind(LineKind.LINE_KIND_RETURN)
            .setPriceMinor(priceMinor)
            .setReason(number)
            .setApprovalId(approvalId)
            .setSaleId(sold.saleId())
            .setSaleLine(sold.lineNo()));
  }

  private BasketLine takeBack(AddReturnLineRequest.Builder asked) {
    AddReturnLineRequest made =
        asked.setRequestId(StoreConnection.newRequestId()).setBasket(refOrNew()).build();
    AddReturnLineResponse answer = connection.command(() -> baskets.addReturnLine(made));
    take(answer.getBasket());
    return line(answer.getLineId());
  }

  /** Sells a line at another price per unit. */
  public void overridePrice(int lineId, long priceMinor, String reason, String approvalId) {
    OverridePriceRequest request =
        OverridePriceRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(ref())
            .setLineId(lineId)
            .setPriceMinor(priceMinor)
            .setReason(reason)
            .setApprovalId(approvalId)
            .build();
    take(connection.command(() -> baskets.overridePrice(request)).getBasket());
  }

  /** Gives a discount on one line: an amount, or a part in millionths. */
  public void discountLine(
      int lineId, long amountMinor, int percentMicro, String reason, String approvalId) {
    DiscountLineRequest.Builder request =
        DiscountLineRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(ref())
            .setLineId(lineId)
            .setReason(reason)
            .setApprovalId(approvalId);
    if (percentMicro != 0) {
      request.setPercentMicro(percentMicro);
    } else {
      request.setAmountMinor(amountMinor);
    }
    DiscountLineRequest made = request.build();
    take(connection.command(() -> baskets.discountLine(made)).getBasket());
  }

  /** Gives a discount or takes a coupon on the whole basket: an amount, or a part in millionths. */
  public void discountBasket(
      DiscountSource source, long amountMinor, int percentMicro, String reason, String approvalId) {
    DiscountBasketRequest.Builder request =
        DiscountBasketRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(ref())
            .setSource(source)
            .setReason(reason)
            .setApprovalId(approvalId);
    if (percentMicro != 0) {
      request.setPercentMicro(percentMicro);
    } else {
      request.setAmountMinor(amountMinor);
    }
    DiscountBasketRequest made = request.build();
    take(connection.command(() -> baskets.discountBasket(made)).getBasket());
  }

  /** Whom a card, a number, the end of a phone or a part of a name may mean. */
  public FindMembersResponse findMembers(String text) {
    FindMembersRequest request = FindMembersRequest.newBuilder().setText(text).build();
    return connection.ask(() -> members.findMembers(request));
  }

  /**
   * Puts a member on the basket at hand, a new one if there is none.
   *
   * @param number empty = takes him off
   */
  public void setMember(String number, String approvalId) {
    SetMemberRequest request =
        SetMemberRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(refOrNew())
            .setMemberNumber(number)
            .setApprovalId(approvalId)
            .build();
    take(connection.command(() -> baskets.setMember(request)).getBasket());
  }

  /** The price levels of the store, retail first. */
  public List<PriceLevel> priceLevels() {
    return connection
        .ask(() -> levels.listPriceLevels(ListPriceLevelsRequest.getDefaultInstance()))
        .getPriceLevelsList();
  }

  /**
   * Chooses a price level for the basket at hand, a new one if there is none.
   *
   * @param code empty = that of the member again
   */
  public void setPriceLevel(String code, String approvalId) {
    SetPriceLevelRequest request =
        SetPriceLevelRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(refOrNew())
            .setPriceLevel(code)
            .setApprovalId(approvalId)
            .build();
    take(connection.command(() -> baskets.setPriceLevel(request)).getBasket());
  }

  /** Gives the basket at hand up. */
  public void voidBasket(String reason, String approvalId) {
    voidBasket(voiding(reason, approvalId));
  }

  /** The request that gives the basket at hand up. */
  public VoidBasketRequest voiding(String reason, String approvalId) {
    return VoidBasketRequest.newBuilder()
        .setRequestId(StoreConnection.newRequestId())
        .setBasket(ref())
        .setReason(reason)
        .setApprovalId(approvalId)
        .build();
  }

  /** Gives a basket up as a request says, also one that this lane has sent before. */
  public void voidBasket(VoidBasketRequest request) {
    Basket unused = connection.command(() -> baskets.voidBasket(request)).getBasket();
    putDown();
  }

  /**
   * Puts the basket at hand aside, for any lane.
   *
   * @return the number to tell the customer
   */
  public int suspend() {
    return suspend(suspension());
  }

  /** The request that puts the basket at hand aside. */
  public SuspendBasketRequest suspension() {
    return SuspendBasketRequest.newBuilder()
        .setRequestId(StoreConnection.newRequestId())
        .setBasket(ref())
        .build();
  }

  /** Puts a basket aside as a request says, also one that this lane has sent before. */
  public int suspend(SuspendBasketRequest request) {
    int number =
        connection.command(() -> baskets.suspendBasket(request)).getBasket().getSuspendNumber();
    putDown();
    return number;
  }

  /** Takes a suspended basket to this lane. */
  public Basket resume(String basketId) {
    return resume(resumption(basketId));
  }

  /** The request that takes a suspended basket to this lane. */
  public static ResumeBasketRequest resumption(String basketId) {
    return ResumeBasketRequest.newBuilder()
        .setRequestId(StoreConnection.newRequestId())
        .setBasketId(basketId)
        .build();
  }

  /** Takes a basket as a request says, also one that this lane has sent before. */
  public Basket resume(ResumeBasketRequest request) {
    basket = Basket.getDefaultInstance();
    take(connection.command(() -> baskets.resumeBasket(request)).getBasket());
    return basket;
  }

  /** Takes a basket that is open on another lane. */
  public Basket takeOver(String basketId, String approvalId) {
    TakeOverBasketRequest request =
        TakeOverBasketRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasketId(basketId)
            .setApprovalId(approvalId)
            .build();
    basket = Basket.getDefaultInstance();
    take(connection.command(() -> baskets.takeOverBasket(request)).getBasket());
    return basket;
  }

  /** Takes up the basket that is open at this terminal already, as after a loss of power. */
  public Basket find(String basketId) {
    basket = Basket.getDefaultInstance();
    take(whole(basketId));
    return basket;
  }

  /** As {@link #waitingBaskets()}, and what is open at other terminals. */
  public List<WaitingBasket> basketsEverywhere() {
    ListBasketsRequest request = ListBasketsRequest.newBuilder().setElsewhere(true).build();
    return connection.ask(() -> baskets.listBaskets(request)).getBasketsList();
  }

  /** The baskets that wait: suspended in the store, and what is open at this terminal. */
  public List<WaitingBasket> waitingBaskets() {
    return connection
        .ask(() -> baskets.listBaskets(ListBasketsRequest.getDefaultInstance()))
        .getBasketsList();
  }

  /**
   * Why a line of the basket at hand costs what it does.
   *
   * @throws ServerRefusal LINE_UNKNOWN, BASKET_UNKNOWN
   */
  public ExplainLineResponse explain(int lineId) {
    var request =
        ExplainLineRequest.newBuilder().setBasketId(basket.getBasketId()).setLineId(lineId).build();
    return connection.ask(() -> baskets.explainLine(request));
  }

  /** Lets the basket at hand go, as when another lane has it; the server is not asked. */
  public void putDown() {
    basket = Basket.getDefaultInstance();
    step = Step.READY;
  }

  /** The departments of the store. */
  public List<Department> departments() {
    return connection
        .ask(() -> catalog.listDepartments(ListDepartmentsRequest.getDefaultInstance()))
        .getDepartmentsList();
  }

  /** Reads one item by a code, sells nothing. */
  public ItemOffer checkPrice(String code) {
    CheckPriceRequest request = CheckPriceRequest.newBuilder().setCode(code).build();
    return connection.ask(() -> catalog.checkPrice(request)).getOffer();
  }

  /** Finds items by parts of their name or the beginning of a code, best sellers first. */
  public List<ItemOffer> search(String query) {
    SearchItemsRequest request = SearchItemsRequest.newBuilder().setQuery(query).build();
    return connection.ask(() -> catalog.searchItems(request)).getOffersList();
  }

  /** The kinds of tender that the store takes. */
  public List<TenderKind> tenderKinds() {
    return connection
        .ask(() -> sales.listTenderKinds(ListTenderKindsRequest.getDefaultInstance()))
        .getTenderKindsList();
  }

  public void changeQuantity(int lineId, long quantityMilli) {
    changeQuantity(lineId, quantityMilli, "");
  }

  /** As {@link #changeQuantity(int, long)}, with a supervisor's approval. */
  public void changeQuantity(int lineId, long quantityMilli, String approvalId) {
    changeQuantity(
        ChangeQuantityRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(ref())
            .setLineId(lineId)
            .setQuantityMilli(quantityMilli)
            .setApprovalId(approvalId)
            .build());
  }

  /** Sets a quantity as a request says, also one that this lane has sent before. */
  public void changeQuantity(ChangeQuantityRequest request) {
    take(connection.command(() -> baskets.changeQuantity(request)).getBasket());
  }

  public void voidLine(int lineId, String reason) {
    voidLine(lineId, reason, "");
  }

  /** As {@link #voidLine(int, String)}, with a supervisor's approval. */
  public void voidLine(int lineId, String reason, String approvalId) {
    voidLine(
        VoidLineRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(ref())
            .setLineId(lineId)
            .setReason(reason)
            .setApprovalId(approvalId)
            .build());
  }

  /** Takes a line back as a request says, also one that this lane has sent before. */
  public void voidLine(VoidLineRequest request) {
    take(connection.command(() -> baskets.voidLine(request)).getBasket());
  }

  /** Tells that the basket at hand is being paid, or not any more. */
  public TellPaymentResponse tellPayment(boolean atPayment) {
    TellPaymentRequest request =
        TellPaymentRequest.newBuilder()
            .setBasketId(basket.getBasketId())
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
        .setBasket(ref())
        .setTotalMinor(basket.getTotals().getTotalMinor())
        .addAllTenders(tenders)
        .build();
  }

  /** Pays as a request says, also one that this lane has sent before. */
  public PayResponse pay(PayRequest request) {
    PayResponse answer = connection.command(() -> sales.pay(request));
    basket = Basket.getDefaultInstance();
    step = Step.READY;
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

  /** A receipt as it was frozen. */
  public Receipt receipt(String saleId) {
    GetReceiptRequest request = GetReceiptRequest.newBuilder().setSaleId(saleId).build();
    return connection.ask(() -> sales.getReceipt(request)).getReceipt();
  }

  /**
   * A receipt of the store by its printed number.
   *
   * @throws ServerRefusal SALE_UNKNOWN
   */
  public Receipt receiptNumbered(String number) {
    GetReceiptRequest request = GetReceiptRequest.newBuilder().setNumber(number).build();
    return connection.ask(() -> sales.getReceipt(request)).getReceipt();
  }

  /** As above, to be printed once more; the journal notes it. */
  public Receipt receiptCopyNumbered(String number) {
    GetReceiptRequest request =
        GetReceiptRequest.newBuilder()
            .setNumber(number)
            .setCopy(true)
            .setRequestId(StoreConnection.newRequestId())
            .build();
    return connection.command(() -> sales.getReceipt(request)).getReceipt();
  }

  /**
   * A receipt to be printed once more; the journal notes it.
   *
   * @param saleId empty = the last sale of this terminal
   */
  public Receipt receiptCopy(String saleId) {
    GetReceiptRequest.Builder request =
        GetReceiptRequest.newBuilder().setCopy(true).setRequestId(StoreConnection.newRequestId());
    GetReceiptRequest made =
        (saleId.isEmpty() ? request.setLast(true) : request.setSaleId(saleId)).build();
    return connection.command(() -> sales.getReceipt(made)).getReceipt();
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
    ShiftReport z = till.closeShift(counted, explanation, handover, own);
    step = Step.NO_SHIFT;
    return z;
  }

  /** Begins a basket that the server has not heard of, under an id that is known already. */
  public void begin(String basketId) {
    basket = Basket.newBuilder().setBasketId(basketId).build();
  }

  /** How the next act names the basket at hand, or the one that it begins. */
  public BasketRef refOrNew() {
    String id = basketId();
    return basket.getVersion() == 0
        ? BasketRef.newBuilder().setBasketId(id).setGeneration(1).build()
        : ref();
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
