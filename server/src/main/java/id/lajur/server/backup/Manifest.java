package id.lajur.server.backup;

import id.lajur.server.backup.BackupRefused.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * What a backup says of itself, and what its database must add up to.
 *
 * @param store SHA-256 of the certificate of the store's authority, as people read it
 * @param madeAt when the copy was taken
 * @param schema version of the database
 * @param businessDate open at that moment, else the last one; empty in a store that never opened
 * @param program version of the program that wrote it
 */
public record Manifest(
    String store,
    Instant madeAt,
    String schema,
    String businessDate,
    String storeCode,
    String storeName,
    String program,
    Totals totals) {
  private static final long FORMAT = 1;

  String toToml() {
    StringBuilder toml = new StringBuilder("format = " + FORMAT + "\n");
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("store", store);
    texts.put("store_code", storeCode);
    texts.put("store_name", storeName);
    texts.put("made_at", madeAt.toString());
    texts.put("business_date", businessDate);
    texts.put("schema", schema);
    texts.put("program", program);
    texts.forEach((key, text) -> toml.append(key).append(" = ").append(quoted(text)).append('\n'));
    toml.append("\n[totals]\n");
    totals.figures().forEach((name, figure) -> toml.append(quoted(name) + " = " + figure + "\n"));
    return toml.toString();
  }

  private static String quoted(String text) {
    return '"' + Toml.tomlEscape(text).toString() + '"';
  }

  /**
   * Reads what {@link #toToml} wrote.
   *
   * @throws BackupRefused NEWER, DAMAGED
   */
  static Manifest parse(String text) {
    TomlParseResult toml = Toml.parse(text);
    try {
      Long format = toml.getLong("format");
      if (format != null && format > FORMAT) {
        throw new BackupRefused(
            Reason.NEWER, "The backup was written by a newer program; install that one");
      }
      Map<String, Long> figures = new LinkedHashMap<>();
      TomlTable totals = toml.getTableOrEmpty("totals");
      for (String name : totals.keySet()) {
        figures.put(name, (Long) totals.get(List.of(name)));
      }
      return new Manifest(
          text(toml, "store"),
          Instant.parse(text(toml, "made_at")),
          text(toml, "schema"),
          text(toml, "business_date"),
          text(toml, "store_code"),
          text(toml, "store_name"),
          text(toml, "program"),
          new Totals(figures));
    } catch (DateTimeException | ClassCastException | IllegalArgumentException e) {
      throw new BackupRefused(Reason.DAMAGED, "What the backup says of itself cannot be read", e);
    }
  }

  private static String text(TomlParseResult toml, String key) {
    String text = toml.getString(key);
    if (text == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return text;
  }
}
