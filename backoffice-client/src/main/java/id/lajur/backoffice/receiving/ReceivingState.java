package id.lajur.backoffice.receiving;

import id.lajur.backoffice.form.Page;
import id.lajur.kit.connection.ServerRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the screen shows.
 *
 * @param sheet null on the list
 * @param marked place of the marked line, 0 for none
 * @param field that is being typed into, null while the scan field has the focus
 * @param facts of the marked line, null until they come
 * @param said null for nothing
 * @param busy acts on their way
 * @param unknown the last code that nobody knew, empty for none
 */
record ReceivingState(
    Page<Paper> papers,
    @Nullable Sheet sheet,
    int marked,
    @Nullable Field field,
    @Nullable Facts facts,
    @Nullable Said said,
    int busy,
    Side side,
    String unknown,
    List<NamedCode> suppliers,
    ReceivingActions.Choices choices,
    List<Found> found) {

  /** What of the marked line is typed into, in the order that Enter goes through. */
  enum Field {
    QUANTITY,
    PRICE,
    DISCOUNT,
    EXPIRY,
    BONUS,
    UNIT
  }

  /** What the right column shows. */
  enum Side {
    FACTS,
    HEAD,
    NEW_ITEM,
    SEARCH,
    REVERSE
  }

  /**
   * A sentence: one of ours with what is put in (figures raw, by their names' units), or the
   * server's no.
   */
  record Said(
      boolean good, String key, Map<String, String> facts, @Nullable ServerRefusal refusal) {
    static Said good(String key, Map<String, String> facts) {
      return new Said(true, key, facts, null);
    }

    static Said bad(String key, Map<String, String> facts) {
      return new Said(false, key, facts, null);
    }

    static Said no(ServerRefusal refusal) {
      return new Said(false, "", Map.of(), refusal);
    }
  }

  static final ReceivingState BEGIN =
      new ReceivingState(
          Page.none(),
          null,
          0,
          null,
          null,
          null,
          0,
          Side.FACTS,
          "",
          List.of(),
          new ReceivingActions.Choices(List.of(), List.of()),
          List.of());

  ReceivingState {
    suppliers = List.copyOf(suppliers);
    found = List.copyOf(found);
  }

  Optional<GoodsLine> line() {
    return sheet == null ? Optional.empty() : sheet.line(marked);
  }

  /** Whether the draft can still be changed. */
  boolean isOpen() {
    return sheet != null && sheet.open();
  }

  /** Whether a selling price waits for a word. */
  boolean hasProposal() {
    return isOpen()
        && facts != null
        && facts.proposedMinor() != null
        && line().filter(line -> !line.decided()).isPresent();
  }

  ReceivingState with(Page<Paper> newPapers) {
    return new ReceivingState(
        newPapers, sheet, marked, field, facts, said, busy, side, unknown, suppliers, choices,
        found);
  }

  ReceivingState with(@Nullable Sheet newSheet) {
    return new ReceivingState(
        papers, newSheet, marked, field, facts, said, busy, side, unknown, suppliers, choices,
        found);
  }

  /** Another line marked; what is known of it comes later. */
  ReceivingState marking(int place) {
    return new ReceivingState(
        papers,
        sheet,
        place,
        place == marked ? field : null,
        facts != null && facts.place() == place ? facts : null,
        said,
        busy,
        side,
        unknown,
        suppliers,
        choices,
        found);
  }

  ReceivingState typing(@Nullable Field newField) {
    return new ReceivingState(
        papers, sheet, marked, newField, facts, said, busy, side, unknown, suppliers, choices,
        found);
  }

  ReceivingState with(Facts newFacts) {
    return new ReceivingState(
        papers, sheet, marked, field, newFacts, said, busy, side, unknown, suppliers, choices,
        found);
  }

  ReceivingState withoutFacts() {
    return new ReceivingState(
        papers, sheet, marked, field, null, said, busy, side, unknown, suppliers, choices, found);
  }

  ReceivingState saying(@Nullable Said newSaid) {
    return new ReceivingState(
        papers, sheet, marked, field, facts, newSaid, busy, side, unknown, suppliers, choices,
        found);
  }

  ReceivingState busier(int by) {
    return new ReceivingState(
        papers, sheet, marked, field, facts, said, busy + by, side, unknown, suppliers, choices,
        found);
  }

  ReceivingState with(Side newSide) {
    return new ReceivingState(
        papers, sheet, marked, null, facts, said, busy, newSide, unknown, suppliers, choices,
        List.of());
  }

  ReceivingState unknown(String code) {
    return new ReceivingState(
        papers, sheet, marked, field, facts, said, busy, side, code, suppliers, choices, found);
  }

  ReceivingState withSuppliers(List<NamedCode> all) {
    return new ReceivingState(
        papers, sheet, marked, field, facts, said, busy, side, unknown, all, choices, found);
  }

  ReceivingState with(ReceivingActions.Choices newChoices) {
    return new ReceivingState(
        papers,
        sheet,
        marked,
        field,
        facts,
        said,
        busy,
        side,
        unknown,
        suppliers,
        newChoices,
        found);
  }

  ReceivingState withFound(List<Found> newFound) {
    return new ReceivingState(
        papers, sheet, marked, field, facts, said, busy, side, unknown, suppliers, choices,
        newFound);
  }
}
