package id.lajur.server.people;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.RoleLimits;
import id.lajur.server.wire.Texts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a store has set, each from a moment on. What held before stays known. */
public final class Settings {
  private static final Duration MOST_AHEAD = Duration.ofDays(5 * 366L);

  private final Changes changes;

  public Settings(Changes changes) {
    this.changes = changes;
  }

  /** A value from a moment on. */
  public record Dated(String key, Instant from, String value) {}

  /** Everything ever set, by name and moment. */
  public List<Dated> list() {
    return changes
        .jdbi()
        .withExtension(
            SettingDao.class,
            dao ->
                dao.settings(changes.storeId()).stream()
                    .map(row -> new Dated(row.name(), row.effectiveAt(), row.value()))
                    .toList());
  }

  /**
   * What holds of one setting.
   *
   * @param value now; null where it goes by another setting
   * @param isSet whether the store has set it
   * @param dated all that was and will be, by moment
   */
  public record Current(Setting setting, @Nullable String value, boolean isSet, List<Dated> dated) {
    public Current {
      dated = List.copyOf(dated);
    }
  }

  /**
   * What a store is made with and keeps.
   *
   * @param posted whether currency and zone are of it by now
   */
  public record Fixed(
      String storeCode,
      String currency,
      long amountUnitMinor,
      String timeZone,
      boolean training,
      boolean posted) {}

  /** Everything that holds, at one moment. */
  public record Now(Instant at, List<Current> settings, Fixed fixed) {
    public Now {
      settings = List.copyOf(settings);
    }
  }

  public Now now() {
    Instant at = changes.now();
    List<Dated> all = list();
    SettingDao.MadeRow made =
        changes.jdbi().withExtension(SettingDao.class, dao -> dao.made(changes.storeId()));
    return new Now(
        at,
        Setting.ALL.stream().map(setting -> current(setting, all, made, at)).toList(),
        new Fixed(
            made.code(),
            made.currency(),
            made.amountUnitMinor(),
            made.timeZone(),
            made.training(),
            changes
                .jdbi()
                .withExtension(SettingDao.class, dao -> dao.zone(changes.storeId()))
                .posted()));
  }

  private static Current current(
      Setting setting, List<Dated> all, SettingDao.MadeRow made, Instant at) {
    List<Dated> own = all.stream().filter(one -> one.key().equals(setting.key())).toList();
    Dated last =
        own.stream()
            .filter(one -> !one.from().isAfter(at))
            .reduce((one, later) -> later)
            .orElse(null);
    String otherwise =
        switch (setting.key()) {
          case "store.name" -> made.name();
          case "store.address" -> made.address();
          case "store.tax_number" -> made.taxNumber();
          case "receipt.footer" -> made.receiptFooter();
          case "store.currency" -> made.currency();
          case "store.time_zone" -> made.timeZone();
          default -> setting.otherwise();
        };
    if (last != null) {
      return new Current(setting, last.value(), true, own);
    }
    boolean byAnother =
        setting.form().kind() == Setting.Kind.WHOLE && !setting.form().fits(otherwise);
    return new Current(setting, byAnother ? null : otherwise, false, own);
  }

  /**
   * Sets a value from a moment on.
   *
   * @param from null = now
   * @throws Refusal SETTING_UNKNOWN; SETTING_INVALID; TEXT_INVALID; MOMENT_INVALID one that has
   *     passed or is more than five years away, or any of a currency or zone; SETTING_FIXED
   *     currency or zone of a store that has posted
   */
  public void set(String key, String value, @Nullable Instant from) throws SQLException {
    Setting setting =
        Setting.of(key).orElseThrow(() -> new Refusal(Reason.SETTING_UNKNOWN).with("setting", key));
    String plain = setting.form().kind() == Setting.Kind.TEXT ? Texts.plain(value) : value;
    if (!setting.form().fits(plain)) {
      throw new Refusal(Reason.SETTING_INVALID)
          .with("setting", key)
          .with("value", value)
          .with("meaning", setting.meaning());
    }
    if (setting.isOfTheStore()) {
      setOfTheStore(setting, plain, from);
      return;
    }
    changes.make(
        (handle, now) -> {
          Instant at = from == null ? now : from;
          if (at.isBefore(now) || at.isAfter(now.plus(MOST_AHEAD))) {
            throw new Refusal(Reason.MOMENT_INVALID)
                .with("effectiveAtMs", at.toEpochMilli())
                .with("nowMs", now.toEpochMilli());
          }
          SettingDao dao = handle.attach(SettingDao.class);
          String was = dao.valueAt(changes.storeId(), key, at).orElse("not set");
          dao.put(changes.storeId(), key, at, plain);
          return new Changes.Done(
              "SETTING_CHANGED", null, key + " " + was, key + " " + plain + " from " + at);
        });
  }

  /**
   * Receipts are printed again in the store's zone, reports have its hours, and every amount ever
   * posted is in its currency: neither can change under them.
   */
  private void setOfTheStore(Setting setting, String value, @Nullable Instant from)
      throws SQLException {
    if (from != null) {
      throw new Refusal(Reason.MOMENT_INVALID).with("effectiveAtMs", from.toEpochMilli());
    }
    changes.makeAll(
        (handle, now) -> {
          SettingDao dao = handle.attach(SettingDao.class);
          long unused = dao.lockPosting(changes.storeId());
          if (dao.zone(changes.storeId()).posted()) {
            throw new Refusal(Reason.SETTING_FIXED).with("setting", setting.key());
          }
          SettingDao.MadeRow made = dao.made(changes.storeId());
          String was = setting.equals(Setting.ZONE) ? made.timeZone() : made.currency();
          if (was.equals(value)) {
            return List.of();
          }
          List<Changes.Done> done = new ArrayList<>();
          done.add(
              new Changes.Done(
                  "SETTING_CHANGED", null, setting.key() + " " + was, setting.key() + " " + value));
          if (setting.equals(Setting.ZONE)) {
            dao.setZone(changes.storeId(), value);
          } else {
            done.addAll(inMoney(handle, was, StoreCurrency.of(value).orElseThrow(), now));
          }
          return done;
        });
  }

  /**
   * What was reckoned in a currency that nobody has used is reckoned in the new one: the smallest
   * coin, also one of the shop's own and any that was to come, and the limits of roles where they
   * are those of their template.
   */
  private List<Changes.Done> inMoney(Handle handle, String before, StoreCurrency now, Instant at) {
    SettingDao dao = handle.attach(SettingDao.class);
    dao.setCurrency(changes.storeId(), now);
    long usual = StoreCurrency.of(before).orElse(StoreCurrency.RUPIAH).coinMinor();
    long own = Roles.coin(handle, changes.storeId(), at);
    List<Changes.Done> done = new ArrayList<>();
    if (own != now.coinMinor()) {
      done.add(coin(dao, own, now, at));
    }
    for (SettingDao.SettingRow later : dao.later(changes.storeId(), Setting.COIN.key(), at)) {
      done.add(coin(dao, Long.parseLong(later.value()), now, later.effectiveAt()));
    }
    done.addAll(limitsInMoney(handle.attach(RoleDao.class), List.of(usual, own), now));
    return done;
  }

  private Changes.Done coin(SettingDao dao, long was, StoreCurrency now, Instant from) {
    String key = Setting.COIN.key();
    String coin = Long.toString(now.coinMinor());
    dao.put(changes.storeId(), key, from, coin);
    return new Changes.Done(
        "SETTING_CHANGED", null, key + " " + was, key + " " + coin + " from " + from);
  }

  /**
   * @param coins that a role's limits may have been made of: the currency's usual one for those of
   *     a new store, the shop's own for one that was made since
   */
  private List<Changes.Done> limitsInMoney(RoleDao dao, List<Long> coins, StoreCurrency now) {
    List<Changes.Done> done = new ArrayList<>();
    for (RoleDao.RoleRow role : dao.roles(changes.storeId())) {
      for (RoleTemplate template : RoleTemplate.ALL) {
        RoleLimits becomes = template.limits(now.coinMinor());
        if (template.code().equals(role.code())
            && !becomes.equals(role.limits())
            && coins.stream().anyMatch(coin -> template.limits(coin).equals(role.limits()))) {
          done.add(
              Roles.limited(
                  dao,
                  role,
                  Map.of(
                      Roles.Limit.RETURN, Optional.ofNullable(becomes.returnMinor()),
                      Roles.Limit.CASH, Optional.ofNullable(becomes.cashMinor()))));
        }
      }
    }
    return done;
  }
}
