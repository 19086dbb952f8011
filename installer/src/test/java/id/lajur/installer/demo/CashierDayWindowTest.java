package id.lajur.installer.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
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
import id.lajur.server.catalog.NewItem;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day at two lanes of a real server, by keys and scanner alone: thirty sales with every
 * exception, a basket that changes lanes, and both drawers counted to the last coin.
 */
@CacioTest
class CashierDayWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final int SALES = 30;
  private static final long FLOAT = 200_000_00;
  private static final long PAID_OUT = 25_000_00;
  private static final String CASH_OF =
      "SELECT COALESCE(SUM((SELECT COALESCE(SUM(t.amount_minor), 0) FROM sale_tender t"
          + " WHERE t.sale_id = s.sale_id AND t.kind = 'CASH') - s.change_minor), 0)"
          + " FROM sale s JOIN terminal l ON l.terminal_id = s.terminal_id WHERE l.code = '";
  private static final DemoStore STORE = open();

  private final List<LaneWindow> opened = new ArrayList<>();
  private final List<String> goods =
      List.of(
          code("Teh Celup Melati Kebun Embun isi 25"),
          code("Susu UHT Cokelat Lembah Sapi 1 L"),
          code("Gula Pasir Putih Manis Desa 1 kg"),
          code("Garam Dapur Halus Laut Madura Jaya 250 g"));

  private static DemoStore open() {
    try {
      return DemoStore.open(Clock.systemUTC());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
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
  void thirtySalesWithEveryExceptionCloseWithoutADifference(
      @TempDir Path folder, @TempDir Path otherFolder) throws Exception {
    SwingThreadWatch watch = LaneHand.onScreen(SwingThreadWatch::install);
    try (LaneWindow second = lane(2, otherFolder)) {
      LaneHand other = new LaneHand(second);
      signOn(other, 2);
      LaneHand.onScreen(
          () -> {
            second.frame().setVisible(false);
            return second;
          });
      sellAtBoth(other, folder);
      watch.assertClean();
    }
    assertThat(sum("SELECT COUNT(*) FROM sale")).isEqualTo(SALES);
    assertThat(sum("SELECT COUNT(*) FROM z_report WHERE lane_sale_count = sale_count"))
        .isEqualTo(2);
    assertThat(STORE.audit().clean()).as(STORE.audit().toText()).isTrue();
  }

  private void sellAtBoth(LaneHand other, Path folder) throws Exception {
    try (LaneWindow first = lane(1, folder)) {
      LaneHand hand = new LaneHand(first);
      signOn(hand, 1);

      String receipt = plain(hand, 3).number();
      quantityAndWeight(hand);
      removedLine(hand);
      discounts(hand);
      otherPrice(hand);
      department(hand);
      cardAlone(hand);
      cardAndCash(hand);
      qris(hand);
      withoutPaper(hand);
      foundByName(hand);
      checkedAndExplained(hand);
      lockedInTheMiddle(hand);
      givenUp(hand);
      cameBack(hand, receipt);
      copied(hand, receipt);
      asideAndFetched(hand, other);
      takenOver(hand, other);
      paidOut(hand);
      int left = SALES - (int) sum("SELECT COUNT(*) FROM sale");
      assertThat(left).isPositive();
      for (int i = 0; i < left; i++) {
        var unused = plain(i % 3 == 0 ? other.alone() : hand.alone(), 1 + i % 3);
      }
      hand.alone().press(KeyEvent.VK_F10).press(KeyEvent.VK_F7);
      hand.until(s -> s.message().key().equals("xPrinted"));

      close(hand, FLOAT + cash(1) - PAID_OUT);
      close(other.alone(), FLOAT + cash(2));

      assertThat(Files.readString(folder.resolve("paper"), ISO_8859_1))
          .contains("Z REPORT 1", "RECEIPTS COMPLETE", "*** COPY 1 ***", "CASH OUT");
    }
  }

  private ReceiptView plain(LaneHand hand, int pieces) throws Exception {
    for (int i = 0; i < pieces; i++) {
      hand.scan(goods.get(i));
    }
    hand.until(lines(pieces));
    return payExact(hand);
  }

  private static ReceiptView payExact(LaneHand hand) throws Exception {
    hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
    return paid(hand.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER));
  }

  private static ReceiptView paid(LaneHand hand) throws Exception {
    LaneState done = hand.until(s -> s.phase() == Phase.DONE);
    hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.READY);
    return done.lastReceipt().orElseThrow();
  }

  private void quantityAndWeight(LaneHand hand) throws Exception {
    hand.type("12*").scan(goods.get(0)).until(lines(1));
    hand.scan(code("Apel Fuji")).until(s -> s.panel() instanceof Panel.Weigh);
    hand.type("2").press(KeyEvent.VK_ENTER).until(lines(2));
    var unused = payExact(hand);
  }

  private void removedLine(LaneHand hand) throws Exception {
    hand.scan(goods.get(0)).scan(goods.get(1)).until(lines(2));
    hand.press(KeyEvent.VK_F8).until(lines(1));
    var unused = payExact(hand);
  }

  private void discounts(LaneHand hand) throws Exception {
    hand.scan(goods.get(1)).until(lines(1));
    hand.press(KeyEvent.VK_F6).type("10").press(KeyEvent.VK_ENTER);
    hand.type("dented").press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(s -> s.basket().lastLine().orElseThrow().discountMinor() > 0);
    hand.press(KeyEvent.VK_F6).press(KeyEvent.VK_F3).press(KeyEvent.VK_F5).type("500");
    hand.press(KeyEvent.VK_ENTER).type("friend").press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(s -> s.basket().totalMinor() < s.basket().lastLine().orElseThrow().totalMinor());
    var unused = payExact(hand);
  }

  private void otherPrice(LaneHand hand) throws Exception {
    hand.scan(goods.get(2)).until(lines(1));
    long price = hand.until(s -> true).basket().lastLine().orElseThrow().priceMinor() - 500_00;
    hand.press(KeyEvent.VK_F6).press(KeyEvent.VK_F4).type(Long.toString(price / 100));
    hand.press(KeyEvent.VK_ENTER).type("shelf").press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(s -> s.basket().lastLine().orElseThrow().priceMinor() == price);
    var unused = payExact(hand);
  }

  private static void department(LaneHand hand) throws Exception {
    hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F5);
    hand.until(s -> s.panel() instanceof Panel.Department);
    hand.press(KeyEvent.VK_ENTER).type("12500").press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(lines(1));
    var unused = payExact(hand);
  }

  private void cardAlone(LaneHand hand) throws Exception {
    pay(hand, 1).press(KeyEvent.VK_F7).press(KeyEvent.VK_ENTER).type("004512");
    var unused = paid(hand.press(KeyEvent.VK_ENTER).type("A7").press(KeyEvent.VK_ENTER));
  }

  private void cardAndCash(LaneHand hand) throws Exception {
    pay(hand, 2).press(KeyEvent.VK_F7).type("5000");
    hand.press(KeyEvent.VK_ENTER).press(KeyEvent.VK_ENTER).press(KeyEvent.VK_ENTER);
    hand.until(s -> s.payment().taken().size() == 1);
    var unused = paid(hand.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER));
  }

  private void qris(LaneHand hand) throws Exception {
    pay(hand, 1).press(KeyEvent.VK_F8);
    var unused = paid(hand.press(KeyEvent.VK_ENTER).press(KeyEvent.VK_ENTER));
  }

  private void withoutPaper(LaneHand hand) throws Exception {
    pay(hand, 1).press(KeyEvent.VK_F11).until(s -> !s.payment().paper());
    var unused = paid(hand.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER));
  }

  /** As far as the money. */
  private LaneHand pay(LaneHand hand, int pieces) throws Exception {
    for (int i = 0; i < pieces; i++) {
      hand.scan(goods.get(i));
    }
    hand.until(lines(pieces));
    hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
    return hand;
  }

  private static void foundByName(LaneHand hand) throws Exception {
    hand.press(KeyEvent.VK_F2).type("vanila salju");
    hand.until(s -> s.panel() instanceof Panel.Search search && !search.matches().isEmpty());
    hand.press(KeyEvent.VK_ENTER).until(lines(1));
    var unused = payExact(hand);
  }

  private void checkedAndExplained(LaneHand hand) throws Exception {
    hand.scan(goods.get(3)).until(lines(1));
    hand.press(KeyEvent.VK_F3).scan(goods.get(1)).until(s -> s.message().key().equals("priceOnly"));
    hand.press(KeyEvent.VK_F3).until(s -> s.panel() instanceof Panel.Explain);
    hand.press(KeyEvent.VK_ESCAPE).until(lines(1));
    var unused = payExact(hand);
  }

  private void lockedInTheMiddle(LaneHand hand) throws Exception {
    hand.scan(goods.get(0)).scan(goods.get(1)).until(lines(2));
    hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F12);
    hand.until(s -> s.panel() instanceof Panel.Locked);
    hand.scan(goods.get(2)).type("0000").press(KeyEvent.VK_ENTER);
    hand.until(s -> s.message().key().endsWith("SIGN_ON_FAILED"));
    hand.type(DemoStore.CASHIER_PIN).press(KeyEvent.VK_ENTER).until(lines(3));
    var unused = payExact(hand);
  }

  private void givenUp(LaneHand hand) throws Exception {
    hand.scan(goods.get(0)).until(lines(1));
    hand.shiftF8().until(s -> s.panel() instanceof Panel.VoidBasket);
    hand.press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(s -> s.basket().isEmpty());
  }

  private static void cameBack(LaneHand hand, String receipt) throws Exception {
    hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F4);
    hand.until(s -> s.panel() instanceof Panel.ReturnReceipt);
    hand.scan(receipt).until(s -> s.panel() instanceof Panel.ReturnLines);
    hand.press(KeyEvent.VK_ENTER).press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(s -> s.panel() instanceof Panel.ReturnLines && s.basket().lineCount() == 1);
    hand.press(KeyEvent.VK_ESCAPE).until(lines(1));
    hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
    assertThat(paid(hand.press(KeyEvent.VK_ENTER)).totalMinor()).isNegative();
  }

  private static void copied(LaneHand hand, String receipt) throws Exception {
    hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F11);
    hand.until(s -> s.panel() instanceof Panel.Copy);
    hand.scan(receipt).until(s -> s.message().key().equals("printed"));
  }

  private void asideAndFetched(LaneHand hand, LaneHand other) throws Exception {
    hand.scan(goods.get(0)).scan(goods.get(1)).until(lines(2));
    hand.press(KeyEvent.VK_F7).until(s -> s.message().key().equals("suspended"));
    other.alone().press(KeyEvent.VK_F7).until(s -> s.panel() instanceof Panel.Resume);
    other.press(KeyEvent.VK_ENTER).until(lines(2));
    var unused = payExact(other);
    hand.alone();
  }

  private void takenOver(LaneHand hand, LaneHand other) throws Exception {
    other.alone().scan(goods.get(2)).until(lines(1));
    hand.alone().press(KeyEvent.VK_F7).until(s -> s.panel() instanceof Panel.Resume);
    hand.press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(lines(1));
    var unused = payExact(hand);
    other.alone().scan(goods.get(2)).until(s -> s.message().key().startsWith("refused.BASKET_"));
    assertThat(other.until(s -> true).basket().isEmpty()).isTrue();
    hand.alone();
  }

  private static void paidOut(LaneHand hand) throws Exception {
    hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F6).press(KeyEvent.VK_F3);
    hand.type(Long.toString(PAID_OUT / 100)).press(KeyEvent.VK_ENTER);
    hand.type("ice").press(KeyEvent.VK_ENTER);
    approve(hand);
    hand.until(s -> s.message().key().equals("moved.PAY_OUT"));
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

  private LaneWindow lane(int number, Path folder) throws Exception {
    LaneWindow lane =
        LaneWindow.open(
            STORE.connect(STORE.enrolLane(number)),
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
