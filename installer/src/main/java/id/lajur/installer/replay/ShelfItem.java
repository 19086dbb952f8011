package id.lajur.installer.replay;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One item of the catalogue.
 *
 * @param priceMinor per unit; null when it has none
 * @param costMinor per unit; null when not known
 */
record ShelfItem(
    String code,
    String barcode,
    String name,
    String department,
    String category,
    String unit,
    @Nullable Long priceMinor,
    String taxClass,
    @Nullable Long costMinor) {
  private static final Set<String> WEIGHTS =
      Set.of("LB", "KG", "KLG", "KILOGRAM", "GAL", "G", "GR", "L");
  private static final List<String> COLUMNS =
      List.of(
          "item_code",
          "barcode",
          "name",
          "department",
          "category",
          "unit",
          "price",
          "tax_class",
          "cost",
          "source");

  boolean weighed() {
    return WEIGHTS.contains(unit.toUpperCase(Locale.ROOT));
  }

  /**
   * Reads a catalogue.
   *
   * @param source rows of that source alone; null = all
   * @return by item code, in the order of the file
   * @throws UnreadableInput naming file and line
   */
  static Map<String, ShelfItem> read(Path file, @Nullable String source) {
    Map<String, ShelfItem> items = new LinkedHashMap<>();
    try (CsvFile csv = CsvFile.open(file, COLUMNS)) {
      while (csv.next()) {
        if (source != null && !source.equals(csv.textOrEmpty("source"))) {
          continue;
        }
        String code = csv.text("item_code");
        String unit = csv.textOrEmpty("unit");
        String department = csv.textOrEmpty("department");
        ShelfItem item =
            new ShelfItem(
                code,
                csv.text("barcode"),
                csv.text("name"),
                department.isEmpty() ? "-" : cut(department, 32),
                cut(csv.textOrEmpty("category"), 100),
                unit.isEmpty() ? "pcs" : unit,
                csv.minorOrNull("price"),
                csv.text("tax_class"),
                csv.minorOrNull("cost"));
        if (items.put(code, item) != null) {
          throw csv.wrong("item " + code + " comes twice; name one shop with --source");
        }
      }
      if (items.isEmpty()) {
        throw csv.wrong(source == null ? "there is no item" : "there is no item of " + source);
      }
    }
    return items;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
