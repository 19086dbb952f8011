package id.lajur.installer.demo;

import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A throw-away store with goods and people; its folder goes when it closes. */
final class DemoStore implements AutoCloseable {
  static final String PIN = "2468";

  /** Items of the delivery, which are those that the lanes sell. */
  static final int DELIVERED = 200;

  private static final long SEED = 1945;

  private final Path folder;
  private final StoreServer server;
  private final List<NewItem> goods;

  private DemoStore(Path folder, StoreServer server, List<NewItem> goods) {
    this.folder = folder;
    this.server = server;
    this.goods = goods;
  }

  static DemoStore open() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("lajur-demo");
    StoreServer server =
        StoreServer.start(
            new ServerConfig(folder, "127.0.0.1", 0, new DatabaseSettings.Embedded(folder, 512)),
            new StoreProfile(
                "DEMO",
                "Swalayan Melati",
                "Jl. Kenanga Raya 18, Depok",
                "",
                "IDR",
                100,
                100_00,
                "Asia/Jakarta",
                "Barang yang dibeli dapat ditukar dalam 3 hari dengan struk ini",
                true),
            Clock.systemUTC());
    List<NewItem> goods = new ArrayList<>(DemoGoods.made(SEED));
    Collections.shuffle(goods, new Random(SEED)); // every department among those that sell
    DemoStore store = new DemoStore(folder, server, goods);
    server.setup().addSupplier("PT-CONTOH", "PT Contoh Distribusi");
    server.catalog().write(store.goods, Clock.systemUTC().instant());
    return store;
  }

  List<NewItem> goods() {
    return goods;
  }

  StoreServer server() {
    return server;
  }

  /** A new lane with its operator: number 100 + the lane's, PIN as shown. */
  StoreConnection lane(int number) {
    Authority.Identity identity =
        server.setup().addTerminal("L" + number, "Lajur " + number, "LANE");
    server
        .setup()
        .addOperator(
            operatorNumber(number), "Kasir " + number, "SUPERVISOR", PIN.toCharArray(), "id");
    return new StoreConnection(
        "127.0.0.1",
        server.port(),
        new MachineIdentity(
            server.authority().certificatePem(), identity.certificatePem(), identity.keyPem()));
  }

  /**
   * Signs the lane's operator on and receives goods: 24 pieces or 10 kg of each item that sells.
   */
  void receive(StoreConnection connection) {
    new Lane(connection).signOn(operatorNumber(1), PIN);
    PostGoodsReceiptRequest.Builder delivery =
        PostGoodsReceiptRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setSupplier("PT-CONTOH")
            .setDeliveryNote("SJ-0001");
    for (NewItem item : goods.subList(0, DELIVERED)) {
      long quantityMilli = item.weighed() ? 10_000 : 24_000;
      long cost = item.costMinor() == null ? 0 : item.costMinor();
      delivery.addLines(
          GoodsReceiptLine.newBuilder()
              .setCode(item.units().get(0).barcodes().get(0))
              .setQuantityMilli(quantityMilli)
              .setCostMinor(cost * quantityMilli / 1000));
    }
    PostGoodsReceiptRequest request = delivery.build();
    connection.ask(
        () ->
            GoodsReceiptServiceGrpc.newBlockingStub(connection.channel())
                .postGoodsReceipt(request));
  }

  AuditReport audit() throws SQLException {
    try (Connection connection = server.database().dataSource().getConnection()) {
      return Audit.run(connection);
    }
  }

  static String operatorNumber(int lane) {
    return Integer.toString(100 + lane);
  }

  @Override
  public void close() {
    server.close();
    try {
      DataFolders.deleteTree(folder);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
