package id.lajur.pos.emergency;

import id.lajur.catalog.v1.ItemOffer;
import id.lajur.rules.amount.Numbers;
import id.lajur.rules.code.CodeReading;
import id.lajur.rules.receipt.LineAmount;
import id.lajur.rules.receipt.Reckoning;
import id.lajur.rules.tax.TaxRate;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketDiscount;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.PriceSource;
import id.lajur.sale.v1.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A basket that goes on without its server: the lines it had stand as the server said, those added
 * are sold at the shelf's prices, at the basket's level where they have one there. Discounts given
 * before stay what they amounted to. Does not change; each act gives the next one.
 *
 * @param basket with its totals
 */
record EmergencyBasket(Shelf shelf, Basket basket) {
  private static final long MOST_LINE_MINOR = 100_000_000_000_000L;

  /** Takes up a basket as it stands; one without an id begins with the first line. */
  static EmergencyBasket of(Shelf shelf, Basket basket) {
    return new EmergencyBasket(shelf, basket).reckoned(basket.getLinesList());
  }

  /** The basket after an act, with the line that it was about. */
  record Changed(EmergencyBasket basket, BasketLine line) {}

  boolean isEmpty() {
    return basket.getLinesList().stream().allMatch(BasketLine::getVoided);
  }

  /**
   * Adds one scanned or typed item.
   *
   * @param typedMilli 0 = one, or what the label says
   * @throws EmergencyRefusal with the reasons of the server's AddLine
   */
  Changed add(String code, long typedMilli, Instant now) {
    CodeReading.Read<Shelf.Good> read = read(code, now);
    Shelf.Good good = read.good();
    Map<String, String> item = Map.of("item", good.unit().getName());
    Long label = read.labelAmountMinor();
    Long price = good.priceMinor() == null ? label : good.priceMinor();
    if (price == null) {
      throw new EmergencyRefusal("PRICE_MISSING", item);
    }
    if (read.priceChanged()) {
      throw new EmergencyRefusal(
          "LABEL_PRICE_CHANGED",
          Map.of(
              "item",
              good.unit().getName(),
              "labelMinor",
              String.valueOf(label),
              "priceMinor",
              String.valueOf(price)));
    }
    long quantity = quantity(read, typedMilli);
    Long atLevel = label == null ? levelPriceMinor(good, now) : null;
    PriceSource unlabelled =
        atLevel == null ? PriceSource.PRICE_SOURCE_LIST : PriceSource.PRICE_SOURCE_LEVEL;
    BasketLine.Builder line =
        BasketLine.newBuilder()
            .setLineId(nextLineId())
            .setItemCode(good.unit().getItemCode())
            .setUnitNo(good.unit().getUnitNo())
            .setBarcode(code)
            .setName(good.unit().getName())
            .setUnit(good.unit().getUnit())
            .setFactorMilli(good.unit().getFactorMilli())
            .setListPriceMinor(price)
            .setPriceMinor(atLevel == null ? price : atLevel)
            .setPriceSource(label == null ? unlabelled : PriceSource.PRICE_SOURCE_LABEL)
            .setLabelAmountMinor(label == null ? 0 : label)
            .setTaxClassId(good.unit().getTaxClassId())
            .setTaxClass(shelf.rate(good.unit().getTaxClassId()).map(TaxRate::code).orElse(""))
            .setNoDiscount(good.unit().getNoDiscount())
            .setKind(LineKind.LINE_KIND_SALE)
            .setWeighed(good.weighed());
    return put(withQuantity(line, checked(quantity, line)));
  }

  /** At the level that the server gave the basket; null = at retail. */
  private @Nullable Long levelPriceMinor(Shelf.Good good, Instant now) {
    return basket.hasBuyer() && !basket.getBuyer().getRetail()
        ? good.priceMinorAt(basket.getBuyer().getPriceLevel(), now)
        : null;
  }

  /**
   * What a code would sell.
   *
   * @throws EmergencyRefusal ITEM_UNKNOWN and the other reasons of a code that cannot be read
   */
  ItemOffer offer(String code, Instant now) {
    return Shelf.offer(read(code, now).good(), now);
  }

  private CodeReading.Read<Shelf.Good> read(String code, Instant now) {
    try {
      return shelf.read(code, now);
    } catch (CodeReading.Unreadable e) {
      String reason =
          switch (e.problem()) {
            case UNKNOWN -> "ITEM_UNKNOWN";
            case DAMAGED -> "BARCODE_DAMAGED";
            case QUANTITY_INVALID -> "QUANTITY_INVALID";
            case PRICE_MISSING -> "PRICE_MISSING";
          };
      throw new EmergencyRefusal(
          reason,
          e.good() instanceof Shelf.Good good
              ? Map.of("item", good.unit().getName())
              : Map.of("code", e.code()));
    }
  }

  private static long quantity(CodeReading.Read<Shelf.Good> read, long typedMilli) {
    if (read.quantityMilli() != null) {
      if (typedMilli != 0 && typedMilli != 1_000) {
        throw new EmergencyRefusal(
            "QUANTITY_INVALID", Map.of("quantityMilli", String.valueOf(typedMilli)));
      }
      return read.quantityMilli();
    }
    if (typedMilli == 0 && read.good().weighed()) {
      throw new EmergencyRefusal("WEIGHT_NEEDED", Map.of("item", read.good().unit().getName()));
    }
    return typedMilli == 0 ? 1_000 : typedMilli;
  }

  private long checked(long quantityMilli, BasketLine.Builder line) {
    boolean divisible = line.getWeighed() || line.getFactorMilli() % 1_000 != 0;
    if (quantityMilli <= 0 || !divisible && quantityMilli % 1_000 != 0) {
      throw new EmergencyRefusal("QUANTITY_INVALID", Map.of("item", line.getName()));
    }
    long most = shelf.rules().getMostQuantityMilli();
    if (quantityMilli > most) {
      throw new EmergencyRefusal("QUANTITY_TOO_LARGE", Map.of("mostMilli", String.valueOf(most)));
    }
    boolean absurd =
        Math.multiplyHigh(quantityMilli, line.getPriceMinor()) != 0
            || quantityMilli * line.getPriceMinor() / 1_000 > MOST_LINE_MINOR;
    if (absurd) {
      throw new EmergencyRefusal("AMOUNT_INVALID", Map.of("most", "" + MOST_LINE_MINOR));
    }
    return quantityMilli;
  }

  /** A line id that the server has not given; it counts acts, so that ids only rise. */
  private int nextLineId() {
    return Math.max(
            basket.getVersion(),
            basket.getLinesList().stream().mapToInt(BasketLine::getLineId).max().orElse(0))
        + 1;
  }

  private BasketLine withQuantity(BasketLine.Builder line, long quantityMilli) {
    boolean label = line.getLabelAmountMinor() != 0;
    long extended =
        label
            ? line.getLabelAmountMinor()
            : Numbers.extend(quantityMilli, line.getPriceMinor(), shelf.unitMinor());
    return line.setQuantityMilli(quantityMilli).setTotalMinor(extended).build();
  }

  /**
   * Sets another quantity; the line's own discount falls away, as at the server.
   *
   * @param quantityMilli above 0, whatever the direction of the line
   * @throws EmergencyRefusal LINE_UNKNOWN, QUANTITY_INVALID, QUANTITY_TOO_LARGE,
   *     EMERGENCY_ONLY_CASH: more of goods that come back
   */
  Changed changeQuantity(int lineId, long quantityMilli) {
    BasketLine line = standing(lineId);
    BasketLine.Builder changed = line.toBuilder().setDiscountMinor(0);
    long wanted = checked(quantityMilli, changed);
    if (line.getQuantityMilli() < 0 && wanted > -line.getQuantityMilli()) {
      throw new EmergencyRefusal(EmergencyRefusal.ONLY_CASH_SALES); // nobody's word is for more
    }
    long signed = line.getQuantityMilli() < 0 ? -wanted : wanted;
    if (signed != line.getQuantityMilli()) {
      changed.setLabelAmountMinor(0);
    }
    return put(withQuantity(changed, signed));
  }

  /**
   * Takes a line back; it stays in sight.
   *
   * @throws EmergencyRefusal LINE_UNKNOWN
   */
  Changed voidLine(int lineId, Instant now) {
    return put(
        standing(lineId).toBuilder().setVoided(true).setVoidedAtMs(now.toEpochMilli()).build());
  }

  private BasketLine standing(int lineId) {
    return basket.getLinesList().stream()
        .filter(line -> line.getLineId() == lineId && !line.getVoided())
        .findFirst()
        .orElseThrow(() -> new EmergencyRefusal("LINE_UNKNOWN"));
  }

  private Changed put(BasketLine line) {
    List<BasketLine> lines = new ArrayList<>();
    boolean known = false;
    for (BasketLine other : basket.getLinesList()) {
      boolean same = other.getLineId() == line.getLineId();
      lines.add(same ? line : other);
      known |= same;
    }
    if (!known) {
      lines.add(line);
    }
    return new Changed(reckoned(lines), line);
  }

  private EmergencyBasket reckoned(List<BasketLine> lines) {
    List<BasketLine> standing = lines.stream().filter(line -> !line.getVoided()).toList();
    Reckoning reckoned = reckon(standing);
    long pieces = 0;
    for (BasketLine line : standing) {
      pieces += line.getWeighed() ? 1 : Math.max(0, line.getQuantityMilli() / 1_000);
    }
    List<BasketDiscount> discounts = new ArrayList<>();
    for (int i = 0; i < basket.getDiscountsCount(); i++) {
      discounts.add(
          basket.getDiscounts(i).toBuilder()
              .setAmountMinor(reckoned.discountMinors().get(i))
              .build());
    }
    Totals totals =
        Totals.newBuilder()
            .setLinesMinor(reckoned.linesMinor())
            .setDiscountMinor(reckoned.discountMinor())
            .setTaxOnTopMinor(reckoned.taxes().onTopMinor())
            .setTaxMinor(reckoned.taxes().totalMinor())
            .setTotalMinor(reckoned.totalMinor())
            .setCashDueMinor(shelf.cashRounding().round(reckoned.totalMinor()))
            .setSavedMinor(savedMinor(standing, reckoned))
            .setLineCount(standing.size())
            .setPieceCount(pieces)
            .build();
    return new EmergencyBasket(
        shelf,
        basket.toBuilder()
            .clearLines()
            .addAllLines(lines)
            .clearDiscounts()
            .addAllDiscounts(discounts)
            .setTotals(totals)
            .build());
  }

  /** What it comes to, by the rules of the server. */
  Reckoning reckoned() {
    return reckon(basket.getLinesList().stream().filter(line -> !line.getVoided()).toList());
  }

  private Reckoning reckon(List<BasketLine> standing) {
    return Reckoning.of(
        standing.stream()
            .map(line -> new LineAmount(line.getTotalMinor(), line.getNoDiscount()))
            .toList(),
        standing.stream().map(this::rate).toList(),
        basket.getDiscountsList().stream().map(EmergencyBasket::discount).toList(),
        shelf.taxRounding(),
        shelf.unitMinor());
  }

  private TaxRate rate(BasketLine line) {
    return shelf
        .rate(line.getTaxClassId())
        .orElseThrow(
            () -> new IllegalStateException("no rate of tax class " + line.getTaxClassId()));
  }

  private static id.lajur.rules.receipt.BasketDiscount discount(BasketDiscount discount) {
    return new id.lajur.rules.receipt.BasketDiscount(
        discount.getAmountMinor(),
        null,
        discount.getSource() == DiscountSource.DISCOUNT_SOURCE_COUPON);
  }

  private long savedMinor(List<BasketLine> standing, Reckoning reckoned) {
    long saved = reckoned.discountMinor();
    for (BasketLine line : standing) {
      if (line.getQuantityMilli() > 0 && line.getLabelAmountMinor() == 0) {
        long atList =
            Numbers.extend(line.getQuantityMilli(), line.getListPriceMinor(), shelf.unitMinor());
        saved += Math.max(0, atList - line.getTotalMinor());
      }
    }
    return saved;
  }
}
