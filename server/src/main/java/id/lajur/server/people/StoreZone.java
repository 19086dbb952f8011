package id.lajur.server.people;

import java.time.ZoneId;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The zone whose days and hours a store has. Until something is posted it may still be set, so it
 * is read each time; from then on it is what it is, and kept. It is read on a connection of its
 * own: whoever asks holds none, or callers who all hold one wait for each other.
 */
public final class StoreZone {
  private final Jdbi jdbi;
  private final int storeId;
  private volatile @Nullable ZoneId fixed;

  public StoreZone(Jdbi jdbi, int storeId) {
    this.jdbi = jdbi;
    this.storeId = storeId;
  }

  public ZoneId now() {
    ZoneId known = fixed;
    if (known != null) {
      return known;
    }
    SettingDao.ZoneRow row = jdbi.withExtension(SettingDao.class, dao -> dao.zone(storeId));
    ZoneId zone = ZoneId.of(row.timeZone());
    if (row.posted()) {
      fixed = zone;
    }
    return zone;
  }
}
