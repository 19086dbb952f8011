package id.lajur.server.wire;

import id.lajur.server.security.Authority;
import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.ServerTransportFilter;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open connections: which machine is at the other end of each, and its end when the machine is
 * one of the shop's no more.
 *
 * <p>gRPC tells of a connection when it is ready but gives no way to close one; Netty has each
 * connection's channel before. The two know it by the address of its other end.
 */
public final class Machines extends ServerTransportFilter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Machines.class);

  private static final Attributes.Key<Machine> MACHINE = Attributes.Key.create("lajur-machine");

  /** So long a machine that is not enrolled may stay, to be told so. */
  private static final long TOLD_MS = 1_000;

  /** A lane has one connection, and another while it changes its certificate. */
  static final int MOST_OF_ONE = 16;

  private final InstantSource clock;
  private final Strangers strangers;
  private final EventLoopGroup accepting =
      new MultiThreadIoEventLoopGroup(1, threads("accept"), NioIoHandler.newFactory());
  private final EventLoopGroup serving = new Serving();
  private final Map<SocketAddress, Channel> channels = new ConcurrentHashMap<>();
  private final Map<SocketAddress, Connected> connected = new ConcurrentHashMap<>();
  private final AtomicLong arrivals = new AtomicLong();

  /** Connections that have shown no certificate yet, by the time they came. */
  private final Map<SocketAddress, Channel> unknown = new LinkedHashMap<>();

  public Machines(InstantSource clock, Strangers strangers) {
    this.clock = clock;
    this.strangers = strangers;
  }

  /**
   * What connections may have that show no certificate: they are there to ask for enrolment or
   * health, and cost a file handle each.
   *
   * @param most at once; one more ends the oldest of the address that has most of them, so that a
   *     lane that is about to show its certificate is not kept out by somebody else's machine
   * @param stay how long each, whatever it does
   */
  public record Strangers(int most, Duration stay) {
    public static final Strangers USUAL = new Strangers(256, Duration.ofSeconds(60));

    public Strangers {
      if (most < 1 || stay.isNegative() || stay.isZero()) {
        throw new IllegalArgumentException(most + " strangers for " + stay);
      }
    }
  }

  /**
   * Who is at the other end of a connection.
   *
   * @param fingerprint of its certificate, null without one
   * @param expires of its certificate
   * @param address of its host, as text
   */
  record Machine(byte @Nullable [] fingerprint, Instant expires, String address) {
    static final Machine UNKNOWN = new Machine(null, Instant.MAX, "");
  }

  /** A connection of a machine with a certificate. */
  private static final class Connected {
    private final Machine machine;
    private final String fingerprint;
    private final Instant since;
    private final long number; // in the order of coming
    private boolean wasEnrolled;

    Connected(Machine machine, String fingerprint, Instant since, long number) {
      this.number = number;
      this.machine = machine;
      this.fingerprint = fingerprint;
      this.since = since;
    }
  }

  private static DefaultThreadFactory threads(String name) {
    return new DefaultThreadFactory(name, true);
  }

  /** Sees the channel of each connection before its first byte. */
  private final class Serving extends MultiThreadIoEventLoopGroup {
    Serving() {
      super(0, threads("wire"), NioIoHandler.newFactory());
    }

    @Override
    public ChannelFuture register(Channel channel) {
      SocketAddress other = channel.remoteAddress();
      if (other != null) {
        channels.put(other, channel);
        channel.closeFuture().addListener(closed -> gone(other, channel));
        came(other, channel);
      }
      return super.register(channel)
          .addListener(
              registered -> {
                if (other != null && registered.isSuccess()) {
                  var unused =
                      channel
                          .eventLoop()
                          .schedule(
                              () -> leave(other, channel),
                              strangers.stay().toMillis(),
                              TimeUnit.MILLISECONDS);
                }
              });
    }
  }

  private void came(SocketAddress other, Channel channel) {
    Channel tooMany = null;
    synchronized (unknown) {
      unknown.put(other, channel);
      if (unknown.size() > strangers.most()) {
        tooMany = unknown.remove(oldestOfMost());
      }
    }
    if (tooMany != null) {
      log.debug("too many connections without a certificate; the oldest ends");
      end(tooMany);
    }
  }

  /** Of the host with most connections the one that came first. */
  private SocketAddress oldestOfMost() {
    Map<String, Integer> counts = new HashMap<>();
    unknown.keySet().forEach(other -> counts.merge(host(other), 1, Integer::sum));
    int most = Collections.max(counts.values());
    return unknown.keySet().stream()
        .filter(other -> Objects.equals(counts.get(host(other)), most))
        .findFirst()
        .orElseThrow();
  }

  private void gone(SocketAddress other, Channel channel) {
    channels.remove(other, channel);
    synchronized (unknown) {
      unknown.remove(other, channel);
    }
  }

  /** The time is over of a connection that has shown no certificate meanwhile. */
  private void leave(SocketAddress other, Channel channel) {
    boolean stranger;
    synchronized (unknown) {
      stranger = unknown.remove(other, channel);
    }
    if (stranger) {
      end(channel);
    }
  }

  public EventLoopGroup accepting() {
    return accepting;
  }

  public EventLoopGroup serving() {
    return serving;
  }

  @Override
  public Attributes transportReady(Attributes attributes) {
    SocketAddress other = attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
    Machine machine = machine(attributes.get(Grpc.TRANSPORT_ATTR_SSL_SESSION), other);
    if (other != null && machine.fingerprint() != null) {
      String fingerprint = hex(machine.fingerprint());
      connected.put(
          other, new Connected(machine, fingerprint, clock.instant(), arrivals.incrementAndGet()));
      synchronized (unknown) {
        unknown.remove(other);
      }
      endOldestBeyond(fingerprint);
    }
    return attributes.toBuilder().set(MACHINE, machine).build();
  }

  /** The newest stay: a lane that comes again must get in although its old ones are not over. */
  private void endOldestBeyond(String fingerprint) {
    List<Map.Entry<SocketAddress, Connected>> own =
        connected.entrySet().stream()
            .filter(each -> each.getValue().fingerprint.equals(fingerprint))
            .sorted(Comparator.comparingLong(each -> each.getValue().number))
            .toList();
    for (Map.Entry<SocketAddress, Connected> each :
        own.subList(0, Math.max(0, own.size() - MOST_OF_ONE))) {
      Channel channel = channels.get(each.getKey());
      if (channel != null) {
        log.warn(
            "the machine at {} has more than {} connections; the oldest ends",
            each.getKey(),
            MOST_OF_ONE);
        end(channel);
      }
    }
  }

  @Override
  public void transportTerminated(Attributes attributes) {
    SocketAddress other =
        attributes == null ? null : attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
    if (other != null) {
      connected.remove(other);
    }
  }

  /** Who is at the other end of a call. */
  static Machine of(Attributes attributes) {
    Machine machine = attributes.get(MACHINE);
    return machine == null ? Machine.UNKNOWN : machine;
  }

  private static Machine machine(@Nullable SSLSession session, @Nullable SocketAddress other) {
    String address = host(other);
    try {
      Certificate[] chain = session == null ? new Certificate[0] : session.getPeerCertificates();
      if (chain.length > 0 && chain[0] instanceof X509Certificate own) {
        return new Machine(Authority.fingerprint(own), own.getNotAfter().toInstant(), address);
      }
    } catch (SSLPeerUnverifiedException e) {
      return new Machine(null, Instant.MAX, address); // no certificate, or a foreign one
    }
    return new Machine(null, Instant.MAX, address);
  }

  private static String host(@Nullable SocketAddress other) {
    return other instanceof InetSocketAddress inet && inet.getAddress() != null
        ? inet.getAddress().getHostAddress()
        : "";
  }

  private static String hex(byte[] fingerprint) {
    return HexFormat.of().formatHex(fingerprint);
  }

  /** Fingerprints of those that are connected, in hexadecimal, lower case. */
  public Set<String> connected() {
    return connected.values().stream()
        .map(each -> each.fingerprint)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether any machine with a certificate is connected. */
  public boolean any() {
    return !connected.isEmpty();
  }

  /** Fingerprints of the machines that are connected, in hexadecimal, lower case. */
  public Set<String> fingerprints() {
    return connected.values().stream()
        .map(connection -> connection.fingerprint)
        .collect(Collectors.toSet());
  }

  /**
   * Ends the connections of all machines that are not enrolled, with their streams. One that never
   * was may stay a moment, so that its call is answered why.
   *
   * @param enrolled fingerprints in hexadecimal, lower case
   */
  public void endAllBut(Set<String> enrolled) {
    Instant now = clock.instant();
    connected.forEach(
        (other, connection) -> {
          boolean good =
              enrolled.contains(connection.fingerprint)
                  && now.isBefore(connection.machine.expires());
          boolean told =
              connection.wasEnrolled || now.isAfter(connection.since.plusMillis(TOLD_MS));
          connection.wasEnrolled |= good;
          Channel channel = channels.get(other);
          if (!good && told && channel != null) {
            log.info("the machine at {} is enrolled no more; its connection ends", other);
            end(channel);
          }
        });
  }

  /** At once: asked in the ordinary way, HTTP/2 would wait until the streams have ended. */
  private static void end(Channel channel) {
    ChannelHandlerContext first = channel.pipeline().firstContext();
    var unused = first == null ? channel.close() : first.close();
  }

  /** Ends the threads of the wire; after the server. */
  @Override
  public void close() {
    for (EventLoopGroup group : new EventLoopGroup[] {accepting, serving}) {
      group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
  }
}
