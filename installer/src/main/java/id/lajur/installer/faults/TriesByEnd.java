package id.lajur.installer.faults;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Sees how each try of a call ends, which a lane's own logic does not show. */
final class TriesByEnd implements ClientInterceptor {
  static final String BUSY = "BUSY";

  private final Map<String, AtomicLong> ends = new ConcurrentHashMap<>();

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                ends.computeIfAbsent(said(status), end -> new AtomicLong()).incrementAndGet();
                super.onClose(status, trailers);
              }
            },
            headers);
      }
    };
  }

  private static String said(Status status) {
    String words = String.valueOf(status.getDescription());
    return words.startsWith(BUSY) ? BUSY : status.getCode().name();
  }

  /** How many were told to come again. */
  long busy() {
    AtomicLong busy = ends.get(BUSY);
    return busy == null ? 0 : busy.get();
  }

  /** How many ended how: BUSY, or the name of a status. */
  Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    ends.forEach((end, count) -> all.put(end, count.get()));
    return all;
  }
}
