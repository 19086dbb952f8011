package id.lajur.kit.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventThreadTest {
  @AfterEach
  void giveSwingItsOwnBack() {
    SwingThreadWatch.uninstall();
  }

  @Test
  void waitingWorkIsRefusedOnTheEventThreadAlone() throws Exception {
    assertThatCode(() -> EventThread.mustNotBeHere("disk")).doesNotThrowAnyException();
    assertThat(onEventThread(() -> EventThread.mustNotBeHere("disk")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("disk on the event thread");
  }

  @Test
  void swingWorkIsRefusedElsewhere() throws Exception {
    assertThatThrownBy(() -> EventThread.mustBeHere("paint"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(onEventThread(() -> EventThread.mustBeHere("paint"))).isNull();
  }

  @Test
  void noCallStartsOnTheEventThread() throws Exception {
    var interceptor = new NoCallsOnEventThread();
    var channel = new CountingChannel();

    interceptor.interceptCall(METHOD, CallOptions.DEFAULT, channel);
    Throwable refused =
        onEventThread(() -> interceptor.interceptCall(METHOD, CallOptions.DEFAULT, channel));

    assertThat(channel.calls).isEqualTo(1);
    assertThat(refused).hasMessage("call of lajur.Test/Ask on the event thread");
  }

  @Test
  void touchingAComponentFromAnotherThreadIsFound() throws Exception {
    var label = new JLabel();
    SwingThreadWatch watch = SwingThreadWatch.install();
    SwingUtilities.invokeAndWait(() -> label.setText("before"));
    watch.assertClean();

    label.revalidate();
    label.setText("after");

    assertThatThrownBy(watch::assertClean).isInstanceOf(AssertionError.class);
  }

  private static @Nullable Throwable onEventThread(Runnable work) throws Exception {
    var thrown = new AtomicReference<@Nullable Throwable>();
    SwingUtilities.invokeAndWait(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            thrown.set(e);
          }
        });
    return thrown.get();
  }

  private static final MethodDescriptor.Marshaller<String> WORDS =
      new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(String value) {
          return new ByteArrayInputStream(new byte[0]);
        }

        @Override
        public String parse(InputStream stream) {
          return "";
        }
      };

  private static final MethodDescriptor<String, String> METHOD =
      MethodDescriptor.<String, String>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("lajur.Test/Ask")
          .setRequestMarshaller(WORDS)
          .setResponseMarshaller(WORDS)
          .build();

  /** Counts the calls that reach it and answers none. */
  private static final class CountingChannel extends Channel {
    int calls;

    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
      calls++;
      return new NeverAnswered<>();
    }

    @Override
    public String authority() {
      return "test";
    }
  }

  private static final class NeverAnswered<Q, A> extends ClientCall<Q, A> {
    @Override
    public void start(Listener<A> listener, io.grpc.Metadata headers) {}

    @Override
    public void request(int messages) {}

    @Override
    public void cancel(@Nullable String message, @Nullable Throwable cause) {}

    @Override
    public void halfClose() {}

    @Override
    public void sendMessage(Q message) {}
  }
}
