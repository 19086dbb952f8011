package id.lajur.backoffice.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.shell.Found;
import id.lajur.backoffice.shell.Pictures;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.widget.KeyButton;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The back PC's screen as it stands beside its model, on a display inside the JVM. */
@CacioTest
class ReceivingWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private final FakeStore store = new FakeStore();

  private final ReceivingPresenter presenter = new ReceivingPresenter(store, Runnable::run);

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void everyStateStandsInItsPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    try (OfficeWindow window = open(theme, language, width, height)) {
      assertThat(window.said("receiving")).as("unread").isBlank();
      window.act(presenter::opened);
      window.take("receiving-list");
      window.act(() -> presenter.open(Samples.papers().get(0)));
      window.act(() -> presenter.lines().scanned("2000014500853"));
      window.take("receiving-draft");
      assertThat(window.field("receiving.scan").isFocusOwner()).isTrue();
      assertThat(window.field("receiving.editor").isVisible()).isFalse();

      window.act(() -> presenter.lines().edit(ReceivingState.Field.DISCOUNT));
      window.take("receiving-typing");
      assertThat(window.field("receiving.editor").getText()).isEqualTo("5+2");

      window.act(presenter.lines()::leaveField);
      store.no = FakeStore.refusal("ITEM_UNKNOWN", Map.of("code", "8991234567890"));
      window.act(() -> presenter.lines().scanned("8991234567890"));
      window.take("receiving-unknown");
      store.no = null;
      window.act(presenter.goods()::newItem);
      stands(ReceivingState.Side.NEW_ITEM);
      assertThat(key(window, "F12").isEnabled()).as("the form has its own way on").isFalse();
      window.take("receiving-newitem");
      var more = (JButton) window.component("newDepartment.open");
      window.act(() -> more.doClick(0));
      window.act(() -> window.field("newDepartment.code").setText("TELUR"));
      window.act(() -> window.field("newDepartment.name").setText("Telur"));
      window.take("receiving-newdepartment");
      var makes = (JButton) window.component("newDepartment.make");
      window.act(() -> makes.doClick(0));
      assertThat(store.asked).contains("department TELUR Telur BIASA");
      assertThat(more.isVisible()).as("the new department is chosen").isTrue();
      window.act(presenter::back);
      assertThat(presenter.unsaved().isAsking()).as("a department is chosen").isTrue();
      window.act(presenter.unsaved()::discard);
      stands(ReceivingState.Side.FACTS);
      window.act(presenter.goods()::search);
      window.act(() -> presenter.goods().search("mi"));
      stands(ReceivingState.Side.SEARCH);
      window.take("receiving-search");
      window.act(presenter::back);
      store.no = FakeStore.refusal("DRAFT_CHANGED", Map.of("number", "PB-2611-0187"));
      window.act(presenter.lines()::remove);
      stands(ReceivingState.Side.FACTS);
      window.take("receiving-changed");
      store.no = null;
      window.act(presenter.posting()::post);
      stands(ReceivingState.Side.FACTS);
      window.take("receiving-posted");
      var lines = (JTable) window.component("receiving.posted");
      Sheet posted = Objects.requireNonNull(presenter.state().sheet());
      assertThat(lines.isShowing()).isTrue();
      assertThat(lines.getRowCount()).isEqualTo(posted.lines().size());
      window.act(() -> lines.setRowSelectionInterval(1, 1));
      assertThat(presenter.state().line()).contains(posted.lines().get(1));
      window.act(() -> presenter.lines().mark(1));
      window.act(presenter.posting()::reverse);
      stands(ReceivingState.Side.REVERSE);
      window.take("receiving-reverse");
      var one = (JRadioButton) window.component("receiving.form.reverse.one");
      window.act(() -> one.doClick(0));
      assertThat(window.field("receiving.form.reverse.quantity").isEnabled()).isTrue();
      window.act(presenter::back);
      assertThat(presenter.unsaved().isAsking()).as("something is chosen in the form").isTrue();
      window.act(presenter.unsaved()::discard);
      window.act(presenter::begin);
      window.take("receiving-begin");
      for (String cap : List.of("F2", "F4", "F5", "F7", "F12")) {
        assertThat(key(window, cap).isEnabled()).as(cap + " while nothing is open").isFalse();
      }
      for (String field : List.of("head.supplier", "head.note", "head.date")) {
        Component asked = window.component("receiving." + field);
        assertThat(asked.getY()).as("under its word").isLessThan(below(wordOf(asked)) + 8);
      }
      window.act(
          () -> presenter.head(presenter.state().suppliers().get(0), "SJ-88412", Samples.TODAY));
      window.take("receiving-empty");
      assertThat(key(window, "F12").isEnabled()).as("nothing to book").isFalse();
      assertThat(key(window, "F4").isEnabled()).as("no line").isFalse();
      assertThat(key(window, "F2").isEnabled()).isTrue();

      window.assertClean();
    }
  }

  @Test
  void eachVisitLeavesTheScreenAsItWas() throws Exception {
    try (OfficeWindow window = open(Theme.LIGHT, Language.ENGLISH, 1366, 768)) {
      window.act(presenter::begin);
      Container viewport = window.component("receiving.lines").getParent();
      int listening = viewport.getComponentListeners().length;
      Container place = window.body().getParent();

      window.act(() -> place.remove(window.body()));
      window.act(() -> place.add(window.body()));

      assertThat(viewport.getComponentListeners()).hasSize(listening);
    }
  }

  @Test
  void escIsLeftToTheWindowWhereTheListIsShown() throws Exception {
    try (OfficeWindow window = open(Theme.LIGHT, Language.ENGLISH, 1366, 768)) {
      window.act(presenter::opened);
      store.asked.clear();

      assertThat(esc(window.body())).isFalse();
      assertThat(store.asked).as("the list is not read anew").isEmpty();

      window.act(() -> presenter.open(Samples.papers().get(0)));
      assertThat(esc(window.body())).isTrue();
      assertThat(presenter.state().sheet()).isNull();
      window.act(presenter::begin);
      assertThat(esc(window.body())).as("the head of a new delivery").isTrue();
      assertThat(presenter.state().side()).isEqualTo(ReceivingState.Side.FACTS);
    }
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

  /** The key of the screen that shows under a cap. */
  private static KeyButton key(OfficeWindow window, String cap) {
    return Found.all(window.body(), KeyButton.class).stream()
        .filter(Component::isShowing)
        .filter(key -> key.getAccessibleContext().getAccessibleDescription().equals(cap))
        .findFirst()
        .orElseThrow();
  }

  private static JLabel wordOf(Component field) {
    return Arrays.stream(field.getParent().getComponents())
        .filter(each -> each instanceof JLabel word && word.getLabelFor() == field)
        .map(JLabel.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static int below(Component of) {
    return of.getY() + of.getHeight();
  }

  private void stands(ReceivingState.Side panel) {
    assertThat(presenter.state().side()).isEqualTo(panel);
  }

  private OfficeWindow open(Theme theme, Language language, int width, int height)
      throws Exception {
    return OfficeWindow.openParts(
        theme,
        language,
        width,
        height,
        formats -> {
          Words words = Words.in(formats);
          var view =
              new ReceivingView(
                  presenter, words, TableChoices.NONE, true, true, () -> Samples.TODAY);
          view.mayMakeDepartments(true);
          var title = new TitleTag(words);
          presenter.show(
              state -> {
                view.render(state);
                title.render(state);
              });
          return new OfficeWindow.Parts(view, title);
        });
  }
}
