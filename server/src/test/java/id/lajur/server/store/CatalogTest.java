package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import id.lajur.catalog.v1.CheckPriceRequest;
import id.lajur.catalog.v1.CheckPriceResponse;
import id.lajur.catalog.v1.ItemOffer;
import id.lajur.catalog.v1.SearchItemsRequest;
import id.lajur.catalog.v1.SearchItemsResponse;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.catalog.SaleItem;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lane asks the catalogue without selling. */
class CatalogTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static TestLane lane;

  @BeforeAll
  static void theShelf() throws SQLException {
    lane = store.lane();
    store
        .server()
        .catalog()
        .write(
            List.of(
                new NewItem(
                    "TEH-01",
                    "Teh Célup Melati 25's",
                    "MINUMAN",
                    "",
                    SaleItem.Kind.GOODS,
                    null,
                    "BIASA",
                    false,
                    SaleItem.StockPolicy.ALLOW,
                    null,
                    List.of(
                        new NewItem.Unit(
                            "pcs", 1000, 7_500_00L, List.of("8992222000017", "89912348")),
                        new NewItem.Unit("dus", 24_000, 170_000_00L, List.of("18992222000014")))),
                goods("TEH-02", "Teh Tarik 100% asli", 5_000_00L, "8992222000024"),
                goods("TEH-03", "Teh_botol kotak", 4_000_00L, "4411"),
                goods("TEH-04", "Minuman teh hijau ÄPFEL", 6_000_00L, "8992222000048"),
                goods("GULA-1", "Gula pasir", null, "8992222000055")),
            Clock.systemUTC().instant());
  }

  private static NewItem goods(
      String code,
      String name,
      @org.jspecify.annotations.Nullable Long priceMinor,
      String barcode) {
    return new NewItem(
        code,
        name,
        "MINUMAN",
        "",
        SaleItem.Kind.GOODS,
        null,
        "BIASA",
        false,
        SaleItem.StockPolicy.ALLOW,
        null,
        List.of(new NewItem.Unit("pcs", 1000, priceMinor, List.of(barcode))));
  }

  @AfterAll
  static void leave() throws SQLException {
    lane.close();
    store.assertAuditClean();
  }

  private static CheckPriceResponse check(String code) {
    return lane.catalog().checkPrice(CheckPriceRequest.newBuilder().setCode(code).build());
  }

  private static String checkRefused(String code) {
    return TestLane.reason(catchThrowableOfType(StatusRuntimeException.class, () -> check(code)));
  }

  private static SearchItemsResponse search(String query) {
    return lane.catalog().searchItems(SearchItemsRequest.newBuilder().setQuery(query).build());
  }

  private static List<String> codes(String query) {
    return search(query).getOffersList().stream().map(ItemOffer::getItemCode).toList();
  }

  /** Of the items made here alone: other classes give the same store names of nothing but signs. */
  private static List<String> teas(String query) {
    return codes(query).stream().filter(code -> code.startsWith("TEH-")).toList();
  }

  private static String searchRefused(SearchItemsRequest.Builder request) {
    return TestLane.reason(
        catchThrowableOfType(
            StatusRuntimeException.class, () -> lane.catalog().searchItems(request.build())));
  }

  @Test
  void aBarcodeIsCheckedWithUnitPriceTaxAndStock() {
    assertThat(check("8992222000017").getOffer())
        .isEqualTo(
            ItemOffer.newBuilder()
                .setItemCode("TEH-01")
                .setName("Teh Célup Melati 25's")
                .setBarcode("8992222000017")
                .setUnit("pcs")
                .setUnitFactorMilli(1000)
                .setPriceMinor(7_500_00)
                .setDepartment("MINUMAN")
                .setTaxClass("BIASA")
                .setBaseUnit("pcs")
                .build());
    assertThat(check("89912348").getOffer().getBarcode()).isEqualTo("89912348");
  }

  @Test
  void aPackIsCheckedAtItsOwnPrice() {
    ItemOffer pack = check("18992222000014").getOffer();
    assertThat(pack.getUnit()).isEqualTo("dus");
    assertThat(pack.getBaseUnit()).isEqualTo("pcs");
    assertThat(pack.getUnitFactorMilli()).isEqualTo(24_000);
    assertThat(pack.getPriceMinor()).isEqualTo(170_000_00);
  }

  @ParameterizedTest
  @CsvSource({"4411, TEH-03", "TEH-02, TEH-02", "]C10108992222000024, TEH-02"})
  void aPluAnOwnCodeAndAnElementStringAreChecked(String code, String item) {
    assertThat(check(code).getOffer().getItemCode()).isEqualTo(item);
  }

  @Test
  void anItemWithoutPriceShowsNone() {
    assertThat(check("GULA-1").getOffer().hasPriceMinor()).isFalse();
  }

  @Test
  void stockIsThatOfTheShopFloor_andAskingSellsNothing() throws SQLException {
    String item = store.item(2_000_00);
    lane.scan(item);
    lane.pay(lane.cashRequest(2_000_00));
    long entries = store.number("SELECT COUNT(*) FROM basket_entry");

    assertThat(check(item).getOffer().getStockMilli()).isEqualTo(-1_000);
    assertThat(store.number("SELECT COUNT(*) FROM basket_entry")).isEqualTo(entries);
  }

  @Test
  void aBlockedItemIsShownAsSuch() throws SQLException {
    String item = store.item(2_000_00);
    store
        .server()
        .database()
        .jdbi()
        .useHandle(
            handle -> handle.execute("UPDATE item SET blocked = 'ditarik' WHERE code = ?", item));

    assertThat(check(item).getOffer().getBlocked()).isTrue();
  }

  @Test
  void whatNamesNothingIsRefused() {
    assertThat(checkRefused("8990000000009")).isEqualTo("ITEM_UNKNOWN");
    assertThat(checkRefused("")).isEqualTo("TEXT_INVALID");
    assertThat(checkRefused("9".repeat(121))).isEqualTo("TEXT_INVALID");
    assertThat(checkRefused("'OR'1'='1")).isEqualTo("ITEM_UNKNOWN");
    assertThat(checkRefused("\uD83D\uDE00")).isEqualTo("TEXT_INVALID");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "celup",
        "CÉLUP",
        "élu",
        "melati teh",
        "teh mel",
        "25's",
        "TEH-01",
        "8992222000017"
      })
  void aNameIsFoundByAnyPartOfItsWords_byCaseAndAccentOfNobodysCare(String query) {
    assertThat(codes(query)).containsExactly("TEH-01");
  }

  @Test
  void aPackIsFoundByTheBeginningOfItsBarcode() {
    SearchItemsResponse found = search("189922220");
    assertThat(found.getOffersList()).hasSize(1);
    assertThat(found.getOffers(0).getUnit()).isEqualTo("dus");
    assertThat(found.getOffers(0).getBarcode()).isEqualTo("18992222000014");
  }

  @Test
  void wildcardsAreLetters() {
    assertThat(teas("100%")).containsExactly("TEH-02");
    assertThat(teas("teh_")).containsExactly("TEH-03");
    assertThat(teas("%%%")).isEmpty();
    assertThat(teas("___")).isEmpty();
    assertThat(teas("t%h celup")).isEmpty();
    assertThat(teas("\\\\\\")).isEmpty();
    assertThat(teas("!!")).isEmpty();
    assertThat(teas("' OR '1'='1")).isEmpty();
    assertThat(teas("\uD83D\uDE00\uD83D\uDE00")).isEmpty();
    assertThat(teas("a b c d e f g h i j k l")).isEmpty();
  }

  @Test
  void aQueryTooShortOrTooLongIsRefused() {
    for (String query : List.of("", "t", "  t  ", "x".repeat(201), "te\u0007h")) {
      assertThat(searchRefused(SearchItemsRequest.newBuilder().setQuery(query)))
          .as("[%s]", query)
          .isEqualTo("TEXT_INVALID");
    }
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrDouble() throws SQLException {
    List<NewItem> many = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      many.add(goods("PAGE" + i, "Halaman zyx " + i, 1_000_00L, "PAGE" + i));
    }
    store.server().catalog().write(many, Clock.systemUTC().instant());
    List<String> seen = new ArrayList<>();
    SearchItemsRequest request =
        SearchItemsRequest.newBuilder().setQuery("zyx hal").setPageSize(10).build();

    SearchItemsResponse page = lane.catalog().searchItems(request);
    while (true) {
      page.getOffersList().forEach(offer -> seen.add(offer.getItemCode()));
      if (page.getNextPageToken().isEmpty()) {
        break;
      }
      page =
          lane.catalog()
              .searchItems(request.toBuilder().setPageToken(page.getNextPageToken()).build());
    }

    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void aPageThatNobodyGaveIsRefused() {
    SearchItemsRequest first =
        SearchItemsRequest.newBuilder().setQuery("teh").setPageSize(1).build();
    String token = lane.catalog().searchItems(first).getNextPageToken();
    assertThat(token).isNotEmpty();

    assertThat(searchRefused(first.toBuilder().setQuery("gula").setPageToken(token)))
        .isEqualTo("PAGE_INVALID");
    assertThat(searchRefused(first.toBuilder().setPageToken("99999999999-00000000")))
        .isEqualTo("PAGE_INVALID");
    assertThat(searchRefused(first.toBuilder().setPageToken("x"))).isEqualTo("PAGE_INVALID");
    assertThat(searchRefused(first.toBuilder().setPageSize(-1))).isEqualTo("PAGE_INVALID");
    assertThat(
            lane.catalog()
                .searchItems(first.toBuilder().setPageSize(Integer.MAX_VALUE).build())
                .getOffersCount())
        .isBetween(4, 200);
  }

  @Test
  void bestSellersComeFirst() throws SQLException {
    store
        .server()
        .catalog()
        .write(
            List.of(
                goods("LARIS-A", "Qwx jarang", 1_000_00L, "LARIS-A"),
                goods("LARIS-B", "Qwx laris", 1_000_00L, "LARIS-B")),
            Clock.systemUTC().instant());
    assertThat(codes("qwx")).containsExactly("LARIS-A", "LARIS-B");

    for (int i = 0; i < 2; i++) {
      lane.scan("LARIS-B");
    }
    lane.pay(lane.cashRequest(2_000_00));

    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> codes("qwx").equals(List.of("LARIS-B", "LARIS-A")));
  }

  @Test
  void anOpenDepartmentIsNoItemToFind() {
    assertThat(codes("MINUMAN")).containsExactly("TEH-04");
  }
}
