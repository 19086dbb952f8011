package id.lajur.server.catalog.file;

import id.lajur.server.catalog.PriceLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What columns of prices at a store's levels are called in a file: "Harga" or "Price", and the code
 * or the name of the level.
 */
final class LevelHeads {
  private static final List<String> BEFORE = List.of("price_", "harga_", "harga_jual_");

  private final Map<String, PriceLevel> byHead = new HashMap<>();

  LevelHeads(List<PriceLevel> levels) {
    for (PriceLevel level : levels) {
      for (String before : level.levelNo() == 0 ? List.<String>of() : BEFORE) {
        byHead.putIfAbsent(before + Column.plain(level.code()), level);
      }
    }
    for (PriceLevel level : levels) { // a code is never another level's name
      for (String before : level.levelNo() == 0 ? List.<String>of() : BEFORE) {
        byHead.putIfAbsent(before + Column.plain(level.name()), level);
      }
    }
  }

  /** The level whose prices stand under a head; null where it means something else. */
  @Nullable PriceLevel level(String head) {
    return Column.of(head).isPresent() ? null : byHead.get(Column.plain(head));
  }

  /**
   * What messages call the column of a level that this file has prices at.
   *
   * @param levelNo 1 or more
   */
  String title(int levelNo) {
    return byHead.values().stream()
        .filter(level -> level.levelNo() == levelNo)
        .findFirst()
        .map(LevelHeads::title)
        .orElseThrow();
  }

  /** What messages call the column of a level. */
  static String title(PriceLevel level) {
    return "price_" + level.code().toLowerCase(Locale.ROOT);
  }
}
