package id.lajur.server.catalog.file;

import id.lajur.rules.code.Gtin;
import id.lajur.server.catalog.PriceLevel;
import id.lajur.server.catalog.SaleItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the fields of one row, each by itself, and says what is wrong with each. */
final class RowReader {
  private static final Set<String> YES = Set.of("y", "yes", "ya", "true", "1");
  private static final Set<String> NO = Set.of("n", "no", "tidak", "false", "0");
  private static final long MOST_MINOR = 100_000_000_000_000L;
  private static final long MOST_FACTOR_MILLI = 1_000_000_000L;

  private final FileRules rules;
  private final Figures figures;
  private final List<Problem> problems;
  private Map<Column, String> fields = new EnumMap<>(Column.class);
  private long line;

  RowReader(FileRules rules, List<Problem> problems) {
    this.rules = rules;
    this.figures = new Figures(rules.indonesianNumbers());
    this.problems = problems;
  }

  /**
   * @param row what the file says, stripped; a column that it lacks is absent
   * @param atLevels what it says of prices at levels, stripped
   * @return null when the row names no item; its problem is noted
   */
  @Nullable CatalogRow read(
      long rowLine, Map<Column, String> row, Map<PriceLevel, String> atLevels) {
    line = rowLine;
    fields = new EnumMap<>(row);
    rules.values().forEach((column, value) -> fields.merge(column, value, RowReader::orElse));
    String code = code(Column.ITEM_CODE, field(Column.ITEM_CODE));
    if (code == null) {
      return null;
    }
    return new CatalogRow(line, code, head(), unit(atLevels), pack());
  }

  private static String orElse(String said, String value) {
    return said.isEmpty() ? value : said;
  }

  private CatalogRow.Head head() {
    String taxClass = text(Column.TAX_CLASS, 32);
    return new CatalogRow.Head(
        needed(Column.NAME, 200),
        needed(Column.DEPARTMENT, 32),
        text(Column.CATEGORY, 100),
        choice(Column.KIND, SaleItem.Kind.class),
        text(Column.ACCOUNT, 4),
        taxClass == null || taxClass.isEmpty()
            ? null
            : rules.taxClasses().getOrDefault(taxClass, taxClass),
        flag(Column.WEIGHED),
        flag(Column.NO_DISCOUNT),
        flag(Column.NO_RETURN),
        text(Column.BLOCKED, 200),
        choice(Column.STOCK_POLICY, SaleItem.StockPolicy.class),
        money(Column.COST));
  }

  private CatalogRow.Pack unit(Map<PriceLevel, String> atLevels) {
    Map<Integer, Long> levelPrices = new HashMap<>();
    atLevels.forEach(
        (level, text) -> {
          Long price = number(LevelHeads.title(level), text, 2, MOST_MINOR);
          if (price != null) {
            levelPrices.put(level.levelNo(), price);
          }
        });
    return new CatalogRow.Pack(
        emptyIsNothing(text(Column.UNIT, 32)),
        factor(Column.FACTOR),
        money(Column.PRICE),
        levelPrices,
        barcodes(Column.BARCODE));
  }

  /** A pack on the row of its item; without content it is none. */
  private CatalogRow.@Nullable Pack pack() {
    Long factor = factor(Column.PACK_FACTOR);
    List<String> barcodes = barcodes(Column.PACK_BARCODE);
    Long price = money(Column.PACK_PRICE);
    if (factor == null) {
      if (!barcodes.isEmpty() || price != null) {
        wrong(Column.PACK_FACTOR, "", Fault.PACK_FACTOR_NEEDED);
      }
      return null;
    }
    if (factor == 1000 && barcodes.isEmpty() && price == null) {
      return null;
    }
    return new CatalogRow.Pack(
        emptyIsNothing(text(Column.PACK_UNIT, 32)), factor, price, Map.of(), barcodes);
  }

  private String field(Column column) {
    return fields.getOrDefault(column, "");
  }

  private static @Nullable String emptyIsNothing(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private @Nullable String needed(Column column, int most) {
    String text = text(column, most);
    if (text != null && text.isEmpty()) {
      wrong(column, "", column == Column.DEPARTMENT ? Fault.DEPARTMENT_EMPTY : Fault.EMPTY);
      return null;
    }
    return text;
  }

  private @Nullable String text(Column column, int most) {
    String text = fields.get(column);
    if (text == null) {
      return null;
    }
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      wrong(
          column,
          text,
          Fault.TEXT_LONG,
          Map.of("length", Integer.toString(length), "most", Integer.toString(most)));
      return null;
    }
    boolean odd =
        text.codePoints()
            .anyMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    if (odd) {
      wrong(column, text.replaceAll("\\p{Cntrl}", "?"), Fault.TEXT_CONTROL);
      return null;
    }
    return text;
  }

  private @Nullable String code(Column column, String text) {
    if (text.isEmpty()) {
      wrong(column, "", Fault.EMPTY);
      return null;
    }
    if (text.length() > 48 || !text.chars().allMatch(c -> c > 32 && c < 127)) {
      wrong(column, text, Fault.NO_CODE);
      return null;
    }
    return text;
  }

  private List<String> barcodes(Column column) {
    List<String> codes = new ArrayList<>();
    for (String text : field(column).split("[\\s|]+", -1)) {
      String code = text.isEmpty() ? null : code(column, text);
      if (code == null) {
        continue;
      }
      int length = code.length();
      boolean likeGtin = (length == 8 || length >= 12 && length <= 14) && code.matches("\\d+");
      if (likeGtin && !Gtin.isValid(code) && !rules.wrongCheckDigits()) {
        wrong(
            column,
            code,
            Fault.CHECK_DIGIT,
            Map.of("digit", String.valueOf(Gtin.checkDigit(code.substring(0, length - 1)))));
        continue;
      }
      codes.add(code);
    }
    return codes;
  }

  private @Nullable Long money(Column column) {
    return number(column, 2, MOST_MINOR);
  }

  private @Nullable Long factor(Column column) {
    Long factor = number(column, 3, MOST_FACTOR_MILLI);
    if (factor == null || factor > 0) {
      return factor;
    }
    if (column == Column.FACTOR) {
      wrong(column, field(column), Fault.ZERO);
    }
    return null;
  }

  private @Nullable Long number(Column column, int decimals, long most) {
    return number(column.title(), field(column), decimals, most);
  }

  private @Nullable Long number(String title, String text, int decimals, long most) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      long value = figures.read(text, decimals);
      if (value <= most) {
        return value;
      }
      problems.add(Problem.of(line, title, text, Fault.TOO_LARGE, Map.of()));
    } catch (Figures.Unreadable e) {
      problems.add(Problem.of(line, title, text, e.fault(), e.facts()));
    }
    return null;
  }

  private @Nullable Boolean flag(Column column) {
    String text = fields.get(column);
    if (text == null) {
      return null;
    }
    String word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return true;
    }
    if (!word.isEmpty() && !NO.contains(word)) {
      wrong(column, text, Fault.NO_FLAG);
    }
    return false;
  }

  private <E extends Enum<E>> @Nullable E choice(Column column, Class<E> choices) {
    String text = field(column);
    if (text.isEmpty()) {
      return null;
    }
    for (E choice : choices.getEnumConstants()) {
      if (choice.name().equalsIgnoreCase(text)) {
        return choice;
      }
    }
    wrong(
        column,
        text,
        Fault.NO_CHOICE,
        Map.of(
            "choices",
            Arrays.stream(choices.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))));
    return null;
  }

  private void wrong(Column column, String value, Fault fault) {
    wrong(column, value, fault, Map.of());
  }

  private void wrong(Column column, String value, Fault fault, Map<String, String> facts) {
    problems.add(Problem.of(line, column, value, fault, facts));
  }
}
