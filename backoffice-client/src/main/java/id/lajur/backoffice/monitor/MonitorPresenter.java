package id.lajur.backoffice.monitor;

import id.lajur.backoffice.monitor.Shop.DepartmentSales;
import id.lajur.backoffice.monitor.Shop.HourSales;
import id.lajur.backoffice.monitor.Shop.Incident;
import id.lajur.backoffice.monitor.Shop.Lane;
import id.lajur.backoffice.monitor.Shop.LowStock;
import id.lajur.backoffice.monitor.Shop.TenderSales;
import id.lajur.backoffice.monitor.Shop.TopItem;
import id.lajur.kit.connection.ServerRefusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The monitor's logic. All of it on the screen's thread. */
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
  private final May may;
  private final Executor ui;
  private final Consumer<MonitorState> view;
  private final Deque<Set<String>> marks = new ArrayDeque<>();
  private MonitorState state;
  private Optional<MonitorActions.Followed> shop = Optional.empty();
  private Optional<MonitorActions.Followed> approvals = Optional.empty();

  MonitorPresenter(MonitorActions actions, May may, Executor ui, Consumer<MonitorState> view) {
    this.actions = actions;
    this.may = may;
    this.ui = ui;
    this.view = view;
    this.state = MonitorState.first(may.answer());
  }

  MonitorState state() {
    return state;
  }

  /** The screen is shown: begins to follow. */
  void opened() {
    if (shop.isEmpty()) {
      shop = Optional.of(actions.shop(new ShopTold()));
      if (state.mayAnswer()) {
        approvals = Optional.of(actions.approvals(new ApprovalsTold()));
      }
    }
    show(state);
  }

  /** The screen is left; what it has shown stays for the next time, and costs nothing. */
  void left() {
    shop.ifPresent(MonitorActions.Followed::leave);
    approvals.ifPresent(MonitorActions.Followed::leave);
    shop = Optional.empty();
    approvals = Optional.empty();
    marks.clear();
    show(state.with(MonitorState.Link.COMING).marking(Set.of()).full(false));
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
        show(state.with(MonitorState.Link.LOST));
      }
    }
  }

  private final class ApprovalsTold implements MonitorActions.Told<List<Approval>> {
    @Override
    public void now(List<Approval> fresh) {
      if (approvals.isPresent()) {
        show(state.waiting(fresh));
      }
    }

    @Override
    public void lost() {
      if (approvals.isPresent()) {
        show(state.waiting(List.of())); // what waits is not known now
      }
    }
  }

  /** Changes are marked while one looks at them, not those that came in between. */
  private void follow(Shop fresh) {
    Set<String> changed =
        state.link() == MonitorState.Link.LIVE
            ? state.shop().map(before -> Changes.between(before, fresh)).orElse(Set.of())
            : Set.of();
    if (!changed.isEmpty()) {
      marks.addLast(changed);
      actions.later(MARKED_MS, this::unmark);
    }
    show(state.with(fresh, marked()));
  }

  private void unmark() {
    if (!marks.isEmpty()) {
      marks.removeFirst();
      show(state.marking(marked()));
    }
  }

  private Set<String> marked() {
    Set<String> all = new HashSet<>();
    marks.forEach(all::addAll);
    return all;
  }

  void shares(MonitorState.Shares shares) {
    show(state.with(shares));
  }

  void feed(MonitorState.Feed feed) {
    show(state.with(feed));
  }

  void full(boolean full) {
    show(state.full(full));
  }

  /** Answers a request at a lane. */
  void answer(Approval request, boolean approve) {
    if (!state.answering().isEmpty()) {
      return;
    }
    show(state.answering(request.approvalId()));
    then(
        actions.answer(request.approvalId(), approve),
        done ->
            show(
                state
                    .answering("")
                    .waiting(
                        state.waiting().stream()
                            .filter(each -> !each.approvalId().equals(request.approvalId()))
                            .toList())));
  }

  /** All receipts of the date. */
  void openDay() {
    open("drill.day", Map.of(), request());
  }

  void open(HourSales hour) {
    open(
        "drill.hour",
        Map.of(
            "from", Integer.toString(hour.hour() % 24),
            "to", Integer.toString((hour.hour() + 1) % 24)),
        request().inHour(hour.hour()));
  }

  void open(DepartmentSales department) {
    open(
        "drill.department",
        Map.of("name", department.name()),
        request().ofDepartment(department.code()));
  }

  void open(TenderSales tender) {
    open("drill.tender", Map.of("name", tender.name()), request().paidBy(tender.kind()));
  }

  void open(Lane lane) {
    open("drill.lane", Map.of("name", lane.name()), request().atTerminal(lane.terminal()));
  }

  void open(TopItem item) {
    open("drill.item", Map.of("name", item.name()), request().withItem(item.itemCode()));
  }

  /** Whether something can be opened behind an incident. */
  boolean opens(Incident incident) {
    return switch (incident.subject()) {
      case NOTHING -> false;
      case SALE -> true;
      case BASKET -> may.journal();
    };
  }

  /** The basket that an incident is about, from its first scan on; or its receipt. */
  void open(Incident incident) {
    if (!opens(incident)) {
      return;
    }
    if (incident.subject() == Shop.Subject.SALE) {
      openReceipt(incident.subjectId());
      return;
    }
    String lane =
        state.shop().stream()
            .flatMap(now -> now.lanes().stream())
            .filter(each -> each.terminal().equals(incident.terminal()))
            .map(Lane::name)
            .findFirst()
            .orElse(incident.terminal());
    show(state.with(Optional.of(Drill.ofTicket(Map.of("name", lane)))));
    then(
        actions.ticket(incident.subjectId()),
        ticket ->
            state.drill().ifPresent(now -> show(state.with(Optional.of(now.opened(ticket))))));
  }

  boolean opensItems() {
    return may.items();
  }

  /** The stock card of what is over soon. */
  void open(LowStock item) {
    if (may.items()) {
      actions.openStockCard(item.itemCode());
    }
  }

  private ReceiptQuery request() {
    return ReceiptQuery.ofDay(state.shop().map(Shop::businessDate).orElse(""));
  }

  private void open(String title, Map<String, String> named, ReceiptQuery asked) {
    Drill drill = Drill.of(title, named, asked);
    show(state.with(Optional.of(drill)));
    page(drill);
  }

  /** The next page of the list that is open. */
  void more() {
    state
        .drill()
        .filter(drill -> !drill.busy() && !drill.nextPage().isEmpty())
        .ifPresent(
            drill -> {
              show(state.with(Optional.of(drill.waiting(true))));
              page(drill);
            });
  }

  private void page(Drill drill) {
    then(actions.receipts(drill.asked(), drill.nextPage()), answer -> pageCame(drill, answer));
  }

  private void pageCame(Drill asked, ReceiptPage answer) {
    state
        .drill()
        .filter(now -> now.asked().equals(asked.asked()))
        .filter(now -> now.nextPage().equals(asked.nextPage()))
        .ifPresent(now -> show(state.with(Optional.of(now.with(answer)))));
  }

  /** One receipt, of the list that is open or of those on the monitor. */
  void openReceipt(String saleId) {
    Drill drill = state.drill().orElseGet(Drill::ofReceipt).waiting(true);
    show(state.with(Optional.of(drill)));
    then(
        actions.receipt(saleId),
        detail ->
            state.drill().ifPresent(now -> show(state.with(Optional.of(now.opened(detail))))));
  }

  /** One step back: from a receipt to its list, from the list to the monitor, from full screen. */
  void back() {
    Optional<Drill> drill = state.drill();
    if (drill.isEmpty()) {
      show(state.full(false));
    } else if (drill.get().receipt().isPresent() && !drill.get().alone()) {
      show(state.with(drill.map(Drill::closedReceipt)));
    } else {
      show(state.with(Optional.empty()));
    }
  }

  private <R> void then(CompletableFuture<R> asked, Consumer<R> done) {
    var unused =
        asked.whenCompleteAsync(
            (answer, failure) -> {
              if (failure == null) {
                done.accept(answer);
              } else {
                failed(failure);
              }
            },
            ui);
  }

  private void failed(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof ServerRefusal refusal) {
      show(state.refused(refusal));
    } else {
      throw new IllegalStateException("a call failed by itself", cause);
    }
  }

  private void show(MonitorState next) {
    state = next;
    view.accept(next);
  }
}
