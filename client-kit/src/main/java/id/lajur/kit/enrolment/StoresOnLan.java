package id.lajur.kit.enrolment;

import id.lajur.kit.connection.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store servers that this machine's networks know of: multicast DNS (RFC 6762) with service
 * discovery (RFC 6763). A network that lets no multicast through shows none; an address can be
 * typed.
 */
public final class StoresOnLan implements AutoCloseable {
  /** The service as a store server announces it. */
  public static final String SERVICE = "_lajur._tcp.local.";

  private static final Logger log = LoggerFactory.getLogger(StoresOnLan.class);

  private final Consumer<List<FoundStore>> told;
  private final Set<FoundStore> found = new LinkedHashSet<>();
  private final List<JmDNS> networks = new ArrayList<>();
  private boolean closed;

  private StoresOnLan(Consumer<List<FoundStore>> told) {
    this.told = told;
  }

  /**
   * Begins to look; returns at once.
   *
   * @param addresses of this machine, one for each network to look at
   * @param told all that were found, whenever there is another; on a thread of its own
   */
  public static StoresOnLan look(List<InetAddress> addresses, Consumer<List<FoundStore>> told) {
    var stores = new StoresOnLan(told);
    for (InetAddress address : addresses) {
      inBackground("stores-on-lan", () -> stores.listen(address));
    }
    return stores;
  }

  private static void inBackground(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void listen(InetAddress address) {
    try {
      JmDNS network = JmDNS.create(address);
      if (!keep(network)) {
        network.close();
        return;
      }
      network.addServiceListener(
          SERVICE,
          new ServiceListener() {
            @Override
            public void serviceAdded(ServiceEvent event) {
              network.requestServiceInfo(event.getType(), event.getName());
            }

            @Override
            public void serviceRemoved(ServiceEvent event) {
              // a server that goes comes again; its address stays good
            }

            @Override
            public void serviceResolved(ServiceEvent event) {
              found(event.getInfo());
            }
          });
    } catch (IOException e) {
      log.info("no stores can be looked for at {}: {}", address, e.toString());
    }
  }

  private synchronized boolean keep(JmDNS network) {
    return !closed && networks.add(network);
  }

  private void found(ServiceInfo info) {
    if (info.getPort() < 1) {
      return;
    }
    boolean another = false;
    List<FoundStore> now;
    synchronized (this) {
      for (InetAddress each : Arrays.asList(info.getInet4Addresses())) {
        another |=
            found.add(
                new FoundStore(
                    info.getName(), new ServerAddress(each.getHostAddress(), info.getPort())));
      }
      now = List.copyOf(found);
    }
    if (another) {
      told.accept(now);
    }
  }

  /** Looks no more; saying good-bye to the network takes some seconds, and nobody waits for it. */
  @Override
  public void close() {
    List<JmDNS> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(networks);
      networks.clear();
    }
    for (JmDNS network : all) {
      inBackground("stores-on-lan-closing", () -> close(network));
    }
  }

  private static void close(JmDNS network) {
    try {
      network.close();
    } catch (IOException e) {
      log.debug("the search for stores ended with {}", e.toString());
    }
  }
}
