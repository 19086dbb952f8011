package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import id.lajur.sale.v1.PayResponse;
import id.lajur.till.v1.TillServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** When the answer to a command does not come, the lane asks again until it knows. */
@Timeout(180)
class LostAnswerTest {
  private static final int TIMES = 8;

  @RegisterExtension static final DemoShop shop = new DemoShop();

  @Test
  void anActWhoseAnswerIsLostIsDoneOnceAndItsAnswerComes(@TempDir Path folder) throws Exception {
    EnrolledLane at = shop.enrolLane(folder);
    try (CutWire wire = new CutWire(shop.store().server().port());
        StoreConnection connection = new StoreConnection("127.0.0.1", wire.port(), at.machine())) {
      connection.askUntilKnown();
      List<Boolean> reachable = new CopyOnWriteArrayList<>();
      Lane lane = new Lane(connection);
      lane.signOn(at.cashier(), DemoStore.CASHIER_PIN);
      lane.openShift(0);
      connection.watch(reachable::add);
      long total = 0;

      for (int i = 0; i < TIMES; i++) {
        wire.loseNextAnswer();
        lane.scan(shop.code(0), 2_000);
        assertThat(lane.basket().getTotals().getLineCount()).isEqualTo(1);
        wire.loseNextAnswer();
        PayResponse sale = lane.payCash(lane.basket().getTotals().getCashDueMinor());
        assertThat(sale.getNumber()).isEqualTo(i + 1);
        total += sale.getTotalMinor();
      }

      assertThat(wire.cuts()).isEqualTo(2 * TIMES);
      assertThat(at.sales()).isEqualTo(TIMES);
      assertThat(
              at.figure(
                  "SELECT SUM(total_minor) FROM sale JOIN terminal USING (terminal_id)"
                      + " WHERE code = :code"))
          .isEqualTo(total);
      Awaitility.await().until(() -> reachable.contains(true));
    }
  }

  /** Asked for again by the cashier, the lane must not count a copy of which there is no paper. */
  @Test
  void aCopyOfAZWhoseAnswerNeverCameIsAskedForAgainAndIsTheSameCopy(@TempDir Path folder)
      throws Exception {
    EnrolledLane at = shop.enrolLane(folder);
    var loses = new LosesAnswers(TillServiceGrpc.getGetZReportMethod().getFullMethodName());
    try (StoreConnection connection =
        new StoreConnection("127.0.0.1", shop.store().server().port(), at.machine(), loses)) {
      Lane lane = new Lane(connection);
      lane.signOn(at.cashier(), DemoStore.CASHIER_PIN);
      lane.openShift(0);
      long z = lane.closeShift(List.of(), Optional.empty()).getZNumber();
      loses.all = true;
      assertThatThrownBy(
              () -> connection.within(Duration.ofSeconds(1), () -> lane.till().copyOfLastZ()))
          .isInstanceOfSatisfying(
              ServerRefusal.class, refusal -> assertThat(refusal.isAbsence()).isTrue());
      loses.all = false;

      assertThat(lane.till().copyOfLastZ().getCopyNumber()).isEqualTo(1);
      assertThat(lane.till().copyOfLastZ().getCopyNumber()).as("another paper").isEqualTo(2);
      assertThat(
              at.figure(
                  "SELECT COUNT(*) FROM audit_entry WHERE kind = 'Z_COPIED'"
                      + " AND after_value LIKE CONCAT(:code, ' Z "
                      + z
                      + " COPY %')"))
          .isEqualTo(2);
    }
  }

  /** The server does what it is asked; nothing of that comes back. */
  private static final class LosesAnswers implements ClientInterceptor {
    private final String method;
    private volatile boolean all;

    LosesAnswers(String method) {
      this.method = method;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
        MethodDescriptor<Q, R> called, CallOptions options, Channel next) {
      return new SimpleForwardingClientCall<>(next.newCall(called, options)) {
        @Override
        public void start(Listener<R> listener, Metadata headers) {
          boolean loses = all && called.getFullMethodName().equals(method);
          super.start(loses ? lost(listener) : listener, headers);
        }
      };
    }

    private static <R> ClientCall.Listener<R> lost(ClientCall.Listener<R> listener) {
      return new SimpleForwardingClientCallListener<>(listener) {
        @Override
        public void onMessage(R message) {}

        @Override
        public void onClose(Status status, Metadata trailers) {
          super.onClose(Status.UNAVAILABLE, new Metadata());
        }
      };
    }
  }
}
