package id.lajur.backoffice.monitor;

import id.lajur.backoffice.journal.Replay;
import id.lajur.backoffice.monitor.Shop.DepartmentSales;
import id.lajur.backoffice.monitor.Shop.HourSales;
import id.lajur.backoffice.monitor.Shop.Incident;
import id.lajur.backoffice.monitor.Shop.Lane;
import id.lajur.backoffice.monitor.Shop.LowStock;
import id.lajur.backoffice.monitor.Shop.TenderSales;
import id.lajur.backoffice.monitor.Shop.TopItem;
import id.lajur.backoffice.shell.Desk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The monitor's logic. All of it on the screen's thread. */
final class MonitorPresenter {
  /** How long what has changed is marked. */
  static final int MARKED_MS = 2_000;

  private static final long MINUTE_MS = 60_000;
  private static final long HOUR_MS = 60 * MINUTE_MS;
  private static final String DAY = "drill.day";

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
  private int opening; // of a drill; what was asked for an earlier one is of no use any more
  private int receiptAsked; // of the drill's receipts only the last that was asked for is shown
  private boolean reading; // the basket of the lane that is open
  private Optional<Drill.Followed> read = Optional.empty(); // as that basket was read last

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
    followLane();
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
    Desk.take(
        actions.answer(request.approvalId(), approve),
        done ->
            show(
                state
                    .answering("")
                    .waiting(
                        state.waiting().stream()
                            .filter(each -> !each.approvalId().equals(request.approvalId()))
                            .toList())),
        refusal -> show(state.answering("").refused(refusal)),
        ui);
  }

  /** All receipts of the date. */
  void openDay() {
    openList(DAY, Map.of(), request(), untilWeekAgo());
  }

  /** Those of a week ago up to the same minute: what the day is compared with. */
  void openWeekAgo() {
    openDay();
    otherWeek();
  }

  /** Those of the last 60 minutes: customers per hour. */
  void openLastHour() {
    Shop now = shop();
    openList(
        "drill.lastHour",
        Map.of(),
        request().between(now.asOfMs() - HOUR_MS + MINUTE_MS, now.asOfMs() + MINUTE_MS),
        untilWeekAgo()
            .between(now.weekAgoAsOfMs() - HOUR_MS + MINUTE_MS, now.weekAgoAsOfMs() + MINUTE_MS));
  }

  /** Those of the same 60 minutes a week ago. */
  void openLastHourWeekAgo() {
    openLastHour();
    otherWeek();
  }

  void open(HourSales hour) {
    openList(
        "drill.hour",
        Map.of(
            "from", Integer.toString(hour.hour() % 24),
            "to", Integer.toString((hour.hour() + 1) % 24)),
        request().inHour(hour.hour()),
        ReceiptQuery.ofDay(shop().comparedDate()).inHour(hour.hour()));
  }

  void open(DepartmentSales department) {
    openList(
        "drill.department",
        Map.of("name", department.name()),
        request().ofDepartment(department.code()),
        untilWeekAgo().ofDepartment(department.code()));
  }

  void open(TenderSales tender) {
    openList(
        "drill.tender",
        Map.of("name", tender.name()),
        request().paidBy(tender.kind()),
        untilWeekAgo().paidBy(tender.kind()));
  }

  /** What a lane has sold on the date. */
  void openSales(Lane lane) {
    openList(
        "drill.lane",
        Map.of("name", lane.name()),
        request().atTerminal(lane.terminal()),
        untilWeekAgo().atTerminal(lane.terminal()));
  }

  void open(TopItem item) {
    openList(
        "drill.item",
        Map.of("name", item.name()),
        request().withItem(item.itemCode()),
        untilWeekAgo().withItem(item.itemCode()));
  }

  private Shop shop() {
    return state.shop().orElse(Shop.NONE);
  }

  private ReceiptQuery request() {
    return ReceiptQuery.ofDay(shop().businessDate());
  }

  /** What a figure is compared with: the same weekday, up to the same minute. */
  private ReceiptQuery untilWeekAgo() {
    return ReceiptQuery.ofDay(shop().comparedDate()).between(0, shop().weekAgoAsOfMs() + MINUTE_MS);
  }

  private void openList(
      String title, Map<String, String> named, ReceiptQuery asked, ReceiptQuery weekAgo) {
    Optional<Drill.Other> other =
        weekAgo.businessDate().isEmpty()
            ? Optional.empty()
            : Optional.of(new Drill.Other(title.equals(DAY) ? "drill.until" : title, weekAgo));
    ask(Drill.of(title, named, Drill.Listed.of(asked, other, false)));
  }

  private void ask(Drill drill) {
    begin(Optional.of(drill));
    page(drill);
  }

  /** From a figure to the same of a week before, and back. */
  void otherWeek() {
    Optional<Drill> drill = state.drill().filter(now -> now.receipt().isEmpty());
    Optional<Drill.Listed> list = drill.flatMap(Drill::list);
    list.flatMap(Drill.Listed::other)
        .ifPresent(
            other -> {
              Drill now = drill.orElseThrow();
              var back = new Drill.Other(now.title(), now.asked());
              Drill turned =
                  Drill.of(
                      other.title(),
                      now.named(),
                      Drill.Listed.of(
                          other.asked(), Optional.of(back), !list.orElseThrow().weekAgo()));
              ask(now.behind().map(turned::before).orElse(turned));
            });
  }

  /** The open basket of a lane, line by line as it grows; without one, what the lane has sold. */
  void open(Lane lane) {
    if (lane.basket().isEmpty() || !may.journal()) {
      openSales(lane);
      return;
    }
    var followed = Drill.Followed.of(lane.terminal(), lane.basket().get());
    begin(Optional.of(Drill.ofLane(Map.of("name", lane.name()), followed)));
    read(followed);
  }

  /** From a lane's basket on to what it has sold; a step back leads to its basket again. */
  void openSalesOfLane() {
    Optional<Drill> basket = state.drill().filter(now -> now.lane().isPresent());
    basket
        .flatMap(Drill::lane)
        .flatMap(at -> lane(at.terminal()))
        .ifPresent(
            lane -> {
              openSales(lane);
              show(state.with(state.drill().map(list -> list.before(basket.orElseThrow()))));
            });
  }

  private Optional<Lane> lane(String terminal) {
    return shop().lanes().stream().filter(each -> each.terminal().equals(terminal)).findFirst();
  }

  /**
   * Reads the basket of the lane that is open, unless it is read now or was read as it stands; one
   * whose reading has failed is tried again with the next that comes of the shop.
   */
  private void followLane() {
    Optional<Drill> drill = state.drill();
    Optional<Drill.Followed> shown = drill.flatMap(Drill::lane);
    if (shown.isEmpty()) {
      return;
    }
    Drill.Followed now = shown.get().now(lane(shown.get().terminal()).flatMap(Lane::basket));
    if (!now.equals(shown.get())) {
      show(state.with(drill.map(open -> open.following(now))));
    }
    if (!reading && !read.equals(Optional.of(now))) {
      read(now);
    }
  }

  private void read(Drill.Followed basket) {
    reading = true;
    then(
        actions.ticket(basket.basketId()),
        ticket -> {
          reading = false;
          basketCame(basket, ticket);
        },
        () -> reading = false);
  }

  /** One that has grown while it was read is read again. */
  private void basketCame(Drill.Followed asked, Replay ticket) {
    Drill drill = state.drill().orElseThrow();
    Drill.Followed now = drill.lane().orElseThrow();
    read = Optional.of(asked);
    if (now.basketId().equals(asked.basketId())) {
      show(state.with(Optional.of(drill.opened(ticket).waiting(!now.equals(asked)))));
    }
    if (!now.equals(asked)) {
      read(now);
    }
  }

  /** Whether something can be opened behind an incident. */
  boolean opens(Incident incident) {
    return switch (incident.subject()) {
      case NOTHING -> false;
      case SALE, CASH -> true;
      case BASKET -> may.journal();
    };
  }

  /**
   * The basket that an incident is about, from its first scan on; or its receipt; or what the till
   * posted.
   */
  void open(Incident incident) {
    if (!opens(incident)) {
      return;
    }
    if (incident.subject() == Shop.Subject.SALE) {
      openReceipt(incident.subjectId());
      return;
    }
    Map<String, String> named =
        Map.of("name", lane(incident.terminal()).map(Lane::name).orElse(incident.terminal()));
    if (incident.subject() == Shop.Subject.CASH) {
      begin(Optional.of(Drill.ofCash(named)));
      then(
          actions.cashDocument(incident.terminal(), incident.number()),
          document -> open(now -> now.opened(document)),
          () -> {});
      return;
    }
    begin(Optional.of(Drill.ofTicket(named)));
    then(actions.ticket(incident.subjectId()), ticket -> open(now -> now.opened(ticket)), () -> {});
  }

  private void open(UnaryOperator<Drill> answered) {
    state.drill().ifPresent(now -> show(state.with(Optional.of(answered.apply(now)))));
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
    then(
        actions.receipts(drill.asked(), drill.nextPage()),
        answer -> pageCame(drill, answer),
        () -> {});
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
    if (state.drill().isEmpty()) {
      begin(Optional.of(Drill.ofReceipt()));
    } else {
      show(state.with(state.drill().map(list -> list.waiting(true))));
    }
    receiptAsked++;
    int asked = receiptAsked;
    then(
        actions.receipt(saleId),
        detail -> {
          if (asked == receiptAsked) {
            open(now -> now.opened(detail));
          }
        },
        () -> {});
  }

  /**
   * One step back: from a receipt to its list, from the list to what it was opened from or to the
   * monitor, from full screen.
   */
  void back() {
    Optional<Drill> drill = state.drill();
    if (drill.isEmpty()) {
      show(state.full(false));
    } else if (drill.get().receipt().isPresent() && !drill.get().alone()) {
      show(state.with(drill.map(Drill::closedReceipt)));
    } else {
      begin(drill.get().behind());
      followLane();
    }
  }

  /** Opens another drill, or none: nothing that an earlier one awaits is shown there. */
  private void begin(Optional<Drill> drill) {
    opening++;
    reading = false;
    read = Optional.empty();
    show(state.with(drill));
  }

  /**
   * Takes what was asked for the drill that is open, as long as it is.
   *
   * @param failed told before a refusal is shown
   */
  private <R> void then(CompletableFuture<R> asked, Consumer<R> done, Runnable failed) {
    int of = opening;
    Desk.take(
        asked,
        answer -> {
          if (of == opening) {
            done.accept(answer);
          }
        },
        refusal -> {
          if (of == opening) {
            failed.run();
            show(state.with(state.drill().map(open -> open.waiting(false))).refused(refusal));
          }
        },
        ui);
  }

  private void show(MonitorState next) {
    state = next;
    view.accept(next);
  }
}
