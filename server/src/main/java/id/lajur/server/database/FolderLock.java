package id.lajur.server.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A data folder, held for one server alone. The file {@code lock} in it has the number of the
 * process that holds it, and is given free when that ends, however it ends.
 */
final class FolderLock implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FolderLock.class);

  /**
   * Folders that this process holds. Asked before a lock file is opened: closing any channel on it
   * would give up the lock of the whole process (the way of POSIX).
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes a folder, which is made where there is none.
   *
   * @param folder absolute and normalized
   * @throws StartRefused a server holds it, in this process or another
   */
  static FolderLock take(Path folder) throws IOException {
    if (!HELD.add(folder)) {
      throw new StartRefused(
          "The data folder " + folder + " is in use by another server in this process");
    }
    FileChannel channel = null;
    try {
      DataFolders.createPrivate(folder);
      channel =
          FileChannel.open(
              file(folder),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FolderLock taken = new FolderLock(folder, channel, lockOf(channel, folder));
      if (Files.notExists(file(folder))) { // deleted between opening and locking: nobody sees it
        throw new StartRefused("The data folder " + folder + " is in use by another server");
      }
      return taken;
    } catch (IOException | RuntimeException e) {
      closeQuietly(channel);
      HELD.remove(folder);
      throw e;
    }
  }

  /** Whether a server of this process holds a folder. */
  static boolean isHeldHere(Path folder) {
    return HELD.contains(folder.toAbsolutePath().normalize());
  }

  /** Whether a server of another process holds a folder that none of this process does. */
  static boolean isHeldElsewhere(Path folder) throws IOException {
    if (!Files.exists(file(folder))) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file(folder), StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free == null;
    }
  }

  private static Path file(Path folder) {
    return folder.resolve("lock");
  }

  private static FileLock lockOf(FileChannel channel, Path folder) throws IOException {
    FileLock lock = channel.tryLock();
    if (lock == null) {
      ByteBuffer held = ByteBuffer.allocate(20);
      channel.read(held, 0);
      String pid = new String(held.array(), 0, held.position(), StandardCharsets.US_ASCII).trim();
      throw new StartRefused(
          "The data folder "
              + folder
              + " is in use by another server"
              + (pid.isEmpty() ? "" : " (process " + pid + ")"));
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
        0);
    return lock;
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      log.debug("closing the lock", e);
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  /**
   * Deletes the lock file, to be closed next. While it is held: whoever takes the folder after it
   * was given free would hold a file that has no name any more, and another server would come in.
   */
  void deleteFile() throws IOException {
    Files.deleteIfExists(file(folder));
  }

  /** Gives the folder free. */
  @Override
  public void close() throws IOException {
    try {
      lock.release();
      channel.close();
    } finally {
      HELD.remove(folder);
    }
  }
}
