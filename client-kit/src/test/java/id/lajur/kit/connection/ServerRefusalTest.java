package id.lajur.kit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RequestInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerRefusalTest {
  private static ServerRefusal of(Code code, String reason) {
    return ServerRefusal.of(
        StatusProto.toStatusRuntimeException(
            Status.newBuilder()
                .setCode(code.getNumber())
                .addDetails(Any.pack(ErrorInfo.newBuilder().setReason(reason).build()))
                .build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DATABASE_AWAY", "BUSY", "RIGHT_TO_POST_LOST"})
  void whatTheStoreCannotDoNowItMayHaveDone(String reason) {
    ServerRefusal refusal = of(Code.UNAVAILABLE, reason);
    assertThat(refusal.isAbsence()).isTrue();
    assertThat(refusal.isSilence()).isFalse();
    assertThat(refusal.reason()).isEqualTo(reason);
  }

  @Test
  void silenceIsAbsence() {
    ServerRefusal refusal =
        ServerRefusal.of(new StatusRuntimeException(io.grpc.Status.DEADLINE_EXCEEDED));
    assertThat(refusal.isSilence()).isTrue();
    assertThat(refusal.isAbsence()).isTrue();
  }

  @Test
  void aFaultOfTheServerIsNoSilenceAndMayHaveBeenDone() {
    ServerRefusal refusal =
        ServerRefusal.of(
            StatusProto.toStatusRuntimeException(
                Status.newBuilder()
                    .setCode(Code.INTERNAL.getNumber())
                    .addDetails(Any.pack(ErrorInfo.newBuilder().setReason("INTERNAL").build()))
                    .addDetails(Any.pack(RequestInfo.newBuilder().setRequestId("a1b2c3d4").build()))
                    .build()));

    assertThat(refusal.isSilence()).isFalse();
    assertThat(refusal.isAbsence()).isTrue();
    assertThat(refusal.code()).isEqualTo("INTERNAL \u00b7 a1b2c3d4");
    // As the network's thread sees a connection that broke.
    assertThat(ServerRefusal.of(io.grpc.Status.INTERNAL.asRuntimeException()).isSilence()).isTrue();
  }

  @Test
  void whatThisProgramGotWrongIsARefusalWithAnIdOfItsOwn() {
    var fault = new IllegalStateException("torn");

    ServerRefusal refusal = ServerRefusal.in(new CompletionException(fault));

    assertThat(refusal.reason()).isEqualTo(ServerRefusal.PROGRAM_FAULT);
    assertThat(refusal.id()).matches("[0-9a-f]{8}");
    assertThat(refusal.isAbsence()).isFalse();
    assertThat(refusal).hasCause(fault);
    assertThat(ServerRefusal.in(new CompletionException(refusal))).isSameAs(refusal);
  }

  @Test
  void aNoIsNoAbsence() {
    assertThat(of(Code.FAILED_PRECONDITION, "BASKET_CLOSED").isAbsence()).isFalse();
    // Too many sign-ons at once is no reason to let the lane decide who signs on.
    assertThat(of(Code.UNAVAILABLE, "SIGN_ON_BUSY").isAbsence()).isFalse();
  }
}
