package id.lajur.pos.emergency;

import id.lajur.kit.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of what a lane keeps on its own disk, readable by its user alone: a copy of a file
 * without it tells nobody what is in there. AES-256-GCM, the nonce before the bytes.
 */
final class LaneSecret {
  /** How many bytes a sealed text is longer than the plain one. */
  static final int OVERHEAD = 12 + 16;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY = 32;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  private LaneSecret(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * Reads the key of a lane, or makes one.
   *
   * @param folder of the lane, private to its user
   * @throws IOException it cannot be read, or is none
   */
  static LaneSecret of(Path folder) throws IOException {
    Path file = folder.resolve("emergency.key");
    if (!Files.exists(file)) {
      byte[] fresh = new byte[KEY];
      new SecureRandom().nextBytes(fresh);
      Platform.here().writePrivate(file, fresh);
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length != KEY) {
      throw new IOException(file + " is no key");
    }
    return new LaneSecret(new SecretKeySpec(bytes, "AES"));
  }

  /**
   * @param place what the bytes are bound to; opened with another, they are refused
   */
  byte[] seal(byte[] plain, byte[] place) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
      byte[] sealed = new byte[NONCE + cipher.getOutputSize(plain.length)];
      System.arraycopy(nonce, 0, sealed, 0, NONCE);
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot be encrypted", e);
    }
  }

  /**
   * @throws GeneralSecurityException these bytes were not sealed by this key for this place
   */
  byte[] open(byte[] sealed, byte[] place) throws GeneralSecurityException {
    if (sealed.length < OVERHEAD) {
      throw new GeneralSecurityException("too short");
    }
    return cipher(Cipher.DECRYPT_MODE, sealed, place).doFinal(sealed, NONCE, sealed.length - NONCE);
  }

  private Cipher cipher(int mode, byte[] nonceFirst, byte[] place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonceFirst, 0, NONCE));
    cipher.updateAAD(place);
    return cipher;
  }
}
