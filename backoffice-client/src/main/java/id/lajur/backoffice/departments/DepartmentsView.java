package id.lajur.backoffice.departments;

import id.lajur.backoffice.departments.DepartmentsState.Task;
import id.lajur.backoffice.form.KeyedRows;
import id.lajur.backoffice.form.ListPane;
import id.lajur.backoffice.form.Said;
import id.lajur.backoffice.form.Side;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The departments in a list; beside it the one that is marked, or the fields to change it. */
final class DepartmentsView extends JPanel {
  private static final double SIDE = 0.34;

  private final DepartmentsPresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final DataTable<Department> table;
  private final KeyedRows<Department> rows;
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private final ListPane pane;
  private final KeyButton save;
  private final KeyButton cancel;
  private final KeyButton create;
  private final KeyButton rename;
  private final KeyButton again;
  private Optional<Made> made = Optional.empty();
  private Runnable saving = () -> {};

  /** What the side panel was made for. */
  private record Made(Optional<Task> task, Optional<Department> department) {}

  DepartmentsView(
      DepartmentsPresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.texts = Texts.of(DepartmentsView.class, "departments", formats.language());
    setOpaque(false);
    table =
        new DataTable<>(
            "departments",
            new DataTable.About(texts.get("title"), store, ""),
            List.of(
                Column.text("code", texts.get("column.code"), 200, Department::code),
                Column.text("name", texts.get("column.name"), 340, Department::name)),
            formats,
            choices);
    table.whenEmpty(texts.get("none"));
    table.onOpen(department -> presenter.rename());
    rows = new KeyedRows<>(table, Department::code, presenter::choose);
    pane = new ListPane(table, side, SIDE);
    create = KeyButton.f(3, texts.get("create"), presenter::create);
    rename = KeyButton.f(4, texts.get("rename"), presenter::rename);
    again = KeyButton.f(5, texts.get("again"), presenter::load);
    save = KeyButton.main("F12", "F12", texts.get("save"), () -> saving.run());
    cancel =
        new KeyButton(
            KeyButton.Look.PLAIN, "Esc", "ESCAPE", texts.get("cancel"), presenter::cancel);
    add(pane, BorderLayout.CENTER);
    presenter.unsaved().of(side::isTyped, presenter::giveUp);
    presenter
        .unsaved()
        .saves(
            () -> presenter.state().task().isPresent(),
            () -> saving.run(),
            () -> presenter.state().progress().sending());
  }

  void render(DepartmentsState state) {
    rows.show(state.departments(), state.chosen());
    var now = new Made(state.task(), state.department());
    boolean typed =
        made.filter(before -> before.task().equals(now.task())).isPresent()
            && state.task().isPresent();
    if (!made.equals(Optional.of(now)) && !typed) {
      boolean over = made.filter(before -> before.task().isPresent()).isPresent();
      made = Optional.of(now);
      make(state);
      if (over && state.task().isEmpty()) {
        rows.focus();
      }
    }
    Said.in(message, state.progress(), texts, formats);
    boolean free = !state.progress().sending();
    save.setEnabled(free);
    create.setEnabled(free);
    rename.setEnabled(free && state.department().isPresent());
    again.setEnabled(free);
  }

  private void make(DepartmentsState state) {
    if (state.task().isPresent()) {
      form(state.task().get() == Task.RENAME ? state.department() : Optional.empty(), state);
      pane.keys(List.of(), List.of(cancel, save));
    } else if (state.department().isPresent()) {
      Department department = state.department().get();
      side.begin(department.name());
      side.fact(texts.get("column.code"), department.code());
      side.text(texts.get("about"));
      pane.keys(List.of(create, rename, again), List.of());
    } else {
      side.begin(texts.get("title"));
      side.text(texts.get("hint"));
      pane.keys(List.of(create, again), List.of());
    }
    side.foot(message);
    side.end();
  }

  private void form(Optional<Department> read, DepartmentsState state) {
    side.begin(read.map(one -> one.code() + "  " + one.name()).orElse(texts.get("create")));
    if (read.isPresent()) {
      String code = read.get().code();
      JTextField name = side.field("department.name", texts.get("column.name"), read.get().name());
      side.text(texts.get("rename.hint"));
      saving = () -> presenter.save(new DepartmentsPresenter.Typed(code, name.getText(), ""));
      boolean unused = name.requestFocusInWindow();
      return;
    }
    JTextField code = side.field("department.code", texts.get("column.code"), "");
    JTextField name = side.field("department.name", texts.get("column.name"), "");
    JComboBox<TaxClass> taxClass =
        side.choice(
            "department.tax",
            texts.get("field.tax"),
            state.taxClasses(),
            state.taxClasses().stream().findFirst().orElse(null),
            TaxClass::name);
    side.text(texts.get("create.hint"));
    saving =
        () ->
            presenter.save(
                new DepartmentsPresenter.Typed(
                    code.getText(),
                    name.getText(),
                    taxClass.getSelectedItem() instanceof TaxClass chosen ? chosen.code() : ""));
    boolean unused = code.requestFocusInWindow();
  }
}
