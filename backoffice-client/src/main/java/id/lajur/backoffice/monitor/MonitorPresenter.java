package id.lajur.backoffice.monitor;

import id.lajur.backoffice.form.Shown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The monitor's figures as they come, what is asked of whoever watches, and the {@linkplain
 * #drills() drills} behind them. All of it on the screen's thread.
 */
final class MonitorPresenter {
  /** How long what has changed is marked. */
  static final int MARKED_MS = 2_000;

  /**
   * What whoever watches may.
   *
   * @param answer answer approvals
   * @param journal read what happened to a basket
   * @param items open items
   */
  record May(boolean answer, boolean journal, boolean items) {}

  private final MonitorActions actions;
  private final Shown<MonitorState> shown;
  private final DrillPresenter drills;
  private final Deque<Set<String>> marks = new ArrayDeque<>();
  private Optional<MonitorActions.Followed> shop = Optional.empty();
  private Optional<MonitorActions.Followed> approvals = Optional.empty();

  MonitorPresenter(MonitorActions actions, May may, Executor ui, Consumer<MonitorState> view) {
    this.actions = actions;
    this.shown = new Shown<>(MonitorState.first(may.answer()), ui);
    this.drills = new DrillPresenter(actions, may, shown);
    shown.in(view);
  }

  MonitorState state() {
    return shown.now();
  }

  /** What stands behind the figures. */
  DrillPresenter drills() {
    return drills;
  }

  /** The screen is shown: begins to follow. */
  void opened() {
    if (shop.isEmpty()) {
      shop = Optional.of(actions.shop(new ShopTold()));
      if (state().mayAnswer()) {
        approvals = Optional.of(actions.approvals(new ApprovalsTold()));
      }
    }
    shown.show(state());
  }

  /** The screen is left; what it has shown stays for the next time, and costs nothing. */
  void left() {
    shop.ifPresent(MonitorActions.Followed::leave);
    approvals.ifPresent(MonitorActions.Followed::leave);
    shop = Optional.empty();
    approvals = Optional.empty();
    marks.clear();
    shown.show(state().with(MonitorState.Link.COMING).marking(Set.of()).full(false));
  }

  private final class ShopTold implements MonitorActions.Told<Shop> {
    @Override
    public void now(Shop fresh) {
      if (shop.isPresent()) {
        follow(fresh);
      }
    }

    @Override
    public void lost() {
      if (shop.isPresent()) {
        shown.show(state().with(MonitorState.Link.LOST));
      }
    }
  }

  private final class ApprovalsTold implements MonitorActions.Told<List<Approval>> {
    @Override
    public void now(List<Approval> fresh) {
      if (approvals.isPresent()) {
        shown.show(state().waiting(fresh));
      }
    }

    @Override
    public void lost() {
      if (approvals.isPresent()) {
        shown.show(state().waiting(List.of())); // what waits is not known now
      }
    }
  }

  /** Changes are marked while one looks at them, not those that came in between. */
  private void follow(Shop fresh) {
    Set<String> changed =
        state().link() == MonitorState.Link.LIVE
            ? state().shop().map(before -> Changes.between(before, fresh)).orElse(Set.of())
            : Set.of();
    if (!changed.isEmpty()) {
      marks.addLast(changed);
      actions.later(MARKED_MS, this::unmark);
    }
    shown.show(state().with(fresh, marked()));
    drills.followLane();
  }

  private void unmark() {
    if (!marks.isEmpty()) {
      marks.removeFirst();
      shown.show(state().marking(marked()));
    }
  }

  private Set<String> marked() {
    Set<String> all = new HashSet<>();
    marks.forEach(all::addAll);
    return all;
  }

  void shares(MonitorState.Shares shares) {
    shown.show(state().with(shares));
  }

  void feed(MonitorState.Feed feed) {
    shown.show(state().with(feed));
  }

  void full(boolean full) {
    shown.show(state().full(full));
  }

  /** Answers a request at a lane. */
  void answer(Approval request, boolean approve) {
    if (!state().answering().isEmpty()) {
      return;
    }
    shown.show(state().answering(request.approvalId()));
    shown.after(
        actions.answer(request.approvalId(), approve),
        done ->
            shown.show(
                state()
                    .answering("")
                    .waiting(
                        state().waiting().stream()
                            .filter(each -> !each.approvalId().equals(request.approvalId()))
                            .toList())),
        refusal -> shown.show(state().answering("").refused(refusal)));
  }
}
