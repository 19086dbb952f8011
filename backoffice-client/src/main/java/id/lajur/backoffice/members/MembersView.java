package id.lajur.backoffice.members;

import id.lajur.backoffice.form.ListFrame;
import id.lajur.backoffice.form.ListState;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.members.MembersPresenter.Task;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import java.awt.BorderLayout;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The members in a list; beside it the one that is marked, or the fields to change it. */
final class MembersView extends JPanel implements ListFrame.Contents<Member, Task, List<Level>> {
  private static final double SIDE = 0.34;

  private final MembersPresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final KeyButton create;
  private final KeyButton edit;
  private final KeyButton levels;
  private final ListFrame<Member, Task, List<Level>> frame;

  MembersView(MembersPresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.texts = Texts.of(MembersView.class, "members", formats.language());
    setOpaque(false);
    create = KeyButton.f(3, texts.get("create"), presenter::create);
    edit = KeyButton.f(4, texts.get("edit"), presenter::edit);
    levels = KeyButton.f(6, texts.get("levels"), presenter::level);
    var names = new ListFrame.Names("members", texts.get("title"), texts.get("none"), SIDE);
    frame = new ListFrame<>(presenter, this, names, texts, formats, store, choices);
    add(frame, BorderLayout.CENTER);
  }

  @Override
  public List<Column<Member>> columns() {
    return List.of(
        Column.code("number", texts.get("column.number"), 148, Member::number),
        Column.text("name", texts.get("column.name"), 176, Member::name).wrapping(),
        Column.code("phone", texts.get("column.phone"), 146, Member::phone),
        Column.text("level", texts.get("column.at"), 100, this::level),
        Column.<Member>text("active", texts.get("column.active"), 90, this::active).atFirstHidden(),
        Column.<Member>text("since", texts.get("column.since"), 120, Member::since)
            .atFirstHidden());
  }

  private String level(Member member) {
    return presenter.state().beside().stream()
        .filter(level -> level.code().equals(member.level()))
        .map(Level::name)
        .findFirst()
        .orElse(member.level());
  }

  private String active(Member member) {
    return texts.get(member.active() ? "active.yes" : "active.no");
  }

  void render(ListState<Member, Task, List<Level>> state) {
    frame.show(state);
    boolean free = !state.progress().sending();
    create.setEnabled(free);
    levels.setEnabled(free && presenter.mayPrice());
    edit.setEnabled(free && state.marked().isPresent());
  }

  @Override
  public void opened() {
    presenter.edit();
  }

  @Override
  public String hint() {
    return texts.get("hint");
  }

  @Override
  public List<KeyButton> keys(Optional<Member> marked, KeyButton reload) {
    return marked.isPresent()
        ? List.of(create, edit, reload, levels)
        : List.of(create, reload, levels);
  }

  @Override
  public void facts(Side side, Member member) {
    side.begin(member.name());
    side.fact(texts.get("column.number"), member.number());
    side.fact(texts.get("column.phone"), member.phone().isEmpty() ? "–" : member.phone());
    side.fact(texts.get("column.level"), level(member));
    side.fact(texts.get("column.active"), active(member));
    side.fact(texts.get("column.since"), formats.date(LocalDate.parse(member.since())));
  }

  @Override
  public Runnable form(Side side, Task task, ListState<Member, Task, List<Level>> state) {
    return switch (task) {
      case CREATE -> form(side, Optional.empty(), state.beside());
      case EDIT -> form(side, state.marked(), state.beside());
      case LEVEL -> levelForm(side, state.beside());
    };
  }

  private Runnable form(Side side, Optional<Member> read, List<Level> all) {
    side.begin(read.map(one -> one.number() + " " + one.name()).orElse(texts.get("create")));
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
    JCheckBox active =
        side.box("member.active", texts.get("field.active"), read.map(Member::active).orElse(true));
    if (read.isEmpty()) {
      side.text(texts.get("create.hint"));
    }
    boolean unused = (read.isEmpty() ? typedNumber : name).requestFocusInWindow();
    return () ->
        presenter.save(
            read,
            new MembersPresenter.Typed(
                typedNumber.getText(),
                name.getText(),
                phone.getText(),
                level.getSelectedItem() instanceof Level chosen ? chosen.code() : "",
                active.isSelected()));
  }

  private Runnable levelForm(Side side, List<Level> all) {
    side.begin(texts.get("levels"));
    for (Level level : all) {
      side.fact(level.code(), level.name());
    }
    JTextField code = side.field("level.code", texts.get("field.levelCode"), "");
    JTextField name = side.field("level.name", texts.get("field.levelName"), "");
    side.text(texts.get("levels.hint"));
    boolean unused = code.requestFocusInWindow();
    return () -> presenter.saveLevel(code.getText(), name.getText());
  }
}
