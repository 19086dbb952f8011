package id.lajur.installer.demo;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PlainReceipt;
import id.lajur.pos.receipt.ReceiptLayout;
import id.lajur.sale.v1.PayResponse;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.ShiftReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The demo on a terminal: three lanes sell, the back PC watches the stream of events and receives a
 * second delivery in between, which the lanes then sell; drawers are counted and the books proven.
 */
final class HeadlessDemo {
  private static final int LANES = 3;
  private static final int TICKETS = 24;
  private static final int OPENING_ITEMS = 200;
  private static final int LATER_ITEMS = 40;
  private static final long FLOAT_MINOR = 500_000_00;
  private static final long NOTE_MINOR = 50_000_00;
  private static final long WAIT_S = 60;

  private final PrintWriter out;

  HeadlessDemo(PrintWriter out) {
    this.out = out;
  }

  /** Exit status: 0 when the books are proven. */
  int run() throws Exception {
    try (DemoStore store = DemoStore.open();
        StoreConnection backPc = store.connect(store.enrolBackPc())) {
      List<NewItem> opening = store.goods().subList(0, OPENING_ITEMS);
      List<NewItem> later = store.goods().subList(OPENING_ITEMS, OPENING_ITEMS + LATER_ITEMS);
      say(
          String.format(
              Locale.ROOT,
              "%s is open on port %d with %,d items",
              DemoStore.NAME,
              store.server().port(),
              store.goods().size()));
      new Lane(backPc).signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN);
      try (LiveTotals live = LiveTotals.follow(backPc, this::say)) {
        DemoStore.receive(backPc, opening, "SJ-0001");
        var laterSold = new LaterSold();
        List<Future<?>> lanes = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        try {
          for (int number = 1; number <= LANES; number++) {
            int lane = number;
            lanes.add(threads.submit(() -> sell(store, lane, opening, later, live, laterSold)));
          }
          live.awaitSales(LANES * TICKETS / 3, WAIT_S);
          DemoStore.receive(backPc, later, "SJ-0002");
          for (Future<?> lane : lanes) {
            lane.get();
          }
        } finally {
          threads.shutdownNow();
        }
        live.awaitSales(LANES * TICKETS, WAIT_S);
        say("");
        say("Of the second delivery the lanes have sold " + laterSold.lines() + " lines");
        say("From the event stream: " + live.summary());
      }
      AuditReport report = store.audit();
      say("");
      out.print(report.toText());
      out.flush();
      return report.clean() ? 0 : 1;
    }
  }

  /** Lines that the lanes sold of the second delivery. */
  private static final class LaterSold {
    private int lines;

    synchronized void add() {
      lines++;
    }

    synchronized int lines() {
      return lines;
    }
  }

  private Void sell(
      DemoStore store,
      int number,
      List<NewItem> opening,
      List<NewItem> later,
      LiveTotals live,
      LaterSold laterSold)
      throws Exception {
    try (StoreConnection connection = store.connect(store.enrolLane(number))) {
      Lane lane = new Lane(connection);
      lane.signOn(DemoStore.cashier(number), DemoStore.CASHIER_PIN);
      lane.openShift(FLOAT_MINOR);
      SplittableRandom random = new SplittableRandom(number);
      long sales = 0;
      long cash = FLOAT_MINOR;
      for (int ticket = 1; ticket <= TICKETS; ticket++) {
        if (ticket == TICKETS / 2) {
          live.awaitReceipts(2, WAIT_S);
        }
        if (ticket >= TICKETS / 2) {
          scan(lane, later, random);
          laterSold.add();
        }
        PayResponse sale = sellOne(lane, opening, random);
        sales += sale.getTotalMinor();
        cash += sale.getTotalMinor() + sale.getRoundingMinor();
        if (number == 1 && ticket % 8 == 0) {
          var rows =
              ReceiptLayout.of(lane.receipt(sale.getSaleId()), Paper.MM80, Language.INDONESIAN);
          say("\n" + PlainReceipt.text(rows, Paper.MM80).indent(2).stripTrailing() + "\n");
        }
      }
      close(lane, sales, cash);
      return null;
    }
  }

  private static PayResponse sellOne(Lane lane, List<NewItem> goods, SplittableRandom random) {
    int lines = 1 + (int) (14 * random.nextDouble() * random.nextDouble());
    for (int i = 0; i < lines; i++) {
      int lineId = scan(lane, goods, random);
      if (random.nextInt(40) == 0 && i > 0) {
        lane.voidLine(lineId, "pembeli batal");
      }
    }
    long due = lane.basket().getTotals().getCashDueMinor();
    return lane.payCash((due + NOTE_MINOR - 1) / NOTE_MINOR * NOTE_MINOR);
  }

  private static int scan(Lane lane, List<NewItem> goods, SplittableRandom random) {
    NewItem item = goods.get(random.nextInt(goods.size()));
    long quantity = item.weighed() ? random.nextInt(150, 2_400) : 1000L * random.nextInt(1, 4);
    return lane.scan(DemoStore.code(item), quantity).getLineId();
  }

  /** Counts the drawer to the last coin, as an honest cashier does. */
  private void close(Lane lane, long soldMinor, long cashMinor) {
    ShiftReport z = lane.closeShift(pieces(cashMinor), TICKETS, soldMinor);
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

  private static List<Denomination> pieces(long cashMinor) {
    List<Denomination> pieces = new ArrayList<>();
    long left = cashMinor;
    for (long rupiah :
        new long[] {100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100}) {
      long value = rupiah * 100;
      pieces.add(
          Denomination.newBuilder().setValueMinor(value).setPieces((int) (left / value)).build());
      left %= value;
    }
    return pieces;
  }

  static String rupiah(long minor) {
    return String.format(Locale.ROOT, "%,d", minor / 100).replace(',', '.');
  }

  private synchronized void say(String text) {
    out.println(text);
    out.flush();
  }
}
