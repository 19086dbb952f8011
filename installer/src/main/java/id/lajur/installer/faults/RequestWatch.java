package id.lajur.installer.faults;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.MethodDescriptor;

/** Sees which commands a lane asks for again; a lane asks one at a time. */
final class RequestWatch implements ClientInterceptor {
  private final LaneWatch watch;
  private volatile String last = "";

  RequestWatch(LaneWatch watch) {
    this.watch = watch;
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void sendMessage(Q message) {
        see(message);
        super.sendMessage(message);
      }
    };
  }

  private void see(Object message) {
    if (!(message instanceof Message request)) {
      return;
    }
    var field = request.getDescriptorForType().findFieldByName("request_id");
    String id = field == null ? "" : (String) request.getField(field);
    if (!id.isEmpty() && id.equals(last)) {
      watch.askedAgain(id, System.currentTimeMillis());
    }
    last = id;
  }
}
