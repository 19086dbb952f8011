package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.catalog.v1.CatalogServiceGrpc;
import id.lajur.catalog.v1.CreateDepartmentRequest;
import id.lajur.catalog.v1.CreateItemRequest;
import id.lajur.catalog.v1.Department;
import id.lajur.catalog.v1.Item;
import id.lajur.catalog.v1.ItemKind;
import id.lajur.catalog.v1.ItemServiceGrpc;
import id.lajur.catalog.v1.ItemUnit;
import id.lajur.catalog.v1.ListDepartmentsRequest;
import id.lajur.catalog.v1.StockPolicy;
import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import io.grpc.ClientInterceptor;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A new store sells without a file: department, item, delivery and sale are made by hand. */
class NothingImportedTest {
  private static final Path FOLDER = Path.of("target", "store without a file").toAbsolutePath();

  @BeforeEach
  @AfterEach
  void clear() throws IOException {
    DataFolders.deleteTree(FOLDER);
  }

  @Test
  @Timeout(180)
  void departmentItemDeliveryAndSaleAreMadeInAnEmptyStore() {
    StoreServer server =
        StoreServer.start(
            new ServerConfig(FOLDER, "127.0.0.1", 0, new DatabaseSettings.Embedded(FOLDER, 128)),
            StoreProfile.standard(),
            Clock.systemUTC());
    try {
      server.setup().addSupplier("PT", "PT Telur");
      var identity = server.setup().addTerminal("K1", "K1", "LANE");
      server.setup().addOperator("900", "900", "OWNER", StoreFixture.PIN.toCharArray(), "id");
      try (TestLane owner =
          new TestLane(server.port(), server.authority().certificatePem(), identity, "900")) {
        owner.signOn();
        sellEggs(owner);
      }
    } finally {
      server.close();
    }
  }

  @Test
  @Timeout(180)
  void aNewShopLetsGoOfWhoeverIsIdleAtALaneSoonerThanAtADesk() {
    StoreServer server =
        StoreServer.start(
            new ServerConfig(FOLDER, "127.0.0.1", 0, new DatabaseSettings.Embedded(FOLDER, 128)),
            StoreProfile.standard(),
            Clock.systemUTC());
    try {
      server.setup().addOperator("900", "900", "OWNER", StoreFixture.PIN.toCharArray(), "id");

      assertThat(idleMinutes(server, "K1", "LANE")).isEqualTo(10);
      assertThat(idleMinutes(server, "D1", "BACK_OFFICE")).isEqualTo(15);
    } finally {
      server.close();
    }
  }

  private static int idleMinutes(StoreServer server, String terminal, String kind) {
    var identity = server.setup().addTerminal(terminal, terminal, kind);
    try (TestLane owner =
        new TestLane(server.port(), server.authority().certificatePem(), identity, "900")) {
      return owner.tryPin(StoreFixture.PIN).getIdleMinutes();
    }
  }

  private static void sellEggs(TestLane owner) {
    ClientInterceptor signedOn = MetadataUtils.newAttachHeadersInterceptor(owner.headers());
    var catalog = CatalogServiceGrpc.newBlockingStub(owner.channel()).withInterceptors(signedOn);
    assertThat(
            catalog
                .listDepartments(ListDepartmentsRequest.getDefaultInstance())
                .getDepartmentsCount())
        .isZero();
    var unused =
        catalog.createDepartment(
            CreateDepartmentRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setDepartment(Department.newBuilder().setCode("TELUR").setName("Telur"))
                .setTaxClass("BEBAS")
                .build());
    String code =
        ItemServiceGrpc.newBlockingStub(owner.channel())
            .withInterceptors(signedOn)
            .createItem(
                CreateItemRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setItem(
                        Item.newBuilder()
                            .setName("Telur ayam")
                            .setDepartment("TELUR")
                            .setTaxClass("BEBAS")
                            .setKind(ItemKind.ITEM_KIND_GOODS)
                            .setStockPolicy(StockPolicy.STOCK_POLICY_FORBID)
                            .addUnits(
                                ItemUnit.newBuilder()
                                    .setNumber(0)
                                    .setName("kg")
                                    .setFactorMilli(1_000)
                                    .setPriceMinor(28_000_00)))
                    .build())
            .getCode();
    var received =
        owner.receive(
            PostGoodsReceiptRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setSupplier("PT")
                .setDeliveryNote("SJ-1")
                .addLines(
                    GoodsReceiptLine.newBuilder()
                        .setCode(code)
                        .setQuantityMilli(10_000)
                        .setCostMinor(240_000_00))
                .build());
    assertThat(received.getDocumentId()).isNotEmpty();
    owner.openShift(100_000_00);

    owner.scan(code);

    assertThat(owner.pay(owner.cashRequest(28_000_00)).getSaleId()).isNotEmpty();
  }
}
