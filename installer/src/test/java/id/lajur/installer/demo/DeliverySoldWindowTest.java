package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import id.lajur.backoffice.monitor.MonitorEyes;
import id.lajur.backoffice.receiving.ReceivingEyes;
import id.lajur.backoffice.shell.OfficeWindow;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.LaneState;
import id.lajur.pos.screen.LaneState.Phase;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.Panel;
import id.lajur.pos.screen.ReceiptView;
import id.lajur.pos.window.LaneDevices;
import id.lajur.pos.window.LaneWindow;
import id.lajur.rules.code.Gtin;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.people.Changes;
import id.lajur.server.people.Settings;
import id.lajur.server.security.Authority;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JTable;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A delivery in windows on a real server: scanned at one PC, priced and posted at another, seen on
 * the monitor and sold at a lane.
 */
@CacioTest
class DeliverySoldWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final String OWNER = "401";
  private static final String OWNER_PIN = "8642";
  private static final String CRISPS = "Keripik Singkong Balado 200 g";
  private static final DemoStore STORE = open();

  private final NewItem tea = item("Teh Celup Melati Kebun Embun isi 25");
  private final NewItem sugar = item("Gula Pasir Putih Manis Desa 1 kg");
  private final String unknown = "899123456789" + Gtin.checkDigit("899123456789");

  private static DemoStore open() {
    try {
      DemoStore store = DemoStore.open(Clock.systemUTC());
      store.server().setup().addOperator(OWNER, "Ratna", "OWNER", OWNER_PIN.toCharArray(), "en");
      var console = new Changes.Author((int) sum(store, CONSOLE), null, "");
      new Settings(new Changes(store.server().database().jdbi(), 1, console, Clock.systemUTC()))
          .set("price.margin_micro", "240000", null);
      return store;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String CONSOLE = "SELECT terminal_id FROM terminal WHERE kind = 'SERVER'";

  @AfterAll
  static void closeStore() {
    STORE.close();
  }

  @AfterEach
  void endWatch() {
    SwingThreadWatch.uninstall();
  }

  @Test
  void whatOnePcScansAnotherPostsTheMonitorSeesAndALaneSells(@TempDir Path folder)
      throws Exception {
    SwingThreadWatch watch = LaneHand.onScreen(SwingThreadWatch::install);
    LaneWindow lane = lane(folder);
    LaneHand cashier = new LaneHand(lane);
    OfficeWindow first = office(STORE.backPc(), folder.resolve("first"));
    OfficeWindow second = office(enrolled("B02"), folder.resolve("second"));
    try (lane;
        first;
        second) {
      signOn(cashier.alone());
      var unused = sell(cashier, DemoStore.code(tea));

      OfficeHand back = new OfficeHand(first);
      scanned(back);
      MonitorEyes monitor = watched(back);
      OfficeHand desk = new OfficeHand(second);
      List<Long> prices = priced(desk);
      posted(desk, monitor);

      sold(cashier, monitor, prices);
      watch.assertClean();
    }
    assertThat(lane.awaitClosed(Duration.ofSeconds(20))).isTrue();
    assertThat(STORE.audit().clean()).as(STORE.audit().toText()).isTrue();
  }

  /** Agus unloads: pieces, cartons, and goods that nobody knew. */
  private void scanned(OfficeHand hand) throws Exception {
    hand.alone().signOn(DemoStore.WAREHOUSE, DemoStore.WAREHOUSE_PIN).go(3, "receiving");
    var sheet = new ReceivingEyes(hand.frame());
    hand.press(KeyEvent.VK_F12);
    hand.until(() -> suppliers(hand).getItemCount() == 1, "the suppliers");
    hand.focus("receiving.head.supplier").type("P");
    hand.until(() -> suppliers(hand).getSelectedItem() != null, "the supplier");
    hand.focus("receiving.head.note").type("SJ-2291");
    hand.press(KeyEvent.VK_ENTER, InputEvent.CTRL_DOWN_MASK);
    hand.until(() -> sheet.onDraft() && sheet.rests(), "the draft");

    twentyScansWhateverHasTheFocus(hand, sheet);

    String carton = sugar.units().get(1).barcodes().get(0);
    hand.scan(carton).scan(carton);
    hand.until(() -> sheet.rests() && sheet.quantityMilli() == 60_000, "two cartons of 20");

    hand.scan(unknown).until(() -> sheet.said().equals("say.unknown"), "the unknown code");
    hand.press(KeyEvent.VK_F7).until(() -> sheet.rests(), "the form");
    hand.focus("receiving.form.item.name").type(CRISPS);
    LaneHand.onScreen(
        () -> {
          hand.all(JCheckBox.class, box -> true).get(0).doClick();
          return true;
        });
    hand.picture("delivery-new-item");
    hand.press(KeyEvent.VK_ENTER, InputEvent.CTRL_DOWN_MASK);
    hand.until(() -> sheet.rests() && sheet.marked().equals(CRISPS), "the new item's line");
    assertThat(sum("SELECT COUNT(*) FROM receiving_draft_line WHERE NOT removed")).isEqualTo(3);
    hand.picture("delivery-scanned");
    hand.signOff();
  }

  private void twentyScansWhateverHasTheFocus(OfficeHand hand, ReceivingEyes sheet)
      throws Exception {
    String code = DemoStore.code(tea);
    hand.scans(code, 5);
    hand.until(() -> sheet.rests() && sheet.quantityMilli() == 5_000, "the first five");
    assertThat(LaneHand.onScreen(sheet::marked)).isEqualTo(tea.name());

    hand.press(KeyEvent.VK_F4).until(() -> sheet.field().equals("QUANTITY"), "its quantity");
    hand.scans(code, 5).until(() -> sheet.quantityMilli() == 10_000, "ten");
    assertThat(text(hand, "receiving.editor")).isEqualTo("5");
    hand.press(KeyEvent.VK_ESCAPE).until(() -> sheet.field().isEmpty(), "the scan field");

    hand.press(KeyEvent.VK_F3).until(() -> suppliers(hand).isShowing(), "the head");
    hand.focus("receiving.head.note").scans(code, 5);
    hand.until(() -> sheet.quantityMilli() == 15_000, "fifteen");
    assertThat(text(hand, "receiving.head.note")).isEqualTo("SJ-2291");
    hand.press(KeyEvent.VK_ESCAPE).press(KeyEvent.VK_F7);
    hand.focus("receiving.form.item.name").scans(code, 5);
    hand.until(() -> sheet.rests() && sheet.quantityMilli() == 20_000, "twenty");
    assertThat(text(hand, "receiving.form.item.name")).isEmpty();
    hand.press(KeyEvent.VK_ESCAPE);

    assertThat(sum("SELECT SUM(quantity_milli) FROM receiving_draft_line")).isEqualTo(20_000);
  }

  /** The owner watches at the same PC. */
  private MonitorEyes watched(OfficeHand hand) throws Exception {
    hand.signOn(OWNER, OWNER_PIN).go(1, "monitor");
    var monitor = new MonitorEyes(hand.frame());
    hand.until(() -> monitor.live() && monitor.low().contains(tea.code()), "what runs low");
    return monitor;
  }

  /** Hadi goes on with the draft: costs, bonus, expiry, and two of three new prices. */
  private List<Long> priced(OfficeHand hand) throws Exception {
    hand.alone().signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN).go(3, "receiving");
    var sheet = new ReceivingEyes(hand.frame());
    hand.until(() -> sheet.rests() && sheet.drafts() == 1, "the draft in the list");
    LaneHand.onScreen(() -> hand.all(JTable.class, table -> true).get(0).requestFocusInWindow());
    hand.press(KeyEvent.VK_ENTER).until(() -> sheet.onDraft() && sheet.rests(), "the draft");
    assertThat(LaneHand.onScreen(sheet::names)).containsExactly(tea.name(), sugar.name(), CRISPS);

    mark(hand, sheet, tea.name());
    line(hand, sheet, "20", "7200", "10+5+2", "");
    long teaPrice = taken(hand, sheet);

    mark(hand, sheet, sugar.name());
    line(hand, sheet, "2", "300000", "", "");
    hand.press(KeyEvent.VK_F5).until(() -> sheet.field().equals("BONUS"), "its bonus");
    hand.type("1").press(KeyEvent.VK_ENTER).until(sheet::rests, "the bonus");
    hand.until(() -> sheet.proposedMinor().isPresent(), "a price");
    hand.press(KeyEvent.VK_F6).until(() -> sheet.proposedMinor().isEmpty(), "the price kept");

    mark(hand, sheet, CRISPS);
    line(hand, sheet, "12", "5000", "", "0828");
    long crispsPrice = taken(hand, sheet);
    hand.picture("delivery-priced");

    assertThat(LaneHand.onScreen(sheet::totalMinor)).isEqualTo(120_658_00 + 600_000_00 + 60_000_00);
    return List.of(teaPrice, crispsPrice);
  }

  private static void mark(OfficeHand hand, ReceivingEyes sheet, String name) throws Exception {
    hand.focus("receiving.scan");
    for (int i = 0; i < 3; i++) {
      hand.press(KeyEvent.VK_UP);
    }
    List<String> names = LaneHand.onScreen(sheet::names);
    for (int i = 0; i < names.indexOf(name); i++) {
      hand.press(KeyEvent.VK_DOWN);
    }
    hand.until(() -> sheet.marked().equals(name), "the line of " + name);
  }

  private static void line(
      OfficeHand hand, ReceivingEyes sheet, String quantity, String price, String less, String till)
      throws Exception {
    hand.press(KeyEvent.VK_F4).until(() -> sheet.field().equals("QUANTITY"), "the quantity");
    hand.type(quantity).press(KeyEvent.VK_ENTER);
    hand.until(() -> sheet.field().equals("PRICE"), "the price");
    hand.type(price).press(KeyEvent.VK_ENTER);
    hand.until(() -> sheet.field().equals("DISCOUNT"), "the discount");
    hand.type(less).press(KeyEvent.VK_ENTER);
    hand.until(() -> sheet.field().equals("EXPIRY"), "the expiry");
    hand.type(till).press(KeyEvent.VK_ENTER);
    hand.until(() -> sheet.field().isEmpty() && sheet.rests(), "the line");
  }

  private static long taken(OfficeHand hand, ReceivingEyes sheet) throws Exception {
    hand.until(() -> sheet.proposedMinor().isPresent(), "a price");
    long price = LaneHand.onScreen(sheet::proposedMinor).orElseThrow();
    hand.press(KeyEvent.VK_F8).until(() -> sheet.proposedMinor().isEmpty(), "the price taken");
    return price;
  }

  private void posted(OfficeHand hand, MonitorEyes monitor) throws Exception {
    var sheet = new ReceivingEyes(hand.frame());
    hand.press(KeyEvent.VK_F12).until(sheet::onBooks, "the books");
    hand.until(() -> !monitor.low().contains(tea.code()), "the stock on the monitor");
    hand.until(() -> sheet.rests() && sheet.said().equals("say.postedNow"), "the word of it");
    hand.picture("delivery-posted");
    assertThat(stock(tea.code())).isEqualTo(19_000);
    assertThat(stock(sugar.code())).isEqualTo(60_000);
    assertThat(stock(crisps())).isEqualTo(12_000);
    assertThat(sum("SELECT COUNT(*) FROM goods_receipt_line WHERE expires_on = '2028-08-31'"))
        .isEqualTo(1);

    String number = LaneHand.onScreen(sheet::number);
    hand.press(KeyEvent.VK_F9);
    // A machine without a program for PDFs says so; the paper is made all the same.
    hand.until(() -> List.of("say.printing", "say.notPrinted").contains(sheet.said()), "the paper");
    assertThat(paperOf(number)).contains(CRISPS, "10+5+2", "SJ-2291");
  }

  private static String paperOf(String number) throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("lajur-terima-")).toList()) {
        var reader = new PdfReader(Files.readAllBytes(file));
        String text = new PdfTextExtractor(reader).getTextFromPage(1);
        reader.close();
        if (text.contains(number)) {
          Files.delete(file);
          return text;
        }
      }
    }
    throw new AssertionError("no paper of " + number);
  }

  private void sold(LaneHand cashier, MonitorEyes monitor, List<Long> prices) throws Exception {
    ReceiptView receipt =
        sell(
            cashier.alone(),
            DemoStore.code(tea),
            DemoStore.code(tea),
            sugar.units().get(1).barcodes().get(0),
            unknown);
    cashier.until(() -> monitor.receipts().contains(receipt.number()), "the sale on the monitor");
    assertThat(LaneHand.onScreen(monitor::tickets)).isEqualTo(2);
    long carton = Objects.requireNonNull(sugar.units().get(1).priceMinor());
    assertThat(receipt.totalMinor()).isEqualTo(2 * prices.get(0) + carton + prices.get(1));
    assertThat(stock(tea.code())).isEqualTo(17_000);
    assertThat(stock(sugar.code())).isEqualTo(40_000);
    assertThat(stock(crisps())).isEqualTo(11_000);
  }

  private static ReceiptView sell(LaneHand hand, String... codes) throws Exception {
    for (String code : codes) {
      hand.scan(code);
    }
    int pieces = codes.length;
    hand.until(
        s ->
            s.panel() instanceof Panel.None
                && s.basket().lines().stream()
                        .filter(LineView::stands)
                        .mapToLong(LineView::quantityMilli)
                        .sum()
                    == pieces * 1_000L);
    hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
    hand.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER);
    LaneState done = hand.until(s -> s.phase() == Phase.DONE);
    hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.READY);
    return done.lastReceipt().orElseThrow();
  }

  private static void signOn(LaneHand hand) throws Exception {
    hand.type(DemoStore.cashier(1)).press(KeyEvent.VK_ENTER).type(DemoStore.CASHIER_PIN);
    hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.OPENING_SHIFT);
    hand.type("200000").press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.READY);
  }

  private static LaneWindow lane(Path folder) throws Exception {
    return LaneWindow.open(
        STORE.connect(STORE.enrolLane(1)),
        new LaneWindow.Settings(
            Language.ENGLISH,
            Theme.LIGHT,
            List.of(PrinterPort.of("file:" + folder.resolve("paper"))),
            Paper.MM80,
            Language.ENGLISH,
            folder.resolve("journal"),
            InstantSource.system(),
            false,
            100,
            LaneDevices.KEYBOARD_ONLY));
  }

  private static OfficeWindow office(MachineIdentity machine, Path folder) throws Exception {
    return OfficeWindow.open(
        STORE.connect(machine),
        new OfficeWindow.Settings(
            Language.ENGLISH, Theme.LIGHT, folder, InstantSource.system(), false, 100));
  }

  private static MachineIdentity enrolled(String code) {
    Authority.Identity identity = STORE.server().setup().addTerminal(code, "Gudang", "BACK_OFFICE");
    return new MachineIdentity(
        STORE.server().authority().certificatePem(), identity.certificatePem(), identity.keyPem());
  }

  private static JComboBox<?> suppliers(OfficeHand hand) {
    return (JComboBox<?>) hand.find("receiving.head.supplier");
  }

  private static String text(OfficeHand hand, String field) throws Exception {
    return LaneHand.onScreen(() -> ((JTextField) hand.find(field)).getText());
  }

  private static NewItem item(String name) {
    return STORE.goods().stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }

  private static String crisps() {
    return STORE
        .server()
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT code FROM item WHERE name = :name")
                    .bind("name", CRISPS)
                    .mapTo(String.class)
                    .one());
  }

  /** On hand of an item, thousandths. */
  private static long stock(String itemCode) {
    return STORE
        .server()
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT SUM(quantity_milli) FROM stock_balance JOIN item USING (item_id)"
                            + " WHERE code = :code")
                    .bind("code", itemCode)
                    .mapTo(Long.class)
                    .one());
  }

  private static long sum(String sql) {
    return sum(STORE, sql);
  }

  private static long sum(DemoStore store, String sql) {
    return store
        .server()
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
