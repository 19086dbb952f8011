package id.lajur.backoffice.items;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.connection.ServerRefusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The list of items and the one beside it. The list comes page by page while one works with what is
 * there; what comes too late for the item that is shown now is let go.
 */
final class ItemsPresenter {
  private final ItemActions actions;
  private final Executor ui;
  private Consumer<ItemsState> view = state -> {};
  private ItemsState state = ItemsState.EMPTY;
  private final Unsaved unsaved = new Unsaved();
  private int reading; // of the list; one that was given up shows nothing more
  private CompletableFuture<Items.Page> page = new CompletableFuture<>(); // that is awaited
  private Runnable listed = () -> {}; // tells that no more of the list is awaited
  private int visit; // what an earlier one asked for is of no use any more
  private boolean here; // the screen is open

  ItemsPresenter(ItemActions actions, Executor ui) {
    this.actions = actions;
    this.ui = ui;
  }

  Unsaved unsaved() {
    return unsaved;
  }

  ItemsState state() {
    return state;
  }

  /** Shows states from now on, the present one first. */
  void view(Consumer<ItemsState> shown) {
    view = shown;
    shown.accept(state);
  }

  private void show(ItemsState next) {
    boolean awaited = state.loading();
    state = next;
    if (next.loading() && !awaited) {
      listed = actions.listing(this::giveUp);
    } else if (!next.loading() && awaited) {
      listed.run();
    }
    view.accept(next);
    unsaved.look();
  }

  private <R> void then(CompletableFuture<R> answer, BiConsumer<R, ItemsState> done) {
    int of = visit;
    Desk.take(
        answer,
        given -> {
          if (of == visit) {
            done.accept(given, state);
          }
        },
        refusal -> {
          if (of == visit) {
            show(state.refused(refusal));
          }
        },
        ui);
  }

  /** Has the store do something, which it does even if the screen is left meanwhile. */
  private <R> void keep(CompletableFuture<R> answer, Consumer<R> done) {
    keep(answer, done, refusal -> show(state.refused(refusal)));
  }

  private <R> void keep(
      CompletableFuture<R> answer, Consumer<R> done, Consumer<ServerRefusal> refused) {
    Desk.take(answer, kept -> Desk.afterKeeping(() -> done.accept(kept)), refused, ui);
  }

  void opened() {
    visit++;
    reading++;
    here = true;
    then(actions.choices(), (choices, now) -> show(now.choices(choices)));
    load("", new ArrayList<>(), 0);
  }

  /**
   * Prices were set: the list is read anew, and the item beside it where nothing is typed; at the
   * next visit, if nobody is here. What was clicked meanwhile opens.
   */
  void repriced() {
    if (here) {
      giveUp(); // that of before may be given up in the window, and this may not
      load("", new ArrayList<>(), 0);
      state.card().filter(card -> !card.isNew()).ifPresent(this::again);
    }
  }

  /** Prices were not set, or nobody knows: that is said here, and what there is now is read. */
  void repricingRefused(ServerRefusal refusal) {
    show(state.refused(refusal));
    repriced();
  }

  /** Nobody waits for the rest of the list; the next visit reads it anew. */
  void left() {
    visit++;
    here = false;
    giveUp();
  }

  /** Reads no more of the list; what has come of it stays. */
  void giveUp() {
    reading++;
    boolean unused = page.cancel(true);
    show(state.rows(state.rows(), state.total(), false));
  }

  private void load(String token, List<Items.Row> before, long total) {
    int of = reading;
    if (before.isEmpty()) {
      show(state.rows(state.rows(), state.total(), true));
    }
    page = actions.page(token);
    Desk.take(
        page,
        read -> {
          if (of != reading) {
            return;
          }
          before.addAll(read.rows());
          long count = token.isEmpty() ? read.total() : total;
          String next = read.nextToken();
          // What was there stays until as much has come again.
          if (next.isEmpty() || before.size() > state.rows().size()) {
            show(state.came(before, count, !next.isEmpty()));
          }
          if (!next.isEmpty()) {
            load(next, before, count);
          }
        },
        refusal -> {
          if (of == reading) {
            show(state.refused(refusal));
          }
        },
        ui);
  }

  /** An item of the list is chosen; nothing happens when it is shown already. */
  void chosen(String code) {
    if (state.card().filter(card -> card.code().equals(code)).isEmpty()) {
      unsaved.before(() -> read(code));
    }
  }

  /** An item is opened at its stock card, from another screen. */
  void showStockCard(String code) {
    unsaved.before(
        () ->
            then(
                actions.item(code),
                (read, now) ->
                    show(now.card(Optional.of(ItemsState.Card.of(read).atStockCard())))));
  }

  /** Reads an item that is shown again; what is typed or being kept then is not touched. */
  private void again(ItemsState.Card card) {
    then(
        actions.item(card.code()),
        (read, now) -> {
          if (!unsaved.isTyped() && !now.saving()) {
            more(card, shown -> shown.reread(read));
            card.history().ifPresent(before -> showHistory());
          }
        });
  }

  private void read(String code) {
    then(actions.item(code), (read, now) -> show(now.card(Optional.of(ItemsState.Card.of(read)))));
  }

  /** A new item, to be filled in. */
  void newItem() {
    unsaved.before(this::beginNew);
  }

  private void beginNew() {
    List<Items.Choice> departments = state.choices().departments();
    List<Items.Choice> taxClasses = state.choices().taxClasses();
    var item =
        new Items.Sheet(
            "",
            "",
            departments.isEmpty() ? "" : departments.get(0).code(),
            "",
            taxClasses.isEmpty() ? "" : taxClasses.get(0).code(),
            false,
            false,
            false,
            false,
            "",
            Items.Policy.ALLOW,
            List.of(new Items.Unit(0, "pcs", 1_000, List.of(), null, List.of())));
    show(state.card(Optional.of(ItemsState.Card.of(new Items.Read(item, "", List.of(), false)))));
  }

  /**
   * Makes a department for the item that is being filled in, which stays as it is.
   *
   * @param taxClass code; of amounts that a lane enters in it
   */
  void newDepartment(String code, String name, String taxClass) {
    if (state.saving()) {
      return;
    }
    show(state.whileSaving());
    keep(
        actions.newDepartment(code, name, taxClass),
        choices -> show(state.choices(choices).saying("department")));
  }

  /** Keeps the item as it was filled in: what differs from what was read, nothing else. */
  void save(Items.Sheet filled) {
    save(Optional.of(filled), List.of(), Optional.empty());
  }

  /**
   * Keeps what was typed of the item that is shown: its prices first, under the names that its
   * units have yet, then what differs in its fields. At a refusal the rest is not asked for.
   *
   * @param filled empty where no field was filled in
   * @param from the day the prices begin with; empty = now
   */
  void save(Optional<Items.Sheet> filled, List<Items.PriceTyped> prices, Optional<LocalDate> from) {
    ItemsState.Card card = state.card().orElse(null);
    if (card == null || state.saving()) {
      return;
    }
    if (card.isNew()) {
      filled.ifPresent(
          item -> {
            show(state.whileSaving());
            keep(actions.create(item), code -> kept(made(card, item, code), code, "saved"));
          });
      return;
    }
    List<String> fields = filled.map(card.read().item()::differing).orElse(List.of());
    if (fields.isEmpty() && prices.isEmpty()) {
      show(state.saying("nothing"));
      return;
    }
    show(state.whileSaving());
    List<Items.Kept> set = new ArrayList<>(); // one after another, read once all are done
    CompletableFuture<?> done = CompletableFuture.completedFuture(card);
    for (Items.PriceTyped price : prices) {
      done =
          done.thenCompose(before -> set(card.code(), price, from))
              .thenAccept(begins -> set.add(new Items.Kept(price, from.map(day -> begins))));
    }
    if (!fields.isEmpty()) {
      Items.Sheet item = filled.orElseThrow();
      done = done.thenCompose(before -> actions.update(item, fields, card.read().etag()));
    }
    String note = from.isEmpty() ? "priced" : "pricedLater";
    keep(
        done,
        kept -> kept(card, card.code(), fields.isEmpty() ? note : "saved"),
        refusal -> refused(card, set, refusal));
  }

  /**
   * What was set before the refusal is in force: the item shows it, and does not set it again, and
   * its row is read anew.
   */
  private void refused(ItemsState.Card card, List<Items.Kept> set, ServerRefusal refusal) {
    if (!set.isEmpty() && isShown(card)) {
      state.card().ifPresent(now -> show(state.partly(now.priced(set), set, refusal)));
    } else {
      show(state.refused(refusal));
    }
    if (!set.isEmpty()) {
      Desk.afterKeeping(() -> readRow(card.code(), unread -> {})); // the first refusal is said
    }
  }

  private CompletableFuture<Instant> set(
      String code, Items.PriceTyped price, Optional<LocalDate> from) {
    return price.level() == null
        ? actions.price(code, price.unit(), price.priceMinor().orElseThrow(), from)
        : actions.levelPrice(code, price.level(), price.priceMinor(), from);
  }

  /**
   * An item that was just made is one from now on, whatever comes of reading it: it is not made
   * once more. Its etag is not known before.
   */
  private ItemsState.Card made(ItemsState.Card card, Items.Sheet filled, String code) {
    var made = ItemsState.Card.of(new Items.Read(filled.called(code), "", List.of(), false));
    if (isShown(card)) {
      show(state.more(made));
    }
    return made;
  }

  /** Whoever has gone on to something else meanwhile is not led back. */
  private void kept(ItemsState.Card card, String code, String note) {
    if (isShown(card)) {
      Desk.take(
          actions.item(code),
          read -> {
            if (isShown(card)) {
              show(state.card(Optional.of(ItemsState.Card.of(read))).saying(note));
            }
          },
          refusal -> show(state.refused(refusal)),
          ui);
    }
    readRow(code, refusal -> show(state.refused(refusal)));
  }

  /** Reads the row of an item in the list anew, while one is here. */
  private void readRow(String code, Consumer<ServerRefusal> refused) {
    int of = visit;
    Desk.take(
        actions.like(code),
        found -> {
          if (of == visit) {
            show(state.rows(replaced(state.rows(), code, found), state.total(), state.loading()));
          }
        },
        refusal -> {
          if (of == visit) {
            refused.accept(refusal);
          }
        },
        ui);
  }

  private static List<Items.Row> replaced(List<Items.Row> rows, String code, Items.Page found) {
    Items.Row fresh =
        found.rows().stream().filter(row -> row.code().equals(code)).findFirst().orElse(null);
    List<Items.Row> all = new ArrayList<>(rows);
    if (fresh == null) {
      return all;
    }
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).code().equals(code)) {
        all.set(at, fresh);
        return all;
      }
    }
    all.add(0, fresh);
    return all;
  }

  /** The stock card is looked at. */
  void showMoves() {
    state
        .card()
        .filter(card -> !card.isNew() && card.moves().isEmpty())
        .ifPresent(
            card ->
                then(
                    actions.stockCard(card.code(), ""),
                    (moves, now) -> more(card, shown -> shown.withMoves(moves))));
  }

  /** Reads older moves below those that are there. */
  void olderMoves() {
    state
        .card()
        .ifPresent(
            card ->
                card.moves()
                    .filter(Page::hasOlder)
                    .ifPresent(
                        read ->
                            then(
                                actions.stockCard(card.code(), read.next()),
                                (moves, now) ->
                                    more(card, shown -> shown.withOlderMoves(read, moves)))));
  }

  /** Opens the document behind a move. */
  void open(Items.Move move) {
    state
        .card()
        .filter(card -> move.opens())
        .ifPresent(
            card ->
                then(
                    actions.paper(move),
                    (paper, now) -> more(card, shown -> shown.withPaper(Optional.of(paper)))));
  }

  /** One step back: from the document to the card, from the item to the list. */
  void back() {
    ItemsState.Card card = state.card().orElse(null);
    if (card == null) {
      return;
    }
    if (card.paper().isPresent()) {
      show(state.more(card.withPaper(Optional.empty())));
    } else {
      unsaved.before(() -> show(state.card(Optional.empty())));
    }
  }

  /** The history is looked at. */
  void showHistory() {
    state
        .card()
        .filter(card -> !card.isNew() && card.history().isEmpty())
        .ifPresent(
            card ->
                then(
                    actions.history(card.code(), ""),
                    (history, now) -> more(card, shown -> shown.withHistory(history))));
  }

  /** Reads older changes below those that are there. */
  void olderHistory() {
    state
        .card()
        .ifPresent(
            card ->
                card.history()
                    .filter(Page::hasOlder)
                    .ifPresent(
                        read ->
                            then(
                                actions.history(card.code(), read.next()),
                                (history, now) ->
                                    more(card, shown -> shown.withOlderHistory(read, history)))));
  }

  private void more(ItemsState.Card asked, UnaryOperator<ItemsState.Card> with) {
    if (isShown(asked)) {
      state.card().ifPresent(card -> show(state.more(with.apply(card))));
    }
  }

  /** Whether it is this card still, whatever was read of it since. */
  private boolean isShown(ItemsState.Card asked) {
    return state.card().filter(card -> card.read().equals(asked.read())).isPresent();
  }
}
