package id.lajur.server.store;

import static id.lajur.server.store.TestLane.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.purchasing.v1.GetGoodsReceiptRequest;
import id.lajur.purchasing.v1.GetGoodsReceiptResponse;
import id.lajur.purchasing.v1.GoodsReceiptSummary;
import id.lajur.purchasing.v1.ListGoodsReceiptsRequest;
import id.lajur.purchasing.v1.PostDraftResponse;
import id.lajur.purchasing.v1.ReceivedLine;
import id.lajur.purchasing.v1.ReverseGoodsReceiptRequest;
import id.lajur.purchasing.v1.ReverseGoodsReceiptResponse;
import id.lajur.purchasing.v1.ReversedLine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A posted delivery is corrected by a document of its own. */
@Timeout(120)
class ReceiptReversalTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final String SUPPLIER = "PT-BALIK";

  private final Desk desk = new Desk(store, "BUYER");

  @BeforeAll
  static void aSupplier() {
    store.server().setup().addSupplier(SUPPLIER, "Mitra Boga");
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private PostDraftResponse received(String item, long quantityMilli, long priceMinor) {
    desk.begin(SUPPLIER);
    desk.receive(item, quantityMilli, priceMinor);
    return desk.post();
  }

  private static ReverseGoodsReceiptRequest all(String documentId) {
    return ReverseGoodsReceiptRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setDocumentId(documentId)
        .setReason("salah ketik harga")
        .build();
  }

  private static ReverseGoodsReceiptRequest some(String documentId, int lineNo, long quantity) {
    return all(documentId).toBuilder()
        .addLines(ReversedLine.newBuilder().setPart(1).setLineNo(lineNo).setQuantityMilli(quantity))
        .build();
  }

  private GetGoodsReceiptResponse read(String documentId) {
    return desk.receipts()
        .getGoodsReceipt(GetGoodsReceiptRequest.newBuilder().setDocumentId(documentId).build());
  }

  @Test
  void aWrongDeliveryTakenBackLeavesStockAndBooksAsTheyWere() throws SQLException {
    String item = store.item(10_000_00);
    received(item, 10_000, 6_000_00);
    PostDraftResponse wrong = received(item, 10_000, 600_000_00);

    ReverseGoodsReceiptResponse back =
        desk.receipts().reverseGoodsReceipt(all(wrong.getDocumentId()));

    assertThat(back.getNumber()).isEqualTo(wrong.getNumber() + "-K1");
    assertThat(back.getValueMinor()).isEqualTo(6_000_000_00);
    assertThat(balance(item, "quantity_milli")).isEqualTo(10_000);
    assertThat(balance(item, "value_minor")).isEqualTo(60_000_00);
    assertThat(balance(item, "last_unit_cost_minor")).isEqualTo(6_000_00);
    assertThat(owed(wrong.getDocumentId()) + owed(back.getDocumentId())).isZero();
    GetGoodsReceiptResponse delivery = read(wrong.getDocumentId());
    assertThat(delivery.getLines(0).getReversedMilli()).isEqualTo(10_000);
    assertThat(delivery.getLines(0).getQuantityMilli()).isEqualTo(10_000);
    assertThat(delivery.getCorrectionsList())
        .extracting(GoodsReceiptSummary::getReason)
        .containsExactly("salah ketik harga");
    assertThat(read(back.getDocumentId()).getReceipt().getReversesNumber())
        .isEqualTo(wrong.getNumber());
    assertThat(desk.begin(SUPPLIER)).isNotNull();
    assertThat(desk.line(desk.scan(item).getLineId()).getPriceMinor()).isEqualTo(6_000_00);
  }

  @Test
  void goodsThatAreSoldAlreadyGoBackBelowZeroAtTheLastKnownCost() throws SQLException {
    String item = store.item(10_000_00);
    received(item, 10_000, 5_000_00);
    PostDraftResponse second = received(item, 2_000, 8_000_00);
    try (TestLane lane = store.lane("OWNER")) {
      for (int i = 0; i < 11; i++) {
        lane.scan(item);
      }
      lane.pay(lane.cashRequest(110_000_00));
    }
    long left = balance(item, "value_minor");

    desk.receipts().reverseGoodsReceipt(all(second.getDocumentId()));

    assertThat(balance(item, "quantity_milli")).isEqualTo(-1_000);
    assertThat(balance(item, "value_minor")).isEqualTo(-5_000_00);
    assertThat(variance(second)).isEqualTo(left + 5_000_00 - 16_000_00);
  }

  @Test
  void aPartGoesBackAndTheRestLaterAndNoMoreThanCame() throws SQLException {
    String item = store.item(10_000_00);
    PostDraftResponse posted = received(item, 7_000, 1_000_01);
    String id = posted.getDocumentId();

    assertThat(desk.receipts().reverseGoodsReceipt(some(id, 1, 3_000)).getNumber())
        .isEqualTo(posted.getNumber() + "-K1");
    assertThat(outcome(() -> desk.receipts().reverseGoodsReceipt(some(id, 1, 5_000))))
        .isEqualTo("REVERSED_ALREADY");
    assertThat(desk.receipts().reverseGoodsReceipt(some(id, 1, 0)).getNumber())
        .isEqualTo(posted.getNumber() + "-K2");

    assertThat(balance(item, "quantity_milli")).isZero();
    assertThat(read(id).getReceipt().getCorrectionCount()).isEqualTo(2);
    assertThat(outcome(() -> desk.receipts().reverseGoodsReceipt(all(id))))
        .isEqualTo("REVERSED_ALREADY");
    assertThat(outcome(() -> desk.receipts().reverseGoodsReceipt(some(id, 1, 1_000))))
        .isEqualTo("REVERSED_ALREADY");
  }

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverPartsGoBackTogetherTheyAreTheWholeLine(long seed) throws SQLException {
    var random = new SplittableRandom(seed);
    String item = store.item(10_000_00);
    desk.begin(SUPPLIER);
    long quantity = random.nextLong(2, 40) * 1_000;
    long price = random.nextLong(1, 90_000_00);
    long bonus = random.nextLong(0, 5) * 1_000;
    desk.change(
        desk.receive(item, quantity, price).getLineId(),
        change -> change.setBonusMilli(bonus).setDiscount("7,5+3"));
    PostDraftResponse posted = desk.post();
    ReceivedLine line = read(posted.getDocumentId()).getLines(0);
    long left = line.getQuantityMilli();
    List<String> corrections = new ArrayList<>();

    while (left > 0) {
      long part = Math.min(left, random.nextLong(1, 10) * 1_000);
      corrections.add(
          desk.receipts()
              .reverseGoodsReceipt(some(posted.getDocumentId(), 1, part))
              .getDocumentId());
      left -= part;
    }

    long cost = 0;
    long tax = 0;
    long bonusBack = 0;
    for (String correction : corrections) {
      ReceivedLine back = read(correction).getLines(0);
      cost -= back.getCostMinor();
      tax -= back.getTaxMinor();
      bonusBack -= back.getBonusMilli();
    }
    assertThat(cost).isEqualTo(line.getCostMinor());
    assertThat(tax).isEqualTo(line.getTaxMinor());
    assertThat(bonusBack).isEqualTo(bonus);
    assertThat(balance(item, "quantity_milli")).isZero();
    assertThat(balance(item, "value_minor")).isZero();
  }

  @Test
  void twoWhoTakeTheSameGoodsBackTakeThemOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Desk other = new Desk(store, "MANAGER")) {
      for (int round = 0; round < 10; round++) {
        String item = store.item(10_000_00);
        String id = received(item, 5_000, 1_000_00).getDocumentId();

        Future<String> mine =
            threads.submit(() -> outcome(() -> desk.receipts().reverseGoodsReceipt(all(id))));
        Future<String> theirs =
            threads.submit(() -> outcome(() -> other.receipts().reverseGoodsReceipt(all(id))));

        assertThat(List.of(mine.get(), theirs.get()))
            .containsExactlyInAnyOrder("answered", "REVERSED_ALREADY");
        assertThat(balance(item, "quantity_milli")).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aCorrectionThatIsSentAgainIsTheSameOne() throws SQLException {
    String item = store.item(10_000_00);
    ReverseGoodsReceiptRequest request = all(received(item, 5_000, 1_000_00).getDocumentId());

    ReverseGoodsReceiptResponse first = desk.receipts().reverseGoodsReceipt(request);

    assertThat(desk.receipts().reverseGoodsReceipt(request)).isEqualTo(first);
    assertThat(
            outcome(
                () ->
                    desk.receipts()
                        .reverseGoodsReceipt(request.toBuilder().setReason("lain").build())))
        .isEqualTo("REQUEST_REUSED");
  }

  @Test
  void whatCannotBeTakenBackIsRefused() throws SQLException {
    String item = store.item(10_000_00);
    String id = received(item, 5_000, 1_000_00).getDocumentId();
    String correction = desk.receipts().reverseGoodsReceipt(some(id, 1, 1_000)).getDocumentId();

    assertThat(outcome(() -> desk.receipts().reverseGoodsReceipt(all(correction))))
        .isEqualTo("NOT_REVERSIBLE");
    assertThat(outcome(() -> desk.receipts().reverseGoodsReceipt(all(TestLane.newId()))))
        .isEqualTo("DOCUMENT_UNKNOWN");
    assertThat(outcome(() -> desk.receipts().reverseGoodsReceipt(all("1"))))
        .isEqualTo("ID_INVALID");
    assertThat(outcome(() -> desk.receipts().reverseGoodsReceipt(some(id, 9, 1_000))))
        .isEqualTo("LINE_UNKNOWN");
    assertThat(outcome(() -> desk.receipts().reverseGoodsReceipt(some(id, 1, -1))))
        .isEqualTo("QUANTITY_INVALID");
    assertThat(
            outcome(
                () ->
                    desk.receipts()
                        .reverseGoodsReceipt(all(id).toBuilder().setReason(" ").build())))
        .isEqualTo("REASON_NEEDED");
    ReverseGoodsReceiptRequest twice =
        some(id, 1, 1_000).toBuilder().addLines(some(id, 1, 1_000).getLines(0)).build();
    assertThat(outcome(() -> desk.receipts().reverseGoodsReceipt(twice)))
        .isEqualTo("LINES_TOO_MANY");
    try (Desk warehouse = new Desk(store, "WAREHOUSE")) {
      assertThat(outcome(() -> warehouse.receipts().reverseGoodsReceipt(all(id))))
          .isEqualTo("PERMISSION_MISSING");
    }
    assertThat(outcome(() -> read(TestLane.newId()))).isEqualTo("DOCUMENT_UNKNOWN");
  }

  @Test
  void deliveriesAndTheirCorrectionsAreListedTheNewestFirst() throws SQLException {
    String item = store.item(10_000_00);
    PostDraftResponse first = received(item, 5_000, 1_000_00);
    PostDraftResponse second = received(item, 5_000, 1_000_00);
    String correction =
        desk.receipts().reverseGoodsReceipt(all(first.getDocumentId())).getDocumentId();

    List<String> ids = new ArrayList<>();
    String token = "";
    for (int page = 0; page < 3; page++) {
      var answer =
          desk.receipts()
              .listGoodsReceipts(
                  ListGoodsReceiptsRequest.newBuilder()
                      .setQuery("mitra")
                      .setPageSize(1)
                      .setPageToken(token)
                      .build());
      ids.add(answer.getReceipts(0).getDocumentId());
      token = answer.getNextPageToken();
    }

    assertThat(ids).containsExactly(correction, second.getDocumentId(), first.getDocumentId());
    assertThat(
            desk.receipts()
                .listGoodsReceipts(
                    ListGoodsReceiptsRequest.newBuilder().setQuery(second.getNumber()).build())
                .getReceiptsList())
        .extracting(GoodsReceiptSummary::getDocumentId)
        .containsExactly(second.getDocumentId());
    assertThat(
            desk.receipts()
                .listGoodsReceipts(ListGoodsReceiptsRequest.newBuilder().setQuery("%").build())
                .getReceiptsCount())
        .isZero();
  }

  private static long balance(String item, String column) {
    return store.number(
        "SELECT "
            + column
            + " FROM stock_balance JOIN item USING (item_id) WHERE code = '"
            + item
            + "'");
  }

  private static long owed(String documentId) {
    return store.number(
        "SELECT SUM(m.amount_minor) FROM supplier_move m JOIN goods_receipt g USING (posting_id)"
            + " WHERE HEX(g.document_id) = UPPER(REPLACE('"
            + documentId
            + "', '-', ''))");
  }

  private static long variance(PostDraftResponse reversed) {
    return store.number(
        "SELECT SUM(l.variance_minor) FROM goods_receipt_line l JOIN goods_receipt g USING"
            + " (posting_id) WHERE g.number = '"
            + reversed.getNumber()
            + "-K1'");
  }
}
