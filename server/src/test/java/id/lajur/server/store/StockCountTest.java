package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.stock.v1.AddFigureRequest;
import id.lajur.stock.v1.AddFigureResponse;
import id.lajur.stock.v1.AdjustStockRequest;
import id.lajur.stock.v1.AdjustStockResponse;
import id.lajur.stock.v1.AdjustmentLine;
import id.lajur.stock.v1.AdjustmentReason;
import id.lajur.stock.v1.CancelCountRequest;
import id.lajur.stock.v1.CountLine;
import id.lajur.stock.v1.CountServiceGrpc;
import id.lajur.stock.v1.CountState;
import id.lajur.stock.v1.DocumentKind;
import id.lajur.stock.v1.FigureKind;
import id.lajur.stock.v1.GetAdjustmentRequest;
import id.lajur.stock.v1.GetCountRequest;
import id.lajur.stock.v1.GetCountResponse;
import id.lajur.stock.v1.GetStockCardRequest;
import id.lajur.stock.v1.GetStockCardResponse;
import id.lajur.stock.v1.ListAdjustmentsRequest;
import id.lajur.stock.v1.ListCountsRequest;
import id.lajur.stock.v1.OpenCountRequest;
import id.lajur.stock.v1.PostCountRequest;
import id.lajur.stock.v1.PostCountResponse;
import id.lajur.stock.v1.StockMove;
import id.lajur.stock.v1.StockServiceGrpc;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock set right by hand and by counts, while the shop sells. */
@Timeout(180)
class StockCountTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane office = store.lane("OWNER");

  @BeforeAll
  static void aSupplier() {
    store.server().setup().addSupplier("PT-HITUNG", "PT Hitung");
  }

  @AfterEach
  void leave() {
    office.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static StockServiceGrpc.StockServiceBlockingStub stock(TestLane who) {
    return StockServiceGrpc.newBlockingStub(who.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(who.headers()));
  }

  private static CountServiceGrpc.CountServiceBlockingStub counts(TestLane who) {
    return CountServiceGrpc.newBlockingStub(who.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(who.headers()));
  }

  /** An item of which so much lies there, at Rp 1,000 each. */
  private String held(long pieces) throws SQLException {
    String item = store.item(2_000_00);
    if (pieces > 0) {
      office.receive(
          PostGoodsReceiptRequest.newBuilder()
              .setRequestId(TestLane.newId())
              .setSupplier("PT-HITUNG")
              .setDeliveryNote("SJ-" + item)
              .addLines(
                  GoodsReceiptLine.newBuilder()
                      .setCode(item)
                      .setQuantityMilli(pieces * 1_000)
                      .setCostMinor(pieces * 1_000_00))
              .build());
    }
    return item;
  }

  private static void sell(TestLane lane, String item) {
    lane.scan(item);
    lane.pay(lane.cashRequest(2_000_00));
  }

  private static long onHand(String item) {
    return store.number(
        "SELECT COALESCE(SUM(quantity_milli), 0) FROM stock_balance JOIN item USING (item_id)"
            + " WHERE code = '"
            + item
            + "'");
  }

  private static AdjustStockRequest adjusting(
      AdjustmentReason reason, String note, String item, long milli) {
    return AdjustStockRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setReason(reason)
        .setNote(note)
        .addLines(AdjustmentLine.newBuilder().setCode(item).setQuantityMilli(milli))
        .build();
  }

  private static long borne(String documentId, String account) {
    return store.number(
        "SELECT COALESCE(SUM(amount_minor), 0) FROM journal_line WHERE account = '"
            + account
            + "' AND posting_id = UNHEX(REPLACE('"
            + documentId
            + "', '-', ''))");
  }

  @ParameterizedTest
  @CsvSource({
    "ADJUSTMENT_REASON_DAMAGED, 5103, -1",
    "ADJUSTMENT_REASON_EXPIRED, 5103, -1",
    "ADJUSTMENT_REASON_LOST, 5102, -1",
    "ADJUSTMENT_REASON_FOUND, 5102, 1",
    "ADJUSTMENT_REASON_OWN_USE, 6109, -1",
    "ADJUSTMENT_REASON_PROMOTION, 6106, -1"
  })
  void theAccountOfTheReasonBearsTheValue(AdjustmentReason reason, String account, int sign)
      throws SQLException {
    String item = held(10);
    AdjustStockRequest request = adjusting(reason, "alasan", item, 3_000);

    AdjustStockResponse posted = stock(office).adjustStock(request);

    assertThat(onHand(item)).isEqualTo(10_000 + sign * 3_000);
    assertThat(posted.getValueMinor()).isEqualTo(-sign * 3_000_00L);
    assertThat(borne(posted.getDocumentId(), account)).isEqualTo(-sign * 3_000_00L);
    assertThat(stock(office).adjustStock(request)).isEqualTo(posted);
    assertThat(onHand(item)).isEqualTo(10_000 + sign * 3_000);
    assertThat(
            stock(office)
                .getAdjustment(
                    GetAdjustmentRequest.newBuilder().setDocumentId(posted.getDocumentId()).build())
                .getLines(0)
                .getQuantityMilli())
        .isEqualTo(sign * 3_000L);
    assertThat(
            stock(office)
                .listAdjustments(ListAdjustmentsRequest.newBuilder().setPageSize(1).build())
                .getAdjustments(0)
                .getReason())
        .isEqualTo(reason);
  }

  @Test
  void whatCannotBeAdjustedIsRefused() throws SQLException {
    String item = held(10);

    assertThat(refused(adjusting(AdjustmentReason.ADJUSTMENT_REASON_COUNT, "x", item, 1_000)))
        .isEqualTo("ADJUSTMENT_REASON_INVALID");
    assertThat(refused(adjusting(AdjustmentReason.ADJUSTMENT_REASON_LOST, " ", item, 1_000)))
        .isEqualTo("REASON_NEEDED");
    assertThat(refused(adjusting(AdjustmentReason.ADJUSTMENT_REASON_DAMAGED, "", "TIDAK-ADA", 1)))
        .isEqualTo("ITEM_UNKNOWN");
    for (long milli : new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThat(refused(adjusting(AdjustmentReason.ADJUSTMENT_REASON_DAMAGED, "", item, milli)))
          .isEqualTo("QUANTITY_INVALID");
    }
    AdjustStockRequest right = adjusting(AdjustmentReason.ADJUSTMENT_REASON_DAMAGED, "", item, 1);
    assertThat(refused(right.toBuilder().clearLines().build())).isEqualTo("LINES_TOO_MANY");
    assertThat(refused(right.toBuilder().setLocation("BULAN").build()))
        .isEqualTo("LOCATION_UNKNOWN");
    assertThat(
            TestLane.outcome(
                () ->
                    stock(office)
                        .getAdjustment(
                            GetAdjustmentRequest.newBuilder()
                                .setDocumentId(TestLane.newId())
                                .build())))
        .isEqualTo("DOCUMENT_UNKNOWN");
    try (TestLane cashier = store.lane()) {
      assertThat(TestLane.outcome(() -> stock(cashier).adjustStock(right)))
          .isEqualTo("PERMISSION_MISSING");
    }
    assertThat(onHand(item)).isEqualTo(10_000);
  }

  private String refused(AdjustStockRequest request) {
    return TestLane.outcome(() -> stock(office).adjustStock(request));
  }

  @Test
  void theCardHasEveryMoveWithWhatWasThereAfterIt() throws SQLException {
    String item = held(10);
    try (TestLane lane = store.lane()) {
      sell(lane, item);
      stock(office)
          .adjustStock(adjusting(AdjustmentReason.ADJUSTMENT_REASON_DAMAGED, "jatuh", item, 2_000));
      sell(lane, item);
    }

    List<StockMove> moves = new ArrayList<>();
    GetStockCardRequest.Builder asked =
        GetStockCardRequest.newBuilder().setItemCode(item).setPageSize(3);
    GetStockCardResponse page;
    do {
      page = stock(office).getStockCard(asked.build());
      moves.addAll(page.getMovesList());
      asked.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());

    assertThat(moves)
        .extracting(StockMove::getQuantityAfterMilli)
        .containsExactly(6_000L, 7_000L, 9_000L, 10_000L);
    assertThat(moves)
        .extracting(StockMove::getValueAfterMinor)
        .containsExactly(6_000_00L, 7_000_00L, 9_000_00L, 10_000_00L);
    assertThat(moves)
        .extracting(StockMove::getDocumentKind)
        .containsExactly(
            DocumentKind.DOCUMENT_KIND_SALE,
            DocumentKind.DOCUMENT_KIND_ADJUSTMENT,
            DocumentKind.DOCUMENT_KIND_SALE,
            DocumentKind.DOCUMENT_KIND_GOODS_RECEIPT);
    assertThat(moves.get(1).getNote()).isEqualTo("jatuh");
    assertThat(moves.get(3).getDocumentNumber()).isEqualTo("SJ-" + item);
    try (TestLane cashier = store.lane()) {
      GetStockCardResponse blind =
          stock(cashier).getStockCard(GetStockCardRequest.newBuilder().setItemCode(item).build());
      assertThat(blind.getValueMinor()).isZero();
      assertThat(blind.getMoves(0).getValueAfterMinor()).isZero();
      assertThat(blind.getMoves(0).getQuantityAfterMilli()).isEqualTo(6_000);
    }
    assertThat(
            TestLane.outcome(
                () ->
                    stock(office)
                        .getStockCard(
                            GetStockCardRequest.newBuilder().setItemCode("TIDAK-ADA").build())))
        .isEqualTo("ITEM_UNKNOWN");
  }

  private String open(String... items) {
    return counts(office)
        .openCount(
            OpenCountRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setName("Rak 4")
                .addAllItemCodes(List.of(items))
                .build())
        .getCountId();
  }

  private static AddFigureRequest figure(String count, String item, long milli, FigureKind kind) {
    return AddFigureRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setCountId(count)
        .setCode(item)
        .setQuantityMilli(milli)
        .setKind(kind)
        .build();
  }

  private static CountLine counted(TestLane who, String count, String item, long milli) {
    return counts(who)
        .addFigure(figure(count, item, milli, FigureKind.FIGURE_KIND_UNSPECIFIED))
        .getLine();
  }

  private PostCountResponse post(String count) {
    return counts(office)
        .postCount(
            PostCountRequest.newBuilder().setRequestId(TestLane.newId()).setCountId(count).build());
  }

  private GetCountResponse read(TestLane who, String count) {
    return counts(who).getCount(GetCountRequest.newBuilder().setCountId(count).build());
  }

  @Test
  void whatIsSoldAfterTheCountIsNoDifference() throws SQLException {
    String item = held(10);
    String count = open(item);
    counted(office, count, item, 8_000); // two are missing
    try (TestLane lane = store.lane()) {
      sell(lane, item);
      sell(lane, item);
      sell(lane, item);
    }

    PostCountResponse posted = post(count);

    assertThat(posted.getDifferenceCount()).isEqualTo(1);
    assertThat(onHand(item)).isEqualTo(5_000);
    assertThat(read(office, count).getCount().getState()).isEqualTo(CountState.COUNT_STATE_POSTED);
  }

  @Test
  void aRecountReplacesAndASecondPlaceIsAdded() throws SQLException {
    String item = held(10);
    String count = open();
    counted(office, count, item, 1_000);
    counted(office, count, item, 4_000);
    AddFigureResponse added =
        counts(office).addFigure(figure(count, item, 5_000, FigureKind.FIGURE_KIND_ADD));

    assertThat(added.getLine().getCountedMilli()).isEqualTo(9_000);
    assertThat(added.getLine().getDifferenceMilli()).isEqualTo(-1_000);
    assertThat(added.getLine().getFigureCount()).isEqualTo(3);
    assertThat(added.getLine().getOnSheet()).isFalse();
    post(count);
    assertThat(onHand(item)).isEqualTo(9_000);
  }

  @Test
  void whoCountsSeesNoBook() throws SQLException {
    String item = held(10);
    String count = open(item);
    try (TestLane counter = store.lane(store.role(List.of("stock.count", "till.shift"), ""))) {
      CountLine line = counted(counter, count, item, 3_000);

      assertThat(line.getCountedMilli()).isEqualTo(3_000);
      assertThat(line.hasBookMilli()).isFalse();
      assertThat(line.hasDifferenceMilli()).isFalse();
      assertThat(read(counter, count).getLines(0).hasDifferenceMilli()).isFalse();
      assertThat(read(office, count).getLines(0).getDifferenceMilli()).isEqualTo(-7_000);
      assertThat(
              TestLane.outcome(
                  () ->
                      counts(counter)
                          .postCount(
                              PostCountRequest.newBuilder()
                                  .setRequestId(TestLane.newId())
                                  .setCountId(count)
                                  .build())))
          .isEqualTo("PERMISSION_MISSING");
    }
  }

  @Test
  void aFigureSentTwiceIsOne() throws SQLException {
    String item = held(10);
    String count = open(item);
    AddFigureRequest figure = figure(count, item, 4_000, FigureKind.FIGURE_KIND_ADD);

    AddFigureResponse first = counts(office).addFigure(figure);

    assertThat(counts(office).addFigure(figure)).isEqualTo(first);
    assertThat(read(office, count).getLines(0).getCountedMilli()).isEqualTo(4_000);
  }

  @Test
  void whatIsNotCountedStaysAndACountIsPostedOnce() throws SQLException {
    String item = held(10);
    String other = held(7);
    String count = open(item, other);
    counted(office, count, item, 12_000);
    PostCountRequest request =
        PostCountRequest.newBuilder().setRequestId(TestLane.newId()).setCountId(count).build();

    PostCountResponse posted = counts(office).postCount(request);

    assertThat(counts(office).postCount(request)).isEqualTo(posted);
    assertThat(onHand(item)).isEqualTo(12_000);
    assertThat(onHand(other)).isEqualTo(7_000);
    assertThat(TestLane.outcome(() -> post(count))).isEqualTo("COUNT_ENDED");
    assertThat(TestLane.outcome(() -> counted(office, count, item, 1))).isEqualTo("COUNT_ENDED");
  }

  @Test
  void whatCannotBeCountedIsRefused() throws SQLException {
    String item = held(0);
    String count = open(item);

    assertThat(TestLane.outcome(() -> post(count))).isEqualTo("COUNT_EMPTY");
    assertThat(TestLane.outcome(() -> post(TestLane.newId()))).isEqualTo("COUNT_UNKNOWN");
    assertThat(TestLane.outcome(() -> read(office, "x"))).isEqualTo("ID_INVALID");
    assertThat(TestLane.outcome(() -> counted(office, count, "TIDAK-ADA", 1)))
        .isEqualTo("ITEM_UNKNOWN");
    assertThat(TestLane.outcome(() -> counted(office, count, item, -1)))
        .isEqualTo("QUANTITY_INVALID");
    assertThat(TestLane.outcome(() -> open("TIDAK-ADA"))).isEqualTo("ITEM_UNKNOWN");
    OpenCountRequest.Builder opening =
        OpenCountRequest.newBuilder().setRequestId(TestLane.newId()).setName(" ");
    assertThat(TestLane.outcome(() -> counts(office).openCount(opening.build())))
        .isEqualTo("NAME_NEEDED");
    opening.setName("Rak").setDepartment("TIDAK-ADA");
    assertThat(TestLane.outcome(() -> counts(office).openCount(opening.build())))
        .isEqualTo("DEPARTMENT_UNKNOWN");
    counts(office)
        .cancelCount(
            CancelCountRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setCountId(count)
                .build());
    assertThat(TestLane.outcome(() -> post(count))).isEqualTo("COUNT_ENDED");
    assertThat(
            counts(office)
                .listCounts(ListCountsRequest.newBuilder().setPageSize(200).build())
                .getCountsList())
        .anySatisfy(
            one -> {
              assertThat(one.getCountId()).isEqualTo(count);
              assertThat(one.getState()).isEqualTo(CountState.COUNT_STATE_CANCELLED);
            });
  }

  /**
   * Lanes sell while counters count what they see, which is what the book says at that moment less
   * what was stolen before: whatever comes between, the theft alone is posted.
   */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void countingWhileLanesSellFindsWhatIsMissingAndNothingElse(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> items = new ArrayList<>();
    List<Long> missing = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      items.add(held(200));
      missing.add(random.nextLong(0, 5));
    }
    String count = open(items.toArray(String[]::new));
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<Integer>> sold = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      SplittableRandom of = random.split();
      sold.add(
          threads.submit(
              () -> {
                int sales = 0;
                try (TestLane lane = store.lane()) {
                  while (!done.get() && sales < 80 || sales < 5) {
                    sell(lane, items.get(of.nextInt(items.size())));
                    sales++;
                  }
                }
                return sales;
              }));
    }
    try (TestLane counter = store.lane("OWNER")) {
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < items.size(); i++) {
          TestLane who = random.nextBoolean() ? counter : office;
          // Whoever counts looks first and types later: what is sold between is found as well.
          long book = counted(who, count, items.get(i), 0).getBookMilli();
          CountLine line = counted(who, count, items.get(i), book - missing.get(i) * 1_000);
          long between = book - line.getBookMilli(); // sold between both figures
          missing.set(i, missing.get(i) - between / 1_000);
        }
      }
    } finally {
      done.set(true);
    }
    long sales = 0;
    for (Future<Integer> one : sold) {
      sales += one.get();
    }
    threads.shutdown();
    post(count);

    long left = 0;
    for (String item : items) {
      left += onHand(item);
    }
    long lost = missing.stream().mapToLong(Long::longValue).sum();
    assertThat(left).isEqualTo(1_000 * (4 * 200 - sales - lost));
    store.assertAuditClean();
  }
}
