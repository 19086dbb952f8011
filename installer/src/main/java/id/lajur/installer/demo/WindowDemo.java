package id.lajur.installer.demo;

import id.lajur.backoffice.shell.OfficeWindow;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.window.LaneDevices;
import id.lajur.pos.window.LaneWindow;
import id.lajur.server.catalog.NewItem;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

/**
 * The demo in windows: one server, two lanes to sell at, a desk of the back office, and the paper
 * of the lanes' printers.
 */
final class WindowDemo {
  static final int LANES = 2;
  private static final int DELIVERED = 400;
  private static final Dimension LEAST_OFFICE = new Dimension(640, 400);
  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(3);

  private final PrintWriter out;

  WindowDemo(PrintWriter out) {
    this.out = out;
  }

  /** Runs until every lane's window is closed. */
  int run() throws Exception {
    LocalDate today = LocalDate.now(DemoStore.ZONE);
    var clock = new DemoClock(DemoWeek.begins(today));
    try (DemoStore store = DemoStore.open(clock)) {
      out.println(DemoStore.NAME + " sells the week before, which the monitor compares with");
      out.flush();
      DemoWeek.sell(store, clock, today);
      Shop shop = store.opened().add(() -> Shop.open(store), Shop::closeAndWait);
      shop.words().forEach(out::println);
      out.println("The demo ends when both lanes are closed.");
      out.flush();
      for (LaneWindow lane : shop.lanes()) {
        lane.awaitClosed();
      }
    }
    return 0;
  }

  /** The windows on a demo store. */
  static final class Shop implements AutoCloseable {
    private final DemoStore store;
    private final List<DemoPrinter> printers = new ArrayList<>();
    private final List<LaneWindow> lanes = new ArrayList<>();
    private final AtomicReference<PaperWindow> paper = new AtomicReference<>();
    private final AtomicReference<OfficeWindow> office = new AtomicReference<>();

    private Shop(DemoStore store) {
      this.store = store;
    }

    static Shop open(DemoStore store)
        throws IOException, InterruptedException, InvocationTargetException {
      var shop = new Shop(store);
      try {
        shop.stock();
        shop.openPaper();
        for (int number = 1; number <= LANES; number++) {
          shop.openLane(number);
        }
        shop.openOffice();
        store.enrolLane(LANES + 1).write(shop.handMade());
        SwingUtilities.invokeAndWait(shop::arrange);
        return shop;
      } catch (RuntimeException
          | IOException
          | InterruptedException
          | InvocationTargetException e) {
        shop.close();
        throw e;
      }
    }

    /** What a lane opened by hand needs: its certificate. */
    private Path handMade() {
      return store.folder().resolve("lane" + (LANES + 1));
    }

    private void stock() {
      try (StoreConnection backPc = store.connect(store.backPc())) {
        new Lane(backPc).signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN);
        List<NewItem> delivered = new ArrayList<>(store.goods().subList(0, DELIVERED));
        DemoStore.receive(backPc, delivered.subList(0, DELIVERED / 2), "SJ-0001");
        DemoStore.receive(backPc, delivered.subList(DELIVERED / 2, DELIVERED), "SJ-0002");
        DemoStore.quickKeys(backPc, DemoGoods.quickPage(store.goods()));
        DemoMembers.bring(backPc, store.goods());
      }
    }

    private void openPaper() throws IOException, InterruptedException, InvocationTargetException {
      SwingUtilities.invokeAndWait(
          () -> {
            Theme.LIGHT.install();
            paper.set(
                new PaperWindow(
                    LANES,
                    Paper.MM80,
                    people(),
                    (lane, taken) -> printers.get(lane).noPaper(taken)));
          });
      for (int lane = 0; lane < LANES; lane++) {
        printers.add(new DemoPrinter(paper().printerOf(lane)));
      }
    }

    private void openLane(int number) throws InterruptedException {
      MachineIdentity machine = store.enrolLane(number);
      lanes.add(
          LaneWindow.open(
              store.connect(machine),
              new LaneWindow.Settings(
                  Language.INDONESIAN,
                  Theme.LIGHT,
                  List.of(PrinterPort.of(printers.get(number - 1).address())),
                  Paper.MM80,
                  Language.INDONESIAN,
                  store.folder().resolve("lane" + number + ".journal"),
                  InstantSource.system(),
                  false,
                  100,
                  LaneDevices.KEYBOARD_ONLY)));
    }

    private void openOffice() throws InterruptedException {
      office.set(
          OfficeWindow.open(
              store.connect(store.backPc()),
              new OfficeWindow.Settings(
                  Language.INDONESIAN,
                  Theme.LIGHT,
                  store.folder().resolve("office"),
                  InstantSource.system(),
                  false,
                  100)));
    }

    /** Each where {@link DemoPlaces} has it; a lane that gets less room shows itself smaller. */
    private void arrange() {
      DemoPlaces places =
          DemoPlaces.on(
              GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds(),
              lanes.size());
      JFrame window = paper();
      window.setBounds(places.paper());
      window.setAutoRequestFocus(false);
      window.setVisible(true);
      JFrame back = office().frame();
      back.setMinimumSize(LEAST_OFFICE);
      back.setBounds(places.desk());
      back.toFront();
      for (int i = lanes.size() - 1; i >= 0; i--) {
        JFrame lane = lanes.get(i).frame();
        lane.setBounds(places.lanes().get(i));
        lane.toFront();
        lane.requestFocus();
      }
    }

    OfficeWindow office() {
      return Objects.requireNonNull(office.get());
    }

    List<LaneWindow> lanes() {
      return lanes;
    }

    PaperWindow paper() {
      return Objects.requireNonNull(paper.get());
    }

    /** What a visitor needs to know, for the terminal. */
    List<String> words() {
      NewItem example = store.goods().get(0);
      return List.of(
          String.format(
              Locale.ROOT,
              "%s is open on port %d with %,d items, %d of them in stock",
              DemoStore.NAME,
              store.server().port(),
              store.goods().size(),
              DELIVERED),
          "Lane 1: operator " + DemoStore.cashier(1) + ", PIN " + DemoStore.CASHIER_PIN,
          "Lane 2: operator " + DemoStore.cashier(2) + ", PIN " + DemoStore.CASHIER_PIN,
          "Supervisor, for approvals, and manager at the desk: "
              + DemoStore.SUPERVISOR
              + ", PIN "
              + DemoStore.SUPERVISOR_PIN,
          "Warehouse, at the desk: " + DemoStore.WAREHOUSE + ", PIN " + DemoStore.WAREHOUSE_PIN,
          "To scan by hand type a barcode and Enter, e.g. "
              + DemoStore.code(example)
              + " ("
              + example.name()
              + "); F2 finds by name",
          "A member's card: F5, then "
              + DemoMembers.CARD
              + " ("
              + DemoMembers.NAME
              + ") and Enter; \"ratna\" finds by name",
          "A third lane by hand, operator "
              + DemoStore.cashier(LANES + 1)
              + ": lajur pos --server"
              + " 127.0.0.1:"
              + store.server().port()
              + " --identity "
              + handMade()
              + " --printer file:"
              + handMade().resolve("papers.bin"));
    }

    private List<String> people() {
      NewItem example = store.goods().get(0);
      return List.of(
          "<b>Kasir / cashiers:</b> lajur 1 <b>"
              + DemoStore.cashier(1)
              + "</b>, lajur 2 <b>"
              + DemoStore.cashier(2)
              + "</b>, PIN <b>"
              + DemoStore.CASHIER_PIN
              + "</b>",
          "<b>Manajer / manager:</b> <b>"
              + DemoStore.SUPERVISOR
              + "</b>, PIN <b>"
              + DemoStore.SUPERVISOR_PIN
              + "</b> &nbsp; <b>Gudang / warehouse:</b> <b>"
              + DemoStore.WAREHOUSE
              + "</b>, PIN <b>"
              + DemoStore.WAREHOUSE_PIN
              + "</b>",
          "<b>Barcode:</b> "
              + DemoStore.code(example)
              + " "
              + example.name()
              + " &nbsp; <b>F5 Anggota / member:</b> "
              + DemoMembers.CARD);
    }

    /** As {@link #close}; waits for the lanes, but not for a display that has gone. */
    private void closeAndWait() throws InterruptedException {
      close();
      for (LaneWindow lane : lanes) {
        lane.awaitClosed(LONGEST_CLOSING);
      }
    }

    @Override
    public void close() {
      lanes.forEach(LaneWindow::close);
      if (office.get() != null) {
        office.get().close();
      }
      SwingUtilities.invokeLater(
          () -> {
            if (paper.get() != null) {
              paper.get().dispose();
            }
          });
      for (DemoPrinter printer : printers) {
        try {
          printer.close();
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    }
  }
}
