package id.lajur.backoffice.report;

import id.lajur.kit.document.Column;
import id.lajur.kit.document.Line;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.table.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as somebody prints or files it. */
final class ReportDocument {
  private final ReportWords words;
  private final ReportTable table;
  private final List<ReportColumn> columns;

  /**
   * @param columns that stand on it
   */
  ReportDocument(ReportWords words, ReportTable table, List<ReportColumn> columns) {
    this.words = words;
    this.table = table;
    this.columns = List.copyOf(columns);
  }

  /**
   * @param narrowed what the report is narrowed to, in words, each a line of its own
   */
  TabularDocument of(String title, String store, String period, List<String> narrowed) {
    List<String> notes = new ArrayList<>(narrowed);
    table.notes().forEach(note -> notes.add(words.note(note)));
    return new TabularDocument(
        title,
        store,
        period,
        notes,
        columns.stream()
            .map(column -> new Column(words.head(column), kind(column.kind())))
            .toList(),
        this::lines);
  }

  private Iterator<Line> lines() {
    Stream<Line> rows = table.rows().stream().map(row -> new Line(Line.Rank.ROW, cells(row)));
    List<@Nullable Object> sums = cells(table.sums());
    sums.set(0, words.get("document.total"));
    return Stream.concat(rows, Stream.of(new Line(Line.Rank.TOTAL, sums))).iterator();
  }

  private List<@Nullable Object> cells(ReportRow row) {
    List<@Nullable Object> cells = new ArrayList<>(columns.size());
    for (ReportColumn column : columns) {
      Object cell = row.cells().get(table.kind().columns().indexOf(column));
      cells.add(words.cell(column, cell));
    }
    return cells;
  }

  private static Column.Kind kind(Kind kind) {
    return switch (kind) {
      case TEXT, CODE, TAG -> Column.Kind.TEXT;
      case MONEY -> Column.Kind.MONEY;
      case QUANTITY -> Column.Kind.QUANTITY;
      case COUNT -> Column.Kind.COUNT;
      case PERCENT -> Column.Kind.PERCENT;
      case DATE -> Column.Kind.DATE;
      case MOMENT -> Column.Kind.MOMENT;
    };
  }

  /** A name for its file: "penjualan-per-barang 2026-11-01 2026-11-29.pdf". */
  static String fileName(String title, ReportQuery query, String suffix) {
    String name = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    String dates =
        query.from().equals(query.to()) ? "" + query.to() : query.from() + " " + query.to();
    return name.replaceAll("^-|-$", "") + " " + dates + "." + suffix;
  }
}
