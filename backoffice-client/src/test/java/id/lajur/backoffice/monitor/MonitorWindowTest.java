package id.lajur.backoffice.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.shell.Found;
import id.lajur.backoffice.shell.Pictures;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.theme.Token;
import id.lajur.kit.thread.SwingThreadWatch;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The monitor in a window on a display inside the JVM; pictures for people. */
@CacioTest
class MonitorWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final int RAIL = 88; // what the window around it takes
  private static final int TITLE = 56;
  private static final Shop.Incident PAID_OUT =
      new Shop.Incident(
          0, "L2", 44, "CASH_PAY_OUT", "", Optional.of(-35_000_00L), "galon", "shift-1");

  private final FakeShop store = new FakeShop();
  private final JFrame frame = new JFrame("Lajur");
  private final List<Pane> panes = new ArrayList<>();

  /** The monitor as a window has it. */
  private record Pane(MonitorPresenter presenter, MonitorView view) {}

  private Pane pane() {
    return panes.get(0);
  }

  @AfterEach
  void close() throws Exception {
    Pictures.onScreen(
        () -> {
          frame.dispose();
          return frame;
        });
    SwingThreadWatch.uninstall();
  }

  private void open(Theme theme, Language language, int width, int height, boolean whole)
      throws Exception {
    Pictures.onScreen(
        () -> {
          theme.install();
          var formats = new Formats(language, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));
          List<MonitorView> shown = new ArrayList<>();
          var presenter =
              new MonitorPresenter(
                  store,
                  new MonitorPresenter.May(true, true, true),
                  Runnable::run,
                  state -> shown.forEach(view -> view.render(state)));
          var view =
              new MonitorView(
                  presenter,
                  new MonitorView.Setting(
                      "Swalayan Melati, Depok",
                      InstantSource.fixed(FakeShop.NOW),
                      TableChoices.NONE,
                      true),
                  formats,
                  whole);
          shown.add(view);
          panes.add(new Pane(presenter, view));
          view.setPreferredSize(new Dimension(width, height));
          frame.setUndecorated(true);
          frame.setContentPane(view);
          frame.pack();
          frame.setVisible(true);
          pane().presenter().opened();
          return frame;
        });
  }

  private void act(Runnable act) throws Exception {
    Pictures.onScreen(
        () -> {
          act.run();
          return true;
        });
  }

  private void comes(Shop shop) throws Exception {
    act(() -> store.shop.orElseThrow().now(shop));
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void everyStateStandsInItsPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    SwingThreadWatch watch = Pictures.onScreen(SwingThreadWatch::install);
    open(theme, language, width - RAIL, height - TITLE, false);
    Consumer<String> picture =
        what -> {
          try {
            Pictures.take(
                pane().view(), Pictures.name("monitor-" + what, theme, language, width, height));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };
    picture.accept("coming");
    comes(FakeShop.day(68_900_000));
    act(() -> store.approvals.orElseThrow().now(FakeShop.waiting()));
    comes(FakeShop.day());
    assertThat(pane().presenter().state().marked()).contains("sales");
    picture.accept("live");
    act(store::runLater);
    act(() -> pane().presenter().shares(MonitorState.Shares.LANES));
    picture.accept("lanes");
    act(() -> pane().presenter().shares(MonitorState.Shares.TENDERS));
    act(() -> pane().presenter().feed(MonitorState.Feed.LOW));
    act(() -> store.approvals.orElseThrow().now(List.of()));
    act(() -> store.shop.orElseThrow().lost());
    picture.accept("lost");
    act(() -> pane().presenter().drills().open(FakeShop.day().hours().get(4)));
    picture.accept("receipts");
    act(() -> pane().presenter().drills().openReceipt("sale-1"));
    picture.accept("receipt");
    act(pane().presenter().drills()::back);
    act(pane().presenter().drills()::back);
    act(() -> pane().presenter().drills().open(FakeShop.day().incidents().get(0)));
    picture.accept("ticket");
    act(pane().presenter().drills()::back);
    act(() -> pane().presenter().drills().open(FakeShop.day().lanes().get(0)));
    comes(FakeShop.scanned(1, "basket-1", 312_300, 13));
    picture.accept("basket");
    act(() -> pane().presenter().drills().openSalesOfLane());
    act(() -> pane().presenter().drills().otherWeek());
    picture.accept("weekago");
    act(pane().presenter().drills()::back);
    act(pane().presenter().drills()::back);
    act(() -> pane().presenter().drills().open(PAID_OUT));
    picture.accept("cash");
    watch.assertClean();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void figuresOfALostConnectionAreDimmedUntilNewOnesCome(Theme theme) throws Exception {
    open(theme, Language.INDONESIAN, 1366, 768, false);
    comes(FakeShop.day());
    act(store::runLater); // nothing is marked any more
    assertThat(inked(Token.INK)).isPositive();
    assertThat(inked(Token.PRIMARY)).isPositive();

    act(() -> store.shop.orElseThrow().lost());
    assertThat(inked(Token.INK)).isZero();
    assertThat(inked(Token.PRIMARY)).isZero();
    assertThat(inked(Token.DANGER)).isZero();
    assertThat(inked(Token.INK3)).as("they are read still").isPositive();

    comes(FakeShop.day());
    assertThat(inked(Token.INK)).isPositive();
  }

  /** Pixels of a colour in the picture, its head left out. */
  private long inked(Token token) throws Exception {
    return Pictures.onScreen(
        () -> {
          MonitorView view = pane().view();
          var image =
              new BufferedImage(view.getWidth(), view.getHeight(), BufferedImage.TYPE_INT_RGB);
          var g = image.createGraphics();
          view.paint(g);
          g.dispose();
          int ink = token.color().getRGB();
          long found = 0;
          for (int y = HeadBar.HEIGHT; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
              found += image.getRGB(x, y) == ink ? 1 : 0;
            }
          }
          return found;
        });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aLostConnectionSaysOfWhenTheFiguresAre(Language language) {
    MonitorState lost = MonitorState.first(true).with(FakeShop.day(), Set.of());
    Formats formats = new Formats(language, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));
    Texts texts = Texts.of(MonitorView.class, "monitor", language);
    Shown today = new Shown(lost.with(MonitorState.Link.LOST), "", texts, formats, FakeShop.NOW);
    Shown tomorrow =
        new Shown(
            lost.with(MonitorState.Link.LOST),
            "",
            texts,
            formats,
            FakeShop.NOW.plus(Duration.ofDays(1)));

    String time = formats.time(Instant.ofEpochMilli(FakeShop.day().asOfMs()));
    assertThat(today.link()).contains(time);
    assertThat(tomorrow.link()).contains(" 23 Nov " + time);
  }

  @Test
  void cashThatWentOutHasItsMinusBeforeTheSign() throws Exception {
    open(Theme.LIGHT, Language.INDONESIAN, 1366, 768, false);
    comes(FakeShop.day());

    act(() -> pane().presenter().drills().open(PAID_OUT));

    assertThat(labels(frame.getContentPane())).contains("\u2212Rp\u00a035.000");
  }

  @Test
  void escFromTheRowsOfAFigureLeadsBackToTheMonitor() throws Exception {
    open(Theme.LIGHT, Language.INDONESIAN, 1366, 768, false);
    comes(FakeShop.day());
    act(pane().presenter().drills()::openDay);

    act(
        () -> {
          JTable rows =
              Found.all(pane().view(), JTable.class).stream()
                  .filter(Component::isShowing)
                  .findFirst()
                  .orElseThrow();
          rows.dispatchEvent(
              new KeyEvent(
                  rows, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED));
        });

    assertThat(pane().presenter().state().drill()).isEmpty();
  }

  @Test
  void aFigureSaysThatThereAreNoReceiptsOnceTheyWereRead() throws Exception {
    open(Theme.LIGHT, Language.INDONESIAN, 1366, 768, false);
    comes(FakeShop.day());
    var later = new CompletableFuture<ReceiptPage>();
    store.page = later;
    act(pane().presenter().drills()::openDay);
    assertThat(Pictures.onScreen(() -> Found.said(frame, "monitor.receipts")))
        .as("unread")
        .isBlank();

    act(() -> later.complete(new ReceiptPage(List.of(), "", 0, 0)));

    assertThat(Pictures.onScreen(() -> Found.said(frame, "monitor.receipts"))).isNotBlank();
  }

  private static List<String> labels(Container of) {
    return Found.all(of, JLabel.class).stream().map(JLabel::getText).toList();
  }

  @ParameterizedTest
  @CsvSource({"DARK, INDONESIAN", "LIGHT, ENGLISH"})
  void onTheWallItIsRead(Theme theme, Language language) throws Exception {
    open(theme, language, 1920, 1080, true);
    comes(FakeShop.day());
    act(() -> store.approvals.orElseThrow().now(FakeShop.waiting()));

    Pictures.take(pane().view(), Pictures.name("monitor-wall", theme, language, 1920, 1080));
  }

  @Test
  void hoursWithoutASaleAreNoLineAlongZeroAndOpenNothing() throws Exception {
    open(Theme.DARK, Language.INDONESIAN, 1366, 768, false);
    Shop day = FakeShop.day();
    comes(FakeShop.withHours(day, List.of()));
    Pictures.take(pane().view(), "monitor-no-hours");
    int without = board().touchable().size();

    comes(day);
    Pictures.take(pane().view(), "monitor-hours");

    assertThat(board().touchable()).hasSizeGreaterThan(without + 10);
  }

  @Test
  void onTheWallAllThatWaitIsAnsweredByTouch() throws Exception {
    open(Theme.DARK, Language.INDONESIAN, 1920, 1080, true);
    comes(FakeShop.day());
    act(() -> store.approvals.orElseThrow().now(FakeShop.waiting()));
    Pictures.take(pane().view(), "monitor-two-asked");

    long button = Math.round(ApprovalsCard.BUTTON * board().scale());
    assertThat(board().touchable()).filteredOn(place -> place.height == button).hasSize(4);
  }

  @Test
  void fiftyLanesHaveTheirPlace() throws Exception {
    open(Theme.DARK, Language.INDONESIAN, 1920, 1080, true);
    Shop day = FakeShop.day();
    var lanes = new ArrayList<Shop.Lane>();
    for (int i = 0; i < 50; i++) {
      Shop.Lane like = day.lanes().get(i % day.lanes().size());
      lanes.add(
          new Shop.Lane(
              "L" + (i + 1),
              "Lajur " + (i + 1),
              like.state(),
              like.sinceMs(),
              like.operatorName(),
              like.shiftTickets(),
              like.tickets(),
              like.salesMinor(),
              like.weekAgoMinor(),
              like.basket(),
              like.unsentSales()));
    }
    comes(FakeShop.with(day, lanes));

    Pictures.take(
        pane().view(), Pictures.name("monitor-50", Theme.DARK, Language.INDONESIAN, 1920, 1080));
  }

  @Test
  void aTouchOfAFigureAndEnterOnOneOpenItsReceipts() throws Exception {
    open(Theme.LIGHT, Language.INDONESIAN, 1366, 768, false);
    comes(FakeShop.day());
    Pictures.take(pane().view(), "monitor-touched");

    act(() -> touch(90, 130));
    assertThat(pane().presenter().state().drill()).isPresent();
    assertThat(store.asked).anyMatch(act -> act.startsWith("receipts"));
    act(pane().presenter().drills()::back);
    act(() -> press(KeyEvent.VK_RIGHT, KeyEvent.VK_RIGHT, KeyEvent.VK_ENTER));

    assertThat(pane().presenter().state().drill()).isPresent();
  }

  @Test
  void theSalesOfALaneAreTouchedAndOpenItsReceipts() throws Exception {
    open(Theme.LIGHT, Language.INDONESIAN, 1366, 768, false);
    comes(FakeShop.day());
    act(() -> pane().presenter().shares(MonitorState.Shares.LANES));
    Pictures.take(pane().view(), "monitor-lanes-sold");
    Set<String> tips = new HashSet<>();
    act(() -> tips.addAll(everyTip()));
    assertThat(tips).contains("Siti Rahmawati: Beras Pandan Wangi 5 kg");

    act(
        () -> {
          long row = Math.round(SharesCard.ROW * board().scale());
          for (Rectangle place : board().touchable()) {
            if (place.height == row) {
              touch((int) place.getCenterX(), (int) place.getCenterY());
              pane().presenter().drills().back();
            }
          }
        });

    assertThat(store.asked)
        .anyMatch(act -> act.startsWith("receipts") && act.contains("terminal=L7"));
  }

  @Test
  void aLaneOpensItsBasketAndEachLargeFigureItsReceiptsOfTodayAndOfAWeekAgo() throws Exception {
    open(Theme.LIGHT, Language.INDONESIAN, 1366, 768, false);
    comes(FakeShop.day());
    Pictures.take(pane().view(), "monitor-opened-by-touch");

    act(
        () -> {
          for (Rectangle place : board().touchable()) {
            touch((int) place.getCenterX(), (int) place.getCenterY());
            pane().presenter().drills().back();
          }
        });

    assertThat(store.asked).contains("ticket basket-1", "ticket basket-5");
    assertThat(store.asked)
        .anyMatch(act -> act.startsWith("receipts") && act.contains("2026-11-16"))
        .anyMatch(act -> act.matches("receipts.*2026-11-23.*fromMs=[1-9].*"))
        .anyMatch(act -> act.matches("receipts.*2026-11-16.*fromMs=[1-9].*"));
  }

  @Test
  void anIncidentAndWhatIsOverSoonAreTouchedAndACutNameIsReadUnderThePointer() throws Exception {
    open(Theme.LIGHT, Language.INDONESIAN, 1024 - RAIL, 768 - TITLE, false);
    comes(FakeShop.day());
    Pictures.take(pane().view(), "monitor-small");

    act(() -> everyTouch().forEach(at -> touch(at.x, at.y)));
    act(() -> pane().presenter().drills().back());
    act(() -> pane().presenter().feed(MonitorState.Feed.LOW));
    Pictures.take(pane().view(), "monitor-small-low");
    act(() -> everyTouch().forEach(at -> touch(at.x, at.y)));

    assertThat(store.asked).contains("ticket subject-9", "stock card R1");
    Set<String> tips = new HashSet<>();
    act(() -> tips.addAll(everyTip()));
    assertThat(tips).contains("Perlengkapan bayi");
    assertThat(tips).as("scanned last at a lane").contains("Beras Pandan Wangi 5 kg");
  }

  /** Points over the feed, which is all that this test touches. */
  private List<Point> everyTouch() {
    List<Point> points = new ArrayList<>();
    for (int y = 160; y < board().getHeight(); y += 12) {
      points.add(new Point(board().getWidth() - 120, y));
    }
    return points;
  }

  private Set<String> everyTip() {
    Set<String> tips = new HashSet<>();
    for (int x = 0; x < board().getWidth(); x += 10) {
      for (int y = 0; y < board().getHeight(); y += 6) {
        String tip =
            board()
                .getToolTipText(
                    new MouseEvent(board(), MouseEvent.MOUSE_MOVED, 0, 0, x, y, 0, false));
        if (tip != null) {
          tips.add(tip);
        }
      }
    }
    return tips;
  }

  private Board board() {
    return Found.first(pane().view(), Board.class);
  }

  private void touch(int x, int y) {
    Board board = board();
    board.dispatchEvent(
        new MouseEvent(board, MouseEvent.MOUSE_PRESSED, 0, 0, x, y, 1, false, MouseEvent.BUTTON1));
  }

  private void press(int... keys) {
    Board board = board();
    for (int key : keys) {
      board.dispatchEvent(
          new KeyEvent(board, KeyEvent.KEY_PRESSED, 0, 0, key, KeyEvent.CHAR_UNDEFINED));
    }
  }

  @Test
  void f11FillsTheScreenAndEscLeadsBack() throws Exception {
    var screen =
        Pictures.onScreen(
            () -> {
              Theme.DARK.install();
              var made =
                  new MonitorScreen(
                      store,
                      new MonitorPresenter.May(true, true, true),
                      new MonitorView.Setting(
                          "Toko", InstantSource.fixed(FakeShop.NOW), TableChoices.NONE, true),
                      Runnable::run);
              frame.setContentPane(
                  made.view(
                      new Formats(
                          Language.INDONESIAN, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"))));
              frame.setSize(1366, 768);
              frame.setVisible(true);
              made.opened();
              return made;
            });
    comes(FakeShop.day());

    act(() -> screen.presenter().full(true));
    assertThat(shownFrames()).isEqualTo(2);
    act(() -> screen.presenter().drills().back());
    assertThat(shownFrames()).isEqualTo(1);
    act(() -> screen.presenter().full(true));
    act(screen::left);
    assertThat(shownFrames()).as("whoever is signed off leaves no wall").isEqualTo(1);
    store.page = new CompletableFuture<>();
  }

  private static long shownFrames() {
    return Arrays.stream(Frame.getFrames()).filter(Component::isVisible).count();
  }

  @Test
  void escIsLeftToTheWindowWhereTheMonitorLeadsNowhereBack() throws Exception {
    open(Theme.LIGHT, Language.INDONESIAN, 1366, 768, false);
    comes(FakeShop.day());
    var taken = new ArrayList<Boolean>();
    Runnable esc =
        () ->
            taken.add(
                SwingUtilities.processKeyBindings(
                    new KeyEvent(
                        board(),
                        KeyEvent.KEY_PRESSED,
                        0,
                        0,
                        KeyEvent.VK_ESCAPE,
                        KeyEvent.CHAR_UNDEFINED)));

    act(esc);
    act(pane().presenter().drills()::openDay);
    act(esc);
    act(() -> pane().presenter().full(true));
    act(esc);

    assertThat(taken).containsExactly(false, true, true);
    assertThat(pane().presenter().state().full()).isFalse();
  }
}
