package id.lajur.backoffice.shop;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * All that a shop has set.
 *
 * @param settings in the order of the server; at the end what the shop was made with and keeps
 * @param now by the server's clock
 */
public record ShopSettings(List<Setting> settings, ZoneId zone, Instant now) {
  static final ShopSettings NONE = new ShopSettings(List.of(), ZoneId.of("UTC"), Instant.EPOCH);

  public ShopSettings {
    settings = List.copyOf(settings);
  }

  /** What holds now; "" where there is no such setting. */
  String value(String key) {
    return settings.stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .map(Setting::value)
        .orElse("");
  }
}
