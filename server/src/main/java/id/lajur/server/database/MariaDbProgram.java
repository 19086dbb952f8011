package id.lajur.server.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Running the database's program, and making the folder that it runs on. */
final class MariaDbProgram {
  private static final Logger log = LoggerFactory.getLogger(MariaDbProgram.class);
  private static final Duration MAKE_LIMIT = Duration.ofSeconds(90);

  private MariaDbProgram() {}

  /** What every run of the database is told. */
  static List<String> base(Path home, Path data) {
    List<String> command = new ArrayList<>();
    command.add(
        home.resolve("bin")
            .resolve(MariaDbBinaries.windows() ? "mariadbd.exe" : "mariadbd")
            .toString());
    command.addAll(
        List.of(
            "--no-defaults",
            "--basedir=" + home,
            "--datadir=" + data,
            "--lc-messages-dir=" + home.resolve("share"),
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin",
            "--skip-ssl",
            "--skip-name-resolve",
            "--skip-log-bin"));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    return command;
  }

  /**
   * Makes the system tables beside the final place, so that a kill here leaves no half database.
   *
   * @param home of the programs
   * @param folder of the store
   * @param logMb of the redo log that it begins with
   * @throws StartRefused with the database's own error
   */
  static void makeDatabase(Path home, Path folder, int logMb) throws IOException {
    Path fresh = folder.resolve("database.new");
    DataFolders.deleteTree(fresh);
    DataFolders.createPrivate(fresh);
    Path output = folder.resolve("run").resolve("install.log");
    List<String> command = new ArrayList<>(base(home, fresh));
    command.addAll(
        List.of(
            "--bootstrap",
            "--innodb-log-file-size=" + logMb + "M",
            "--innodb-buffer-pool-size=64M",
            "--tmpdir=" + folder.resolve("run"),
            "--log-warnings=0"));
    Process bootstrap = builder(command, output).start();
    try (OutputStream sql = bootstrap.getOutputStream()) {
      sql.write("CREATE DATABASE mysql;\nUSE mysql;\n".getBytes(StandardCharsets.UTF_8));
      sql.write(
          "SET @auth_root_socket=NULL;\nSET @skip_auth_anonymous=1;\n"
              .getBytes(StandardCharsets.UTF_8));
      for (String file :
          List.of(
              "mariadb_system_tables.sql",
              "mariadb_performance_tables.sql",
              "mariadb_system_tables_data.sql",
              "maria_add_gis_sp_bootstrap.sql")) {
        Files.copy(home.resolve("share").resolve(file), sql);
        sql.write('\n');
      }
    } catch (IOException e) {
      log.debug("the database closed its input", e); // its log says why; read below
    }
    if (await(bootstrap, MAKE_LIMIT) != 0) {
      throw new StartRefused("The database cannot be made in " + folder + ": " + lastError(output));
    }
    Files.move(fresh, folder.resolve("database"), StandardCopyOption.ATOMIC_MOVE);
  }

  static ProcessBuilder builder(List<String> command, Path output) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return builder;
  }

  /**
   * Waits for an end, and makes one.
   *
   * @return the status; -1 of a process that had to be ended
   */
  static int await(Process process, Duration limit) {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    return -1;
  }

  /** What a log says last of why the database did not start. */
  static String lastError(Path logFile) {
    try {
      List<String> lines = Files.readAllLines(logFile, StandardCharsets.ISO_8859_1);
      for (int i = lines.size() - 1; i >= 0; i--) {
        String line = lines.get(i);
        if (line.contains("No space left") || line.contains("Errcode: 28")) {
          return "the disk is full";
        }
      }
      return lines.stream()
          .filter(line -> line.contains("ERROR") && !line.contains("Aborting"))
          .reduce((first, second) -> second)
          .map(line -> line.substring(line.indexOf("ERROR")).replaceFirst("^ERROR]? ?:? *", ""))
          .orElse("see " + logFile);
    } catch (IOException e) {
      return "see " + logFile;
    }
  }
}
