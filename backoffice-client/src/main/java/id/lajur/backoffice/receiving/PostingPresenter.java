package id.lajur.backoffice.receiving;

import id.lajur.backoffice.receiving.ReceivingState.Side;
import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.document.ShelfLabels;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A draft on its way into the books, its papers, and what is taken back of it afterwards. */
final class PostingPresenter {
  private final OpenDelivery delivery;

  PostingPresenter(OpenDelivery delivery) {
    this.delivery = delivery;
  }

  /** Posts the draft as it is shown. */
  void post() {
    if (delivery.state().isOpen()) {
      delivery.unsaved().before(this::postShown);
    }
  }

  private void postShown() {
    if (delivery.now().lines().isEmpty()) {
      delivery.bad("say.empty", Map.of());
      return;
    }
    Optional<GoodsLine> unpriced =
        delivery.now().lines().stream().filter(line -> !line.priced()).findFirst();
    if (unpriced.isPresent()) {
      delivery.mark(unpriced.get().place());
      delivery.bad("say.unpriced", Map.of("item", unpriced.get().name()));
      return;
    }
    delivery.queue(
        () -> delivery.store().post(delivery.now()),
        documentId -> show(documentId, "say.postedNow"));
  }

  /**
   * Reads a document that has just come into the books, and shows it.
   *
   * @param said of its number
   */
  private void show(String documentId, String said) {
    delivery.queue(
        () -> Desk.askAfterKeeping(() -> delivery.store().receipt(documentId)),
        document -> {
          delivery.whole(document);
          delivery.good(said, Map.of("number", document.number()));
        });
  }

  /** A paper of the delivery that is in the books. */
  void print(TabularDocument paper, Formats formats) {
    delivery.queue(() -> delivery.store().print(paper, formats), this::printed);
  }

  private void printed(boolean opened) {
    if (opened) {
      delivery.good("say.printing", Map.of());
    } else {
      delivery.bad("say.notPrinted", Map.of());
    }
  }

  /** Labels for the shelf of what got another price since this delivery was begun. */
  void labels(ShelfLabels.Paper paper, Formats formats) {
    Sheet sheet = delivery.state().sheet();
    if (sheet == null || sheet.open()) {
      return;
    }
    List<ShelfLabels.Label> due = ReceiptLabels.due(sheet);
    if (due.isEmpty()) {
      delivery.bad("say.noLabels", Map.of());
      return;
    }
    delivery.queue(() -> delivery.store().labels(due, paper, formats), this::printed);
  }

  /** Asks why a delivery is taken back, and how much of it. */
  void reverse() {
    Sheet sheet = delivery.state().sheet();
    if (sheet != null && !sheet.open() && delivery.state().side() != Side.REVERSE) {
      delivery.change(state -> state.with(Side.REVERSE).saying(null));
    }
  }

  /** Takes back all that is left of the delivery. */
  void reverse(String reason) {
    if (hasReason(reason)) {
      delivery.queue(
          () -> delivery.store().reverse(delivery.now(), reason.strip()), this::reversed);
    }
  }

  /**
   * Takes back the marked line, or some of it.
   *
   * @param quantity of its unit as typed; blank = all that is left
   */
  void reverseLine(String quantity, String reason, Formats formats) {
    GoodsLine line = delivery.state().line().orElse(null);
    if (line == null || !hasReason(reason)) {
      return;
    }
    OptionalLong typed =
        quantity.isBlank()
            ? OptionalLong.of(line.leftMilli())
            : formats.parseQuantity(quantity.strip());
    if (typed.isEmpty() || typed.getAsLong() <= 0 || typed.getAsLong() > line.leftMilli()) {
      delivery.bad(
          "say.left", Map.of("leftMilli", Long.toString(line.leftMilli()), "unit", line.unit()));
      return;
    }
    delivery.queue(
        () -> delivery.store().reverse(delivery.now(), line, typed.getAsLong(), reason.strip()),
        this::reversed);
  }

  private boolean hasReason(String reason) {
    if (reason.isBlank()) {
      delivery.bad("say.reason", Map.of());
    }
    return !reason.isBlank();
  }

  private void reversed(String correction) {
    show(correction, "say.reversed");
  }
}
