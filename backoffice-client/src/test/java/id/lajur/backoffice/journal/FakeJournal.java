package id.lajur.backoffice.journal;

import id.lajur.backoffice.form.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A journal of two pages, and one ticket. */
final class FakeJournal implements JournalActions {
  static final Instant NOW = Instant.parse("2026-11-23T07:31:07Z");
  static final String BASKET = "019aa3f2-7c10-7e55-8f0a-0242ac120002";

  final List<String> asked = new ArrayList<>();
  final List<Search> searches = new ArrayList<>();

  private static Entry entry(
      String terminal,
      long number,
      long agoS,
      String kind,
      String operator,
      String approvedBy,
      long amount,
      String reason) {
    return new Entry(
        terminal,
        number,
        NOW.minusSeconds(agoS),
        kind,
        operator,
        approvedBy,
        kind.startsWith("PERMISSION") ? "12 Budi Santoso" : "",
        kind.startsWith("SIGN") ? "" : BASKET,
        amount == 0 ? Optional.empty() : Optional.of(amount),
        kind.equals("PRICE_OVERRIDDEN") ? "1750000" : "",
        kind.equals("PRICE_OVERRIDDEN") ? "1690000" : "",
        reason);
  }

  @Override
  public CompletableFuture<Page> entries(Search search, String page) {
    asked.add("entries " + page);
    searches.add(search);
    if (!page.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Page(
              List.of(entry("L02", 870, 90_000, "DAY_CLOSED", "7 Ratna Dewi", "", 0, "")), ""));
    }
    return CompletableFuture.completedFuture(
        new Page(
            List.of(
                entry(
                    "L01",
                    1_204,
                    269,
                    "PRICE_OVERRIDDEN",
                    "101 Sari Lestari",
                    "12 Budi Santoso",
                    16_900_00,
                    "label rak salah"),
                entry(
                    "L01",
                    1_203,
                    274,
                    "LINE_VOIDED",
                    "101 Sari Lestari",
                    "",
                    16_250_00,
                    "pembeli batal"),
                entry("L03", 402, 400, "DRAWER_OPENED", "102 Joko Prasetyo", "", 0, "tukar uang"),
                entry("SRV", 96, 900, "SIGN_ON_FAILED", "", "", 0, ""),
                entry("KTR1", 55, 1_900, "PERMISSION_GRANTED", "7 Ratna Dewi", "", 0, "till.z"),
                entry("L02", 871, 2_400, "SIGN_ON", "12 Budi Santoso", "", 0, ""),
                entry("L01", 1_202, 3_000, "RECEIPT_COPIED", "101 Sari Lestari", "", 0, "")),
            "before-871"));
  }

  private static Replay.Step act(long s, String kind, String what, long milli, long minor) {
    return new Replay.Step(
        NOW.minusSeconds(300 - s),
        true,
        kind,
        "101 Sari Lestari",
        "",
        "",
        "",
        what,
        milli == 0 ? Optional.empty() : Optional.of(milli),
        minor == 0 ? Optional.empty() : Optional.of(minor));
  }

  static Replay ticket() {
    return new Replay(
        List.of(
            act(0, "LINE", "Minyak Goreng Sawit 2 L", 1_000, 38_500_00),
            act(4, "LINE", "Gula Pasir Kristal 1 kg", 2_000, 17_500_00),
            act(7, "LINE", "Apel Fuji", 1_246, 42_000_00),
            act(21, "LINE", "Mi Goreng Spesial 85 g", 5_000, 3_250_00),
            act(26, "VOID_LINE", "Mi Goreng Spesial 85 g \u00b7 pembeli batal", 0, 0),
            new Replay.Step(
                NOW.minusSeconds(274),
                false,
                "LINE_VOIDED",
                "101 Sari Lestari",
                "",
                "",
                "",
                "pembeli batal",
                Optional.empty(),
                Optional.of(16_250_00L)),
            act(30, "OVERRIDE", "Gula Pasir Kristal 1 kg · label rak salah", 0, 16_900_00),
            new Replay.Step(
                NOW.minusSeconds(269),
                false,
                "PRICE_OVERRIDDEN",
                "101 Sari Lestari",
                "12 Budi Santoso",
                "1750000",
                "1690000",
                "label rak salah",
                Optional.empty(),
                Optional.of(16_900_00L))),
        Optional.of(
            new Replay.Sale(
                "L01-S000412",
                "101 Sari Lestari",
                NOW.minusSeconds(230),
                3,
                124_632_00,
                3_815_00,
                -32_00,
                25_400_00,
                List.of(new Replay.Amount("CASH", 150_000_00)),
                List.of(
                    new Replay.Amount("1102 Kas kasir", 124_600_00),
                    new Replay.Amount("7101 Pembulatan", 32_00),
                    new Replay.Amount("4101 Penjualan", -120_817_00),
                    new Replay.Amount("2111 PPN keluaran", -3_815_00),
                    new Replay.Amount("5101 Harga pokok", 99_120_00),
                    new Replay.Amount("1141 Persediaan", -99_120_00)))),
        Optional.empty());
  }

  @Override
  public CompletableFuture<Replay> replayReceipt(String receipt) {
    asked.add("receipt " + receipt);
    return receipt.equals("L01-S000412")
        ? CompletableFuture.completedFuture(ticket())
        : CompletableFuture.failedFuture(Refused.of("SALE_UNKNOWN", Map.of("receipt", receipt)));
  }

  @Override
  public CompletableFuture<Replay> replayBasket(String basketId) {
    asked.add("basket " + basketId);
    return CompletableFuture.completedFuture(ticket());
  }
}
