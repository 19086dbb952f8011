package id.lajur.backoffice.items;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Items as this screen knows them. */
final class Items {
  private Items() {}

  /**
   * A line of the list.
   *
   * @param priceMinor null when it has none
   * @param costMinor null when it is not known, or not to be seen
   * @param blockedReason empty when it sells
   * @param pricedAt since when the price is charged; null when it has none
   */
  record Row(
      String code,
      String name,
      String barcode,
      String department,
      String category,
      String taxClass,
      String baseUnit,
      @Nullable Long priceMinor,
      long stockMilli,
      @Nullable Long costMinor,
      long stockValueMinor,
      String blockedReason,
      @Nullable Instant pricedAt) {}

  /** Some of the list. */
  record Page(List<Row> rows, String nextToken, long total) {}

  /** What an item may be put into. */
  record Choices(List<Choice> departments, List<Choice> taxClasses, List<String> categories) {
    static final Choices NONE = new Choices(List.of(), List.of(), List.of());
  }

  /** One of them. */
  record Choice(String code, String name) {}

  /** What happens when stock would fall below zero. */
  enum Policy {
    ALLOW,
    WARN,
    FORBID
  }

  /** An item whole; the base unit comes first. */
  record Sheet(
      String code,
      String name,
      String department,
      String category,
      String taxClass,
      boolean weighed,
      boolean noDiscount,
      boolean noReturn,
      boolean asksExpiry,
      String blockedReason,
      Policy policy,
      List<Unit> units) {
    Sheet {
      units = List.copyOf(units);
    }

    /** The same under a code. */
    Sheet called(String newCode) {
      return new Sheet(
          newCode,
          name,
          department,
          category,
          taxClass,
          weighed,
          noDiscount,
          noReturn,
          asksExpiry,
          blockedReason,
          policy,
          units);
    }

    /** The fields in which another differs, as the contract calls them; prices are none of them. */
    List<String> differing(Sheet after) {
      List<String> fields = new ArrayList<>();
      add(fields, "name", name, after.name);
      add(fields, "department", department, after.department);
      add(fields, "category", category, after.category);
      add(fields, "tax_class", taxClass, after.taxClass);
      add(fields, "weighed", weighed, after.weighed);
      add(fields, "no_discount", noDiscount, after.noDiscount);
      add(fields, "no_return", noReturn, after.noReturn);
      add(fields, "asks_expiry", asksExpiry, after.asksExpiry);
      add(fields, "blocked_reason", blockedReason, after.blockedReason);
      add(fields, "stock_policy", policy, after.policy);
      add(fields, "units", plain(units), plain(after.units));
      return fields;
    }

    Sheet with(List<Unit> others) {
      return new Sheet(
          code,
          name,
          department,
          category,
          taxClass,
          weighed,
          noDiscount,
          noReturn,
          asksExpiry,
          blockedReason,
          policy,
          others);
    }

    private static void add(List<String> fields, String field, Object before, Object after) {
      if (!Objects.equals(before, after)) {
        fields.add(field);
      }
    }

    private static List<Unit> plain(List<Unit> units) {
      return units.stream()
          .map(
              unit ->
                  new Unit(
                      unit.number, unit.name, unit.factorMilli, unit.barcodes, null, List.of()))
          .toList();
    }
  }

  /**
   * One of its units.
   *
   * @param number null = a new pack
   * @param priceMinor null when it has none
   */
  record Unit(
      @Nullable Integer number,
      String name,
      long factorMilli,
      List<String> barcodes,
      @Nullable Long priceMinor,
      List<Coming> coming) {
    Unit {
      barcodes = List.copyOf(barcodes);
      coming = List.copyOf(coming);
    }

    boolean isBase() {
      return number != null && number == 0;
    }

    /** With a price that was set, where it is its own. */
    Unit priced(Kept kept) {
      if (!name.equals(kept.price().unit())) {
        return this;
      }
      long minor = kept.price().priceMinor().orElseThrow();
      if (kept.from().isEmpty()) {
        return new Unit(number, name, factorMilli, barcodes, minor, coming);
      }
      Instant from = kept.from().get();
      List<Coming> later = new ArrayList<>(coming);
      later.removeIf(one -> one.from().equals(from));
      later.add(new Coming(from, minor));
      later.sort(Comparator.comparing(Coming::from));
      return new Unit(number, name, factorMilli, barcodes, priceMinor, later);
    }
  }

  /** A price to come. */
  record Coming(Instant from, long priceMinor) {}

  /**
   * An item as it was read.
   *
   * @param etag empty for a new one, and for one that was made and could not be read yet
   * @param factorsFixed stock has moved, so no unit changes what it holds
   * @param levels each unit at each price level but retail
   */
  record Read(
      Sheet item, String etag, List<Held> stock, boolean factorsFixed, List<AtLevel> levels) {
    Read {
      stock = List.copyOf(stock);
      levels = List.copyOf(levels);
    }

    /** Without prices at levels. */
    Read(Sheet item, String etag, List<Held> stock, boolean factorsFixed) {
      this(item, etag, stock, factorsFixed, List.of());
    }

    Read at(List<AtLevel> prices) {
      return new Read(item, etag, stock, factorsFixed, prices);
    }

    /** With prices that were set since: in force, or to come. */
    Read priced(List<Kept> kept) {
      Read now = this;
      for (Kept one : kept) {
        now = now.priced(one);
      }
      return now;
    }

    private Read priced(Kept kept) {
      AtLevel at = kept.price().level();
      if (at == null) {
        List<Unit> units = item.units().stream().map(unit -> unit.priced(kept)).toList();
        return new Read(item.with(units), etag, stock, factorsFixed, levels);
      }
      return kept.from().isPresent()
          ? this
          : at(
              levels.stream()
                  .map(level -> level.isAt(at) ? level.priced(kept.price()) : level)
                  .toList());
    }

    /** What a unit costs at each level, in their order. */
    List<AtLevel> levelsOf(Unit unit) {
      return levels.stream().filter(level -> level.unit().equals(unit.name())).toList();
    }
  }

  /**
   * What a unit costs at a price level.
   *
   * @param priceMinor null = what it costs at retail
   */
  record AtLevel(String unit, String level, String name, @Nullable Long priceMinor) {
    boolean isAt(AtLevel other) {
      return unit.equals(other.unit) && level.equals(other.level);
    }

    AtLevel priced(PriceTyped price) {
      OptionalLong minor = price.priceMinor();
      return new AtLevel(unit, level, name, minor.isPresent() ? minor.getAsLong() : null);
    }
  }

  /**
   * A price as it was typed.
   *
   * @param level null = of the unit at retail, whose price is never empty
   * @param priceMinor empty = what the unit costs at retail
   */
  record PriceTyped(String unit, @Nullable AtLevel level, OptionalLong priceMinor) {}

  /**
   * A price that the store has set.
   *
   * @param from when it begins; empty = it is in force
   */
  record Kept(PriceTyped price, Optional<Instant> from) {}

  /** What lies at a location. */
  record Held(String location, long quantityMilli) {}

  /**
   * A move of its stock.
   *
   * @param documentId as the service of its kind knows the document
   * @param kind of the document: SALE, GOODS_RECEIPT, ADJUSTMENT, COUNT, UNSPECIFIED
   * @param reason of an adjustment, as the contract calls it; else empty
   * @param valueMinor into stock positive; 0 for who may not see costs, as the one after it
   */
  record Move(
      String documentId,
      Instant at,
      String kind,
      String number,
      String reason,
      String note,
      String by,
      long quantityMilli,
      long afterMilli,
      long valueMinor,
      long valueAfterMinor) {
    boolean opens() {
      return !documentId.isEmpty() && !kind.equals("UNSPECIFIED");
    }
  }

  /** The document behind a move. */
  record Paper(Move move, List<PaperLine> lines) {
    Paper {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One of its lines.
   *
   * @param quantityMilli of the unit
   * @param amountMinor what was paid, or what it cost; null where that is not to be seen
   */
  record PaperLine(
      String code, String name, String unit, long quantityMilli, @Nullable Long amountMinor) {}

  /**
   * A change of one of its fields.
   *
   * @param field as the contract calls it, without its beginning: NAME, PRICE
   */
  record Change(Instant at, String field, String before, String after, String by) {
    boolean isMoney() {
      return field.equals("PRICE") || field.equals("COST");
    }

    boolean isFlag() {
      return List.of("WEIGHED", "NO_DISCOUNT", "NO_RETURN", "ASKS_EXPIRY").contains(field);
    }
  }
}
