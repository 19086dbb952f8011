package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.SignOnResponse;
import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.server.security.Authority;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.ShiftReport;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A lane whose program is one contract level older than the server's sells a whole shift. */
class OlderLaneTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final int OLDER = 1;

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void sellsAWholeShiftAndItsBooksAreRight() throws Exception {
    String item = store.item(12_000_00);
    Authority.Identity identity = store.server().setup().addTerminal("OLD", "Lajur lama", "LANE");
    String number = "8801";
    store
        .server()
        .setup()
        .addOperator(number, "Kasir lama", "CASHIER", StoreFixture.PIN.toCharArray(), "id");
    KeptLevel level = new KeptLevel("/contract-level-" + OLDER + ".txt");
    try (TestLane lane =
        new TestLane(
            store.server().port(),
            store.server().authority().certificatePem(),
            identity,
            number,
            level)) {
      assertThat(
              lane.sessions()
                  .getTerminal(GetTerminalRequest.newBuilder().setContractLevel(OLDER).build())
                  .getTerminal()
                  .getCode())
          .isEqualTo("OLD");
      SignOnResponse signedOn = lane.tryPin(StoreFixture.PIN);
      assertThat(signedOn.hasOpenShift()).isFalse();
      lane.openShift(100_000_00);
      lane.scan(item);
      lane.scan(item);
      assertThat(lane.voidLine(2).getTotals().getTotalMinor()).isEqualTo(12_000_00);
      PayResponse paid = lane.pay(lane.cashRequest(20_000_00));

      assertThat(paid.getChangeMinor()).isEqualTo(8_000_00);
      var receipt =
          lane.sales()
              .getReceipt(GetReceiptRequest.newBuilder().setSaleId(paid.getSaleId()).build())
              .getReceipt();
      assertThat(receipt.getNumber()).isEqualTo(paid.getNumber());
      assertThat(receipt.getTotalMinor()).isEqualTo(12_000_00);
      ShiftReport z = close(lane);
      assertThat(z.getComplete()).isTrue();
      assertThat(z.getDifferenceMinor()).isZero();
      assertThat(level.left.get()).as("what the older program cannot have read").isPositive();
    }
  }

  private static ShiftReport close(TestLane lane) {
    return lane.till()
        .closeShift(
            CloseShiftRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .addCounted(Denomination.newBuilder().setValueMinor(1_000_00).setPieces(112))
                .setLaneSaleCount(1)
                .setLaneSaleTotalMinor(12_000_00)
                .build())
        .getReport();
  }

  /**
   * A program that knows the RPCs and fields of an older contract alone: it says no others, and of
   * an answer it reads no others.
   */
  private static final class KeptLevel implements ClientInterceptor {
    private final Set<String> rpcs;
    private final Set<String> fields;
    private final AtomicInteger left = new AtomicInteger();

    KeptLevel(String kept) throws IOException {
      try (InputStream in = Objects.requireNonNull(OlderLaneTest.class.getResourceAsStream(kept))) {
        List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        rpcs = named(lines, "rpc ");
        fields = named(lines, "field ");
      }
    }

    /** What stands between the kind and the colon: a method, or a message and a number. */
    private static Set<String> named(List<String> lines, String kind) {
      return lines.stream()
          .filter(line -> line.startsWith(kind))
          .map(line -> line.substring(kind.length(), line.indexOf(':')))
          .collect(Collectors.toSet());
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
        MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
      assertThat(rpcs).contains(method.getFullMethodName().replace('/', '.'));
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        public void sendMessage(Q message) {
          assertThat(known((Message) message)).isEqualTo(message);
          super.sendMessage(message);
        }

        @Override
        public void start(Listener<R> listener, Metadata headers) {
          super.start(
              new SimpleForwardingClientCallListener<>(listener) {
                @Override
                @SuppressWarnings("unchecked") // a message of its own type with less in it
                public void onMessage(R message) {
                  super.onMessage((R) known((Message) message));
                }
              },
              headers);
        }
      };
    }

    private Message known(Message message) {
      Message.Builder known = message.toBuilder();
      for (FieldDescriptor field : message.getAllFields().keySet()) {
        String name = message.getDescriptorForType().getFullName() + " " + field.getNumber();
        if (!fields.contains(name)) {
          known.clearField(field);
          left.incrementAndGet();
        } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
          if (field.isRepeated()) {
            for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
              known.setRepeatedField(field, i, known((Message) message.getRepeatedField(field, i)));
            }
          } else {
            known.setField(field, known((Message) message.getField(field)));
          }
        }
      }
      return known.build();
    }
  }
}
