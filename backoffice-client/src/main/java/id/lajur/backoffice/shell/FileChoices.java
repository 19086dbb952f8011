package id.lajur.backoffice.shell;

import id.lajur.kit.platform.Platform;
import id.lajur.kit.table.TableChoices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one operator has chosen of tables, in a file of this machine. A file that cannot be read or
 * written costs the choices and nothing else.
 */
final class FileChoices implements TableChoices {
  private static final Logger log = LoggerFactory.getLogger(FileChoices.class);

  private final Path file;
  private final Executor disk;
  private final Map<String, String> chosen = new TreeMap<>();
  private final Object writing = new Object();
  private boolean read;

  /**
   * @param disk where the file is written
   */
  FileChoices(Path folder, String operator, Executor disk) {
    this.file = folder.resolve("tables-" + operator + ".properties");
    this.disk = disk;
  }

  @Override
  public synchronized Optional<String> of(String table) {
    if (!read) {
      read = true;
      read();
    }
    return Optional.ofNullable(chosen.get(table));
  }

  private void read() {
    if (!Files.isReadable(file)) {
      return;
    }
    try (var in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      var kept = new Properties();
      kept.load(in);
      kept.stringPropertyNames().forEach(name -> chosen.put(name, kept.getProperty(name)));
    } catch (IOException | IllegalArgumentException e) {
      log.warn("what was chosen of tables cannot be read: {}", e.toString());
    }
  }

  @Override
  public synchronized void keep(String table, String what) {
    if (!what.equals(chosen.put(table, what))) {
      try {
        disk.execute(this::write);
      } catch (RejectedExecutionException e) {
        log.info("the window closes, what was chosen last is not kept");
      }
    }
  }

  private synchronized Properties all() {
    var all = new Properties();
    all.putAll(chosen);
    return all;
  }

  /** One after the other, each with all that is chosen by then: the last one stands. */
  private void write() {
    synchronized (writing) {
      write(all());
    }
  }

  private void write(Properties all) {
    try {
      var out = new ByteArrayOutputStream();
      all.store(out, null);
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        var unused = Platform.here().makePrivateFolder(folder);
      }
      Platform.here().writePrivate(file, out.toByteArray());
    } catch (IOException e) {
      log.warn("what was chosen of tables cannot be kept: {}", e.toString());
    }
  }
}
