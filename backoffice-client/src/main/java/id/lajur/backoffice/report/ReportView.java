package id.lajur.backoffice.report;

import id.lajur.backoffice.form.KeyBar;
import id.lajur.backoffice.shell.Refusals;
import id.lajur.kit.document.FileKind;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Surface;
import id.lajur.kit.widget.Tag;
import java.awt.BorderLayout;
import java.awt.Component;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Reports on screen: their list, when and of what, the table, its sums, and what can be saved. */
final class ReportView extends JPanel {
  private final ReportPresenter presenter;
  private final Formats formats;
  private final ReportWords words;
  private final String store;
  private final TableChoices choices;
  private final BiFunction<Component, String, Optional<Path>> whereTo;

  private final KindList kinds;
  private final PeriodBar period;
  private final JLabel title = new JLabel();
  private final JLabel ofWhen = new JLabel();
  private final MessageLine note = new MessageLine();
  private final KeyButton back;
  private final JPanel holder = new JPanel(new BorderLayout());
  private final MessageLine message = new MessageLine();
  private final TotalsStrip totals;
  private final KeyButton excel;
  private final KeyButton pdf;
  private @Nullable DataTable<ReportRow> table;
  private ReportState.@Nullable Read shown;

  /**
   * @param whereTo asks for a file, given a name for it; empty = nowhere
   */
  ReportView(
      ReportPresenter presenter,
      Formats formats,
      String store,
      TableChoices choices,
      BiFunction<Component, String, Optional<Path>> whereTo) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.words = new ReportWords(formats);
    this.store = store;
    this.choices = choices;
    this.whereTo = whereTo;
    this.kinds = new KindList(presenter.state().kinds(), words, presenter::choose);
    this.period = new PeriodBar(presenter, words, formats);
    this.back = plain("Esc", "ESCAPE", "key.back", presenter::back);
    this.totals = new TotalsStrip(words, formats);
    this.excel = KeyButton.f(8, words.get("key.excel"), () -> save(FileKind.XLSX));
    this.pdf = KeyButton.main("F9", "F9", words.get("key.pdf"), () -> save(FileKind.PDF));
    setOpaque(false);
    pdf.setName("report.pdf");
    back.setVisible(false); // nothing is open yet that it could leave
    add(body(), BorderLayout.CENTER);
    add(bar(), BorderLayout.SOUTH);
    presenter.shownBy(this::show);
  }

  private KeyButton plain(String cap, String stroke, String key, Runnable act) {
    return new KeyButton(KeyButton.Look.PLAIN, cap, stroke, words.get(key), act);
  }

  private JPanel body() {
    var body = new JPanel(new MigLayout("insets 12 16 12 16, gap 12", "[][grow]", "[][grow]"));
    body.setOpaque(false);
    if (presenter.state().kinds().size() > 1) {
      var list = new Surface(new BorderLayout());
      list.setBorder(BorderFactory.createEmptyBorder(4, 1, 8, 1));
      var scroll =
          new JScrollPane(
              kinds,
              ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
              ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
      scroll.setBorder(BorderFactory.createEmptyBorder());
      scroll.setOpaque(false);
      scroll.getViewport().setOpaque(false);
      list.add(scroll);
      body.add(list, "cell 0 0 1 2, grow, w 176:15%:220");
    }
    var when = new Surface(new BorderLayout());
    when.add(period);
    body.add(when, "cell 1 0, growx, wmin 0");
    body.add(report(), "cell 1 1, grow, wmin 0");
    return body;
  }

  private JPanel report() {
    var report =
        new Surface(
            new MigLayout(
                "insets 14 16 12 16, gapx 12, gapy 6, hidemode 3", "[grow]", "[36!][][][grow]"));
    title.setFont(Fonts.semiBold(19));
    title.setName("report.title");
    ofWhen.setFont(Fonts.regular(16));
    ofWhen.setForeground(Token.INK2.color());
    note.setName("report.note");
    message.setName("report.message");
    holder.setOpaque(false);
    var top = new JPanel(new MigLayout("insets 0, gapx 12, hidemode 3", "[][grow][]", "[36!]"));
    top.setOpaque(false);
    top.add(title, "wmin 0");
    top.add(ofWhen, "");
    top.add(back, "h 36!");
    report.add(top, "cell 0 0, growx, wmin 0");
    report.add(note, "cell 0 1, growx, wmin 0, h pref!");
    report.add(message, "cell 0 2, growx, wmin 0, h pref!");
    report.add(holder, "cell 0 3, grow, wmin 0, hmin 0");
    return report;
  }

  private JPanel bar() {
    var bar = new KeyBar("[][][grow][]");
    bar.add(KeyButton.f(5, words.get("key.reload"), presenter::reload));
    bar.add(excel);
    bar.add(totals, "grow, wmin 0, gapright 16");
    bar.main(pdf);
    return bar;
  }

  /** Shows a state. */
  void show(ReportState state) {
    kinds.show(state.kind());
    period.show(state);
    ReportState.Read read = state.read();
    if (read != null && !read.equals(shown)) {
      put(read);
    }
    // What was asked for last is not known then; rows that were read before stay as they are.
    boolean refused = state.message().filter(said -> said.refusal() != null).isPresent();
    if (table != null) {
      table.read(!refused);
    }
    boolean known = read != null && !(refused && read.table().rows().isEmpty());
    totals.known(known);
    excel.setEnabled(known);
    pdf.setEnabled(known);
    say(state.message());
  }

  private void put(ReportState.Read read) {
    ReportTable report = read.table();
    DataTable<ReportRow> rows = table;
    if (rows == null || shown == null || shown.table().kind() != report.kind()) {
      rows = table(report.kind(), about(read));
      table = rows;
      holder.removeAll();
      holder.add(rows);
      holder.validate();
      holder.repaint();
    }
    shown = read;
    rows.rows(report.rows());
    rows.about(about(read));
    title.setText(titleOf(read));
    ofWhen.setText(words.period(read.query(), report));
    note.say(
        String.join(" ", report.notes().stream().map(words::note).toList()), "", Tag.Tone.INFO);
    back.setVisible(report.kind() == ReportKind.ITEM_DAYS);
    totals.show(report, presenter.seesCost());
  }

  private DataTable.About about(ReportState.Read read) {
    return new DataTable.About(titleOf(read), store, words.period(read.query(), read.table()));
  }

  private String titleOf(ReportState.Read read) {
    String report = words.title(read.table().kind());
    return read.itemName().isEmpty()
        ? report
        : words.get("behind", Map.of("report", report, "item", read.itemName()));
  }

  private DataTable<ReportRow> table(ReportKind kind, DataTable.About about) {
    List<Column<ReportRow>> columns = new ArrayList<>();
    for (ReportColumn column : kind.columns(presenter.seesCost())) {
      int at = kind.columns().indexOf(column);
      columns.add(
          new Column<>(
              column.key(),
              words.head(column),
              column.kind(),
              column.width(),
              row -> words.cell(column, row.cells().get(at)),
              column.shown(),
              false,
              column.yields(),
              column.key().equals("item"))); // a name is read whole
    }
    var made = new DataTable<ReportRow>("report." + kind, about, columns, formats, choices);
    made.onOpen(presenter::open);
    made.whenEmpty(
        words.get(
            kind.isStock()
                ? "empty.stock"
                : kind == ReportKind.TRIAL_BALANCE ? "empty.books" : "empty.sales"));
    if (kind == ReportKind.ITEM_DAYS) {
      made.filterOnTyping();
    }
    made.scrollSideways();
    return made;
  }

  private void say(Optional<ReportState.Message> said) {
    if (said.isEmpty()) {
      message.say("", "", Tag.Tone.QUIET);
      return;
    }
    ReportState.Message one = said.get();
    if (one.refusal() != null) {
      Refusals.say(message, one.refusal(), formats);
      return;
    }
    message.say(
        words.get("message." + one.key(), one.facts()),
        "",
        one.bad() ? Tag.Tone.DANGER : Tag.Tone.GOOD);
  }

  /** A paper has the columns that are shown, a file to reckon with all of them. */
  private void save(FileKind kind) {
    ReportState.Read read = shown;
    DataTable<ReportRow> rows = table;
    if (read == null || rows == null) {
      return;
    }
    List<String> keys = rows.shownColumns().stream().map(Column::key).toList();
    List<ReportColumn> columns =
        read.table().kind().columns(presenter.seesCost()).stream()
            .filter(column -> kind != FileKind.PDF || keys.contains(column.key()))
            .toList();
    String heading = titleOf(read);
    String name = ReportDocument.fileName(heading, read.query(), kind.suffix());
    whereTo
        .apply(this, name)
        .ifPresent(
            file -> {
              TabularDocument document =
                  new ReportDocument(words, read.table(), columns)
                      .of(
                          heading,
                          store,
                          words.period(read.query(), read.table()),
                          narrowed(read.query()));
              presenter.save(kind, document, formats, file);
            });
  }

  private List<String> narrowed(ReportQuery query) {
    List<String> said = new ArrayList<>();
    if (!query.terminal().isEmpty()) {
      said.add(words.get("filter.terminal") + ": " + query.terminal());
    }
    if (!query.department().isEmpty()) {
      said.add(words.get("filter.department") + ": " + query.department());
    }
    return said;
  }
}
