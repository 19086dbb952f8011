package id.lajur.server.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import id.lajur.server.backup.BackupRefused.Reason;
import id.lajur.server.database.DataFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that opens a store's backups: an X25519 identity as age writes it. It lies in the data
 * folder, readable by the service alone, and, since a backup that only the lost disk can open is
 * none, as the recovery key in a place of its own.
 *
 * @see "age-encryption.org/v1"
 */
public final class StoreKey {
  static final String FILE = "secrets/backup.key";

  private static final String SECRET = "AGE-SECRET-KEY-1";
  private static final int MOST_FILE = 4096;

  private final String identity;
  private final String recipient;

  private StoreKey(String identity, String recipient) {
    this.identity = identity;
    this.recipient = recipient;
  }

  /** A new one. */
  static StoreKey random() {
    try {
      var pair = new X25519KeyPairGenerator().generateKeyPair();
      return new StoreKey(
          ascii(pair.getPrivate().getEncoded()), ascii(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  /**
   * The key of a data folder, if it has one.
   *
   * @throws id.lajur.server.database.StartRefused others can read it
   */
  public static Optional<StoreKey> in(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      DataFolders.refuseIfOthersCanRead(
          file, "Whoever has read this key can open every backup of this store");
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return Optional.of(read(file));
  }

  /**
   * Reads a key from a file as {@link #text} or age-keygen writes it: one line with the key, in
   * either case; lines that begin with # are for people.
   *
   * @throws BackupRefused NO_KEY there is no such file, or no key in it
   */
  public static StoreKey read(Path file) {
    try {
      if (Files.size(file) > MOST_FILE) {
        throw noKey(file, null);
      }
      List<String> lines =
          Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
              .map(line -> line.strip().toUpperCase(Locale.ROOT))
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList();
      if (lines.size() != 1 || !lines.get(0).startsWith(SECRET)) {
        throw noKey(file, null);
      }
      String identity = lines.get(0);
      return new StoreKey(identity, recipientOf(identity));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw noKey(file, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Its last characters are a check of those before. */
  private static String recipientOf(String identity) throws GeneralSecurityException {
    byte[] bytes = identity.getBytes(StandardCharsets.US_ASCII);
    return ascii(
        new X25519KeyFactory().translateKey(new SecretKeySpec(bytes, "X25519")).getEncoded());
  }

  private static BackupRefused noKey(
      Path file, @org.jspecify.annotations.Nullable Throwable cause) {
    return new BackupRefused(
        Reason.NO_KEY,
        file + " holds no recovery key: a line that begins with " + SECRET + ", without a slip",
        cause);
  }

  private static BackupRefused unreadable(Path file, IOException e) {
    return new BackupRefused(
        Reason.NO_KEY, "The key " + file + " cannot be read: " + BackupFile.words(e), e);
  }

  /** Writes it into a data folder. */
  void writeTo(Path folder) throws IOException {
    DataFolders.createPrivate(folder.resolve("secrets"));
    DataFolders.writeSecret(folder.resolve(FILE), text());
  }

  /** The key itself, for the file or the paper that it is kept on. */
  public String text() {
    return "# public key: " + recipient + "\n" + identity + "\n";
  }

  /** Its public half, which encrypts and opens nothing; tells keys apart. {@code age1...} */
  public String recipient() {
    return recipient;
  }

  List<RecipientStanzaWriter> writers() {
    try {
      return List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  List<RecipientStanzaReader> readers() {
    try {
      return List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return recipient;
  }
}
