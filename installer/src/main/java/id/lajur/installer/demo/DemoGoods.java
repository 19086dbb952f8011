package id.lajur.installer.demo;

import id.lajur.server.catalog.Gtin;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.catalog.SaleItem;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The goods of the demo shop, an Indonesian supermarket: some 2,000 items made from a seed, with
 * rupiah prices and barcodes of the in-store range. No maker's name is in it.
 */
final class DemoGoods {
  private static final int PRICE_STEP_RUPIAH = 100;

  private record Family(
      String department,
      String taxClass,
      boolean weighed,
      int leastRupiah,
      int mostRupiah,
      List<String> nouns,
      List<String> kinds,
      List<String> sizes) {}

  private static final List<Family> FAMILIES =
      List.of(
          new Family(
              "SEMBAKO",
              "BEBAS",
              false,
              12_000,
              95_000,
              List.of("Beras", "Gula Pasir", "Garam"),
              List.of("Pandan Wangi", "Setra Ramos", "Rojolele", "Kristal", "Halus", "Putih"),
              List.of("1 kg", "2 kg", "5 kg", "500 g")),
          new Family(
              "SEMBAKO",
              "BIASA",
              false,
              8_000,
              60_000,
              List.of("Minyak Goreng", "Tepung Terigu", "Kecap Manis", "Saus Sambal", "Mi Goreng"),
              List.of("Sawit", "Serbaguna", "Pedas", "Spesial", "Asli", "Keluarga", "Hemat"),
              List.of("250 ml", "520 ml", "1 L", "2 L", "85 g", "isi 5")),
          new Family(
              "MINUMAN",
              "BIASA",
              false,
              2_500,
              32_000,
              List.of("Teh Celup", "Kopi Bubuk", "Air Mineral", "Sirup", "Susu UHT", "Jus Buah"),
              List.of(
                  "Melati", "Hitam", "Jeruk", "Leci", "Cokelat", "Stroberi", "Mangga", "Vanila"),
              List.of("200 ml", "330 ml", "600 ml", "1 L", "isi 25")),
          new Family(
              "MAKANAN RINGAN",
              "BIASA",
              false,
              1_500,
              28_000,
              List.of("Keripik", "Biskuit", "Wafer", "Permen", "Kacang", "Cokelat Batang"),
              List.of("Singkong", "Kentang", "Keju", "Balado", "Madu", "Asin", "Susu", "Kelapa"),
              List.of("30 g", "75 g", "120 g", "250 g", "isi 10")),
          new Family(
              "RUMAH TANGGA",
              "BIASA",
              false,
              3_000,
              75_000,
              List.of("Sabun Mandi", "Deterjen", "Sampo", "Pasta Gigi", "Tisu", "Pembersih Lantai"),
              List.of("Lavender", "Mawar", "Lemon", "Herbal", "Segar", "Lembut"),
              List.of("75 g", "170 ml", "450 ml", "770 g", "isi 200")),
          new Family(
              "ROKOK",
              "NON_PPN",
              false,
              15_000,
              42_000,
              List.of("Rokok Kretek", "Rokok Filter"),
              List.of("Merah", "Biru", "Hijau", "Hitam", "Putih"),
              List.of("isi 12", "isi 16", "isi 20")),
          new Family(
              "SEGAR",
              "BEBAS",
              true,
              6_000,
              140_000,
              List.of(
                  "Tomat", "Cabai", "Bawang", "Apel", "Pisang", "Jeruk", "Wortel", "Ayam", "Ikan"),
              List.of("Merah", "Hijau", "Lokal", "Pilihan", "Muda", "Segar"),
              List.of("timbang")));

  private DemoGoods() {}

  /** Items with their base unit in pieces or kilograms, and now and then a carton. */
  static List<NewItem> made(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<NewItem> items = new ArrayList<>();
    for (Family family : FAMILIES) {
      for (String noun : family.nouns()) {
        for (String kind : family.kinds()) {
          for (String size : family.sizes()) {
            int variants = family.weighed() ? 1 : 2;
            for (int variant = 1; variant <= variants; variant++) {
              String name = noun + " " + kind + (family.weighed() ? "" : " " + size);
              items.add(
                  item(random, family, variant == 1 ? name : name + " Ekonomis", items.size() + 1));
            }
          }
        }
      }
    }
    return items;
  }

  private static NewItem item(SplittableRandom random, Family family, String name, int number) {
    // Prices lie more often low than high, as in real shops.
    double skew = random.nextDouble() * random.nextDouble();
    long steps =
        Math.round((family.mostRupiah() - family.leastRupiah()) * skew / PRICE_STEP_RUPIAH);
    long priceMinor = (family.leastRupiah() + steps * PRICE_STEP_RUPIAH) * 100L;
    long costMinor = priceMinor * random.nextInt(62, 88) / 100;
    List<NewItem.Unit> units = new ArrayList<>();
    units.add(
        new NewItem.Unit(
            family.weighed() ? "kg" : "pcs", 1000, priceMinor, List.of(barcode(number))));
    if (!family.weighed() && number % 8 == 0) {
      int pack = random.nextBoolean() ? 12 : 24;
      units.add(
          new NewItem.Unit(
              "dus",
              pack * 1000L,
              priceMinor * pack * 95 / 100 / 100_00 * 100_00,
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
        family.weighed(),
        SaleItem.StockPolicy.ALLOW,
        costMinor,
        units);
  }

  private static String barcode(int number) {
    String digits = "29" + String.format(java.util.Locale.ROOT, "%010d", number);
    return digits + Gtin.checkDigit(digits);
  }
}
