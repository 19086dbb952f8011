package id.lajur.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.time.ZoneId;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A column that is made narrower by hand, beside one that waits for room. */
@CacioTest
class DraggedColumnWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final int BY = 20; // px, which makes room enough for the one that waits

  private static final Formats FORMATS =
      new Formats(Language.ENGLISH, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));

  @SuppressWarnings("NullAway.Init") // made on the event thread
  private JFrame frame;

  @SuppressWarnings("NullAway.Init")
  private DataTable<String> goods;

  @AfterEach
  void close() throws Exception {
    SwingUtilities.invokeAndWait(() -> frame.dispose());
  }

  private void onScreen(Runnable act) throws Exception {
    SwingUtilities.invokeAndWait(act);
    SwingUtilities.invokeAndWait(() -> frame.validate());
    SwingUtilities.invokeAndWait(() -> {}); // what a layout asks for comes after it
  }

  private static void mouse(JTableHeader head, int what, int x) {
    int held = what == MouseEvent.MOUSE_RELEASED ? 0 : InputEvent.BUTTON1_DOWN_MASK;
    head.dispatchEvent(new MouseEvent(head, what, 0, held, x, 5, 1, false, MouseEvent.BUTTON1));
  }

  @Test
  void theColumnStaysInTheHandAndWhatThereIsRoomForComesBackAfterwards() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          Theme.LIGHT.install();
          goods =
              new DataTable<>(
                  "goods",
                  new DataTable.About("Goods", "Lajur", ""),
                  List.of(
                      Column.<String>text("name", "Item", 900, row -> row),
                      Column.<String>of("total", "Total", Kind.MONEY, 124, row -> 0L),
                      Column.<String>of("at", "At", Kind.COUNT, 146, row -> 0L).yielding(1)),
                  FORMATS,
                  TableChoices.NONE);
          frame = new JFrame();
        });
    JTable table = goods.table();
    JTableHeader head = table.getTableHeader();
    onScreen(
        () -> {
          goods.rows(List.of("Teh"));
          frame.setUndecorated(true);
          frame.setContentPane(goods);
          frame.setSize(1_000, 400);
          frame.setVisible(true);
        });
    assertThat(table.getColumnCount()).as("one waits").isEqualTo(2);
    TableColumn name = table.getColumnModel().getColumn(0);
    int width = name.getWidth();

    onScreen(() -> mouse(head, MouseEvent.MOUSE_PRESSED, width - 1));
    onScreen(() -> mouse(head, MouseEvent.MOUSE_DRAGGED, width - 1 - BY / 2));
    onScreen(() -> mouse(head, MouseEvent.MOUSE_DRAGGED, width - 1 - BY));
    assertThat(table.getColumnCount()).isEqualTo(2);
    assertThat(table.getColumnModel().getColumn(0)).isSameAs(name);
    assertThat(name.getWidth()).isEqualTo(width - BY);
    onScreen(() -> mouse(head, MouseEvent.MOUSE_RELEASED, width - 1 - BY));

    assertThat(table.getColumnCount()).as("there is room for it now").isEqualTo(3);
  }
}
