package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import id.lajur.catalog.v1.CheckPriceRequest;
import id.lajur.catalog.v1.SearchItemsRequest;
import id.lajur.purchasing.v1.GetDraftLineRequest;
import id.lajur.purchasing.v1.GetDraftRequest;
import id.lajur.purchasing.v1.PostDraftRequest;
import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.GetBasketRequest;
import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.ListBasketsRequest;
import id.lajur.sale.v1.ListTenderKindsRequest;
import id.lajur.sale.v1.PayRequest;
import id.lajur.till.v1.GetXReportRequest;
import io.grpc.stub.AbstractStub;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * More calls at once than there are connections, while the rules are read anew all the time. With
 * so few connections calls that held one and waited for a second would wait for each other.
 */
class ConnectionPoolTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final int LANES = 6;
  private static final int DESKS = 2;
  private static final int CALLS = 70;
  private static final String SUPPLIER = "PT-SUMBER";
  private static final int ROUNDS = 3;
  private static final long DEADLINE_MS = 8_000;

  /** The two writers keep theirs; what is left is one. */
  private static final int CONNECTIONS = 3;

  private final ExecutorService threads = Executors.newFixedThreadPool(CALLS + 1);
  private final List<TestLane> lanes = new ArrayList<>();
  private final List<TestLane> signingOn = new ArrayList<>();
  private final List<Desk> desks = new ArrayList<>();
  private int usual;

  @BeforeEach
  void fewConnections() throws SQLException {
    for (int i = 0; i < LANES; i++) {
      TestLane lane = store.lane("OWNER");
      lane.scan(store.item(1_000_00));
      lane.pay(lane.cashRequest(1_000_00));
      lanes.add(lane);
    }
    store.server().setup().addSupplier(SUPPLIER, "Sumber");
    for (int i = 0; i < DESKS; i++) {
      Desk desk = new Desk(store, "OWNER");
      desk.begin(SUPPLIER);
      desk.receive(store.item(1_000_00), 10_000, 500_00);
      desks.add(desk);
    }
    for (int i = 10 * LANES + 3 * DESKS; i < CALLS; i++) {
      signingOn.add(store.enrolled());
    }
    HikariDataSource pool = pool();
    usual = pool.getHikariConfigMXBean().getMaximumPoolSize();
    settle(pool, CONNECTIONS);
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  @AfterEach
  void theUsualPool() throws SQLException {
    settle(pool(), usual);
    threads.shutdownNow();
    lanes.forEach(TestLane::close);
    desks.forEach(Desk::close);
    signingOn.forEach(TestLane::close);
    store.assertAuditClean();
  }

  private static void settle(HikariDataSource pool, int connections) {
    HikariConfigMXBean config = pool.getHikariConfigMXBean();
    config.setMinimumIdle(Math.min(connections, config.getMinimumIdle()));
    config.setMaximumPoolSize(connections);
  }

  private static HikariDataSource pool() throws SQLException {
    return store.server().database().dataSource().unwrap(HikariDataSource.class);
  }

  @Test
  void noCallHoldsAConnectionWhileItWaitsForAnother() throws Exception {
    String item = store.item(1_000_00);
    AtomicBoolean over = new AtomicBoolean();
    Future<?> changes =
        threads.submit(
            () -> {
              while (!over.get()) {
                store.sql("UPDATE store SET rules_version = rules_version + 1");
              }
            });
    for (int round = 0; round < ROUNDS; round++) {
      List<Supplier<?>> calls = calls(item);
      CyclicBarrier ready = new CyclicBarrier(calls.size());
      List<Future<String>> running = new ArrayList<>();
      for (Supplier<?> call : calls) {
        running.add(
            threads.submit(
                () -> {
                  ready.await();
                  return TestLane.outcome(call);
                }));
      }

      for (Future<String> call : running) {
        assertThat(call.get(2 * DEADLINE_MS, TimeUnit.MILLISECONDS)).isEqualTo("answered");
      }
      lanes.forEach(TestLane::voidOpenBaskets);
    }
    over.set(true);
    changes.get();
  }

  /** Payments, scans, sign-ons, drafts, and all that is read. */
  private List<Supplier<?>> calls(String item) {
    List<Supplier<?>> calls = new ArrayList<>();
    for (TestLane lane : lanes) {
      lane.scan(item);
      PayRequest pay = lane.cashRequest(1_000_00);
      GetBasketRequest whole =
          GetBasketRequest.newBuilder().setBasketId(lane.ref().getBasketId()).build();
      lane.adopt(Basket.getDefaultInstance());
      AddLineRequest scan = lane.scanRequest(item, 0);
      calls.add(() -> soon(lane.sales()).pay(pay));
      calls.add(() -> soon(lane.baskets()).addLine(scan));
      calls.add(() -> soon(lane.baskets()).getBasket(whole));
      calls.add(() -> soon(lane.baskets()).listBaskets(ListBasketsRequest.getDefaultInstance()));
      calls.add(() -> soon(lane.sales()).getReceipt(last().build()));
      calls.add(
          () ->
              soon(lane.sales())
                  .getReceipt(last().setCopy(true).setRequestId(TestLane.newId()).build()));
      calls.add(
          () -> soon(lane.sales()).listTenderKinds(ListTenderKindsRequest.getDefaultInstance()));
      calls.add(() -> soon(lane.till()).getXReport(GetXReportRequest.getDefaultInstance()));
      calls.add(
          () ->
              soon(lane.catalog())
                  .checkPrice(CheckPriceRequest.newBuilder().setCode(item).build()));
      calls.add(
          () ->
              soon(lane.catalog())
                  .searchItems(SearchItemsRequest.newBuilder().setQuery("Barang").build()));
    }
    for (Desk desk : desks) {
      GetDraftRequest draft =
          GetDraftRequest.newBuilder().setDraftId(desk.view().getDraft().getDraftId()).build();
      GetDraftLineRequest line =
          GetDraftLineRequest.newBuilder()
              .setDraftId(draft.getDraftId())
              .setLineId(desk.view().getLines(0).getLineId())
              .build();
      PostDraftRequest outdated = desk.postRequest().toBuilder().setVersion(Long.MAX_VALUE).build();
      calls.add(() -> soon(desk.receiving()).getDraft(draft));
      calls.add(() -> soon(desk.receiving()).getDraftLine(line));
      calls.add(
          () ->
              assertThat(TestLane.outcome(() -> soon(desk.receiving()).postDraft(outdated)))
                  .isEqualTo("DRAFT_CHANGED"));
    }
    for (TestLane lane : signingOn) {
      calls.add(
          () -> {
            lane.signOn();
            return lane;
          });
    }
    Collections.shuffle(calls, new Random(7));
    return calls;
  }

  private static GetReceiptRequest.Builder last() {
    return GetReceiptRequest.newBuilder().setLast(true);
  }

  private static <S extends AbstractStub<S>> S soon(S stub) {
    return stub.withDeadlineAfter(DEADLINE_MS, TimeUnit.MILLISECONDS);
  }
}
