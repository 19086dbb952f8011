package id.lajur.server.database;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database as SQL, in one consistent snapshot, made by the database's own program while others
 * work in it. Statements end with their line; the last line is {@link #LAST_LINE}.
 *
 * <p>Read {@link #sql} to its end, then {@link #finish}; closed before that, it ends at once.
 */
public final class DatabaseDump implements AutoCloseable {
  public static final String LAST_LINE = "-- Dump completed";

  private static final byte[] FIRST_TABLE = "CREATE TABLE".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_HEADER = 1 << 20;
  private static final long MOST_END_S = 10;
  private static final AtomicLong made = new AtomicLong();
  private static final Logger log = LoggerFactory.getLogger(DatabaseDump.class);

  private final Process process;
  private final Path login;
  private final Path said;
  private InputStream sql;

  private DatabaseDump(Process process, Path login, Path said) {
    this.process = process;
    this.login = login;
    this.said = said;
    this.sql = new BufferedInputStream(process.getInputStream(), 1 << 16);
  }

  /**
   * Begins to dump.
   *
   * @param run folder in which the password lies meanwhile, readable by this user alone
   * @param address as JDBC names it
   */
  static DatabaseDump begin(Path run, String address, String user, String password)
      throws IOException {
    String name = "dump-" + ProcessHandle.current().pid() + "-" + made.incrementAndGet();
    Path login = DataFolders.createPrivate(run).resolve(name + ".cnf");
    Path said = run.resolve(name + ".log");
    try {
      Configuration at = Objects.requireNonNull(Configuration.parse(address), address);
      DataFolders.writeSecret(login, login(at, user, password));
      Process process = new ProcessBuilder(command(login, at)).redirectError(said.toFile()).start();
      process.getOutputStream().close();
      return new DatabaseDump(process, login, said);
    } catch (SQLException e) {
      throw new IllegalArgumentException(address, e);
    } catch (IOException e) {
      remove(login);
      throw e;
    }
  }

  private static String login(Configuration at, String user, String password) {
    StringBuilder options = new StringBuilder("[client]\nuser=").append(quoted(user));
    options.append("\npassword=").append(quoted(password)).append('\n');
    if (at.serverSslCert() == null) {
      options.append("skip-ssl\n");
    } else {
      options.append("ssl-ca=").append(quoted(at.serverSslCert()));
      options.append("\nssl-verify-server-cert\n");
    }
    return options.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static List<String> command(Path login, Configuration at) {
    List<String> command = new ArrayList<>();
    command.add(MariaDbBinaries.dumpProgram(System.getProperty("os.arch")));
    command.add("--defaults-file=" + login); // must come first; no password on a command line
    if (at.localSocket() != null) {
      command.add("--socket=" + at.localSocket());
    } else {
      HostAddress host = at.addresses().get(0);
      command.addAll(List.of("--protocol=tcp", "--host=" + host.host, "--port=" + host.port));
    }
    command.addAll(
        List.of(
            "--single-transaction",
            "--skip-lock-tables",
            "--skip-add-locks",
            "--skip-disable-keys",
            "--skip-dump-date",
            "--hex-blob",
            "--default-character-set=utf8mb4",
            Objects.requireNonNull(at.database())));
    return command;
  }

  /**
   * Returns when the dump has its snapshot: what is committed from then on is not in it.
   *
   * @throws IOException it ended before
   */
  public void awaitSnapshot() throws IOException {
    ByteArrayOutputStream begun = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < FIRST_TABLE.length && begun.size() < MOST_HEADER) {
      int next = sql.read();
      if (next < 0) {
        finish();
        throw new IOException("the database holds no table");
      }
      begun.write(next);
      matched = next == FIRST_TABLE[matched] ? matched + 1 : next == FIRST_TABLE[0] ? 1 : 0;
    }
    sql = new SequenceInputStream(new ByteArrayInputStream(begun.toByteArray()), sql);
  }

  public InputStream sql() {
    return sql;
  }

  /**
   * Waits for the program's end.
   *
   * @throws IOException it did not dump all, with what it said
   */
  public void finish() throws IOException {
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new IOException("the program that copies the database does not end");
      }
      if (process.exitValue() != 0) {
        throw new IOException(Files.readString(said).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    awaitEnd(); // or it would hold its files open, on a disk that may have to be taken out
    remove(login);
    remove(said);
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(MOST_END_S, TimeUnit.SECONDS)) {
        log.warn("the program that copies the database ({}) does not end", process.pid());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      log.warn("{} was not removed", file, e);
    }
  }
}
