package id.lajur.installer.demo;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.live.v1.Event;
import id.lajur.live.v1.EventKind;
import id.lajur.live.v1.LiveServiceGrpc;
import id.lajur.live.v1.WatchEventsRequest;
import id.lajur.live.v1.WatchEventsResponse;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PlainReceipt;
import id.lajur.pos.receipt.ReceiptLayout;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.Receipt;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.ShiftReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens a demo shop and sells in it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Opens a demo shop and sells in it; everything it makes is thrown away.",
    footer = {"", "Example: lajur demo --headless"})
public final class DemoCommand implements Callable<Integer> {
  private static final int LANES = 3;
  private static final int TICKETS = 20;
  private static final long FLOAT_MINOR = 500_000_00;

  @Option(names = "--headless", description = "on the terminal, without windows")
  private boolean headless;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (!headless) {
      out.println("The windows of the demo are not there yet: lajur demo --headless");
      return 2;
    }
    try (DemoStore store = DemoStore.open()) {
      out.printf(
          "Swalayan Melati is open on port %d with %,d items%n",
          store.server().port(), store.goods().size());
      List<StoreConnection> connections = new ArrayList<>();
      for (int lane = 1; lane <= LANES; lane++) {
        connections.add(store.lane(lane));
      }
      store.receive(connections.get(0));
      out.printf("A delivery of %d items has been received%n", DemoStore.DELIVERED);
      List<Integer> sold = sell(store, connections, out);
      watch(connections.get(0), sold.stream().mapToInt(Integer::intValue).sum(), out);
      connections.forEach(StoreConnection::close);
      AuditReport report = store.audit();
      out.println();
      out.print(report.toText());
      out.flush();
      return report.clean() ? 0 : 1;
    }
  }

  /** Counts the drawer to the last note, as an honest cashier does. */
  private static void close(Lane lane, long soldMinor, long cashMinor, PrintWriter out) {
    ShiftReport z = lane.closeShift(notes(cashMinor), TICKETS, soldMinor);
    out.printf(
        "%s: Z %d, %d sales, Rp %s, difference %s, %s%n",
        z.getTerminal(),
        z.getZNumber(),
        z.getSaleCount(),
        rupiah(z.getSalesMinor()),
        rupiah(z.getDifferenceMinor()),
        z.getComplete() ? "complete" : "NOT COMPLETE");
  }

  private static List<Denomination> notes(long cashMinor) {
    List<Denomination> notes = new ArrayList<>();
    long left = cashMinor;
    for (long rupiah :
        new long[] {100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100}) {
      long value = rupiah * 100;
      notes.add(
          Denomination.newBuilder().setValueMinor(value).setPieces((int) (left / value)).build());
      left %= value;
    }
    return notes;
  }

  private static List<Integer> sell(
      DemoStore store, List<StoreConnection> connections, PrintWriter out) throws Exception {
    ExecutorService lanes = Executors.newFixedThreadPool(connections.size());
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < connections.size(); i++) {
        int number = i + 1;
        running.add(
            lanes.submit(
                () -> {
                  Lane lane = new Lane(connections.get(number - 1));
                  lane.signOn(DemoStore.operatorNumber(number), DemoStore.PIN);
                  lane.openShift(FLOAT_MINOR);
                  long sales = 0;
                  long cash = FLOAT_MINOR;
                  SplittableRandom random = new SplittableRandom(number);
                  for (int ticket = 1; ticket <= TICKETS; ticket++) {
                    PayResponse sale = sellOne(lane, store.goods(), random);
                    sales += sale.getTotalMinor();
                    cash += sale.getTotalMinor() + sale.getRoundingMinor();
                    if (number == 1 && ticket % 5 == 0) {
                      print(lane.receipt(sale.getSaleId()), out);
                    }
                  }
                  close(lane, sales, cash, out);
                  return TICKETS;
                }));
      }
      List<Integer> sold = new ArrayList<>();
      for (Future<Integer> lane : running) {
        sold.add(lane.get());
      }
      return sold;
    } finally {
      lanes.shutdownNow();
    }
  }

  private static PayResponse sellOne(Lane lane, List<NewItem> goods, SplittableRandom random) {
    int lines = 1 + (int) (14 * random.nextDouble() * random.nextDouble());
    for (int i = 0; i < lines; i++) {
      NewItem item = goods.get((int) (DemoStore.DELIVERED * random.nextDouble()));
      long quantity = item.weighed() ? random.nextInt(150, 2_400) : 1000L * random.nextInt(1, 4);
      BasketLine line = lane.scan(item.units().get(0).barcodes().get(0), quantity);
      if (random.nextInt(40) == 0 && i > 0) {
        lane.voidLine(line.getLineId(), "pembeli batal");
      }
    }
    long note = 50_000_00;
    long due = lane.basket().getTotals().getCashDueMinor();
    return lane.payCash((due + note - 1) / note * note);
  }

  private static void print(Receipt receipt, PrintWriter out) {
    String paper =
        PlainReceipt.text(ReceiptLayout.of(receipt, Paper.MM80, Language.INDONESIAN), Paper.MM80);
    out.println();
    out.print(paper.indent(2));
    out.flush();
  }

  private static String rupiah(long minor) {
    return String.format(Locale.ROOT, "%,d", minor / 100).replace(',', '.');
  }

  private static void watch(StoreConnection connection, int sales, PrintWriter out) {
    Iterator<WatchEventsResponse> stream =
        LiveServiceGrpc.newBlockingStub(connection.channel())
            .watchEvents(WatchEventsRequest.getDefaultInstance());
    int seen = 0;
    long total = 0;
    while (seen < sales) {
      for (Event event : stream.next().getEventsList()) {
        if (event.getKind() == EventKind.EVENT_KIND_SALE) {
          seen++;
          total += event.getAmountMinor();
        }
      }
    }
    out.printf("%nFrom the event stream: %d sales, Rp %s%n", seen, rupiah(total));
  }
}
