package id.lajur.kit.table;

import id.lajur.kit.i18n.Texts;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.event.ChangeEvent;
import javax.swing.event.ListSelectionEvent;
import javax.swing.event.TableColumnModelEvent;
import javax.swing.event.TableColumnModelListener;

/**
 * The heads of a table's columns: a click sorts, a right click tells which columns are seen, and a
 * drag moves or widens them. What was chosen so is kept.
 */
final class TableHead<R> {
  private final JTable table;
  private final TableRows<R> rows;
  private final TableColumns<R> columns;
  private final Texts texts;
  private final Consumer<String> keep;
  private final Runnable sorted;

  /**
   * @param keep is told what was chosen, as {@link Chosen} writes it
   * @param sorted is told that the rows have another order
   */
  TableHead(
      JTable table,
      TableRows<R> rows,
      TableColumns<R> columns,
      Texts texts,
      Consumer<String> keep,
      Runnable sorted) {
    this.table = table;
    this.rows = rows;
    this.columns = columns;
    this.texts = texts;
    this.keep = keep;
    this.sorted = sorted;
    table.getTableHeader().setReorderingAllowed(true);
    table.getTableHeader().setDefaultRenderer(new HeadRenderer(this::column, rows::order));
  }

  /** Begins to hear what is clicked and dragged, once the columns are arranged. */
  void listen() {
    table.getTableHeader().addMouseListener(new Mouse());
    table.getColumnModel().addColumnModelListener(new Remember());
  }

  private Column<R> column(int modelIndex) {
    return rows.columns().get(modelIndex);
  }

  private void remember() {
    if (!columns.isArranging()) {
      keep.accept(new Chosen(columns.chosen(), rows.order()).write());
    }
  }

  /** Up, down, and as the rows came. */
  private void sortBy(Column<R> column) {
    Optional<TableRows.Order> now = rows.order().filter(by -> by.column().equals(column.key()));
    Optional<TableRows.Order> next =
        now.isEmpty()
            ? Optional.of(new TableRows.Order(column.key(), false))
            : now.get().descending()
                ? Optional.empty()
                : Optional.of(new TableRows.Order(column.key(), true));
    rows.order(next);
    sorted.run();
    table.getTableHeader().repaint();
    remember();
  }

  private JPopupMenu columnMenu() {
    var menu = new JPopupMenu(texts.get("columns"));
    for (Column<R> column : rows.columns()) {
      var choice = new JCheckBoxMenuItem(column.head(), columns.isSeen(column));
      choice.addActionListener(
          event -> {
            columns.show(column, choice.isSelected());
            remember();
          });
      menu.add(choice);
    }
    return menu;
  }

  private final class Mouse extends MouseAdapter {
    @Override
    public void mouseClicked(MouseEvent event) {
      int at = table.columnAtPoint(event.getPoint());
      if (event.getButton() == MouseEvent.BUTTON1 && at >= 0) {
        sortBy(column(table.getColumnModel().getColumn(at).getModelIndex()));
      }
    }

    @Override
    public void mousePressed(MouseEvent event) {
      popUp(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      SwingUtilities.invokeLater(columns::fit); // once the head has let go of what was dragged
      popUp(event);
    }

    private void popUp(MouseEvent event) {
      if (event.isPopupTrigger()) {
        columnMenu().show(table.getTableHeader(), event.getX(), event.getY());
      }
    }
  }

  private final class Remember implements TableColumnModelListener {
    @Override
    public void columnAdded(TableColumnModelEvent event) {}

    @Override
    public void columnRemoved(TableColumnModelEvent event) {}

    @Override
    public void columnMoved(TableColumnModelEvent event) {
      if (event.getFromIndex() != event.getToIndex()) {
        remember();
      }
    }

    @Override
    public void columnMarginChanged(ChangeEvent event) {
      if (table.getTableHeader().getResizingColumn() != null) {
        remember();
      }
    }

    @Override
    public void columnSelectionChanged(ListSelectionEvent event) {}
  }
}
