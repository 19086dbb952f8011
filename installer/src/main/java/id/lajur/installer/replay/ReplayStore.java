package id.lajur.installer.replay;

import id.lajur.installer.TicketClock;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.security.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The store that a file of tickets is sold in: its goods, taxes, tenders, machines and people. */
final class ReplayStore implements AutoCloseable {
  static final String PIN = "2468";
  static final String SUPERVISOR = "900";
  static final String SUPPLIER = "REPLAY";

  private static final String ROLE = "OWNER";
  private static final int MEMORY_MB = 512;
  private static final Map<String, String> ACCOUNTS =
      Map.of("CASH", "1102", "CARD", "1121", "QRIS", "1122");
  private static final String CLEARING = "1129";

  private final Path folder;
  private final boolean throwAway;
  private final StoreServer server;
  private int people = 100;

  private ReplayStore(Path folder, boolean throwAway, StoreServer server) {
    this.folder = folder;
    this.throwAway = throwAway;
    this.server = server;
  }

  /**
   * Makes the store.
   *
   * @param data an empty or new folder; null = one that goes when the store closes
   * @param taxes on top of the price, millionths by class; a class without one has no tax
   */
  static ReplayStore open(
      @Nullable Path data,
      String currency,
      int unitMinor,
      Map<String, ShelfItem> shelf,
      FileProfile profile,
      Map<String, Integer> taxes,
      TicketClock clock)
      throws SQLException {
    boolean throwAway = data == null;
    Path folder;
    try {
      folder =
          data == null
              ? Files.createTempDirectory("lajur-replay")
              : data.toAbsolutePath().normalize();
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the store can be made", e);
    }
    StoreServer server =
        StoreServer.start(
            new ServerConfig(
                folder, "127.0.0.1", 0, new DatabaseSettings.Embedded(folder, MEMORY_MB)),
            new StoreProfile(
                "REPLAY", "Replay", "", "", currency, unitMinor, unitMinor, "UTC", "", true),
            clock);
    ReplayStore store = new ReplayStore(folder, throwAway, server);
    try {
      store.furnish(shelf, profile, taxes, clock);
      return store;
    } catch (SQLException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void furnish(
      Map<String, ShelfItem> shelf,
      FileProfile profile,
      Map<String, Integer> taxes,
      TicketClock clock)
      throws SQLException {
    Map<String, Integer> onTop = new TreeMap<>();
    shelf.values().forEach(item -> onTop.put(item.taxClass(), 0));
    onTop.putAll(taxes);
    Map<String, String> tenders = new LinkedHashMap<>();
    for (String kind : profile.tenderKinds()) {
      tenders.put(kind, ACCOUNTS.getOrDefault(kind, CLEARING));
    }
    server
        .setup()
        .setForTraining(
            onTop,
            tenders,
            Map.of(
                "tax.rounding",
                "PER_RECEIPT",
                "sale.most_quantity_milli",
                "100000000",
                "sale.most_cash_minor",
                "1000000000000",
                "sale.most_discount_micro",
                "1000000000"));
    server.setup().addSupplier(SUPPLIER, "Replay");
    server.setup().addOperator(SUPERVISOR, "Supervisor", ROLE, PIN.toCharArray(), "en");
    List<NewItem> items = new ArrayList<>(shelf.size());
    for (ShelfItem item : shelf.values()) {
      items.add(newItem(item, profile));
    }
    server.catalog().write(items, clock.instant());
  }

  private static NewItem newItem(ShelfItem item, FileProfile profile) {
    return new NewItem(
        item.code(),
        item.name(),
        item.department(),
        item.category(),
        SaleItem.Kind.GOODS,
        null,
        profile.taxClass(item),
        item.weighed() || profile.sellsFractions(item.code()),
        SaleItem.StockPolicy.ALLOW,
        item.costMinor(),
        List.of(new NewItem.Unit(item.unit(), 1000, item.priceMinor(), List.of(item.barcode()))));
  }

  /** A machine of the store with an operator of its own. */
  record Machine(String code, StoreConnection connection, String operator, String pin) {}

  /**
   * @param kind LANE or BACK_OFFICE
   */
  Machine machine(String code, String kind) {
    Authority.Identity identity = server.setup().addTerminal(code, code, kind);
    String operator = Integer.toString(1000 + ++people);
    server.setup().addOperator(operator, "Operator " + code, ROLE, PIN.toCharArray(), "en");
    return new Machine(
        code,
        new StoreConnection(
            "127.0.0.1",
            server.port(),
            new MachineIdentity(
                server.authority().certificatePem(), identity.certificatePem(), identity.keyPem())),
        operator,
        PIN);
  }

  DataSource database() {
    return server.database().dataSource();
  }

  /** The store's zone: the tickets' times have none, so an hour is an hour. */
  static ZoneOffset zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public void close() {
    server.close();
    if (throwAway) {
      try {
        DataFolders.deleteTree(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("the folder " + folder + " cannot be removed", e);
      }
    }
  }
}
