package id.lajur.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cells whose words go on in the next line. */
@CacioTest
class WrappedCellsWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final Formats FORMATS =
      new Formats(Language.ENGLISH, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));
  private static final String LONG = "Jl. Kaliurang KM 5 No. 12, Caturtunggal, Sleman";
  private static final int ROW = 36;

  private final JFrame frame = new JFrame();
  private final AtomicReference<@Nullable DataTable<String>> shown = new AtomicReference<>();

  private DataTable<String> open(boolean wraps, List<String> rows) throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          Theme.LIGHT.install();
          Column<String> value = Column.text("value", "Value", 200, row -> row);
          var made =
              new DataTable<>(
                  "values",
                  new DataTable.About("Values", "Lajur", ""),
                  List.of(wraps ? value.wrapping() : value),
                  FORMATS,
                  TableChoices.NONE);
          made.rows(rows);
          frame.setUndecorated(true);
          frame.setContentPane(made);
          frame.setSize(260, 400);
          frame.setVisible(true);
          shown.set(made);
        });
    settle();
    return Objects.requireNonNull(shown.get());
  }

  private static void settle() throws Exception {
    for (int round = 0; round < 3; round++) {
      SwingUtilities.invokeAndWait(() -> {});
    }
  }

  @AfterEach
  void close() throws Exception {
    SwingUtilities.invokeAndWait(frame::dispose);
  }

  private static List<Integer> heights(JTable table) {
    return IntStream.range(0, table.getRowCount()).map(table::getRowHeight).boxed().toList();
  }

  private static @Nullable String tip(JTable table, int row) {
    return ((JComponent) table.prepareRenderer(table.getCellRenderer(row, 0), row, 0))
        .getToolTipText();
  }

  @Test
  void aRowIsAsHighAsItsWordsNeedAndNoHigher() throws Exception {
    JTable table = open(true, List.of("Toko Lajur", LONG)).table();

    assertThat(heights(table)).containsExactly(ROW, ROW + CellRenderer.LINE);
    assertThat(tip(table, 1)).as("all of it is there").isNull();

    SwingUtilities.invokeAndWait(
        () -> {
          frame.setSize(900, 400);
          frame.validate();
        });
    settle();
    assertThat(heights(table)).containsExactly(ROW, ROW);
  }

  @Test
  void theHeightGoesWithItsRowWhereOthersAreFilteredAway() throws Exception {
    DataTable<String> table = open(true, List.of("Toko Lajur", LONG));

    SwingUtilities.invokeAndWait(() -> table.filter("sleman"));
    settle();

    assertThat(table.seen()).containsExactly(LONG);
    assertThat(heights(table.table())).containsExactly(ROW + CellRenderer.LINE);
  }

  @Test
  void aVeryLongTextIsCutAfterSomeLinesAndReadInFullUnderThePointer() throws Exception {
    String long40 =
        IntStream.range(0, 40).mapToObj(n -> "kata" + n).collect(Collectors.joining(" "));

    JTable table = open(true, List.of(long40)).table();

    assertThat(heights(table)).containsExactly(ROW + 4 * CellRenderer.LINE);
    assertThat(tip(table, 0)).isEqualTo(long40);
  }

  @Test
  void otherColumnsAreCutAsBefore() throws Exception {
    JTable table = open(false, List.of("Toko Lajur", LONG)).table();

    assertThat(heights(table)).containsExactly(ROW, ROW);
    assertThat(tip(table, 1)).isEqualTo(LONG);
  }
}
