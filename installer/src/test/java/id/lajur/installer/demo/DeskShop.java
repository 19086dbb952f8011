package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Awaited;
import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.ServerOffice;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.table.TableChoices;
import id.lajur.pos.screen.ApprovalView;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.CountedView;
import id.lajur.pos.window.ServerLane;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.security.Authority;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Desks of the back office at the one demo shop of this JVM, each a machine with somebody signed
 * on; its books are proven after each class.
 */
public final class DeskShop implements BeforeAllCallback, AfterAllCallback {
  /** Sales of a shift. */
  public static final int SALES = 3;

  private static final String PIN = "8642";
  private static final long FLOAT = 200_000_00;
  private static final AtomicInteger desks = new AtomicInteger();
  private static final AtomicInteger words = new AtomicInteger();
  private static final Executor BACKGROUND =
      Executors.newCachedThreadPool(
          task -> {
            var thread = new Thread(task, "desk");
            thread.setDaemon(true);
            return thread;
          });

  private final DemoShop shop = new DemoShop();
  private final List<StoreConnection> open = new ArrayList<>();

  @Override
  public void beforeAll(ExtensionContext context) {
    shop.beforeAll(context);
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException {
    open.forEach(StoreConnection::close);
    shop.afterAll(context);
  }

  /** Another desk, with somebody of a role. */
  public Desk desk(String role) {
    int number = desks.incrementAndGet();
    String operator = Integer.toString(600 + number);
    DemoStore store = shop.store();
    store.server().setup().addOperator(operator, "Meja " + number, role, PIN.toCharArray(), "en");
    Authority.Identity made =
        store
            .server()
            .setup()
            .addTerminal("D%02d".formatted(number), "Meja " + number, "BACK_OFFICE");
    StoreConnection connection =
        store.connect(
            new MachineIdentity(
                store.server().authority().certificatePem(), made.certificatePem(), made.keyPem()));
    open.add(connection);
    var office = new ServerOffice(connection, Runnable::run, Runnable::run, Awaited.UNSEEN);
    var entered = office.signOn(operator, PIN).join();
    return new Desk(
        connection,
        entered.who(),
        ServerOffice.store(connection),
        BACKGROUND,
        BACKGROUND,
        InstantSource.system(),
        TableChoices.NONE,
        refusal -> {},
        (place, what) -> {},
        Awaited.UNSEEN);
  }

  /** One of the goods, of which {@code index} nobody else here makes use. */
  public NewItem item(int index) {
    return shop.store().goods().get(index);
  }

  /** Barcode of its base unit. */
  public String barcode(int index) {
    return shop.code(index);
  }

  /** A figure that the database has. */
  public long number(String sql, Object... values) {
    return shop.store()
        .server()
        .database()
        .jdbi()
        .withHandle(
            handle -> {
              var query = handle.createQuery(sql);
              for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
              }
              return query.mapTo(Long.class).one();
            });
  }

  /** Changes the database behind the server's back. */
  public void execute(String sql) {
    shop.store().server().database().jdbi().useHandle(handle -> handle.execute(sql));
  }

  /** What lies there of an item, thousandths of its base unit. */
  public long stockMilli(String itemCode) {
    return number(
        "SELECT COALESCE(SUM(quantity_milli), 0) FROM stock_balance JOIN item USING (item_id)"
            + " WHERE code = ?",
        itemCode);
  }

  /** The reason of a refusal; empty where it was done. */
  public static String refusal(CompletableFuture<?> act) {
    try {
      act.join();
      return "";
    } catch (CompletionException e) {
      if (e.getCause() instanceof ServerRefusal refusal) {
        return refusal.reason();
      }
      throw e;
    }
  }

  /** Has a delivery of some of the goods posted; from the first index to before the last. */
  public void receive(int first, int last) {
    List<NewItem> delivered = shop.store().goods().subList(first, last);
    DemoStore.receive(desk("OWNER").connection(), delivered, word("SJ-"));
  }

  /** Another lane, with its cashier signed on and his shift open. */
  public OpenLane openLane(Path folder) throws IOException {
    EnrolledLane at = shop.enrolLane(folder);
    var open = new OpenLane(at.code(), at.start());
    var unused = open.lane().signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
    var unusedToo = open.lane().openShift(FLOAT).join();
    return open;
  }

  /** A lane that sells. */
  public static final class OpenLane implements AutoCloseable {
    private final String code;
    private final StartedLane started;

    private OpenLane(String code, StartedLane started) {
      this.code = code;
      this.started = started;
    }

    public String code() {
      return code;
    }

    public ServerLane lane() {
      return started.lane;
    }

    /** What the supervisor allows at the lane, once. */
    public ApprovalView approved(String permission) {
      return started
          .lane
          .approve(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN, permission)
          .join();
    }

    @Override
    public void close() {
      started.close();
    }
  }

  /**
   * A shift at a lane of its own: cash sales, one of them partly taken out again.
   *
   * @param closes whether it ends with its count and Z
   * @return code of the lane
   */
  public String aShift(Path folder, boolean closes) throws IOException {
    EnrolledLane at = shop.enrolLane(folder);
    try (StartedLane started = at.start()) {
      ServerLane lane = started.lane;
      var unused = lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
      var unusedToo = lane.openShift(FLOAT).join();
      long cash = FLOAT;
      for (int sale = 1; sale <= SALES; sale++) {
        BasketView taken = lane.addLine(barcode(sale), 1_000L * sale, "").join();
        int line = taken.lastLine().orElseThrow().lineId();
        BasketView sold = lane.addLine(barcode(10 + sale), 2_000, "").join();
        if (sale == SALES) {
          sold = lane.voidLine(line, "").join();
        }
        var receipt = lane.payCash(sold.totalMinor(), sold.cashDueMinor()).join();
        assertThat(receipt.totalMinor()).isEqualTo(sold.totalMinor());
        cash += sold.cashDueMinor();
      }
      if (closes) {
        var counted = List.of(new CountedView(100_00, cash / 100_00));
        assertThat(lane.closeShift(counted, "").join().differenceMinor()).isZero();
      }
    }
    return at.code();
  }

  /** A word that no other test has used. */
  public static String word(String kind) {
    return "%s%02d".formatted(kind, words.incrementAndGet());
  }
}
