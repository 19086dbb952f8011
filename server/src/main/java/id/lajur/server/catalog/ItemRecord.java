package id.lajur.server.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item whole, as the store has it.
 *
 * @param head with the base unit alone, without price and barcodes
 * @param asksExpiry whether no delivery of it goes without its date
 * @param units by their number, the base unit first
 * @param moved whether stock has ever moved: no unit changes its factor any more
 */
record ItemRecord(int itemId, NewItem head, boolean asksExpiry, List<Unit> units, boolean moved) {
  ItemRecord {
    units = List.copyOf(units);
  }

  /**
   * One of its units.
   *
   * @param keys of its barcodes, ascending
   * @param priceMinor in force, null when it has none
   */
  record Unit(
      int unitNo,
      String name,
      long factorMilli,
      List<String> keys,
      @Nullable Long priceMinor,
      List<Coming> coming) {
    Unit {
      keys = List.copyOf(keys);
      coming = List.copyOf(coming);
    }
  }

  /** A price that is not in force yet. */
  record Coming(Instant effectiveAt, long priceMinor) {}

  /** Marks what an editor may change: another one means that somebody has changed it. */
  String etag() {
    StringBuilder text = new StringBuilder();
    add(text, head.code(), head.name(), head.department(), head.category(), head.taxClass());
    add(text, head.kind(), head.weighed(), head.noDiscount(), head.noReturn());
    add(text, String.valueOf(head.blocked()), head.stockPolicy(), asksExpiry);
    for (Unit unit : units) {
      add(text, unit.unitNo(), unit.name(), unit.factorMilli(), unit.keys());
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(StringBuilder text, Object... values) {
    for (Object value : values) {
      String said = value.toString();
      text.append(said.length()).append(':').append(said);
    }
    text.append('\n');
  }
}
