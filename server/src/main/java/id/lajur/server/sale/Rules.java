package id.lajur.server.sale;

import id.lajur.rules.amount.CashRounding;
import id.lajur.rules.tax.TaxRate;
import id.lajur.rules.tax.TaxRounding;
import id.lajur.server.catalog.InForce;
import id.lajur.server.people.Setting;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The store's rules, read again when their version has risen or another setting or rate begins. */
public final class Rules {
  private final Jdbi jdbi;
  private final int storeId;
  private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

  private record Read(StoreRules rules, InForce inForce) {}

  public Rules(Jdbi jdbi, int storeId) {
    this.jdbi = jdbi;
    this.storeId = storeId;
  }

  /**
   * @param version as the caller's admission read it
   */
  public StoreRules at(long version, Instant now) {
    Read read = last.get();
    if (read == null || read.rules().version() != version || !read.inForce().at(now)) {
      read = read(version, now);
      last.set(read);
    }
    return read.rules();
  }

  private Read read(long version, Instant now) {
    return jdbi.withExtension(
        RulesDao.class,
        dao -> {
          Map<String, String> settings = dao.settings(storeId, now);
          Map<Integer, TaxRate> rates = new LinkedHashMap<>();
          dao.taxRates(storeId, now).forEach(rate -> rates.put(rate.taxClassId(), rate));
          boolean registered =
              !Setting.NO.equals(settings.get(Setting.TAX_REGISTERED.key())); // else as made
          Map<String, TenderKind> kinds = new LinkedHashMap<>();
          dao.tenderKinds(storeId).forEach(kind -> kinds.put(kind.code(), kind));
          StoreRules rules =
              new StoreRules(
                  version,
                  dao.unitMinor(storeId),
                  new CashRounding(
                      CashRounding.Mode.valueOf(settings.getOrDefault("cash.rounding", "NEAREST")),
                      Long.parseLong(settings.getOrDefault("cash.coin_minor", "1"))),
                  TaxRounding.valueOf(settings.getOrDefault("tax.rounding", "PER_RATE")),
                  Long.parseLong(settings.getOrDefault("sale.most_quantity_milli", "999000")),
                  Long.parseLong(settings.getOrDefault("sale.most_discount_micro", "1000000")),
                  Long.parseLong(settings.getOrDefault("sale.most_cash_minor", "10000000000")),
                  registered,
                  rates,
                  kinds);
          return new Read(rules, dao.inForce(storeId, now));
        });
  }
}
