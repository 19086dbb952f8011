package id.lajur.server.catalog;

import id.lajur.rules.code.CodeReading;
import id.lajur.rules.code.Gtin;
import id.lajur.rules.code.InStoreLayout;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Reads a code as scanned or typed, as {@link CodeReading} says, against the store's items. */
public final class CodeReader {
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
    return jdbi.withExtension(ItemDao.class, dao -> new Stored(dao, storeId, now).read(code));
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
          Stored reading = new Stored(dao, storeId, now);
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
        new ArrayList<>(codes.stream().filter(code -> !CodeReading.saysWhatItIs(code)).toList());
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

  /** The store's items, at their prices of a moment. */
  private record Stored(ItemDao dao, int storeId, Instant now)
      implements CodeReading.Goods<SaleItem> {

    ScannedUnit read(String scanned) {
      CodeReading<SaleItem> reading =
          new CodeReading<>(this, LocalDate.ofInstant(now, ZoneOffset.UTC));
      try {
        CodeReading.Read<SaleItem> read = reading.read(scanned);
        return new ScannedUnit(
            read.good(), read.quantityMilli(), read.labelAmountMinor(), read.priceChanged());
      } catch (CodeReading.Unreadable e) {
        throw refusal(e);
      }
    }

    private static Refusal refusal(CodeReading.Unreadable e) {
      Refusal refusal =
          switch (e.problem()) {
            case UNKNOWN -> new Refusal(Reason.ITEM_UNKNOWN);
            case DAMAGED -> new Refusal(Reason.BARCODE_DAMAGED);
            case QUANTITY_INVALID -> new Refusal(Reason.QUANTITY_INVALID);
            case PRICE_MISSING -> new Refusal(Reason.PRICE_MISSING);
          };
      return e.good() instanceof SaleItem item
          ? refusal.with("item", item.name())
          : refusal.with("code", e.code());
    }

    @Override
    public Optional<SaleItem> byKey(String key) {
      return dao.find(storeId, key, now);
    }

    @Override
    public Optional<SaleItem> byCode(String code) {
      return dao.findByCode(storeId, code, now);
    }

    @Override
    public Optional<InStoreLayout> layout(String digits) {
      return dao.findLayout(storeId, digits);
    }

    @Override
    public String currency() {
      return dao.currency(storeId);
    }
  }
}
