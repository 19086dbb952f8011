package id.lajur.backoffice.quickkeys;

import id.lajur.kit.connection.ServerRefusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A store with vegetables, and what it was asked. */
final class FakeQuickKeys implements QuickKeysActions {
  final List<String> asked = new ArrayList<>();
  Pages kept = new Pages(List.of(), "1");
  @Nullable ServerRefusal no;
  @Nullable ServerRefusal noReading;
  boolean isPicture = true;
  private final List<Key> goods = new ArrayList<>();

  FakeQuickKeys() {
    goods("100", "Tomat Merah", 24_000_00);
    goods("101", "Bayam Hijau", 5_500_00);
    goods("102", "Bawang Merah", 38_000_00);
    goods.add(key("100145", "Mi Goreng Spesial 85 g", 0, "pcs", 3_350_00));
  }

  private void goods(String code, String name, long priceMinor) {
    goods.add(key(code, name, 0, "kg", priceMinor));
  }

  private static Key key(String code, String name, int unitNo, String unit, long priceMinor) {
    return new Key(
        0,
        code,
        unitNo,
        name.substring(0, (name + " ").indexOf(' ')),
        0x3E9B4F,
        "",
        name,
        unit,
        unitNo == 0,
        Optional.of(priceMinor));
  }

  /** Two pages, as a shop has them. */
  FakeQuickKeys arranged() {
    List<Key> fresh = new ArrayList<>();
    String[] names = {"Tomat", "Cabai", "Bawang", "Kentang", "Pisang", "Jeruk", "Wortel"};
    int[] colours = {0xE5533D, 0xD93A2B, 0x9C3A63, 0xC79A5B, 0xF2C230, 0xF08C1E, 0xF07F2A};
    for (int i = 0; i < names.length; i++) {
      fresh.add(
          key("20" + i, names[i] + " Segar", 0, "kg", 14_000_00 + i * 1_500_00)
              .coloured(colours[i])
              .showing(i == 2 ? "foto" : "")
              .at(i < 5 ? i : i + 2));
    }
    kept = new Pages(List.of(new Page("Segar", fresh), new Page("Kue", List.of())), "1");
    return this;
  }

  /** Two pages, the first without a free place. */
  FakeQuickKeys firstPageFull() {
    List<Key> full = new ArrayList<>();
    for (int place = 0; place < Page.PLACES; place++) {
      full.add(key("30" + place, "Buah " + place, 0, "kg", 9_000_00).at(place));
    }
    kept = new Pages(List.of(new Page("Buah", full), new Page("Kue", List.of())), "1");
    return this;
  }

  @Override
  public CompletableFuture<Pages> pages() {
    asked.add("pages");
    if (noReading != null) {
      return CompletableFuture.failedFuture(noReading);
    }
    return CompletableFuture.completedFuture(kept);
  }

  @Override
  public CompletableFuture<String> save(Pages pages) {
    asked.add("save " + pages.etag());
    if (no != null) {
      return CompletableFuture.failedFuture(no);
    }
    kept = new Pages(pages.pages(), pages.etag() + "+");
    return CompletableFuture.completedFuture(kept.etag());
  }

  @Override
  public CompletableFuture<List<Goods>> search(String text) {
    asked.add("search " + text);
    return CompletableFuture.completedFuture(
        goods.stream()
            .filter(key -> key.itemName().toLowerCase(Locale.ROOT).contains(text))
            .map(key -> new Goods(key.itemCode(), key.itemName()))
            .toList());
  }

  @Override
  public CompletableFuture<List<Key>> keysOf(String itemCode) {
    if (noReading != null) {
      return CompletableFuture.failedFuture(noReading);
    }
    return CompletableFuture.completedFuture(
        goods.stream()
            .filter(key -> key.itemCode().equals(itemCode))
            .flatMap(
                key ->
                    Stream.of(
                        key,
                        key.unit().equals("kg")
                            ? key(itemCode, key.itemName(), 1, "ikat", 3_000_00)
                            : key(itemCode, key.itemName(), 1, "dus", 128_000_00)))
            .toList());
  }

  @Override
  public CompletableFuture<byte[]> picture(String name) {
    asked.add("picture " + name);
    return CompletableFuture.completedFuture(photograph());
  }

  private static byte[] photograph() {
    var image = new BufferedImage(160, 160, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 160; x++) {
      for (int y = 0; y < 160; y++) {
        boolean round = (x - 80) * (x - 80) + (y - 82) * (y - 82) < 54 * 54;
        image.setRGB(x, y, round ? 0xC86A94 - (x / 4 << 16) : 0xB8A88F - y / 2 * 0x010101);
      }
    }
    var out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", out)) {
        throw new IOException("no writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public CompletableFuture<Optional<String>> keep(Path file) {
    asked.add("keep " + file);
    return CompletableFuture.completedFuture(isPicture ? Optional.of("foto2") : Optional.empty());
  }
}
