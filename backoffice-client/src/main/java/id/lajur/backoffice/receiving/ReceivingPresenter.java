package id.lajur.backoffice.receiving;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.receiving.ReceivingState.Field;
import id.lajur.backoffice.receiving.ReceivingState.Said;
import id.lajur.backoffice.receiving.ReceivingState.Side;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.document.ShelfLabels;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.fault.Faults;
import id.lajur.kit.format.Formats;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Receiving goods: a list of drafts and deliveries, and one of them opened. Acts on a draft follow
 * each other in the order they were made, scans among them, so that each is answered by what the
 * one before it left. On the event thread, save where it waits.
 */
final class ReceivingPresenter {
  private static final List<Field> ENTERED =
      List.of(Field.QUANTITY, Field.PRICE, Field.DISCOUNT, Field.EXPIRY);

  private final ReceivingActions store;
  private final Executor ui;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean working;
  private ReceivingState state = ReceivingState.BEGIN;
  private Consumer<ReceivingState> shown = unused -> {};
  private final Unsaved unsaved = new Unsaved();

  /**
   * @param ui where answers are taken
   */
  ReceivingPresenter(ReceivingActions store, Executor ui) {
    this.store = store;
    this.ui = ui;
  }

  /** What stands in the form beside the lines, and the question before it would be lost. */
  Unsaved unsaved() {
    return unsaved;
  }

  ReceivingState state() {
    return state;
  }

  /** Who is told each state; the one before is told no more. */
  void show(Consumer<ReceivingState> view) {
    shown = view;
    view.accept(state);
  }

  private void show(ReceivingState next) {
    state = next;
    shown.accept(next);
  }

  /** Asks for what is shown, anew: other PCs work on it too. */
  void opened() {
    Sheet sheet = state.sheet();
    if (sheet == null) {
      list();
    } else if (sheet.open()) {
      queue(() -> store.draft(sheet.draftId()), this::whole);
    }
  }

  private void list() {
    queue(() -> store.papers(""), papers -> show(state.with(papers)));
  }

  /** Reads older deliveries below those that are there. */
  void older() {
    Page<Paper> read = state.papers();
    if (read.hasOlder()) {
      queue(
          () -> store.papers(read.next()),
          older -> {
            if (state.papers().equals(read)) {
              show(state.with(read.and(older)));
            }
          });
    }
  }

  /** Back to the list; what was received is saved. */
  void back() {
    boolean form = state.side() != Side.FACTS && state.sheet() != null;
    unsaved.before(form ? this::closeForm : this::leave);
  }

  /** The form beside the lines goes, with what is typed in it. */
  void closeForm() {
    show(state.with(Side.FACTS).saying(null));
  }

  private void leave() {
    // What was scanned just before still goes into this draft.
    queue(
        () -> CompletableFuture.completedFuture(true),
        unused -> {
          show(state.with((Sheet) null).with(Side.FACTS).marking(0).unknown("").saying(null));
          list();
        });
  }

  /** Asks for supplier, delivery note and date of a new delivery. */
  void begin() {
    unsaved.before(
        () -> {
          show(state.with((Sheet) null).with(Side.HEAD).marking(0).saying(null));
          suppliers();
        });
  }

  /** Asks for another supplier, note or date of the open draft. */
  void changeHead() {
    if (state.isOpen() && state.side() != Side.HEAD) {
      unsaved.before(
          () -> {
            show(state.with(Side.HEAD).saying(null));
            suppliers();
          });
    }
  }

  private void suppliers() {
    queue(store::suppliers, all -> show(state.withSuppliers(all)));
  }

  /** Takes what was chosen for the head: a new draft, or the open one changed. */
  void head(@Nullable NamedCode supplier, String deliveryNote, @Nullable LocalDate deliveredOn) {
    if (supplier == null) {
      show(state.saying(Said.bad("say.supplier", Map.of())));
      return;
    }
    if (deliveredOn == null) {
      show(state.saying(Said.bad("say.date", Map.of())));
      return;
    }
    Sheet sheet = state.sheet();
    if (sheet == null) {
      queue(
          () -> store.begin(supplier.code(), deliveryNote, deliveredOn),
          draft -> show(state.with(draft).with(Side.FACTS).saying(null)));
    } else {
      queue(
          () -> store.changeHead(now(), supplier.code(), deliveryNote, deliveredOn),
          change -> {
            merge(change);
            show(state.with(Side.FACTS).saying(null));
          });
    }
  }

  /** Opens a row of the list. */
  void open(Paper paper) {
    show(state.saying(null).unknown(""));
    switch (paper.state()) {
      case DRAFT, POSTING -> queue(() -> store.draft(paper.id()), this::whole);
      case POSTED, CORRECTION -> queue(() -> store.receipt(paper.id()), this::whole);
    }
  }

  private void whole(Sheet sheet) {
    int place =
        sheet.line(state.marked()).isPresent()
            ? state.marked()
            : sheet.lines().isEmpty() ? 0 : sheet.lines().get(sheet.lines().size() - 1).place();
    // What is typed into a form stays, also when somebody who had locked comes back.
    show(unsaved.isTyped() ? state.with(sheet) : state.with(sheet).with(Side.FACTS));
    mark(place);
  }

  /** A code came from the scanner, or was typed into the scan field. */
  void scanned(String code) {
    if (code.isBlank()) {
      return;
    }
    if (!state.isOpen()) {
      show(state.saying(Said.bad(state.sheet() == null ? "say.noDraft" : "say.posted", Map.of())));
      return;
    }
    queue(
        () -> store.scan(now(), code.strip()),
        scanned -> {
          merge(scanned.change());
          now()
              .line(scanned.place())
              .ifPresent(
                  line ->
                      show(
                          state
                              .unknown("")
                              .saying(
                                  Said.good("say.scanned", taken(line, scanned.addedMilli())))));
          mark(scanned.place());
        },
        refusal -> {
          if (refusal.reason().equals("ITEM_UNKNOWN")) {
            show(
                state
                    .unknown(code.strip())
                    .saying(Said.bad("say.unknown", Map.of("code", code.strip()))));
          } else {
            refused(refusal);
          }
        });
  }

  /** "1 dus Mi Goreng = 40 pcs". */
  private static Map<String, String> taken(GoodsLine line, long addedMilli) {
    return Map.of(
        "countMilli",
        Long.toString(addedMilli),
        "unit",
        line.unit(),
        "item",
        line.name(),
        "baseMilli",
        Long.toString(Math.multiplyExact(addedMilli, line.factorMilli()) / 1000),
        "baseUnit",
        line.baseUnit());
  }

  /** Marks a line. */
  void mark(int place) {
    show(state.marking(place));
    facts();
  }

  /** Marks the next line, or the one before. */
  void step(int by) {
    Sheet sheet = state.sheet();
    if (sheet == null || sheet.lines().isEmpty()) {
      return;
    }
    int at = sheet.indexOf(state.marked());
    int next = Math.max(0, Math.min(sheet.lines().size() - 1, at < 0 ? 0 : at + by));
    mark(sheet.lines().get(next).place());
  }

  private void facts() {
    Sheet sheet = state.sheet();
    GoodsLine line = state.line().orElse(null);
    if (sheet == null || line == null || !sheet.open()) {
      return;
    }
    Faults.then(
        store.facts(sheet, line),
        (facts, failure) -> {
          if (failure == null && state.marked() == facts.place()) {
            show(state.with(facts));
          }
        },
        ui);
  }

  /** Types into a field of the marked line. */
  void edit(Field field) {
    if (state.isOpen() && state.line().isPresent()) {
      show(state.typing(field).saying(null));
    }
  }

  /** Leaves a field as it was. */
  void leaveField() {
    show(state.typing(null));
  }

  /**
   * Takes what was typed, and goes on to the next field, after the last one back to the scan field.
   */
  void entered(String text, Formats formats) {
    Field field = state.field();
    GoodsLine line = state.line().orElse(null);
    if (field == null || line == null) {
      return;
    }
    Optional<LineEdit> edit = TypedLine.read(field, text, formats);
    if (edit.isEmpty()) {
      show(state.saying(Said.bad("say.unreadable." + field.name(), Map.of("text", text))));
      return;
    }
    int next = ENTERED.indexOf(field) + 1;
    show(state.typing(next == 0 || next == ENTERED.size() ? null : ENTERED.get(next)).saying(null));
    change(line, edit.get());
  }

  private void change(GoodsLine line, LineEdit edit) {
    queue(
        () -> store.change(now(), now().line(line.place()).orElse(line), edit),
        change -> {
          merge(change);
          facts();
        });
  }

  /** Takes the marked line back. */
  void remove() {
    GoodsLine line = state.line().orElse(null);
    if (!state.isOpen() || line == null) {
      return;
    }
    int at = now().indexOf(line.place());
    queue(
        () -> store.remove(now(), now().line(line.place()).orElse(line)),
        change -> {
          merge(change);
          List<GoodsLine> left = now().lines();
          show(state.saying(Said.good("say.removed", Map.of("item", line.name()))));
          mark(left.isEmpty() ? 0 : left.get(Math.min(at, left.size() - 1)).place());
        });
  }

  /** Takes the proposed selling price. */
  void takePrice() {
    Facts facts = state.facts();
    GoodsLine line = state.line().orElse(null);
    if (!state.hasProposal() || facts == null || line == null || facts.proposedMinor() == null) {
      return;
    }
    long price = facts.proposedMinor();
    queue(
        () -> store.price(line.itemCode(), price),
        unused -> {
          show(
              state.saying(
                  Said.good(
                      "say.price",
                      Map.of("item", line.name(), "priceMinor", Long.toString(price)))));
          change(line, new LineEdit.Decided());
        });
  }

  /** Leaves the selling price as it is. */
  void keepPrice() {
    if (state.hasProposal()) {
      state.line().ifPresent(line -> change(line, new LineEdit.Decided()));
    }
  }

  /** Looks for an item by its name. */
  void search() {
    if (state.isOpen()) {
      unsaved.before(() -> show(state.with(Side.SEARCH).saying(null)));
    }
  }

  void search(String query) {
    if (query.strip().length() < 2) {
      show(state.withFound(List.of()));
      return;
    }
    Faults.then(
        store.search(query.strip()),
        (found, failure) -> {
          if (failure == null && state.side() == Side.SEARCH) {
            show(state.withFound(found));
          }
        },
        ui);
  }

  /** Adds what was found. */
  void take(Found found) {
    show(state.with(Side.FACTS));
    scanned(found.code());
  }

  /** Makes an item of what nobody knew. */
  void newItem() {
    if (state.isOpen() && state.side() != Side.NEW_ITEM) {
      unsaved.before(
          () -> {
            show(state.with(Side.NEW_ITEM).saying(null));
            queue(store::choices, choices -> show(state.with(choices)));
          });
    }
  }

  /** Makes a department for the item that is being filled in, which stays as it is. */
  void newDepartment(String code, String name, String taxClass) {
    queue(
        () -> store.newDepartment(code, name, taxClass),
        choices -> show(state.with(choices).saying(null)));
  }

  void make(NewGoods goods) {
    queue(
        () -> store.newItem(goods),
        code -> {
          show(state.with(Side.FACTS).unknown("").saying(null));
          scanned(goods.nextCode(code));
        });
  }

  /** Something in a panel is missing or unreadable. */
  void unreadable(String what) {
    show(state.saying(Said.bad("say.field", Map.of("field", what))));
  }

  /** Posts the draft as it is shown. */
  void post() {
    if (state.isOpen()) {
      unsaved.before(this::postShown);
    }
  }

  private void postShown() {
    if (now().lines().isEmpty()) {
      show(state.saying(Said.bad("say.empty", Map.of())));
      return;
    }
    Optional<GoodsLine> unpriced =
        now().lines().stream().filter(line -> !line.priced()).findFirst();
    if (unpriced.isPresent()) {
      mark(unpriced.get().place());
      show(state.saying(Said.bad("say.unpriced", Map.of("item", unpriced.get().name()))));
      return;
    }
    queue(
        () -> store.post(now()),
        documentId ->
            queue(
                () -> store.receipt(documentId),
                posted -> {
                  whole(posted);
                  show(state.saying(Said.good("say.postedNow", Map.of("number", posted.number()))));
                }));
  }

  /** Gives the open draft up. */
  void discard() {
    if (state.isOpen()) {
      queue(
          () -> store.discard(now()),
          unused -> {
            show(state.with((Sheet) null).with(Side.FACTS).marking(0));
            list();
          });
    }
  }

  /** A paper of the delivery that is in the books. */
  void print(TabularDocument paper, Formats formats) {
    queue(() -> store.print(paper, formats), this::printed);
  }

  private void printed(boolean opened) {
    show(
        state.saying(
            opened ? Said.good("say.printing", Map.of()) : Said.bad("say.notPrinted", Map.of())));
  }

  /** Labels for the shelf of what got another price since this delivery was begun. */
  void labels(ShelfLabels.Paper paper, Formats formats) {
    Sheet sheet = state.sheet();
    if (sheet == null || sheet.open()) {
      return;
    }
    List<ShelfLabels.Label> due = ReceiptLabels.due(sheet);
    if (due.isEmpty()) {
      show(state.saying(Said.bad("say.noLabels", Map.of())));
      return;
    }
    queue(() -> store.labels(due, paper, formats), this::printed);
  }

  /** Asks why a delivery is taken back, and how much of it. */
  void reverse() {
    Sheet sheet = state.sheet();
    if (sheet != null && !sheet.open() && state.side() != Side.REVERSE) {
      show(state.with(Side.REVERSE).saying(null));
    }
  }

  /** Takes back all that is left of the delivery. */
  void reverse(String reason) {
    if (hasReason(reason)) {
      queue(() -> store.reverse(now(), reason.strip()), this::reversed);
    }
  }

  /**
   * Takes back the marked line, or some of it.
   *
   * @param quantity of its unit as typed; blank = all that is left
   */
  void reverseLine(String quantity, String reason, Formats formats) {
    GoodsLine line = state.line().orElse(null);
    if (line == null || !hasReason(reason)) {
      return;
    }
    OptionalLong typed =
        quantity.isBlank()
            ? OptionalLong.of(line.leftMilli())
            : formats.parseQuantity(quantity.strip());
    if (typed.isEmpty() || typed.getAsLong() <= 0 || typed.getAsLong() > line.leftMilli()) {
      show(
          state.saying(
              Said.bad(
                  "say.left",
                  Map.of("leftMilli", Long.toString(line.leftMilli()), "unit", line.unit()))));
      return;
    }
    queue(() -> store.reverse(now(), line, typed.getAsLong(), reason.strip()), this::reversed);
  }

  private boolean hasReason(String reason) {
    if (reason.isBlank()) {
      show(state.saying(Said.bad("say.reason", Map.of())));
    }
    return !reason.isBlank();
  }

  private void reversed(String correction) {
    queue(
        () -> store.receipt(correction),
        document -> {
          whole(document);
          show(state.saying(Said.good("say.reversed", Map.of("number", document.number()))));
        });
  }

  private Sheet now() {
    Sheet sheet = state.sheet();
    if (sheet == null) {
      throw new IllegalStateException("no delivery is open");
    }
    return sheet;
  }

  private void merge(Sheet change) {
    Sheet sheet = state.sheet();
    if (sheet != null && sheet.draftId().equals(change.draftId())) {
      show(state.with(sheet.with(change)));
    }
  }

  private <R> void queue(Supplier<CompletableFuture<R>> act, Consumer<R> then) {
    queue(act, then, this::refused);
  }

  /** Does one act after the other; what somebody else changed is shown, with the no beside it. */
  private <R> void queue(
      Supplier<CompletableFuture<R>> act, Consumer<R> then, Consumer<ServerRefusal> otherwise) {
    waiting.add(
        () ->
            Faults.then(
                Faults.begun(act),
                (answer, failure) -> ended(answer, failure, then, otherwise),
                ui));
    show(state.busier(1));
    next();
  }

  private void next() {
    if (!working && !waiting.isEmpty()) {
      working = true;
      waiting.remove().run();
    }
  }

  /** Whatever comes of an act, or of what its answer is put into: the next one is begun. */
  private <R> void ended(
      R answer, @Nullable Throwable failure, Consumer<R> then, Consumer<ServerRefusal> otherwise) {
    working = false;
    try {
      show(state.busier(-1));
      if (failure == null) {
        then.accept(answer);
      } else {
        otherwise.accept(ServerRefusal.in(failure));
      }
      unsaved.look();
    } catch (RuntimeException fault) {
      show(state.saying(Said.no(ServerRefusal.ofFault(fault))));
    } finally {
      next();
    }
  }

  private void refused(ServerRefusal refusal) {
    show(state.saying(Said.no(refusal)));
    Sheet sheet = state.sheet();
    if (sheet != null
        && sheet.open()
        && (refusal.reason().equals("DRAFT_CHANGED") || refusal.reason().equals("DRAFT_CLOSED"))) {
      queue(
          () -> store.draft(sheet.draftId()),
          fresh -> {
            whole(fresh);
            show(state.saying(Said.no(refusal)));
          });
    }
  }
}
