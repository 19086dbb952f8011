package id.lajur.backoffice.members;

import id.lajur.backoffice.form.ListPresenter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The shop's members: who they are, and at which price level they buy. Levels are retail first. */
final class MembersPresenter extends ListPresenter<Member, MembersPresenter.Task, List<Level>> {
  private static final long NEW = 0;

  private final MemberActions actions;
  private final boolean mayPrice;

  /** What can be done about a member. */
  enum Task {
    CREATE,
    EDIT,
    LEVEL
  }

  /** What stands in the fields. */
  record Typed(String number, String name, String phone, String level, boolean active) {}

  /**
   * @param mayPrice whether whoever is signed on may make price levels
   */
  MembersPresenter(MemberActions actions, boolean mayPrice, Executor ui) {
    super(List.of(), Set.of(Task.CREATE, Task.LEVEL), ui);
    this.actions = actions;
    this.mayPrice = mayPrice;
  }

  boolean mayPrice() {
    return mayPrice;
  }

  @Override
  protected CompletableFuture<Read<Member, List<Level>>> read() {
    return actions.members().thenCombine(actions.levels(), Read::new);
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
    beginAboutMarked(Task.EDIT);
  }

  /**
   * Keeps what was typed.
   *
   * @param read the member whose fields these were; empty = a new one
   */
  void save(Optional<Member> read, Typed typed) {
    if (!isAsked()) {
      return;
    }
    Optional<String> wrong = wrong(typed);
    if (wrong.isPresent()) {
      wrong(wrong.get());
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
            read.map(Member::version).orElse(NEW));
    send(
        () -> read.isPresent() ? actions.update(member) : actions.create(member),
        kept -> new Done(Optional.of(kept.key()), "said.kept", kept.name()));
  }

  /** Keeps a price level; its code makes it a new one, or names the one whose name changes. */
  void saveLevel(String code, String name) {
    if (!isAsked()) {
      return;
    }
    if (code.isBlank() || name.isBlank()) {
      wrong("wrong.level");
      return;
    }
    send(
        () -> actions.save(new Level(code.strip(), name.strip(), false)),
        kept -> new Done(Optional.empty(), "said.kept", kept.name()));
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
