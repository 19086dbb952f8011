package id.lajur.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.transaction.SerializableTransactionRunner;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;

/** The store's database, open: pool, mapping and schema, its settings proven safe. */
public final class StoreDatabase implements AutoCloseable {
  static final String SQL_MODE =
      "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY";

  /** For each of the sixteen threads that answer calls, two writers, the lease and a watcher. */
  private static final int POOL_SIZE = 20;

  private final @Nullable EmbeddedMariaDb embedded;
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private StoreDatabase(@Nullable EmbeddedMariaDb embedded, HikariDataSource pool) {
    this.embedded = embedded;
    this.pool = pool;
    this.jdbi = jdbi(pool);
  }

  /**
   * Opens the database, starting it if it is our own, and brings its schema up to date. A schema
   * that is changed is copied first.
   *
   * @param folder the store's data folder, where the copy is kept
   * @throws StartRefused unreachable, wrong password, newer than this program, unsafe settings, or
   *     it cannot be copied before it is changed
   */
  public static StoreDatabase open(DatabaseSettings settings, Path folder) {
    return opened(settings, folder);
  }

  /** Opens the database as it is; the audit and its kind look and change nothing. */
  public static StoreDatabase openUnchanged(DatabaseSettings settings) {
    return opened(settings, null);
  }

  /**
   * Opens the database of a running server beside it, or starts that of a stopped one; as it is.
   *
   * @throws StartRefused unreachable
   */
  public static StoreDatabase openToLook(DatabaseSettings settings) {
    if (settings instanceof DatabaseSettings.Embedded own) {
      try {
        String address = EmbeddedMariaDb.runningAddress(own.folder());
        if (address != null) {
          return new StoreDatabase(
              null, pool(address, "lajur", EmbeddedMariaDb.password(own.folder()), "disable"));
        }
      } catch (IOException e) {
        throw new StartRefused("The data folder " + own.folder() + " cannot be read", e);
      }
    }
    return openUnchanged(settings);
  }

  /**
   * Opens the database of a running server beside it, or starts that of a stopped one, to change
   * something in it.
   *
   * @throws StartRefused unreachable, or its schema is not that of this program
   */
  public static StoreDatabase openToChange(DatabaseSettings settings) {
    StoreDatabase database = openToLook(settings);
    try {
      database.refuseUnsafeSettings();
      if (flyway(database.pool).info().pending().length > 0) {
        throw new StartRefused(
            "The database is not that of this version's store; start its server once");
      }
      refuseNewer(flyway(database.pool));
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * @param folder in which a copy is kept before the schema is changed; null = it is not changed
   */
  private static StoreDatabase opened(DatabaseSettings settings, @Nullable Path folder) {
    EmbeddedMariaDb embedded = null;
    HikariDataSource pool = null;
    try {
      if (settings instanceof DatabaseSettings.Embedded own) {
        embedded = EmbeddedMariaDb.start(own);
        pool = pool(embedded.address(), "lajur", embedded.password(), "disable");
      } else {
        pool = installed((DatabaseSettings.Installed) settings);
      }
      StoreDatabase database = new StoreDatabase(embedded, pool);
      if (folder != null) {
        database.refuseUnsafeSettings();
        database.migrate(folder);
      }
      return database;
    } catch (RuntimeException e) {
      if (pool != null) {
        pool.close();
      }
      if (embedded != null) {
        embedded.close();
      }
      throw e;
    }
  }

  private static HikariDataSource installed(DatabaseSettings.Installed settings) {
    String password;
    try {
      password = Files.readString(settings.passwordFile()).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new WrongSettings(
          "The database's password file " + settings.passwordFile() + " cannot be read", e);
    }
    if (settings.caFile() != null && !Files.isReadable(settings.caFile())) {
      throw new WrongSettings("The database's ca_file " + settings.caFile() + " cannot be read");
    }
    String address =
        "jdbc:mariadb://" + settings.host() + ":" + settings.port() + "/" + settings.name();
    if (settings.caFile() == null && !DatabaseSettings.Installed.loopback(settings.host())) {
      throw new WrongSettings(
          "The database on " + settings.host() + " is not on this machine: name its ca_file");
    }
    String sslMode = settings.caFile() == null ? "disable" : "verify-full";
    String where =
        settings.caFile() == null ? address : address + "?serverSslCert=" + settings.caFile();
    try {
      return pool(where, settings.user(), password, sslMode);
    } catch (RuntimeException e) {
      throw new StartRefused(
          "The database on " + settings.host() + ":" + settings.port() + " " + whyNot(e), e);
    }
  }

  private static String whyNot(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        switch (sql.getErrorCode()) {
          case 1045, 1698 -> {
            return "refuses this user or password";
          }
          case 1049 -> {
            return "has no database of this name";
          }
          case 1044 -> {
            return "does not let this user use the database";
          }
          default -> {
            // a cause further down may say more
          }
        }
      }
    }
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String words = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    return "cannot be reached: "
        + (deepest instanceof UnknownHostException ? "no such host" : words);
  }

  private static HikariDataSource pool(
      String address, String user, String password, String sslMode) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("lajur");
    config.setJdbcUrl(address);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(10_000);
    config.addDataSourceProperty("sslMode", sslMode);
    config.addDataSourceProperty("useServerPrepStmts", "true");
    config.addDataSourceProperty("prepStmtCacheSize", "500");
    config.addDataSourceProperty("useBulkStmts", "true");
    config.addDataSourceProperty("connectionCollation", "utf8mb4_bin");
    config.addDataSourceProperty(
        "sessionVariables",
        "sql_mode='" + SQL_MODE + "',time_zone='+00:00',innodb_lock_wait_timeout=20");
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return new HikariDataSource(config);
  }

  private static Jdbi jdbi(DataSource pool) {
    Jdbi jdbi = Jdbi.create(pool).installPlugin(new SqlObjectPlugin());
    // A deadlock is an ordinary end of a transaction: it is done again, so it keeps nothing.
    jdbi.setTransactionHandler(new SerializableTransactionRunner());
    jdbi.registerColumnMapper(
        UUID.class,
        (results, column, context) -> {
          byte[] bytes = results.getBytes(column);
          return bytes == null ? null : Ids.uuid(bytes);
        });
    jdbi.registerArgument(new UuidArguments());
    jdbi.registerArgument(new InstantArguments());
    jdbi.registerColumnMapper(
        Instant.class,
        (results, column, context) -> {
          LocalDateTime time = results.getObject(column, LocalDateTime.class);
          return time == null ? null : time.toInstant(ZoneOffset.UTC);
        });
    return jdbi;
  }

  private static final class UuidArguments extends AbstractArgumentFactory<UUID> {
    UuidArguments() {
      super(java.sql.Types.BINARY);
    }

    @Override
    protected Argument build(UUID id, ConfigRegistry config) {
      return (position, statement, context) -> statement.setBytes(position, Ids.bytes(id));
    }
  }

  /** Times cross as UTC wall time; the driver would bend a Timestamp to this machine's zone. */
  private static final class InstantArguments extends AbstractArgumentFactory<Instant> {
    InstantArguments() {
      super(java.sql.Types.TIMESTAMP);
    }

    @Override
    protected Argument build(Instant time, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }
  }

  private void migrate(Path folder) {
    Flyway flyway = flyway(pool);
    refuseNewer(flyway);
    MigrationInfo current = flyway.info().current();
    if (current != null && flyway.info().pending().length > 0) {
      var unused =
          DumpBeforeUpgrade.make(this, folder, String.valueOf(current.getVersion()), Instant.now());
    }
    flyway.migrate();
  }

  private static Flyway flyway(DataSource pool) {
    return Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .load();
  }

  private static void refuseNewer(Flyway flyway) {
    MigrationInfo[] unknown =
        Arrays.stream(flyway.info().all())
            .filter(info -> info.getState().isApplied() && !info.getState().isResolved())
            .toArray(MigrationInfo[]::new);
    if (unknown.length > 0) {
      throw new StartRefused(
          "The database is newer than this program (schema "
              + unknown[unknown.length - 1].getVersion()
              + "); install the newer program, nothing was changed");
    }
  }

  /** Settings under which an acknowledged sale could be lost or a wrong value slip in. */
  private void refuseUnsafeSettings() {
    Map<String, String> values = new TreeMap<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('innodb_flush_log_at_trx_commit',"
                    + " 'innodb_doublewrite', 'sql_mode', 'version')")) {
      while (row.next()) {
        values.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2));
      }
    } catch (SQLException e) {
      throw new StartRefused("The database's settings cannot be read: " + e.getMessage(), e);
    }
    if (!"1".equals(values.get("innodb_flush_log_at_trx_commit"))) {
      throw new StartRefused(
          "The database may lose acknowledged sales: set innodb_flush_log_at_trx_commit=1");
    }
    if ("OFF".equals(values.get("innodb_doublewrite"))) {
      throw new StartRefused(
          "The database may lose pages in a power cut: set innodb_doublewrite=ON");
    }
    Set<String> modes =
        Arrays.stream(values.getOrDefault("sql_mode", "").split(",")).collect(Collectors.toSet());
    if (!modes.contains("STRICT_TRANS_TABLES") && !modes.contains("STRICT_ALL_TABLES")) {
      throw new StartRefused(
          "The database cuts values it cannot hold: set sql_mode to STRICT_TRANS_TABLES");
    }
  }

  /** The version of the schema that the database has now. */
  public String schema() {
    MigrationInfo current = flyway(pool).info().current();
    if (current == null) {
      throw noStore();
    }
    return String.valueOf(current.getVersion());
  }

  /** What is said where a store is looked for and none is there. */
  public static StartRefused noStore() {
    return new StartRefused("There is no store yet; start its server once");
  }

  /** The version of the schema that this program makes of every database. */
  public String newestSchema() {
    MigrationInfo[] all = flyway(pool).info().all();
    return Arrays.stream(all)
        .filter(info -> info.getState().isResolved() && info.getVersion() != null)
        .map(MigrationInfo::getVersion)
        .max(Comparator.naturalOrder())
        .orElseThrow()
        .getVersion();
  }

  /**
   * Begins to copy the database, whoever works in it.
   *
   * @param folder the store's data folder
   */
  public DatabaseDump dump(Path folder) throws IOException {
    return DatabaseDump.begin(
        folder.resolve("run"), pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  public DataSource dataSource() {
    return pool;
  }

  /** Our own database process, if it is one. */
  public @Nullable EmbeddedMariaDb embedded() {
    return embedded;
  }

  @Override
  public void close() {
    pool.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
