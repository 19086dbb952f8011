package id.lajur.server.announce;

import id.lajur.server.config.ServerConfig;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says by multicast DNS (RFC 6762, service discovery RFC 6763) that a store is here, for machines
 * that are to be enrolled. It tells the store's name and its port; that it is really this store a
 * machine learns from the fingerprint alone.
 */
public final class Announcement implements AutoCloseable {
  /** What kind of service it is. */
  public static final String SERVICE = "_lajur._tcp.local.";

  private static final Logger log = LoggerFactory.getLogger(Announcement.class);

  private final List<JmDNS> networks = new ArrayList<>();
  private boolean closed;

  private Announcement() {}

  /**
   * Begins to announce in the background, where the configuration lets it. A network on which it
   * cannot be said is passed over: an address can be typed.
   *
   * @param port on which the store listens
   */
  public static Announcement of(ServerConfig config, int port, String storeName) {
    var announcement = new Announcement();
    if (config.announce()) {
      var thread =
          new Thread(() -> announcement.begin(config.listen(), port, storeName), "announcement");
      thread.setDaemon(true);
      thread.start();
    }
    return announcement;
  }

  private void begin(String listen, int port, String storeName) {
    try {
      for (InetAddress address : addresses(InetAddress.getByName(listen))) {
        announce(address, port, storeName);
      }
    } catch (IOException e) {
      log.info("the store is not announced: {}", e.toString());
    }
  }

  private static List<InetAddress> addresses(InetAddress listen) throws IOException {
    if (!listen.isAnyLocalAddress()) {
      return List.of(listen);
    }
    List<InetAddress> all = new ArrayList<>();
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      if (network.isUp() && network.supportsMulticast() && !network.isLoopback()) {
        network.inetAddresses().filter(Inet4Address.class::isInstance).forEach(all::add);
      }
    }
    return all;
  }

  private void announce(InetAddress address, int port, String storeName) {
    try {
      JmDNS network = JmDNS.create(address);
      synchronized (this) {
        if (closed) {
          network.close();
          return;
        }
        networks.add(network);
      }
      network.registerService(ServiceInfo.create(SERVICE, storeName, port, ""));
      log.info("announced at {} as {}", address.getHostAddress(), storeName);
    } catch (IOException e) {
      log.info("not announced at {}: {}", address, e.toString());
    }
  }

  /** Takes it back; this takes some seconds. */
  @Override
  public void close() throws IOException {
    List<JmDNS> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(networks);
      networks.clear();
    }
    for (JmDNS network : all) {
      network.close();
    }
  }
}
