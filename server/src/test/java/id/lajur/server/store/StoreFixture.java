package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.people.Changes;
import id.lajur.server.people.Operators;
import id.lajur.server.security.Authority;
import id.lajur.server.security.PinHasher;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One store for all tests of the module: started once, shut down when the tests end. */
public final class StoreFixture implements BeforeAllCallback {
  /** The data folder of the store, one for each JVM of the build that tests. */
  public static final Path FOLDER =
      Path.of("target", System.getProperty("lajur.tests.store", "store of tests")).toAbsolutePath();

  public static final String PIN = "4711";

  private static final AtomicInteger lanes = new AtomicInteger();
  private static final AtomicInteger items = new AtomicInteger();

  @Override
  public void beforeAll(ExtensionContext context) {
    server(context);
  }

  private static StoreServer server(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
        .server();
  }

  private static volatile @org.jspecify.annotations.Nullable Running running;

  private record Running(StoreServer server) implements AutoCloseable {
    static Running start() {
      try {
        DataFolders.deleteTree(FOLDER);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      StoreServer server =
          StoreServer.start(
              new ServerConfig(FOLDER, "127.0.0.1", 0, new DatabaseSettings.Embedded(FOLDER, 256)),
              new StoreProfile(
                  "UJI", "Toko Uji", "Jl. Uji 1", "", "IDR", 100, 100_00, "Asia/Jakarta", "", true),
              Clock.systemUTC());
      running = new Running(server);
      return running;
    }

    @Override
    public void close() {
      server.close();
    }
  }

  public StoreServer server() {
    return java.util.Objects.requireNonNull(running).server();
  }

  /** A new item of its own, sold by the piece. */
  public String item(long priceMinor) throws SQLException {
    return item(priceMinor, "BIASA");
  }

  public String item(long priceMinor, String taxClass) throws SQLException {
    String code = "X" + items.incrementAndGet();
    server()
        .catalog()
        .write(
            List.of(NewItem.goods(code, code, "Barang " + code, "UMUM", taxClass, priceMinor)),
            Clock.systemUTC().instant());
    return code;
  }

  /** A new item that nobody has given a price yet. */
  public String itemWithoutPrice() throws SQLException {
    String code = "X" + items.incrementAndGet();
    NewItem priced = NewItem.goods(code, code, "Barang " + code, "UMUM", "BIASA", 0);
    server()
        .catalog()
        .write(
            List.of(
                new NewItem(
                    code,
                    priced.name(),
                    priced.department(),
                    "",
                    priced.kind(),
                    null,
                    priced.taxClass(),
                    false,
                    priced.stockPolicy(),
                    null,
                    List.of(new NewItem.Unit("pcs", 1000, null, List.of(code))))),
            Clock.systemUTC().instant());
    return code;
  }

  /** A new lane, with an operator of its own signed on and a shift open. */
  public TestLane lane() {
    return lane("CASHIER");
  }

  /**
   * @param role code of the operator's role
   */
  public TestLane lane(String role) {
    TestLane lane = enrolled(role);
    lane.signOn();
    lane.openShift(100_000_00);
    return lane;
  }

  /** A new lane at which nobody has signed on. */
  public TestLane enrolled() {
    return enrolled("CASHIER");
  }

  public TestLane enrolled(String role) {
    int number = lanes.incrementAndGet();
    String code = "T" + number;
    String operator = Integer.toString(1000 + number);
    Authority.Identity identity = server().setup().addTerminal(code, "Lajur " + number, "LANE");
    server().setup().addOperator(operator, "Kasir " + number, role, PIN.toCharArray(), "id");
    return new TestLane(server().port(), server().authority().certificatePem(), identity, operator);
  }

  /**
   * A new role.
   *
   * @param limits column and value of its limits, as SQL assigns them; empty = none
   * @return its code
   */
  public String role(List<String> permissions, String limits) {
    long id = number("SELECT MAX(role_id) + 1 FROM role"); // tests of other roles add some too
    String code = "R" + id;
    sql(
        "INSERT INTO role SET role_id = %s, store_id = 1, code = '%s', name = '%s'%s"
            .formatted(id, code, code, limits.isEmpty() ? "" : ", " + limits));
    permissions.forEach(
        permission ->
            sql("INSERT INTO role_permission VALUES (%s, '%s')".formatted(id, permission)));
    sql("UPDATE store SET rules_version = rules_version + 1");
    return code;
  }

  /** People, roles and settings as somebody at the server's console changes them. */
  public Changes changes() {
    return new Changes(
        server().database().jdbi(),
        1,
        new Changes.Author(
            (int) number("SELECT terminal_id FROM terminal WHERE kind = 'SERVER'"), null, ""),
        Clock.systemUTC());
  }

  public Operators operators() {
    return new Operators(changes(), new PinHasher());
  }

  public void sql(String statement) {
    server().database().jdbi().useHandle(handle -> handle.execute(statement));
  }

  /** One number read by SQL. */
  public long number(String sql) {
    return server()
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  /** The one text that a query gives. */
  public String text(String sql) {
    return server()
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  public List<Long> numbers(String sql) {
    return new ArrayList<>(
        server()
            .database()
            .jdbi()
            .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).list()));
  }

  /** The checks of {@code lajur audit} on the store as it is. */
  public void assertAuditClean() throws SQLException {
    try (Connection connection = server().database().dataSource().getConnection()) {
      AuditReport report = Audit.run(connection);
      assertThat(report.clean()).as(report.toText()).isTrue();
    }
  }

  /**
   * What does not hold any more after a statement that is rolled back.
   *
   * @return names of promises
   */
  public List<String> brokenAfter(String sql) throws SQLException {
    try (Connection connection = server().database().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
      AuditReport report = Audit.run(connection);
      connection.rollback();
      return report.results().stream()
          .filter(result -> !result.holds())
          .map(AuditReport.Result::name)
          .toList();
    }
  }
}
