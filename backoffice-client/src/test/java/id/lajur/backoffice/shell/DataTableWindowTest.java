package id.lajur.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.table.JTableHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hands do to a table, and what is there the next time. */
@CacioTest
class DataTableWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private record Goods(String name, long priceMinor) {}

  private static final List<Column<Goods>> COLUMNS =
      List.of(
          Column.text("name", "Barang", 240, Goods::name),
          Column.of("price", "Harga", Kind.MONEY, 140, Goods::priceMinor));
  private static final List<Goods> ROWS =
      List.of(
          new Goods("Teh celup", 12_500_00),
          new Goods("Gula pasir 1 kg", 17_500_00),
          new Goods("Beras 5 kg", 74_000_00));

  @TempDir private Path folder = Path.of("");
  private @Nullable DataTable<Goods> made;

  /** The table of a window that is opened anew, with what was kept for this person. */
  private OfficeWindow open() throws Exception {
    var window =
        OfficeWindow.open(
            Theme.LIGHT,
            Language.INDONESIAN,
            1024,
            768,
            formats ->
                made =
                    new DataTable<>(
                        "goods",
                        new DataTable.About("Barang", "Toko Lajur", ""),
                        COLUMNS,
                        formats,
                        new FileChoices(folder, "101", Runnable::run)));
    window.act(() -> table().rows(ROWS));
    return window;
  }

  private DataTable<Goods> table() {
    return Objects.requireNonNull(made);
  }

  private List<String> names() {
    return table().seen().stream().map(Goods::name).toList();
  }

  private List<String> heads() {
    return table().shownColumns().stream().map(Column::head).toList();
  }

  private static void mouse(OfficeWindow window, int what, int column, boolean popup)
      throws Exception {
    JTable swing = window.table("goods");
    window.act(
        () -> {
          JTableHeader header = swing.getTableHeader();
          Point at = header.getHeaderRect(column).getLocation();
          int button = popup ? MouseEvent.BUTTON3 : MouseEvent.BUTTON1;
          header.dispatchEvent(
              new MouseEvent(header, what, 0, 0, at.x + 40, at.y + 10, 1, popup, button));
        });
  }

  private static void clickHead(OfficeWindow window, int column) throws Exception {
    mouse(window, MouseEvent.MOUSE_CLICKED, column, false);
  }

  /** Ticks a column in the menu that a right click on the heads opens. */
  private static void tick(OfficeWindow window, String head) throws Exception {
    mouse(window, MouseEvent.MOUSE_PRESSED, 0, true);
    window.act(
        () -> {
          MenuElement[] path = MenuSelectionManager.defaultManager().getSelectedPath();
          var menu = (JPopupMenu) path[0];
          for (var each : menu.getComponents()) {
            if (each instanceof JCheckBoxMenuItem choice && choice.getText().equals(head)) {
              choice.doClick();
            }
          }
          MenuSelectionManager.defaultManager().clearSelectedPath();
        });
  }

  @Test
  void aClickOnAHeadSortsUpThenDownThenAsTheRowsCame() throws Exception {
    try (OfficeWindow window = open()) {
      clickHead(window, 0);
      assertThat(names()).containsExactly("Beras 5 kg", "Gula pasir 1 kg", "Teh celup");
      clickHead(window, 0);
      assertThat(names()).containsExactly("Teh celup", "Gula pasir 1 kg", "Beras 5 kg");
      clickHead(window, 0);
      assertThat(names()).containsExactly("Teh celup", "Gula pasir 1 kg", "Beras 5 kg");
      clickHead(window, 1);
      assertThat(names()).startsWith("Teh celup");
    }
  }

  @Test
  void whatIsHiddenAndHowItIsSortedIsThereTheNextTime() throws Exception {
    try (OfficeWindow window = open()) {
      clickHead(window, 1);
      clickHead(window, 1);
      tick(window, "Harga");
      assertThat(heads()).containsExactly("Barang");
    }
    try (OfficeWindow window = open()) {
      assertThat(heads()).containsExactly("Barang");
      assertThat(names()).containsExactly("Beras 5 kg", "Gula pasir 1 kg", "Teh celup");
      tick(window, "Harga");
      assertThat(heads()).containsExactly("Barang", "Harga");
      window.take("table");
    }
    try (OfficeWindow window = open()) {
      assertThat(window.has("goods")).isTrue();
      assertThat(heads()).containsExactly("Barang", "Harga");
    }
  }

  @Test
  void theLastColumnCannotBeHidden() throws Exception {
    try (OfficeWindow window = open()) {
      tick(window, "Harga");
      tick(window, "Barang");
      assertThat(heads()).containsExactly("Barang");
    }
  }

  @Test
  void whatIsMarkedIsCopiedWithItsHeads() throws Exception {
    try (OfficeWindow window = open()) {
      JTable swing = window.table("goods");
      window.act(
          () -> {
            swing.setRowSelectionInterval(0, 1);
            KeyStroke ctrlC = KeyStroke.getKeyStroke(KeyEvent.VK_C, InputEvent.CTRL_DOWN_MASK);
            Object name = swing.getInputMap(JTable.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).get(ctrlC);
            swing.getActionMap().get(name).actionPerformed(new ActionEvent(swing, 0, "copy"));
          });

      String copied =
          (String)
              Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
      assertThat(copied.lines())
          .containsExactly("Barang\tHarga", "Teh celup\t12.500", "Gula pasir 1 kg\t17.500");
    }
  }

  @Test
  void typingOverTheRowsFiltersThemAndEscapeShowsAll() throws Exception {
    try (OfficeWindow window = open()) {
      JTable swing = window.table("goods");
      typeOverTheRows(window);
      assertThat(window.field("goods.filter").getText()).isEqualTo("gul");
      assertThat(names()).containsExactly("Gula pasir 1 kg");
      press(window, swing, KeyEvent.VK_ESCAPE, 0);
      assertThat(names()).hasSize(3);
    }
  }

  private void typeOverTheRows(OfficeWindow window) throws Exception {
    JTable swing = window.table("goods");
    for (char typed : new char[] {'g', 'u', 'l'}) {
      window.act(
          () -> {
            var event = new KeyEvent(swing, KeyEvent.KEY_TYPED, 0, 0, KeyEvent.VK_UNDEFINED, typed);
            for (var listener : swing.getKeyListeners()) {
              listener.keyTyped(event);
            }
          });
    }
  }

  private static void press(OfficeWindow window, JTable on, int key, int modifiers)
      throws Exception {
    window.act(
        () ->
            on.dispatchEvent(
                new KeyEvent(
                    on, KeyEvent.KEY_PRESSED, 0, modifiers, key, KeyEvent.CHAR_UNDEFINED)));
  }

  @Test
  void aTableThatSparesItsFilterTheRoomFiltersAsOneTypesAllTheSame() throws Exception {
    try (OfficeWindow window = open()) {
      window.act(() -> table().filterOnTyping());
      assertThat(window.field("goods.filter").isShowing()).isFalse();

      typeOverTheRows(window);
      assertThat(window.field("goods.filter").isShowing()).isTrue();
      assertThat(names()).containsExactly("Gula pasir 1 kg");
      window.take("table-typed");

      press(window, window.table("goods"), KeyEvent.VK_ESCAPE, 0);
      assertThat(window.field("goods.filter").isShowing()).isFalse();
      assertThat(names()).hasSize(3);
    }
  }

  @Test
  void escapeIsTheScreensWhereNothingIsTyped() throws Exception {
    var left = new AtomicInteger();
    try (OfficeWindow window = open()) {
      window.act(() -> does(table(), "ESCAPE", left));
      typeOverTheRows(window);

      press(window, window.table("goods"), KeyEvent.VK_ESCAPE, 0);
      assertThat(left).hasValue(0);
      press(window, window.table("goods"), KeyEvent.VK_ESCAPE, 0);
      assertThat(left).hasValue(1);
    }
  }

  /** Whoever holds the table does this on a key. */
  private static void does(JComponent holder, String stroke, AtomicInteger times) {
    holder
        .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
        .put(KeyStroke.getKeyStroke(stroke), "test." + stroke);
    holder.getActionMap().put("test." + stroke, counting(times));
  }

  private static Action counting(AtomicInteger times) {
    return new AbstractAction() {
      @Override
      public void actionPerformed(ActionEvent event) {
        times.incrementAndGet();
      }
    };
  }

  @Test
  void ofTwoTablesTheOneWithTheFocusIsExportedAndPrinted() throws Exception {
    var first = new AtomicInteger();
    var second = new AtomicInteger();
    try (OfficeWindow window =
        OfficeWindow.open(
            Theme.LIGHT,
            Language.INDONESIAN,
            1024,
            768,
            formats -> {
              DataTable<Goods> table = recorded("first", formats, first);
              table.beside(recorded("second", formats, second));
              return table;
            })) {
      press(window, window.table("first"), KeyEvent.VK_E, InputEvent.CTRL_DOWN_MASK);
      press(window, window.table("first"), KeyEvent.VK_P, InputEvent.CTRL_DOWN_MASK);
      assertThat(first).hasValue(2);
      assertThat(second).hasValue(0);
      press(window, window.table("second"), KeyEvent.VK_E, InputEvent.CTRL_DOWN_MASK);
      assertThat(second).hasValue(1);
    }
  }

  /** A table whose files are counted, not written. */
  private static DataTable<Goods> recorded(String name, Formats formats, AtomicInteger files) {
    var about = new DataTable.About(name, "Toko Lajur", "");
    var table = new DataTable<>(name, about, COLUMNS, formats, TableChoices.NONE);
    for (String stroke : List.of("ctrl E", "ctrl P")) {
      table.getActionMap().put("table." + stroke, counting(files));
    }
    return table;
  }
}
