package id.lajur.server.security;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id for PINs, in the PHC text form {@code $argon2id$v=19$m=..,t=..,p=..$salt$hash}.
 *
 * <p>A computation takes memory and time on purpose, so at most two run at once and a third waits a
 * moment: signing on must not be a way to take the shop down.
 */
public final class PinHasher {
  private static final int MEMORY_KB = 19_456; // the least that OWASP names for t=2, p=1
  private static final int ITERATIONS = 2;
  private static final int HASH_BYTES = 32;

  private final Semaphore computing = new Semaphore(2, true);
  private final SecureRandom random = new SecureRandom();

  /** The text to keep for a PIN; the characters are not kept. */
  public String hash(char[] pin) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    byte[] hash = compute(pin, salt, MEMORY_KB, ITERATIONS);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + MEMORY_KB
        + ",t="
        + ITERATIONS
        + ",p=1$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(hash);
  }

  /**
   * Whether a PIN belongs to a kept text.
   *
   * @throws Refusal SIGN_ON_BUSY when others have been computing for too long
   */
  public boolean matches(char[] pin, String kept) {
    String[] parts = kept.split("\\$", -1);
    if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
      throw new IllegalStateException("not a hash of ours");
    }
    String[] costs = parts[3].split("[=,]", -1);
    byte[] expected = Base64.getDecoder().decode(parts[5]);
    byte[] salt = Base64.getDecoder().decode(parts[4]);
    byte[] found = compute(pin, salt, Integer.parseInt(costs[1]), Integer.parseInt(costs[3]));
    return MessageDigest.isEqual(expected, found);
  }

  private byte[] compute(char[] pin, byte[] salt, int memoryKb, int iterations) {
    try {
      if (!computing.tryAcquire(5, TimeUnit.SECONDS)) {
        throw new Refusal(Reason.SIGN_ON_BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Reason.SIGN_ON_BUSY);
    }
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(memoryKb)
              .withIterations(iterations)
              .withParallelism(1)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[HASH_BYTES];
      generator.generateBytes(pin, hash);
      return hash;
    } finally {
      computing.release();
      Arrays.fill(pin, '\0');
    }
  }
}
