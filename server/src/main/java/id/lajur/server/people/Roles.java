package id.lajur.server.people;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Permissions;
import id.lajur.server.security.RoleLimits;
import id.lajur.server.wire.Texts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What those of a role may do, and how far; a change holds from their next act on. */
public final class Roles {
  private static final int MOST_JOURNALLED = 200;

  private final Changes changes;

  public Roles(Changes changes) {
    this.changes = changes;
  }

  /**
   * One role.
   *
   * @param operators who have it and have not left
   */
  public record Role(
      String code, String name, List<String> permissions, RoleLimits limits, int operators) {
    public Role {
      permissions = List.copyOf(permissions);
    }
  }

  /** What is limited. */
  public enum Limit {
    /** Millionths of the line or basket. */
    DISCOUNT("sale.discount", 1_000_000),
    /** Millionths that a price may lie below the list price. */
    OVERRIDE("sale.override", 1_000_000),
    /** Minor units of one returned line. */
    RETURN("sale.return", 100_000_000_000_000L),
    /** Minor units of one movement of cash. */
    CASH("till.cash", 100_000_000_000_000L),
    /** Drawers opened without a sale, per shift. */
    DRAWER("till.drawer", 10_000);

    private final String permission;
    private final long most;

    Limit(String permission, long most) {
      this.permission = permission;
      this.most = most;
    }

    /** Beside which alone it counts. */
    String permission() {
      return permission;
    }

    private RoleLimits put(RoleLimits limits, @Nullable Long value) {
      return new RoleLimits(
          this == DISCOUNT ? value : limits.discountMicro(),
          this == OVERRIDE ? value : limits.overrideMicro(),
          this == RETURN ? value : limits.returnMinor(),
          this == CASH ? value : limits.cashMinor(),
          this == DRAWER ? value : limits.drawerOpenings());
    }

    /** How far a role goes in this; null = without limit. */
    public @Nullable Long of(RoleLimits limits) {
      return switch (this) {
        case DISCOUNT -> limits.discountMicro();
        case OVERRIDE -> limits.overrideMicro();
        case RETURN -> limits.returnMinor();
        case CASH -> limits.cashMinor();
        case DRAWER -> limits.drawerOpenings();
      };
    }
  }

  public List<Role> list() {
    return changes
        .jdbi()
        .withExtension(
            RoleDao.class,
            dao -> dao.roles(changes.storeId()).stream().map(row -> role(dao, row)).toList());
  }

  /**
   * @throws Refusal ROLE_UNKNOWN
   */
  public Role role(String code) {
    return changes.jdbi().withExtension(RoleDao.class, dao -> find(dao, changes.storeId(), code));
  }

  /**
   * @throws Refusal ROLE_UNKNOWN
   */
  static Role find(RoleDao dao, int storeId, String code) {
    return role(dao, row(dao, storeId, code));
  }

  /** What a role can start from, in the money of this store. */
  public List<Role> templates() {
    return changes
        .jdbi()
        .withHandle(
            handle -> {
              long coinMinor = coin(handle, changes.now());
              return RoleTemplate.ALL.stream().map(one -> role(one, coinMinor)).toList();
            });
  }

  private static Role role(RoleTemplate template, long coinMinor) {
    return new Role(
        template.code(), template.title(), template.permissions(), template.limits(coinMinor), 0);
  }

  private static Role role(RoleDao dao, RoleDao.RoleRow row) {
    return new Role(
        row.code(), row.name(), dao.permissions(row.roleId()), row.limits(), row.operators());
  }

  /**
   * Makes a role that may what another may, or what a template says.
   *
   * @param like code of a role or, where the store has none of that code, of a template
   * @throws Refusal ROLE_CODE_INVALID, ROLE_TAKEN, NAME_NEEDED, TEXT_INVALID, ROLE_UNKNOWN,
   *     BEYOND_OWN_RIGHTS
   */
  public void add(String code, String name, String like) throws SQLException {
    String plain = named(name);
    if (!code.matches("[A-Z][A-Z0-9_]{0,31}")) {
      throw new Refusal(Reason.ROLE_CODE_INVALID).with("role", code);
    }
    changes.make(
        (handle, now) -> {
          RoleDao dao = handle.attach(RoleDao.class);
          if (dao.role(changes.storeId(), code).isPresent()) {
            throw new Refusal(Reason.ROLE_TAKEN).with("role", code);
          }
          Role model = model(handle, dao, like, now);
          changes.power(handle).mustCover(as(code, model));
          int id = dao.nextId();
          dao.insert(id, changes.storeId(), code, plain, model.limits());
          for (String permission : model.permissions()) {
            int unused = dao.grant(id, permission);
          }
          return new Changes.Done("ROLE_ADDED", id, null, "role " + code + " as " + like);
        });
  }

  private Role model(Handle handle, RoleDao dao, String like, Instant now) {
    Optional<RoleDao.RoleRow> known = dao.role(changes.storeId(), like);
    if (known.isPresent()) {
      return role(dao, known.get());
    }
    for (RoleTemplate template : RoleTemplate.ALL) {
      if (template.code().equals(like)) {
        return role(template, coin(handle, now));
      }
    }
    throw new Refusal(Reason.ROLE_UNKNOWN).with("role", like);
  }

  private long coin(Handle handle, Instant now) {
    return coin(handle, changes.storeId(), now);
  }

  /** The smallest coin of a store at a moment, hundredths. */
  static long coin(Handle handle, int storeId, Instant now) {
    return Long.parseLong(
        handle
            .attach(SettingDao.class)
            .valueAt(storeId, Setting.COIN.key(), now)
            .orElse(Setting.COIN.otherwise()));
  }

  /** A role under another code: what an owner may may be given by whoever may all of it too. */
  private static Role as(String code, Role model) {
    return new Role(code, model.name(), model.permissions(), model.limits(), 0);
  }

  /**
   * What is to become of a role; what it does not name stays.
   *
   * @param name null = as it is
   * @param limits an empty value = without limit
   */
  public record Change(
      @Nullable String name,
      List<String> grant,
      List<String> revoke,
      Map<Limit, Optional<Long>> limits) {
    public Change {
      grant = List.copyOf(grant);
      revoke = List.copyOf(revoke);
      limits = Map.copyOf(limits);
    }
  }

  /**
   * Lets a role do something more.
   *
   * @throws Refusal as {@link #change}
   */
  public void grant(String code, String permission) throws SQLException {
    change(code, new Change(null, List.of(permission), List.of(), Map.of()));
  }

  /**
   * Takes something from a role, also what this version does not know any more.
   *
   * @throws Refusal as {@link #change}
   */
  public void revoke(String code, String permission) throws SQLException {
    change(code, new Change(null, List.of(), List.of(permission), Map.of()));
  }

  /**
   * Sets how far a role goes.
   *
   * @throws Refusal as {@link #change}
   */
  public void limit(String code, Map<Limit, Optional<Long>> limits) throws SQLException {
    change(code, new Change(null, List.of(), List.of(), limits));
  }

  /**
   * Changes a role, all of it or nothing.
   *
   * @throws Refusal ROLE_UNKNOWN; ROLE_FIXED the owner's, but from the server's console;
   *     PERMISSION_UNKNOWN, also for one to take away that is neither known nor had; LIMIT_INVALID
   *     below 0 or beyond reason; NAME_NEEDED, TEXT_INVALID; BEYOND_OWN_RIGHTS
   */
  public void change(String code, Change change) throws SQLException {
    change.limits().forEach(Roles::refuseAbsurd);
    for (String permission : change.grant()) {
      if (!Permissions.GRANTABLE.contains(permission)) {
        throw new Refusal(Reason.PERMISSION_UNKNOWN).with("permission", permission);
      }
    }
    String name = change.name() == null ? null : named(change.name());
    changes.makeAll(
        (handle, now) -> {
          RoleDao dao = handle.attach(RoleDao.class);
          RoleDao.RoleRow was = row(dao, changes.storeId(), code);
          Power power = changes.power(handle);
          power.mustCover(role(dao, was));
          if (code.equals(Operators.OWNER) && !power.isConsole()) {
            throw new Refusal(Reason.ROLE_FIXED).with("role", code);
          }
          List<Changes.Done> done = new ArrayList<>();
          for (String permission : change.grant()) {
            boolean had = dao.grant(was.roleId(), permission) == 0;
            done.add(permitted(was, permission, had, true));
          }
          for (String permission : change.revoke()) {
            done.add(revoked(dao, was, permission));
          }
          if (!change.limits().isEmpty()) {
            done.add(limited(dao, was, change.limits()));
          }
          if (name != null) {
            dao.rename(was.roleId(), name);
            done.add(
                new Changes.Done(
                    "ROLE_RENAMED",
                    was.roleId(),
                    shortened("role " + code + " " + was.name()),
                    shortened("role " + code + " " + name)));
          }
          power.mustCover(find(dao, changes.storeId(), code));
          return done;
        });
  }

  private static void refuseAbsurd(Limit limit, Optional<Long> value) {
    if (value.isPresent() && (value.get() < 0 || value.get() > limit.most)) {
      throw new Refusal(Reason.LIMIT_INVALID).with("limit", limit).with("most", limit.most);
    }
  }

  private static Changes.Done revoked(RoleDao dao, RoleDao.RoleRow role, String permission) {
    boolean had = dao.revoke(role.roleId(), permission) > 0;
    if (!had && !Permissions.GRANTABLE.contains(permission)) {
      throw new Refusal(Reason.PERMISSION_UNKNOWN).with("permission", permission);
    }
    return permitted(role, permission, had, false);
  }

  /** Sets limits, which are within reason, and tells of it as the journal takes it. */
  static Changes.Done limited(
      RoleDao dao, RoleDao.RoleRow role, Map<Limit, Optional<Long>> limits) {
    RoleLimits becomes = role.limits();
    for (Map.Entry<Limit, Optional<Long>> entry : limits.entrySet()) {
      becomes = entry.getKey().put(becomes, entry.getValue().orElse(null));
    }
    dao.setLimits(role.roleId(), becomes);
    return new Changes.Done(
        "LIMITS_CHANGED",
        role.roleId(),
        words(role.code(), role.limits()),
        words(role.code(), becomes));
  }

  private static Changes.Done permitted(
      RoleDao.RoleRow role, String permission, boolean had, boolean has) {
    String start = "role " + role.code() + " ";
    return new Changes.Done(
        has ? "PERMISSION_GRANTED" : "PERMISSION_REVOKED",
        role.roleId(),
        start + (had ? "may " : "may not ") + permission,
        start + (has ? "may " : "may not ") + permission);
  }

  private static String named(String name) {
    String plain = Texts.plain(name);
    if (plain.isEmpty()) {
      throw new Refusal(Reason.NAME_NEEDED);
    }
    return plain;
  }

  /** As the journal takes it. */
  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) > MOST_JOURNALLED
        ? text.substring(0, text.offsetByCodePoints(0, MOST_JOURNALLED))
        : text;
  }

  private static String words(String code, RoleLimits limits) {
    StringBuilder words = new StringBuilder("role ").append(code);
    for (Limit limit : Limit.values()) {
      Long value = limit.of(limits);
      words
          .append(", ")
          .append(limit.name().toLowerCase(java.util.Locale.ROOT))
          .append(' ')
          .append(value == null ? "none" : value);
    }
    return words.toString();
  }

  private static RoleDao.RoleRow row(RoleDao dao, int storeId, String code) {
    return dao.role(storeId, code)
        .orElseThrow(() -> new Refusal(Reason.ROLE_UNKNOWN).with("role", code));
  }
}
