package id.lajur.installer.bench;

import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.people.v1.SignOnRequest;
import id.lajur.pos.lane.Lane;
import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.GoodsReceiptServiceGrpc;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.database.EmbeddedMariaDb;
import id.lajur.server.security.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A throw-away store for measuring: lanes that have signed on, goods in stock, model sales. */
final class BenchStore implements AutoCloseable {
  static final String PIN = "2468";
  static final String FRESH_OPERATOR = "990";
  private static final int PINS_AT_ONCE = 2;
  private static final int PREPARING = 2;
  private static final int MOST_OPENING_S = 30;
  private static final int ITEMS = 1_000;
  private static final int TAXED_ITEMS = 700;
  private static final int FILLED_TOGETHER = 100;
  private static final int DELIVERY_LINES = 200;
  private static final long STOCK_MILLI = 1_000_000_000L; // more than any run sells
  private static final long SEED = 1945;

  private final Path folder;
  private final StoreServer server;
  private final List<BenchLane> lanes = new ArrayList<>();
  private final Queue<StoreConnection> wires = new ConcurrentLinkedQueue<>();
  private final List<SaleTemplate> templates = new ArrayList<>();
  private long fence;

  private BenchStore(Path folder, StoreServer server) {
    this.folder = folder;
    this.server = server;
  }

  /**
   * Opens a store.
   *
   * @param parent where its folder is made
   * @param lanes 1 to 64
   */
  static BenchStore open(Path parent, int lanes) throws IOException, SQLException {
    Path folder = Files.createTempDirectory(parent, "lajur-bench");
    StoreServer server =
        StoreServer.start(
            new ServerConfig(folder, "127.0.0.1", 0, new DatabaseSettings.Embedded(folder, 512)),
            new StoreProfile(
                "BENCH", "Toko Ukur", "", "", "IDR", 100, 100_00, "Asia/Jakarta", "", true),
            Clock.systemUTC());
    BenchStore store = new BenchStore(folder, server);
    try {
      store.stock(lanes);
      return store;
    } catch (SQLException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void stock(int laneCount) throws SQLException {
    List<NewItem> goods = goods();
    server.setup().addSupplier("PT-CONTOH", "PT Contoh Distribusi");
    server.catalog().write(goods, Clock.systemUTC().instant());
    try (Connection connection = connect()) {
      BenchDao.makeTables(connection);
      fence = BenchDao.fence(connection);
      openLanes(connection, laneCount);
      receive(goods);
      models(connection, new Lane(lanes.get(0).connection()), goods);
    }
  }

  /** Opens so many at once as the server checks PINs: the work of one takes long on purpose. */
  private void openLanes(Connection connection, int laneCount) throws SQLException {
    ExecutorService threads = Executors.newFixedThreadPool(PINS_AT_ONCE);
    List<Future<StoreConnection>> opening = new ArrayList<>();
    try {
      for (int number = 1; number <= laneCount; number++) {
        int lane = number;
        opening.add(threads.submit(() -> openLane(lane)));
      }
      for (int number = 1; number <= laneCount; number++) {
        StoreConnection wire = opening.get(number - 1).get();
        BenchDao.LaneIds ids = BenchDao.laneIds(connection, code(number));
        lanes.add(
            new BenchLane(
                number,
                wire,
                ids.terminalId(),
                ids.operatorId(),
                ids.shiftId(),
                ids.businessDate()));
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a lane did not open", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while lanes were opened", e);
    } finally {
      end(threads);
    }
  }

  /** Waits, so that no connection is opened after the store's end. */
  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    try {
      var unused = threads.awaitTermination(MOST_OPENING_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Seven of ten items bear tax; prices and costs lie as in a supermarket. */
  private static List<NewItem> goods() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<NewItem> goods = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      long price = (10 + random.nextInt(20) * random.nextInt(40)) * 100_00L;
      String code = "2" + String.format(java.util.Locale.ROOT, "%06d", i);
      goods.add(
          new NewItem(
              code,
              "Barang ukur nomor " + i,
              "BAGIAN " + i % 12,
              "",
              SaleItem.Kind.GOODS,
              null,
              i < TAXED_ITEMS ? "BIASA" : "BEBAS",
              false,
              SaleItem.StockPolicy.ALLOW,
              price * 7 / 10,
              List.of(new NewItem.Unit("pcs", 1000, price, List.of(code)))));
    }
    return goods;
  }

  static String code(int lane) {
    return "L" + lane;
  }

  private StoreConnection openLane(int number) {
    Authority.Identity identity =
        server.setup().addTerminal(code(number), "Lajur " + number, "LANE");
    String operator = Integer.toString(100 + number);
    server.setup().addOperator(operator, "Kasir " + number, "OWNER", PIN.toCharArray(), "id");
    StoreConnection wire = wire(identity);
    Lane lane = new Lane(wire);
    lane.signOn(operator, PIN);
    lane.openShift(100_000_00);
    return wire;
  }

  /** The connection of a lane at which nobody is signed on; {@link #FRESH_OPERATOR} may. */
  StoreConnection freshLane() {
    Authority.Identity identity = server.setup().addTerminal("W1", "Lajur jendela", "LANE");
    server.setup().addOperator(FRESH_OPERATOR, "Kasir W", "CASHIER", PIN.toCharArray(), "id");
    return wire(identity);
  }

  /**
   * Desks of the back office, each with a connection of its own and somebody signed on.
   *
   * @param count at most 99
   */
  List<StoreConnection> desks(int count) {
    List<StoreConnection> desks = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Authority.Identity identity =
          server.setup().addTerminal("B" + number, "Meja " + number, "BACK_OFFICE");
      String operator = Integer.toString(900 + number);
      server.setup().addOperator(operator, "Manajer " + number, "MANAGER", PIN.toCharArray(), "id");
      StoreConnection wire = wire(identity);
      SignOnRequest request =
          SignOnRequest.newBuilder()
              .setRequestId(StoreConnection.newRequestId())
              .setOperatorNumber(operator)
              .setPin(PIN)
              .build();
      wire.session(
          wire.ask(() -> SessionServiceGrpc.newBlockingStub(wire.channel()).signOn(request))
              .getSessionId());
      desks.add(wire);
    }
    return desks;
  }

  private StoreConnection wire(Authority.Identity identity) {
    StoreConnection wire =
        new StoreConnection(
            "127.0.0.1",
            server.port(),
            new MachineIdentity(
                server.authority().certificatePem(), identity.certificatePem(), identity.keyPem()));
    wires.add(wire);
    return wire;
  }

  private void receive(List<NewItem> goods) {
    StoreConnection wire = lanes.get(0).connection();
    for (int from = 0; from < goods.size(); from += DELIVERY_LINES) {
      PostGoodsReceiptRequest.Builder delivery =
          PostGoodsReceiptRequest.newBuilder()
              .setRequestId(StoreConnection.newRequestId())
              .setSupplier("PT-CONTOH")
              .setDeliveryNote("SJ-" + from);
      for (NewItem item : goods.subList(from, from + DELIVERY_LINES)) {
        delivery.addLines(
            GoodsReceiptLine.newBuilder()
                .setCode(item.code())
                .setQuantityMilli(STOCK_MILLI)
                .setCostMinor(Objects.requireNonNull(item.costMinor()) * (STOCK_MILLI / 1000)));
      }
      PostGoodsReceiptRequest request = delivery.build();
      wire.ask(
          () -> GoodsReceiptServiceGrpc.newBlockingStub(wire.channel()).postGoodsReceipt(request));
    }
  }

  /** The sales that all others are like, sold by the store itself. */
  private void models(Connection connection, Lane lane, List<NewItem> goods) throws SQLException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int number = 0; number < 200; number++) {
      Set<Integer> chosen = new LinkedHashSet<>();
      while (chosen.size() < 10) {
        // Some items sell far more often than others.
        double skew = random.nextDouble() * random.nextDouble();
        chosen.add(
            chosen.size() < 7
                ? (int) (TAXED_ITEMS * skew)
                : TAXED_ITEMS + (int) ((ITEMS - TAXED_ITEMS) * skew));
      }
      for (int item : chosen) {
        lane.scan(goods.get(item).code(), 1000);
      }
      long note = 100_000_00;
      long total = lane.basket().getTotals().getTotalMinor();
      PayResponse sold = lane.payCash((total / note + 1) * note);
      SaleTemplate template =
          BenchDao.template(connection, number, UUID.fromString(sold.getSaleId()));
      BenchDao.keep(connection, template);
      templates.add(template);
    }
  }

  /** Where the store lies; thrown away with it. */
  Path folder() {
    return folder;
  }

  /** A connection of the bench's own to the store's database, by its socket. */
  Connection connect() throws SQLException {
    EmbeddedMariaDb database = Objects.requireNonNull(server.database().embedded());
    Properties properties = new Properties();
    properties.setProperty("user", "lajur");
    properties.setProperty("password", database.password());
    properties.setProperty("sslMode", "disable");
    properties.setProperty("useServerPrepStmts", "true");
    properties.setProperty("prepStmtCacheSize", "500");
    properties.setProperty("useBulkStmts", "true");
    properties.setProperty("connectionCollation", "utf8mb4_bin");
    properties.setProperty("sessionVariables", "time_zone='+00:00'");
    return DriverManager.getConnection(database.address(), properties);
  }

  HandWrittenDao handWritten() throws SQLException {
    return new HandWrittenDao(connect(), fence);
  }

  /**
   * Baskets laid out by two connections at once, which share the lanes.
   *
   * @param each how many for a lane
   * @return of each lane, in the lanes' order
   */
  List<Queue<PreparedBasket>> prepare(List<BenchLane> of, int each) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(PREPARING);
    Queue<Integer> left = new ConcurrentLinkedQueue<>();
    List<Queue<PreparedBasket>> baskets = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      left.add(i);
      baskets.add(new ConcurrentLinkedQueue<>());
    }
    try {
      List<Future<?>> preparing = new ArrayList<>();
      for (int i = 0; i < PREPARING; i++) {
        preparing.add(
            threads.submit(
                () -> {
                  try (Connection connection = preparingConnection()) {
                    for (Integer lane = left.poll(); lane != null; lane = left.poll()) {
                      baskets
                          .get(lane)
                          .addAll(BenchDao.prepare(connection, of.get(lane), templates, each));
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> part : preparing) {
        part.get();
      }
      return baskets;
    } catch (ExecutionException e) {
      throw new IllegalStateException("baskets could not be laid out", e.getCause());
    } finally {
      end(threads);
    }
  }

  /** One that locks nothing of what it reads, so that two of them do not wait for each other. */
  private Connection preparingConnection() throws SQLException {
    Connection connection = connect();
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return connection;
  }

  /** CPU time of the database's process so far. */
  Duration databaseCpu() {
    return Objects.requireNonNull(server.database().embedded())
        .process()
        .info()
        .totalCpuDuration()
        .orElse(Duration.ZERO);
  }

  /** Barcodes of all goods. */
  List<String> barcodes() {
    return goods().stream().map(NewItem::code).toList();
  }

  /**
   * Sells many ten-line baskets by hand, in large transactions, without waiting for a lane; the
   * next ones are laid out meanwhile.
   */
  void fill(int lines) throws Exception {
    int parts = (lines + FILLED_TOGETHER * 10 - 1) / (FILLED_TOGETHER * 10);
    ExecutorService aside = Executors.newSingleThreadExecutor();
    try (Connection connection = preparingConnection();
        HandWrittenDao byHand = handWritten()) {
      Future<List<PreparedBasket>> next = aside.submit(() -> part(connection, 0));
      for (int part = 0; part < parts; part++) {
        List<PreparedBasket> baskets = next.get();
        int following = part + 1;
        if (following < parts) {
          next = aside.submit(() -> part(connection, following));
        }
        byHand.sell(filledLane(part), baskets);
      }
    } finally {
      end(aside);
    }
  }

  private List<PreparedBasket> part(Connection connection, int part) throws SQLException {
    return BenchDao.prepare(connection, filledLane(part), templates, FILLED_TOGETHER);
  }

  private BenchLane filledLane(int part) {
    return lanes.get(part % lanes.size());
  }

  List<BenchLane> lanes() {
    return lanes;
  }

  List<SaleTemplate> templates() {
    return templates;
  }

  AuditReport audit() throws SQLException {
    try (Connection connection = connect()) {
      return Audit.run(connection);
    }
  }

  @Override
  public void close() {
    wires.forEach(StoreConnection::close);
    server.close();
    try {
      DataFolders.deleteTree(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
