package id.lajur.server.catalog;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of keys at the lanes.
 *
 * @param keys by place
 */
public record QuickPage(String name, List<Key> keys) {
  static final int MOST_PAGES = 20;
  static final int PLACES = 12;
  static final int MOST_NAME = 20;

  public QuickPage {
    keys = List.copyOf(keys);
  }

  /**
   * A key of a page.
   *
   * @param place 0 to 11, row by row
   * @param unitNo 0 = the base unit
   * @param picture 64 hexadecimal digits; empty = one is drawn in the colour
   * @param told what the store knows of its item; null where the key is one that is asked for
   */
  public record Key(
      int place,
      String itemCode,
      int unitNo,
      String label,
      int rgb,
      String picture,
      @Nullable Told told) {
    boolean isAs(Key other) {
      return words().equals(other.words());
    }

    /** All that people have set of it. */
    String words() {
      return itemCode
          + (unitNo == 0 ? "" : "/" + unitNo)
          + " "
          + label
          + " #"
          + HexFormat.of().toHexDigits(rgb, 6)
          + (picture.isEmpty() ? "" : " " + picture);
    }
  }

  /**
   * What the store knows of a key's item.
   *
   * @param sellCode what a lane scans for it; empty when its unit has no barcode any more
   * @param priceMinor null = it has none now
   */
  public record Told(
      int itemId,
      String itemName,
      String unit,
      boolean weighed,
      String sellCode,
      @Nullable Long priceMinor) {}

  /**
   * Looks whether pages can be kept.
   *
   * @throws Refusal QUICK_KEYS_INVALID naming what
   */
  static void check(List<QuickPage> pages) {
    if (pages.size() > MOST_PAGES) {
      throw invalid("pages");
    }
    for (QuickPage page : pages) {
      if (page.name.isEmpty()) {
        throw invalid("name");
      }
      Set<Integer> places = new HashSet<>();
      for (Key key : page.keys) {
        if (key.place < 0 || key.place >= PLACES || !places.add(key.place)) {
          throw invalid("place");
        }
        if (key.label.isEmpty()) {
          throw invalid("label");
        }
        if (key.rgb < 0 || key.rgb > 0xFFFFFF) {
          throw invalid("rgb");
        }
      }
    }
  }

  private static Refusal invalid(String what) {
    return new Refusal(Reason.QUICK_KEYS_INVALID).with("what", what);
  }

  /** Tells apart pages that people have set otherwise. */
  static String etag(List<QuickPage> pages) {
    StringBuilder text = new StringBuilder();
    for (QuickPage page : pages) {
      text.append(page.name).append('\n');
      page.keys.forEach(key -> text.append(key.place).append(' ').append(key.words()).append('\n'));
      text.append('\n');
    }
    return HexFormat.of().formatHex(sha256(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
