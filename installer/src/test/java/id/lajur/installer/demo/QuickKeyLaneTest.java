package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import id.lajur.catalog.v1.KeepQuickPictureRequest;
import id.lajur.catalog.v1.QuickKey;
import id.lajur.catalog.v1.QuickKeyServiceGrpc;
import id.lajur.catalog.v1.QuickPage;
import id.lajur.installer.faults.Wire;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.emergency.EmergencyNews;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.QuickPages;
import id.lajur.server.catalog.NewItem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Quick keys from the desk to a lane that runs, that is alone, and that starts alone. */
class QuickKeyLaneTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @RegisterExtension static final DemoShop shop = new DemoShop();

  private final Wire wire;
  private final AtomicInteger told = new AtomicInteger();
  private final EnrolledLane at;
  private final StoreConnection desk;
  private StartedLane lane;

  QuickKeyLaneTest(@TempDir Path folder) throws IOException {
    this.wire = new Wire(shop.store().server().port());
    this.at = shop.enrolLane(folder);
    this.desk = shop.store().connect(shop.store().backPc());
    new Lane(desk).signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN);
    this.lane = start();
  }

  private StartedLane start() throws IOException {
    return new StartedLane(
        at,
        wire.port(),
        new EmergencyNews() {
          @Override
          public void shelfChanged() {
            told.incrementAndGet();
          }
        });
  }

  @AfterEach
  void close() throws IOException {
    lane.close();
    desk.close();
    wire.close();
  }

  private static NewItem tomato() {
    return goods("Tomat Merah");
  }

  private static long priceOf(NewItem item) {
    Long minor = item.units().get(0).priceMinor();
    return minor == null ? 0 : minor;
  }

  private static NewItem goods(String name) {
    return shop.store().goods().stream()
        .filter(item -> item.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static QuickKey.Builder key(int place, NewItem item, String label) {
    return QuickKey.newBuilder().setPlace(place).setItemCode(item.code()).setLabel(label);
  }

  private String keep() throws IOException {
    var out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", out))
        .isTrue();
    return QuickKeyServiceGrpc.newBlockingStub(desk.channel())
        .keepQuickPicture(
            KeepQuickPictureRequest.newBuilder()
                .setContent(ByteString.copyFrom(out.toByteArray()))
                .build())
        .getPicture();
  }

  private void set(QuickKey.Builder... keys) {
    QuickPage.Builder page = QuickPage.newBuilder().setName("Sayur");
    for (QuickKey.Builder key : keys) {
      page.addKeys(key);
    }
    DemoStore.quickKeys(desk, page.build());
  }

  private id.lajur.pos.screen.QuickKey awaitKey(String label) {
    return await()
        .atMost(LONG)
        .until(
            () ->
                lane.lane.quickPages().pages().stream()
                    .flatMap(page -> page.keys().stream())
                    .filter(key -> key.label().equals(label) && key.priceMinor().isPresent())
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void whatTheDeskArrangesComesToARunningLaneWithItsPriceAndPicture() throws IOException {
    set(key(3, tomato(), "Tomat segar").setPicture(keep()));

    id.lajur.pos.screen.QuickKey key = awaitKey("Tomat segar");
    assertThat(key.letter()).isEqualTo("R");
    assertThat(key.code()).isEqualTo(tomato().code());
    assertThat(key.priceMinor()).hasValue(priceOf(tomato()));
    assertThat(key.unit()).isEqualTo("kg");
    await().atMost(LONG).until(() -> awaitKey("Tomat segar").picture().isPresent());

    int before = told.get();
    set(key(3, goods("Wortel Lokal"), "Wortel"));

    assertThat(awaitKey("Wortel").picture()).isEmpty();
    await().atMost(LONG).until(() -> told.get() > before); // told after the shelf has them
    assertThat(lane.lane.quickPages().pages().get(0).keys()).hasSize(1);
  }

  @Test
  void aLaneThatStartsAloneHasItsKeysWithPicturesAndSellsAWeighedItemByOne() throws IOException {
    set(key(0, tomato(), "Tomat").setPicture(keep()));
    await().atMost(LONG).until(() -> awaitKey("Tomat").picture().isPresent());
    lane.lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
    lane.lane.openShift(100_000_00).join();
    lane.close();
    wire.away(true);

    lane = start();

    QuickPages pages = lane.lane.quickPages();
    id.lajur.pos.screen.QuickKey key = pages.pages().get(0).keys().get(0);
    assertThat(key.picture()).isPresent();
    assertThat(key.priceMinor()).hasValue(priceOf(tomato()));
    lane.lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
    assertThat(StartedLane.refusal(lane.lane.addLine(key.code(), 0, "")))
        .isEqualTo("WEIGHT_NEEDED");
    BasketView basket = lane.lane.addLine(key.code(), 1_500, "").join();
    assertThat(basket.lineCount()).isEqualTo(1);
    assertThat(basket.totalMinor())
        .isCloseTo(priceOf(tomato()) * 3 / 2, org.assertj.core.data.Offset.offset(100L));
  }
}
