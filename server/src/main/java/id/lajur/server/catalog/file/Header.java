package id.lajur.server.catalog.file;

import id.lajur.server.catalog.PriceLevel;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Where each column stands.
 *
 * @param places from 0
 * @param levels of the prices at levels, from 0
 * @param size number of all columns, known or not
 */
record Header(Map<Column, Integer> places, Map<PriceLevel, Integer> levels, int size) {

  /**
   * @throws CatalogFile.Unreadable a column that is named is missing, two mean the same, or the
   *     code of the item is not there
   */
  static Header of(CSVRecord record, FileRules rules, LevelHeads heads) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    rules
        .columns()
        .forEach(
            (column, header) -> {
              if (!header.isEmpty()) { // else the file does not have it, whatever its heads say
                places.put(column, place(record, column, header));
              }
            });
    for (int i = 0; i < record.size(); i++) {
      String header = record.get(i);
      Column column = Column.of(header).orElse(null);
      if (column == null || rules.columns().containsKey(column) || places.containsValue(i)) {
        continue;
      }
      Integer before = places.putIfAbsent(column, i);
      if (before != null) {
        throw new CatalogFile.Unreadable(
            Fault.HEAD_TWICE,
            Map.of("first", record.get(before), "second", header, "column", column.title()));
      }
    }
    if (!places.containsKey(Column.ITEM_CODE)) {
      throw new CatalogFile.Unreadable(Fault.HEAD_NO_CODE);
    }
    if (rules.source() != null && !places.containsKey(Column.SOURCE)) {
      throw new CatalogFile.Unreadable(Fault.SOURCE_ABSENT);
    }
    return new Header(places, levels(record, heads, places), record.size());
  }

  /** Where nothing else was said of a column. */
  private static Map<PriceLevel, Integer> levels(
      CSVRecord record, LevelHeads heads, Map<Column, Integer> places) {
    Map<PriceLevel, Integer> levels = new LinkedHashMap<>();
    for (int i = 0; i < record.size(); i++) {
      PriceLevel level = places.containsValue(i) ? null : heads.level(record.get(i));
      Integer before = level == null ? null : levels.putIfAbsent(level, i);
      if (level != null && before != null) {
        throw new CatalogFile.Unreadable(
            Fault.LEVEL_TWICE,
            Map.of("first", record.get(before), "second", record.get(i), "level", level.code()));
      }
    }
    return levels;
  }

  private static int place(CSVRecord record, Column column, String header) {
    for (int i = 0; i < record.size(); i++) {
      if (Column.plain(record.get(i)).equals(Column.plain(header))) {
        return i;
      }
    }
    throw new CatalogFile.Unreadable(
        Fault.HEAD_ABSENT, Map.of("head", header, "column", column.title()));
  }
}
