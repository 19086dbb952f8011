package id.lajur.kit.thread;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

/**
 * Refuses a call that starts on the event thread, blocking or not: even one that does not wait
 * packs and encrypts its message on the thread that starts it.
 */
public final class NoCallsOnEventThread implements ClientInterceptor {
  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    EventThread.mustNotBeHere("call of " + method.getFullMethodName());
    return next.newCall(method, options);
  }
}
