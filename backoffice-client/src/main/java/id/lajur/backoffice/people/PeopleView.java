package id.lajur.backoffice.people;

import id.lajur.backoffice.form.ListFrame;
import id.lajur.backoffice.form.ListState;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.people.PeoplePresenter.Task;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
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
final class PeopleView extends JPanel implements ListFrame.Contents<Person, Task, List<RoleInfo>> {
  private static final double SIDE = 0.3;

  private final PeoplePresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final InstantSource clock;
  private final KeyButton create;
  private final KeyButton edit;
  private final KeyButton pin;
  private final KeyButton unlock;
  private final KeyButton leave;
  private final KeyButton back;
  private final ListFrame<Person, Task, List<RoleInfo>> frame;

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
    create = KeyButton.f(3, texts.get("people.create"), presenter::create);
    edit = KeyButton.f(4, texts.get("people.edit"), presenter::edit);
    pin = KeyButton.f(6, texts.get("people.pin"), presenter::newPin);
    unlock = KeyButton.f(7, texts.get("people.unlock"), presenter::unlock);
    leave = KeyButton.f(8, texts.get("people.leave"), presenter::leaveOrReturn);
    back = KeyButton.f(8, texts.get("people.return"), presenter::leaveOrReturn);
    var names =
        new ListFrame.Names("people", texts.get("people.title"), texts.get("people.none"), SIDE);
    frame = new ListFrame<>(presenter, this, names, texts, formats, store, choices);
    add(frame, BorderLayout.CENTER);
  }

  @Override
  public List<Column<Person>> columns() {
    return List.of(
        Column.code("number", texts.get("column.number"), 84, Person::number),
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

  void render(ListState<Person, Task, List<RoleInfo>> state) {
    frame.show(state);
    boolean free = !state.progress().sending();
    create.setEnabled(free && !state.beside().isEmpty());
    boolean someone = free && state.marked().isPresent();
    edit.setEnabled(someone);
    pin.setEnabled(someone);
    leave.setEnabled(someone);
    back.setEnabled(someone);
    unlock.setEnabled(
        someone && state.marked().filter(one -> one.isLocked(clock.instant())).isPresent());
  }

  @Override
  public void opened() {
    presenter.edit();
  }

  @Override
  public String hint() {
    return texts.get("people.hint");
  }

  @Override
  public List<KeyButton> keys(Optional<Person> marked, KeyButton reload) {
    return marked
        .map(one -> List.of(create, edit, reload, pin, unlock, one.active() ? leave : back))
        .orElse(List.of(create, reload));
  }

  @Override
  public boolean ends(Task task) {
    return task == Task.DISMISS;
  }

  @Override
  public Optional<String> way(Task task) {
    return task == Task.DISMISS ? Optional.of(texts.get("people.leave.go")) : Optional.empty();
  }

  @Override
  public void facts(Side side, Person person) {
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

  @Override
  public Runnable form(Side side, Task task, ListState<Person, Task, List<RoleInfo>> state) {
    if (task == Task.CREATE) {
      return create(side, state.beside());
    }
    Person person = state.marked().orElseThrow();
    return switch (task) {
      case EDIT -> edit(side, state.beside(), person);
      case PIN -> pin(side, person);
      default -> dismiss(side, person);
    };
  }

  private Runnable create(Side side, List<RoleInfo> roles) {
    side.begin(texts.get("people.create"));
    JTextField number = side.field("people.number", texts.get("column.number"), "");
    JTextField name = side.field("people.name", texts.get("column.name"), "");
    JComboBox<RoleInfo> role = role(side, roles, "CASHIER");
    JComboBox<String> language = language(side, "id");
    JPasswordField first = side.secret("people.pin", texts.get("pin.first"));
    JPasswordField again = side.secret("people.again", texts.get("pin.again"));
    side.text(texts.get("pin.hint"));
    boolean unused = number.requestFocusInWindow();
    return () ->
        presenter.saveNew(
            new PeopleActions.Details(
                number.getText().strip(),
                name.getText(),
                code(role),
                Objects.requireNonNullElse((String) language.getSelectedItem(), "id")),
            new String(first.getPassword()),
            new String(again.getPassword()));
  }

  private JComboBox<RoleInfo> role(Side side, List<RoleInfo> roles, String code) {
    RoleInfo chosen =
        roles.stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
    return side.choice("people.role", texts.get("column.role"), roles, chosen, RoleInfo::name);
  }

  private static String code(JComboBox<RoleInfo> role) {
    return role.getSelectedItem() instanceof RoleInfo chosen ? chosen.code() : "";
  }

  private JComboBox<String> language(Side side, String language) {
    return side.choice(
        "people.language",
        texts.get("column.language"),
        List.of("id", "en"),
        language,
        this::language);
  }

  private Runnable edit(Side side, List<RoleInfo> roles, Person person) {
    side.begin(person.number() + "  " + person.name());
    JTextField name = side.field("people.name", texts.get("column.name"), person.name());
    JComboBox<RoleInfo> role = role(side, roles, person.role());
    JComboBox<String> language = language(side, person.language());
    side.text(texts.get("people.edit.hint"));
    boolean unused = name.requestFocusInWindow();
    return () ->
        presenter.saveDetails(
            new PeopleActions.Details(
                person.number(),
                name.getText(),
                code(role),
                Objects.requireNonNullElse((String) language.getSelectedItem(), "id")));
  }

  private Runnable pin(Side side, Person person) {
    side.begin(texts.get("people.pin.title", Map.of("name", person.name())));
    JPasswordField first = side.secret("people.pin", texts.get("pin.first"));
    JPasswordField again = side.secret("people.again", texts.get("pin.again"));
    side.text(texts.get("pin.hint"));
    side.text(texts.get("people.pin.hint"));
    boolean unused = first.requestFocusInWindow();
    return () ->
        presenter.savePin(new String(first.getPassword()), new String(again.getPassword()));
  }

  private Runnable dismiss(Side side, Person person) {
    side.begin(texts.get("people.leave.title", Map.of("name", person.name())));
    side.text(texts.get("people.leave.hint"));
    if (!person.signedOnAt().isEmpty()) {
      side.text(texts.get("people.leave.on", Map.of("where", where(person))));
    }
    if (!person.openShiftAt().isEmpty()) {
      side.text(texts.get("people.leave.till", Map.of("lane", person.openShiftAt())));
    }
    return presenter::dismiss;
  }
}
