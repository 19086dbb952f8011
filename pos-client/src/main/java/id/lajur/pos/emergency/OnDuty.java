package id.lajur.pos.emergency;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who sells at the lane, and whether he is there still, by the lane's clock: the server, which lets
 * go of whoever is idle, may be away.
 */
final class OnDuty {
  private final AbsentSignOn absent;
  private final InstantSource clock;

  private EmergencySale.@Nullable Seller seller;
  private Instant lastAct = Instant.EPOCH;
  private boolean hasGone; // was idle, and the server has done nothing for him since

  OnDuty(AbsentSignOn absent, InstantSource clock) {
    this.absent = absent;
    this.clock = clock;
  }

  /** Somebody sells from now on. */
  void begin(EmergencySale.Seller now) {
    seller = now;
    isServed();
  }

  /** Nobody sells any longer. */
  void end() {
    seller = null;
  }

  /** Who sells; null while nobody does. */
  EmergencySale.@Nullable Seller seller() {
    return seller;
  }

  EmergencySale.Seller sellerOrThrow() {
    return Objects.requireNonNull(seller, "nobody sells");
  }

  /** The server has done something for whoever is on; it would not, had it let go of him. */
  void isServed() {
    hasGone = false;
    lastAct = clock.instant();
  }

  /** Somebody acts. Whoever was idle for too long before it has gone, whoever it is now. */
  void acts() {
    Instant now = clock.instant();
    hasGone |= absent.isIdle(lastAct, now);
    if (!hasGone) {
      lastAct = now;
    }
  }

  /** Whether he may go on without the server: he had not gone, nor was put out by it. */
  boolean mayGoOn() {
    return !hasGone && (seller == null || !absent.isPutOut(seller.operatorNumber()));
  }
}
