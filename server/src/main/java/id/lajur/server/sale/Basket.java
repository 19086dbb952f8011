package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open sale, computed from its entries.
 *
 * @param version number of its entries
 * @param lines every line, removed ones too, in the order they were added
 * @param discounts of the whole basket
 * @param buyer who buys, and at which price level
 */
public record Basket(
    Head head, int version, List<BasketLine> lines, List<BasketDiscount> discounts, Buyer buyer) {

  /** The names stand in the database. */
  public enum State {
    OPEN,
    SUSPENDED,
    SOLD,
    VOIDED
  }

  /** What is kept of a basket beside its entries. */
  public record Head(
      UUID basketId,
      int storeId,
      int terminalId,
      UUID shiftId,
      int generation,
      State state,
      @Nullable Integer suspendNumber) {}

  /**
   * A discount or coupon on the whole basket.
   *
   * @param amountMinor set when it was given as an amount
   * @param percentMicro set when it was given as a part, in millionths
   */
  public record BasketDiscount(
      int entry,
      DiscountSource source,
      @Nullable Long amountMinor,
      @Nullable Integer percentMicro,
      @Nullable Integer approvedBy,
      String reason) {}

  public Basket {
    lines = List.copyOf(lines);
    discounts = List.copyOf(discounts);
  }

  /**
   * Computes a basket.
   *
   * @param entries in order of their sequence, without gap from 1
   * @param unitMinor the store's amount unit
   */
  public static Basket of(Head head, List<BasketEntry> entries, long unitMinor) {
    return new Basket(head, 0, List.of(), List.of(), Buyer.ANYBODY).with(entries, unitMinor);
  }

  /** The basket after one more entry. */
  public Basket with(BasketEntry entry, long unitMinor) {
    return with(List.of(entry), unitMinor);
  }

  private Basket with(List<BasketEntry> entries, long unitMinor) {
    Map<Integer, BasketLine> lines = new LinkedHashMap<>();
    for (BasketLine line : this.lines) {
      lines.put(line.lineId(), line);
    }
    List<BasketDiscount> discounts = new ArrayList<>(this.discounts);
    int version = this.version;
    Buyer buyer = this.buyer;
    for (BasketEntry entry : entries) {
      if (entry.seq() != ++version) {
        throw new IllegalStateException("basket " + head.basketId() + " lacks entry " + version);
      }
      if (entry.kind().addsLine()) {
        lines.put(entry.seq(), BasketLine.added(entry, unitMinor));
      } else if (entry.kind() == EntryKind.BASKET_DISCOUNT) {
        if (entry.discountSource() != DiscountSource.COUPON) {
          discounts.removeIf(earlier -> earlier.source() == entry.discountSource());
        }
        if (entry.amountMinor() != null && entry.amountMinor() == 0) {
          continue;
        }
        discounts.add(
            new BasketDiscount(
                entry.seq(),
                java.util.Objects.requireNonNullElse(entry.discountSource(), DiscountSource.MANUAL),
                entry.amountMinor(),
                entry.percentMicro(),
                entry.approvedBy(),
                java.util.Objects.requireNonNullElse(entry.reason(), "")));
      } else if (entry.choice() != null) {
        buyer = buyer.after(entry.kind(), entry.choice());
        int level = buyer.levelNo();
        lines.replaceAll((id, line) -> line.atLevel(entry.seq(), level, unitMinor));
      } else if (entry.lineId() != null) {
        lines.computeIfPresent(entry.lineId(), (id, line) -> changed(line, entry, unitMinor));
      }
    }
    return new Basket(head, version, List.copyOf(lines.values()), discounts, buyer);
  }

  private static BasketLine changed(BasketLine line, BasketEntry entry, long unitMinor) {
    return switch (entry.kind()) {
      case QUANTITY ->
          line.withQuantity(
              entry.seq(), entry.quantityMilli() == null ? 0 : entry.quantityMilli(), unitMinor);
      case OVERRIDE ->
          line.overridden(
              entry.seq(),
              entry.priceMinor() == null ? 0 : entry.priceMinor(),
              entry.approvedBy(),
              entry.reason(),
              unitMinor);
      case LINE_DISCOUNT ->
          line.discounted(
              entry.seq(),
              lineDiscount(line, entry, unitMinor),
              entry.approvedBy(),
              entry.reason(),
              unitMinor);
      case VOID_LINE -> line.removed(entry.seq(), entry.occurredAt(), entry.reason());
      default -> line;
    };
  }

  private static long lineDiscount(BasketLine line, BasketEntry entry, long unitMinor) {
    if (entry.amountMinor() != null) {
      return entry.amountMinor();
    }
    long percent = entry.percentMicro() == null ? 0 : entry.percentMicro();
    return Numbers.mulDiv(line.extendedMinor(unitMinor), percent, 1_000_000 * unitMinor)
        * unitMinor;
  }

  /** The lines that stand. */
  public List<BasketLine> standing() {
    return lines.stream().filter(BasketLine::stands).toList();
  }

  /**
   * A line that stands.
   *
   * @throws Refusal LINE_UNKNOWN
   */
  public BasketLine line(int lineId) {
    return lines.stream()
        .filter(line -> line.lineId() == lineId && line.stands())
        .findFirst()
        .orElseThrow(() -> new Refusal(Reason.LINE_UNKNOWN).with("line", lineId));
  }

  /**
   * Refuses acts on a basket that is closed or on another lane.
   *
   * @throws Refusal BASKET_CLOSED or BASKET_ELSEWHERE
   */
  public void refuseUnlessOpenAt(int terminalId, int generation) {
    if (head.state() == State.SOLD || head.state() == State.VOIDED) {
      throw new Refusal(Reason.BASKET_CLOSED).with("state", head.state());
    }
    if (head.terminalId() != terminalId
        || head.generation() != generation
        || head.state() != State.OPEN) {
      throw new Refusal(Reason.BASKET_ELSEWHERE).with("generation", head.generation());
    }
  }
}
