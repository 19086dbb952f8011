package id.lajur.installer;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Java itself and the network library log goes where ours does. */
final class JavaLog extends Handler {
  private final Formatter words = new SimpleFormatter();

  private JavaLog() {}

  static void intoOurs() {
    LogManager.getLogManager().reset();
    LogManager.getLogManager().getLogger("").addHandler(new JavaLog());
  }

  @Override
  public void publish(LogRecord told) {
    String name = told.getLoggerName();
    Logger log = LoggerFactory.getLogger(name == null || name.isEmpty() ? "java" : name);
    String said = words.formatMessage(told);
    if (told.getLevel().intValue() >= Level.SEVERE.intValue()) {
      log.error(said, told.getThrown());
    } else if (told.getLevel().intValue() >= Level.WARNING.intValue()) {
      log.warn(said, told.getThrown());
    } else {
      log.info(said, told.getThrown());
    }
  }

  @Override
  public void flush() {
    // ours writes each line at once
  }

  @Override
  public void close() {
    // nothing of its own is open
  }
}
