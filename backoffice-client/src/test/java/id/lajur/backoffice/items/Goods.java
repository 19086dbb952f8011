package id.lajur.backoffice.items;

import id.lajur.backoffice.form.Page;
import id.lajur.kit.connection.ServerRefusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A shop's items that answer at once; pages of three. */
final class Goods implements ItemActions {
  /** What gives up each list that is awaited. */
  final List<Runnable> listings = new ArrayList<>();

  @Override
  public Runnable listing(Runnable giveUp) {
    listings.add(giveUp);
    return () -> listings.remove(giveUp);
  }

  private static final Instant NOW = Instant.parse("2026-11-23T07:01:00Z");

  final List<Items.Choice> departments =
      new ArrayList<>(
          List.of(new Items.Choice("MAKANAN", "Makanan"), new Items.Choice("SEMBAKO", "Sembako")));
  final List<Items.Row> rows =
      new ArrayList<>(
          List.of(
              row("100211", "Ayam Potong Segar", "", "Segar", "kg", 38_500_00L, 14_250),
              row(
                  "100140",
                  "Beras Pandan Wangi 5 kg",
                  "8991002101234",
                  "Sembako",
                  "sak",
                  78_900_00L,
                  40_000),
              row(
                  "100187",
                  "Biskuit Kelapa 300 g",
                  "8992760221028",
                  "Makanan",
                  "pcs",
                  null,
                  120_000),
              row(
                  "100102",
                  "Gula Pasir Kristal 1 kg",
                  "8997004301016",
                  "Sembako",
                  "pcs",
                  17_500_00L,
                  300_000),
              row(
                  "100095",
                  "Kecap Manis 520 ml",
                  "8999999500023",
                  "Makanan",
                  "btl",
                  21_400_00L,
                  84_000),
              row(
                  "100145",
                  "Mi Goreng Spesial 85 g",
                  "2000014500853",
                  "Makanan",
                  "pcs",
                  3_350_00L,
                  652_000),
              row(
                  "100130",
                  "Minyak Goreng Sawit 2 L",
                  "8992628020152",
                  "Sembako",
                  "btl",
                  37_500_00L,
                  212_000),
              row(
                  "100166",
                  "Susu UHT Full Cream 1 L",
                  "8998009010231",
                  "Minuman",
                  "pcs",
                  19_800_00L,
                  -3_000)));
  Items.Sheet item =
      new Items.Sheet(
          "100145",
          "Mi Goreng Spesial 85 g",
          "MAKANAN",
          "Mi instan",
          "BIASA",
          false,
          false,
          false,
          true,
          "",
          Items.Policy.ALLOW,
          List.of(
              new Items.Unit(0, "pcs", 1_000, List.of("2000014500853"), 3_350_00L, List.of()),
              new Items.Unit(
                  1,
                  "dus",
                  40_000,
                  List.of("2000014500860"),
                  128_000_00L,
                  List.of(new Items.Coming(NOW.plus(Duration.ofDays(8)), 130_000_00)))));
  Optional<ServerRefusal> refusal = Optional.empty();
  Optional<ServerRefusal> unread = Optional.empty(); // of one item
  Optional<ServerRefusal> noUpdate = Optional.empty();
  final List<String> done = new ArrayList<>();
  private long priceMinor = 3_350_00L; // of the item's base unit, as it was set last

  private static Items.Row row(
      String code,
      String name,
      String barcode,
      String department,
      String unit,
      @Nullable Long priceMinor,
      long stockMilli) {
    return new Items.Row(
        code,
        name,
        barcode,
        department,
        "",
        "BIASA",
        unit,
        priceMinor,
        stockMilli,
        priceMinor == null ? null : priceMinor / 500 * 400,
        priceMinor == null ? 0 : priceMinor / 500 * 400 * stockMilli / 1_000,
        stockMilli < 0 ? "menunggu hasil uji" : "",
        priceMinor == null ? null : NOW.minus(Duration.ofDays(code.equals("100140") ? 0 : 40)));
  }

  private <R> CompletableFuture<R> answer(R given) {
    return refusal
        .<CompletableFuture<R>>map(CompletableFuture::failedFuture)
        .orElseGet(() -> CompletableFuture.completedFuture(given));
  }

  @Override
  public CompletableFuture<Items.Page> page(String token) {
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = Math.min(rows.size(), from + 3);
    return answer(
        new Items.Page(
            rows.subList(from, to),
            to < rows.size() ? String.valueOf(to) : "",
            from == 0 ? rows.size() : 0));
  }

  @Override
  public CompletableFuture<Items.Page> like(String code) {
    return answer(
        new Items.Page(
            List.of(row(code, item.name(), "", "Makanan", "pcs", priceMinor, 652_000)), "", 1));
  }

  @Override
  public CompletableFuture<Items.Choices> newDepartment(String code, String name, String taxClass) {
    done.add("department " + code + " " + name + " " + taxClass);
    departments.add(new Items.Choice(code, name));
    return choices();
  }

  @Override
  public CompletableFuture<Items.Choices> choices() {
    return answer(
        new Items.Choices(
            List.copyOf(departments),
            List.of(new Items.Choice("BIASA", "PPN 12% (DPP nilai lain)")),
            List.of("Mi instan", "Biskuit")));
  }

  @Override
  public CompletableFuture<Items.Read> item(String code) {
    if (unread.isPresent()) {
      return CompletableFuture.failedFuture(unread.get());
    }
    return answer(
        new Items.Read(
            item,
            "e" + done.size(),
            List.of(new Items.Held("Toko", 212_000), new Items.Held("Gudang", 440_000)),
            true,
            item.units().stream()
                .flatMap(
                    unit ->
                        Stream.of(
                            new Items.AtLevel(
                                unit.name(),
                                "ANGGOTA",
                                "Anggota",
                                unit.isBase() ? 3_250_00L : null),
                            new Items.AtLevel(unit.name(), "GROSIR", "Grosir", null)))
                .toList()));
  }

  @Override
  public CompletableFuture<Page<Items.Change>> history(String code, String token) {
    return answer(
        token.isEmpty()
            ? new Page<>(
                List.of(
                    change("PRICE", "325000", "335000", 0),
                    change("BARCODE", "", "2000014500860", 3),
                    change("NAME", "Mi Goreng 85 g", "Mi Goreng Spesial 85 g", 9)),
                "older")
            : new Page<>(List.of(change("CREATED", "", "Mi Goreng 85 g", 400)), ""));
  }

  private static Items.Change change(String field, String before, String after, int daysAgo) {
    return new Items.Change(
        NOW.minus(Duration.ofDays(daysAgo)), field, before, after, "Rina Kusuma");
  }

  @Override
  public CompletableFuture<Page<Items.Move>> stockCard(String code, String token) {
    return answer(
        token.isEmpty()
            ? new Page<>(
                List.of(
                    move("SALE", "L01 S 1832", "", -2_000, 652_000, 0),
                    move("COUNT", "", "COUNT", -3_000, 654_000, 1),
                    move("GOODS_RECEIPT", "SJ-88412", "", 440_000, 657_000, 2),
                    move("ADJUSTMENT", "", "DAMAGED", -1_000, 217_000, 3)),
                "older")
            : new Page<>(List.of(move("SALE", "L01 S 1", "", -1_000, 218_000, 30)), ""));
  }

  private static Items.Move move(
      String kind, String number, String reason, long milli, long after, int daysAgo) {
    return new Items.Move(
        "d" + daysAgo,
        NOW.minus(Duration.ofDays(daysAgo)),
        kind,
        number,
        reason,
        reason.equals("DAMAGED") ? "kemasan sobek" : "",
        "Agus Salim",
        milli,
        after,
        milli * 275,
        after * 275);
  }

  @Override
  public CompletableFuture<Items.Paper> paper(Items.Move move) {
    done.add("paper " + move.documentId());
    return answer(
        new Items.Paper(
            move,
            List.of(
                new Items.PaperLine("100145", "Mi Goreng Spesial 85 g", "pcs", 2_000, 6_700_00L),
                new Items.PaperLine(
                    "100130", "Minyak Goreng Sawit 2 L", "btl", 1_000, 37_500_00L))));
  }

  @Override
  public CompletableFuture<String> create(Items.Sheet made) {
    done.add("create " + made.name());
    return answer("100300");
  }

  @Override
  public CompletableFuture<String> update(Items.Sheet wanted, List<String> fields, String etag) {
    done.add("update " + fields + " " + etag);
    if (noUpdate.isPresent()) {
      return CompletableFuture.failedFuture(noUpdate.get());
    }
    if (refusal.isEmpty()) {
      item = wanted;
    }
    return answer("e");
  }

  @Override
  public CompletableFuture<Instant> levelPrice(
      String code, Items.AtLevel at, OptionalLong priceMinor, Optional<LocalDate> from) {
    done.add(
        "levelPrice "
            + code
            + " "
            + at.unit()
            + " "
            + at.level()
            + " "
            + (priceMinor.isPresent() ? priceMinor.getAsLong() : "-")
            + from.map(day -> " " + day).orElse(""));
    return answer(NOW);
  }

  @Override
  public CompletableFuture<Instant> price(
      String code, String unit, long minor, Optional<LocalDate> from) {
    done.add("price " + code + " " + unit + " " + minor + from.map(day -> " " + day).orElse(""));
    if (refusal.isEmpty() && from.isEmpty() && unit.equals("pcs")) {
      priceMinor = minor;
    }
    return answer(NOW);
  }
}
