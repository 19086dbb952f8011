package id.lajur.backoffice.catalogfile;

import id.lajur.backoffice.catalogfile.CatalogFileState.Step;
import id.lajur.backoffice.form.ListPane;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.shell.Refusals;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Tag;
import java.awt.BorderLayout;
import java.awt.Component;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

/** What is wrong with the file in a list; beside it the file, and what would become of it. */
final class CatalogFileView extends JPanel {
  private static final double SIDE = 0.31;

  private final CatalogFilePresenter presenter;
  private final Formats formats;
  private final String store;
  private final Texts texts;
  private final Function<Component, Optional<Path>> dialog;
  private final DataTable<Catalog.Problem> table;
  private final Side side = new Side();
  private final JProgressBar bar = new JProgressBar();
  private final JCheckBox numbers;
  private final JCheckBox checkDigits;
  private final MessageLine message = new MessageLine();
  private boolean plain = true;
  private Optional<Made> made = Optional.empty();
  private final KeyButton open;
  private final KeyButton again;
  private final KeyButton heads;
  private final KeyButton stop;
  private final KeyButton write;

  /**
   * @param dialog asks for a file
   */
  CatalogFileView(
      CatalogFilePresenter presenter,
      Formats formats,
      String store,
      TableChoices choices,
      Function<Component, Optional<Path>> dialog) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.store = store;
    this.dialog = dialog;
    this.texts = Texts.of(CatalogFileView.class, "catalogfile", formats.language());
    setOpaque(false);
    table =
        new DataTable<>(
            "catalogfile",
            new DataTable.About(texts.get("title"), store, ""),
            columns(),
            formats,
            choices);
    table.whenEmpty(texts.get("none"));
    numbers = box("catalogfile.numbers", texts.get("rule.numbers"));
    numbers.addActionListener(
        event -> presenter.rules(presenter.state().rules().numbers(numbers.isSelected())));
    checkDigits = box("catalogfile.checkDigits", texts.get("rule.checkDigits"));
    checkDigits.addActionListener(
        event -> presenter.rules(presenter.state().rules().checkDigits(checkDigits.isSelected())));
    open = KeyButton.f(3, texts.get("open"), this::open);
    again = KeyButton.f(5, texts.get("again"), presenter::tryAgain);
    heads = KeyButton.f(6, texts.get("heads"), presenter::heads);
    stop = new KeyButton(KeyButton.Look.KEY, "Esc", "ESCAPE", texts.get("stop"), presenter::cancel);
    write = KeyButton.main("F12", "F12", texts.get("write"), presenter::write);
    var pane = new ListPane(table, side, SIDE);
    pane.keys(List.of(open, again, heads, stop), List.of(write));
    add(pane, BorderLayout.CENTER);
  }

  private static JCheckBox box(String name, String words) {
    var box = new JCheckBox(words);
    box.setName(name);
    box.setFont(Fonts.regular(16));
    box.setOpaque(false);
    return box;
  }

  private List<Column<Catalog.Problem>> columns() {
    return List.of(
        Column.of("line", texts.get("column.line"), Kind.COUNT, 66, Catalog.Problem::line),
        Column.text("column", texts.get("column.column"), 104, this::column).wrapping(),
        Column.text("found", texts.get("column.found"), 165, Catalog.Problem::found).wrapping(),
        Column.text("words", texts.get("column.words"), 300, this::reason).wrapping());
  }

  /** Our field by its name on this screen. */
  private String column(Catalog.Problem problem) {
    return problem.column().isEmpty() ? "" : HeadsForm.field(problem.column(), texts);
  }

  /** In the screen's language; a reason that is newer than this program as the store says it. */
  private String reason(Catalog.Problem problem) {
    String key = "problem." + problem.code();
    if (plain && problem.found().indexOf('.') >= 0 && texts.has(key + ".plain")) {
      key += ".plain"; // its dot may part thousands
    }
    return texts.has(key) ? texts.get(key, problem.facts()) : problem.words();
  }

  private void open() {
    dialog.apply(this).ifPresent(presenter::choose);
  }

  void render(CatalogFileState state) {
    plain = !state.rules().indonesianNumbers();
    table.rows(state.report().map(Catalog.Report::problems).orElse(List.of()));
    String part = state.report().filter(Catalog.Report::isCut).map(this::part).orElse("");
    table.about(new DataTable.About(texts.get("title"), store, part));
    numbers.setSelected(state.rules().indonesianNumbers());
    checkDigits.setSelected(state.rules().wrongCheckDigits());
    numbers.setEnabled(!state.busy());
    checkDigits.setEnabled(!state.busy());
    open.setEnabled(!state.busy());
    again.setEnabled(!state.busy() && state.isReadable());
    heads.setText(texts.get(state.choosing() ? "heads.done" : "heads"));
    heads.setEnabled(!state.busy() && !state.heads().heads().isEmpty());
    stop.setEnabled(state.busy() && state.step() != Step.WRITING);
    write.setEnabled(state.canBeWritten());
    var now = new Made(state.fileName(), state.heads(), state.rules(), state.choosing());
    // While the heads are chosen the form stays, and with it where somebody stands in it.
    if (!state.choosing() || !made.equals(Optional.of(now))) {
      made = Optional.of(now);
      make(state);
    }
    say(state);
  }

  /** What the form of heads was made for. */
  private record Made(String file, Catalog.Heads heads, Catalog.Rules rules, boolean choosing) {}

  private void make(CatalogFileState state) {
    side.begin(state.fileName().isEmpty() ? texts.get("title") : state.fileName());
    if (state.fileName().isEmpty()) {
      side.text(texts.get("hint"));
    }
    if (state.choosing()) {
      side.text(texts.get("heads.hint"));
      side.below(
          new HeadsForm(state.heads(), state.rules(), texts, presenter::head), "gaptop 6, growx");
      side.foot(message);
      side.end();
      return;
    }
    if (state.busy()) {
      side.heading(texts.get("step." + state.step()));
      bar.setIndeterminate(state.step() != Step.SENDING);
      bar.setMaximum(Math.max(1, state.parts()));
      bar.setValue(state.sent());
      side.below(bar, "gaptop 6, h 12!");
      if (state.step() == Step.WRITING) {
        side.text(texts.get("step.goesOn"));
      }
    }
    state
        .report()
        .ifPresent(
            report ->
                counts(
                    report.problemCount() == 0 ? texts.get("would") : texts.get("inFile"),
                    report.counts()));
    state.written().ifPresent(counts -> counts(texts.get("did"), counts));
    side.heading(texts.get("rules"));
    side.below(numbers, "gaptop 4");
    side.below(checkDigits, "gaptop 4");
    side.foot(message);
    side.end();
  }

  private void counts(String heading, Catalog.Counts counts) {
    side.heading(heading);
    side.fact(texts.get("count.rows"), formats.count(counts.rows()));
    side.fact(texts.get("count.newItems"), formats.count(counts.newItems()));
    side.fact(texts.get("count.changedItems"), formats.count(counts.changedItems()));
    side.fact(texts.get("count.prices"), formats.count(counts.prices()));
    side.fact(texts.get("count.levelPrices"), formats.count(counts.levelPrices()));
    side.fact(texts.get("count.barcodes"), formats.count(counts.barcodes()));
    side.fact(texts.get("count.newDepartments"), formats.count(counts.newDepartments()));
    side.fact(texts.get("count.unchangedItems"), formats.count(counts.unchangedItems()));
  }

  /** Why a whole file cannot be read is said in our own words. */
  private String refusal(ServerRefusal why) {
    String key = "problem." + why.facts().getOrDefault("fault", "");
    return why.reason().equals("FILE_UNREADABLE") && texts.has(key)
        ? texts.get("said.unreadable", Map.of("why", texts.get(key, why.facts())))
        : Refusals.sentence(why, formats);
  }

  private void say(CatalogFileState state) {
    if (state.refused().isPresent()) {
      var why = state.refused().get();
      message.say(refusal(why), why.code(), Tag.Tone.DANGER);
    } else if (!state.busy() && state.isSent() && !state.isReadable()) {
      String where = state.choosing() ? "said.noCode.here" : "said.noCode";
      message.say(texts.get(where), "", Tag.Tone.WARN);
    } else if (state.fault() != Catalog.Fault.NONE) {
      message.say(texts.get("fault." + state.fault()), "", Tag.Tone.DANGER);
    } else if (state.written().isPresent()) {
      message.say(state.choosing() ? "" : texts.get("said.written"), "", Tag.Tone.GOOD);
    } else if (state.canBeWritten()) {
      message.say(texts.get("said.clean"), "", Tag.Tone.GOOD);
    } else {
      message.say(state.report().map(this::wrong).orElse(""), "", Tag.Tone.DANGER);
    }
  }

  private String wrong(Catalog.Report report) {
    String all = formats.count(report.problemCount());
    return report.isCut()
        ? texts.get(
            "said.wrong.part", Map.of("n", formats.count(report.problems().size()), "all", all))
        : texts.get("said.wrong", Map.of("n", all));
  }

  /** Those that are listed, where they are not all. */
  private String part(Catalog.Report report) {
    return texts.get(
        "said.part",
        Map.of(
            "n", formats.count(report.problems().size()),
            "all", formats.count(report.problemCount())));
  }
}
