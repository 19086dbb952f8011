package id.lajur.server.people;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
   * Sets a value from a moment on.
   *
   * @param from null = now
   * @throws Refusal SETTING_UNKNOWN; SETTING_INVALID; MOMENT_INVALID one that has passed or is more
   *     than five years away
   */
  public void set(String key, String value, @Nullable Instant from) throws SQLException {
    Setting setting =
        Setting.of(key).orElseThrow(() -> new Refusal(Reason.SETTING_UNKNOWN).with("setting", key));
    if (!setting.fits().test(value)) {
      throw new Refusal(Reason.SETTING_INVALID)
          .with("setting", key)
          .with("value", value)
          .with("meaning", setting.meaning());
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
          dao.put(changes.storeId(), key, at, value);
          return new Changes.Done(
              "SETTING_CHANGED", null, key + " " + was, key + " " + value + " from " + at);
        });
  }
}
