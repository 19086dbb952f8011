package id.lajur.backoffice.monitor;

import id.lajur.backoffice.form.Shown;
import id.lajur.backoffice.journal.Replay;
import id.lajur.backoffice.monitor.Shop.DepartmentSales;
import id.lajur.backoffice.monitor.Shop.HourSales;
import id.lajur.backoffice.monitor.Shop.Incident;
import id.lajur.backoffice.monitor.Shop.Lane;
import id.lajur.backoffice.monitor.Shop.LowStock;
import id.lajur.backoffice.monitor.Shop.TenderSales;
import id.lajur.backoffice.monitor.Shop.TopItem;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What stands behind the figures of the monitor: opened one out of another, and left step by step.
 * All of it on the screen's thread.
 */
final class DrillPresenter {
  private final MonitorActions actions;
  private final MonitorPresenter.May may;
  private final Shown<MonitorState> shown;
  private int opening; // of a drill; what was asked for an earlier one is of no use any more
  private int receiptAsked; // of the drill's receipts only the last that was asked for is shown
  private boolean reading; // the basket of the lane that is open
  private Optional<Drill.Followed> read = Optional.empty(); // as that basket was read last

  /**
   * @param shown the monitor's state, of which the drill is a part
   */
  DrillPresenter(MonitorActions actions, MonitorPresenter.May may, Shown<MonitorState> shown) {
    this.actions = actions;
    this.may = may;
    this.shown = shown;
  }

  /** All receipts of the date. */
  void openDay() {
    ask(figures().day());
  }

  /** Those of a week ago up to the same minute: what the day is compared with. */
  void openWeekAgo() {
    openDay();
    otherWeek();
  }

  /** Those of the last 60 minutes: customers per hour. */
  void openLastHour() {
    ask(figures().lastHour());
  }

  /** Those of the same 60 minutes a week ago. */
  void openLastHourWeekAgo() {
    openLastHour();
    otherWeek();
  }

  void open(HourSales hour) {
    ask(figures().of(hour));
  }

  void open(DepartmentSales department) {
    ask(figures().of(department));
  }

  void open(TenderSales tender) {
    ask(figures().of(tender));
  }

  /** What a lane has sold on the date. */
  void openSales(Lane lane) {
    ask(figures().of(lane));
  }

  void open(TopItem item) {
    ask(figures().of(item));
  }

  private FigureDrill figures() {
    return new FigureDrill(shop());
  }

  private Shop shop() {
    return shown.now().shop().orElse(Shop.NONE);
  }

  private Optional<Drill> drill() {
    return shown.now().drill();
  }

  private void ask(Drill drill) {
    begin(Optional.of(drill));
    page(drill);
  }

  /** From a figure to the same of a week before, and back. */
  void otherWeek() {
    Optional<Drill> drill = drill().filter(now -> now.receipt().isEmpty());
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
    Optional<Drill> basket = drill().filter(now -> now.lane().isPresent());
    basket
        .flatMap(Drill::lane)
        .flatMap(at -> lane(at.terminal()))
        .ifPresent(
            lane -> {
              openSales(lane);
              show(drill().map(list -> list.before(basket.orElseThrow())));
            });
  }

  private Optional<Lane> lane(String terminal) {
    return shop().lanes().stream().filter(each -> each.terminal().equals(terminal)).findFirst();
  }

  /**
   * Reads the basket of the lane that is open, unless it is read now or was read as it stands; one
   * whose reading has failed is tried again with the next that comes of the shop.
   */
  void followLane() {
    Optional<Drill> drill = drill();
    Optional<Drill.Followed> before = drill.flatMap(Drill::lane);
    if (before.isEmpty()) {
      return;
    }
    Drill.Followed now = before.get().now(lane(before.get().terminal()).flatMap(Lane::basket));
    if (!now.equals(before.get())) {
      show(drill.map(open -> open.following(now)));
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
    Drill drill = drill().orElseThrow();
    Drill.Followed now = drill.lane().orElseThrow();
    read = Optional.of(asked);
    if (now.basketId().equals(asked.basketId())) {
      show(Optional.of(drill.opened(ticket).waiting(!now.equals(asked))));
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
    drill().ifPresent(now -> show(Optional.of(answered.apply(now))));
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
    drill()
        .filter(drill -> !drill.busy() && !drill.nextPage().isEmpty())
        .ifPresent(
            drill -> {
              show(Optional.of(drill.waiting(true)));
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
    drill()
        .filter(now -> now.asked().equals(asked.asked()))
        .filter(now -> now.nextPage().equals(asked.nextPage()))
        .ifPresent(now -> show(Optional.of(now.with(answer))));
  }

  /** One receipt, of the list that is open or of those on the monitor. */
  void openReceipt(String saleId) {
    if (drill().isEmpty()) {
      begin(Optional.of(Drill.ofReceipt()));
    } else {
      show(drill().map(list -> list.waiting(true)));
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
    Optional<Drill> drill = drill();
    if (drill.isEmpty()) {
      shown.change(state -> state.full(false));
    } else if (drill.get().receipt().isPresent() && !drill.get().alone()) {
      show(drill.map(Drill::closedReceipt));
    } else {
      begin(drill.get().behind());
      followLane();
    }
  }

  private void show(Optional<Drill> drill) {
    shown.change(state -> state.with(drill));
  }

  /** Opens another drill, or none: nothing that an earlier one awaits is shown there. */
  private void begin(Optional<Drill> drill) {
    opening++;
    reading = false;
    read = Optional.empty();
    show(drill);
  }

  /**
   * Takes what was asked for the drill that is open, as long as it is.
   *
   * @param failed told before a refusal is shown
   */
  private <R> void then(CompletableFuture<R> asked, Consumer<R> done, Runnable failed) {
    int of = opening;
    shown.after(
        asked,
        answer -> {
          if (of == opening) {
            done.accept(answer);
          }
        },
        refusal -> {
          if (of == opening) {
            failed.run();
            shown.change(
                state ->
                    state.with(state.drill().map(open -> open.waiting(false))).refused(refusal));
          }
        });
  }
}
