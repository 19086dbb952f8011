package id.lajur.server.catalog;

import id.lajur.rules.code.InStoreLayout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * All that can be sold, as it stood at one version of the catalogue.
 *
 * @param taxNames of tax classes as they are printed, by id
 * @param quickPages of keys at the lanes
 * @param state tells two shelves apart that hold different things; the same on every server
 */
public record Shelf(
    long catalogVersion,
    long rulesVersion,
    String currency,
    List<InStoreLayout> layouts,
    Map<Integer, String> taxNames,
    SortedMap<ShelfUnit.Key, ShelfUnit> units,
    List<QuickPage> quickPages,
    String state) {
  private static final int DIGEST_CHARACTERS = 1 << 16;

  /** What one shelf became of another. */
  public record Change(List<ShelfUnit> changed, List<ShelfUnit.Key> gone) {}

  /** Reads it, or gives back the one that is known where no version has risen since. */
  public static Shelf read(Jdbi jdbi, int storeId, Instant now, @Nullable Shelf known)
      throws SQLException {
    return jdbi.inTransaction(
        handle -> {
          ShelfDao dao = handle.attach(ShelfDao.class);
          ShelfDao.Versions versions = dao.versions(storeId);
          if (known != null
              && known.catalogVersion == versions.catalogVersion()
              && known.rulesVersion == versions.rulesVersion()) {
            return known;
          }
          SortedMap<ShelfUnit.Key, ShelfUnit> units = units(dao, storeId, now);
          return new Shelf(
              versions.catalogVersion(),
              versions.rulesVersion(),
              versions.currency(),
              List.copyOf(dao.layouts(storeId)),
              Map.copyOf(dao.taxNames(storeId)),
              Collections.unmodifiableSortedMap(units),
              QuickKeyDao.pages(handle.getConnection(), storeId, now),
              digest(units));
        });
  }

  private static SortedMap<ShelfUnit.Key, ShelfUnit> units(ShelfDao dao, int storeId, Instant now) {
    Map<Long, List<String>> codes = new HashMap<>();
    for (ShelfDao.CodeRow row : dao.codes(storeId)) {
      codes.computeIfAbsent(row.unitKey(), k -> new ArrayList<>(1)).add(row.code());
    }
    Map<Long, List<ShelfUnit.Price>> prices = new HashMap<>();
    for (ShelfDao.PriceRow row : dao.prices(storeId, now)) {
      prices.computeIfAbsent(row.unitKey(), k -> new ArrayList<>(1)).add(row.price());
    }
    Map<Long, List<ShelfUnit.LevelPrice>> levelPrices = new HashMap<>();
    for (ShelfDao.LevelPriceRow row : dao.levelPrices(storeId, now)) {
      levelPrices.computeIfAbsent(row.unitKey(), k -> new ArrayList<>(1)).add(row.price());
    }
    SortedMap<ShelfUnit.Key, ShelfUnit> units = new TreeMap<>();
    for (ShelfDao.UnitRow row : dao.units(storeId)) {
      ShelfUnit.Key key = new ShelfUnit.Key(row.itemCode(), row.unitNo());
      units.put(
          key,
          new ShelfUnit(
              key,
              row.name(),
              row.unit(),
              codes.getOrDefault(row.unitKey(), List.of()),
              row.factorMilli(),
              row.weighed(),
              row.noDiscount(),
              row.taxClassId(),
              prices.getOrDefault(row.unitKey(), List.of()),
              levelPrices.getOrDefault(row.unitKey(), List.of())));
    }
    return units;
  }

  private static String digest(SortedMap<ShelfUnit.Key, ShelfUnit> units) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      StringBuilder page = new StringBuilder();
      for (ShelfUnit unit : units.values()) {
        unit.appendTo(page);
        if (page.length() >= DIGEST_CHARACTERS) {
          sha.update(page.toString().getBytes(StandardCharsets.UTF_8));
          page.setLength(0);
        }
      }
      sha.update(page.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What has to be told to one who has the other shelf. */
  public Change since(Shelf other) {
    List<ShelfUnit> changed = new ArrayList<>();
    units.forEach(
        (key, unit) -> {
          if (!unit.equals(other.units.get(key))) {
            changed.add(unit);
          }
        });
    List<ShelfUnit.Key> gone =
        other.units.keySet().stream().filter(key -> !units.containsKey(key)).toList();
    return new Change(changed, gone);
  }
}
