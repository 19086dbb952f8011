package id.lajur.installer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import id.lajur.kit.platform.Platform;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The file that a program writes its log into, which only its user can read: what it does not write
 * to the terminal as well, from INFO on. A new one begins each day and after 5 MB; those of 30 days
 * are kept, 50 MB together at most. A second program that would write the same file has one of its
 * own, {@code lane-2.log}.
 */
public final class LogFile implements AutoCloseable {
  private static final int MOST_PROGRAMS = 9;
  private static final int DAYS = 30;
  private static final FileSize ONE = FileSize.valueOf("5MB");
  private static final FileSize ALL = FileSize.valueOf("50MB");

  /** A line break that came from outside makes no line of its own. */
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{0}: "
          + "%replace(%msg){'[\\r\\n]+', ' '}%n%rEx{40}";

  private final @Nullable RollingFileAppender<ILoggingEvent> appender;
  private final @Nullable FileChannel held;

  private LogFile(
      @Nullable RollingFileAppender<ILoggingEvent> appender, @Nullable FileChannel held) {
    this.appender = appender;
    this.held = held;
  }

  /**
   * Writes into this file from now on.
   *
   * @param file empty = nowhere
   * @param err told where it cannot be written; the program goes on without
   */
  public static LogFile open(Optional<Path> file, PrintWriter err) {
    if (file.isEmpty()) {
      return new LogFile(null, null);
    }
    try {
      return open(file.get().toAbsolutePath());
    } catch (IOException e) {
      err.println("lajur: no log is written into " + file.get() + ": " + e);
      return new LogFile(null, null);
    }
  }

  private static LogFile open(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("no folder");
    }
    Path above = folder.getParent();
    if (above != null && !Files.exists(above)) {
      Platform.here().makePrivateFolder(above); // of the data, which are made after the log
    }
    Platform.here().makePrivateFolder(folder);
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.log$", "");
    for (int number = 1; number <= MOST_PROGRAMS; number++) {
      String own = number == 1 ? name : name + "-" + number;
      FileChannel lock =
          FileChannel.open(
              folder.resolve(own + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isHeld(lock)) {
        return new LogFile(begun(folder, own), lock);
      }
      lock.close();
    }
    throw new IOException("as many programs write there already");
  }

  /** Until this process ends, or closes it. */
  private static boolean isHeld(FileChannel lock) throws IOException {
    try {
      FileLock got = lock.tryLock();
      return got != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static RollingFileAppender<ILoggingEvent> begun(Path folder, String name) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(PATTERN);
    encoder.start();
    var appender = new RollingFileAppender<ILoggingEvent>();
    var rolling = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(folder.resolve(name + ".%d{yyyy-MM-dd}.%i.log").toString());
    rolling.setMaxFileSize(ONE);
    rolling.setMaxHistory(DAYS);
    rolling.setTotalSizeCap(ALL);
    rolling.setCleanHistoryOnStart(true);
    rolling.start();
    appender.setContext(context);
    appender.setName("file " + name);
    appender.setFile(folder.resolve(name + ".log").toString());
    appender.setEncoder(encoder);
    appender.setRollingPolicy(rolling);
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    Logger ours = context.getLogger("id.lajur");
    if (!ours.isInfoEnabled()) {
      ours.setLevel(Level.INFO);
    }
    return appender;
  }

  /** Writes into it no more. */
  @Override
  public void close() {
    try {
      if (appender != null) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        appender.stop();
      }
      if (held != null) {
        held.close();
      }
    } catch (IOException e) {
      LoggerFactory.getLogger(LogFile.class).warn("the log's lock was not closed", e);
    }
  }
}
