package id.lajur.installer.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.live.v1.LiveServiceGrpc;
import id.lajur.live.v1.WatchEventsRequest;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.server.security.Authority;
import id.lajur.server.security.ServerTls;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A server that takes every call and answers none, and what a machine has told it of its patience.
 */
@Timeout(60)
class CallDeadlineTest {
  private static final Duration OF_A_CALL = Duration.ofSeconds(5);
  private static final Duration SHORTER = Duration.ofSeconds(3);

  private final BlockingQueue<Optional<Deadline>> deadlines = new LinkedBlockingQueue<>();
  private final Server silent;
  private final StoreConnection connection;

  CallDeadlineTest(@TempDir Path folder) throws IOException {
    Authority authority = Authority.open(folder);
    Authority.Identity machine = authority.issueTerminal("L1");
    this.silent =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sslContext(new ServerTls(authority, Instant.now()).context())
            .intercept(new Silence())
            .addService(new SessionServiceGrpc.SessionServiceImplBase() {})
            .addService(new LiveServiceGrpc.LiveServiceImplBase() {})
            .build()
            .start();
    this.connection =
        new StoreConnection(
            "127.0.0.1",
            silent.getPort(),
            new MachineIdentity(
                authority.certificatePem(), machine.certificatePem(), machine.keyPem()));
  }

  @AfterEach
  void end() {
    connection.close();
    silent.shutdownNow();
  }

  private final class Silence implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
      deadlines.add(Optional.ofNullable(Context.current().getDeadline()));
      return new ServerCall.Listener<>() {};
    }
  }

  private SessionServiceGrpc.SessionServiceFutureStub sessions() {
    return SessionServiceGrpc.newFutureStub(connection.channel());
  }

  private Optional<Deadline> told() throws InterruptedException {
    Optional<Deadline> deadline = deadlines.poll(30, TimeUnit.SECONDS);
    assertThat(deadline).as("the call has come").isNotNull();
    return deadline;
  }

  private static void within(Duration most, Optional<Deadline> deadline) {
    assertThat(deadline)
        .hasValueSatisfying(
            end ->
                assertThat(end.timeRemaining(TimeUnit.MILLISECONDS))
                    .isLessThanOrEqualTo(most.toMillis()));
  }

  @Test
  void aCallWithoutADeadlineOfItsOwnWaitsForFiveSeconds() throws Exception {
    var answer = sessions().getTerminal(GetTerminalRequest.getDefaultInstance());

    within(OF_A_CALL, told());
    answer.cancel(true);
  }

  @Test
  void aCallKeepsTheDeadlineThatItHas() throws Exception {
    var answer =
        sessions()
            .withDeadlineAfter(SHORTER.toMillis(), TimeUnit.MILLISECONDS)
            .getTerminal(GetTerminalRequest.getDefaultInstance());

    within(SHORTER, told());
    answer.cancel(true);
  }

  @Test
  void aLaneThatCanGoOnWithoutTheAnswerWaitsNoLongerThanItSays() throws Exception {
    var answer =
        connection.within(
            SHORTER, () -> sessions().getTerminal(GetTerminalRequest.getDefaultInstance()));

    within(SHORTER, told());
    answer.cancel(true);
  }

  @Test
  void whatIsGivenUpHereIsNoSilenceInTheLog() {
    var log = (Logger) LoggerFactory.getLogger(StoreConnection.class);
    var written = new ListAppender<ILoggingEvent>();
    written.start();
    log.addAppender(written);
    var asking = Context.ROOT.withCancellation();
    asking.cancel(null);
    try {
      assertThatThrownBy(
              () ->
                  asking.run(
                      () ->
                          connection.ask(
                              () ->
                                  SessionServiceGrpc.newBlockingStub(connection.channel())
                                      .getTerminal(GetTerminalRequest.getDefaultInstance()))))
          .hasMessageContaining("CANCELLED");
      assertThat(written.list).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.INFO));
    } finally {
      log.detachAppender(written);
    }
  }

  @Test
  void aStreamHasNoDeadline() throws Exception {
    var stream =
        connection.channel().newCall(LiveServiceGrpc.getWatchEventsMethod(), CallOptions.DEFAULT);
    stream.start(new ClientCall.Listener<>() {}, new Metadata());
    stream.sendMessage(WatchEventsRequest.getDefaultInstance());
    stream.halfClose();

    assertThat(told()).isEmpty();
    stream.cancel("seen", null);
  }
}
