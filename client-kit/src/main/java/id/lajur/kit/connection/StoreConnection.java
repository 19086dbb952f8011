package id.lajur.kit.connection;

import com.github.f4b6a3.uuid.UuidCreator;
import id.lajur.kit.thread.NoCallsOnEventThread;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ConnectivityState;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A machine's connection to the store server. Commands are asked again under the same request id
 * while the answer does not come; the server does each of them once.
 */
public final class StoreConnection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StoreConnection.class);
  private static final String SERVER_NAME = "store-server.lajur";
  private static final Metadata.Key<String> SESSION =
      Metadata.Key.of("lajur-session", Metadata.ASCII_STRING_MARSHALLER);
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final int ATTEMPTS = 6;
  private static final long LOOK_MS = 250;
  private static final int CONNECT_MS = 2_000; // the next server, or the same again, is tried then
  private static final int FIRST_REACH = 2; // of the pauses: a server that ended needs a moment

  private final List<ServerAddress> servers;
  private final Answers answers = new Answers(System::nanoTime);
  private final Channel channel;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ScheduledExecutorService reaching =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "reaching-the-server");
            thread.setDaemon(true);
            return thread;
          });
  private volatile ManagedChannel managed;
  private volatile String session = "";
  private volatile boolean untilKnown;
  private final ThreadLocal<@Nullable Long> until = new ThreadLocal<>(); // nanoseconds

  /**
   * @param watching see each call as it is tried, once for each try
   * @throws IllegalArgumentException certificate, key and authority are none, or do not fit
   */
  public StoreConnection(
      String host, int port, MachineIdentity identity, ClientInterceptor... watching) {
    this(List.of(new ServerAddress(host, port)), identity, watching);
  }

  /**
   * The connection to whichever of several servers answers, in this order.
   *
   * @param servers at least one
   */
  public StoreConnection(
      List<ServerAddress> servers, MachineIdentity identity, ClientInterceptor... watching) {
    this(servers, identity.authorityPem(), identity, List.of(watching));
  }

  private StoreConnection(
      List<ServerAddress> servers,
      String authorityPem,
      @Nullable MachineIdentity identity,
      List<ClientInterceptor> watching) {
    this.servers = List.copyOf(servers);
    this.managed = open(servers, authorityPem, identity);
    List<ClientInterceptor> all = new ArrayList<>(watching);
    all.add(new AnswerWatch(answers));
    all.add(new NoCallsOnEventThread());
    all.add(new Headers());
    this.channel = ClientInterceptors.intercept(new Current(), all);
    reachAgain(managed, false);
  }

  /** The connection of a machine that has no certificate yet. */
  static StoreConnection ofStranger(String host, int port, String authorityPem) {
    return new StoreConnection(
        List.of(new ServerAddress(host, port)), authorityPem, null, List.of());
  }

  private static ManagedChannel open(
      List<ServerAddress> servers, String authorityPem, @Nullable MachineIdentity identity) {
    try {
      var tls =
          GrpcSslContexts.configure(
                  SslContextBuilder.forClient(),
                  OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
              .trustManager(bytes(authorityPem));
      if (identity != null) {
        // As text, Netty would look for Bouncy Castle to read the key, and load all of it if it is
        // there.
        tls.keyManager(
            Pem.privateKey(identity.keyPem()), Pem.certificate(identity.certificatePem()));
      }
      return NettyChannelBuilder.forTarget(ServersInOrder.target(servers))
          .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MS)
          .overrideAuthority(SERVER_NAME)
          .sslContext(tls.build())
          .keepAliveTime(10, TimeUnit.SECONDS)
          .keepAliveTimeout(3, TimeUnit.SECONDS)
          .build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new IllegalArgumentException("this machine's certificate cannot be used", e);
    }
  }

  /**
   * Goes by another certificate of the same machine from the next call on; calls that are on their
   * way end where they began.
   *
   * @throws IllegalArgumentException it cannot be used; nothing has changed
   */
  void use(MachineIdentity identity) {
    ManagedChannel fresh = open(servers, identity.authorityPem(), identity);
    ManagedChannel old = managed;
    managed = fresh;
    old.shutdown();
    if (closed.getCount() == 0) {
      fresh.shutdownNow();
    } else {
      reachAgain(fresh, false);
    }
  }

  /** The channel that is open now, whichever it is: stubs outlive a certificate. */
  private final class Current extends Channel {
    @Override
    public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
      return managed.newCall(method, options);
    }

    @Override
    public String authority() {
      return SERVER_NAME;
    }
  }

  /**
   * The channel itself would wait up to two minutes before it tries a server that was away; a lane
   * has a queue. And it would try no more at all after a connection was lost, until the next call:
   * a lane that nobody uses shows whether its server is there.
   *
   * @param hadOne whether this channel has had a connection
   */
  private void reachAgain(ManagedChannel wire, boolean hadOne) {
    ConnectivityState now = wire.getState(false);
    if (wire == managed && now == ConnectivityState.READY) {
      answers.reachable(true);
    }
    if (wire == managed && now == ConnectivityState.TRANSIENT_FAILURE) {
      answers.reachable(false);
      reach(wire, 1);
    }
    if (now != ConnectivityState.SHUTDOWN) {
      boolean has = hadOne || now == ConnectivityState.READY;
      wire.notifyWhenStateChanged(now, () -> reachAgain(wire, has));
    }
    if (now == ConnectivityState.IDLE && hadOne) {
      soon(1, () -> wire.getState(true));
    }
  }

  private void reach(ManagedChannel wire, int attempt) {
    soon(
        attempt,
        () -> {
          if (wire.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            wire.resetConnectBackoff();
            reach(wire, attempt + 1);
          }
        });
  }

  private void soon(int attempt, Runnable work) {
    try {
      var unused =
          reaching.schedule(work, Pauses.afterMs(attempt + FIRST_REACH), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // closed
    }
  }

  private static ByteArrayInputStream bytes(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }

  /** Adds the session, and a deadline where the call has none and ends by itself. */
  private final class Headers implements ClientInterceptor {
    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
        MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
      CallOptions bounded =
          options.getDeadline() == null && method.getType() == MethodDescriptor.MethodType.UNARY
              ? options.withDeadlineAfter(deadlineNanos(), TimeUnit.NANOSECONDS).withWaitForReady()
              : options;
      return new SimpleForwardingClientCall<>(next.newCall(method, bounded)) {
        @Override
        public void start(Listener<R> listener, Metadata headers) {
          String signedOn = session;
          if (!signedOn.isEmpty()) {
            headers.put(SESSION, signedOn);
          }
          super.start(listener, headers);
        }
      };
    }
  }

  private long deadlineNanos() {
    Long end = until.get();
    return end == null
        ? DEADLINE.toNanos()
        : Math.max(1, Math.min(DEADLINE.toNanos(), end - System.nanoTime()));
  }

  /** What stubs are made on. */
  public Channel channel() {
    return channel;
  }

  /** The session that calls name from now on; empty when nobody has signed on. */
  public void session(String sessionId) {
    session = sessionId;
  }

  /** Whether calls name a session. */
  public boolean isSignedOn() {
    return !session.isEmpty();
  }

  /** A new request id. */
  public static String newRequestId() {
    return UuidCreator.getTimeOrderedEpochPlus1().toString();
  }

  /** From now on commands are asked again until their answer is known, or this is closed. */
  public void askUntilKnown() {
    untilKnown = true;
  }

  /**
   * Does something whose calls all end within this time, known or not: for a lane that can go on
   * without the answer. Within another such, the shorter time holds.
   */
  public <R> R within(Duration longest, Supplier<R> work) {
    Long before = until.get();
    long end = System.nanoTime() + longest.toNanos();
    until.set(before == null || end - before < 0 ? end : before);
    try {
      return work.get();
    } finally {
      if (before == null) {
        until.remove();
      } else {
        until.set(before);
      }
    }
  }

  /**
   * Tells whether the server can be reached, now and whenever that changes, on a thread of the
   * network.
   */
  public void watch(Consumer<Boolean> reachable) {
    ManagedChannel watched = managed;
    ConnectivityState now = watched.getState(true);
    if (now == ConnectivityState.READY || now == ConnectivityState.TRANSIENT_FAILURE) {
      reachable.accept(now == ConnectivityState.READY);
    }
    if (now != ConnectivityState.SHUTDOWN) {
      watched.notifyWhenStateChanged(now, () -> watch(reachable));
    } else if (watched != managed) {
      watch(reachable);
    }
  }

  /** How the server answers now. */
  public LinkState linkState() {
    return answers.state();
  }

  /** Tells how the server answers, now and whenever that changes, on a thread of its own. */
  public void watchLink(Consumer<LinkState> told) {
    Consumer<LinkState> changes = new Changes(told);
    changes.accept(linkState());
    var unused =
        reaching.scheduleWithFixedDelay(
            () -> changes.accept(linkState()), LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  /** Passes on what is not as before. */
  private static final class Changes implements Consumer<LinkState> {
    private final Consumer<LinkState> told;
    private @Nullable LinkState before;

    Changes(Consumer<LinkState> told) {
      this.told = told;
    }

    @Override
    public synchronized void accept(LinkState now) {
      if (now != before) {
        before = now;
        told.accept(now);
      }
    }
  }

  /**
   * Makes a call that changes nothing or may be given up, again while the server is away.
   *
   * @throws ServerRefusal the server's no, or its absence after the last attempt
   */
  public <R> R ask(Supplier<R> call) {
    return ask(call, ATTEMPTS, false);
  }

  /**
   * Gives a command, again while it is unknown whether it was done, and once more where the server
   * has failed at it: done at the first time, it has its answer. The request that the supplier
   * sends must be the same each time.
   *
   * @throws ServerRefusal the server's no; its absence only where this connection does not {@link
   *     #askUntilKnown}, and when it is closed
   */
  public <R> R command(Supplier<R> call) {
    return ask(call, untilKnown ? Integer.MAX_VALUE : ATTEMPTS, true);
  }

  private <R> R ask(Supplier<R> call, int attempts, boolean command) {
    for (int attempt = 1; ; attempt++) {
      ManagedChannel asked = managed;
      try {
        return call.get();
      } catch (StatusRuntimeException e) {
        if (asked != managed && attempt < attempts) {
          continue; // by a certificate that another has followed meanwhile
        }
        boolean again = command && attempt == 1 && isFault(e);
        if (!(isInDoubt(e) || again)
            || attempt == attempts
            || isOver()
            || closedWithin(Pauses.afterMs(attempt, e))) {
          throw written(ServerRefusal.of(e));
        }
      }
    }
  }

  /** Once for each act, not for each try; without the facts, one of which may have been typed. */
  private static ServerRefusal written(ServerRefusal refusal) {
    if (refusal.reason().equals(Status.Code.CANCELLED.name())) {
      log.debug("given up: {}", refusal.code()); // here: the server cancels nothing
    } else if (refusal.isSilence()
        && refusal.getCause() instanceof StatusRuntimeException failure) {
      log.warn("no answer: {}: {}", refusal.code(), failure.getStatus().getDescription());
    } else {
      log.info("refused: {}", refusal.code());
    }
    return refusal;
  }

  private boolean isOver() {
    Long end = until.get();
    return end != null && System.nanoTime() - end >= 0;
  }

  /**
   * A broken connection is told as UNKNOWN or INTERNAL too, as the network's thread sees it; what
   * the server itself says always carries its reason.
   */
  private static boolean isInDoubt(StatusRuntimeException failure) {
    return switch (failure.getStatus().getCode()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED -> true;
      case UNKNOWN, INTERNAL -> {
        var status = StatusProto.fromThrowable(failure);
        yield status == null || status.getDetailsCount() == 0;
      }
      default -> false;
    };
  }

  private static boolean isFault(StatusRuntimeException failure) {
    return failure.getStatus().getCode() == Status.Code.INTERNAL && !isInDoubt(failure);
  }

  private boolean closedWithin(long ms) {
    try {
      return closed.await(ms, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    reaching.shutdownNow();
    managed.shutdownNow();
  }
}
