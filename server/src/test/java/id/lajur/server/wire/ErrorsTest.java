package id.lajur.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.RequestInfo;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a caller is told of a no or a fault stands in the log, under the same id. */
class ErrorsTest {
  private static final String REQUEST = "0190a5c1-7e21-7b3c-8d4e-5f60a1b2c3d4";
  private static final CallContext.Facts FACTS =
      new CallContext.Facts(
          new byte[] {1}, null, "id.lajur.sale.v1.BasketService/AddLine", "x", "192.168.1.21");

  private final ListAppender<ILoggingEvent> written = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger("id.lajur.server.wire");

  @BeforeEach
  void read() {
    written.start();
    log.addAppender(written);
  }

  @AfterEach
  void readNoMore() {
    log.detachAppender(written);
  }

  private static String idOf(StatusRuntimeException told) throws InvalidProtocolBufferException {
    for (Any detail : Objects.requireNonNull(StatusProto.fromThrowable(told)).getDetailsList()) {
      if (detail.is(RequestInfo.class)) {
        return detail.unpack(RequestInfo.class).getRequestId();
      }
    }
    return "";
  }

  private List<String> lines() {
    return written.list.stream()
        .map(one -> one.getLevel() + " " + one.getFormattedMessage())
        .toList();
  }

  @Test
  void aFaultIsWrittenWithItsCauseUnderTheEndOfItsRequestsId() throws Exception {
    StatusRuntimeException told = Errors.of(new SQLException("gone", "42S02"), FACTS, REQUEST);

    assertThat(idOf(told)).isEqualTo("a1b2c3d4");
    assertThat(lines())
        .containsExactly(
            "ERROR a1b2c3d4 id.lajur.sale.v1.BasketService/AddLine from 192.168.1.21 failed");
    assertThat(written.list.get(0).getThrowableProxy().getMessage()).isEqualTo("gone");
  }

  @Test
  void aRefusalIsWrittenWithoutWhatWasTyped() throws Exception {
    StatusRuntimeException told =
        Errors.of(new Refusal(Reason.ITEM_UNKNOWN).with("code", "899"), FACTS, REQUEST);

    assertThat(idOf(told)).isEqualTo("a1b2c3d4");
    assertThat(lines())
        .containsExactly(
            "INFO a1b2c3d4 id.lajur.sale.v1.BasketService/AddLine from 192.168.1.21 refused:"
                + " ITEM_UNKNOWN");
  }

  @Test
  void aLookHasAnIdOfItsOwn() throws Exception {
    String first = idOf(Errors.of(new IllegalStateException("one"), FACTS));
    String second = idOf(Errors.of(new IllegalStateException("two"), FACTS, "no id at all"));

    assertThat(first).matches("[0-9a-f]{8}");
    assertThat(second).matches("[0-9a-f]{8}").isNotEqualTo(first);
    assertThat(lines().get(0)).contains(first);
    assertThat(lines().get(1)).contains(second);
  }

  @Test
  void whatIsRefusedBeyondSomeASecondIsCounted() {
    AtomicLong nanos = new AtomicLong();
    RefusalLog refusals = new RefusalLog(2, nanos::get);
    for (int i = 0; i < 5; i++) {
      refusals.refused("id" + i, "method", "here", "BUSY");
    }
    nanos.addAndGet(1_000_000_000);
    refusals.refused("id5", "method", "here", "BUSY");

    assertThat(lines())
        .containsExactly(
            "INFO id0 method from here refused: BUSY",
            "INFO id1 method from here refused: BUSY",
            "WARN 3 more refusals were not written",
            "INFO id5 method from here refused: BUSY");
  }
}
