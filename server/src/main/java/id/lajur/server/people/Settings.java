package id.lajur.server.people;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.wire.Texts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
   * What was reckoned in the coins of a currency that nobody has used is reckoned in those of the
   * new one: the smallest coin, and the limits of roles, where they are as the store was made.
   */
  private List<Changes.Done> inMoney(Handle handle, String before, StoreCurrency now, Instant at) {
    SettingDao dao = handle.attach(SettingDao.class);
    dao.setCurrency(changes.storeId(), now);
    String key = Setting.COIN.key();
    String coin = dao.valueAt(changes.storeId(), key, at).orElse("");
    long usual = StoreCurrency.of(before).orElse(StoreCurrency.RUPIAH).coinMinor();
    if (!coin.equals(Long.toString(usual)) || usual == now.coinMinor()) {
      return List.of();
    }
    dao.put(changes.storeId(), key, at, Long.toString(now.coinMinor()));
    RoleDao roles = handle.attach(RoleDao.class);
    for (RoleDao.RoleRow role : roles.roles(changes.storeId())) {
      RoleTemplate.ALL.stream()
          .filter(template -> template.code().equals(role.code()))
          .filter(template -> template.limits(usual).equals(role.limits()))
          .forEach(template -> roles.setLimits(role.roleId(), template.limits(now.coinMinor())));
    }
    return List.of(
        new Changes.Done(
            "SETTING_CHANGED",
            null,
            key + " " + coin,
            key + " " + now.coinMinor() + " from " + at));
  }
}
