package id.lajur.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.KeyBar;
import id.lajur.kit.connection.LinkState;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.kit.widget.Icon;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.Tag;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The window around the screens, on a display inside the JVM; pictures for people. */
@CacioTest
class OfficeShellWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final Instant NOW = Instant.parse("2026-11-23T07:31:07Z");
  private static final SignedOn RINA =
      new SignedOn("401", "Rina Kusuma", "MANAGER", Language.INDONESIAN, Set.of("all"), 15);

  private record Goods(String name, String unit, long quantityMilli, long priceMinor, Tag state) {}

  private static String say(Language language, String indonesian, String english) {
    return language == Language.INDONESIAN ? indonesian : english;
  }

  private static List<Goods> goods(Language language) {
    var good = new Tag(say(language, "Aktif", "Active"), Tag.Tone.GOOD);
    var fresh = new Tag(say(language, "Baru", "New"), Tag.Tone.INFO);
    var held = new Tag(say(language, "Ditahan", "Blocked"), Tag.Tone.DANGER);
    return List.of(
        new Goods("Beras Pandan Wangi 5 kg", "sak", 40_000, 78_900_00, good),
        new Goods("Minyak Goreng Sawit 2 L", "btl", 212_000, 37_500_00, good),
        new Goods("Ayam Potong Segar", "kg", 14_246, 38_500_00, good),
        new Goods("Biskuit Kelapa 300 g", "pcs", 120_000, 9_900_00, fresh),
        new Goods("Susu UHT Full Cream 1 L", "pcs", 144_000, 19_800_00, held),
        new Goods("Teh Celup Melati 25 kantong", "pcs", 96_000, 8_750_00, good));
  }

  /** A screen that counts how often it is opened and left. */
  private static final class GoodsScreen implements Screen {
    private final Unsaved unsaved = new Unsaved();
    private int open;
    private int views;
    private boolean typed;
    private @Nullable JComponent beside;

    GoodsScreen() {
      unsaved.of(() -> typed, () -> typed = false);
      unsaved.saves(() -> true, () -> typed = false, () -> false);
    }

    @Override
    public Unsaved unsaved() {
      return unsaved;
    }

    @Override
    public JComponent view(Formats formats) {
      views++;
      Language language = formats.language();
      var table =
          new DataTable<Goods>(
              "goods",
              new DataTable.About("Barang", "Toko Lajur", ""),
              List.of(
                  Column.text("name", say(language, "Barang", "Item"), 380, Goods::name),
                  Column.text("unit", say(language, "Satuan", "Unit"), 90, Goods::unit),
                  Column.<Goods>of(
                      "stock",
                      say(language, "Stok", "Stock"),
                      Kind.QUANTITY,
                      120,
                      Goods::quantityMilli),
                  Column.<Goods>of(
                          "price",
                          say(language, "Harga", "Price"),
                          Kind.MONEY,
                          140,
                          Goods::priceMinor)
                      .summedUp(),
                  Column.<Goods>of(
                      "state", say(language, "Keadaan", "State"), Kind.TAG, 130, Goods::state)),
              formats,
              TableChoices.NONE);
      table.rows(goods(language));
      table.choose(2);
      var body = new JPanel(new MigLayout("insets 16 16 12 16, fill", "[grow,fill]"));
      body.setOpaque(false);
      body.add(table, "grow");
      var keys = new KeyBar();
      keys.keys(
          List.of(
              KeyButton.f(2, say(language, "Cari", "Find"), () -> {}),
              KeyButton.f(4, say(language, "Jumlah", "Qty"), () -> {})),
          List.of(KeyButton.main("F12", "F12", say(language, "Bukukan", "Post"), () -> {})));
      body.add(keys, "dock south");
      return body;
    }

    @Override
    public @Nullable JComponent besideTitle() {
      return beside;
    }

    @Override
    public void opened() {
      open++;
    }

    @Override
    public void left() {
      open--;
    }
  }

  private final GoodsScreen items = new GoodsScreen();
  private final GoodsScreen stock = new GoodsScreen();
  private final GoodsScreen receiving = new GoodsScreen();
  private final List<Runnable> alarms = new ArrayList<>();
  private final Waits waits = new Waits((pause, act) -> alarms.add(act));
  private final List<JFrame> frames = new ArrayList<>();
  private boolean silent; // the server, at sign-on

  private final class Office {
    private final OfficePresenter presenter;
    private final OfficePanel panel;
    private final JFrame frame = new JFrame("Lajur");

    @SuppressWarnings("NullAway") // no screen here asks the store
    Office(Theme theme, Language language, int width, int height) {
      theme.install();
      var actions =
          new OfficeActions() {
            @Override
            public CompletableFuture<Entered> signOn(String number, String pin) {
              if (silent) {
                var answer = new CompletableFuture<Entered>();
                Runnable end =
                    waits.begins(
                        Awaited.Kind.READING,
                        () -> answer.completeExceptionally(ServerRefusal.givenUp()));
                return answer.whenComplete((entered, failure) -> end.run());
              }
              return CompletableFuture.completedFuture(
                  new Entered(
                      new SignedOn(
                          RINA.number(),
                          RINA.name(),
                          RINA.role(),
                          language,
                          RINA.permissions(),
                          15),
                      false));
            }

            @Override
            public CompletableFuture<Void> changePin(String pin, String newPin) {
              return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletableFuture<Void> signOff() {
              return CompletableFuture.completedFuture(null);
            }
          };
      OfficeState first = OfficeState.begin(OfficePresenterTest.STORE, language, theme);
      List<Place> places =
          List.of(
              new Place("items", Icon.TAG, List.of(new Place.Tab("items", "all", desk -> items))),
              new Place("stock", Icon.BOX, List.of(new Place.Tab("stock", "all", desk -> stock))),
              new Place(
                  "reports", Icon.BARS, List.of(new Place.Tab("reports", "none", desk -> stock))),
              new Place(
                  "settings", Icon.GEAR, List.of(new Place.Tab("settings", "all", desk -> stock))),
              new Place(
                  "receiving",
                  Icon.TRUCK,
                  List.of(new Place.Tab("receiving", "all", desk -> receiving))));
      var view = new OfficePanel[1];
      presenter =
          new OfficePresenter(
              actions,
              first,
              who -> Place.firstFor(who, places),
              Runnable::run,
              state -> view[0].render(state));
      panel =
          new OfficePanel(
              presenter,
              who ->
                  new Desk(
                      null,
                      who,
                      OfficePresenterTest.STORE,
                      Runnable::run,
                      Runnable::run,
                      InstantSource.fixed(NOW),
                      TableChoices.NONE,
                      refusal -> {},
                      (place, what) -> {},
                      waits),
              InstantSource.fixed(NOW),
              waits,
              places);
      view[0] = panel;
      panel.setPreferredSize(new Dimension(width, height));
      frame.setUndecorated(true);
      frame.setContentPane(panel);
      frame.pack();
      panel.render(first);
      frame.setVisible(true);
      frames.add(frame);
    }
  }

  @AfterEach
  void close() throws Exception {
    Pictures.onScreen(
        () -> {
          frames.forEach(JFrame::dispose);
          return frames;
        });
    SwingThreadWatch.uninstall();
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void everyStateStandsInItsPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    SwingThreadWatch watch = Pictures.onScreen(SwingThreadWatch::install);
    Office office = Pictures.onScreen(() -> new Office(theme, language, width, height));
    take(office, "office-signon", theme, language);
    silent = true;
    act(() -> office.presenter.signOn("401", "1357"));
    act(this::aSecondGoes);
    take(office, "office-signon-waits", theme, language);
    esc(find(office.panel, "signon.pin"));
    take(office, "office-signon-given-up", theme, language);
    silent = false;

    act(() -> office.presenter.signOn("401", "1357"));
    take(office, "office-work", theme, language);
    var end = new AtomicReference<Runnable>();
    act(() -> end.set(waits.begins(Awaited.Kind.READING, () -> {})));
    act(this::aSecondGoes);
    take(office, "office-waits", theme, language);
    act(Objects.requireNonNull(end.get()));
    act(() -> end.set(waits.begins(Awaited.Kind.SAVING, () -> {})));
    act(this::aSecondGoes);
    take(office, "office-saves", theme, language);
    act(Objects.requireNonNull(end.get()));
    act(office.presenter::lock);
    take(office, "office-locked", theme, language);
    act(() -> office.presenter.signOn("401", "1357"));
    act(() -> press(office, "F1"));
    take(office, "office-help", theme, language);
    items.typed = true;
    act(() -> press(office, "ctrl Q"));
    take(office, "office-unsaved", theme, language);

    watch.assertClean();
  }

  private void aSecondGoes() {
    List.copyOf(alarms).forEach(Runnable::run);
    alarms.clear();
  }

  @Test
  void whatIsAwaitedForASecondIsSaidMovesNothingAndIsGivenUpByEsc() throws Exception {
    Office office = Pictures.onScreen(() -> new Office(Theme.LIGHT, Language.ENGLISH, 1024, 768));
    act(() -> office.presenter.signOn("401", "1357"));
    var table = (JTable) find(office.panel, "goods");
    Rectangle before = placeOf(table);
    var givenUp = new AtomicInteger();
    var end = new AtomicReference<Runnable>();

    act(() -> end.set(waits.begins(Awaited.Kind.READING, givenUp::incrementAndGet)));
    assertThat(find(office.panel, "wait").isShowing()).isFalse();
    act(this::aSecondGoes);
    act(() -> {});
    assertThat(((JLabel) find(office.panel, "wait.words")).getText()).isEqualTo("Loading…");
    JComponent giveUp = find(office.panel, "wait.giveUp");
    assertThat(giveUp.isShowing()).isTrue();
    assertThat(giveUp.getAccessibleContext().getAccessibleDescription())
        .as("Esc may mean something else on the screen")
        .isEmpty();
    assertThat(placeOf(table)).isEqualTo(before);

    esc(table);
    assertThat(givenUp).hasValue(1);
    act(Objects.requireNonNull(end.get()));
    assertThat(find(office.panel, "wait").isShowing()).isFalse();
    assertThat(placeOf(table)).isEqualTo(before);
  }

  @Test
  void aSignOnWithoutAnAnswerIsGivenUpByEscAfterASecond() throws Exception {
    Office office = Pictures.onScreen(() -> new Office(Theme.LIGHT, Language.ENGLISH, 1024, 768));
    act(() -> office.presenter.signOn("401", "1357"));
    act(office.presenter::lock);
    silent = true;
    act(() -> office.presenter.signOn("401", "1357"));
    JComponent giveUp = find(office.panel, "signon.giveUp");
    assertThat(giveUp.isShowing()).as("what is quick needs none").isFalse();

    act(this::aSecondGoes);
    assertThat(giveUp.isShowing()).isTrue();
    assertThat(office.presenter.state().waiting()).isTrue();
    assertThat(find(office.panel, "signon.go").isEnabled()).as("asked already").isFalse();
    esc(find(office.panel, "signon.pin"));

    assertThat(office.presenter.state().waiting()).isFalse();
    assertThat(find(office.panel, "signon.go").isEnabled()).isTrue();
    assertThat(office.presenter.state().phase())
        .as("the same key means somebody else only afterwards")
        .isEqualTo(OfficeState.Phase.LOCKED);
    assertThat(giveUp.isShowing()).isFalse();
    silent = false;
    act(() -> office.presenter.signOn("401", "1357"));
    assertThat(office.presenter.state().phase()).isEqualTo(OfficeState.Phase.AT_WORK);
  }

  @Test
  void escThatMeansSomethingElseGivesNothingUp() throws Exception {
    Office office = Pictures.onScreen(() -> new Office(Theme.LIGHT, Language.ENGLISH, 1024, 768));
    act(() -> office.presenter.signOn("401", "1357"));
    var table = (JTable) find(office.panel, "goods");
    var filter = (JTextField) find(office.panel, "goods.filter");
    var givenUp = new AtomicInteger();
    act(() -> waits.begins(Awaited.Kind.READING, givenUp::incrementAndGet));
    act(this::aSecondGoes);

    act(() -> filter.setText("gula"));
    esc(table);
    assertThat(filter.getText()).isEmpty();
    assertThat(givenUp).hasValue(0);
    esc(table);
    assertThat(givenUp).hasValue(1);
  }

  @Test
  void whatIsSavedCannotBeGivenUpAndSaysSo() throws Exception {
    Office office = Pictures.onScreen(() -> new Office(Theme.LIGHT, Language.ENGLISH, 1024, 768));
    act(() -> office.presenter.signOn("401", "1357"));
    var givenUp = new AtomicInteger();
    act(() -> waits.begins(Awaited.Kind.SAVING, givenUp::incrementAndGet));
    act(this::aSecondGoes);
    act(() -> {});

    esc((JTable) find(office.panel, "goods"));

    assertThat(((JLabel) find(office.panel, "wait.words")).getText())
        .isEqualTo("Saving… one moment");
    assertThat(find(office.panel, "wait.giveUp").isShowing()).isFalse();
    assertThat(givenUp).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAwaitedIsReadWholeInTheNarrowestWindow(Language language) throws Exception {
    JComponent tag = Pictures.onScreen(() -> new JLabel("Draf T01-000012 disimpan 14.31.07"));
    receiving.beside = tag;
    Office office = Pictures.onScreen(() -> new Office(Theme.LIGHT, language, 960, 600));
    act(() -> office.presenter.signOn("401", "1357"));
    act(() -> office.presenter.go("receiving"));
    act(() -> office.presenter.link(LinkState.AWAY));
    assertThat(tag.isShowing()).isTrue();

    for (Awaited.Kind kind : Awaited.Kind.values()) {
      var end = new AtomicReference<Runnable>();
      act(() -> end.set(waits.begins(kind, () -> {})));
      act(this::aSecondGoes);
      act(() -> {});
      take(office, "office-narrow-" + kind, Theme.LIGHT, language);
      JComponent words = find(office.panel, "wait.words");
      assertThat(words.getWidth())
          .as("%s", kind)
          .isGreaterThanOrEqualTo(words.getPreferredSize().width);
      JComponent title = find(office.panel, "title");
      assertThat(title.getWidth())
          .as("%s", kind)
          .isGreaterThanOrEqualTo(title.getPreferredSize().width);
      assertThat(tag.isShowing()).isFalse();
      act(Objects.requireNonNull(end.get()));
      act(() -> {});
      assertThat(tag.isShowing()).isTrue();
    }
  }

  private static Rectangle placeOf(JComponent component) throws Exception {
    return Pictures.onScreen(
        () -> SwingUtilities.convertRectangle(component.getParent(), component.getBounds(), null));
  }

  /** The key as whatever has the focus gets it: its own meaning first, then the window's. */
  private static void esc(JComponent focused) throws Exception {
    act(
        () ->
            SwingUtilities.processKeyBindings(
                new KeyEvent(
                    focused,
                    KeyEvent.KEY_PRESSED,
                    0,
                    0,
                    KeyEvent.VK_ESCAPE,
                    KeyEvent.CHAR_UNDEFINED)));
  }

  private static JComponent find(Container in, String name) {
    return found(in, name)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is called " + name));
  }

  private static Stream<JComponent> found(Container in, String name) {
    return Stream.of(in.getComponents())
        .filter(JComponent.class::isInstance)
        .map(JComponent.class::cast)
        .flatMap(each -> name.equals(each.getName()) ? Stream.of(each) : found(each, name));
  }

  @Test
  void aScreenIsOpenWhileItShowsAndNobodyIsAskedForHisPin() throws Exception {
    Office office =
        Pictures.onScreen(() -> new Office(Theme.LIGHT, Language.INDONESIAN, 1366, 768));
    act(() -> office.presenter.signOn("401", "1357"));
    assertThat(items.open).isEqualTo(1);

    act(() -> office.presenter.go("stock"));
    assertThat(items.open).isZero();
    assertThat(stock.open).isEqualTo(1);

    act(office.presenter::lock);
    assertThat(stock.open).isZero();

    act(() -> office.presenter.signOn("401", "1357"));
    assertThat(stock.open).isEqualTo(1);
  }

  @Test
  void anotherLanguageMakesTheViewsAnewAndKeepsTheScreens() throws Exception {
    Office office =
        Pictures.onScreen(() -> new Office(Theme.LIGHT, Language.INDONESIAN, 1366, 768));
    act(() -> office.presenter.signOn("401", "1357"));
    int before = items.views;

    act(office.presenter::otherLanguage);

    assertThat(items.views).isEqualTo(before + 1);
    assertThat(items.open).isEqualTo(1);
  }

  @Test
  void aPlaceThatOneMayNotOpenStaysShut() throws Exception {
    Office office =
        Pictures.onScreen(() -> new Office(Theme.LIGHT, Language.INDONESIAN, 1366, 768));
    act(() -> office.presenter.signOn("401", "1357"));

    act(() -> press(office, "alt 3"));

    assertThat(office.presenter.state().place()).isEqualTo("items");
    act(() -> press(office, "alt 2"));
    assertThat(office.presenter.state().place()).isEqualTo("stock");
  }

  /** All eight places, in the low windows of a demo and of a screen that shows much enlarged. */
  @ParameterizedTest
  @ValueSource(ints = {507, 465, 364, 240})
  void theLastPlaceOfTheRailIsReachedInALowWindow(int height) throws Exception {
    Office office = Pictures.onScreen(() -> new Office(Theme.LIGHT, Language.INDONESIAN, 600, 600));
    act(() -> office.presenter.signOn("401", "1357"));
    var went = new ArrayList<String>();
    Rail rail =
        Pictures.onScreen(
            () -> {
              var made =
                  new Rail(Texts.of(OfficePanel.class, "shell", Language.INDONESIAN), went::add);
              made.setSize(Rail.RAIL_WIDTH, height);
              made.show(
                  Places.ALL,
                  office.presenter.state(),
                  Texts.of(OfficePanel.class, "shell", Language.INDONESIAN));
              return made;
            });

    act(() -> turn(rail, 9));
    Pictures.take(rail, "rail-low-" + height);
    act(() -> touch(rail, height - 32));

    assertThat(went).containsExactly("settings");
    act(() -> turn(rail, -9));
    Pictures.take(rail, "rail-low-first-" + height);
    act(() -> touch(rail, height < 400 ? 20 : 70));
    assertThat(went).containsExactly("settings", "monitor");
  }

  private static void turn(Rail rail, int clicks) {
    rail.dispatchEvent(
        new MouseWheelEvent(rail, MouseEvent.MOUSE_WHEEL, 0, 0, 44, 44, 0, false, 0, 1, clicks));
  }

  private static void touch(Rail rail, int y) {
    rail.dispatchEvent(
        new MouseEvent(rail, MouseEvent.MOUSE_PRESSED, 0, 0, 44, y, 1, false, MouseEvent.BUTTON1));
  }

  @Test
  void nothingThatIsTypedIsLeftWithoutAQuestion() throws Exception {
    Office office =
        Pictures.onScreen(() -> new Office(Theme.LIGHT, Language.INDONESIAN, 1366, 768));
    act(() -> office.presenter.signOn("401", "1357"));
    items.typed = true;
    var gone = new boolean[1];

    for (String stroke : List.of("alt 2", "ctrl Q", "ctrl shift L")) {
      act(() -> press(office, stroke));
      assertThat(items.unsaved.isAsking()).as(stroke).isTrue();
      act(items.unsaved::stay);
    }
    act(() -> office.panel.leaving(() -> gone[0] = true)); // the window's cross
    assertThat(gone[0]).isFalse();
    assertThat(office.presenter.state().place()).isEqualTo("items");
    assertThat(items.typed).isTrue();

    act(() -> press(office, "alt 2"));
    act(() -> card(office).getActionMap().get("F12").actionPerformed(null));
    assertThat(office.presenter.state().place()).as("saved first").isEqualTo("stock");
    act(() -> office.presenter.go("items"));
    items.typed = true;

    act(() -> press(office, "alt 2"));
    act(() -> card(office).getActionMap().get("F8").actionPerformed(null));

    assertThat(office.presenter.state().place()).isEqualTo("stock");
    assertThat(items.typed).isFalse();
    assertThat(office.frame.getLayeredPane().getComponentsInLayer(JLayeredPane.MODAL_LAYER))
        .isEmpty();
  }

  private static JComponent card(Office office) {
    return (JComponent)
        office.frame.getLayeredPane().getComponentsInLayer(JLayeredPane.MODAL_LAYER)[0];
  }

  private static void press(Office office, String stroke) {
    for (var each : office.panel.getComponents()) {
      var action = ((JComponent) each).getActionMap().get(stroke);
      if (action != null) {
        action.actionPerformed(
            new java.awt.event.ActionEvent(each, java.awt.event.ActionEvent.ACTION_PERFORMED, ""));
      }
    }
  }

  private static void act(Runnable work) throws Exception {
    SwingUtilities.invokeAndWait(work);
  }

  private static void take(Office office, String what, Theme theme, Language language)
      throws Exception {
    SwingUtilities.invokeAndWait(() -> {});
    int width = office.panel.getWidth();
    int height = office.panel.getHeight();
    Pictures.take(office.frame.getRootPane(), Pictures.name(what, theme, language, width, height));
  }
}
