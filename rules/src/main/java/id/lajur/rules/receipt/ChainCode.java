package id.lajur.rules.receipt;

/** The short code of a link, as it stands on the paper. */
public final class ChainCode {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private ChainCode() {}

  /** The first 40 bits of a link in Crockford's base 32: eight characters. */
  public static String of(byte[] link) {
    long bits = 0;
    for (int i = 0; i < 5; i++) {
      bits = bits << 8 | link[i] & 0xff;
    }
    StringBuilder code = new StringBuilder(8);
    for (int shift = 35; shift >= 0; shift -= 5) {
      code.append(CROCKFORD.charAt((int) (bits >> shift & 31)));
    }
    return code.toString();
  }
}
