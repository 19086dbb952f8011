package id.lajur.installer.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lajur.catalog.v1.QuickKey;
import id.lajur.catalog.v1.QuickPage;
import id.lajur.rules.code.Gtin;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.catalog.SaleItem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The goods of the demo shop, an Indonesian supermarket: a table of families of goods with their
 * makers, sizes and usual prices, and a seed that lets prices and costs differ. Barcodes are of the
 * in-store range; every maker is invented.
 */
final class DemoGoods {
  private static final long PRICE_STEP_MINOR = 100_00;
  private static final String HOUSE = "Melati Hemat";
  private static final List<Quick> QUICK_KEYS =
      List.of(
          new Quick("Tomat", "Tomat Merah", 0xE5533D),
          new Quick("Cabai", "Cabai Rawit Merah", 0xD93A2B),
          new Quick("Bawang", "Bawang Merah", 0x9C3A63),
          new Quick("Kentang", "Kentang Dieng", 0xC79A5B),
          new Quick("Pisang", "Pisang Cavendish", 0xF2C230),
          new Quick("Jeruk", "Jeruk Medan", 0xF08C1E),
          new Quick("Semangka", "Semangka Merah", 0xE04848),
          new Quick("Wortel", "Wortel Lokal", 0xF07F2A),
          new Quick("Apel", "Apel Malang", 0xC8473F),
          new Quick("Telur", "Telur Ayam Negeri", 0xD9A06E),
          new Quick("Melon", "Melon", 0x9CC46B),
          new Quick("Kol", "Kol", 0xA9CF8E));

  /** A quick key: the item it is named after, and the colour of its picture. */
  private record Quick(String label, String itemName, int rgb) {}

  /** One size of a family: as it stands on the shelf, and what it usually costs. */
  private record Size(String text, long priceMinor) {}

  private record Family(
      String department,
      String taxClass,
      String product,
      List<String> variants,
      List<String> makers,
      List<Size> sizes,
      int carton) {}

  private DemoGoods() {}

  /** Items with their base unit in pieces or kilograms, some with a carton. */
  static List<NewItem> made(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<NewItem> items = new ArrayList<>();
    for (Family family : families()) {
      for (String maker : family.makers()) {
        long level = maker.equals(HOUSE) ? 880 : random.nextInt(940, 1_060);
        for (String variant : family.variants()) {
          long taste = family.sizes().size() > 1 ? 1_000 : random.nextInt(600, 1_500);
          for (Size size : family.sizes()) {
            boolean weighed = size.text().equals("kg");
            String name = name(family.product(), variant, maker, weighed ? "" : size.text());
            long price = step(size.priceMinor() * level / 1_000 * taste / 1_000);
            items.add(item(random, family, name, weighed, price, items.size() + 1));
          }
        }
      }
    }
    return items;
  }

  /** A page of quick keys: each sells the item it is named after. */
  static QuickPage quickPage(List<NewItem> goods) {
    QuickPage.Builder page = QuickPage.newBuilder().setName("Curah");
    for (int place = 0; place < QUICK_KEYS.size(); place++) {
      Quick quick = QUICK_KEYS.get(place);
      QuickKey.Builder key =
          QuickKey.newBuilder().setPlace(place).setLabel(quick.label()).setRgb(quick.rgb());
      goods.stream()
          .filter(item -> item.name().equals(quick.itemName()))
          .findFirst()
          .ifPresent(item -> page.addKeys(key.setItemCode(item.code())));
    }
    return page.build();
  }

  private static String name(String product, String variant, String maker, String size) {
    String whole = product.equals("-") ? variant : product + " " + variant;
    return String.join(" ", whole, maker, size).replaceAll(" +", " ").strip();
  }

  private static long step(long minor) {
    return Math.max(1, (minor + PRICE_STEP_MINOR / 2) / PRICE_STEP_MINOR) * PRICE_STEP_MINOR;
  }

  private static NewItem item(
      SplittableRandom random,
      Family family,
      String name,
      boolean weighed,
      long priceMinor,
      int number) {
    long costMinor = priceMinor * random.nextInt(62, 88) / 100;
    List<NewItem.Unit> units = new ArrayList<>();
    units.add(new NewItem.Unit(weighed ? "kg" : "pcs", 1000, priceMinor, List.of(barcode(number))));
    if (family.carton() > 0) {
      units.add(
          new NewItem.Unit(
              "dus",
              family.carton() * 1000L,
              step(priceMinor * family.carton() * 95 / 100),
              List.of(barcode(500_000 + number))));
    }
    return new NewItem(
        Integer.toString(10_000 + number),
        name,
        family.department(),
        "",
        SaleItem.Kind.GOODS,
        null,
        family.taxClass(),
        weighed,
        SaleItem.StockPolicy.ALLOW,
        costMinor,
        units);
  }

  private static String barcode(int number) {
    String digits = "29" + String.format(Locale.ROOT, "%010d", number);
    return digits + Gtin.checkDigit(digits);
  }

  private static List<Family> families() {
    var in = Objects.requireNonNull(DemoGoods.class.getResourceAsStream("goods.txt"));
    try (var reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(DemoGoods::family)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("goods.txt", e);
    }
  }

  private static Family family(String line) {
    String[] columns = line.split("\\s*\\|\\s*", -1);
    List<String> makers = List.of(columns[4].split(", ", -1));
    List<Size> sizes = new ArrayList<>();
    for (String size : columns[5].split(", ", -1)) {
      String[] halves = size.split(" = ", -1);
      sizes.add(new Size(halves[0], Long.parseLong(halves[1]) * 100));
    }
    return new Family(
        columns[0],
        columns[1],
        columns[2],
        List.of(columns[3].split(", ", -1)),
        makers,
        sizes,
        Integer.parseInt(columns[6]));
  }
}
