package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.installer.demo.DayTickets.Line;
import id.lajur.installer.demo.DayTickets.Payment;
import id.lajur.installer.demo.DayTickets.Ticket;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.Denominations;
import id.lajur.pos.screen.LaneState;
import id.lajur.pos.screen.LaneState.Phase;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.Panel;
import id.lajur.pos.screen.ReceiptView;
import id.lajur.pos.window.LaneDevices;
import id.lajur.pos.window.LaneWindow;
import id.lajur.rules.code.Gtin;
import id.lajur.server.catalog.NewItem;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day at two lanes of a real server, one of them enrolled in its window, by keys and scanner
 * alone: thirty tickets of a grocer's shape with every exception, a basket that changes lanes, and
 * both drawers counted to the last coin.
 */
@CacioTest
class CashierDayWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final long FLOAT = 200_000_00;
  private static final long PAID_IN = 100_000_00;
  private static final long PAID_OUT = 25_000_00;
  private static final long DROPPED = 150_000_00;
  private static final String CASH_OF =
      "SELECT COALESCE(SUM((SELECT COALESCE(SUM(t.amount_minor), 0) FROM sale_tender t"
          + " WHERE t.sale_id = s.sale_id AND t.kind = 'CASH') - s.change_minor), 0)"
          + " FROM sale s JOIN terminal l ON l.terminal_id = s.terminal_id WHERE l.code = '";
  private static final String UNKNOWN = "899123456789" + Gtin.checkDigit("899123456789");
  private static final DemoStore STORE = open();
  private static final String BLOCKED = special("299000000001", "Susu Bayi Ditarik 400 g", true);
  private static final String UNPRICED = special("299000000002", "Kopi Baru 200 g", false);

  private final List<LaneWindow> opened = new ArrayList<>();
  private final Deque<Ticket> tickets = new ArrayDeque<>(DayTickets.of(STORE.goods()));
  private final String tea = code("Teh Celup Melati Kebun Embun isi 25");
  private final String milk = code("Susu UHT Cokelat Lembah Sapi 1 L");
  private Payment payment = Payment.CASH; // of the ticket that was scanned last
  private int sales;

  private static DemoStore open() {
    try {
      DemoStore store = DemoStore.open(Clock.systemUTC());
      try (StoreConnection desk = store.connect(store.backPc())) {
        new Lane(desk).signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN);
        DemoMembers.bring(desk, store.goods());
        DemoStore.quickKeys(desk, DemoGoods.quickPage(store.goods()));
      }
      return store;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Goods that are on hold, or have no price. */
  private static String special(String digits, String name, boolean blocked) {
    String barcode = digits + Gtin.checkDigit(digits);
    NewItem like = STORE.goods().stream().filter(i -> !i.weighed()).findFirst().orElseThrow();
    var unit =
        new NewItem.Unit("pcs", 1000, blocked ? Long.valueOf(50_000_00) : null, List.of(barcode));
    var item =
        new NewItem(
            digits.substring(6),
            name,
            like.department(),
            "",
            like.kind(),
            null,
            like.taxClass(),
            false,
            false,
            false,
            blocked ? "ditarik" : null,
            like.stockPolicy(),
            null,
            List.of(unit));
    try {
      STORE.server().catalog().write(List.of(item), Clock.systemUTC().instant());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return barcode;
  }

  @AfterAll
  static void closeStore() {
    STORE.close();
  }

  @AfterEach
  void endWatch() throws InterruptedException {
    SwingThreadWatch.uninstall();
    for (LaneWindow lane : opened) {
      assertThat(lane.awaitClosed(Duration.ofSeconds(20))).isTrue();
    }
  }

  @Test
  void thirtyTicketsWithEveryExceptionCloseWithoutADifference(
      @TempDir Path folder, @TempDir Path otherFolder) throws Exception {
    assertThat(tickets).hasSize(30);
    SwingThreadWatch watch = LaneHand.onScreen(SwingThreadWatch::install);
    STORE
        .server()
        .setup()
        .addOperator(
            DemoStore.cashier(1), "Sari", "CASHIER", DemoStore.CASHIER_PIN.toCharArray(), "id");
    MachineIdentity enrolled =
        EnrolmentHand.enrol(STORE, "L01", "Lajur 1", folder.resolve("machine"));
    String printer = "file:" + otherFolder.resolve("paper");
    try (LaneWindow second = lane(STORE.enrolLane(2), printer, otherFolder)) {
      LaneHand other = new LaneHand(second);
      signOn(other, 2);
      LaneHand.onScreen(
          () -> {
            second.frame().setVisible(false);
            return second;
          });
      sellAtBoth(enrolled, other, folder);
      watch.assertClean();
    }
    assertThat(tickets).isEmpty();
    assertThat(sum("SELECT COUNT(*) FROM sale")).isEqualTo(sales);
    assertThat(sum("SELECT COUNT(*) FROM z_report WHERE lane_sale_count = sale_count"))
        .isEqualTo(2);
    assertThat(STORE.audit().clean()).as(STORE.audit().toText()).isTrue();
  }

  private void sellAtBoth(MachineIdentity enrolled, LaneHand other, Path folder) throws Exception {
    try (var printer = new StatusPrinter();
        LaneWindow first = lane(enrolled, printer.address(), folder)) {
      LaneHand hand = new LaneHand(first);
      signOn(hand, 1);

      String receipt = plain(hand).number();
      notSold(hand);
      changedQuantity(hand);
      discounts(hand);
      otherPrice(hand);
      department(hand);
      foundByName(hand);
      quickKey(hand);
      member(hand);
      checkedAndExplained(hand);
      lockedInTheMiddle(hand);
      givenUp(hand);
      withoutPaper(hand);
      outOfPaper(hand, printer);
      cameBack(hand, receipt);
      cameBackWithoutReceipt(hand);
      copied(hand, receipt);
      asideAndFetched(hand, other);
      takenOver(hand, other);
      cash(hand, KeyEvent.VK_F2, PAID_IN, "moved.PAY_IN", "masuk kas");
      cash(hand, KeyEvent.VK_F3, PAID_OUT, "moved.PAY_OUT", "keluar kas");
      cash(hand, KeyEvent.VK_F4, DROPPED, "moved.DROP", "brankas");
      while (!tickets.isEmpty()) {
        var unused = plain((tickets.size() % 3 == 0 ? other : hand).alone());
      }
      hand.alone().press(KeyEvent.VK_F10).press(KeyEvent.VK_F7);
      hand.until(s -> s.message().key().equals("xPrinted"));

      close(hand, FLOAT + cash(1) + PAID_IN - PAID_OUT - DROPPED);
      close(other.alone(), FLOAT + cash(2));

      assertThat(printer.papers())
          .contains("Z REPORT 1", "RECEIPTS COMPLETE", "*** COPY 1 ***", "CASH OUT");
    }
  }

  private ReceiptView plain(LaneHand hand) throws Exception {
    int unused = ticket(hand);
    return pay(hand);
  }

  /**
   * Scans the next ticket. It is worth what the shelf says.
   *
   * @return the lines that stand
   */
  private int ticket(LaneHand hand) throws Exception {
    Ticket ticket = tickets.remove();
    payment = ticket.payment();
    int standing = 0;
    long due = 0;
    for (Line line : ticket.lines()) {
      scan(hand, line);
      if (line.takenOff()) {
        hand.until(lines(standing + 1));
        hand.press(KeyEvent.VK_F8).until(lines(standing));
        continue;
      }
      standing++;
      due += line.valueMinor();
      if (line.reduced()) {
        hand.until(lines(standing));
        due -= reduced(hand);
      }
    }
    LaneState basket = hand.until(lines(standing));
    assertThat(basket.basket().totalMinor()).as("%s", ticket).isEqualTo(due);
    return standing;
  }

  private static void scan(LaneHand hand, Line line) throws Exception {
    if (line.pieces() > 1) {
      hand.type(line.pieces() + "*");
    }
    hand.scan(DemoStore.code(line.item()));
    if (line.weighed()) {
      hand.until(s -> s.panel() instanceof Panel.Weigh);
      hand.type("%d,%03d".formatted(line.weightMilli() / 1_000, line.weightMilli() % 1_000));
      hand.press(KeyEvent.VK_ENTER);
    }
  }

  /** A tenth off the large line; what it comes to. */
  private static long reduced(LaneHand hand) throws Exception {
    hand.press(KeyEvent.VK_F6).type("10").press(KeyEvent.VK_ENTER);
    hand.type("penyok").press(KeyEvent.VK_ENTER);
    approve(hand);
    LaneState after = hand.until(s -> s.basket().lastLine().orElseThrow().discountMinor() > 0);
    return after.basket().lastLine().orElseThrow().discountMinor();
  }

  private ReceiptView pay(LaneHand hand) throws Exception {
    hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
    switch (payment) {
      case CASH -> hand.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER);
      case NOTE -> hand.press(KeyEvent.VK_F3).press(KeyEvent.VK_ENTER);
      case CARD -> {
        hand.press(KeyEvent.VK_F7).press(KeyEvent.VK_ENTER).type("004512");
        hand.press(KeyEvent.VK_ENTER).type("A7").press(KeyEvent.VK_ENTER);
      }
      case QRIS -> hand.press(KeyEvent.VK_F8).press(KeyEvent.VK_ENTER).press(KeyEvent.VK_ENTER);
      case SPLIT -> {
        hand.press(KeyEvent.VK_F7).type("5000").press(KeyEvent.VK_ENTER);
        hand.press(KeyEvent.VK_ENTER).press(KeyEvent.VK_ENTER);
        hand.until(s -> s.payment().taken().size() == 1);
        hand.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER);
      }
    }
    return paid(hand);
  }

  private ReceiptView paid(LaneHand hand) throws Exception {
    LaneState done = hand.until(s -> s.phase() == Phase.DONE);
    hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.READY);
    sales++;
    return done.lastReceipt().orElseThrow();
  }

  /** What is not sold, with its sentence; the scan after each is. */
  private void notSold(LaneHand hand) throws Exception {
    int standing = ticket(hand);
    hand.scan(UNKNOWN).says("Barcode " + UNKNOWN + " belum terdaftar");
    standing = next(hand, standing);
    hand.scan(BLOCKED).says("Susu Bayi Ditarik 400 g sedang ditahan (ditarik)");
    standing = next(hand, standing);
    hand.scan(UNPRICED).says("Kopi Baru 200 g belum punya harga");
    standing = next(hand, standing);
    hand.type("5000*").scan(tea).says("Jumlah 5.000 di atas batas");
    hand.picture("day-not-sold");
    int unused = next(hand, standing);
    var receipt = pay(hand);
    assertThat(receipt.totalMinor()).isPositive();
  }

  private int next(LaneHand hand, int standing) throws Exception {
    hand.scan(milk).until(lines(standing + 1));
    return standing + 1;
  }

  private void changedQuantity(LaneHand hand) throws Exception {
    int standing = next(hand, ticket(hand));
    hand.press(KeyEvent.VK_F4).until(s -> s.panel() instanceof Panel.Quantity);
    hand.type("3").press(KeyEvent.VK_ENTER);
    hand.until(s -> s.basket().lastLine().orElseThrow().quantityMilli() == 3_000);
    int unused = next(hand, standing);
    var receipt = pay(hand);
    assertThat(receipt.totalMinor()).isPositive();
  }

  private void discounts(LaneHand hand) throws Exception {
    int unused = next(hand, ticket(hand));
    long tenth = reduced(hand);
    assertThat(tenth).isPositive();
    long before = hand.until(s -> true).basket().totalMinor();
    hand.press(KeyEvent.VK_F6).press(KeyEvent.VK_F3).press(KeyEvent.VK_F5).type("500");
    hand.press(KeyEvent.VK_ENTER).type("kenalan").press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(s -> s.basket().totalMinor() == before - 500_00);
    var receipt = pay(hand);
    assertThat(receipt.totalMinor()).isEqualTo(before - 500_00);
  }

  private void otherPrice(LaneHand hand) throws Exception {
    int unused = next(hand, ticket(hand));
    long price = hand.until(s -> true).basket().lastLine().orElseThrow().priceMinor() - 500_00;
    hand.press(KeyEvent.VK_F6).press(KeyEvent.VK_F4).type(Long.toString(price / 100));
    hand.press(KeyEvent.VK_ENTER).type("rak").press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(s -> s.basket().lastLine().orElseThrow().priceMinor() == price);
    var receipt = pay(hand);
    assertThat(receipt.totalMinor()).isPositive();
  }

  private void department(LaneHand hand) throws Exception {
    int standing = ticket(hand);
    hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F5);
    hand.until(s -> s.panel() instanceof Panel.Department);
    hand.press(KeyEvent.VK_ENTER).type("12500").press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(lines(standing + 1));
    var receipt = pay(hand);
    assertThat(receipt.totalMinor()).isPositive();
  }

  private void foundByName(LaneHand hand) throws Exception {
    int standing = ticket(hand);
    hand.press(KeyEvent.VK_F2).type("vanila salju");
    hand.until(s -> s.panel() instanceof Panel.Search search && !search.matches().isEmpty());
    hand.press(KeyEvent.VK_ENTER).until(lines(standing + 1));
    var receipt = pay(hand);
    assertThat(receipt.totalMinor()).isPositive();
  }

  private void quickKey(LaneHand hand) throws Exception {
    int standing = ticket(hand);
    hand.until(s -> !s.terminal().quickPages().pages().isEmpty());
    hand.press(KeyEvent.VK_F9).until(s -> s.panel() instanceof Panel.QuickKeys);
    hand.type("q").until(s -> s.panel() instanceof Panel.Weigh);
    hand.type("0,5").press(KeyEvent.VK_ENTER).until(lines(standing + 1));
    var receipt = pay(hand);
    assertThat(receipt.totalMinor()).isPositive();
  }

  private void member(LaneHand hand) throws Exception {
    int standing = ticket(hand);
    hand.press(KeyEvent.VK_F5).until(s -> s.panel() instanceof Panel.Member);
    hand.type(DemoMembers.CARD).press(KeyEvent.VK_ENTER);
    hand.until(s -> s.basket().member().isPresent() && s.panel() instanceof Panel.None);
    hand.says(DemoMembers.NAME);
    int unused = next(hand, standing);
    var receipt = pay(hand);
    assertThat(receipt.totalMinor()).isPositive();
    assertThat(sum("SELECT COUNT(*) FROM sale WHERE member_id IS NOT NULL")).isEqualTo(1);
  }

  private void checkedAndExplained(LaneHand hand) throws Exception {
    int standing = ticket(hand);
    helped(hand, "day-help");
    hand.press(KeyEvent.VK_F3).scan(milk).until(s -> s.message().key().equals("priceOnly"));
    hand.press(KeyEvent.VK_F3).until(s -> s.panel() instanceof Panel.Explain);
    hand.press(KeyEvent.VK_ESCAPE).until(lines(standing));
    var receipt = pay(hand);
    assertThat(receipt.totalMinor()).isPositive();
  }

  private static void helped(LaneHand hand, String picture) throws Exception {
    hand.press(KeyEvent.VK_F1).until(s -> s.panel() instanceof Panel.Help);
    hand.picture(picture);
    hand.press(KeyEvent.VK_ESCAPE).until(s -> s.panel() instanceof Panel.None);
  }

  private void lockedInTheMiddle(LaneHand hand) throws Exception {
    int standing = ticket(hand);
    hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F12);
    hand.until(s -> s.panel() instanceof Panel.Locked);
    hand.scan(milk).type("0000").press(KeyEvent.VK_ENTER);
    hand.until(s -> s.message().key().endsWith("SIGN_ON_FAILED"));
    hand.type(DemoStore.CASHIER_PIN).press(KeyEvent.VK_ENTER).until(lines(standing + 1));
    var receipt = pay(hand);
    assertThat(receipt.totalMinor()).isPositive();
  }

  private void givenUp(LaneHand hand) throws Exception {
    int unused = ticket(hand);
    hand.shiftF8().until(s -> s.panel() instanceof Panel.VoidBasket);
    hand.press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(s -> s.basket().isEmpty());
  }

  private void withoutPaper(LaneHand hand) throws Exception {
    int unused = ticket(hand);
    hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
    helped(hand, "day-help-payment");
    hand.press(KeyEvent.VK_F11).until(s -> !s.payment().paper());
    hand.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER);
    var receipt = paid(hand);
    assertThat(receipt.totalMinor()).isPositive();
  }

  /** The sale is done, the next ones go on, and the papers come when there is paper. */
  private void outOfPaper(LaneHand hand, StatusPrinter printer) throws Exception {
    printer.paperOut(true);
    int unused = ticket(hand);
    hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
    hand.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.DONE);
    hand.says("Penjualan tersimpan. Kertas habis: isi, lalu F11.");
    String number = paid(hand).number();
    String next = plain(hand).number();
    hand.until(s -> s.devices().papersKept() == 2);

    printer.paperOut(false);
    hand.press(KeyEvent.VK_F11).until(s -> s.devices().papersKept() == 0);
    assertThat(printer.papers()).contains(number, next);
  }

  private void cameBack(LaneHand hand, String receipt) throws Exception {
    hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F4);
    hand.until(s -> s.panel() instanceof Panel.ReturnReceipt);
    hand.scan(receipt).until(s -> s.panel() instanceof Panel.ReturnLines);
    hand.press(KeyEvent.VK_ENTER).press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(s -> s.panel() instanceof Panel.ReturnLines && s.basket().lineCount() == 1);
    hand.press(KeyEvent.VK_ESCAPE).until(lines(1));
    refunded(hand);
  }

  private void cameBackWithoutReceipt(LaneHand hand) throws Exception {
    hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F4);
    hand.until(s -> s.panel() instanceof Panel.ReturnReceipt);
    hand.press(KeyEvent.VK_F2).until(s -> s.panel() instanceof Panel.ReturnItem);
    hand.scan(tea).until(s -> s.form().isAt("quantity"));
    hand.type("2").press(KeyEvent.VK_ENTER).until(s -> s.form().isAt("reason"));
    hand.type("kemasan bocor").press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(lines(1));
    refunded(hand);
  }

  private void refunded(LaneHand hand) throws Exception {
    hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
    assertThat(paid(hand.press(KeyEvent.VK_ENTER)).totalMinor()).isNegative();
  }

  private static void copied(LaneHand hand, String receipt) throws Exception {
    hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F11);
    hand.until(s -> s.panel() instanceof Panel.Copy);
    hand.scan(receipt).until(s -> s.message().key().equals("printed"));
  }

  private void asideAndFetched(LaneHand hand, LaneHand other) throws Exception {
    int standing = ticket(hand);
    hand.press(KeyEvent.VK_F7).until(s -> s.message().key().equals("suspended"));
    other.alone().press(KeyEvent.VK_F7).until(s -> s.panel() instanceof Panel.Resume);
    other.press(KeyEvent.VK_ENTER).until(lines(standing));
    int unused = next(other, standing);
    var receipt = pay(other);
    assertThat(receipt.totalMinor()).isPositive();
    hand.alone();
  }

  private void takenOver(LaneHand hand, LaneHand other) throws Exception {
    int standing = ticket(other.alone());
    hand.alone().press(KeyEvent.VK_F7).until(s -> s.panel() instanceof Panel.Resume);
    hand.press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(lines(standing));
    var receipt = pay(hand);
    assertThat(receipt.totalMinor()).isPositive();
    other.alone().scan(milk).until(s -> s.message().key().startsWith("refused.BASKET_"));
    assertThat(other.until(s -> true).basket().isEmpty()).isTrue();
    hand.alone();
  }

  private static void cash(LaneHand hand, int way, long minor, String key, String says)
      throws Exception {
    hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F6).press(way);
    hand.type(Long.toString(minor / 100)).press(KeyEvent.VK_ENTER);
    hand.type("kas").press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(s -> s.message().key().equals(key));
    hand.says(says);
  }

  private static void approve(LaneHand hand) throws Exception {
    hand.until(s -> s.panel() instanceof Panel.Approval);
    hand.type(DemoStore.SUPERVISOR).press(KeyEvent.VK_ENTER).type(DemoStore.SUPERVISOR_PIN);
    hand.press(KeyEvent.VK_ENTER).until(s -> !(s.panel() instanceof Panel.Approval));
  }

  /** Counts every note and coin, dearest first. */
  private static void close(LaneHand hand, long minor) throws Exception {
    hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F2).until(s -> s.phase() == Phase.COUNTING);
    long left = minor;
    for (var piece : Denominations.RUPIAH) {
      hand.type(Long.toString(left / piece.valueMinor())).press(KeyEvent.VK_ENTER);
      left %= piece.valueMinor();
    }
    assertThat(left).isZero();
    LaneState closed = hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.SIGNED_OFF);
    assertThat(closed.message().key()).as(closed.message().toString()).isEqualTo("shiftClosed");
  }

  private static void signOn(LaneHand hand, int lane) throws Exception {
    hand.type(DemoStore.cashier(lane)).press(KeyEvent.VK_ENTER).type(DemoStore.CASHIER_PIN);
    hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.OPENING_SHIFT);
    hand.type(Long.toString(FLOAT / 100)).press(KeyEvent.VK_ENTER);
    hand.until(s -> s.phase() == Phase.READY);
  }

  private LaneWindow lane(MachineIdentity machine, String printer, Path folder) throws Exception {
    LaneWindow lane =
        LaneWindow.open(
            STORE.connect(machine),
            new LaneWindow.Settings(
                Language.ENGLISH,
                Theme.LIGHT,
                List.of(PrinterPort.of(printer)),
                Paper.MM80,
                Language.ENGLISH,
                folder.resolve("journal"),
                InstantSource.system(),
                false,
                100,
                LaneDevices.KEYBOARD_ONLY));
    opened.add(lane);
    return lane;
  }

  private static Predicate<LaneState> lines(int standing) {
    return s ->
        s.basket().lines().stream().filter(LineView::stands).count() == standing
            && s.panel() instanceof Panel.None;
  }

  private static String code(String name) {
    NewItem item =
        STORE.goods().stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
    return DemoStore.code(item);
  }

  private static long cash(int lane) {
    return sum(CASH_OF + "L0" + lane + "'");
  }

  private static long sum(String sql) {
    return STORE
        .server()
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
