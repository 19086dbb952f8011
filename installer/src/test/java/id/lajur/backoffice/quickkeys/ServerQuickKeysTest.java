package id.lajur.backoffice.quickkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import id.lajur.server.catalog.NewItem;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Quick keys arranged at a desk of a real server. */
class ServerQuickKeysTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private final Desk desk = shop.desk("OWNER");
  private final ServerQuickKeys keys = new ServerQuickKeys(desk);
  private final Pages before = keys.pages().join();

  /** Other tests share the shop: it has its own pages back. */
  @AfterEach
  void putBack() {
    String unused = keys.save(new Pages(before.pages(), keys.pages().join().etag())).join();
  }

  @Test
  void aPageIsSavedAndReadAsItWasArranged() {
    NewItem item = shop.item(30);
    assertThat(keys.search(item.name()).join()).contains(new Goods(item.code(), item.name()));
    Key key = keys.keysOf(item.code()).join().get(0);
    assertThat(key.itemName()).isEqualTo(item.name());
    assertThat(key.unit()).isEqualTo(item.units().get(0).unit());
    assertThat(key.priceMinor()).isEqualTo(Optional.ofNullable(item.units().get(0).priceMinor()));
    List<Page> pages = new ArrayList<>(before.pages());
    pages.add(new Page("Uji meja", List.of(key.at(5).labelled("Uji").coloured(0x175A9E))));

    String etag = keys.save(new Pages(pages, before.etag())).join();

    Pages read = keys.pages().join();
    assertThat(read.etag()).isEqualTo(etag).isNotEqualTo(before.etag());
    assertThat(read.pages()).hasSize(before.pages().size() + 1);
    Page page = read.pages().get(before.pages().size());
    assertThat(page.name()).isEqualTo("Uji meja");
    assertThat(page.keys()).containsExactly(key.at(5).labelled("Uji").coloured(0x175A9E));
  }

  @Test
  void anItemIsPutOnAPageAndTakenOffFromItsOwnScreen() {
    var presenter = new ItemKeysPresenter(keys, Runnable::run);
    Key other = keys.keysOf(shop.item(31).code()).join().get(0).at(2);
    String unused =
        keys.save(new Pages(List.of(new Page("Uji", List.of(other))), before.etag())).join();
    presenter.look(shop.item(30).code());
    await()
        .until(() -> presenter.state().saved().isPresent() && !presenter.state().units().isEmpty());

    presenter.put(0, 7, presenter.state().units().get(0), "Dari barang");
    await().until(() -> !presenter.state().standing().isEmpty());

    assertThat(keys.pages().join().pages().get(0).key(7)).map(Key::label).hasValue("Dari barang");
    assertThat(keys.pages().join().pages().get(0).key(2))
        .map(Key::itemCode)
        .hasValue(other.itemCode());
    presenter.takeOff(presenter.state().standing().get(0));
    await().until(() -> presenter.state().standing().isEmpty());
    assertThat(keys.pages().join().pages().get(0).keys()).hasSize(1);
  }

  @Test
  void whoeverReadTheKeysBeforeSomebodySavedIsRefused() {
    Key key = keys.keysOf(shop.item(31).code()).join().get(0);
    Page page = new Page("Uji lain", List.of(key.at(0)));
    String unused = keys.save(new Pages(List.of(page), before.etag())).join();

    assertThat(DeskShop.refusal(keys.save(before))).isEqualTo("QUICK_KEYS_CHANGED");
    assertThat(DeskShop.refusal(new ServerQuickKeys(shop.desk("CASHIER")).save(before)))
        .isEqualTo("PERMISSION_MISSING");
  }

  @Test
  void aPictureIsKeptSmallAndComesBack(@TempDir Path folder) throws Exception {
    Path large = folder.resolve("tomat.png");
    var drawn = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
    drawn.createGraphics().fillRect(100, 100, 300, 300);
    assertThat(ImageIO.write(drawn, "png", large.toFile())).isTrue();

    String name = keys.keep(large).join().orElseThrow();

    byte[] kept = keys.picture(name).join();
    assertThat(kept.length).isPositive();
    BufferedImage shown = ImageIO.read(new java.io.ByteArrayInputStream(kept));
    assertThat(shown.getWidth()).isLessThan(900);
    assertThat(keys.keep(large).join()).as("the same picture").contains(name);
    Path words = Files.writeString(folder.resolve("tomat.txt"), "no picture");
    assertThat(keys.keep(words).join()).isEmpty();
  }
}
