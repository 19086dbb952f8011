package id.lajur.server.catalog;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.code.ElementString;
import id.lajur.rules.code.Gtin;
import id.lajur.rules.code.InStoreLayout;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads a code as scanned or typed. In this order: an exact barcode, an item's own code, a label of
 * a listed layout, a GS1 element string; a GS1 Digital Link is one written as a web address.
 */
public final class CodeReader {
  private static final String AIMED = "(?s)\\][A-Za-z]\\d.*";
  private static final String ELEMENT_STRINGS = "]C1 ]e0 ]d2 ]Q3";
  private static final String PLAIN_QR = "]Q1"; // a payment or an address: no item but by a link
  private static final long MOST_MEASURED_MILLI = 1_000_000_000_000L;

  private final Jdbi jdbi;

  public CodeReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The unit that a code names, at its price of a moment.
   *
   * @throws Refusal ITEM_UNKNOWN; BARCODE_DAMAGED for a listed prefix with a wrong check digit, or
   *     an element string that cannot be read whole; QUANTITY_INVALID for a label that says nothing
   *     or does not suit its item; PRICE_MISSING for a price label of a weighed item without price
   */
  public ScannedUnit read(int storeId, String code, Instant now) {
    return jdbi.withExtension(ItemDao.class, dao -> new Reading(dao, storeId, now).read(code));
  }

  /**
   * As {@link #read(int, String, Instant)} for many codes: two statements for all that are barcodes
   * and items' own codes, and one by one what is left.
   *
   * @return by code
   */
  public Map<String, ScannedUnit> read(int storeId, Set<String> codes, Instant now) {
    return jdbi.withExtension(
        ItemDao.class,
        dao -> {
          Map<String, SaleItem> items = named(dao, storeId, codes, now);
          Map<String, ScannedUnit> units = new HashMap<>();
          Reading reading = new Reading(dao, storeId, now);
          for (String code : codes) {
            SaleItem item = items.get(code);
            units.put(code, item == null ? reading.read(code) : ScannedUnit.plain(item));
          }
          return units;
        });
  }

  /** Items of the codes that name one without being read further. */
  private static Map<String, SaleItem> named(
      ItemDao dao, int storeId, Set<String> codes, Instant now) {
    Map<String, SaleItem> items = new HashMap<>();
    List<String> left =
        new ArrayList<>(codes.stream().filter(code -> !saysWhatItIs(code)).toList());
    if (!left.isEmpty()) {
      Map<String, SaleItem> byKey =
          dao.findAll(storeId, left.stream().map(Gtin::key).distinct().toList(), now);
      left.forEach(
          code -> {
            SaleItem item = byKey.get(Gtin.key(code));
            if (item != null) {
              items.put(code, item);
            }
          });
      left.removeAll(items.keySet());
    }
    if (!left.isEmpty()) {
      items.putAll(dao.findAllByCode(storeId, left, now));
    }
    return items;
  }

  /** A link, an element string, or a code behind a scanner's word for its kind. */
  private static boolean saysWhatItIs(String scanned) {
    return scanned.matches(AIMED)
        || ElementString.isLink(scanned)
        || scanned.indexOf(ElementString.SEPARATOR) >= 0;
  }

  /** One code being read. */
  private record Reading(ItemDao dao, int storeId, Instant now) {

    ScannedUnit read(String scanned) {
      String aim = scanned.matches(AIMED) ? scanned.substring(0, 3) : "";
      String code = scanned.substring(aim.length());
      if (ElementString.isLink(code)) {
        return elements(code, ElementString.ofLink(code, today()));
      }
      if (aim.equals(PLAIN_QR)) {
        throw new Refusal(Reason.ITEM_UNKNOWN).with("code", code);
      }
      if (!aim.isEmpty() && ELEMENT_STRINGS.contains(aim)) {
        return elements(code, ElementString.parse(code, today()));
      }
      if (code.indexOf(ElementString.SEPARATOR) >= 0) {
        String text = code.charAt(0) == ElementString.SEPARATOR ? code.substring(1) : code;
        return elements(code, ElementString.parse(text, today()));
      }
      Optional<SaleItem> own = named(code);
      if (own.isPresent()) {
        return ScannedUnit.plain(own.get());
      }
      if (Gtin.digitsOnly(code) && (code.length() == 12 || code.length() == 13)) {
        String digits = code.length() == 12 ? "0" + code : code;
        Optional<InStoreLayout> layout = dao.findLayout(storeId, digits);
        if (layout.isPresent()) {
          return label(layout.get(), digits);
        }
      }
      if (code.length() > 16 && code.startsWith("01") && Gtin.digitsOnly(code.substring(0, 16))) {
        return elements(code, ElementString.parse(code, today()));
      }
      throw new Refusal(Reason.ITEM_UNKNOWN).with("code", code);
    }

    private Optional<SaleItem> named(String code) {
      return dao.find(storeId, Gtin.key(code), now).or(() -> dao.findByCode(storeId, code, now));
    }

    private ScannedUnit label(InStoreLayout layout, String digits) {
      InStoreLayout.Label label = layout.read(digits).orElseThrow(() -> damaged(digits));
      List<String> names = new ArrayList<>(List.of(label.itemNumber(), label.itemLabel()));
      String number = label.itemNumber().replaceFirst("^0+(?=.)", "");
      names.add(1, number);
      SaleItem item =
          names.stream()
              .flatMap(name -> named(name).stream())
              .findFirst()
              .orElseThrow(() -> new Refusal(Reason.ITEM_UNKNOWN).with("code", digits));
      return switch (label.field()) {
        case WEIGHT -> weighed(item, label.value());
        case COUNT -> new ScannedUnit(item, positive(item, label.value()), null, false);
        case PRICE -> priced(item, label.value(), label.stepMinor());
      };
    }

    private LocalDate today() {
      return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private ScannedUnit elements(String text, Optional<ElementString> elements) {
      ElementString read = elements.orElseThrow(() -> damaged(text));
      if (read.currency() != null
          && read.currency() != Currency.getInstance(dao.currency(storeId)).getNumericCode()) {
        throw damaged(text).with("currency", read.currency());
      }
      SaleItem item =
          dao.find(storeId, read.gtin14(), now)
              .orElseThrow(() -> new Refusal(Reason.ITEM_UNKNOWN).with("code", read.gtin14()));
      if (!item.weighed() && read.gtin14().charAt(0) != '9') {
        return ScannedUnit.plain(item);
      }
      Long weight = read.weightMilli();
      Long amount = read.amountMinor();
      Long count = read.count();
      if (weight != null && amount != null) {
        return new ScannedUnit(item, weighed(item, weight).quantityMilli(), amount, false);
      }
      if (weight != null) {
        return weighed(item, weight);
      }
      if (amount != null) {
        return priced(item, amount, 1);
      }
      return count == null
          ? ScannedUnit.plain(item)
          : new ScannedUnit(item, positive(item, Math.multiplyExact(count, 1000L)), null, false);
    }

    private static ScannedUnit weighed(SaleItem item, long baseMilli) {
      if (!item.weighed()) {
        throw new Refusal(Reason.QUANTITY_INVALID).with("item", item.name());
      }
      positive(item, baseMilli);
      long quantity = Numbers.mulDiv(baseMilli, 1000, item.factorMilli());
      return new ScannedUnit(item, positive(item, quantity), null, false);
    }

    /**
     * The label's price is charged, and the weight that it stands for is booked. If the weight, in
     * whole thousandths, does not come back to the price, the price has changed since printing.
     */
    private static ScannedUnit priced(SaleItem item, long amountMinor, long stepMinor) {
      positive(item, amountMinor);
      if (!item.weighed()) {
        return new ScannedUnit(item, 1000L, amountMinor, false);
      }
      Long price = item.priceMinor();
      if (price == null || price == 0) {
        throw new Refusal(Reason.PRICE_MISSING).with("item", item.name());
      }
      long quantity = positive(item, Numbers.mulDiv(amountMinor, 1000, price));
      long back = Math.multiplyExact(quantity, price);
      long apart = Math.abs(Math.subtractExact(back, Math.multiplyExact(amountMinor, 1000L)));
      return new ScannedUnit(item, quantity, amountMinor, apart > 500 * stepMinor);
    }

    private static long positive(SaleItem item, @Nullable Long value) {
      if (value == null || value <= 0 || value > MOST_MEASURED_MILLI) {
        throw new Refusal(Reason.QUANTITY_INVALID).with("item", item.name());
      }
      return value;
    }

    private static Refusal damaged(String code) {
      return new Refusal(Reason.BARCODE_DAMAGED).with("code", code);
    }
  }
}
