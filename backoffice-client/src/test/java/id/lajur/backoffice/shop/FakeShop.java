package id.lajur.backoffice.shop;

import id.lajur.kit.connection.ServerRefusal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a shop has set, and what was asked to be set. */
final class FakeShop implements ShopActions {
  static final Instant NOW = Instant.parse("2026-11-23T07:31:00Z");

  final List<String> asked = new ArrayList<>();
  @Nullable ServerRefusal no;
  boolean posted = true;

  private static Setting text(String key, long least, long most, String value) {
    return new Setting(
        key,
        SettingUnit.TEXT,
        List.of(),
        least,
        most,
        value,
        true,
        List.of(new Setting.Dated(Instant.EPOCH, value)));
  }

  private static Setting number(String key, long least, long most, String value, boolean set) {
    return new Setting(
        key, SettingUnit.ofNumber(key), List.of(), least, most, value, set, List.of());
  }

  private static Setting once(String key, SettingUnit unit, String value) {
    return new Setting(key, unit, List.of(), 0, 0, value, false, List.of());
  }

  @Override
  public CompletableFuture<ShopSettings> settings() {
    return CompletableFuture.completedFuture(
        new ShopSettings(
            List.of(
                text("store.name", 1, 120, "Toko Lajur"),
                text("store.address", 0, 120, "Jl. Kaliurang KM 5 No. 12, Caturtunggal, Sleman"),
                text("store.tax_number", 0, 32, "0123 4567 8901 2345"),
                text("receipt.header", 0, 120, "Buka setiap hari 07.00-21.00"),
                text(
                    "receipt.footer",
                    0,
                    120,
                    "Barang dapat ditukar dalam 3 hari dengan struk ini. Terima kasih"),
                new Setting(
                    "cash.coin_minor",
                    SettingUnit.MONEY,
                    List.of(),
                    1,
                    1_000_000_00L,
                    "10000",
                    true,
                    List.of(
                        new Setting.Dated(Instant.EPOCH, "5000"),
                        new Setting.Dated(Instant.parse("2026-03-01T17:00:00Z"), "10000"),
                        new Setting.Dated(Instant.parse("2026-12-31T17:00:00Z"), "50000"))),
                new Setting(
                    "cash.rounding",
                    SettingUnit.CHOICE,
                    List.of("NEAREST", "UP", "DOWN"),
                    0,
                    0,
                    "NEAREST",
                    false,
                    List.of()),
                number("sale.most_quantity_milli", 1, 1_000_000_000L, "999000", false),
                number("sale.most_discount_micro", 0, 1_000_000L, "1000000", false),
                number("price.margin_micro", 0, 950_000, "", false),
                number("session.idle_minutes", 0, 1440, "15", false),
                number("session.idle_minutes.lane", 0, 1440, "", false),
                posted
                    ? Setting.kept("store.currency", "IDR")
                    : once("store.currency", SettingUnit.CURRENCY, "IDR"),
                posted
                    ? Setting.kept("store.time_zone", "Asia/Jakarta")
                    : once("store.time_zone", SettingUnit.ZONE, "Asia/Jakarta"),
                Setting.kept("kept.code", "YGY1")),
            ZoneId.of("Asia/Jakarta"),
            NOW));
  }

  @Override
  public CompletableFuture<Void> set(String key, String value, Optional<Instant> from) {
    asked.add(key + " = " + value + from.map(at -> " from " + at).orElse(""));
    return no == null ? CompletableFuture.allOf() : CompletableFuture.failedFuture(no);
  }
}
