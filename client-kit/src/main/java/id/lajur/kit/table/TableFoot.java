package id.lajur.kit.table;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.widget.Flow;
import id.lajur.kit.widget.KeyButton;
import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JPanel;

/** What stands under a table: how many rows, their sums, and the key that reads older ones. */
final class TableFoot<R> extends JPanel {
  private static final int LEAST_MARKED = 2;

  private final TableRows<R> rows;
  private final Formats formats;
  private final Texts texts;
  private final Flow words = new Flow(15);
  private final KeyButton older;
  private Optional<String> told = Optional.empty();

  /**
   * @param readOlder what the key does
   */
  TableFoot(String name, TableRows<R> rows, Formats formats, Texts texts, Runnable readOlder) {
    super(new BorderLayout(8, 0));
    this.rows = rows;
    this.formats = formats;
    this.texts = texts;
    setOpaque(false);
    setBorder(BorderFactory.createEmptyBorder(8, 4, 0, 4));
    words.setName(name + ".foot");
    older = new KeyButton(KeyButton.Look.PLAIN, "Ctrl+O", "ctrl O", texts.get("older"), readOlder);
    older.setName(name + ".older");
    older.setVisible(false);
    add(words, BorderLayout.CENTER);
    add(older, BorderLayout.LINE_END);
  }

  /** Whether older rows were not read: then it says so, and offers them. */
  void older(boolean has) {
    older.setVisible(has);
  }

  boolean hasOlder() {
    return older.isVisible();
  }

  /** One marked row is where one stands, and no choice of rows. */
  static boolean isChoice(List<?> marked) {
    return marked.size() >= LEAST_MARKED;
  }

  /** Says a sentence until the rows change. */
  void tell(String sentence, List<R> marked) {
    told = Optional.of(sentence);
    say(marked);
    told = Optional.empty();
  }

  void say(List<R> marked) {
    boolean some = isChoice(marked);
    List<R> counted = some ? marked : rows.seen();
    List<String> line = new ArrayList<>(List.of(count(some, counted.size())));
    for (Column<R> column : rows.columns()) {
      if (column.summed()) {
        String sum = Cells.text(column.kind(), TableRows.sum(column, counted), formats);
        line.add(column.head() + "  " + sum);
      }
    }
    words.say(told.map(List::of).orElse(line));
  }

  private String count(boolean some, int counted) {
    String n = formats.count(counted);
    String all = formats.count(rows.size());
    String key =
        some ? "marked" : counted < rows.size() ? "rowsOf" : hasOlder() ? "rowsRead" : "rows";
    return texts.get(key, Map.of("n", n, "all", all));
  }
}
