package id.lajur.pos.printer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A printer behind a file: a device such as /dev/usb/lp0, or a file that gathers the papers.
 *
 * <p>A device may hold whoever opens it or writes to it, without end and deaf to interrupts. So
 * both are done on threads of their own: an opening that comes late serves the next paper, or is
 * closed if none follows, and while a write is not over no other is begun. What is left behind is
 * at most one that opens or writes, and one that waits to close it. Papers are sent by one thread,
 * whose interrupt gives the paper up.
 */
final class FilePort implements PrinterPort {
  private static final int MOST_MS = 8_000;

  private final Path file;
  private final int mostMs;
  private volatile @Nullable FutureTask<FileChannel> opening;
  private @Nullable FutureTask<?> writing;

  FilePort(Path file) {
    this(file, MOST_MS);
  }

  /**
   * @param mostMs for one paper, with the opening
   */
  FilePort(Path file, int mostMs) {
    this.file = file;
    this.mostMs = mostMs;
  }

  @Override
  public void send(byte[] bytes) throws NotPrinted {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMs);
    mustBeOverWithTheLast(end);
    FileChannel channel = opened(end);
    var written = new AtomicLong();
    FutureTask<?> write =
        begin(
            "write",
            () -> {
              try (channel) {
                var left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                  written.addAndGet(channel.write(left));
                }
              }
              return written.get();
            });
    writing = write;
    try {
      await(write, end);
    } catch (TimeoutException | InterruptedException e) {
      var unused = begin("close", () -> closed(channel)); // which waits as long as the write does
      throw notPrinted(true, "does not take the paper", e);
    } catch (IOException e) {
      throw notPrinted(written.get() > 0, e.toString(), e);
    }
  }

  private void mustBeOverWithTheLast(long end) throws NotPrinted {
    try {
      if (writing != null) {
        await(writing, end);
      }
    } catch (TimeoutException | InterruptedException e) {
      throw notPrinted(false, "still holds the paper before", e);
    } catch (IOException e) {
      // told when it happened
    }
    writing = null;
  }

  private FileChannel opened(long end) throws NotPrinted {
    FutureTask<FileChannel> begun = opening;
    FutureTask<FileChannel> open =
        begun != null
            ? begun
            : begin(
                "open",
                () ->
                    FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND));
    opening = open;
    try {
      FileChannel channel = await(open, end);
      opening = null;
      return channel;
    } catch (TimeoutException | InterruptedException e) {
      throw notPrinted(false, "does not open", e);
    } catch (IOException e) {
      opening = null;
      throw notPrinted(false, e.toString(), e);
    }
  }

  private static <T> T await(FutureTask<T> task, long end)
      throws IOException, TimeoutException, InterruptedException {
    try {
      return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    }
  }

  private <T> FutureTask<T> begin(String what, Callable<T> work) {
    var task = new FutureTask<T>(work);
    var thread = new Thread(task, "printer-file-" + what);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private static Object closed(FileChannel channel) throws IOException {
    channel.close();
    return channel;
  }

  private NotPrinted notPrinted(boolean maybeOut, String why, Exception cause) {
    return new NotPrinted(NotPrinted.Cause.OUT_OF_ORDER, maybeOut, name() + ": " + why, cause);
  }

  @Override
  public void close() {
    FutureTask<FileChannel> late = opening;
    if (late != null) {
      var unused = begin("close", () -> closed(late.get()));
    }
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public String address() {
    return "file:" + file;
  }
}
