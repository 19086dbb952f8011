package id.lajur.backoffice.departments;

import id.lajur.backoffice.departments.DepartmentsPresenter.Task;
import id.lajur.backoffice.form.ListFrame;
import id.lajur.backoffice.form.ListState;
import id.lajur.backoffice.form.Side;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The departments in a list; beside it the one that is marked, or the fields to change it. */
final class DepartmentsView extends JPanel
    implements ListFrame.Contents<Department, Task, List<TaxClass>> {
  private static final double SIDE = 0.34;

  private final DepartmentsPresenter presenter;
  private final Texts texts;
  private final KeyButton create;
  private final KeyButton rename;
  private final ListFrame<Department, Task, List<TaxClass>> frame;

  DepartmentsView(
      DepartmentsPresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.texts = Texts.of(DepartmentsView.class, "departments", formats.language());
    setOpaque(false);
    create = KeyButton.f(3, texts.get("create"), presenter::create);
    rename = KeyButton.f(4, texts.get("rename"), presenter::rename);
    var names = new ListFrame.Names("departments", texts.get("title"), texts.get("none"), SIDE);
    frame = new ListFrame<>(presenter, this, names, texts, formats, store, choices);
    add(frame, BorderLayout.CENTER);
  }

  @Override
  public List<Column<Department>> columns() {
    return List.of(
        Column.text("code", texts.get("column.code"), 200, Department::code),
        Column.text("name", texts.get("column.name"), 340, Department::name));
  }

  void render(ListState<Department, Task, List<TaxClass>> state) {
    frame.show(state);
    boolean free = !state.progress().sending();
    create.setEnabled(free);
    rename.setEnabled(free && state.marked().isPresent());
  }

  @Override
  public void opened() {
    presenter.rename();
  }

  @Override
  public String hint() {
    return texts.get("hint");
  }

  @Override
  public List<KeyButton> keys(Optional<Department> marked, KeyButton reload) {
    return marked.isPresent() ? List.of(create, rename, reload) : List.of(create, reload);
  }

  @Override
  public void facts(Side side, Department department) {
    side.begin(department.name());
    side.fact(texts.get("column.code"), department.code());
    side.text(texts.get("about"));
  }

  @Override
  public Runnable form(Side side, Task task, ListState<Department, Task, List<TaxClass>> state) {
    return task == Task.CREATE
        ? create(side, state.beside())
        : rename(side, state.marked().orElseThrow());
  }

  private Runnable create(Side side, List<TaxClass> taxClasses) {
    side.begin(texts.get("create"));
    JTextField code = side.field("department.code", texts.get("column.code"), "");
    JTextField name = side.field("department.name", texts.get("column.name"), "");
    JComboBox<TaxClass> taxClass =
        side.choice(
            "department.tax",
            texts.get("field.tax"),
            taxClasses,
            taxClasses.stream().findFirst().orElse(null),
            TaxClass::name);
    side.text(texts.get("create.hint"));
    boolean unused = code.requestFocusInWindow();
    return () ->
        presenter.save(
            new DepartmentsPresenter.Typed(
                code.getText(),
                name.getText(),
                taxClass.getSelectedItem() instanceof TaxClass chosen ? chosen.code() : ""));
  }

  private Runnable rename(Side side, Department department) {
    side.begin(department.code() + " " + department.name());
    JTextField name = side.field("department.name", texts.get("column.name"), department.name());
    side.text(texts.get("rename.hint"));
    boolean unused = name.requestFocusInWindow();
    return () ->
        presenter.save(new DepartmentsPresenter.Typed(department.code(), name.getText(), ""));
  }
}
