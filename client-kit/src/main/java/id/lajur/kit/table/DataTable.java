package id.lajur.kit.table;

import com.formdev.flatlaf.FlatClientProperties;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.widget.BusyLine;
import java.awt.BorderLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.Timer;
import javax.swing.event.ListSelectionEvent;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableColumnModel;
import org.jspecify.annotations.Nullable;

/**
 * A table that filters as one types, sorts by a click on a head, lets one choose its columns by a
 * right click on it, and remembers both. Enter or a double click opens a row; Ctrl+C copies what is
 * marked, with heads. The foot counts and sums what is filtered, or marked.
 *
 * <p>Made anew when the language changes; rows, filter and order are then given again.
 */
public final class DataTable<R> extends JPanel {
  private static final int WORD_MS = 1_000; // what is quicker needs no word

  private final String name;
  private final TableRows<R> rows;
  private final Formats formats;
  private final Texts texts;

  private final Model model = new Model();
  private final JTable table;
  private final TableColumns<R> columns;
  private final RowHeights<R> heights;
  private final TableHead<R> heads;
  private final TableFilter filter;
  private final TableFoot<R> foot;
  private final Looking<R> looking;
  private final EmptyWords empty = new EmptyWords();
  private final BusyLine busy = new BusyLine();
  private Consumer<R> open = row -> {};
  private Consumer<Optional<R>> choose = row -> {};
  private String whenEmpty;
  private About about;
  private Runnable readOlder = () -> {};
  private boolean read = true;
  private final Timer word = new Timer(WORD_MS, event -> sayAwaited());
  private final List<Runnable> writing = new ArrayList<>(); // what stops the files under way

  /**
   * What the rows are, for whoever files or prints them.
   *
   * @param store whose they are
   * @param period or moment that they tell of, in words; may be empty
   */
  public record About(String title, String store, String period) {}

  /**
   * @param name by which a person's choices are kept
   * @param about what stands over a file of it, and over a paper; see {@link #about(About)}
   */
  public DataTable(
      String name, About about, List<Column<R>> columns, Formats formats, TableChoices choices) {
    super(new BorderLayout());
    this.name = name;
    this.about = about;
    this.rows = new TableRows<>(columns, formats);
    this.formats = formats;
    this.texts = Texts.of(DataTable.class, "table", formats.language());
    this.whenEmpty = texts.get("none");
    this.foot =
        new TableFoot<>(
            name,
            rows,
            formats,
            texts,
            () -> readOlder.run(),
            () -> List.copyOf(writing).forEach(Runnable::run));
    this.looking = new Looking<>(rows, this::see, is -> awaits());
    word.setRepeats(false);
    this.filter =
        new TableFilter(name, texts, this::filtered, () -> table().requestFocusInWindow());
    this.table = new Fitting();
    this.columns = new TableColumns<>(table, rows.columns());
    this.heights = new RowHeights<>(table, rows, formats);
    this.heads =
        new TableHead<>(
            table, rows, this.columns, texts, chosen -> choices.keep(name, chosen), looking::anew);
    table.setName(name);
    table.setAutoCreateColumnsFromModel(false);
    table.setFillsViewportHeight(true);
    table.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
    table.setDefaultRenderer(Object.class, new CellRenderer(formats, this::column));
    table.setTransferHandler(new RowsCopied<>(this::markedOrAll, this::shownColumns, formats));
    Optional<Chosen> chosen = choices.of(name).flatMap(Chosen::read);
    this.columns.arrange(chosen);
    rows.order(chosen.flatMap(Chosen::order));
    put();
    listen();
    say();
  }

  private void put() {
    setOpaque(false);
    add(filter, BorderLayout.NORTH);
    var scroll = new JScrollPane(table);
    scroll.putClientProperty(
        FlatClientProperties.STYLE, "borderColor: $Lajur.line; focusedBorderColor: $Lajur.line");
    scroll.getVerticalScrollBar().setUnitIncrement(36);
    empty.setName(name + ".empty");
    var body = new JPanel(new BorderLayout());
    body.setOpaque(false);
    body.add(busy, BorderLayout.NORTH);
    var layers = new EmptyOver(scroll, empty);
    body.add(layers, BorderLayout.CENTER);
    add(body, BorderLayout.CENTER);
    add(foot, BorderLayout.SOUTH);
  }

  private void listen() {
    filter.listen(this::intoTheRows);
    TableKeys.on(table, "ENTER", TableKeys.action(this::openChosen));
    TableKeys.on(table, "ESCAPE", filter.emptying());
    TableKeys.anywhere(this, "ctrl E", this::export);
    TableKeys.anywhere(this, "ctrl P", this::print);
    table.addKeyListener(
        new KeyAdapter() {
          @Override
          public void keyTyped(KeyEvent event) {
            filter.typedOver(event);
          }
        });
    table.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            if (event.getClickCount() == 2 && event.getButton() == MouseEvent.BUTTON1) {
              openChosen();
            }
          }
        });
    heads.listen();
    table
        .getParent()
        .addComponentListener(
            new ComponentAdapter() {
              @Override
              public void componentResized(ComponentEvent event) {
                columns.fit();
              }
            });
    table.getSelectionModel().addListSelectionListener(this::selected);
  }

  private void filtered(String text) {
    rows.filter(text);
    looking.anew();
  }

  private void intoTheRows() {
    if (!rows.seen().isEmpty()) {
      if (table.getSelectedRow() < 0) {
        table.setRowSelectionInterval(0, 0);
      }
      table.requestFocusInWindow();
    }
  }

  private void openChosen() {
    chosen().ifPresent(open);
  }

  private void selected(ListSelectionEvent event) {
    if (!event.getValueIsAdjusting()) {
      choose.accept(chosen());
      say();
    }
  }

  /**
   * What the rows are from now on: the title of what is exported (Ctrl+E) or printed (Ctrl+P).
   * Under another title nothing is filtered until somebody types anew.
   */
  public void about(About what) {
    boolean other = !what.title().equals(about.title());
    about = what;
    if (other) {
      filter.text("");
    }
  }

  /** What the rows are. */
  public About about() {
    return about;
  }

  private void export() {
    files().export(document(), formats, about.title());
  }

  private void print() {
    files().print(document(), formats);
  }

  TableFiles files() {
    return new TableFiles(this, texts, new Files(), TableFiles.BESIDE);
  }

  final class Files implements TableFiles.Told {
    @Override
    public void writes(Runnable stop) {
      writing.add(stop);
      awaits();
    }

    @Override
    public void ended(Runnable stop, String sentence) {
      writing.remove(stop);
      awaits();
      tell(sentence);
    }
  }

  /** The table as it is seen now, or what is marked of it. */
  public TabularDocument document() {
    List<String> notes = new ArrayList<>();
    if (!rows.filter().isBlank()) {
      notes.add("\"" + rows.filter().strip() + "\"");
    }
    if (foot.hasOlder()) {
      notes.add(texts.get("rowsRead", Map.of("n", formats.count(rows.size()))));
    }
    return TableDocument.of(about, notes, shownColumns(), markedOrSeen());
  }

  /** Says a sentence at the table's foot until the rows change; on the event thread. */
  public void tell(String what) {
    foot.tell(what, marked());
  }

  /** What reads older rows than those that are here; offered while there are some. */
  public void onOlder(Runnable read) {
    readOlder = read;
  }

  /** Whether there are older rows that were not read: the foot, and a file of it, say so. */
  public void older(boolean has) {
    foot.older(has);
    say();
  }

  /** What is told when a row is opened. */
  public void onOpen(Consumer<R> told) {
    open = told;
  }

  /** What is told when another row is marked. */
  public void onChoose(Consumer<Optional<R>> told) {
    choose = told;
  }

  /** What an empty table says: a sentence, and the key that fills it. */
  public void whenEmpty(String sentence) {
    whenEmpty = sentence;
    say();
  }

  /** Puts something beside the filter: a date, a choice. */
  public void beside(JComponent component) {
    filter.add(component, BorderLayout.CENTER);
  }

  /** The filter takes no room until somebody types over the rows: for few rows, or little room. */
  public void filterOnTyping() {
    filter.seenOnTyping();
  }

  private void awaits() {
    boolean is = !writing.isEmpty() || looking.isLooking();
    busy.busy(is);
    if (!is) {
      word.stop();
      if (foot.isAwaiting()) {
        foot.awaits(Optional.empty(), false);
        say();
      }
    } else if (foot.isAwaiting()) {
      sayAwaited();
    } else if (!word.isRunning()) {
      word.start();
    }
  }

  /** It has taken a second: a word says so, and a key gives up what can be given up. */
  void sayAwaited() {
    boolean files = !writing.isEmpty();
    foot.awaits(Optional.of(texts.get(files ? "writing" : "working")), files);
    say();
  }

  @Override
  public void removeNotify() {
    word.stop();
    super.removeNotify();
  }

  /** Whether the rows have come: until then an empty table does not say that there are none. */
  public void read(boolean is) {
    if (read != is) {
      read = is;
      foot.read(is);
      say();
    }
  }

  /** Whether the rows are those that have come, so that an empty table has none. */
  public boolean isRead() {
    return read;
  }

  /** Whether what was typed or clicked is not seen yet, as the rows are many. */
  public boolean isLooking() {
    return looking.isLooking();
  }

  /** Shows these rows; the marked one stays marked where it is among them ({@code equals}). */
  public void rows(List<R> fresh) {
    rows.set(fresh);
    looking.anew();
  }

  private void see(List<R> found) {
    Optional<R> before = chosen();
    rows.see(found);
    model.fireTableDataChanged();
    heights.fit();
    before.ifPresent(
        row -> {
          int at = rows.seen().indexOf(row);
          if (at >= 0) {
            table.setRowSelectionInterval(at, at);
          }
        });
    say();
  }

  /** The rows that are seen, in their order. */
  public List<R> seen() {
    return List.copyOf(rows.seen());
  }

  /** The row that is marked first. */
  public Optional<R> chosen() {
    int at = table.getSelectedRow();
    return at < 0 || at >= rows.seen().size() ? Optional.empty() : Optional.of(rows.seen().get(at));
  }

  /** Marks a row, and shows it. */
  public void choose(int at) {
    if (at >= 0 && at < rows.seen().size()) {
      table.setRowSelectionInterval(at, at);
      table.scrollRectToVisible(table.getCellRect(at, 0, true));
    }
  }

  /** The rows that are marked. */
  public List<R> marked() {
    List<R> seen = rows.seen();
    List<R> marked = new ArrayList<>();
    for (int at : table.getSelectedRows()) {
      if (at < seen.size()) {
        marked.add(seen.get(at));
      }
    }
    return marked;
  }

  private List<R> markedOrAll() {
    List<R> marked = marked();
    return marked.isEmpty() ? rows.seen() : marked;
  }

  /** One marked row is where one stands, and no choice of rows. */
  private List<R> markedOrSeen() {
    List<R> marked = marked();
    return TableFoot.isChoice(marked) ? marked : rows.seen();
  }

  /** What is typed into the filter. */
  public void filter(String text) {
    filter.text(text);
  }

  /** The columns that are wanted, from left to right, whether there is room for them or not. */
  public List<Column<R>> shownColumns() {
    columns.chosen();
    return columns.wanted();
  }

  /** Columns never get narrower than they are: rather the table scrolls sideways. */
  public void scrollSideways() {
    columns.scroll();
  }

  /** The table itself, for whoever needs its keys or its focus. */
  public JTable table() {
    return table;
  }

  private Column<R> column(int modelIndex) {
    return rows.columns().get(modelIndex);
  }

  private void say() {
    foot.say(marked());
    boolean filteredAway = rows.size() > 0 && rows.seen().isEmpty();
    empty.setText(filteredAway ? noneFiltered() : rows.size() == 0 && read ? whenEmpty : "");
    empty.setVisible(rows.seen().isEmpty());
  }

  /** What is looked for may stand among the older rows, that nobody has read yet. */
  private String noneFiltered() {
    return texts.get(
        foot.hasOlder() ? "noneFilteredRead" : "noneFiltered",
        Map.of("text", rows.filter(), "n", formats.count(rows.size())));
  }

  /** Lays its columns out in the room that it has. */
  private final class Fitting extends JTable {
    Fitting() {
      super(model, new DefaultTableColumnModel());
    }

    @Override
    public void doLayout() {
      columns.fit();
      super.doLayout();
      heights.fit();
    }
  }

  private final class Model extends AbstractTableModel {
    @Override
    public int getRowCount() {
      return rows.seen().size();
    }

    @Override
    public int getColumnCount() {
      return rows.columns().size();
    }

    @Override
    public @Nullable Object getValueAt(int row, int column) {
      return column(column).value().apply(rows.seen().get(row));
    }
  }
}
