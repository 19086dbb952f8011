package id.lajur.rules.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hash over the receipts of a shift: a lane reckons it from its own journal and the server from
 * its sales. Where both are the same, every paper that a customer took stands in the books as it
 * was printed, and nothing else does.
 */
public final class ReceiptsProof {
  private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]+-[A-Z][0-9]{6,}");

  private static final Comparator<Receipt> ORDER =
      Comparator.comparing(Receipt::number)
          .thenComparing(Receipt::chainCode)
          .thenComparingLong(Receipt::totalMinor);

  private ReceiptsProof() {}

  /**
   * A receipt as its paper has it.
   *
   * @param number terminal, series and number as printed
   * @param totalMinor minor units
   * @param chainCode of its link, as {@link ChainCode}
   */
  public record Receipt(String number, long totalMinor, String chainCode) {}

  /** Whether a code is a receipt's number as {@link #number} prints it, "L01-S000012". */
  public static boolean isNumber(String code) {
    return NUMBER.matcher(code).matches();
  }

  /** A receipt's number as it is printed. */
  public static String number(String terminal, String series, long number) {
    return String.format(Locale.ROOT, "%s-%s%06d", terminal, series, number);
  }

  /**
   * SHA-256 of one row for each receipt, in the order of their numbers: number, total and code,
   * with a tab between them and a line feed behind.
   *
   * @param receipts in any order
   * @return 64 hexadecimal digits
   */
  public static String of(Collection<Receipt> receipts) {
    MessageDigest digest = sha256();
    receipts.stream()
        .sorted(ORDER)
        .map(one -> one.number() + "\t" + one.totalMinor() + "\t" + one.chainCode() + "\n")
        .forEach(row -> digest.update(row.getBytes(UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
