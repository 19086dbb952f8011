package id.lajur.backoffice.catalogfile;

import id.lajur.kit.table.TableChoices;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Choices that are kept as long as the test lasts. */
final class KeptChoices implements TableChoices {
  private final Map<String, String> kept = new TreeMap<>();

  @Override
  public Optional<String> of(String table) {
    return Optional.ofNullable(kept.get(table));
  }

  @Override
  public void keep(String table, String chosen) {
    kept.put(table, chosen);
  }
}
