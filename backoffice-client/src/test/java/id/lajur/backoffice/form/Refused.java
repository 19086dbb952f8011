package id.lajur.backoffice.form;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import id.lajur.kit.connection.ServerRefusal;
import io.grpc.Metadata;
import io.grpc.protobuf.StatusProto;
import java.util.Map;

/** The store's no, as it comes over the wire. */
public final class Refused {
  private static final int FAILED_PRECONDITION = 9;

  private Refused() {}

  public static ServerRefusal of(String reason, Map<String, String> facts) {
    ErrorInfo info =
        ErrorInfo.newBuilder()
            .setReason(reason)
            .setDomain("lajur.id")
            .putAllMetadata(facts)
            .build();
    return ServerRefusal.of(
        StatusProto.toStatusRuntimeException(
            Status.newBuilder().setCode(FAILED_PRECONDITION).addDetails(Any.pack(info)).build(),
            new Metadata()));
  }
}
