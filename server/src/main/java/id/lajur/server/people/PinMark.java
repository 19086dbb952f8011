package id.lajur.server.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what a lane sees that an operator's PIN is another one; no PIN can be guessed by it. */
final class PinMark {
  private static final int BYTES = 8;

  private PinMark() {}

  /**
   * @param pinHash Argon2id with its salt, which nobody outside the server has
   * @return 16 hexadecimal digits
   */
  static String of(String pinHash) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(pinHash.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
