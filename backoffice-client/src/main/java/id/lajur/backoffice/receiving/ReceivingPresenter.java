package id.lajur.backoffice.receiving;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.receiving.ReceivingState.Side;
import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Unsaved;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Receiving goods: a list of drafts and deliveries, and one of them opened, with its head. What is
 * done with an opened one stands in parts of their own: its {@linkplain #lines() lines},
 * {@linkplain #goods() goods} that no scan brings in, its {@linkplain #posting() posting}.
 */
final class ReceivingPresenter {
  private final ReceivingActions store;
  private final OpenDelivery delivery;
  private final LinesPresenter lines;
  private final GoodsPresenter goods;
  private final PostingPresenter posting;

  /**
   * @param ui where answers are taken
   */
  ReceivingPresenter(ReceivingActions store, Executor ui) {
    this.store = store;
    this.delivery = new OpenDelivery(store, ui);
    this.lines = new LinesPresenter(delivery);
    this.goods = new GoodsPresenter(delivery, lines);
    this.posting = new PostingPresenter(delivery);
  }

  LinesPresenter lines() {
    return lines;
  }

  GoodsPresenter goods() {
    return goods;
  }

  PostingPresenter posting() {
    return posting;
  }

  /** What stands in the form beside the lines, and the question before it would be lost. */
  Unsaved unsaved() {
    return delivery.unsaved();
  }

  ReceivingState state() {
    return delivery.state();
  }

  /** Who is told each state; the one before is told no more. */
  void show(Consumer<ReceivingState> view) {
    delivery.in(view);
  }

  /** Asks for what is shown, anew: other PCs work on it too. */
  void opened() {
    Sheet sheet = state().sheet();
    if (sheet == null) {
      list();
    } else if (sheet.open()) {
      delivery.queue(() -> store.draft(sheet.draftId()), delivery::whole);
    }
  }

  private void list() {
    delivery.queue(() -> store.papers(""), papers -> delivery.change(state -> state.with(papers)));
  }

  /** Reads older deliveries below those that are there. */
  void older() {
    Page<Paper> read = state().papers();
    if (read.hasOlder()) {
      delivery.queue(
          () -> store.papers(read.next()),
          older -> {
            if (state().papers().equals(read)) {
              delivery.change(state -> state.with(read.and(older)));
            }
          });
    }
  }

  /** Back to the list; what was received is saved. */
  void back() {
    boolean form = state().side() != Side.FACTS && state().sheet() != null;
    unsaved().before(form ? this::closeForm : this::leave);
  }

  /** The form beside the lines goes, with what is typed in it. */
  void closeForm() {
    delivery.change(state -> state.with(Side.FACTS).saying(null));
  }

  private void leave() {
    // What was scanned just before still goes into this draft.
    delivery.queue(
        () -> CompletableFuture.completedFuture(true),
        unused -> {
          delivery.change(
              state ->
                  state.with((Sheet) null).with(Side.FACTS).marking(0).unknown("").saying(null));
          list();
        });
  }

  /** Asks for supplier, delivery note and date of a new delivery. */
  void begin() {
    unsaved()
        .before(
            () -> {
              delivery.change(
                  state -> state.with((Sheet) null).with(Side.HEAD).marking(0).saying(null));
              suppliers();
            });
  }

  /** Asks for another supplier, note or date of the open draft. */
  void changeHead() {
    if (state().isOpen() && state().side() != Side.HEAD) {
      unsaved()
          .before(
              () -> {
                delivery.change(state -> state.with(Side.HEAD).saying(null));
                suppliers();
              });
    }
  }

  private void suppliers() {
    delivery.queue(store::suppliers, all -> delivery.change(state -> state.withSuppliers(all)));
  }

  /** Takes what was chosen for the head: a new draft, or the open one changed. */
  void head(@Nullable NamedCode supplier, String deliveryNote, @Nullable LocalDate deliveredOn) {
    if (supplier == null) {
      delivery.bad("say.supplier", Map.of());
      return;
    }
    if (deliveredOn == null) {
      delivery.bad("say.date", Map.of());
      return;
    }
    if (state().sheet() == null) {
      delivery.queue(
          () -> store.begin(supplier.code(), deliveryNote, deliveredOn),
          draft -> delivery.change(state -> state.with(draft).with(Side.FACTS).saying(null)));
    } else {
      delivery.queue(
          () -> store.changeHead(delivery.now(), supplier.code(), deliveryNote, deliveredOn),
          change -> {
            delivery.merge(change);
            closeForm();
          });
    }
  }

  /** Opens a row of the list. */
  void open(Paper paper) {
    delivery.change(state -> state.saying(null).unknown(""));
    switch (paper.state()) {
      case DRAFT, POSTING -> delivery.queue(() -> store.draft(paper.id()), delivery::whole);
      case POSTED, CORRECTION -> delivery.queue(() -> store.receipt(paper.id()), delivery::whole);
    }
  }

  /** Gives the open draft up. */
  void discard() {
    if (state().isOpen()) {
      delivery.queue(
          () -> store.discard(delivery.now()),
          unused -> {
            delivery.change(state -> state.with((Sheet) null).with(Side.FACTS).marking(0));
            Desk.afterKeeping(this::list);
          });
    }
  }
}
