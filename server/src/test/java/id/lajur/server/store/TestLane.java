package id.lajur.server.store;

import com.google.rpc.ErrorInfo;
import id.lajur.catalog.v1.CatalogServiceGrpc;
import id.lajur.people.v1.ApprovalServiceGrpc;
import id.lajur.people.v1.ApproveRequest;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.people.v1.SignOnRequest;
import id.lajur.people.v1.SignOnResponse;
import id.lajur.purchasing.v1.GoodsReceiptServiceGrpc;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.purchasing.v1.PostGoodsReceiptResponse;
import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.AddLineResponse;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.BasketState;
import id.lajur.sale.v1.EmergencyServiceGrpc;
import id.lajur.sale.v1.GetBasketRequest;
import id.lajur.sale.v1.ListBasketsRequest;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.SaleServiceGrpc;
import id.lajur.sale.v1.Tender;
import id.lajur.sale.v1.VoidBasketRequest;
import id.lajur.sale.v1.VoidLineRequest;
import id.lajur.server.database.Ids;
import id.lajur.server.security.Authority;
import id.lajur.server.wire.CallContext;
import id.lajur.till.v1.OpenShiftRequest;
import id.lajur.till.v1.TillServiceGrpc;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A lane that speaks the contract by hand, so that tests can bend what it says. */
public final class TestLane implements AutoCloseable {
  private static final int USUAL_WINDOW = NettyChannelBuilder.DEFAULT_FLOW_CONTROL_WINDOW;

  private final ManagedChannel channel;
  private String operator;
  private String session = "";
  private Basket basket = Basket.getDefaultInstance();

  /**
   * @param bending see each call, and may change what it says
   */
  public TestLane(
      int port,
      String authorityPem,
      Authority.@Nullable Identity identity,
      String operator,
      ClientInterceptor... bending) {
    this(port, authorityPem, identity, operator, USUAL_WINDOW, bending);
  }

  /**
   * @param window bytes that are sent to it before it has read them
   */
  TestLane(
      int port,
      String authorityPem,
      Authority.@Nullable Identity identity,
      String operator,
      int window,
      ClientInterceptor... bending) {
    this.operator = operator;
    try {
      var tls =
          GrpcSslContexts.forClient().trustManager(new ByteArrayInputStream(ascii(authorityPem)));
      if (identity != null) {
        tls.keyManager(
            new ByteArrayInputStream(ascii(identity.certificatePem())),
            new ByteArrayInputStream(ascii(identity.keyPem())));
      }
      this.channel =
          NettyChannelBuilder.forAddress("127.0.0.1", port)
              .overrideAuthority(Authority.SERVER_NAME)
              .sslContext(tls.build())
              .flowControlWindow(window)
              .intercept(bending)
              .build();
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A machine that knows the server's address and nothing else. */
  public static TestLane stranger(StoreFixture store, Authority.@Nullable Identity identity) {
    return new TestLane(
        store.server().port(), store.server().authority().certificatePem(), identity, "1");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public ManagedChannel channel() {
    return channel;
  }

  public String operator() {
    return operator;
  }

  public Metadata headers() {
    Metadata headers = new Metadata();
    headers.put(CallContext.SESSION, session);
    return headers;
  }

  public BasketServiceGrpc.BasketServiceBlockingStub baskets() {
    return BasketServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()));
  }

  public CatalogServiceGrpc.CatalogServiceBlockingStub catalog() {
    return CatalogServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()));
  }

  public SaleServiceGrpc.SaleServiceBlockingStub sales() {
    return SaleServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()));
  }

  /** Without a session: emergency selling asks for the machine alone. */
  public EmergencyServiceGrpc.EmergencyServiceBlockingV2Stub shelf() {
    return EmergencyServiceGrpc.newBlockingV2Stub(channel);
  }

  public EmergencyServiceGrpc.EmergencyServiceBlockingStub emergency() {
    return EmergencyServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()));
  }

  public TillServiceGrpc.TillServiceBlockingStub till() {
    return TillServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()));
  }

  public PostGoodsReceiptResponse receive(PostGoodsReceiptRequest delivery) {
    return GoodsReceiptServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()))
        .postGoodsReceipt(delivery);
  }

  public SessionServiceGrpc.SessionServiceBlockingStub sessions() {
    return SessionServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()));
  }

  public static String newId() {
    return Ids.next().toString();
  }

  public void signOn() {
    signOn(StoreFixture.PIN);
  }

  public void signOn(String pin) {
    SignOnResponse unused = tryPin(pin);
  }

  /** The next to sign on here is somebody else. */
  public TestLane as(String number) {
    operator = number;
    return this;
  }

  public SignOnResponse tryPin(String pin) {
    SignOnResponse answer =
        SessionServiceGrpc.newBlockingStub(channel)
            .signOn(
                SignOnRequest.newBuilder()
                    .setRequestId(newId())
                    .setOperatorNumber(operator)
                    .setPin(pin)
                    .build());
    session = answer.getSessionId();
    return answer;
  }

  /** Names another lane's session as one's own. */
  public void borrowSession(TestLane other) {
    session = other.session;
  }

  /** Code of this terminal. */
  public String terminal() {
    return sessions()
        .getTerminal(GetTerminalRequest.newBuilder().setContractLevel(2).build())
        .getTerminal()
        .getCode();
  }

  public void openShift(long floatMinor) {
    till()
        .openShift(
            OpenShiftRequest.newBuilder().setRequestId(newId()).setFloatMinor(floatMinor).build());
  }

  /** A supervisor's word for one act of this lane's operator. */
  public String approve(TestLane supervisor, String permission, String subjectId) {
    return approve(supervisor, permission, subjectId, null);
  }

  /**
   * @param mostMinor what the act may come to, null = as far as the supervisor goes
   */
  public String approve(
      TestLane supervisor, String permission, String subjectId, @Nullable Long mostMinor) {
    ApproveRequest.Builder request =
        ApproveRequest.newBuilder()
            .setRequestId(newId())
            .setSupervisorNumber(supervisor.operator())
            .setPin(StoreFixture.PIN)
            .setPermission(permission)
            .setSubjectId(subjectId);
    if (mostMinor != null) {
      request.setMostMinor(mostMinor);
    }
    return approvals().approve(request.build()).getApprovalId();
  }

  public ApprovalServiceGrpc.ApprovalServiceBlockingStub approvals() {
    return ApprovalServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()));
  }

  /** The request of one scan into the lane's basket, a new one if there is none. */
  public AddLineRequest scanRequest(String code, long quantityMilli) {
    return AddLineRequest.newBuilder()
        .setRequestId(newId())
        .setBasket(refOrNew())
        .setCode(code)
        .setQuantityMilli(quantityMilli)
        .build();
  }

  public AddLineResponse scan(AddLineRequest request) {
    AddLineResponse response = baskets().addLine(request);
    basket = response.getBasket();
    return response;
  }

  public AddLineResponse scan(String code) {
    return scan(scanRequest(code, 0));
  }

  public Basket voidLine(int lineId) {
    basket =
        baskets()
            .voidLine(
                VoidLineRequest.newBuilder()
                    .setRequestId(newId())
                    .setBasket(ref())
                    .setLineId(lineId)
                    .setReason("salah pindai")
                    .build())
            .getBasket();
    return basket;
  }

  public BasketRef ref() {
    return BasketRef.newBuilder()
        .setBasketId(basket.getBasketId())
        .setGeneration(basket.getGeneration())
        .setVersion(basket.getVersion())
        .build();
  }

  /** Takes what another act made of the basket for the lane's own. */
  public void adopt(Basket other) {
    basket = other;
  }

  /** Reads the basket whole, as it stands on the server. */
  public Basket reread() {
    basket =
        baskets()
            .getBasket(GetBasketRequest.newBuilder().setBasketId(basket.getBasketId()).build())
            .getBasket();
    return basket;
  }

  /** The lane's basket, a new one if there is none. */
  public BasketRef refOrNew() {
    if (basket.getBasketId().isEmpty()) {
      basket = Basket.newBuilder().setBasketId(newId()).setGeneration(1).build();
    }
    return ref();
  }

  public String operatorNumber() {
    return operator;
  }

  public Basket basket() {
    return basket;
  }

  public PayRequest cashRequest(long amountMinor) {
    return PayRequest.newBuilder()
        .setRequestId(newId())
        .setBasket(ref())
        .setTotalMinor(basket.getTotals().getTotalMinor())
        .addTenders(Tender.newBuilder().setKind("CASH").setAmountMinor(amountMinor))
        .build();
  }

  public PayResponse pay(PayRequest request) {
    PayResponse response = sales().pay(request);
    basket = Basket.getDefaultInstance();
    return response;
  }

  /** "answered", or the stable reason of the refusal. */
  public static String outcome(Supplier<?> call) {
    try {
      Object unused = call.get();
      return "answered";
    } catch (StatusRuntimeException refusal) {
      return reason(refusal);
    }
  }

  /** Gives up whatever is open at this terminal; the next scan opens a new basket. */
  public void voidOpenBaskets() {
    for (var waiting :
        baskets().listBaskets(ListBasketsRequest.getDefaultInstance()).getBasketsList()) {
      if (waiting.getState() == BasketState.BASKET_STATE_OPEN) {
        var unused =
            baskets()
                .voidBasket(
                    VoidBasketRequest.newBuilder()
                        .setRequestId(newId())
                        .setBasket(
                            BasketRef.newBuilder()
                                .setBasketId(waiting.getBasketId())
                                .setGeneration(1))
                        .setReason("uji")
                        .build());
      }
    }
    basket = Basket.getDefaultInstance();
  }

  /** The stable reason of a refusal. */
  public static String reason(StatusRuntimeException refusal) {
    return info(refusal).map(ErrorInfo::getReason).orElse("no reason: " + refusal);
  }

  /** What a refusal tells beside its reason. */
  public static Map<String, String> facts(StatusRuntimeException refusal) {
    return info(refusal).map(ErrorInfo::getMetadataMap).orElse(Map.of());
  }

  private static Optional<ErrorInfo> info(StatusRuntimeException refusal) {
    var status = StatusProto.fromThrowable(refusal);
    if (status == null || status.getDetailsCount() == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(status.getDetails(0).unpack(ErrorInfo.class));
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
