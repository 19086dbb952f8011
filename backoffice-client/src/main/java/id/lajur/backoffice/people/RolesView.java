package id.lajur.backoffice.people;

import id.lajur.backoffice.form.KeyedRows;
import id.lajur.backoffice.form.ListPane;
import id.lajur.backoffice.form.Said;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.people.RolesState.Task;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The roles in a list; beside it what the marked one may, or boxes to change it. */
final class RolesView extends JPanel {
  private static final double SIDE = 0.55;

  private final RolesPresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final DataTable<RoleInfo> table;
  private final KeyedRows<RoleInfo> rows;
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private final ListPane pane;
  private final KeyButton create;
  private final KeyButton edit;
  private final KeyButton save;
  private final KeyButton cancel;
  private Optional<Made> made = Optional.empty();
  private Runnable saving = () -> {};

  /** What the side panel was made for. */
  private record Made(Optional<Task> task, Optional<RoleInfo> role) {}

  RolesView(RolesPresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.texts = Texts.of(PeopleView.class, "people", formats.language());
    setOpaque(false);
    table = new DataTable<>("roles", columns(), formats, choices);
    table.about(new DataTable.About(texts.get("roles.title"), store, ""));
    table.withoutFilter();
    table.onOpen(role -> presenter.edit());
    rows = new KeyedRows<>(table, RoleInfo::code, presenter::choose);
    pane = new ListPane(table, side, SIDE);
    create = KeyButton.f(3, texts.get("roles.create"), presenter::create);
    edit = KeyButton.f(4, texts.get("roles.edit"), presenter::edit);
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

  private List<Column<RoleInfo>> columns() {
    return List.of(
        Column.text("name", texts.get("column.role"), 150, RoleInfo::name),
        Column.text("code", texts.get("column.code"), 130, RoleInfo::code),
        Column.of("people", texts.get("column.people"), Kind.COUNT, 80, RoleInfo::people));
  }

  void render(RolesState state) {
    rows.show(state.all().roles(), state.chosen());
    table.busy(state.progress().loading() || state.progress().sending());
    var now = new Made(state.task(), state.role());
    boolean typing =
        state.task().isPresent()
            && made.filter(before -> before.task().equals(now.task())).isPresent();
    if (!typing && !made.equals(Optional.of(now))) {
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
    create.setEnabled(free && !state.all().roles().isEmpty());
    edit.setEnabled(free && state.canEdit());
  }

  private void make(RolesState state) {
    if (state.task().equals(Optional.of(Task.CREATE))) {
      create(state);
      pane.keys(List.of(), List.of(cancel, save));
    } else if (state.task().isPresent() && state.role().isPresent()) {
      edit(state, state.role().get());
      pane.keys(List.of(), List.of(cancel, save));
    } else if (state.role().isPresent()) {
      RoleInfo role = state.role().get();
      side.begin(role.name());
      side.below(
          PermissionGrid.told(role, state.all().permissions(), texts, formats), "gaptop 10, growx");
      pane.keys(List.of(create, edit), List.of());
    } else {
      side.begin(texts.get("roles.title"));
      side.text(texts.get("roles.hint"));
      pane.keys(List.of(create), List.of());
    }
    side.foot(message);
    side.end();
  }

  private void create(RolesState state) {
    side.begin(texts.get("roles.create"));
    side.text(texts.get("roles.create.hint"));
    JTextField code = side.field("role.code", texts.get("roles.code"), "");
    JTextField name = side.field("role.name", texts.get("column.name"), "");
    List<RoleInfo> models = state.models();
    JComboBox<RoleInfo> like =
        side.choice(
            "role.like",
            texts.get("roles.like"),
            models,
            models.isEmpty() ? null : models.get(0),
            RoleInfo::name);
    saving =
        () ->
            presenter.saveNew(
                code.getText(),
                name.getText(),
                like.getSelectedItem() instanceof RoleInfo model ? model.code() : "");
    boolean unused = code.requestFocusInWindow();
  }

  private void edit(RolesState state, RoleInfo role) {
    side.begin(role.name());
    side.text(texts.get("roles.edit.hint"));
    JTextField name = side.field("role.name", texts.get("column.name"), role.name());
    var grid = PermissionGrid.asked(role, state.all().permissions(), texts, formats);
    side.below(grid, "gaptop 16, growx");
    saving = () -> presenter.save(name.getText(), grid.ticked(), grid.limits(), formats);
    boolean unused = name.requestFocusInWindow();
  }
}
