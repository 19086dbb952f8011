package id.lajur.pos.emergency;

import id.lajur.catalog.v1.ItemOffer;
import id.lajur.catalog.v1.OfferAtLevel;
import id.lajur.catalog.v1.QuickPages;
import id.lajur.rules.amount.CashRounding;
import id.lajur.rules.code.CodeReading;
import id.lajur.rules.code.Gtin;
import id.lajur.rules.code.InStoreLayout;
import id.lajur.rules.tax.TaxRate;
import id.lajur.rules.tax.TaxRounding;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.CoinRounding;
import id.lajur.sale.v1.LabelLayout;
import id.lajur.sale.v1.ShelfLevelPrice;
import id.lajur.sale.v1.ShelfPrice;
import id.lajur.sale.v1.ShelfRules;
import id.lajur.sale.v1.ShelfTaxRate;
import id.lajur.sale.v1.ShelfUnit;
import id.lajur.sale.v1.TaxMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the shop sells at which price, as the server told it last. Does not change. */
public final class Shelf {
  /** Before the server has told anything. */
  public static final Shelf EMPTY =
      new Shelf(ShelfRules.getDefaultInstance(), Map.of(), "", QuickPages.getDefaultInstance());

  private static final int MOST_FOUND = 50;

  private final ShelfRules rules;
  private final Map<Id, ShelfUnit> units;
  private final Map<String, ShelfUnit> byKey = new HashMap<>();
  private final Map<String, ShelfUnit> byCode = new HashMap<>();
  private final Map<Integer, TaxRate> rates = new HashMap<>();
  private final String state;
  private final QuickPages quickKeys;

  private record Id(String itemCode, int unitNo) {
    static Id of(ShelfUnit unit) {
      return new Id(unit.getItemCode(), unit.getUnitNo());
    }
  }

  /** A unit with its price at a moment. */
  public record Good(ShelfUnit unit, @Nullable Long priceMinor) implements CodeReading.Good {
    static Good at(ShelfUnit unit, Instant now) {
      Long price = null;
      for (ShelfPrice next : unit.getPricesList()) {
        if (next.getFromMs() <= now.toEpochMilli()) {
          price = next.getPriceMinor();
        }
      }
      return new Good(unit, price);
    }

    /**
     * What it costs at a price level.
     *
     * @param level code
     * @return null where it has no price there
     */
    @Nullable Long priceMinorAt(String level, Instant now) {
      Long price = null;
      for (ShelfLevelPrice next : unit.getLevelPricesList()) {
        if (next.getPriceLevel().equals(level) && next.getFromMs() <= now.toEpochMilli()) {
          price = next.hasPriceMinor() ? next.getPriceMinor() : null;
        }
      }
      return price;
    }

    @Override
    public boolean weighed() {
      return unit.getWeighed();
    }

    @Override
    public long factorMilli() {
      return unit.getFactorMilli();
    }
  }

  private Shelf(ShelfRules rules, Map<Id, ShelfUnit> units, String state, QuickPages quickKeys) {
    this.rules = rules;
    this.units = units;
    this.state = state;
    this.quickKeys = quickKeys;
    for (ShelfUnit unit : units.values()) {
      unit.getKeysList().forEach(key -> byKey.put(key, unit));
      if (unit.getUnitNo() == 0) {
        byCode.put(unit.getItemCode(), unit);
      }
    }
    for (ShelfTaxRate rate : rules.getTaxRatesList()) {
      rates.put(rate.getTaxClassId(), rate(rate));
    }
  }

  private static TaxRate rate(ShelfTaxRate rate) {
    TaxRate.Mode mode =
        switch (rate.getMode()) {
          case TAX_MODE_INCLUSIVE -> TaxRate.Mode.INCLUSIVE;
          case TAX_MODE_EXCLUSIVE -> TaxRate.Mode.EXCLUSIVE;
          case TAX_MODE_NONE, TAX_MODE_UNSPECIFIED, UNRECOGNIZED -> TaxRate.Mode.NONE;
        };
    return new TaxRate(
        rate.getTaxClassId(),
        rate.getTaxClass(),
        mode,
        rate.getMode() == TaxMode.TAX_MODE_NONE ? 0 : rate.getRateMicro(),
        Math.max(1, rate.getBaseNumerator()),
        Math.max(1, rate.getBaseDenominator()));
  }

  /** The same goods under other rules. */
  Shelf with(ShelfRules other) {
    return new Shelf(other, units, state, quickKeys);
  }

  /** The same goods, and other quick keys. */
  Shelf with(QuickPages other) {
    return new Shelf(rules, units, state, other);
  }

  /**
   * Another state.
   *
   * @param whole whether these are all there are; else they change what was there
   */
  Shelf with(Collection<ShelfUnit> changed, boolean whole, String newState) {
    Map<Id, ShelfUnit> all = whole ? new HashMap<>() : new HashMap<>(units);
    for (ShelfUnit unit : changed) {
      if (unit.getGone()) {
        all.remove(Id.of(unit));
      } else {
        all.put(Id.of(unit), unit);
      }
    }
    return new Shelf(rules, all, newState, quickKeys);
  }

  public int size() {
    return units.size();
  }

  public String state() {
    return state;
  }

  /** Keys for goods without a barcode, as the back office has arranged them. */
  public QuickPages quickKeys() {
    return quickKeys;
  }

  /**
   * What a unit of an item costs now.
   *
   * @return empty where it has no price, or is not sold
   */
  public Optional<Long> priceMinor(String itemCode, int unitNo, Instant now) {
    return Optional.ofNullable(units.get(new Id(itemCode, unitNo)))
        .map(unit -> Good.at(unit, now).priceMinor());
  }

  ShelfRules rules() {
    return rules;
  }

  Collection<ShelfUnit> units() {
    return units.values();
  }

  /** Whether there is enough here to sell by. */
  public boolean isUsable() {
    return !units.isEmpty() && rules.getCoinMinor() > 0 && !rates.isEmpty();
  }

  /**
   * Reads a code as the server would.
   *
   * @throws CodeReading.Unreadable naming why
   */
  CodeReading.Read<Good> read(String code, Instant now) {
    return new CodeReading<>(new At(now), LocalDate.ofInstant(now, ZoneOffset.UTC)).read(code);
  }

  /** Base units whose names hold every word, by name; what sells best is not known here. */
  public List<ItemOffer> search(String text, Instant now) {
    List<String> words = List.of(text.strip().toLowerCase(java.util.Locale.ROOT).split("\\s+", -1));
    return byCode.values().stream()
        .filter(
            unit -> {
              String name = unit.getName().toLowerCase(java.util.Locale.ROOT);
              return words.stream().allMatch(name::contains) || unit.getItemCode().startsWith(text);
            })
        .sorted(java.util.Comparator.comparing(ShelfUnit::getName))
        .limit(MOST_FOUND)
        .map(unit -> offer(Good.at(unit, now), now))
        .toList();
  }

  static ItemOffer offer(Good good, Instant now) {
    ShelfUnit unit = good.unit();
    ItemOffer.Builder offer =
        ItemOffer.newBuilder()
            .setItemCode(unit.getItemCode())
            .setBarcode(unit.getKeysCount() == 0 ? "" : Gtin.shown(unit.getKeys(0)))
            .setName(unit.getName())
            .setUnit(unit.getUnit())
            .setUnitFactorMilli(unit.getFactorMilli())
            .setWeighed(unit.getWeighed());
    unit.getLevelPricesList().stream()
        .map(ShelfLevelPrice::getPriceLevel)
        .distinct()
        .forEach(
            level -> {
              Long atLevel = good.priceMinorAt(level, now);
              if (atLevel != null) {
                offer.addAtLevels(
                    OfferAtLevel.newBuilder().setPriceLevel(level).setPriceMinor(atLevel));
              }
            });
    Long price = good.priceMinor();
    return price == null ? offer.build() : offer.setPriceMinor(price).build();
  }

  private final class At implements CodeReading.Goods<Good> {
    private final Instant now;

    At(Instant now) {
      this.now = now;
    }

    @Override
    public Optional<Good> byKey(String key) {
      return Optional.ofNullable(byKey.get(key)).map(unit -> Good.at(unit, now));
    }

    @Override
    public Optional<Good> byCode(String code) {
      return Optional.ofNullable(byCode.get(code)).map(unit -> Good.at(unit, now));
    }

    @Override
    public Optional<InStoreLayout> layout(String digits) {
      return rules.getLayoutsList().stream()
          .filter(layout -> digits.startsWith(layout.getPrefix()))
          .max(java.util.Comparator.comparingInt(layout -> layout.getPrefix().length()))
          .map(Shelf::layout);
    }

    @Override
    public String currency() {
      return rules.getCurrency();
    }
  }

  private static InStoreLayout layout(LabelLayout layout) {
    InStoreLayout.Field field =
        switch (layout.getField()) {
          case LABEL_FIELD_PRICE -> InStoreLayout.Field.PRICE;
          case LABEL_FIELD_COUNT -> InStoreLayout.Field.COUNT;
          case LABEL_FIELD_WEIGHT, LABEL_FIELD_UNSPECIFIED, UNRECOGNIZED ->
              InStoreLayout.Field.WEIGHT;
        };
    return new InStoreLayout(
        layout.getPrefix(),
        layout.getItemDigits(),
        field,
        layout.getFieldDigits(),
        layout.getDecimals(),
        layout.getInnerCheck());
  }

  /** The rate of a class in force. */
  Optional<TaxRate> rate(int taxClassId) {
    return Optional.ofNullable(rates.get(taxClassId));
  }

  /** Whether every tax of a basket is known here, so that it can be reckoned. */
  boolean knowsTaxesOf(Basket basket) {
    return basket.getLinesList().stream()
        .allMatch(line -> line.getVoided() || rates.containsKey(line.getTaxClassId()));
  }

  /** Name of a tax as it is printed. */
  String taxName(int taxClassId) {
    return rules.getTaxRatesList().stream()
        .filter(rate -> rate.getTaxClassId() == taxClassId)
        .map(ShelfTaxRate::getName)
        .findFirst()
        .orElse("");
  }

  long unitMinor() {
    return Math.max(1, rules.getAmountUnitMinor());
  }

  TaxRounding taxRounding() {
    return rules.getTaxPerReceipt() ? TaxRounding.PER_RECEIPT : TaxRounding.PER_RATE;
  }

  CashRounding cashRounding() {
    CashRounding.Mode mode =
        rules.getCoinRounding() == CoinRounding.COIN_ROUNDING_DOWN
            ? CashRounding.Mode.DOWN
            : rules.getCoinRounding() == CoinRounding.COIN_ROUNDING_UP
                ? CashRounding.Mode.UP
                : CashRounding.Mode.NEAREST;
    return new CashRounding(mode, Math.max(1, rules.getCoinMinor()));
  }
}
