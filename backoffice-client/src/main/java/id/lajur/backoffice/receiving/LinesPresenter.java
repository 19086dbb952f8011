package id.lajur.backoffice.receiving;

import id.lajur.backoffice.receiving.ReceivingState.Field;
import id.lajur.backoffice.receiving.ReceivingState.Said;
import id.lajur.kit.format.Formats;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of a delivery: scanned, typed into, taken back; and the selling price of each. */
final class LinesPresenter {
  private static final List<Field> ENTERED =
      List.of(Field.QUANTITY, Field.PRICE, Field.DISCOUNT, Field.EXPIRY);

  private final OpenDelivery delivery;

  LinesPresenter(OpenDelivery delivery) {
    this.delivery = delivery;
  }

  private ReceivingState state() {
    return delivery.state();
  }

  /** A code came from the scanner, or was typed into the scan field. */
  void scanned(String code) {
    if (code.isBlank()) {
      return;
    }
    if (!state().isOpen()) {
      delivery.bad(state().sheet() == null ? "say.noDraft" : "say.posted", Map.of());
      return;
    }
    delivery.queue(
        () -> delivery.store().scan(delivery.now(), code.strip()),
        scanned -> {
          delivery.merge(scanned.change());
          delivery
              .now()
              .line(scanned.place())
              .ifPresent(
                  line ->
                      delivery.change(
                          state ->
                              state
                                  .unknown("")
                                  .saying(
                                      Said.good(
                                          line.factorMilli() == 1000
                                              ? "say.scannedPiece"
                                              : "say.scanned",
                                          taken(line, scanned.addedMilli())))));
          delivery.mark(scanned.place());
        },
        refusal -> {
          if (refusal.reason().equals("ITEM_UNKNOWN")) {
            delivery.change(
                state ->
                    state
                        .unknown(code.strip())
                        .saying(Said.bad("say.unknown", Map.of("code", code.strip()))));
          } else {
            delivery.refused(refusal);
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
    delivery.mark(place);
  }

  /** Marks the next line, or the one before. */
  void step(int by) {
    Sheet sheet = state().sheet();
    if (sheet == null || sheet.lines().isEmpty()) {
      return;
    }
    int at = sheet.indexOf(state().marked());
    int next = Math.max(0, Math.min(sheet.lines().size() - 1, at < 0 ? 0 : at + by));
    delivery.mark(sheet.lines().get(next).place());
  }

  /** Types into a field of the marked line. */
  void edit(Field field) {
    if (state().isOpen() && state().line().isPresent()) {
      delivery.change(state -> state.typing(field).saying(null));
    }
  }

  /** Leaves a field as it was. */
  void leaveField() {
    delivery.change(state -> state.typing(null));
  }

  /**
   * Takes what was typed, and goes on to the next field, after the last one back to the scan field.
   */
  void entered(String text, Formats formats) {
    Field field = state().field();
    GoodsLine line = state().line().orElse(null);
    if (field == null || line == null) {
      return;
    }
    Optional<LineEdit> edit = TypedLine.read(field, text, formats);
    if (edit.isEmpty()) {
      delivery.bad("say.unreadable." + field.name(), Map.of("text", text));
      return;
    }
    int next = ENTERED.indexOf(field) + 1;
    delivery.change(
        state ->
            state
                .typing(next == 0 || next == ENTERED.size() ? null : ENTERED.get(next))
                .saying(null));
    change(line, edit.get());
  }

  private void change(GoodsLine line, LineEdit edit) {
    delivery.queue(
        () ->
            delivery
                .store()
                .change(delivery.now(), delivery.now().line(line.place()).orElse(line), edit),
        change -> {
          delivery.merge(change);
          delivery.facts();
        });
  }

  /** Takes the marked line back. */
  void remove() {
    GoodsLine line = state().line().orElse(null);
    if (!state().isOpen() || line == null) {
      return;
    }
    int at = delivery.now().indexOf(line.place());
    delivery.queue(
        () ->
            delivery.store().remove(delivery.now(), delivery.now().line(line.place()).orElse(line)),
        change -> {
          delivery.merge(change);
          List<GoodsLine> left = delivery.now().lines();
          delivery.good("say.removed", Map.of("item", line.name()));
          delivery.mark(left.isEmpty() ? 0 : left.get(Math.min(at, left.size() - 1)).place());
        });
  }

  /** Takes the proposed selling price. */
  void takePrice() {
    Facts facts = state().facts();
    GoodsLine line = state().line().orElse(null);
    if (!state().hasProposal() || facts == null || line == null || facts.proposedMinor() == null) {
      return;
    }
    long price = facts.proposedMinor();
    delivery.queue(
        () -> delivery.store().price(line.itemCode(), price),
        unused -> {
          delivery.good(
              "say.price", Map.of("item", line.name(), "priceMinor", Long.toString(price)));
          change(line, new LineEdit.Decided());
        });
  }

  /** Leaves the selling price as it is. */
  void keepPrice() {
    if (state().hasProposal()) {
      state().line().ifPresent(line -> change(line, new LineEdit.Decided()));
    }
  }
}
