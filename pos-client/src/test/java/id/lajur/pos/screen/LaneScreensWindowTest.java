package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.input.ScanKeys;
import id.lajur.kit.input.ScanSettings;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.pos.receipt.PaperKind;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The real window on a display inside the JVM, driven by keys alone; pictures for people. */
@CacioTest
class LaneScreensWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1920");
  }

  private static final Path PICTURES = Path.of("target", "screens");

  /** One lane in one window. */
  private static final class Shop {
    final FakeLane lane = new FakeLane();
    final JFrame frame = new JFrame("Lajur");
    final LanePanel panel;
    final LanePresenter presenter;
    final ScanKeys scanKeys;
    final Robot robot;
    final AtomicInteger released = new AtomicInteger();
    List<PaintedWords.Word> painted = List.of();

    Shop(Theme theme, Language language, int width, int height, double zoom) throws Exception {
      theme.install();
      LaneState first = LaneState.signedOff(FakeLane.TERMINAL, language, theme);
      panel = new LanePanel(first, InstantSource.fixed(FakeLane.NOW), zoom);
      presenter =
          new LanePresenter(
              lane,
              FakeLane.TERMINAL,
              language,
              theme,
              SwingUtilities::invokeLater,
              Shop::after,
              panel::render);
      panel.attach(presenter);
      scanKeys = new ScanKeys(frame, ScanSettings.USUAL, presenter::scanned);
      scanKeys.install();
      frame.setUndecorated(true);
      frame.setContentPane(panel);
      panel.addKeyListener(
          new KeyAdapter() {
            @Override
            public void keyReleased(KeyEvent event) {
              released.incrementAndGet();
            }
          });
      panel.setPreferredSize(new Dimension(width, height));
      frame.pack();
      frame.setVisible(true);
      panel.requestFocusInWindow();
      robot = new Robot();
    }

    private static void after(int delayMs, Runnable work) {
      var timer = new Timer(delayMs, event -> work.run());
      timer.setRepeats(false);
      timer.start();
    }
  }

  private final List<Shop> shops = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (Shop shop : shops) {
      onScreen(
          () -> {
            shop.scanKeys.uninstall();
            shop.frame.dispose();
            return shop;
          });
    }
    SwingThreadWatch.uninstall();
  }

  /** All with {@code -Dlajur.screens=all}, as {@code lajur screens} does; else four that differ. */
  static Stream<Arguments> looks() {
    Stream<Arguments> few =
        Stream.of(
            arguments(Theme.LIGHT, Language.INDONESIAN, 1366, 768),
            arguments(Theme.DARK, Language.ENGLISH, 1024, 768),
            arguments(Theme.LIGHT, Language.ENGLISH, 1920, 1080),
            arguments(Theme.DARK, Language.INDONESIAN, 1080, 1920));
    Stream<Arguments> more =
        Stream.of(
            arguments(Theme.DARK, Language.INDONESIAN, 1366, 768),
            arguments(Theme.LIGHT, Language.ENGLISH, 1366, 768),
            arguments(Theme.LIGHT, Language.INDONESIAN, 1024, 768),
            arguments(Theme.DARK, Language.ENGLISH, 1366, 768),
            arguments(Theme.LIGHT, Language.INDONESIAN, 1920, 1080),
            arguments(Theme.DARK, Language.ENGLISH, 1920, 1080),
            arguments(Theme.LIGHT, Language.ENGLISH, 1024, 768),
            arguments(Theme.DARK, Language.INDONESIAN, 1024, 768),
            arguments(Theme.DARK, Language.INDONESIAN, 1920, 1080),
            arguments(Theme.LIGHT, Language.INDONESIAN, 768, 1366),
            arguments(Theme.DARK, Language.ENGLISH, 768, 1366),
            arguments(Theme.LIGHT, Language.ENGLISH, 1080, 1920));
    return "all".equals(System.getProperty("lajur.screens")) ? Stream.concat(few, more) : few;
  }

  /**
   * What of the picture taken last is less than 48 px high or wide, but for the basket's lines
   * beside the keyboard of a wide screen: their rows are 36 px, and Up and Down choose them too.
   */
  private static List<String> tooSmallToTouch(Shop shop) {
    boolean wide = shop.panel.getWidth() > shop.panel.getHeight();
    List<String> small = new ArrayList<>();
    for (Component part : shop.panel.getComponents()) {
      if (part instanceof View view && view.isVisible()) {
        for (View.Touch touch : view.touches()) {
          double high = touch.where().height * view.enlargement();
          double across = touch.where().width * view.enlargement();
          boolean line = wide && view instanceof BasketCard;
          if (Math.min(high, across) < (line ? 36 : 48)) {
            small.add(
                "%s %s %.0f x %.0f"
                    .formatted(view.getClass().getSimpleName(), touch.name(), across, high));
          }
        }
      }
    }
    return small;
  }

  /** The names of all that answers to a touch in the picture taken last. */
  private static Set<String> touchable(Shop shop) {
    Set<String> names = new HashSet<>();
    for (Component part : shop.panel.getComponents()) {
      if (part instanceof View view && view.isVisible()) {
        view.touches().forEach(touch -> names.add(touch.name()));
      }
    }
    return names;
  }

  /** What the picture shows, read between two paintings. */
  private static <T> T seen(Callable<T> read) {
    try {
      return onScreen(read);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The picture taken last shows what it is named after, and not what came before or after. */
  private static void assertNamedAfter(Shop shop, String name) {
    LaneState state = seen(shop.presenter::state);
    String stands = "%s %s %s".formatted(state.phase(), state.panel(), state.message());
    assertThat(PictureStates.isNamedAfter(name, state)).as("%s: %s", name, stands).isTrue();
  }

  /** Whoever has no keyboard goes on and gets out all the same. */
  private static void assertTouchesSuffice(Shop shop, String name) {
    assertThat(seen(() -> tooSmallToTouch(shop))).as(name).isEmpty();
    LaneState state = shop.presenter.state();
    Set<String> names = seen(() -> touchable(shop));
    boolean asks =
        !(state.panel() instanceof Panel.None || state.panel() instanceof Panel.QuickKeys);
    if (asks && !(state.panel() instanceof Panel.Locked)) {
      assertThat(names).as(name).contains("ESC");
    }
    boolean chosen = state.panel() instanceof Panel.Listing listing && listing.size() > 0;
    boolean typed = asks && !state.panel().onlyShows() && !state.form().fields().isEmpty();
    if (typed && !(state.panel() instanceof Panel.Search)) {
      assertThat(names).as(name).contains("ENTER");
      boolean letters = state.panel() instanceof Panel.Printer; // its address
      if (!letters && !chosen) {
        assertThat(names).as(name).contains("BACKSPACE");
        assertThat(names).as(name).contains("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
      }
    }
    if (state.isPaying() && !asks && state.phase() == LaneState.Phase.TENDERING) {
      assertThat(names).as(name).contains("0", "9", "ENTER", "ESC", "DEL");
    }
  }

  /** The sum, and what is said around it, lie over nothing. */
  private static void assertTotalStandsFree(Shop shop, String name) {
    LaneState state = shop.presenter.state();
    boolean change = state.phase() == LaneState.Phase.READY && state.lastReceipt().isPresent();
    long minor =
        change ? state.lastReceipt().orElseThrow().changeMinor() : state.basket().totalMinor();
    String sum = state.formats().money(minor);
    assertThat(PaintedWords.unreadable(shop.painted))
        .as(name)
        .noneMatch(bad -> bad.startsWith("over each other") && bad.contains(sum) && minor > 0);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyScreenStandsInItsPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    Shop shop = open(theme, language, width, height);
    Consumer<String> picture =
        name -> {
          takePicture(
              shop,
              "%s-%s-%s-%dx%d"
                  .formatted(
                      name, theme.name().toLowerCase(Locale.ROOT), language.tag(), width, height));
          assertNamedAfter(shop, name);
          assertTouchesSuffice(shop, name);
          if (shop.presenter.state().isSelling()) {
            assertTotalStandsFree(shop, name);
          }
        };
    shop.lane.shiftOpen = false;
    shop.lane.permissions = Set.of("till.drawer");

    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    picture.accept("signon");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "500000");
    picture.accept("float");
    press(shop, KeyEvent.VK_ENTER);
    picture.accept("ready");
    String cash = Texts.of(LanePanel.class, "lane", language).get("total.cash");
    assertThat(shop.painted).noneMatch(word -> word.text().equals(cash)); // nothing is due
    shop.lane.fillBasket();
    onScreen(() -> resumed(shop));
    picture.accept("selling");
    emergency(shop, Optional.of(new EmergencyView(true, 3, 214_600_00, false)));
    picture.accept("emergency");
    emergency(shop, Optional.empty());
    assertThat(shop.presenter.state().message().key()).isEqualTo("emergencyOver");
    press(shop, KeyEvent.VK_UP, KeyEvent.VK_UP, KeyEvent.VK_UP, KeyEvent.VK_UP);
    picture.accept("chosen");
    press(shop, KeyEvent.VK_ESCAPE);
    scan(shop, "8990000713043");
    picture.accept("error");
    press(shop, KeyEvent.VK_F2);
    onScreen(
        () -> {
          shop.presenter.letters();
          return shop;
        });
    type(shop, "susu");
    picture.accept("search-letters");
    assertThat(isShown(shop, LettersView.class)).isTrue();
    onScreen(
        () -> {
          shop.presenter.letters();
          return shop;
        });
    picture.accept("search");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F3);
    scan(shop, FakeLane.RICE);
    picture.accept("price");
    press(shop, KeyEvent.VK_F3);
    picture.accept("explain");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F4);
    picture.accept("quantity");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F6);
    type(shop, "10");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "penyok");
    picture.accept("discount");
    press(shop, KeyEvent.VK_F4);
    picture.accept("override");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F5);
    picture.accept("member");
    shop.lane.members = FakeLane.TWO_MEMBERS;
    type(shop, "ratna");
    press(shop, KeyEvent.VK_ENTER);
    picture.accept("member-which");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F5, KeyEvent.VK_F10);
    picture.accept("price-levels");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F10, KeyEvent.VK_F5);
    picture.accept("department");
    press(shop, KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
    type(shop, "12500");
    picture.accept("department-amount");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F9);
    picture.accept("quick");
    press(shop, KeyEvent.VK_PAGE_DOWN);
    picture.accept("quick-second");
    assertThat(shop.painted).anyMatch(word -> word.text().equals("A")); // a place without a key
    press(shop, KeyEvent.VK_PAGE_UP);
    devices(shop, false);
    press(shop, KeyEvent.VK_ESCAPE);
    picture.accept("devices-out");
    devices(shop, true);
    press(shop, KeyEvent.VK_F1);
    picture.accept("help");
    press(shop, KeyEvent.VK_ESCAPE);
    shop.lane.voidNeedsApproval = true;
    press(shop, KeyEvent.VK_F8);
    type(shop, "2007");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "98");
    scan(shop, FakeLane.TEA);
    scan(shop, FakeLane.TEA);
    picture.accept("approval");
    press(shop, KeyEvent.VK_ESCAPE);
    shop.lane.holdsAnswers = true;
    scan(shop, FakeLane.TEA);
    scan(shop, FakeLane.TEA);
    waitFor(shop, LaneState.Waiting.LONG);
    picture.accept("waiting");
    shop.lane.holdsAnswers = false;
    onScreen(
        () -> {
          shop.lane.answer();
          return shop;
        });
    press(shop, KeyEvent.VK_F12);
    picture.accept("tender-empty");
    press(shop, KeyEvent.VK_F7);
    type(shop, "150000");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "004512");
    picture.accept("tender-card");
    press(shop, KeyEvent.VK_ENTER, KeyEvent.VK_ENTER);
    picture.accept("tender-split");
    assertThat(shop.presenter.state().payment().taken()).hasSize(1);
    press(shop, KeyEvent.VK_DELETE);
    press(shop, KeyEvent.VK_F4);
    picture.accept("tender");
    press(shop, KeyEvent.VK_ENTER);
    picture.accept("done");
    press(shop, KeyEvent.VK_ENTER);
    picture.accept("ready-after");
    press(shop, KeyEvent.VK_F10);
    picture.accept("more");
    press(shop, KeyEvent.VK_F9);
    picture.accept("papers");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F10, KeyEvent.VK_F10);
    picture.accept("printer");
    press(shop, KeyEvent.VK_F2, KeyEvent.VK_F4);
    picture.accept("printer-tried");
    press(shop, KeyEvent.VK_F6, KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
    picture.accept("sounds");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_ESCAPE); // the sounds lead back to the printer
    press(shop, KeyEvent.VK_F10, KeyEvent.VK_F4);
    picture.accept("return");
    scan(shop, "L01-S000012");
    press(shop, KeyEvent.VK_DOWN);
    picture.accept("return-lines");
    press(shop, KeyEvent.VK_ENTER);
    picture.accept("return-quantity");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F10, KeyEvent.VK_F4, KeyEvent.VK_F2);
    scan(shop, FakeLane.TEA);
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "rusak");
    picture.accept("return-item");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F7);
    picture.accept("resume");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F10, KeyEvent.VK_F11);
    picture.accept("copy");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F10, KeyEvent.VK_F12);
    type(shop, "12");
    picture.accept("locked");
    shop.lane.shiftOpen = true;
    type(shop, "34");
    press(shop, KeyEvent.VK_ENTER);
    assertThat(shop.presenter.state().panel()).isInstanceOf(Panel.None.class);
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F10);
    press(shop, KeyEvent.VK_F6, KeyEvent.VK_F3);
    type(shop, "50000");
    picture.accept("cash");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F10);
    press(shop, KeyEvent.VK_F2);
    type(shop, "31");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "42");
    picture.accept("count");
    assertThat(shop.presenter.state().phase()).isEqualTo(LaneState.Phase.COUNTING);
    shop.lane.differenceMinor = -5_000_00;
    shop.lane.complete = false;
    shop.lane.signsOffAfterClose = false;
    press(shop, KeyEvent.VK_F12);
    onScreen(
        () -> {
          shop.presenter.printer(PrinterView.NO_PAPER, Optional.of(PaperKind.REPORT), 2);
          return shop;
        });
    picture.accept("closed");

    assertThat(shop.presenter.state().phase()).isEqualTo(LaneState.Phase.SIGNED_OFF);
    assertThat(shop.panel.isFocusOwner()).isTrue();
  }

  private static void devices(Shop shop, boolean there) throws Exception {
    onScreen(
        () -> {
          shop.presenter.customerDisplay(there);
          shop.presenter.scanner(there);
          return shop;
        });
  }

  /** The few large pixels of a screen that shows everything larger. */
  @ParameterizedTest
  @CsvSource({
    "LIGHT, INDONESIAN, 1366, 768, 150",
    "DARK, ENGLISH, 1366, 768, 150",
    "LIGHT, ENGLISH, 1920, 1080, 200",
    "DARK, INDONESIAN, 1920, 1080, 200",
    "LIGHT, INDONESIAN, 1920, 1080, 150",
    "LIGHT, INDONESIAN, 1024, 768, 125",
  })
  void enlargedTheQuickKeysAreAPageBehindF9(
      Theme theme, Language language, int width, int height, int percent) throws Exception {
    Shop shop = open(theme, language, width, height, percent / 100.0);
    Consumer<String> picture =
        name -> {
          takePicture(
              shop,
              "%s-%s-%s-%dx%d-%d"
                  .formatted(
                      name,
                      theme.name().toLowerCase(Locale.ROOT),
                      language.tag(),
                      width,
                      height,
                      percent));
          assertNamedAfter(shop, name);
          assertTouchesSuffice(shop, name);
          assertReadable(shop, name);
        };
    shop.lane.permissions = Set.of("till.drawer");
    picture.accept("signon");
    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    press(shop, KeyEvent.VK_ENTER);
    picture.accept("ready");
    shop.lane.fillBasket();
    onScreen(() -> resumed(shop));
    picture.accept("selling");
    boolean compact = width / (percent / 100.0) < 1024 || height / (percent / 100.0) < 700;
    assertThat(isShown(shop, QuickKeysView.class)).isEqualTo(!compact || percent < 140);
    press(shop, KeyEvent.VK_F9);
    picture.accept("quick");
    assertThat(isShown(shop, QuickKeysView.class)).isTrue();
    assertThat(isShown(shop, TotalPanel.class)).isTrue();
    type(shop, "q");
    assertThat(shop.presenter.state().panel()).isInstanceOf(Panel.Weigh.class);
    picture.accept("weigh");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F2);
    type(shop, "susu");
    picture.accept("search");
    assertThat(isShown(shop, TotalPanel.class)).isTrue();
    press(shop, KeyEvent.VK_ESCAPE);
    asked(shop, picture);
    press(shop, KeyEvent.VK_F12);
    paid(shop, picture);
    press(shop, KeyEvent.VK_ENTER);
    betweenSales(shop, picture);
    press(shop, KeyEvent.VK_ESCAPE);
    shiftEnds(shop, picture);
  }

  /** The count with its words, what is said of it, and the float of the next shift. */
  private static void shiftEnds(Shop shop, Consumer<String> picture) throws Exception {
    press(shop, KeyEvent.VK_F10, KeyEvent.VK_F2);
    type(shop, "31");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "42");
    picture.accept("count");
    assertThat(shop.presenter.state().phase()).isEqualTo(LaneState.Phase.COUNTING);
    press(shop, KeyEvent.VK_F1);
    picture.accept("count-help");
    press(shop, KeyEvent.VK_ESCAPE);
    while (!shop.presenter.state().form().isAt("explanation")) {
      press(shop, KeyEvent.VK_ENTER);
    }
    picture.accept("count-words");
    onScreen(
        () -> {
          shop.presenter.letters();
          return shop;
        });
    picture.accept("count-letters");
    shop.lane.differenceMinor = -5_000_00;
    shop.lane.complete = false;
    shop.lane.signsOffAfterClose = false;
    shop.lane.shiftOpen = false;
    press(shop, KeyEvent.VK_F12);
    assertThat(shop.presenter.state().phase()).isEqualTo(LaneState.Phase.SIGNED_OFF);
    onScreen(
        () -> {
          shop.presenter.printer(PrinterView.NO_PAPER, Optional.of(PaperKind.REPORT), 2);
          shop.presenter.server(false);
          return shop;
        });
    picture.accept("closed");
    onScreen(
        () -> {
          shop.presenter.printer(PrinterView.READY, Optional.empty(), 0);
          shop.presenter.server(true);
          return shop;
        });
    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1500000");
    picture.accept("float");
    assertThat(shop.presenter.state().phase()).isEqualTo(LaneState.Phase.OPENING_SHIFT);
  }

  /** A hand that knows one pad knows them all. */
  @Test
  void aPanelsPadHasTheOrderOfAllPadsWhereItHasTheHeight() throws Exception {
    Shop shop = open(Theme.LIGHT, Language.INDONESIAN, 1920, 1080);
    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    press(shop, KeyEvent.VK_ENTER);
    scan(shop, FakeLane.TEA);
    press(shop, KeyEvent.VK_F4);
    takePicture(shop, "pad-light-id-1920x1080");

    View panel = (View) onScreen(() -> viewOf(shop, PanelView.class));
    List<Integer> tops =
        Stream.of("7", "4", "1", "0")
            .map(
                digit ->
                    panel.touches().stream()
                        .filter(touch -> touch.name().equals(digit))
                        .findFirst()
                        .orElseThrow()
                        .where()
                        .y)
            .toList();
    assertThat(tops).isSorted().doesNotHaveDuplicates();
  }

  /** What is low has no room for two rows. */
  @Test
  void aLowAndWideChoiceHasItsKeyBesideItsWord() throws Exception {
    Shop shop = open(Theme.LIGHT, Language.INDONESIAN, 768, 1366);
    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    press(shop, KeyEvent.VK_ENTER);
    takePicture(shop, "ready-light-id-768x1366");
    scan(shop, FakeLane.TEA);
    press(shop, KeyEvent.VK_F6);
    takePicture(shop, "discount-light-id-768x1366");

    double key = middleOf(shop, "F2");
    assertThat(middleOf(shop, "Baris")).isCloseTo(key, within(2.0));
  }

  private static double middleOf(Shop shop, String text) {
    return shop.painted.stream()
        .filter(word -> word.text().equals(text))
        .findFirst()
        .map(word -> word.where().getCenterY())
        .orElseThrow();
  }

  /** How much larger than in the layout's own px a view is shown. */
  @ParameterizedTest
  @CsvSource({"1366, 768, 150", "1920, 1080, 150", "1920, 1080, 200"})
  void signOnAndCountAreAsLargeAsTheyWereAskedFor(int width, int height, int percent)
      throws Exception {
    Shop shop = open(Theme.LIGHT, Language.INDONESIAN, width, height, percent / 100.0);
    takePicture(shop, "as-large-signon");
    assertThat(heightOf(shop, "Nomor operator")).isCloseTo(16 * percent / 100.0, within(0.5));
    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    press(shop, KeyEvent.VK_ENTER, KeyEvent.VK_F10, KeyEvent.VK_F2);
    takePicture(shop, "as-large-count");
    assertThat(heightOf(shop, "Hitung isi laci")).isCloseTo(24 * percent / 100.0, within(0.5));
  }

  /** Size of the type that a text was painted in, in the window's px. */
  private static double heightOf(Shop shop, String text) {
    return shop.painted.stream()
        .filter(word -> word.text().equals(text))
        .findFirst()
        .map(word -> word.where().getHeight() / PaintedWords.CAPITAL)
        .orElseThrow();
  }

  /** Papers that are kept, and the printer with what it would print. */
  private static void betweenSales(Shop shop, Consumer<String> picture) throws Exception {
    press(shop, KeyEvent.VK_F10, KeyEvent.VK_F9);
    picture.accept("papers");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F10, KeyEvent.VK_F10);
    picture.accept("printer");
    press(shop, KeyEvent.VK_F2, KeyEvent.VK_F4);
    picture.accept("printer-tried");
    assertThat(shop.presenter.state().panel()).isInstanceOf(Panel.Printer.class);
  }

  private static final List<String> SIZES =
      List.of(
          "1024, 768, 100",
          "1024, 768, 150",
          "1024, 768, 200",
          "1366, 768, 100",
          "1366, 768, 150",
          "1366, 768, 200",
          "1920, 1080, 100",
          "1920, 1080, 150",
          "1920, 1080, 200",
          "1080, 1920, 100",
          "1080, 1920, 150",
          "1080, 1920, 200",
          "768, 1366, 100",
          "768, 1366, 150",
          "960, 510, 100",
          "700, 480, 100");

  static Stream<Arguments> moneyOnEveryScreen() {
    return IntStream.range(0, SIZES.size())
        .mapToObj(
            i -> {
              String[] size = SIZES.get(i).split(", ", -1);
              return arguments(
                  i % 2 == 0 ? Theme.LIGHT : Theme.DARK,
                  i % 3 == 0 ? Language.ENGLISH : Language.INDONESIAN,
                  Integer.parseInt(size[0]),
                  Integer.parseInt(size[1]),
                  Integer.parseInt(size[2]));
            });
  }

  /** The money is read, and touched, on whatever screen the lane has. */
  @ParameterizedTest
  @MethodSource("moneyOnEveryScreen")
  void moneyIsTakenOnEveryScreen(Theme theme, Language language, int width, int height, int percent)
      throws Exception {
    Shop shop = open(theme, language, width, height, percent / 100.0);
    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    press(shop, KeyEvent.VK_ENTER);
    shop.lane.fillBasket();
    onScreen(() -> resumed(shop));
    press(shop, KeyEvent.VK_F12);

    paid(
        shop,
        name -> {
          takePicture(
              shop,
              "%s-%s-%s-%dx%d-%d"
                  .formatted(
                      name,
                      theme.name().toLowerCase(Locale.ROOT),
                      language.tag(),
                      width,
                      height,
                      percent));
          assertNamedAfter(shop, name);
          assertTouchesSuffice(shop, name);
          assertReadable(shop, name);
        });
  }

  /** Every state of a payment, to its end. */
  private static void paid(Shop shop, Consumer<String> picture) throws Exception {
    picture.accept("tender-empty");
    type(shop, "50000");
    picture.accept("tender-short");
    press(shop, KeyEvent.VK_DELETE, KeyEvent.VK_F7);
    picture.accept("tender-card");
    type(shop, "150000");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "004512");
    picture.accept("tender-slip");
    onScreen(
        () -> {
          shop.presenter.letters();
          return shop;
        });
    picture.accept("tender-letters");
    onScreen(
        () -> {
          shop.presenter.letters();
          return shop;
        });
    press(shop, KeyEvent.VK_ENTER, KeyEvent.VK_ENTER);
    picture.accept("tender-split");
    assertThat(shop.presenter.state().payment().taken()).hasSize(1);
    press(shop, KeyEvent.VK_F4);
    picture.accept("tender");
    press(shop, KeyEvent.VK_DELETE);
    type(shop, "344400");
    picture.accept("tender-coins");
    press(shop, KeyEvent.VK_ENTER);
    picture.accept("done");
    assertThat(shop.presenter.state().phase()).isEqualTo(LaneState.Phase.DONE);
  }

  /** Names of goods may end in "…"; all that the lane itself says is read whole. */
  private static void assertReadable(Shop shop, String name) {
    LaneState state = shop.presenter.state();
    List<String> goods =
        Stream.concat(
                state.basket().lines().stream().map(LineView::name),
                state.panel() instanceof Panel.Search search
                    ? search.matches().stream().map(ItemMatch::name)
                    : Stream.of())
            .toList();
    assertThat(PaintedWords.unreadable(shop.painted))
        .as(name)
        .filteredOn(bad -> goods.stream().noneMatch(good -> isBegin(bad, good)))
        .isEmpty();
  }

  private static boolean isBegin(String bad, String good) {
    return bad.startsWith(PaintedWords.SHORT)
        && bad.endsWith("…")
        && good.startsWith(bad.substring(PaintedWords.SHORT.length(), bad.length() - 1));
  }

  /** One of each panel that has fields, over a basket. */
  private static void asked(Shop shop, Consumer<String> picture) throws Exception {
    press(shop, KeyEvent.VK_F1);
    picture.accept("help");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F3);
    picture.accept("price-empty");
    scan(shop, FakeLane.RICE);
    picture.accept("price");
    press(shop, KeyEvent.VK_F3);
    picture.accept("explain");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F4);
    picture.accept("quantity");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F5);
    picture.accept("member");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F6);
    picture.accept("discount");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F10);
    picture.accept("more");
    press(shop, KeyEvent.VK_F4);
    picture.accept("return");
    press(shop, KeyEvent.VK_F2);
    picture.accept("return-item");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F10, KeyEvent.VK_F6);
    picture.accept("cash");
    press(shop, KeyEvent.VK_ESCAPE, KeyEvent.VK_F10, KeyEvent.VK_F11);
    picture.accept("copy");
    press(shop, KeyEvent.VK_ESCAPE);
    shop.lane.voidNeedsApproval = true;
    press(shop, KeyEvent.VK_F8);
    picture.accept("approval");
    press(shop, KeyEvent.VK_ESCAPE);
  }

  private static boolean isShown(Shop shop, Class<? extends View> view) throws Exception {
    return onScreen(() -> viewOf(shop, view).isVisible());
  }

  @Test
  void anItemIsFoundAndSoldByTouchesAlone() throws Exception {
    Shop shop = selling();

    touch(shop, at(shop, KeyBar.class, 0.11, 0.5)); // F2
    touch(shop, at(shop, PanelView.class, 0.5, 40.0 / height(shop, PanelView.class)));
    assertThat(isShown(shop, LettersView.class)).isTrue();
    for (double[] letter : new double[][] {{4.5, 1.5}, {2.5, 1.5}, {5.5, 2.5}}) { // t, e, h
      touch(shop, at(shop, LettersView.class, letter[0] / 10, letter[1] / 4));
    }
    assertThat(shop.presenter.state().form().text()).isEqualTo("teh");
    touch(shop, at(shop, PanelView.class, 0.5, 100.0 / height(shop, PanelView.class)));

    assertThat(shop.lane.acts).endsWith("addLine " + FakeLane.TEA + " 0");
    assertThat(isShown(shop, LettersView.class)).isFalse();
  }

  @Test
  void aCodeIsTypedAndSoldByTouchesAlone() throws Exception {
    Shop shop = selling();

    touch(shop, at(shop, EntryBox.class, 0.3, 0.5));
    assertThat(isShown(shop, LettersView.class)).isTrue();
    for (int i = 0; i < FakeLane.TEA.length(); i++) {
      int digit = FakeLane.TEA.charAt(i) - '0';
      touch(shop, at(shop, LettersView.class, (Math.floorMod(digit - 1, 10) + 0.5) / 10, 0.12));
    }
    touch(shop, at(shop, LettersView.class, 0.95, 0.88)); // Enter

    assertThat(shop.lane.acts).endsWith("addLine " + FakeLane.TEA + " 0");
  }

  @Test
  void aLongExplanationIsTurnedByTouchesAlone() throws Exception {
    Shop shop = open(Theme.LIGHT, Language.INDONESIAN, 1366, 768, 1.5);
    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    press(shop, KeyEvent.VK_ENTER);
    shop.lane.fillBasket();
    onScreen(() -> resumed(shop));
    press(shop, KeyEvent.VK_F3, KeyEvent.VK_F3);
    takePicture(shop, "explain-first-light-id-1366x768-150");
    assertThat(seen(() -> touchable(shop))).contains("PAGE_DOWN", "PAGE_UP");

    press(shop, KeyEvent.VK_PAGE_DOWN);
    takePicture(shop, "explain-next-light-id-1366x768-150");

    assertThat(shop.presenter.state().panel())
        .isInstanceOfSatisfying(
            Panel.Explain.class, explain -> assertThat(explain.from()).isPositive());
  }

  /** A point of a view, by parts of its width and height, in the window's pixels. */
  private static Point at(Shop shop, Class<? extends View> view, double x, double y)
      throws Exception {
    return onScreen(
        () -> {
          var bounds = viewOf(shop, view).getBounds();
          return new Point(
              bounds.x + (int) (bounds.width * x), bounds.y + (int) (bounds.height * y));
        });
  }

  private static int height(Shop shop, Class<? extends View> view) throws Exception {
    return onScreen(() -> viewOf(shop, view).getHeight());
  }

  private static Component viewOf(Shop shop, Class<? extends View> view) {
    return Arrays.stream(shop.panel.getComponents())
        .filter(view::isInstance)
        .findFirst()
        .orElseThrow();
  }

  /** Paints the window first: what answers to a touch is what has been painted. */
  private static void touch(Shop shop, Point where) throws Exception {
    takePicture(shop, "touched");
    touch(shop, where.x, where.y);
  }

  @Test
  void aTouchOnAnEnlargedScreenMeetsWhatIsSeenThere() throws Exception {
    Shop shop = open(Theme.LIGHT, Language.INDONESIAN, 1366, 768, 1.5);
    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    press(shop, KeyEvent.VK_ENTER);
    shop.lane.fillBasket();
    onScreen(() -> resumed(shop));

    touch(shop, 1300, 740); // the last key, F12

    assertThat(shop.presenter.state().phase()).isEqualTo(LaneState.Phase.TENDERING);
  }

  /** What a person does before the scans come; {@code shift} goes with the last key. */
  private record Before(String what, boolean basket, boolean shift, int... keys) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Before> whateverIsOpen() {
    return Stream.of(
        new Before("nothing", true, false),
        new Before("help", true, false, KeyEvent.VK_F1),
        new Before("search", true, false, KeyEvent.VK_F2, KeyEvent.VK_S, KeyEvent.VK_U),
        new Before("explanation", true, false, KeyEvent.VK_F3, KeyEvent.VK_F3),
        new Before("quantity", true, false, KeyEvent.VK_F4, KeyEvent.VK_1),
        new Before("waiting baskets", false, false, KeyEvent.VK_F7),
        new Before("approval", true, false, KeyEvent.VK_F8, KeyEvent.VK_2, KeyEvent.VK_0),
        new Before("approval's PIN", true, false, KeyEvent.VK_F8, KeyEvent.VK_ENTER, KeyEvent.VK_9),
        new Before("giving up", true, true, KeyEvent.VK_F8),
        new Before("quick keys", true, false, KeyEvent.VK_F9),
        new Before("more", true, false, KeyEvent.VK_F10),
        new Before("discount", true, false, KeyEvent.VK_F6, KeyEvent.VK_1, KeyEvent.VK_0),
        new Before("departments", true, false, KeyEvent.VK_F10, KeyEvent.VK_F5),
        new Before(
            "department's amount",
            true,
            false,
            KeyEvent.VK_F10,
            KeyEvent.VK_F5,
            KeyEvent.VK_ENTER,
            KeyEvent.VK_5),
        new Before("papers", true, false, KeyEvent.VK_F10, KeyEvent.VK_F9),
        new Before("printer", false, false, KeyEvent.VK_F10, KeyEvent.VK_F10, KeyEvent.VK_1),
        new Before("cash", true, false, KeyEvent.VK_F10, KeyEvent.VK_F6, KeyEvent.VK_F3),
        new Before("payment", true, false, KeyEvent.VK_F12),
        new Before("money", true, false, KeyEvent.VK_F12, KeyEvent.VK_5, KeyEvent.VK_0),
        new Before("card's slip", true, false, KeyEvent.VK_F12, KeyEvent.VK_F7, KeyEvent.VK_ENTER),
        new Before("change", true, false, KeyEvent.VK_F12, KeyEvent.VK_F2, KeyEvent.VK_ENTER));
  }

  @ParameterizedTest
  @MethodSource("whateverIsOpen")
  void twentyScansAtTenASecondAreTwentyPieces(Before before) throws Exception {
    Shop shop = open(Theme.LIGHT, Language.INDONESIAN, 1366, 768);
    shop.lane.permissions = Set.of("till.drawer");
    shop.lane.voidNeedsApproval = true;
    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    press(shop, KeyEvent.VK_ENTER);
    if (before.basket()) {
      shop.lane.fillBasket();
      onScreen(() -> resumed(shop));
    }
    if (before.shift()) {
      shop.robot.keyPress(KeyEvent.VK_SHIFT);
    }
    press(shop, before.keys());
    if (before.shift()) {
      shop.robot.keyRelease(KeyEvent.VK_SHIFT);
      settle();
    }
    Form form = shop.presenter.state().form();

    scanTwenty(shop);
    boolean waits = shop.presenter.state().panel().holdsScans();
    if (waits) {
      assertThat(shop.presenter.state().form()).isEqualTo(form); // nothing was typed anywhere
    }
    for (int i = 0; i < 3; i++) {
      press(shop, KeyEvent.VK_ESCAPE);
    }
    await(() -> shop.presenter.state().scansWaiting() == 0, "the last scan");
    settle();

    assertThat(shop.lane.acts)
        .filteredOn(act -> act.startsWith("addLine"))
        .hasSize(20)
        .containsOnly("addLine " + FakeLane.TEA + " 0");
    assertThat(shop.presenter.state().form().text()).isEmpty();
    assertThat(shop.presenter.state().scansWaiting()).isZero();
  }

  @Test
  void twentyScansWhileAnAnswerIsAwaitedAreTwentyPieces() throws Exception {
    Shop shop = selling();
    shop.lane.holdsAnswers = true;

    scanTwenty(shop);
    assertThat(shop.presenter.state().scansWaiting()).isEqualTo(19); // and one under way
    shop.lane.holdsAnswers = false;
    onScreen(
        () -> {
          shop.lane.answer();
          return shop;
        });
    await(() -> shop.presenter.state().scansWaiting() == 0, "the last scan");

    assertThat(shop.lane.acts).filteredOn(act -> act.startsWith("addLine")).hasSize(20);
  }

  @Test
  void twentyScansBehindOneThatMustBeWeighedAreTwentyPieces() throws Exception {
    Shop shop = selling();
    scan(shop, FakeLane.CHICKEN);
    assertThat(shop.presenter.state().panel()).isInstanceOf(Panel.Weigh.class);

    scanTwenty(shop);
    type(shop, "1");
    press(shop, KeyEvent.VK_ENTER);
    await(() -> shop.presenter.state().scansWaiting() == 0, "the last scan");

    assertThat(shop.lane.acts)
        .filteredOn(act -> act.equals("addLine " + FakeLane.TEA + " 0"))
        .hasSize(20);
  }

  @Test
  void twentyScansAtAPriceCheckAreTwentyAnswersAndNoPiece() throws Exception {
    Shop shop = selling();
    press(shop, KeyEvent.VK_F3);

    scanTwenty(shop);
    await(() -> shop.lane.acts.size() >= 21, "the last answer"); // with the sign-on

    assertThat(shop.lane.acts)
        .filteredOn(act -> act.equals("checkPrice " + FakeLane.TEA))
        .hasSize(20);
    assertThat(shop.lane.acts).noneMatch(act -> act.startsWith("addLine"));
  }

  private Shop selling() throws Exception {
    Shop shop = open(Theme.LIGHT, Language.INDONESIAN, 1366, 768);
    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    press(shop, KeyEvent.VK_ENTER);
    return shop;
  }

  private static void scanTwenty(Shop shop) throws Exception {
    long when = System.currentTimeMillis();
    for (int i = 0; i < 20; i++) {
      post(shop, FakeLane.TEA, when + i * 100L);
    }
    settle();
  }

  private static void emergency(Shop shop, Optional<EmergencyView> now) throws Exception {
    onScreen(
        () -> {
          shop.presenter.emergency(now);
          return shop;
        });
  }

  @Test
  void aSaleIsDoneByScannerAndKeysAlone() throws Exception {
    Shop shop = open(Theme.LIGHT, Language.INDONESIAN, 1366, 768);
    SwingThreadWatch watch = onScreen(SwingThreadWatch::install);

    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    press(shop, KeyEvent.VK_ENTER);
    scan(shop, FakeLane.TEA);
    type(shop, "12*");
    scan(shop, FakeLane.RICE);
    press(shop, KeyEvent.VK_F12);
    type(shop, "1000000");
    press(shop, KeyEvent.VK_ENTER);

    assertThat(shop.lane.acts)
        .containsExactly(
            "signOn 1042",
            "addLine " + FakeLane.TEA + " 0",
            "addLine " + FakeLane.RICE + " 12000",
            "payCash 95555000 100000000");
    assertThat(shop.presenter.state().phase()).isEqualTo(LaneState.Phase.DONE);
    watch.assertClean();
  }

  @Test
  void aWindowThatIsTooSmallShowsTheWholeScreenReducedAndTakesTouches() throws Exception {
    Shop shop = open(Theme.LIGHT, Language.INDONESIAN, 700, 480);
    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    press(shop, KeyEvent.VK_ENTER);
    shop.lane.fillBasket();
    onScreen(() -> resumed(shop));
    takePicture(shop, "reduced-light-id-700x480");

    touch(shop, 690, 470); // the last key, F12

    assertThat(shop.presenter.state().phase()).isEqualTo(LaneState.Phase.TENDERING);
  }

  @ParameterizedTest
  @CsvSource({"1024, 700", "1366, 700", "1880, 700", "1920, 1080", "700, 260"})
  void whatIsAskedHasRoomForItsFieldsAboveItsKeys(int width, int height) throws Exception {
    Shop shop = open(Theme.LIGHT, Language.INDONESIAN, 1366, 768);

    int room =
        onScreen(
            () -> {
              shop.panel.setSize(width, height);
              shop.panel.doLayout();
              return Arrays.stream(shop.panel.getComponents())
                  .filter(PanelView.class::isInstance)
                  .findFirst()
                  .orElseThrow()
                  .getHeight();
            });

    assertThat(room).isGreaterThanOrEqualTo(234 + 78); // the lowest field, and the keys' place
  }

  /** Touches the window where a finger would, in its own pixels. */
  private static void touch(Shop shop, int x, int y) throws Exception {
    var where = SwingUtilities.convertPoint(shop.panel, x, y, shop.frame);
    var queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
    queue.postEvent(
        new MouseEvent(
            shop.frame,
            MouseEvent.MOUSE_PRESSED,
            System.currentTimeMillis(),
            InputEvent.BUTTON1_DOWN_MASK,
            where.x,
            where.y,
            1,
            false,
            MouseEvent.BUTTON1));
    settle();
  }

  @Test
  void languageAndThemeSwitchOnTheSignOnScreen() throws Exception {
    Shop shop = open(Theme.LIGHT, Language.INDONESIAN, 1366, 768);

    press(shop, KeyEvent.VK_F2, KeyEvent.VK_F3);

    assertThat(shop.presenter.state().language()).isEqualTo(Language.ENGLISH);
    assertThat(shop.presenter.state().theme()).isEqualTo(Theme.DARK);
  }

  @Test
  void aScanIsPaintedInTheTurnOfItsAnswer() throws Exception {
    Shop shop = open(Theme.LIGHT, Language.INDONESIAN, 1366, 768);
    shop.lane.fillBasket();
    type(shop, "1042");
    press(shop, KeyEvent.VK_ENTER);
    type(shop, "1234");
    press(shop, KeyEvent.VK_ENTER);
    assertThat(shop.presenter.state().phase()).isEqualTo(LaneState.Phase.SELLING);
    int lines = shop.presenter.state().basket().lines().size();
    var times = new ArrayList<Long>();

    for (int i = 0; i < 30; i++) {
      long start = System.nanoTime();
      onScreen(
          () -> {
            shop.presenter.scanned(FakeLane.TEA);
            return shop;
          });
      onScreen(
          () -> {
            RepaintManager.currentManager(shop.panel).paintDirtyRegions();
            return shop;
          });
      times.add((System.nanoTime() - start) / 1_000);
    }
    times.sort(null);

    System.out.println(
        "scan to paint, microseconds: median " + times.get(15) + ", max " + times.get(29));
    assertThat(shop.presenter.state().basket().lines()).hasSize(lines + 30);
  }

  private Shop open(Theme theme, Language language, int width, int height) throws Exception {
    return open(theme, language, width, height, 1);
  }

  private Shop open(Theme theme, Language language, int width, int height, double zoom)
      throws Exception {
    Shop shop = onScreen(() -> new Shop(theme, language, width, height, zoom));
    shops.add(shop);
    await(shop.panel::isFocusOwner, "the focus");
    settle();
    return shop;
  }

  private static LaneState resumed(Shop shop) {
    shop.presenter.basketBack(shop.lane.basket());
    return shop.presenter.state();
  }

  private static void press(Shop shop, int... codes) throws Exception {
    for (int code : codes) {
      stroke(shop, code);
    }
  }

  /** Types as a person does: the next key goes down when the one before has arrived. */
  private static void type(Shop shop, String text) throws Exception {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*') {
        shop.robot.keyPress(KeyEvent.VK_SHIFT);
        stroke(shop, KeyEvent.VK_8);
        int before = shop.released.get();
        shop.robot.keyRelease(KeyEvent.VK_SHIFT);
        await(() -> shop.released.get() > before, "the release of Shift");
      } else {
        stroke(shop, KeyEvent.getExtendedKeyCodeForChar(c));
      }
    }
  }

  /**
   * Presses a key and waits until the panel has seen it let go. The robot's keys come over a thread
   * of the virtual display, and those that write are held until they are no scan.
   */
  private static void stroke(Shop shop, int code) throws Exception {
    int before = shop.released.get();
    shop.robot.keyPress(code);
    shop.robot.keyRelease(code);
    await(() -> shop.released.get() > before, "key " + KeyEvent.getKeyText(code));
    settle();
  }

  /** Types as a scanner does, in its own rhythm of 5 ms however busy this machine is. */
  private static void scan(Shop shop, String code) throws Exception {
    post(shop, code, System.currentTimeMillis());
    settle();
  }

  private static void post(Shop shop, String code, long from) {
    long when = from;
    var queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
    String keys = code + "\n";
    for (int i = 0; i < keys.length(); i++) {
      char c = keys.charAt(i);
      int key = c == '\n' ? KeyEvent.VK_ENTER : KeyEvent.getExtendedKeyCodeForChar(c);
      int none = KeyEvent.VK_UNDEFINED;
      queue.postEvent(new KeyEvent(shop.panel, KeyEvent.KEY_PRESSED, when, 0, key, c));
      queue.postEvent(new KeyEvent(shop.panel, KeyEvent.KEY_TYPED, when, 0, none, c));
      queue.postEvent(new KeyEvent(shop.panel, KeyEvent.KEY_RELEASED, when + 2, 0, key, c));
      when += 5;
    }
  }

  private static void waitFor(Shop shop, LaneState.Waiting waiting) throws Exception {
    await(() -> shop.presenter.state().waiting() == waiting, "waiting " + waiting);
  }

  /** A bounded wait for what is read on the screen's thread. */
  private static void await(Callable<Boolean> holds, String what) throws Exception {
    for (int i = 0; i < 2_000; i++) {
      if (onScreen(holds)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    throw new AssertionError(what + " did not come within 10 s");
  }

  private static void settle() throws Exception {
    for (int i = 0; i < 4; i++) {
      onScreen(() -> "drained");
    }
  }

  private static void takePicture(Shop shop, String name) {
    try {
      settle();
      var image =
          onScreen(
              () -> {
                var picture =
                    new BufferedImage(
                        shop.panel.getWidth(), shop.panel.getHeight(), BufferedImage.TYPE_INT_RGB);
                var g = new PaintedWords(picture.createGraphics());
                shop.panel.paint(g);
                g.dispose();
                shop.painted = g.words();
                return picture;
              });
      Files.createDirectories(PICTURES);
      ImageIO.write(image, "png", PICTURES.resolve(name + ".png").toFile());
    } catch (Exception e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static <T> T onScreen(Callable<T> work) throws Exception {
    var task = new FutureTask<T>(work);
    SwingUtilities.invokeLater(task);
    return task.get();
  }
}
