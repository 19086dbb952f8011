package id.lajur.installer.demo;

import id.lajur.catalog.v1.GetQuickKeysRequest;
import id.lajur.catalog.v1.QuickKeyServiceGrpc;
import id.lajur.catalog.v1.QuickPage;
import id.lajur.catalog.v1.SetQuickKeysRequest;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.GoodsReceiptServiceGrpc;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.security.Authority;
import id.lajur.till.v1.CloseDayRequest;
import id.lajur.till.v1.TillServiceGrpc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A throw-away store with goods and people; its folder goes when it closes. Its lanes have an
 * operator each, its back PC a manager, who approves at the lanes too, and somebody of the
 * warehouse.
 */
final class DemoStore implements AutoCloseable {
  static final String NAME = "Swalayan Melati";
  static final String CASHIER_PIN = "2468";
  static final String SUPERVISOR = "201";
  static final String SUPERVISOR_PIN = "1357";
  static final String WAREHOUSE = "301";
  static final String WAREHOUSE_PIN = "9753";

  private static final List<String> CASHIERS = List.of("Sari", "Joko", "Wati");
  static final long SEED = 1945;
  static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  private static final String HOST = "127.0.0.1";

  private final Opened opened = Opened.untilTheProgramEnds();
  private final Path folder;
  private final StoreServer server;
  private final List<NewItem> goods;
  private final Map<Integer, MachineIdentity> lanes = new HashMap<>();
  private @Nullable MachineIdentity backPc;

  private DemoStore(Clock clock) throws IOException {
    folder = opened.add(() -> Files.createTempDirectory("lajur-demo"), DataFolders::deleteTree);
    server = opened.add(() -> start(folder, clock), StoreServer::close);
    goods = new ArrayList<>(DemoGoods.made(SEED));
    Collections.shuffle(goods, new Random(SEED)); // every department among those that sell
  }

  private static StoreServer start(Path folder, Clock clock) throws IOException {
    return StoreServer.start(
        new ServerConfig(folder, HOST, 0, new DatabaseSettings.Embedded(folder, 512)),
        new StoreProfile(
            "DEMO",
            NAME,
            "Jl. Kenanga Raya 18, Depok",
            "",
            "IDR",
            100,
            100_00,
            ZONE.getId(),
            "Barang yang dibeli dapat ditukar dalam 3 hari dengan struk ini",
            true),
        clock);
  }

  /**
   * Opens the shop. What it opened goes when it is closed, and when the program is ended.
   *
   * @param clock the shop's time
   */
  static DemoStore open(Clock clock) throws IOException, SQLException {
    var store = new DemoStore(clock);
    try {
      store.server.setup().addSupplier("PT-CONTOH", "PT Contoh Distribusi");
      store
          .server
          .setup()
          .addOperator(SUPERVISOR, "Hadi", "MANAGER", SUPERVISOR_PIN.toCharArray(), "id");
      store
          .server
          .setup()
          .addOperator(WAREHOUSE, "Agus", "WAREHOUSE", WAREHOUSE_PIN.toCharArray(), "id");
      store.server.catalog().write(store.goods, clock.instant());
      return store;
    } catch (RuntimeException | SQLException e) {
      store.close();
      throw e;
    }
  }

  /** What is closed before the shop is. */
  Opened opened() {
    return opened;
  }

  /** What sells best first. */
  List<NewItem> goods() {
    return goods;
  }

  StoreServer server() {
    return server;
  }

  /** A folder for what the demo's machines write; it goes with the store. */
  Path folder() {
    return folder;
  }

  /** A lane's machine; it is enrolled, and its operator made, when it is first asked for. */
  synchronized MachineIdentity enrolLane(int number) {
    return lanes.computeIfAbsent(number, this::enrolNew);
  }

  private MachineIdentity enrolNew(int number) {
    server
        .setup()
        .addOperator(
            cashier(number),
            CASHIERS.get((number - 1) % CASHIERS.size()),
            "CASHIER",
            CASHIER_PIN.toCharArray(),
            "id");
    return enrol("L%02d".formatted(number), "Lajur " + number, "LANE");
  }

  /** The machine at the back of the shop, enrolled when it is first asked for. */
  synchronized MachineIdentity backPc() {
    if (backPc == null) {
      backPc = enrol("B01", "Kantor", "BACK_OFFICE");
    }
    return backPc;
  }

  private MachineIdentity enrol(String code, String name, String kind) {
    Authority.Identity identity = server.setup().addTerminal(code, name, kind);
    return new MachineIdentity(
        server.authority().certificatePem(), identity.certificatePem(), identity.keyPem());
  }

  StoreConnection connect(MachineIdentity machine) {
    return new StoreConnection(HOST, server.port(), machine);
  }

  /** Posts a delivery of 24 pieces or 10 kg of each item; somebody who may has signed on. */
  static void receive(StoreConnection connection, List<NewItem> items, String deliveryNote) {
    PostGoodsReceiptRequest.Builder delivery =
        PostGoodsReceiptRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setSupplier("PT-CONTOH")
            .setDeliveryNote(deliveryNote);
    for (NewItem item : items) {
      long quantityMilli = item.weighed() ? 10_000 : 24_000;
      long cost = item.costMinor() == null ? 0 : item.costMinor();
      delivery.addLines(
          GoodsReceiptLine.newBuilder()
              .setCode(code(item))
              .setQuantityMilli(quantityMilli)
              .setCostMinor(cost * quantityMilli / 1000));
    }
    PostGoodsReceiptRequest request = delivery.build();
    connection.command(
        () ->
            GoodsReceiptServiceGrpc.newBlockingStub(connection.channel())
                .postGoodsReceipt(request));
  }

  /** Makes a page of quick keys the only one; somebody who may has signed on. */
  static void quickKeys(StoreConnection connection, QuickPage page) {
    var keys = QuickKeyServiceGrpc.newBlockingStub(connection.channel());
    String etag =
        connection.ask(() -> keys.getQuickKeys(GetQuickKeysRequest.getDefaultInstance())).getEtag();
    SetQuickKeysRequest request =
        SetQuickKeysRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setEtag(etag)
            .addPages(page)
            .build();
    connection.command(() -> keys.setQuickKeys(request));
  }

  /** Closes the business date, whose lanes all have their Z; somebody who may has signed on. */
  static void closeDay(StoreConnection connection) {
    CloseDayRequest request =
        CloseDayRequest.newBuilder().setRequestId(StoreConnection.newRequestId()).build();
    connection.command(
        () -> TillServiceGrpc.newBlockingStub(connection.channel()).closeDay(request));
  }

  /** The barcode of an item's base unit. */
  static String code(NewItem item) {
    return item.units().get(0).barcodes().get(0);
  }

  AuditReport audit() throws SQLException {
    try (Connection connection = server.database().dataSource().getConnection()) {
      return Audit.run(connection);
    }
  }

  /** Number of a lane's operator. */
  static String cashier(int lane) {
    return Integer.toString(100 + lane);
  }

  @Override
  public void close() {
    opened.close();
  }
}
