package id.lajur.installer.faults;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.MethodDescriptor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sees which commands a lane asks for again. */
final class RequestWatch implements ClientInterceptor {
  private final LaneWatch watch;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

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
    if (!id.isEmpty() && !seen.add(id)) {
      watch.askedAgain(id, System.currentTimeMillis());
    }
  }
}
