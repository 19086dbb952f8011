package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import id.lajur.catalog.v1.CreateItemRequest;
import id.lajur.catalog.v1.GetQuickKeysRequest;
import id.lajur.catalog.v1.GetQuickKeysResponse;
import id.lajur.catalog.v1.GetQuickPictureRequest;
import id.lajur.catalog.v1.Item;
import id.lajur.catalog.v1.ItemServiceGrpc;
import id.lajur.catalog.v1.ItemUnit;
import id.lajur.catalog.v1.KeepQuickPictureRequest;
import id.lajur.catalog.v1.QuickKey;
import id.lajur.catalog.v1.QuickKeyServiceGrpc;
import id.lajur.catalog.v1.QuickPage;
import id.lajur.catalog.v1.QuickPages;
import id.lajur.catalog.v1.SetPriceRequest;
import id.lajur.catalog.v1.SetQuickKeysRequest;
import id.lajur.catalog.v1.SetQuickKeysResponse;
import id.lajur.sale.v1.WatchShelfRequest;
import id.lajur.sale.v1.WatchShelfResponse;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.MetadataUtils;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of keys for goods without a barcode, from the desk to the lanes. */
class QuickKeyTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane office = store.lane("OWNER");
  private String tomato = "";

  @BeforeEach
  void noPages() throws SQLException {
    tomato = store.item(24_000_00);
    var unused = set();
  }

  @AfterEach
  void leave() {
    office.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  /** A picture of this size. */
  static ByteString picture(int width, int height) {
    return picture(width, height, "png");
  }

  private static ByteString picture(int width, int height, String format) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0xE5533D);
    var out = new ByteArrayOutputStream();
    try {
      boolean written = ImageIO.write(image, format, out);
      assertThat(written).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteString.copyFrom(out.toByteArray());
  }

  private static QuickKeyServiceGrpc.QuickKeyServiceBlockingStub keys(TestLane who) {
    return QuickKeyServiceGrpc.newBlockingStub(who.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(who.headers()));
  }

  private GetQuickKeysResponse read() {
    return keys(office).getQuickKeys(GetQuickKeysRequest.getDefaultInstance());
  }

  private SetQuickKeysRequest request(QuickPage.Builder... pages) {
    SetQuickKeysRequest.Builder request =
        SetQuickKeysRequest.newBuilder().setRequestId(TestLane.newId()).setEtag(read().getEtag());
    List.of(pages).forEach(request::addPages);
    return request.build();
  }

  private SetQuickKeysResponse set(QuickPage.Builder... pages) {
    return keys(office).setQuickKeys(request(pages));
  }

  private static QuickPage.Builder page(String name, QuickKey.Builder... keys) {
    QuickPage.Builder page = QuickPage.newBuilder().setName(name);
    List.of(keys).forEach(page::addKeys);
    return page;
  }

  private static QuickKey.Builder key(int place, String item, String label) {
    return QuickKey.newBuilder().setPlace(place).setItemCode(item).setLabel(label).setRgb(0xE5533D);
  }

  private String keep(ByteString content) {
    return keys(office)
        .keepQuickPicture(KeepQuickPictureRequest.newBuilder().setContent(content).build())
        .getPicture();
  }

  private static String refused(Supplier<?> act) {
    return TestLane.outcome(act);
  }

  @Test
  void pagesAreReadAsTheyWereSetWithWhatTheStoreKnowsOfEachKey() throws SQLException {
    String other = store.itemWithoutPrice();

    String etag =
        set(page("Buah", key(5, other, "Apel"), key(0, tomato, "Tomat")), page("Sayur")).getEtag();

    GetQuickKeysResponse read = read();
    assertThat(read.getEtag()).isEqualTo(etag);
    assertThat(read.getPagesList()).extracting(QuickPage::getName).containsExactly("Buah", "Sayur");
    assertThat(read.getPages(1).getKeysList()).isEmpty();
    QuickKey first = read.getPages(0).getKeys(0);
    assertThat(first.getLabel()).isEqualTo("Tomat");
    assertThat(first.getSellCode()).isEqualTo(tomato);
    assertThat(first.getPriceMinor()).isEqualTo(24_000_00);
    assertThat(read.getPages(0).getKeys(1).getPlace()).isEqualTo(5);
    assertThat(read.getPages(0).getKeys(1).hasPriceMinor()).isFalse();
  }

  @Test
  void whoHasReadOlderPagesChangesNothing() {
    SetQuickKeysRequest late = request(page("Buah"));
    var unused = set(page("Sayur"));

    assertThat(refused(() -> keys(office).setQuickKeys(late))).isEqualTo("QUICK_KEYS_CHANGED");
    assertThat(read().getPages(0).getName()).isEqualTo("Sayur");
  }

  @Test
  void pagesSentTwiceAreSetOnce() {
    SetQuickKeysRequest request = request(page("Buah", key(0, tomato, "Tomat")));

    SetQuickKeysResponse first = keys(office).setQuickKeys(request);
    SetQuickKeysResponse again = keys(office).setQuickKeys(request);

    assertThat(again).isEqualTo(first);
    assertThat(events(request.getRequestId())).isEqualTo(1);
  }

  /** Of a change of the catalogue that was asked for under this id. */
  private static long events(String requestId) {
    return store.number(
        "SELECT COUNT(*) FROM event e JOIN request r"
            + " ON r.request_id = UNHEX(REPLACE('"
            + requestId
            + "', '-', '')) WHERE e.kind = 'CATALOG_CHANGED'"
            + " AND e.occurred_at = r.answered_at");
  }

  @Test
  void eachPageAndKeyThatBecameAnotherStandsInTheJournal() {
    var unused = set(page("Buah", key(0, tomato, "Tomat"), key(1, tomato, "Tomat 2")));
    long before = store.number("SELECT COUNT(*) FROM audit_entry WHERE kind LIKE 'QUICK%'");

    var again = set(page("Sayur", key(0, tomato, "Tomat"), key(1, tomato, "Tomat ceri")));

    assertThat(again.getEtag()).isNotEmpty();
    assertThat(store.number("SELECT COUNT(*) FROM audit_entry WHERE kind LIKE 'QUICK%'"))
        .isEqualTo(before + 2);
    assertThat(newest("QUICK_PAGE_CHANGED")).isEqualTo("1 Buah > 1 Sayur");
    assertThat(newest("QUICK_KEY_CHANGED"))
        .isEqualTo("1.2 " + tomato + " Tomat 2 #e5533d > 1.2 " + tomato + " Tomat ceri #e5533d");
  }

  private String newest(String kind) {
    return store.text(
        "SELECT CONCAT(before_value, ' > ', after_value) FROM audit_entry WHERE kind = '"
            + kind
            + "' ORDER BY occurred_at DESC, number DESC LIMIT 1");
  }

  @Test
  void pagesThatStayAsTheyWereMakeNoEvent() {
    var unused = set(page("Buah"));
    SetQuickKeysRequest same = request(page("Buah"));

    assertThat(keys(office).setQuickKeys(same).getEtag()).isEqualTo(read().getEtag());
    assertThat(events(same.getRequestId())).isZero();
  }

  @Test
  void aPackStandsOnAKeyWithTheBarcodeThatALaneScansForIt() {
    ItemUnit.Builder pack = ItemUnit.newBuilder().setName("ikat").setFactorMilli(5_000);
    String code = item(pack.addBarcodes("IKAT-" + TestLane.newId().substring(0, 8)));

    var unused = set(page("Sayur", key(3, code, "Bayam ikat").setUnitNo(1)));

    QuickKey told = read().getPages(0).getKeys(0);
    assertThat(told.getUnit()).isEqualTo("ikat");
    assertThat(told.getSellCode()).isEqualTo(pack.getBarcodes(0));
  }

  @Test
  void aPackWithoutABarcodeCannotStandOnAKey() {
    String code = item(ItemUnit.newBuilder().setName("ikat").setFactorMilli(5_000));

    assertThat(refused(() -> set(page("Sayur", key(0, code, "Bayam").setUnitNo(1)))))
        .isEqualTo("UNIT_INVALID");
  }

  private String item(ItemUnit.Builder pack) {
    return ItemServiceGrpc.newBlockingStub(office.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(office.headers()))
        .createItem(
            CreateItemRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setItem(
                    Item.newBuilder()
                        .setName("Bayam")
                        .setDepartment("UMUM")
                        .setTaxClass("BIASA")
                        .addUnits(
                            ItemUnit.newBuilder().setNumber(0).setName("pcs").setFactorMilli(1000))
                        .addUnits(pack))
                .build())
        .getCode();
  }

  @Test
  void whatNobodyCanPressIsRefused() {
    assertThat(refused(() -> set(page("")))).isEqualTo("QUICK_KEYS_INVALID");
    assertThat(refused(() -> set(page("x".repeat(21))))).isEqualTo("TEXT_INVALID");
    assertThat(refused(() -> set(page("Buah", key(12, tomato, "Tomat")))))
        .isEqualTo("QUICK_KEYS_INVALID");
    assertThat(refused(() -> set(page("Buah", key(1, tomato, "A"), key(1, tomato, "B")))))
        .isEqualTo("QUICK_KEYS_INVALID");
    assertThat(refused(() -> set(page("Buah", key(1, tomato, " ")))))
        .isEqualTo("QUICK_KEYS_INVALID");
    assertThat(refused(() -> set(page("Buah", key(1, "TIDAK-ADA", "Apa")))))
        .isEqualTo("ITEM_UNKNOWN");
    assertThat(refused(() -> set(page("Buah", key(1, tomato, "Tomat").setUnitNo(9)))))
        .isEqualTo("UNIT_UNKNOWN");
    assertThat(
            refused(() -> set(page("Buah", key(1, tomato, "Tomat").setPicture("00".repeat(32))))))
        .isEqualTo("PICTURE_UNKNOWN");
    assertThat(read().getPagesList()).isEmpty();
  }

  @Test
  void moreThanTwentyPagesAreRefused() {
    QuickPage.Builder[] many = new QuickPage.Builder[21];
    java.util.Arrays.setAll(many, i -> page("Halaman " + i));

    assertThat(refused(() -> set(many))).isEqualTo("QUICK_KEYS_INVALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void aPictureIsKeptOnceAndFetchedByWhatNamesItWithoutASession(String format) {
    ByteString content = picture(160, 120, format);

    String name = keep(content);

    assertThat(keep(content)).isEqualTo(name);
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM quick_picture WHERE picture = UNHEX('" + name + "')"))
        .isEqualTo(1);
    try (TestLane lane = store.enrolled()) {
      assertThat(
              keys(lane)
                  .getQuickPicture(GetQuickPictureRequest.newBuilder().setPicture(name).build())
                  .getContent())
          .isEqualTo(content);
    }
  }

  @Test
  void whatIsNoPictureOrTooLargeIsNotKept() {
    assertThat(refused(() -> keep(ByteString.EMPTY))).isEqualTo("PICTURE_INVALID");
    assertThat(refused(() -> keep(ByteString.copyFromUtf8("<svg/>")))).isEqualTo("PICTURE_INVALID");
    assertThat(refused(() -> keep(picture(161, 8)))).isEqualTo("PICTURE_INVALID");
    assertThat(refused(() -> keep(picture(8, 161)))).isEqualTo("PICTURE_INVALID");
    assertThat(refused(() -> keep(picture(8, 8, "gif")))).isEqualTo("PICTURE_INVALID");
    ByteString cut = picture(160, 160);
    assertThat(refused(() -> keep(cut.substring(0, 60)))).isEqualTo("PICTURE_INVALID");
    ByteString padded = cut.concat(ByteString.copyFrom(new byte[64 << 10]));
    assertThat(refused(() -> keep(padded))).isEqualTo("PICTURE_INVALID");
  }

  @Test
  void aPictureThatStandsOnNoKeyGoesAfterADayAndOneThatDoesStays() {
    String used = keep(picture(10, 10));
    String left = keep(picture(11, 11));
    String fresh = keep(picture(12, 12));
    store.sql(
        "UPDATE quick_picture SET kept_at = kept_at - INTERVAL 25 HOUR WHERE picture <> UNHEX('"
            + fresh
            + "')");

    var unused = set(page("Buah", key(0, tomato, "Tomat").setPicture(used)));

    assertThat(has(used)).isTrue();
    assertThat(has(left)).isFalse();
    assertThat(has(fresh)).isTrue();
  }

  private boolean has(String picture) {
    return refused(
            () ->
                keys(office)
                    .getQuickPicture(
                        GetQuickPictureRequest.newBuilder().setPicture(picture).build()))
        .equals("answered");
  }

  @Test
  void aLaneIsToldThePagesAndEachChangeWhileItRuns() throws Exception {
    try (TestLane lane = store.enrolled()) {
      BlockingClientCall<?, WatchShelfResponse> told =
          lane.shelf().watchShelf(WatchShelfRequest.getDefaultInstance());
      assertThat(nextPages(told).getPagesList()).isEmpty();

      var unused = set(page("Buah", key(0, tomato, "Tomat")));

      QuickKey key = nextPages(told).getPages(0).getKeys(0);
      assertThat(key.getSellCode()).isEqualTo(tomato);
      assertThat(key.hasPriceMinor()).isFalse();
      told.cancel("enough", null);
    }
  }

  private static QuickPages nextPages(BlockingClientCall<?, WatchShelfResponse> told)
      throws Exception {
    while (true) {
      WatchShelfResponse part = told.read(20, TimeUnit.SECONDS);
      assertThat(part).isNotNull();
      if (part.hasQuickKeys()) {
        return part.getQuickKeys();
      }
    }
  }

  @Test
  void aPriceIsTheOneOfNow() {
    var unused = set(page("Buah", key(0, tomato, "Tomat")));

    var set =
        office
            .catalog()
            .setPrice(
                SetPriceRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setItemCode(tomato)
                    .setPriceMinor(25_000_00)
                    .build());

    assertThat(set.getEffectiveAtMs()).isPositive();
    assertThat(read().getPages(0).getKeys(0).getPriceMinor()).isEqualTo(25_000_00);
  }
}
