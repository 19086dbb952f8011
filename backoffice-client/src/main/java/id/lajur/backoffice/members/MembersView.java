package id.lajur.backoffice.members;

import id.lajur.backoffice.form.KeyedRows;
import id.lajur.backoffice.form.ListPane;
import id.lajur.backoffice.form.Said;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.members.MembersState.Task;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import java.awt.BorderLayout;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The members in a list; beside it the one that is marked, or the fields to change it. */
final class MembersView extends JPanel {
  private static final double SIDE = 0.34;

  private final MembersPresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final DataTable<Member> table;
  private final KeyedRows<Member> rows;
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private final ListPane pane;
  private final KeyButton save;
  private final KeyButton cancel;
  private final KeyButton create;
  private final KeyButton edit;
  private final KeyButton again;
  private final KeyButton levels;
  private Optional<Made> made = Optional.empty();
  private Runnable saving = () -> {};

  /** What the side panel was made for. */
  private record Made(Optional<Task> task, Optional<Member> member) {}

  MembersView(MembersPresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.texts = Texts.of(MembersView.class, "members", formats.language());
    setOpaque(false);
    table = new DataTable<>("members", columns(), formats, choices);
    table.whenEmpty(texts.get("none"));
    table.about(new DataTable.About(texts.get("title"), store, ""));
    table.onOpen(member -> presenter.edit());
    rows = new KeyedRows<>(table, Member::number, presenter::choose);
    pane = new ListPane(table, side, SIDE);
    create = KeyButton.f(3, texts.get("create"), presenter::create);
    edit = KeyButton.f(4, texts.get("edit"), presenter::edit);
    again = KeyButton.f(5, texts.get("again"), presenter::load);
    levels = KeyButton.f(6, texts.get("levels"), presenter::level);
    save = KeyButton.main("F12", "F12", texts.get("save"), () -> saving.run());
    cancel =
        new KeyButton(
            KeyButton.Look.PLAIN, "Esc", "ESCAPE", texts.get("cancel"), presenter::cancel);
    add(pane, BorderLayout.CENTER);
    presenter.unsaved().of(side::isTyped, presenter::giveUp);
  }

  private List<Column<Member>> columns() {
    return List.of(
        Column.text("number", texts.get("column.number"), 172, Member::number),
        Column.text("name", texts.get("column.name"), 160, Member::name),
        Column.text("phone", texts.get("column.phone"), 168, Member::phone),
        Column.text("level", texts.get("column.at"), 92, this::level),
        Column.<Member>text("active", texts.get("column.active"), 90, this::active).atFirstHidden(),
        Column.<Member>text("since", texts.get("column.since"), 120, Member::since)
            .atFirstHidden());
  }

  private String level(Member member) {
    return presenter.state().levels().stream()
        .filter(level -> level.code().equals(member.level()))
        .map(Level::name)
        .findFirst()
        .orElse(member.level());
  }

  private String active(Member member) {
    return texts.get(member.active() ? "active.yes" : "active.no");
  }

  void render(MembersState state) {
    rows.show(state.members(), state.chosen());
    table.busy(state.progress().loading() || state.progress().sending());
    var now = new Made(state.task(), state.member());
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
    levels.setEnabled(free && presenter.mayPrice());
    edit.setEnabled(free && state.member().isPresent());
    again.setEnabled(free);
  }

  private void make(MembersState state) {
    Optional<Member> member = state.member();
    if (state.task().filter(Task.LEVEL::equals).isPresent()) {
      levelForm(state.levels());
      pane.keys(List.of(), List.of(cancel, save));
    } else if (state.task().isPresent()) {
      form(state.task().get() == Task.EDIT ? member : Optional.empty(), state.levels());
      pane.keys(List.of(), List.of(cancel, save));
    } else if (member.isPresent()) {
      facts(member.get());
      pane.keys(List.of(create, edit, again, levels), List.of());
    } else {
      side.begin(texts.get("title"));
      side.text(texts.get("hint"));
      pane.keys(List.of(create, again, levels), List.of());
    }
    side.foot(message);
    side.end();
  }

  private void facts(Member member) {
    side.begin(member.name());
    side.fact(texts.get("column.number"), member.number());
    side.fact(texts.get("column.phone"), member.phone().isEmpty() ? "–" : member.phone());
    side.fact(texts.get("column.level"), level(member));
    side.fact(texts.get("column.active"), active(member));
    side.fact(texts.get("column.since"), formats.date(LocalDate.parse(member.since())));
  }

  private void form(Optional<Member> read, List<Level> all) {
    side.begin(read.map(one -> one.number() + "  " + one.name()).orElse(texts.get("create")));
    var number = new JTextField(read.map(Member::number).orElse(""));
    if (read.isEmpty()) {
      number = side.field("member.number", texts.get("column.number"), "");
    }
    JTextField typedNumber = number;
    JTextField name =
        side.field("member.name", texts.get("column.name"), read.map(Member::name).orElse(""));
    JTextField phone =
        side.field("member.phone", texts.get("column.phone"), read.map(Member::phone).orElse(""));
    Level at =
        all.stream()
            .filter(level -> read.filter(one -> one.level().equals(level.code())).isPresent())
            .findFirst()
            .or(() -> all.stream().findFirst())
            .orElse(null);
    JComboBox<Level> level =
        side.choice("member.level", texts.get("column.level"), all, at, Level::name);
    var active = new JCheckBox(texts.get("field.active"));
    active.setName("member.active");
    active.setFont(Fonts.regular(16));
    active.setOpaque(false);
    active.setSelected(read.map(Member::active).orElse(true));
    side.below(active, "gaptop 14");
    if (read.isEmpty()) {
      side.text(texts.get("create.hint"));
    }
    saving =
        () ->
            presenter.save(
                read,
                new MembersPresenter.Typed(
                    typedNumber.getText(),
                    name.getText(),
                    phone.getText(),
                    level.getSelectedItem() instanceof Level chosen ? chosen.code() : "",
                    active.isSelected()));
    boolean unused = (read.isEmpty() ? typedNumber : name).requestFocusInWindow();
  }

  private void levelForm(List<Level> all) {
    side.begin(texts.get("levels"));
    for (Level level : all) {
      side.fact(level.code(), level.name());
    }
    JTextField code = side.field("level.code", texts.get("field.levelCode"), "");
    JTextField name = side.field("level.name", texts.get("field.levelName"), "");
    side.text(texts.get("levels.hint"));
    saving = () -> presenter.saveLevel(code.getText(), name.getText());
    boolean unused = code.requestFocusInWindow();
  }
}
