package id.lajur.backoffice.people;

import id.lajur.backoffice.form.KeyedRows;
import id.lajur.backoffice.form.ListPane;
import id.lajur.backoffice.form.Said;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.people.PeopleState.Task;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Tag;
import java.awt.BorderLayout;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;

/** Everybody in a list; beside it who is marked, or the fields of what is being changed. */
final class PeopleView extends JPanel {
  private static final double SIDE = 0.3;

  private final PeoplePresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final InstantSource clock;
  private final DataTable<Person> table;
  private final KeyedRows<Person> rows;
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private final ListPane pane;
  private final KeyButton save;
  private final KeyButton cancel;
  private final KeyButton create;
  private final KeyButton edit;
  private final KeyButton pin;
  private final KeyButton unlock;
  private final KeyButton leave;
  private final KeyButton back;
  private Optional<Made> made = Optional.empty();
  private Runnable saving = () -> {};

  /** What the side panel was made for. */
  private record Made(Optional<Task> task, Optional<Person> person, List<RoleInfo> roles) {}

  PeopleView(
      PeoplePresenter presenter,
      Formats formats,
      String store,
      TableChoices choices,
      InstantSource clock) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.clock = clock;
    this.texts = Texts.of(PeopleView.class, "people", formats.language());
    setOpaque(false);
    table = new DataTable<>("people", columns(), formats, choices);
    table.whenEmpty(texts.get("people.none"));
    table.about(new DataTable.About(texts.get("people.title"), store, ""));
    table.onOpen(person -> presenter.edit());
    rows = new KeyedRows<>(table, Person::number, presenter::choose);
    pane = new ListPane(table, side, SIDE);
    create = KeyButton.f(3, texts.get("people.create"), presenter::create);
    edit = KeyButton.f(4, texts.get("people.edit"), presenter::edit);
    pin = KeyButton.f(6, texts.get("people.pin"), presenter::newPin);
    unlock = KeyButton.f(7, texts.get("people.unlock"), presenter::unlock);
    leave = KeyButton.f(8, texts.get("people.leave"), presenter::leaveOrReturn);
    back = KeyButton.f(8, texts.get("people.return"), presenter::leaveOrReturn);
    save = KeyButton.main("F12", "F12", texts.get("save"), () -> saving.run());
    cancel =
        new KeyButton(
            KeyButton.Look.PLAIN, "Esc", "ESCAPE", texts.get("cancel"), presenter::cancel);
    add(pane, BorderLayout.CENTER);
    presenter.unsaved().of(side::isTyped, presenter::giveUp);
    presenter
        .unsaved()
        .saves(
            () -> presenter.state().task().filter(task -> task != Task.DISMISS).isPresent(),
            () -> saving.run(),
            () -> presenter.state().progress().sending());
  }

  private List<Column<Person>> columns() {
    return List.of(
        Column.text("number", texts.get("column.number"), 76, Person::number),
        Column.text("name", texts.get("column.name"), 150, Person::name),
        Column.text("role", texts.get("column.role"), 98, Person::roleName),
        Column.text("where", texts.get("column.where"), 70, this::where),
        Column.of("state", texts.get("column.state"), Kind.TAG, 176, this::tag),
        Column.<Person>text(
                "language",
                texts.get("column.language"),
                100,
                person -> language(person.language()))
            .atFirstHidden());
  }

  private String where(Person person) {
    return String.join(", ", person.signedOnAt());
  }

  private String language(String language) {
    return texts.get("language." + language);
  }

  private Tag tag(Person person) {
    if (!person.active()) {
      return new Tag(texts.get("state.left"), Tag.Tone.QUIET);
    }
    if (person.isLocked(clock.instant())) {
      String until = formats.time(person.lockedUntil().orElseThrow());
      return new Tag(texts.get("state.locked", Map.of("until", until)), Tag.Tone.DANGER);
    }
    return person.mustChangePin()
        ? new Tag(texts.get("state.newPin"), Tag.Tone.WARN)
        : new Tag(texts.get("state.active"), Tag.Tone.GOOD);
  }

  void render(PeopleState state) {
    rows.show(state.people(), state.chosen());
    table.busy(state.progress().loading() || state.progress().sending());
    var now = new Made(state.task(), state.person(), state.roles());
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
    create.setEnabled(free && !state.roles().isEmpty());
    boolean someone = free && state.person().isPresent();
    edit.setEnabled(someone);
    pin.setEnabled(someone);
    leave.setEnabled(someone);
    back.setEnabled(someone);
    unlock.setEnabled(
        someone && state.person().filter(one -> one.isLocked(clock.instant())).isPresent());
  }

  private void make(PeopleState state) {
    Optional<Person> person = state.person();
    if (state.task().isPresent()) {
      form(state, state.task().get());
      boolean stop = state.task().get() == Task.DISMISS;
      save.setText(texts.get(stop ? "people.leave.go" : "save"));
      pane.keys(List.of(), List.of(cancel, save));
    } else if (person.isPresent()) {
      facts(person.get());
      pane.keys(
          List.of(create, edit, pin, unlock, person.get().active() ? leave : back), List.of());
    } else {
      side.begin(texts.get("people.title"));
      side.text(texts.get("people.hint"));
      pane.keys(List.of(create), List.of());
    }
    side.foot(message);
    side.end();
  }

  private void facts(Person person) {
    side.begin(person.name());
    side.fact(texts.get("column.number"), person.number());
    side.fact(texts.get("column.role"), person.roleName());
    side.fact(texts.get("column.language"), language(person.language()));
    side.fact(texts.get("column.state"), tag(person).words());
    side.heading(texts.get("people.now"));
    if (person.signedOnAt().isEmpty() && person.openShiftAt().isEmpty()) {
      side.text(texts.get("people.nowhere"));
      return;
    }
    if (!person.signedOnAt().isEmpty()) {
      side.fact(texts.get("people.signedOn"), where(person));
    }
    if (!person.openShiftAt().isEmpty()) {
      side.fact(texts.get("people.till"), person.openShiftAt());
    }
  }

  private void form(PeopleState state, Task task) {
    switch (task) {
      case CREATE -> create(state);
      case EDIT -> state.person().ifPresent(person -> edit(state, person));
      case PIN -> state.person().ifPresent(this::pin);
      case DISMISS -> state.person().ifPresent(this::dismiss);
    }
  }

  private void create(PeopleState state) {
    side.begin(texts.get("people.create"));
    JTextField number = side.field("people.number", texts.get("column.number"), "");
    JTextField name = side.field("people.name", texts.get("column.name"), "");
    JComboBox<RoleInfo> role = role(state, "CASHIER");
    JComboBox<String> language = language("id", "people.language");
    JPasswordField first = side.secret("people.pin", texts.get("pin.first"));
    JPasswordField again = side.secret("people.again", texts.get("pin.again"));
    side.text(texts.get("pin.hint"));
    saving =
        () ->
            presenter.saveNew(
                new PeopleActions.Details(
                    number.getText().strip(),
                    name.getText(),
                    code(role),
                    Objects.requireNonNullElse((String) language.getSelectedItem(), "id")),
                new String(first.getPassword()),
                new String(again.getPassword()));
    boolean unused = number.requestFocusInWindow();
  }

  private JComboBox<RoleInfo> role(PeopleState state, String code) {
    RoleInfo chosen =
        state.roles().stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
    return side.choice(
        "people.role", texts.get("column.role"), state.roles(), chosen, RoleInfo::name);
  }

  private static String code(JComboBox<RoleInfo> role) {
    return role.getSelectedItem() instanceof RoleInfo chosen ? chosen.code() : "";
  }

  private JComboBox<String> language(String language, String name) {
    return side.choice(
        name, texts.get("column.language"), List.of("id", "en"), language, this::language);
  }

  private void edit(PeopleState state, Person person) {
    side.begin(person.number() + "  " + person.name());
    JTextField name = side.field("people.name", texts.get("column.name"), person.name());
    JComboBox<RoleInfo> role = role(state, person.role());
    JComboBox<String> language = language(person.language(), "people.language");
    side.text(texts.get("people.edit.hint"));
    saving =
        () ->
            presenter.saveDetails(
                new PeopleActions.Details(
                    person.number(),
                    name.getText(),
                    code(role),
                    Objects.requireNonNullElse((String) language.getSelectedItem(), "id")));
    boolean unused = name.requestFocusInWindow();
  }

  private void pin(Person person) {
    side.begin(texts.get("people.pin.title", Map.of("name", person.name())));
    JPasswordField first = side.secret("people.pin", texts.get("pin.first"));
    JPasswordField again = side.secret("people.again", texts.get("pin.again"));
    side.text(texts.get("pin.hint"));
    side.text(texts.get("people.pin.hint"));
    saving =
        () -> presenter.savePin(new String(first.getPassword()), new String(again.getPassword()));
    boolean unused = first.requestFocusInWindow();
  }

  private void dismiss(Person person) {
    side.begin(texts.get("people.leave.title", Map.of("name", person.name())));
    side.text(texts.get("people.leave.hint"));
    if (!person.signedOnAt().isEmpty()) {
      side.text(texts.get("people.leave.on", Map.of("where", where(person))));
    }
    if (!person.openShiftAt().isEmpty()) {
      side.text(texts.get("people.leave.till", Map.of("lane", person.openShiftAt())));
    }
    saving = presenter::dismiss;
  }
}
