package id.lajur.server.wire;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Where the next page of a list begins: the key of the last row that was given, bound to the
 * question it belongs to.
 */
public final class PageToken {
  private static final String BETWEEN = "\u001f";
  private static final int MOST = 1_200;

  private PageToken() {}

  /**
   * @param question what was asked, the page left out: the same for all its pages
   * @param key of the last row; none of them holds a control character
   */
  public static String after(Object question, Object... key) {
    StringBuilder text = new StringBuilder(mark(question));
    for (Object part : key) {
      text.append(BETWEEN).append(part);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key within a token.
   *
   * @return {@code size} parts; none for the first page, which has no token
   * @throws Refusal PAGE_INVALID it was not given for this question
   */
  public static List<String> read(String token, Object question, int size) {
    if (token.isEmpty()) {
      return List.of();
    }
    String text;
    try {
      text =
          new String(
              Base64.getUrlDecoder().decode(token.length() > MOST ? "" : token),
              StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refusal();
    }
    String[] parts = text.split(BETWEEN, -1);
    if (parts.length != size + 1 || !parts[0].equals(mark(question))) {
      throw refusal();
    }
    return List.of(parts).subList(1, parts.length);
  }

  /**
   * A number within a key.
   *
   * @throws Refusal PAGE_INVALID
   */
  public static long number(String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException e) {
      throw refusal();
    }
  }

  /**
   * How many rows a page has.
   *
   * @param asked 0 = {@code usual}; more than {@code most} is {@code most}
   * @throws Refusal PAGE_INVALID below 0
   */
  public static int size(int asked, int usual, int most) {
    if (asked < 0) {
      throw new Refusal(Reason.PAGE_INVALID).with("pageSize", asked);
    }
    return asked == 0 ? usual : Math.min(asked, most);
  }

  private static Refusal refusal() {
    return new Refusal(Reason.PAGE_INVALID).with("pageToken", "not of this list");
  }

  private static String mark(Object question) {
    CRC32 crc = new CRC32();
    crc.update(question.toString().getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }
}
