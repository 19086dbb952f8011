package id.lajur.backoffice.people;

import id.lajur.backoffice.form.ListFrame;
import id.lajur.backoffice.form.ListState;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.people.RolesPresenter.Task;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The roles in a list; beside it what the marked one may, or boxes to change it. */
final class RolesView extends JPanel implements ListFrame.Contents<RoleInfo, Task, RoleInfo.All> {
  private static final double SIDE = 0.55;

  private final RolesPresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final KeyButton create;
  private final KeyButton edit;
  private final ListFrame<RoleInfo, Task, RoleInfo.All> frame;

  RolesView(RolesPresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.texts = Texts.of(PeopleView.class, "people", formats.language());
    setOpaque(false);
    create = KeyButton.f(3, texts.get("roles.create"), presenter::create);
    edit = KeyButton.f(4, texts.get("roles.edit"), presenter::edit);
    var names = new ListFrame.Names("roles", texts.get("roles.title"), "", SIDE);
    frame = new ListFrame<>(presenter, this, names, texts, formats, store, choices);
    add(frame, BorderLayout.CENTER);
  }

  @Override
  public List<Column<RoleInfo>> columns() {
    return List.of(
        Column.text("name", texts.get("column.role"), 150, RoleInfo::name).wrapping(),
        Column.code("code", texts.get("column.code"), 130, RoleInfo::code),
        Column.of("people", texts.get("column.people"), Kind.COUNT, 80, RoleInfo::people));
  }

  void render(ListState<RoleInfo, Task, RoleInfo.All> state) {
    frame.show(state);
    boolean free = !state.progress().sending();
    create.setEnabled(free && !state.rows().isEmpty());
    edit.setEnabled(free && state.marked().filter(RoleInfo::canChange).isPresent());
  }

  @Override
  public void opened() {
    presenter.edit();
  }

  @Override
  public String hint() {
    return texts.get("roles.hint");
  }

  @Override
  public List<KeyButton> keys(Optional<RoleInfo> marked, KeyButton reload) {
    return marked.isPresent() ? List.of(create, edit, reload) : List.of(create, reload);
  }

  @Override
  public void facts(Side side, RoleInfo role) {
    side.begin(role.name());
    side.below(
        PermissionGrid.told(role, presenter.state().beside().permissions(), texts, formats),
        "gaptop 10, growx");
  }

  @Override
  public Runnable form(Side side, Task task, ListState<RoleInfo, Task, RoleInfo.All> state) {
    return switch (task) {
      case CREATE -> create(side, state.beside().models());
      case EDIT -> edit(side, state.beside(), state.marked().orElseThrow());
    };
  }

  private Runnable create(Side side, List<RoleInfo> models) {
    side.begin(texts.get("roles.create"));
    side.text(texts.get("roles.create.hint"));
    JTextField code =
        side.field("role.code", texts.get("roles.code"), "", texts.get("roles.code.example"));
    JTextField name = side.field("role.name", texts.get("column.name"), "");
    JComboBox<RoleInfo> like =
        side.choice(
            "role.like",
            texts.get("roles.like"),
            models,
            models.isEmpty() ? null : models.get(0),
            RoleInfo::name);
    boolean unused = code.requestFocusInWindow();
    return () ->
        presenter.saveNew(
            code.getText(),
            name.getText(),
            like.getSelectedItem() instanceof RoleInfo model ? model.code() : "");
  }

  private Runnable edit(Side side, RoleInfo.All all, RoleInfo role) {
    side.begin(role.name());
    side.text(texts.get("roles.edit.hint"));
    JTextField name = side.field("role.name", texts.get("column.name"), role.name());
    var grid = PermissionGrid.asked(role, all.permissions(), texts, formats);
    side.below(grid, "gaptop 16, growx");
    boolean unused = name.requestFocusInWindow();
    return () -> presenter.save(name.getText(), grid.ticked(), grid.limits(), formats);
  }
}
