package id.lajur.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;
import javax.swing.table.TableColumn;
import org.junit.jupiter.api.Test;

/** A table of 560 px: 200 of words that stay, and figures that wait in their turn. */
class TableColumnsTest {
  private static final List<Column<String>> ALL =
      List.of(
          Column.<String>text("name", "Name", 200, row -> row),
          Column.<String>of("by", "By", Kind.COUNT, 120, row -> 0L).yielding(2),
          Column.<String>of("total", "Total", Kind.MONEY, 124, row -> 0L),
          Column.<String>of("at", "At", Kind.COUNT, 116, row -> 0L).yielding(1),
          Column.<String>of("cost", "Cost", Kind.COUNT, 80, row -> 0L).atFirstHidden());

  private final JTable table = new JTable(new DefaultTableModel(0, ALL.size()));
  private final TableColumns<String> columns = new TableColumns<>(table, ALL);

  private List<String> seen(int room) {
    table.setSize(room, 300);
    columns.fit();
    return IntStream.range(0, table.getColumnCount())
        .mapToObj(at -> ALL.get(table.getColumnModel().getColumn(at).getModelIndex()).key())
        .toList();
  }

  @Test
  void whatCanBeDoneWithoutWaitsInItsTurnAndComesBackToItsPlace() {
    columns.arrange(Optional.empty());

    assertThat(seen(560)).containsExactly("name", "by", "total", "at");
    assertThat(seen(530)).containsExactly("name", "by", "total", "at"); // words are cut before
    assertThat(seen(500)).containsExactly("name", "by", "total");
    assertThat(seen(300)).containsExactly("name", "total");
    assertThat(seen(100)).containsExactly("name", "total");
    assertThat(seen(560)).containsExactly("name", "by", "total", "at");
  }

  @Test
  void whatWaitsIsWantedStillAndRemembered() {
    columns.arrange(Optional.empty());
    assertThat(seen(300)).containsExactly("name", "total");

    assertThat(columns.wanted())
        .extracting(Column::key)
        .containsExactly("name", "by", "total", "at");
    assertThat(columns.chosen())
        .containsExactly(
            new Chosen.Shown("name", 200, false),
            new Chosen.Shown("by", 120, false),
            new Chosen.Shown("total", 124, false),
            new Chosen.Shown("at", 116, false));
  }

  @Test
  void aColumnThatIsMovedInANarrowTableStandsThereInAWideOne() {
    columns.arrange(Optional.empty());
    assertThat(seen(500)).containsExactly("name", "by", "total");

    table.getColumnModel().moveColumn(2, 0);

    assertThat(seen(560)).containsExactly("total", "at", "name", "by");
  }

  @Test
  void whatSomebodyAsksForStays() {
    columns.arrange(Optional.empty());
    assertThat(seen(300)).containsExactly("name", "total");

    columns.show(ALL.get(3), true);
    assertThat(seen(300)).containsExactly("name", "total", "at");

    var again = new TableColumns<>(table, ALL);
    again.arrange(Chosen.read(new Chosen(columns.chosen(), Optional.empty()).write()));
    again.fit();
    assertThat(again.isSeen(ALL.get(3))).isTrue();
    assertThat(again.isSeen(ALL.get(1))).isFalse();
  }

  @Test
  void theLastColumnStays() {
    columns.arrange(Chosen.read("name:90;"));

    columns.show(ALL.get(0), false);

    assertThat(seen(500)).containsExactly("name");
  }

  @Test
  void aTableThatScrollsSidewaysCutsNothing() {
    columns.arrange(Optional.empty());
    columns.scroll();

    assertThat(seen(530)).containsExactly("name", "by", "total");
    assertThat(table.getAutoResizeMode()).isEqualTo(JTable.AUTO_RESIZE_SUBSEQUENT_COLUMNS);
    assertThat(seen(300)).containsExactly("name", "total");
    assertThat(table.getAutoResizeMode()).isEqualTo(JTable.AUTO_RESIZE_OFF);
  }

  @Test
  void whileOneIsDraggedNoneComesBackOrWaits() {
    columns.arrange(Optional.empty());
    assertThat(seen(500)).containsExactly("name", "by", "total");
    TableColumn by = table.getColumnModel().getColumn(1);

    table.getTableHeader().setResizingColumn(by);
    assertThat(seen(560)).containsExactly("name", "by", "total");
    assertThat(table.getColumnModel().getColumn(1)).as("still in the hand").isSameAs(by);
    table.getTableHeader().setResizingColumn(null);
    table.getTableHeader().setDraggedColumn(by);
    assertThat(seen(300)).containsExactly("name", "by", "total");
    table.getTableHeader().setDraggedColumn(null);

    assertThat(seen(300)).containsExactly("name", "total");
  }
}
