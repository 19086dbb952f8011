package id.lajur.backoffice.members;

import id.lajur.backoffice.form.Shown;
import id.lajur.backoffice.members.MembersState.Task;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.connection.ServerRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The shop's members: who they are, and at which price level they buy. */
final class MembersPresenter {
  private static final int NEW = 0;

  private final MemberActions actions;
  private final boolean mayPrice;
  private final Shown<MembersState> shown;
  private final Unsaved unsaved = new Unsaved();

  /** What stands in the fields. */
  record Typed(String number, String name, String phone, String level, boolean active) {}

  /**
   * @param mayPrice whether whoever is signed on may make price levels
   */
  MembersPresenter(MemberActions actions, boolean mayPrice, Executor ui) {
    this.actions = actions;
    this.mayPrice = mayPrice;
    this.shown = new Shown<>(MembersState.FIRST, ui);
  }

  Unsaved unsaved() {
    return unsaved;
  }

  MembersState state() {
    return shown.now();
  }

  boolean mayPrice() {
    return mayPrice;
  }

  void in(Consumer<MembersState> view) {
    shown.in(view);
  }

  private record Read(List<Member> members, List<Level> levels) {}

  void load() {
    shown.change(state -> state.with(state.progress().asks()));
    shown.after(
        actions.members().thenCombine(actions.levels(), Read::new),
        read ->
            shown.change(
                state -> state.with(read.members(), read.levels()).with(state.progress().has())),
        this::refused);
  }

  private void refused(ServerRefusal why) {
    shown.change(state -> state.with(state.progress().refused(why)));
  }

  /** Another is marked; what was begun about the one before is given up. */
  void choose(Optional<Member> member) {
    Optional<String> number = member.map(Member::number);
    boolean ofNobody = state().task().filter(task -> task != Task.EDIT).isPresent();
    if (!number.equals(state().chosen()) && !ofNobody) {
      unsaved.before(
          () ->
              shown.change(
                  state ->
                      state
                          .choosing(number)
                          .doing(Optional.empty())
                          .with(state.progress().quiet())));
      shown.show(state()); // what stays asked about stays marked
    }
  }

  void create() {
    begin(Task.CREATE);
  }

  /** Asks for a new price level, or another name of one. */
  void level() {
    if (mayPrice) {
      begin(Task.LEVEL);
    }
  }

  void edit() {
    if (state().member().isPresent()) {
      begin(Task.EDIT);
    }
  }

  private void begin(Task task) {
    if (!state().task().equals(Optional.of(task))) {
      unsaved.before(() -> open(task));
    }
  }

  private void open(Task task) {
    if (!state().progress().sending()) {
      shown.change(state -> state.doing(Optional.of(task)).with(state.progress().quiet()));
    }
  }

  void cancel() {
    unsaved.before(this::giveUp);
  }

  /** What was typed goes. */
  void giveUp() {
    if (!state().progress().sending()) {
      shown.change(state -> state.doing(Optional.empty()).with(state.progress().quiet()));
    }
  }

  /**
   * Keeps what was typed.
   *
   * @param read the member whose fields these were; empty = a new one
   */
  void save(Optional<Member> read, Typed typed) {
    if (state().progress().sending() || state().task().isEmpty()) {
      return;
    }
    Optional<String> wrong = wrong(typed);
    if (wrong.isPresent()) {
      shown.change(state -> state.with(state.progress().wrong(wrong.get())));
      return;
    }
    var member =
        new Member(
            read.map(Member::number).orElse(typed.number().strip()),
            typed.name().strip(),
            digits(typed.phone()),
            typed.level(),
            typed.active(),
            read.map(Member::since).orElse(""),
            read.map(Member::version).orElse((long) NEW));
    shown.change(state -> state.with(state.progress().sends()));
    CompletableFuture<Member> kept =
        read.isPresent() ? actions.update(member) : actions.create(member);
    shown.after(
        kept,
        done -> {
          shown.change(
              state ->
                  state
                      .choosing(Optional.of(done.number()))
                      .doing(Optional.empty())
                      .with(state.progress().did("said.kept", Map.of("name", done.name()))));
          load();
        },
        this::refused);
  }

  /** Keeps a price level; its code makes it a new one, or names the one whose name changes. */
  void saveLevel(String code, String name) {
    if (state().progress().sending() || state().task().isEmpty()) {
      return;
    }
    if (code.isBlank() || name.isBlank()) {
      shown.change(state -> state.with(state.progress().wrong("wrong.level")));
      return;
    }
    shown.change(state -> state.with(state.progress().sends()));
    shown.after(
        actions.save(new Level(code.strip(), name.strip(), false)),
        done -> {
          shown.change(
              state ->
                  state
                      .doing(Optional.empty())
                      .with(state.progress().did("said.kept", Map.of("name", done.name()))));
          load();
        },
        this::refused);
  }

  private static Optional<String> wrong(Typed typed) {
    if (typed.number().isBlank()) {
      return Optional.of("wrong.number");
    }
    if (typed.name().isBlank()) {
      return Optional.of("wrong.name");
    }
    return digits(typed.phone()).matches("[0-9]*") ? Optional.empty() : Optional.of("wrong.phone");
  }

  /** A number may be written in groups. */
  private static String digits(String phone) {
    return phone.replaceAll("[ .-]", "");
  }
}
