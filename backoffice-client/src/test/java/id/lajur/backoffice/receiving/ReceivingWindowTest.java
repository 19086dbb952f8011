package id.lajur.backoffice.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.shell.Framed;
import id.lajur.backoffice.shell.Pictures;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The back PC's screen as it stands beside its model, on a display inside the JVM. */
@CacioTest
class ReceivingWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  /** What the rail and the title take of the window. */
  private final FakeStore store = new FakeStore();

  private final ReceivingPresenter presenter = new ReceivingPresenter(store, Runnable::run);
  private @Nullable JFrame frame;

  @AfterEach
  void close() throws Exception {
    Pictures.onScreen(
        () -> {
          Objects.requireNonNull(frame).dispose();
          return true;
        });
    SwingThreadWatch.uninstall();
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void everyStateStandsInItsPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    SwingThreadWatch watch = Pictures.onScreen(SwingThreadWatch::install);
    JPanel body = Pictures.onScreen(() -> window(theme, language, width, height));

    assertThat(Pictures.onScreen(() -> said(body, "receiving"))).as("unread").isBlank();
    act(presenter::opened);
    take(body, "receiving-list", theme, language, width, height);
    act(() -> presenter.open(Samples.papers().get(0)));
    act(() -> presenter.lines().scanned("2000014500853"));
    take(body, "receiving-draft", theme, language, width, height);
    assertThat(field(body, "receiving.scan").isFocusOwner()).isTrue();
    assertThat(field(body, "receiving.editor").isVisible()).isFalse();

    act(() -> presenter.lines().edit(ReceivingState.Field.DISCOUNT));
    take(body, "receiving-typing", theme, language, width, height);
    assertThat(field(body, "receiving.editor").getText()).isEqualTo("5+2");

    act(presenter.lines()::leaveField);
    store.no = FakeStore.refusal("ITEM_UNKNOWN", Map.of("code", "8991234567890"));
    act(() -> presenter.lines().scanned("8991234567890"));
    take(body, "receiving-unknown", theme, language, width, height);
    store.no = null;
    act(presenter.goods()::newItem);
    stands(ReceivingState.Side.NEW_ITEM);
    take(body, "receiving-newitem", theme, language, width, height);
    var more = (JButton) find(body, "newDepartment.open").orElseThrow();
    act(() -> more.doClick(0));
    act(() -> field(body, "newDepartment.code").setText("TELUR"));
    act(() -> field(body, "newDepartment.name").setText("Telur"));
    take(body, "receiving-newdepartment", theme, language, width, height);
    var makes = (JButton) find(body, "newDepartment.make").orElseThrow();
    act(() -> makes.doClick(0));
    assertThat(store.asked).contains("department TELUR Telur BIASA");
    assertThat(more.isVisible()).as("the new department is chosen").isTrue();
    act(presenter::back);
    assertThat(presenter.unsaved().isAsking()).as("a department is chosen").isTrue();
    act(presenter.unsaved()::discard);
    stands(ReceivingState.Side.FACTS);
    act(presenter.goods()::search);
    act(() -> presenter.goods().search("mi"));
    stands(ReceivingState.Side.SEARCH);
    take(body, "receiving-search", theme, language, width, height);
    act(presenter::back);
    store.no = FakeStore.refusal("DRAFT_CHANGED", Map.of("number", "PB-2611-0187"));
    act(presenter.lines()::remove);
    stands(ReceivingState.Side.FACTS);
    take(body, "receiving-changed", theme, language, width, height);
    store.no = null;
    act(presenter.posting()::post);
    stands(ReceivingState.Side.FACTS);
    take(body, "receiving-posted", theme, language, width, height);
    var lines = (JTable) find(body, "receiving.posted").orElseThrow();
    Sheet posted = Objects.requireNonNull(presenter.state().sheet());
    assertThat(lines.isShowing()).isTrue();
    assertThat(lines.getRowCount()).isEqualTo(posted.lines().size());
    act(() -> lines.setRowSelectionInterval(1, 1));
    assertThat(presenter.state().line()).contains(posted.lines().get(1));
    act(() -> presenter.lines().mark(1));
    act(presenter.posting()::reverse);
    stands(ReceivingState.Side.REVERSE);
    take(body, "receiving-reverse", theme, language, width, height);
    var one = (JRadioButton) find(body, "receiving.form.reverse.one").orElseThrow();
    act(() -> one.doClick(0));
    assertThat(field(body, "receiving.form.reverse.quantity").isEnabled()).isTrue();
    act(presenter::back);
    assertThat(presenter.unsaved().isAsking()).as("something is chosen in the form").isTrue();
    act(presenter.unsaved()::discard);
    act(presenter::begin);
    take(body, "receiving-begin", theme, language, width, height);
    act(() -> presenter.head(presenter.state().suppliers().get(0), "SJ-88412", Samples.TODAY));
    take(body, "receiving-empty", theme, language, width, height);

    watch.assertClean();
  }

  @Test
  void escIsLeftToTheWindowWhereTheListIsShown() throws Exception {
    JPanel body = Pictures.onScreen(() -> window(Theme.LIGHT, Language.ENGLISH, 1366, 768));
    act(presenter::opened);
    store.asked.clear();

    assertThat(esc(body)).isFalse();
    assertThat(store.asked).as("the list is not read anew").isEmpty();

    act(() -> presenter.open(Samples.papers().get(0)));
    assertThat(esc(body)).isTrue();
    assertThat(presenter.state().sheet()).isNull();
    act(presenter::begin);
    assertThat(esc(body)).as("the head of a new delivery").isTrue();
    assertThat(presenter.state().side()).isEqualTo(ReceivingState.Side.FACTS);
  }

  private static boolean esc(JPanel body) throws Exception {
    return Pictures.onScreen(
        () ->
            SwingUtilities.processKeyBindings(
                new KeyEvent(
                    body,
                    KeyEvent.KEY_PRESSED,
                    0,
                    0,
                    KeyEvent.VK_ESCAPE,
                    KeyEvent.CHAR_UNDEFINED)));
  }

  private void stands(ReceivingState.Side panel) {
    assertThat(presenter.state().side()).isEqualTo(panel);
  }

  private JPanel window(Theme theme, Language language, int width, int height) {
    theme.install();
    var formats = new Formats(language, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));
    var words = Words.in(formats);
    var view =
        new ReceivingView(presenter, words, TableChoices.NONE, true, true, () -> Samples.TODAY);
    view.mayMakeDepartments(true);
    var title = new TitleTag(words);
    JPanel body = Framed.around(view, title, theme, language, width, height);
    var made = new JFrame("Lajur");
    made.setUndecorated(true);
    made.setContentPane(body);
    made.pack();
    presenter.show(
        state -> {
          view.render(state);
          title.render(state);
        });
    made.setVisible(true);
    frame = made;
    return body;
  }

  private static JTextField field(Container in, String name) {
    return (JTextField) find(in, name).orElseThrow();
  }

  private static Optional<Component> find(Container in, String name) {
    for (Component each : in.getComponents()) {
      if (name.equals(each.getName())) {
        return Optional.of(each);
      }
      if (each instanceof Container inner) {
        Optional<Component> found = find(inner, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static void act(Runnable work) throws Exception {
    SwingUtilities.invokeAndWait(work);
    SwingUtilities.invokeAndWait(() -> {});
  }

  private static void take(
      JPanel body, String what, Theme theme, Language language, int width, int height)
      throws Exception {
    SwingUtilities.invokeAndWait(() -> {});
    Pictures.take(body, Pictures.name(what, theme, language, width, height));
  }

  /** What an empty list says. */
  private static String said(Container in, String list) {
    return names(in, list + ".empty")
        .map(each -> ((JLabel) each).getText())
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Component> names(Container in, String name) {
    return Arrays.stream(in.getComponents())
        .flatMap(
            each ->
                Stream.concat(
                    name.equals(each.getName()) ? Stream.of(each) : Stream.empty(),
                    each instanceof Container inner ? names(inner, name) : Stream.empty()));
  }
}
