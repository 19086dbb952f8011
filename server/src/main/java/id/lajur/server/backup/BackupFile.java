package id.lajur.server.backup;

import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import id.lajur.server.backup.BackupRefused.Reason;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseDump;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The file of a backup: a ZIP of the manifest, the files of the data folder, and last the database
 * as SQL, encrypted with age. So with the recovery key and two programs that every system has, what
 * is in it can be had without this one.
 *
 * @see "age-encryption.org/v1"
 */
public final class BackupFile {
  static final String MANIFEST = "manifest.toml";
  static final String DATABASE = "database.sql";

  private static final byte[] FIRST_LINE =
      "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_FILE = 1 << 20;
  private static final int BUFFER = 1 << 16;

  private BackupFile() {}

  /** What comes before the database: the manifest, and the data folder's files by their name. */
  record Head(Manifest manifest, Map<String, byte[]> files) {}

  /** Takes what a backup holds. What is left unread of the database is skipped. */
  @FunctionalInterface
  interface Taker {
    /**
     * Called once.
     *
     * @param sql the database; it may turn out to be damaged while it is read, unless all of the
     *     file was checked before
     */
    void take(Head head, InputStream sql) throws IOException, SQLException;
  }

  /**
   * Reads all of a backup and keeps none of it.
   *
   * @throws BackupRefused NOT_A_BACKUP, DAMAGED, NEWER, OTHER_KEY, UNUSABLE
   */
  public static Manifest check(Path file, StoreKey key) {
    try {
      return read(file, key, (head, sql) -> {});
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads all of a backup; as {@link #check}. */
  static Manifest read(Path file, StoreKey key, Taker taker) throws SQLException {
    refuseOther(file);
    try (FileChannel bytes = FileChannel.open(file);
        ReadableByteChannel plain =
            new StandardDecryptingChannelFactory().newDecryptingChannel(bytes, key.readers());
        InputStream in = Channels.newInputStream(plain)) {
      Head head = entries(new ZipInputStream(in), taker);
      in.transferTo(
          OutputStream.nullOutputStream()); // to the end, which alone says that it is whole
      return head.manifest();
    } catch (UnsupportedRecipientStanzaException e) {
      throw new BackupRefused(
          Reason.OTHER_KEY,
          "The key %s does not open %s: it is the backup of another store, or made with another key"
              .formatted(key.recipient(), file),
          e);
    } catch (GeneralSecurityException
        | com.exceptionfactory.jagged.PayloadException
        | ZipException
        | EOFException e) {
      throw damaged(file, e);
    } catch (IOException e) {
      throw new BackupRefused(
          Reason.UNUSABLE, "The backup " + file + " cannot be read: " + words(e), e);
    }
  }

  private static void refuseOther(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      if (!Arrays.equals(in.readNBytes(FIRST_LINE.length), FIRST_LINE)) {
        throw new BackupRefused(Reason.NOT_A_BACKUP, file + " is no backup of a store");
      }
    } catch (IOException e) {
      throw new BackupRefused(
          Reason.UNUSABLE, "The backup " + file + " cannot be read: " + words(e), e);
    }
  }

  private static BackupRefused damaged(Path file, @Nullable Throwable cause) {
    return new BackupRefused(
        Reason.DAMAGED, "The backup " + file + " is damaged or cut off: take another one", cause);
  }

  private static Head entries(ZipInputStream zip, Taker taker) throws IOException, SQLException {
    Manifest manifest = null;
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(DATABASE)) {
        if (manifest == null) {
          throw none();
        }
        Head head = new Head(manifest, files);
        Tail sql = new Tail(zip);
        taker.take(head, sql);
        sql.transferTo(OutputStream.nullOutputStream());
        if (!sql.text().contains(DatabaseDump.LAST_LINE)) {
          throw new ZipException("the database's end is missing");
        }
        if (zip.getNextEntry() != null) {
          throw new ZipException("something stands behind the database");
        }
        return head;
      }
      byte[] bytes = zip.readNBytes(MOST_FILE + 1);
      if (bytes.length > MOST_FILE) {
        throw new ZipException(entry.getName() + " is too large");
      }
      if (entry.getName().equals(MANIFEST)) {
        manifest = Manifest.parse(new String(bytes, StandardCharsets.UTF_8));
      } else {
        files.put(entry.getName(), bytes);
      }
    }
    throw none();
  }

  private static BackupRefused none() {
    return new BackupRefused(
        Reason.NOT_A_BACKUP, "The key opens the file, but what is in it is no backup of a store");
  }

  static String words(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such file"
        : e instanceof AccessDeniedException ? "this user may not" : String.valueOf(e.getMessage());
  }

  /**
   * Writes a backup and forces it to the disk.
   *
   * @param file not there yet; left behind half when this fails
   */
  static void write(Path file, StoreKey key, Head head, DatabaseDump dump) throws IOException {
    // A resource of its own: on a full disk the encryption does not close what it writes to.
    try (Forced kept = new Forced(DataFolders.createSecret(file));
        WritableByteChannel plain =
            new StandardEncryptingChannelFactory().newEncryptingChannel(kept, key.writers());
        ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(plain))) {
      zip.setLevel(Deflater.BEST_SPEED); // it shares its processor with lanes that sell
      entry(zip, MANIFEST, head.manifest().toToml().getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> one : head.files().entrySet()) {
        entry(zip, one.getKey(), one.getValue());
      }
      zip.putNextEntry(new ZipEntry(DATABASE));
      dump.sql().transferTo(zip);
      dump.finish();
      zip.closeEntry();
      zip.finish();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Closes a file when all of it is on the disk. */
  private record Forced(FileChannel file) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      return file.write(bytes);
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() throws IOException {
      if (file.isOpen()) {
        file.force(true);
        file.close();
      }
    }
  }

  /** Remembers the last bytes that went through; the stream under it stays open. */
  private static final class Tail extends InputStream {
    private static final int KEPT = 64;

    private final InputStream in;
    private final byte[] kept = new byte[KEPT];

    Tail(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int given = in.read(into, from, Math.min(length, BUFFER));
      if (given > 0) {
        int taken = Math.min(given, KEPT);
        System.arraycopy(kept, taken, kept, 0, KEPT - taken);
        System.arraycopy(into, from + given - taken, kept, KEPT - taken, taken);
      }
      return given;
    }

    String text() {
      return new String(kept, StandardCharsets.ISO_8859_1);
    }
  }
}
