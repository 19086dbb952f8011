package id.lajur.rules.code;

import id.lajur.rules.amount.Numbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a code as scanned or typed. In this order: an exact barcode, an item's own code, a label of
 * a listed layout, a GS1 element string; a GS1 Digital Link is one written as a web address.
 *
 * @param goods what codes can name
 * @param today decides the century of two-digit years
 * @param <G> one way to sell an item
 */
public record CodeReading<G extends CodeReading.Good>(Goods<G> goods, LocalDate today) {
  private static final String AIMED = "(?s)\\][A-Za-z]\\d.*";
  private static final String ELEMENT_STRINGS = "]C1 ]e0 ]d2 ]Q3";
  private static final String PLAIN_QR = "]Q1"; // a payment or an address: no item but by a link
  private static final long MOST_MEASURED_MILLI = 1_000_000_000_000L;

  /** What reading must know of a unit of an item. */
  public interface Good {
    boolean weighed();

    /** Thousandths of the base unit in one of this unit. */
    long factorMilli();

    /** Per unit; null when it has none yet. */
    @Nullable Long priceMinor();
  }

  /** What codes can name, at a moment. */
  public interface Goods<G> {
    /**
     * The unit that has a barcode.
     *
     * @param key as {@link Gtin#key} gives it
     */
    Optional<G> byKey(String key);

    /** The base unit of the item that has this code of its own. */
    Optional<G> byCode(String code);

    /** The layout whose prefix these 13 digits begin with, the longest first. */
    Optional<InStoreLayout> layout(String digits);

    /** ISO 4217 letters of the store's currency. */
    String currency();
  }

  /**
   * What a code says.
   *
   * @param quantityMilli thousandths of the unit; null when the code names no quantity
   * @param labelAmountMinor what a price label says the whole line costs
   * @param priceChanged whether a price label's weight does not come back to its price: it was
   *     printed under another
   */
  public record Read<G>(
      G good,
      @Nullable Long quantityMilli,
      @Nullable Long labelAmountMinor,
      boolean priceChanged) {}

  /** Why a code cannot be read. */
  public enum Problem {
    /** It names nothing. */
    UNKNOWN,
    /** A listed prefix with a wrong check digit, or an element string that cannot be read whole. */
    DAMAGED,
    /** A label that says nothing, or does not suit its item. */
    QUANTITY_INVALID,
    /** A price label of a weighed item without a price. */
    PRICE_MISSING
  }

  /** A code that cannot be read. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String code;
    private final transient @Nullable Object good;

    Unreadable(Problem problem, String code, @Nullable Object good) {
      super(problem + " " + code, null, false, false);
      this.problem = problem;
      this.code = code;
      this.good = good;
    }

    public Problem problem() {
      return problem;
    }

    /** The code that names nothing, or what of it could not be read. */
    public String code() {
      return code;
    }

    /** What it named, where it named something. */
    public @Nullable Object good() {
      return good;
    }
  }

  /**
   * Whether a code says itself what it is: a link, an element string, or behind an AIM identifier.
   */
  public static boolean saysWhatItIs(String scanned) {
    return scanned.matches(AIMED)
        || ElementString.isLink(scanned)
        || scanned.indexOf(ElementString.SEPARATOR) >= 0;
  }

  /**
   * Reads one code.
   *
   * @throws Unreadable naming why
   */
  public Read<G> read(String scanned) {
    String aim = scanned.matches(AIMED) ? scanned.substring(0, 3) : "";
    String code = scanned.substring(aim.length());
    if (ElementString.isLink(code)) {
      return elements(code, ElementString.ofLink(code, today));
    }
    if (aim.equals(PLAIN_QR)) {
      throw unknown(code);
    }
    if (!aim.isEmpty() && ELEMENT_STRINGS.contains(aim)) {
      return elements(code, ElementString.parse(code, today));
    }
    if (code.indexOf(ElementString.SEPARATOR) >= 0) {
      String text = code.charAt(0) == ElementString.SEPARATOR ? code.substring(1) : code;
      return elements(code, ElementString.parse(text, today));
    }
    Optional<G> own = named(code);
    if (own.isPresent()) {
      return plain(own.get());
    }
    if (Gtin.digitsOnly(code) && (code.length() == 12 || code.length() == 13)) {
      String digits = code.length() == 12 ? "0" + code : code;
      Optional<InStoreLayout> layout = goods.layout(digits);
      if (layout.isPresent()) {
        return label(layout.get(), digits);
      }
    }
    if (code.length() > 16 && code.startsWith("01") && Gtin.digitsOnly(code.substring(0, 16))) {
      return elements(code, ElementString.parse(code, today));
    }
    throw unknown(code);
  }

  private static <G> Read<G> plain(G good) {
    return new Read<>(good, null, null, false);
  }

  private Optional<G> named(String code) {
    return goods.byKey(Gtin.key(code)).or(() -> goods.byCode(code));
  }

  private Read<G> label(InStoreLayout layout, String digits) {
    InStoreLayout.Label label = layout.read(digits).orElseThrow(() -> damaged(digits));
    List<String> names = new ArrayList<>(List.of(label.itemNumber(), label.itemLabel()));
    names.add(1, label.itemNumber().replaceFirst("^0+(?=.)", ""));
    G good =
        names.stream()
            .flatMap(name -> named(name).stream())
            .findFirst()
            .orElseThrow(() -> unknown(digits));
    return switch (label.field()) {
      case WEIGHT -> weighed(good, label.value(), digits);
      case COUNT -> new Read<>(good, positive(good, label.value(), digits), null, false);
      case PRICE -> priced(good, label.value(), label.stepMinor(), digits);
    };
  }

  private Read<G> elements(String text, Optional<ElementString> elements) {
    ElementString read = elements.orElseThrow(() -> damaged(text));
    if (read.currency() != null
        && read.currency() != Currency.getInstance(goods.currency()).getNumericCode()) {
      throw damaged(text);
    }
    G good = goods.byKey(read.gtin14()).orElseThrow(() -> unknown(read.gtin14()));
    if (!good.weighed() && read.gtin14().charAt(0) != '9') {
      return plain(good);
    }
    Long weight = read.weightMilli();
    Long amount = read.amountMinor();
    Long count = read.count();
    if (weight != null && amount != null) {
      return new Read<>(good, weighed(good, weight, text).quantityMilli(), amount, false);
    }
    if (weight != null) {
      return weighed(good, weight, text);
    }
    if (amount != null) {
      return priced(good, amount, 1, text);
    }
    return count == null
        ? plain(good)
        : new Read<>(good, positive(good, Math.multiplyExact(count, 1000L), text), null, false);
  }

  private static <G extends Good> Read<G> weighed(G good, long baseMilli, String code) {
    if (!good.weighed()) {
      throw new Unreadable(Problem.QUANTITY_INVALID, code, good);
    }
    positive(good, baseMilli, code);
    long quantity = Numbers.mulDiv(baseMilli, 1000, good.factorMilli());
    return new Read<>(good, positive(good, quantity, code), null, false);
  }

  /**
   * The label's price is charged, and the weight that it stands for is booked. If the weight, in
   * whole thousandths, does not come back to the price, the price has changed since printing.
   */
  private static <G extends Good> Read<G> priced(
      G good, long amountMinor, long stepMinor, String code) {
    positive(good, amountMinor, code);
    if (!good.weighed()) {
      return new Read<>(good, 1000L, amountMinor, false);
    }
    Long price = good.priceMinor();
    if (price == null || price == 0) {
      throw new Unreadable(Problem.PRICE_MISSING, code, good);
    }
    long quantity = positive(good, Numbers.mulDiv(amountMinor, 1000, price), code);
    long back = Math.multiplyExact(quantity, price);
    long apart = Math.abs(Math.subtractExact(back, Math.multiplyExact(amountMinor, 1000L)));
    return new Read<>(good, quantity, amountMinor, apart > 500 * stepMinor);
  }

  private static long positive(Object good, @Nullable Long value, String code) {
    if (value == null || value <= 0 || value > MOST_MEASURED_MILLI) {
      throw new Unreadable(Problem.QUANTITY_INVALID, code, good);
    }
    return value;
  }

  private static Unreadable unknown(String code) {
    return new Unreadable(Problem.UNKNOWN, code, null);
  }

  private static Unreadable damaged(String code) {
    return new Unreadable(Problem.DAMAGED, code, null);
  }
}
