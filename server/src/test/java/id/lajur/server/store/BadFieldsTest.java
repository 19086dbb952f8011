package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import id.lajur.audit.v1.AuditServiceGrpc;
import id.lajur.catalog.v1.CatalogServiceGrpc;
import id.lajur.catalog.v1.GetItemRequest;
import id.lajur.catalog.v1.GetItemResponse;
import id.lajur.catalog.v1.GetQuickKeysRequest;
import id.lajur.catalog.v1.ItemServiceGrpc;
import id.lajur.catalog.v1.KeepQuickPictureRequest;
import id.lajur.catalog.v1.QuickKeyServiceGrpc;
import id.lajur.catalog.v1.UploadCatalogPartRequest;
import id.lajur.journal.v1.JournalServiceGrpc;
import id.lajur.live.v1.LiveServiceGrpc;
import id.lajur.people.v1.ApprovalServiceGrpc;
import id.lajur.people.v1.CreateOperatorRequest;
import id.lajur.people.v1.CreateRoleRequest;
import id.lajur.people.v1.CreateTerminalRequest;
import id.lajur.people.v1.PeopleServiceGrpc;
import id.lajur.people.v1.RoleLimit;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.people.v1.SettingServiceGrpc;
import id.lajur.people.v1.TerminalKind;
import id.lajur.people.v1.TerminalServiceGrpc;
import id.lajur.purchasing.v1.GoodsReceiptServiceGrpc;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.SaleServiceGrpc;
import id.lajur.server.refusal.Reason;
import id.lajur.stock.v1.AddFigureRequest;
import id.lajur.stock.v1.AdjustStockRequest;
import id.lajur.stock.v1.AdjustmentLine;
import id.lajur.stock.v1.AdjustmentReason;
import id.lajur.stock.v1.CountServiceGrpc;
import id.lajur.stock.v1.OpenCountRequest;
import id.lajur.stock.v1.StockServiceGrpc;
import id.lajur.till.v1.CashMovement;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.GetXReportRequest;
import id.lajur.till.v1.OpenShiftRequest;
import id.lajur.till.v1.OpenShiftResponse;
import id.lajur.till.v1.Takeover;
import id.lajur.till.v1.TillServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field of every request of the contract with what nobody should send, in a request that is
 * right otherwise: it is answered, or refused for a reason of ours and nothing has changed.
 */
class BadFieldsTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final List<String> TEXTS =
      List.of(
          "",
          "x".repeat(200),
          "x".repeat(201),
          "😀".repeat(200),
          "😀".repeat(201),
          "y".repeat(50_000),
          "'; DROP TABLE sale; --",
          "%_\\' OR 1=1",
          "a\u0000b",
          "a\r\nb\t\u001b[2J",
          "\u202eمرحبا\u202c שלום",
          "8991234567890");
  private static final List<String> IDS =
      List.of(
          "",
          "😀".repeat(36),
          "y".repeat(50_000),
          "'; DROP TABLE sale; --             ",
          "00000000-0000-0000-0000-000000000000");
  private static final List<Long> LONGS =
      List.of(
          0L,
          -1L,
          Long.MIN_VALUE,
          Long.MIN_VALUE / 100 * 100,
          Long.MAX_VALUE,
          1_234_567_890_123L,
          9_000_000_000_000_000_00L);
  private static final List<Integer> INTS = List.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);

  private static final String UPLOAD = TestLane.newId();

  private static final String FILE =
      """
      code,name,department,tax_class,unit,price
      BURUK-1,Barang dari berkas,UMUM,BIASA,pcs,1000
      """;

  /**
   * What is right in a field of this name, or of this whole name; a field that is not named stays
   * as it is.
   */
  private static final Map<String, Object> RIGHT =
      Map.ofEntries(
          Map.entry("department", "UMUM"),
          Map.entry("name", "Barang Buruk"),
          Map.entry("tax_class", "BIASA"),
          Map.entry("base_unit", "pcs"),
          Map.entry("reason", "alasan"),
          Map.entry("explanation", "alasan"),
          Map.entry("delivery_note", "SJ-1"),
          Map.entry("supplier", "PT-BURUK"),
          Map.entry("query", "Barang"),
          Map.entry("pin", StoreFixture.PIN),
          Map.entry("old_pin", StoreFixture.PIN),
          Map.entry("new_pin", StoreFixture.PIN),
          Map.entry("permission", "sale.override"),
          Map.entry("role", "CASHIER"),
          Map.entry("like", "CASHIER"),
          Map.entry("language", "id"),
          Map.entry("grant", "sale.scan"),
          Map.entry("revoke", "till.drawer"),
          Map.entry("limit", RoleLimit.ROLE_LIMIT_DISCOUNT.getValueDescriptor()),
          Map.entry("key", "receipt.footer"),
          Map.entry("value", "Terima kasih"),
          Map.entry("contract_level", 1),
          Map.entry("line_id", 1),
          Map.entry("quantity_milli", 1_000L),
          Map.entry("price_minor", 1_000_00L),
          Map.entry("cost_minor", 1_000_00L),
          Map.entry("amount_minor", 1_000_00L),
          Map.entry("float_minor", 100_000_00L),
          Map.entry("value_minor", 1_000_00L),
          Map.entry("pieces", 100),
          Map.entry("lajur.catalog.v1.ItemUnit.number", 0),
          Map.entry("lajur.catalog.v1.ItemUnit.name", "pcs"),
          Map.entry("factor_milli", 1_000L),
          Map.entry("percent_micro", 100_000L),
          Map.entry("lajur.people.v1.ApprovalMatter.percent_micro", 100_000),
          Map.entry("label", "Tomat"),
          Map.entry("part", 1),
          Map.entry("parts", 1),
          Map.entry("content", ByteString.copyFrom(FILE, StandardCharsets.UTF_8)),
          Map.entry("after_sequence", -1L),
          Map.entry("movement", CashMovement.CASH_MOVEMENT_PAY_IN.getValueDescriptor()),
          Map.entry("source", DiscountSource.DISCOUNT_SOURCE_MANUAL.getValueDescriptor()));

  @SuppressWarnings("NullAway.Init") // made before all
  private static TestLane lane;

  @SuppressWarnings("NullAway.Init")
  private static TestLane supervisor;

  private static String item = "";
  private static String sale = "";
  private static String terminal = "";
  private static int fresh = 1_000;
  private static String adjustment = "";
  private static String count = "";
  private static String picture = "";
  private static boolean changed = true;
  private static List<Long> rows = List.of();

  @BeforeAll
  static void aShop() throws SQLException {
    store.server().setup().addSupplier("PT-BURUK", "PT Buruk");
    item = store.item(1_000_00);
    lane = store.lane("OWNER");
    supervisor = store.lane("OWNER");
    sale = sell();
    lane.till().closeShift(CloseShiftRequest.newBuilder().setRequestId(TestLane.newId()).build());
    lane.openShift(0);
    terminal = lane.terminal();
    somebodyARoleAndAPlaceToBeChanged();
  }

  private static void somebodyARoleAndAPlaceToBeChanged() {
    ManagerCalls.people(lane)
        .createRole(
            CreateRoleRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setCode("BURUK")
                .setName("Peran Buruk")
                .setLike("CASHIER")
                .build());
    ManagerCalls.people(lane)
        .createOperator(
            CreateOperatorRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setNumber("7700")
                .setName("Si Buruk")
                .setRole("BURUK")
                .setLanguage("id")
                .setPin(StoreFixture.PIN)
                .build());
    ManagerCalls.terminals(lane)
        .createTerminal(
            CreateTerminalRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setCode("X1")
                .setName("Tempat Buruk")
                .setKind(TerminalKind.TERMINAL_KIND_LANE)
                .build());
    adjustment =
        on(StockServiceGrpc.newBlockingStub(lane.channel()))
            .adjustStock(
                AdjustStockRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setReason(AdjustmentReason.ADJUSTMENT_REASON_DAMAGED)
                    .addLines(AdjustmentLine.newBuilder().setCode(item).setQuantityMilli(1_000))
                    .build())
            .getDocumentId();
    picture =
        on(QuickKeyServiceGrpc.newBlockingStub(lane.channel()))
            .keepQuickPicture(
                KeepQuickPictureRequest.newBuilder().setContent(QuickKeyTest.picture(8, 8)).build())
            .getPicture();
  }

  @AfterAll
  static void theBooksHold() throws SQLException {
    lane.close();
    supervisor.close();
    store.assertAuditClean();
  }

  private static <S extends AbstractStub<S>> S on(S stub) {
    return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(lane.headers()));
  }

  static Stream<MethodDescriptor<?, ?>> methods() {
    return Stream.of(
            SessionServiceGrpc.getServiceDescriptor(),
            ApprovalServiceGrpc.getServiceDescriptor(),
            CatalogServiceGrpc.getServiceDescriptor(),
            BasketServiceGrpc.getServiceDescriptor(),
            SaleServiceGrpc.getServiceDescriptor(),
            TillServiceGrpc.getServiceDescriptor(),
            GoodsReceiptServiceGrpc.getServiceDescriptor(),
            LiveServiceGrpc.getServiceDescriptor(),
            PeopleServiceGrpc.getServiceDescriptor(),
            TerminalServiceGrpc.getServiceDescriptor(),
            SettingServiceGrpc.getServiceDescriptor(),
            JournalServiceGrpc.getServiceDescriptor(),
            AuditServiceGrpc.getServiceDescriptor(),
            StockServiceGrpc.getServiceDescriptor(),
            CountServiceGrpc.getServiceDescriptor(),
            ItemServiceGrpc.getServiceDescriptor(),
            QuickKeyServiceGrpc.getServiceDescriptor())
        .flatMap(service -> service.getMethods().stream());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void isAnsweredOrRefusedAndTheStoreGoesOnSelling(MethodDescriptor<Message, Message> method)
      throws SQLException {
    Message prototype = prototype(method);
    ready(method);
    String right = call(method, right(prototype, method));
    assertThat(right).as("as it should be").isIn("answered", expected(method));
    changed = true;

    for (List<FieldDescriptor> path : paths(prototype, method)) {
      for (Object value : values(path.get(path.size() - 1))) {
        tryOut(method, path, value);
      }
    }

    changed = true;
    ready(method);
    assertThat(sell()).isNotEmpty();
  }

  private static void tryOut(
      MethodDescriptor<Message, Message> method, List<FieldDescriptor> path, Object value)
      throws SQLException {
    ready(method);
    Message request = with(right(prototype(method), method), path, value);

    String outcome = call(method, request);

    String what = path.get(path.size() - 1).getFullName() + " = " + shown(value);
    assertThat(outcome).as(what).isIn(outcomes());
    changed = !rows().equals(rows);
    assertThat(changed && !outcome.equals("answered"))
        .as("%s was refused with %s, and changed something", what, outcome)
        .isFalse();
  }

  private static String shown(Object value) {
    String text = value.toString();
    return text.length() > 40 ? text.substring(0, 40) + "..." + text.length() : text;
  }

  private static List<String> outcomes() {
    return Stream.concat(Stream.of("answered"), Stream.of(Reason.values()).map(Reason::name))
        .toList();
  }

  /** A basket that is not suspended or elsewhere, and a day with open shifts, cannot be had. */
  private static String expected(MethodDescriptor<Message, Message> method) {
    return switch (String.valueOf(method.getBareMethodName())) {
      case "ResumeBasket" -> "BASKET_NOT_SUSPENDED";
      case "TakeOverBasket" -> "BASKET_HERE";
      case "CloseDay" -> "SHIFT_OPEN";
      case "OpenShift" -> "SHIFT_OPEN";
      case "ChangePin" -> "PIN_SAME";
      case "CloseOtherShift", "SecureHandover" -> "ID_INVALID";
      case "RevokeCertificate" -> "PLACE_FREE";
      case "GetGoodsReceipt", "ReverseGoodsReceipt" -> "ID_INVALID";
      case "CancelApprovalRequest", "WatchMyApproval", "AnswerApproval" -> "ID_INVALID";
      default -> "answered";
    };
  }

  /** Brings the lane back to a shift and a basket with one line. */
  private static void ready(MethodDescriptor<?, ?> method) throws SQLException {
    if (!changed) {
      return;
    }
    if (String.valueOf(method.getBareMethodName()).startsWith("Sign")) {
      lane.signOn();
    }
    if (String.valueOf(method.getServiceName()).endsWith("TillService")
        && TestLane.outcome(() -> lane.till().getXReport(GetXReportRequest.getDefaultInstance()))
            .equals("SHIFT_CLOSED")) {
      openShift();
    }
    if (String.valueOf(method.getServiceName()).endsWith("CountService")) {
      count = count();
    }
    if (String.valueOf(method.getServiceName()).endsWith("ItemService")) {
      upload();
    }
    lane.voidOpenBaskets();
    if (!"CloseShift".equals(method.getBareMethodName())) {
      lane.scan(item);
    }
    changed = false;
    rows = rows();
  }

  /** A count with one figure. */
  private static String count() {
    var counts = on(CountServiceGrpc.newBlockingStub(lane.channel()));
    String id =
        counts
            .openCount(
                OpenCountRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setName("Rak 1")
                    .build())
            .getCountId();
    var unused =
        counts.addFigure(
            AddFigureRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setCountId(id)
                .setCode(item)
                .setQuantityMilli(3_000)
                .build());
    return id;
  }

  private static void upload() {
    var unused =
        on(ItemServiceGrpc.newBlockingStub(lane.channel()))
            .uploadCatalogPart(
                UploadCatalogPartRequest.newBuilder()
                    .setUploadId(UPLOAD)
                    .setPart(1)
                    .setContent(ByteString.copyFrom(FILE, StandardCharsets.UTF_8))
                    .build());
  }

  private static String quickKeysEtag() {
    return on(QuickKeyServiceGrpc.newBlockingStub(lane.channel()))
        .getQuickKeys(GetQuickKeysRequest.getDefaultInstance())
        .getEtag();
  }

  private static GetItemResponse read() {
    return on(ItemServiceGrpc.newBlockingStub(lane.channel()))
        .getItem(GetItemRequest.newBuilder().setCode(item).build());
  }

  /** With whatever the shift before has left in the drawer. */
  private static void openShift() {
    if (TestLane.outcome(() -> open(Takeover.TAKEOVER_UNSPECIFIED)).equals("HANDOVER_DIFFERS")) {
      var unused = open(Takeover.TAKEOVER_WITH_DIFFERENCE);
    }
  }

  private static OpenShiftResponse open(Takeover takeover) {
    return lane.till()
        .openShift(
            OpenShiftRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setFloatMinor(100_000_00)
                .setTakeover(takeover)
                .build());
  }

  private static String sell() {
    lane.voidOpenBaskets();
    lane.scan(item);
    PayResponse paid =
        lane.pay(lane.cashRequest(lane.basket().getTotals().getTotalMinor() + 1_000_00));
    changed = true;
    return paid.getSaleId();
  }

  private static Message prototype(MethodDescriptor<Message, Message> method) {
    return java.util.Objects.requireNonNull(
        ((MethodDescriptor.PrototypeMarshaller<Message>) method.getRequestMarshaller())
            .getMessagePrototype());
  }

  private static Message right(Message prototype, MethodDescriptor<?, ?> method) {
    Message.Builder message = prototype.newBuilderForType();
    for (FieldDescriptor field : prototype.getDescriptorForType().getFields()) {
      Object value = right(field, message, method);
      if (value == null) {
        continue;
      }
      if (field.isRepeated()) {
        message.addRepeatedField(field, value);
      } else {
        message.setField(field, value);
      }
    }
    return message.build();
  }

  private static @org.jspecify.annotations.Nullable Object right(
      FieldDescriptor field, Message.Builder message, MethodDescriptor<?, ?> method) {
    boolean inOneof = field.getRealContainingOneof() != null;
    if (inOneof && message.hasOneof(field.getContainingOneof())) {
      return null;
    }
    return switch (field.getName()) {
      case "request_id" -> TestLane.newId();
      case "basket" -> lane.refOrNew();
      case "basket_id", "subject_id" -> lane.refOrNew().getBasketId();
      case "sale_id" -> is(method, "AddReturnLine") ? "" : sale;
      case "count_id" -> count;
      case "upload_id" -> UPLOAD;
      case "document_id" -> is(method, "GetAdjustment") ? adjustment : "";
      case "code" -> code(method);
      case "item_code", "item_codes" -> item;
      case "etag" -> is(method, "SetQuickKeys") ? quickKeysEtag() : read().getEtag();
      case "picture" -> is(method, "GetQuickPicture") ? picture : "";
      case "content" ->
          isOf(method, "QuickKeyService") ? QuickKeyTest.picture(8, 8) : RIGHT.get("content");
      case "before_minor" -> read().getItem().getUnits(0).getPriceMinor();
      case "fields" ->
          FieldMask.newBuilder().addPaths("name").addPaths("category").addPaths("units").build();
      case "number" -> number(field, method);
      case "key", "value" -> isOf(method, "ItemService") ? "name" : RIGHT.get(field.getName());
      case "operator_number" -> lane.operator();
      case "supervisor_number" -> supervisor.operator();
      case "total_minor" -> lane.basket().getTotals().getTotalMinor();
      case "terminal" -> isOf(method, "TerminalService") ? "X1" : terminal;
      case "kind" -> kind(field, method);
      case "price_minor" -> field.hasPresence() ? null : RIGHT.get("price_minor");
      default ->
          field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
              ? right(message.newBuilderForField(field).build(), method)
              : named(field);
    };
  }

  private static @org.jspecify.annotations.Nullable Object kind(
      FieldDescriptor field, MethodDescriptor<?, ?> method) {
    if (field.getJavaType() != FieldDescriptor.JavaType.ENUM) {
      return "CASH";
    }
    if (is(method, "CreateTerminal")) {
      return TerminalKind.TERMINAL_KIND_LANE.getValueDescriptor();
    }
    return field.getEnumType().equals(LineKind.getDescriptor())
        ? LineKind.LINE_KIND_RETURN.getValueDescriptor()
        : null;
  }

  /** Of the base unit of an item; else of somebody. */
  private static Object number(FieldDescriptor field, MethodDescriptor<?, ?> method) {
    if (field.getJavaType() == FieldDescriptor.JavaType.INT) {
      return 0;
    }
    return is(method, "CreateOperator") ? "7" + fresh++ : "7700";
  }

  /** Of an item; of a role or terminal that nobody uses, or a new one. */
  private static @org.jspecify.annotations.Nullable String code(MethodDescriptor<?, ?> method) {
    return switch (String.valueOf(method.getBareMethodName())) {
      case "CreateItem" -> null;
      case "CreateRole" -> "BURUK_" + fresh++;
      case "UpdateRole" -> "BURUK";
      case "CreateTerminal" -> "X" + fresh++;
      case "RenameTerminal" -> "X1";
      default -> item;
    };
  }

  private static boolean is(MethodDescriptor<?, ?> method, String name) {
    return name.equals(method.getBareMethodName());
  }

  private static boolean isOf(MethodDescriptor<?, ?> method, String service) {
    return String.valueOf(method.getServiceName()).endsWith("." + service);
  }

  /** Of an enum that is not named here its first value. */
  private static @org.jspecify.annotations.Nullable Object named(FieldDescriptor field) {
    Object value = RIGHT.getOrDefault(field.getFullName(), RIGHT.get(field.getName()));
    boolean misnamed =
        field.getJavaType() == FieldDescriptor.JavaType.ENUM
            && value != null
            && !(value instanceof EnumValueDescriptor);
    return misnamed ? field.getEnumType().getValues().get(1) : value;
  }

  /** The text and number fields of a message and of those in it. */
  private static List<List<FieldDescriptor>> paths(
      Message prototype, MethodDescriptor<?, ?> method) {
    List<List<FieldDescriptor>> paths = new ArrayList<>();
    for (FieldDescriptor field : prototype.getDescriptorForType().getFields()) {
      if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        Message inner = prototype.newBuilderForType().newBuilderForField(field).build();
        for (List<FieldDescriptor> path : paths(inner, method)) {
          paths.add(Stream.concat(Stream.of(field), path.stream()).toList());
        }
      } else {
        paths.add(List.of(field));
      }
    }
    return paths;
  }

  private static List<? extends Object> values(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case STRING -> field.getName().endsWith("_id") ? IDS : TEXTS;
      case LONG -> LONGS;
      case INT -> INTS;
      case ENUM -> List.of(field.getEnumType().findValueByNumberCreatingIfUnknown(99));
      default -> List.of();
    };
  }

  private static Message with(Message message, List<FieldDescriptor> path, Object value) {
    FieldDescriptor field = path.get(0);
    Message.Builder changed = message.toBuilder();
    Object inner = value;
    if (path.size() > 1) {
      Message old =
          !field.isRepeated()
              ? (Message) message.getField(field)
              : message.getRepeatedFieldCount(field) > 0
                  ? (Message) message.getRepeatedField(field, 0)
                  : changed.newBuilderForField(field).build();
      inner = with(old, path.subList(1, path.size()), value);
    }
    if (!field.isRepeated()) {
      return changed.setField(field, inner).build();
    }
    return message.getRepeatedFieldCount(field) > 0
        ? changed.setRepeatedField(field, 0, inner).build()
        : changed.addRepeatedField(field, inner).build();
  }

  private static String call(MethodDescriptor<Message, Message> method, Message request) {
    Channel channel =
        ClientInterceptors.intercept(
            lane.channel(), MetadataUtils.newAttachHeadersInterceptor(lane.headers()));
    if (method.getType() == MethodDescriptor.MethodType.SERVER_STREAMING) {
      return watch(channel, method, request);
    }
    return TestLane.outcome(
        () ->
            ClientCalls.blockingUnaryCall(
                channel,
                method,
                CallOptions.DEFAULT.withDeadlineAfter(10, TimeUnit.SECONDS),
                request));
  }

  /** A stream that goes on is answered. */
  private static String watch(
      Channel channel, MethodDescriptor<Message, Message> method, Message request) {
    Iterator<Message> events =
        ClientCalls.blockingServerStreamingCall(
            channel,
            method,
            CallOptions.DEFAULT.withDeadlineAfter(150, TimeUnit.MILLISECONDS),
            request);
    try {
      return events.hasNext() ? "answered" : "ended";
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED
          ? "answered"
          : TestLane.reason(e);
    }
  }

  /**
   * What a refused command must leave as it is; a sign-on that failed leaves its record in the
   * journal.
   */
  private static List<Long> rows() {
    String terminal =
        "(SELECT s.terminal_id FROM session s JOIN operator o USING (operator_id) WHERE o.number = "
            + lane.operator()
            + " LIMIT 1)";
    return store.numbers(
        """
        SELECT seq FROM event_head
         UNION ALL SELECT COUNT(*) FROM audit_entry
                    WHERE kind <> 'SIGN_ON_FAILED' AND terminal_id = %1$s
         UNION ALL SELECT COALESCE(SUM(last_number), 0) FROM receipt_head
         UNION ALL SELECT COUNT(*) FROM basket b JOIN basket_entry e USING (basket_id)
                    WHERE b.store_id = 1 AND b.terminal_id = %1$s
         UNION ALL SELECT COUNT(*) FROM basket WHERE store_id = 1 AND terminal_id = %1$s
         UNION ALL SELECT COUNT(*) FROM session WHERE terminal_id = %1$s
         UNION ALL SELECT COUNT(*) FROM shift WHERE closed_at IS NULL
         UNION ALL SELECT COUNT(*) FROM request
         UNION ALL SELECT COUNT(*) FROM approval WHERE used_by IS NULL
         UNION ALL SELECT COUNT(*) FROM approval
         UNION ALL SELECT COUNT(*) FROM operator
         UNION ALL SELECT COUNT(*) FROM role_permission
         UNION ALL SELECT COUNT(*) FROM terminal
         UNION ALL SELECT COUNT(*) FROM store_setting
         UNION ALL SELECT COUNT(*) FROM goods_receipt_pending
         UNION ALL SELECT catalog_version FROM store
         UNION ALL SELECT COUNT(*) FROM stock_count
         UNION ALL SELECT COUNT(*) FROM stock_count_figure"""
            .formatted(terminal));
  }
}
