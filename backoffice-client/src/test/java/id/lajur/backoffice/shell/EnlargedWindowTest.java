package id.lajur.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.window.EnlargedFileChooser;
import id.lajur.kit.window.EnlargedFrame;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A window that shows its content enlarged, with the mouse, the keys and the pixels of a screen.
 */
@CacioTest
@Timeout(120)
class EnlargedWindowTest {
  private static final Dimension LEAST = new Dimension(500, 350);

  private final List<String> done = new ArrayList<>();
  private final JComboBox<String> box =
      new JComboBox<>(new String[] {"Minuman", "Sembako", "Segar"});
  private final JTextField field = new JTextField();
  private final KeyButton key = KeyButton.f(2, "Cari", () -> done.add("F2"));

  @SuppressWarnings("NullAway.Init")
  private DataTable<String> table;

  @SuppressWarnings("NullAway.Init")
  private EnlargedFrame frame;

  @SuppressWarnings("NullAway.Init")
  private Robot robot;

  @BeforeEach
  void open() throws Exception {
    robot = new Robot();
    robot.setAutoWaitForIdle(true);
    frame =
        Pictures.onScreen(
            () -> {
              SwingThreadWatch unused = SwingThreadWatch.install();
              Theme.LIGHT.install();
              var window = new EnlargedFrame("Lajur", LEAST);
              window.setUndecorated(true);
              var content = new JPanel(new MigLayout("fill, insets 16", "[grow][]", "[][grow][]"));
              table =
                  new DataTable<>(
                      "names",
                      new DataTable.About("Nama", "Toko Lajur", ""),
                      List.of(Column.text("name", "Nama", 300, name -> name)),
                      new Formats(
                          Language.INDONESIAN, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta")),
                      TableChoices.NONE);
              table.rows(IntStream.range(0, 400).mapToObj(i -> "Barang " + i).toList());
              field.getCaret().setBlinkRate(0); // pictures are compared
              content.add(field, "growx");
              content.add(key, "wrap");
              content.add(table, "span, grow, wrap");
              content.add(box, "w 200!");
              window.setContentPane(content);
              window.setBounds(0, 0, 1000, 700);
              window.setVisible(true);
              return window;
            });
  }

  @AfterEach
  void close() throws Exception {
    Pictures.onScreen(
        () -> {
          frame.dispose();
          SwingThreadWatch.uninstall();
          return "";
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 125, 150, 200})
  void takesTheMouseWhereItShows(int percent) throws Exception {
    enlarge(percent);

    click(key, percent);
    until(() -> done.equals(List.of("F2")));

    click(field, percent);
    type("abc");
    until(() -> field.getText().equals("abc"));

    click(box, percent);
    until(box::isPopupVisible);
    robot.keyPress(KeyEvent.VK_DOWN);
    robot.keyRelease(KeyEvent.VK_DOWN);
    robot.keyPress(KeyEvent.VK_ENTER);
    robot.keyRelease(KeyEvent.VK_ENTER);
    until(() -> "Sembako".equals(box.getSelectedItem()));
  }

  /** What is painted bit by bit is what is painted at once. */
  @ParameterizedTest
  @ValueSource(ints = {100, 125, 150, 200})
  void paintsEveryPartInItsPlace(int percent) throws Exception {
    enlarge(percent);
    JScrollPane pane = Pictures.onScreen(() -> Objects.requireNonNull(pane(table)));
    for (int step = 1; step <= 7; step++) {
      int to = step * 53;
      Pictures.onScreen(
          () -> {
            pane.getVerticalScrollBar().setValue(to);
            return to;
          });
      robot.waitForIdle();
    }
    click(field, percent);
    type("xyz");
    until(() -> field.getText().equals("xyz"));
    Point row = Pictures.onScreen(() -> new Point(40, pane.getVerticalScrollBar().getValue() + 50));
    JTable rows = (JTable) Pictures.onScreen(() -> pane.getViewport().getView());
    clickAt(rows, row, percent);
    until(() -> rows.getSelectedRow() >= 0);
    BufferedImage bits = shown();

    Pictures.onScreen(
        () -> {
          frame.repaint();
          return "";
        });
    robot.waitForIdle();
    BufferedImage whole = shown();
    assertThat(differing(bits, whole)).as("pixels that differ").isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 150, 200})
  void givesItsContentTheRoomThatIsLeft(int percent) throws Exception {
    enlarge(percent);
    Dimension room = Pictures.onScreen(() -> frame.getContentPane().getSize());
    double factor = percent / 100.0;
    assertThat(room)
        .isEqualTo(new Dimension((int) Math.ceil(1000 / factor), (int) Math.ceil(700 / factor)));
    assertThat(room.height).isGreaterThanOrEqualTo(LEAST.height);
  }

  /** A dialog is a window of its own, as large as the one it stands over. */
  @ParameterizedTest
  @ValueSource(ints = {100, 150})
  void asksForAFileAsLargeAsTheWindow(int percent) throws Exception {
    enlarge(percent);
    List<Integer> answers = new ArrayList<>();
    var chooser = Pictures.onScreen(EnlargedFileChooser::new);
    SwingUtilities.invokeLater(() -> answers.add(chooser.showSaveDialog(field)));
    until(chooser::isShowing);

    JRootPane root = Pictures.onScreen(chooser::getRootPane);
    Dimension whole = Pictures.onScreen(root::getSize);
    Dimension inside = Pictures.onScreen(chooser::getSize);
    assertThat(whole.width / (double) inside.width).isCloseTo(percent / 100.0, within(0.01));
    assertThat(inside.width)
        .isGreaterThanOrEqualTo(Pictures.onScreen(chooser::getPreferredSize).width);
    Pictures.take(root, "file-" + percent);

    JButton cancel = Pictures.onScreen(() -> Objects.requireNonNull(cancel(chooser, chooser)));
    Point at =
        Pictures.onScreen(
            () ->
                SwingUtilities.convertPoint(
                    cancel, cancel.getWidth() / 2, cancel.getHeight() / 2, root));
    Point corner = Pictures.onScreen(root::getLocationOnScreen);
    robot.mouseMove(corner.x + at.x * percent / 100, corner.y + at.y * percent / 100);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    until(() -> answers.equals(List.of(JFileChooser.CANCEL_OPTION)));
  }

  private static @Nullable JButton cancel(JFileChooser of, java.awt.Container in) {
    String word = UIManager.getString("FileChooser.cancelButtonText", of.getLocale());
    for (Component each : in.getComponents()) {
      if (each instanceof JButton button && word.equals(button.getText())) {
        return button;
      }
      if (each instanceof java.awt.Container inner) {
        JButton found = cancel(of, inner);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** What the robot does reaches the window a moment later. */
  private static void until(Callable<Boolean> holds) {
    await().atMost(Duration.ofSeconds(30)).until(() -> Pictures.onScreen(holds));
  }

  private void enlarge(int percent) throws Exception {
    Pictures.onScreen(
        () -> {
          frame.enlarge(percent);
          return "";
        });
    robot.waitForIdle();
  }

  private void click(Component at, int percent) throws Exception {
    clickAt(at, Pictures.onScreen(() -> new Point(at.getWidth() / 2, at.getHeight() / 2)), percent);
  }

  private void clickAt(Component at, Point inIt, int percent) throws Exception {
    double factor = percent / 100.0;
    Point within =
        Pictures.onScreen(() -> SwingUtilities.convertPoint(at, inIt, frame.getRootPane()));
    robot.mouseMove((int) Math.round(within.x * factor), (int) Math.round(within.y * factor));
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    robot.waitForIdle();
  }

  private void type(String text) {
    text.chars()
        .map(KeyEvent::getExtendedKeyCodeForChar)
        .forEach(
            code -> {
              robot.keyPress(code);
              robot.keyRelease(code);
            });
    robot.waitForIdle();
  }

  private static @Nullable JScrollPane pane(java.awt.Container in) {
    for (Component each : in.getComponents()) {
      if (each instanceof JScrollPane pane) {
        return pane;
      }
      if (each instanceof java.awt.Container inner) {
        JScrollPane found = pane(inner);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The screen when nothing is left to be painted: it does not mend what was painted wrongly. */
  private BufferedImage shown() throws Exception {
    BufferedImage before = robot.createScreenCapture(frame.getBounds());
    while (true) {
      Pictures.onScreen(
          () -> {
            RepaintManager.currentManager(frame).paintDirtyRegions();
            return "";
          });
      robot.waitForIdle();
      BufferedImage now = robot.createScreenCapture(frame.getBounds());
      if (differing(before, now) == 0) {
        return now;
      }
      before = now;
    }
  }

  private static int differing(BufferedImage one, BufferedImage other) {
    int differing = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        differing += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
      }
    }
    return differing;
  }
}
