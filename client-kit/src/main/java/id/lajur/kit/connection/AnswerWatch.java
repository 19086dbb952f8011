package id.lajur.kit.connection;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;

/** Tells {@link Answers} of each call that ends by itself. */
final class AnswerWatch implements ClientInterceptor {
  private final Answers answers;

  AnswerWatch(Answers answers) {
    this.answers = answers;
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    ClientCall<Q, R> call = next.newCall(method, options);
    if (method.getType() != MethodDescriptor.MethodType.UNARY) {
      return call;
    }
    return new SimpleForwardingClientCall<>(call) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        answers.asked();
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                heard(status, trailers);
                super.onClose(status, trailers);
              }
            },
            headers);
      }
    };
  }

  /** What the server itself says carries its reason; what the network says does not. */
  private void heard(Status status, Metadata trailers) {
    if (status.isOk()) {
      answers.answered();
      return;
    }
    var said = StatusProto.fromStatusAndTrailers(status, trailers);
    if (said != null && said.getDetailsCount() > 0) {
      if (status.getCode() == Status.Code.UNAVAILABLE) {
        answers.busy();
      } else {
        answers.answered();
      }
    }
  }
}
