package id.lajur.server.people;

import id.lajur.server.security.Certificates;
import id.lajur.server.security.ServerTls;
import id.lajur.server.wire.Machines;
import id.lajur.server.worker.Workers;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks twice a second whether those who are connected are still machines of the shop, whoever
 * revoked one, and ends the connections of those who are not. While the database is away nobody is
 * sent away: nobody is served either.
 */
public final class MachineWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MachineWatch.class);
  private static final long LOOK_MS = 400;

  private final Certificates certificates;
  private final Machines machines;
  private final ServerTls tls;
  private final InstantSource clock;
  private final ScheduledExecutorService thread = Workers.one("machines");

  public MachineWatch(
      Certificates certificates, Machines machines, ServerTls tls, InstantSource clock) {
    this.certificates = certificates;
    this.machines = machines;
    this.tls = tls;
    this.clock = clock;
    var unused = thread.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      tls.renewIfDue(clock.instant());
      if (machines.any()) {
        machines.endAllBut(certificates.enrolled());
      }
    } catch (RuntimeException e) {
      log.warn("who is enrolled could not be read: {}", e.toString());
    }
  }

  @Override
  public void close() {
    Workers.interrupt(thread);
  }
}
