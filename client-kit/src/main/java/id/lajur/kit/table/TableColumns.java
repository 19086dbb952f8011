package id.lajur.kit.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableColumn;
import javax.swing.table.TableColumnModel;

/**
 * The columns that somebody wants to see, in their order and width. In a table that is too narrow
 * for them all, words are cut a little, and then columns wait that can be done without; they are
 * back as soon as there is room. One that somebody has asked for by name never waits.
 */
final class TableColumns<R> {
  private static final int LEAST = 40;
  private static final int LEAST_MONEY = 124;
  private static final double WORDS_CUT =
      0.82; // of its width is what a column of words can do with

  private final JTable table;
  private final List<Column<R>> all;
  private final List<Chosen.Shown> wanted = new ArrayList<>();
  private Set<String> waiting = Set.of();
  private boolean scrolls;
  private boolean arranging;

  TableColumns(JTable table, List<Column<R>> all) {
    this.table = table;
    this.all = all;
  }

  /** As they were chosen; a column that is new since then stands as it is at first. */
  void arrange(Optional<Chosen> chosen) {
    wanted.clear();
    chosen.ifPresent(
        kept -> kept.columns().stream().filter(one -> of(one).isPresent()).forEach(wanted::add));
    if (wanted.isEmpty()) {
      all.stream()
          .filter(Column::shown)
          .map(column -> new Chosen.Shown(column.key(), column.width(), false))
          .forEach(wanted::add);
    }
    put();
  }

  /** Columns never get narrower than they are: rather the table scrolls sideways. */
  void scroll() {
    scrolls = true;
  }

  /** Whether it is this that moves the columns now, and nobody at the screen. */
  boolean isArranging() {
    return arranging;
  }

  /** The columns that are wanted, whether there is room for them or not. */
  List<Column<R>> wanted() {
    return wanted.stream().flatMap(one -> of(one).stream()).toList();
  }

  boolean isSeen(Column<R> column) {
    return !waiting.contains(column.key())
        && wanted.stream().anyMatch(one -> one.key().equals(column.key()));
  }

  /** What is to be remembered of them. */
  List<Chosen.Shown> chosen() {
    gather();
    return List.copyOf(wanted);
  }

  /** Shows one that somebody asks for, or takes it away; the last one stays. */
  void show(Column<R> column, boolean show) {
    gather();
    int at = indexOf(column.key());
    if (show && at >= 0) {
      wanted.set(at, new Chosen.Shown(column.key(), wanted.get(at).width(), true));
    } else if (show) {
      wanted.add(new Chosen.Shown(column.key(), column.width(), true));
    } else if (wanted.size() > 1) {
      wanted.remove(at);
    }
    waiting = waiting(room());
    put();
  }

  private int room() {
    return table.getParent() == null ? table.getWidth() : table.getParent().getWidth();
  }

  /**
   * Has columns wait, or come back, for the room that there is now; not while one is dragged, which
   * would be taken out of the hand that drags it.
   */
  void fit() {
    int room = room();
    if (room <= 0 || isDragged()) {
      return;
    }
    Set<String> now = waiting(room);
    if (!now.equals(waiting)) {
      gather();
      waiting = now;
      put();
    }
    int mode =
        scrolls && wide(now) > room
            ? JTable.AUTO_RESIZE_OFF
            : JTable.AUTO_RESIZE_SUBSEQUENT_COLUMNS;
    if (table.getAutoResizeMode() != mode) {
      table.setAutoResizeMode(mode);
      SwingUtilities.invokeLater(table::revalidate); // what is asked for during a layout is lost
    }
  }

  private boolean isDragged() {
    JTableHeader head = table.getTableHeader();
    return head.getResizingColumn() != null || head.getDraggedColumn() != null;
  }

  private Set<String> waiting(int room) {
    List<Column<R>> shown = new ArrayList<>(wanted());
    List<Column<R>> yielding =
        shown.stream()
            .filter(column -> column.yields() > 0)
            .filter(column -> !wanted.get(indexOf(column.key())).insisted())
            .sorted(Comparator.comparingInt(Column::yields))
            .toList();
    for (Column<R> next : yielding) {
      if (least(shown) <= room) {
        break;
      }
      shown.remove(next);
    }
    return wanted().stream()
        .filter(column -> !shown.contains(column))
        .map(Column::key)
        .collect(Collectors.toSet());
  }

  private double least(List<Column<R>> shown) {
    return shown.stream()
        .mapToDouble(
            column ->
                wanted.get(indexOf(column.key())).width()
                    * (column.kind() == Kind.TEXT && !scrolls ? WORDS_CUT : 1))
        .sum();
  }

  private int wide(Set<String> without) {
    return wanted.stream()
        .filter(one -> !without.contains(one.key()))
        .mapToInt(Chosen.Shown::width)
        .sum();
  }

  /** Takes order and widths from the screen; what waits stays behind what it stood behind. */
  private void gather() {
    TableColumnModel seen = table.getColumnModel();
    boolean dragged = table.getTableHeader().getResizingColumn() != null;
    List<Chosen.Shown> now = new ArrayList<>();
    for (int at = 0; at < seen.getColumnCount(); at++) {
      TableColumn each = seen.getColumn(at);
      Chosen.Shown before = wanted.get(indexOf(all.get(each.getModelIndex()).key()));
      int width = dragged ? each.getWidth() : before.width();
      now.add(new Chosen.Shown(before.key(), width, before.insisted()));
    }
    for (int at = 0; at < wanted.size(); at++) {
      Chosen.Shown one = wanted.get(at);
      if (waiting.contains(one.key())) {
        String behind = at == 0 ? "" : wanted.get(at - 1).key();
        now.add(1 + indexOf(now, behind), one);
      }
    }
    wanted.clear();
    wanted.addAll(now);
  }

  private void put() {
    arranging = true;
    TableColumnModel seen = table.getColumnModel();
    while (seen.getColumnCount() > 0) {
      seen.removeColumn(seen.getColumn(0));
    }
    for (Chosen.Shown one : wanted) {
      if (!waiting.contains(one.key())) {
        of(one).ifPresent(column -> seen.addColumn(made(column, one.width())));
      }
    }
    arranging = false;
  }

  private TableColumn made(Column<R> column, int width) {
    var made = new TableColumn(all.indexOf(column), width);
    made.setHeaderValue(column.head());
    // In a narrow window the words give way first: an amount has room for tens of millions.
    int least =
        switch (column.kind()) {
          case MONEY -> LEAST_MONEY;
          case CODE -> width;
          default -> LEAST;
        };
    made.setMinWidth(Math.min(least, width));
    return made;
  }

  private Optional<Column<R>> of(Chosen.Shown one) {
    return all.stream().filter(column -> column.key().equals(one.key())).findFirst();
  }

  private int indexOf(String key) {
    return indexOf(wanted, key);
  }

  private static int indexOf(List<Chosen.Shown> among, String key) {
    for (int at = 0; at < among.size(); at++) {
      if (among.get(at).key().equals(key)) {
        return at;
      }
    }
    return -1;
  }
}
