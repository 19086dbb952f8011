package id.lajur.pos.lane;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a second lane from the journal of the first; it goes with the program, however it ends. */
public final class JournalLock implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JournalLock.class);

  private final FileChannel channel;
  private final @Nullable FileLock lock;

  private JournalLock(FileChannel channel, @Nullable FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Tries to take it.
   *
   * @throws IOException the journal's folder cannot be written
   */
  public static JournalLock of(Path journal) throws IOException {
    FileChannel channel =
        FileChannel.open(
            journal.resolveSibling(journal.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      return new JournalLock(channel, channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return new JournalLock(channel, null);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** False when another lane has it. */
  public boolean isHeld() {
    return lock != null;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      log.warn("the journal's lock was not closed", e);
    }
  }
}
