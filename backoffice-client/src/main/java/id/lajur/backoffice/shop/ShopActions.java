package id.lajur.backoffice.shop;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What the screen of the shop needs of the store; each fails with a ServerRefusal. */
public interface ShopActions {
  CompletableFuture<ShopSettings> settings();

  /**
   * Sets a value.
   *
   * @param from empty = now
   */
  CompletableFuture<Void> set(String key, String value, Optional<Instant> from);
}
