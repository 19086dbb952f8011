package id.lajur.server.catalog.file;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param columns headers of the file where they are not the usual ones; an empty one: the file does
 *     not have this column, whatever its headers say
 * @param values what a field says that the file lacks or leaves empty
 * @param taxClasses the store's class for a name that the file uses
 * @param source rows of this source alone; null = all
 * @param indonesianNumbers the dot parts thousands, the comma decimals: 12.500,00
 * @param wrongCheckDigits a code of a GTIN's length with another check digit is taken as the shop's
 *     own
 */
public record FileRules(
    Map<Column, String> columns,
    Map<Column, String> values,
    Map<String, String> taxClasses,
    @Nullable String source,
    boolean indonesianNumbers,
    boolean wrongCheckDigits) {
  public FileRules {
    columns = Map.copyOf(columns);
    values = Map.copyOf(values);
    taxClasses = Map.copyOf(taxClasses);
  }

  /** The usual names, numbers with a dot before their decimals. */
  public static FileRules usual() {
    return new FileRules(Map.of(), Map.of(), Map.of(), null, false, false);
  }
}
