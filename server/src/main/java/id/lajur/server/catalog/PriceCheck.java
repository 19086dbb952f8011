package id.lajur.server.catalog;

import id.lajur.rules.code.Gtin;
import id.lajur.server.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** What a code would sell, and at which price, without selling it. */
final class PriceCheck {
  private final Jdbi jdbi;
  private final CodeReader codes;
  private final Clock clock;

  PriceCheck(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.codes = new CodeReader(jdbi);
    this.clock = clock;
  }

  /** The offer that a code names, and what its label says of it. */
  record Checked(Offer offer, ScannedUnit scanned) {}

  /**
   * Reads a code as a lane would; a blocked item is shown as such.
   *
   * @throws Refusal as {@link CodeReader#read}
   */
  Checked check(int storeId, int locationId, String code) {
    Instant now = clock.instant();
    ScannedUnit scanned = codes.read(storeId, code, now);
    SaleItem item = scanned.item();
    Offer offer =
        jdbi.withExtension(
            OfferDao.class,
            dao -> dao.offer(item.itemId(), item.unitNo(), Gtin.key(code), locationId, now));
    return new Checked(offer, scanned);
  }
}
