package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.BasketServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Bytes that no lane of ours would send: an error, nothing changed, and the next call is served.
 */
class BadWireTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final int OVER_THE_LIMIT = (1 << 20) + 1;

  private TestLane lane = TestLane.stranger(store, null);
  private long entries;

  @BeforeEach
  void aLane() {
    lane.close();
    lane = store.lane();
    entries = entries();
  }

  @AfterEach
  void nothingChangedAndTheNextCallIsServed() throws SQLException {
    assertThat(entries()).isEqualTo(entries);
    assertThat(lane.scan(store.item(1_000_00)).getBasket().getLinesCount()).isEqualTo(1);
    lane.close();
  }

  @Test
  void aMessageOverTheLimitIsRefused() {
    assertThat(
            status(
                () ->
                    lane.scan(
                        AddLineRequest.newBuilder()
                            .setRequestId(TestLane.newId())
                            .setBasket(lane.refOrNew())
                            .setCode("9".repeat(OVER_THE_LIMIT))
                            .build())))
        .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void bytesThatAreNoMessageAreRefusedWithoutATrace() {
    byte[] scan = lane.scanRequest("SUSU", 0).toByteArray();
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] bent = scan.clone();
      bent[random.nextInt(4)] = (byte) random.nextInt(256);
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
      }
      StatusRuntimeException refusal =
          catchThrowableOfType(
              StatusRuntimeException.class,
              () -> raw(BasketServiceGrpc.getAddLineMethod().getFullMethodName(), bent));
      assertThat(refusal).as("%s", i).isNotNull();
      assertThat(String.valueOf(refusal.getStatus().getDescription()))
          .doesNotContain("\tat ")
          .doesNotContain("Exception");
    }
  }

  @Test
  void aCallThatDoesNotExistIsUnimplemented() {
    assertThat(status(() -> raw("lajur.sale.v1.BasketService/GiveAway", new byte[0])))
        .isEqualTo(Status.Code.UNIMPLEMENTED);
    assertThat(status(() -> raw("lajur.shop.v9.Nothing/AtAll", new byte[0])))
        .isEqualTo(Status.Code.UNIMPLEMENTED);
  }

  @Test
  void whetherTheServerIsUpIsSaidToAnybody() {
    try (TestLane stranger = TestLane.stranger(store, null)) {
      assertThat(
              HealthGrpc.newBlockingStub(stranger.channel())
                  .check(HealthCheckRequest.getDefaultInstance())
                  .getStatus())
          .isEqualTo(ServingStatus.SERVING);
    }
  }

  private static long entries() {
    return store.number("SELECT COUNT(*) FROM basket_entry")
        + store.number("SELECT COUNT(*) FROM posting");
  }

  private static Status.Code status(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run).getStatus().getCode();
  }

  private byte[] raw(String method, byte[] message) {
    MethodDescriptor<byte[], byte[]> described =
        MethodDescriptor.newBuilder(Bytes.AS_THEY_ARE, Bytes.AS_THEY_ARE)
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(method)
            .build();
    Channel channel =
        ClientInterceptors.intercept(
            lane.channel(), MetadataUtils.newAttachHeadersInterceptor(lane.headers()));
    return ClientCalls.blockingUnaryCall(channel, described, CallOptions.DEFAULT, message);
  }

  private enum Bytes implements MethodDescriptor.Marshaller<byte[]> {
    AS_THEY_ARE;

    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
