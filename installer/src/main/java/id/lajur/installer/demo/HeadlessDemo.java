package id.lajur.installer.demo;

import id.lajur.installer.TicketClock;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PlainReceipt;
import id.lajur.pos.receipt.ReceiptLayout;
import id.lajur.sale.v1.PayResponse;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.till.v1.ShiftReport;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The demo on a terminal: three lanes sell a day's tickets, the back PC watches the stream of
 * events and receives a second delivery in between, which the lanes then sell; drawers are counted,
 * the date is closed and the books are proven. The shop's clock runs to the time of a ticket when
 * the first lane comes to it, and never back.
 */
final class HeadlessDemo {
  private static final int LANES = 3;
  private static final int TICKETS = 150;
  private static final int FRESH = 40; // best sellers that come later in the morning
  private static final LocalTime OPENING = LocalTime.of(6, 30);
  private static final LocalTime DELIVERY = LocalTime.of(11, 0);
  private static final long WAIT_S = 60;

  private final PrintWriter out;
  private final LocalDate today = LocalDate.now(DemoStore.ZONE);
  private final TicketClock clock = new TicketClock(at(OPENING));
  private final CountDownLatch delivered = new CountDownLatch(1);
  private final AtomicInteger soldOfDelivery = new AtomicInteger();

  HeadlessDemo(PrintWriter out) {
    this.out = out;
  }

  /** Exit status: 0 when the books are proven. */
  int run() throws Exception {
    try (DemoStore store = DemoStore.open(clock);
        StoreConnection backPc = store.connect(store.backPc())) {
      Set<NewItem> fresh = new LinkedHashSet<>();
      for (int rank = 0; fresh.size() < FRESH; rank += 3) {
        fresh.add(store.goods().get(rank));
      }
      List<DemoDay.Ticket> day =
          DemoDay.made(store.goods(), fresh, DELIVERY, TICKETS, DemoStore.SEED);
      int before = (int) day.stream().filter(ticket -> ticket.time().isBefore(DELIVERY)).count();
      say(
          String.format(
              Locale.ROOT,
              "%s is open on port %d with %,d items",
              DemoStore.NAME,
              store.server().port(),
              store.goods().size()));
      new Lane(backPc).signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN);
      try (LiveTotals live = LiveTotals.follow(backPc, this::say)) {
        DemoStore.receive(
            backPc,
            store.goods().stream().filter(item -> !fresh.contains(item)).toList(),
            "SJ-0001");
        List<Future<?>> lanes = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        try {
          for (int number = 1; number <= LANES; number++) {
            int lane = number;
            lanes.add(
                threads.submit(
                    () -> {
                      try {
                        return sell(store, lane, day, fresh);
                      } catch (Exception e) {
                        live.fail(new IllegalStateException("lane " + lane + " has failed", e));
                        throw e;
                      }
                    }));
          }
          live.awaitSales(before, WAIT_S);
          DemoStore.receive(backPc, List.copyOf(fresh), "SJ-0002");
          delivered.countDown();
          for (Future<?> lane : lanes) {
            lane.get();
          }
        } finally {
          threads.shutdownNow();
        }
        live.awaitSales(TICKETS, WAIT_S);
        DemoStore.closeDay(backPc);
        live.awaitDayClosed(WAIT_S);
        say("");
        say("Of the second delivery the lanes have sold " + soldOfDelivery + " lines");
        say("From the event stream: " + live.summary());
      }
      AuditReport report = store.audit();
      say("");
      out.print(report.toText());
      out.flush();
      return report.clean() ? 0 : 1;
    }
  }

  private Instant at(LocalTime time) {
    return today.atTime(time).atZone(DemoStore.ZONE).toInstant();
  }

  /** Sells each third ticket of the day; the first lane's receipts are told. */
  private Void sell(DemoStore store, int number, List<DemoDay.Ticket> day, Set<NewItem> fresh)
      throws Exception {
    try (StoreConnection connection = store.connect(store.enrolLane(number))) {
      Lane lane = new Lane(connection);
      lane.signOn(DemoStore.cashier(number), DemoStore.CASHIER_PIN);
      var cashier = new DemoCashier(lane, number);
      cashier.openShift();
      for (int at = number - 1; at < day.size(); at += LANES) {
        DemoDay.Ticket ticket = day.get(at);
        if (!ticket.time().isBefore(DELIVERY) && !delivered.await(WAIT_S, TimeUnit.SECONDS)) {
          throw new TimeoutException("the delivery did not come within " + WAIT_S + " s");
        }
        clock.advanceTo(at(ticket.time()));
        PayResponse sale = cashier.sell(ticket);
        ticket.lines().stream()
            .filter(line -> !line.takenBack() && fresh.contains(line.item()))
            .forEach(line -> soldOfDelivery.incrementAndGet());
        if (number == 1) {
          var rows =
              ReceiptLayout.of(
                  lane.receipts().of(sale.getSaleId()), Paper.MM80, Language.INDONESIAN);
          say("\n" + PlainReceipt.text(rows, Paper.MM80).indent(2).stripTrailing() + "\n");
        }
      }
      told(cashier.closeShift());
      return null;
    }
  }

  private void told(ShiftReport z) {
    say(
        String.format(
            Locale.ROOT,
            "%s: Z %d, %d sales, Rp %s, difference %s, %s",
            z.getTerminal(),
            z.getZNumber(),
            z.getSaleCount(),
            rupiah(z.getSalesMinor()),
            rupiah(z.getDifferenceMinor()),
            z.getComplete() ? "complete" : "NOT COMPLETE"));
  }

  static String rupiah(long minor) {
    return String.format(Locale.ROOT, "%,d", minor / 100).replace(',', '.');
  }

  private synchronized void say(String text) {
    out.println(text);
    out.flush();
  }
}
