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
  private final KeyButton giveUp;
  private boolean read = true;
  private Optional<String> told = Optional.empty();
  private Optional<String> awaited = Optional.empty();

  /**
   * @param readOlder what the key does
   * @param cancel gives up what is awaited
   */
  TableFoot(
      String name,
      TableRows<R> rows,
      Formats formats,
      Texts texts,
      Runnable readOlder,
      Runnable cancel) {
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
    giveUp = new KeyButton(KeyButton.Look.PLAIN, "", "", texts.get("cancel"), cancel);
    giveUp.setName(name + ".giveUp");
    giveUp.setVisible(false);
    var keys = new JPanel(new BorderLayout(8, 0));
    keys.setOpaque(false);
    keys.add(giveUp, BorderLayout.LINE_START);
    keys.add(older, BorderLayout.LINE_END);
    add(words, BorderLayout.CENTER);
    add(keys, BorderLayout.LINE_END);
  }

  /**
   * What is awaited, in a word before the others; empty = nothing.
   *
   * @param canBeGivenUp then it offers that
   */
  void awaits(Optional<String> what, boolean canBeGivenUp) {
    awaited = what;
    giveUp.setVisible(canBeGivenUp);
  }

  boolean isAwaiting() {
    return awaited.isPresent();
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

  /** Whether the rows have come: until then nobody knows how many there are. */
  void read(boolean is) {
    read = is;
  }

  void say(List<R> marked) {
    if (!read && rows.size() == 0 && told.isEmpty()) {
      words.say(awaited.map(List::of).orElse(List.of()));
      return;
    }
    boolean some = isChoice(marked);
    List<R> counted = some ? marked : rows.seen();
    List<String> line = new ArrayList<>(List.of(count(some, counted.size())));
    for (Column<R> column : rows.columns()) {
      if (column.summed() && (counted.isEmpty() || TableRows.known(column, counted))) {
        String sum = Cells.text(column.kind(), TableRows.sum(column, counted), formats);
        line.add(column.head() + "  " + sum);
      }
    }
    awaited.ifPresent(word -> line.add(0, word));
    words.say(told.map(List::of).orElse(line));
  }

  private String count(boolean some, int counted) {
    String n = formats.count(counted);
    String all = formats.count(rows.size());
    String key = some ? "marked" : counted < rows.size() ? "rowsOf" : "rows";
    return texts.get(hasOlder() ? key + "Read" : key, Map.of("n", n, "all", all));
  }
}
