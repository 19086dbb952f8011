package id.lajur.server.catalog.file;

import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Where each column stands.
 *
 * @param places from 0
 * @param size number of all columns, known or not
 */
record Header(Map<Column, Integer> places, int size) {

  /**
   * @throws CatalogFile.Unreadable a column that is named is missing, two mean the same, or the
   *     code of the item is not there
   */
  static Header of(CSVRecord record, FileRules rules) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    rules.columns().forEach((column, header) -> places.put(column, place(record, column, header)));
    for (int i = 0; i < record.size(); i++) {
      String header = record.get(i);
      Column column = Column.of(header).orElse(null);
      if (column == null || rules.columns().containsKey(column) || places.containsValue(i)) {
        continue;
      }
      Integer before = places.putIfAbsent(column, i);
      if (before != null) {
        throw new CatalogFile.Unreadable(
            "columns \"%s\" and \"%s\" both mean %s; say which: --column %s=..."
                .formatted(record.get(before), header, column.title(), column.title()));
      }
    }
    if (!places.containsKey(Column.ITEM_CODE)) {
      throw new CatalogFile.Unreadable(
          "has no column item_code in its first line; if it is called otherwise, say"
              + " --column item_code=...");
    }
    if (rules.source() != null && !places.containsKey(Column.SOURCE)) {
      throw new CatalogFile.Unreadable("has no column source");
    }
    return new Header(places, record.size());
  }

  private static int place(CSVRecord record, Column column, String header) {
    for (int i = 0; i < record.size(); i++) {
      if (Column.plain(record.get(i)).equals(Column.plain(header))) {
        return i;
      }
    }
    throw new CatalogFile.Unreadable(
        "has no column \"%s\" for %s".formatted(header, column.title()));
  }
}
