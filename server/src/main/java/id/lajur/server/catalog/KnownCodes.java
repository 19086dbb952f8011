package id.lajur.server.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lajur.server.refusal.Refusal;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/**
 * Codes as they were read last, for lanes that scan the same goods all day. What is known holds
 * only in the version of the catalogue in which it was read, and while its price is in force.
 */
public final class KnownCodes {
  private static final int MOST_KNOWN = 20_000;

  private final Jdbi jdbi;
  private final CodeReader codes;
  private final Cache<CodeAt, Known> known = Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

  public KnownCodes(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.codes = new CodeReader(jdbi);
  }

  private record CodeAt(int storeId, String code) {}

  private record Known(ScannedUnit unit, long catalogVersion, InForce price) {}

  /**
   * As {@link CodeReader#read}.
   *
   * @param catalogVersion that the caller has seen before; what is answered is not older
   * @throws Refusal as there
   */
  public ScannedUnit read(int storeId, long catalogVersion, String code, Instant now) {
    CodeAt key = new CodeAt(storeId, code);
    Known last = known.getIfPresent(key);
    if (last != null && last.catalogVersion() == catalogVersion && last.price().at(now)) {
      return last.unit();
    }
    return readAnew(storeId, catalogVersion, code, now);
  }

  /** As {@link #read}, from the database, for an act that is not written under the version. */
  public ScannedUnit readAnew(int storeId, long catalogVersion, String code, Instant now) {
    ScannedUnit unit = codes.read(storeId, code, now);
    if (unit.quantityMilli() == null && unit.amountMinor() == null) {
      // A label that says how much is on one pack alone.
      known.put(
          new CodeAt(storeId, code), new Known(unit, catalogVersion, price(unit.item(), now)));
    }
    return unit;
  }

  private InForce price(SaleItem item, Instant now) {
    return jdbi.withExtension(
        ItemDao.class, dao -> dao.priceInForce(item.itemId(), item.unitNo(), now));
  }
}
