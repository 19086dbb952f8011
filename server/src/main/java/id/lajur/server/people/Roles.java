package id.lajur.server.people;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Permissions;
import id.lajur.server.security.RoleLimits;
import id.lajur.server.wire.Texts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What those of a role may do, and how far; a change holds from their next act on. */
public final class Roles {
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
    DISCOUNT(1_000_000),
    /** Millionths that a price may lie below the list price. */
    OVERRIDE(1_000_000),
    /** Minor units of one returned line. */
    RETURN(100_000_000_000_000L),
    /** Minor units of one movement of cash. */
    CASH(100_000_000_000_000L),
    /** Drawers opened without a sale, per shift. */
    DRAWER(10_000);

    private final long most;

    Limit(long most) {
      this.most = most;
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
    return changes.jdbi().withExtension(RoleDao.class, dao -> role(dao, find(dao, code)));
  }

  private static Role role(RoleDao dao, RoleDao.RoleRow row) {
    return new Role(
        row.code(), row.name(), dao.permissions(row.roleId()), row.limits(), row.operators());
  }

  /**
   * Makes a role that may what another may, or what a template says.
   *
   * @param like code of a role or, where the store has none of that code, of a template
   * @throws Refusal ROLE_CODE_INVALID, ROLE_TAKEN, NAME_NEEDED, TEXT_INVALID, ROLE_UNKNOWN
   */
  public void add(String code, String name, String like) throws SQLException {
    String plain = Texts.plain(name);
    if (plain.isEmpty()) {
      throw new Refusal(Reason.NAME_NEEDED);
    }
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
        return new Role(
            like, template.title(), template.permissions(), template.limits(coin(handle, now)), 0);
      }
    }
    throw new Refusal(Reason.ROLE_UNKNOWN).with("role", like);
  }

  private long coin(Handle handle, Instant now) {
    return Long.parseLong(
        handle
            .attach(SettingDao.class)
            .valueAt(changes.storeId(), Setting.COIN.key(), now)
            .orElse(Setting.COIN.otherwise()));
  }

  /**
   * Lets a role do something more.
   *
   * @throws Refusal ROLE_UNKNOWN, PERMISSION_UNKNOWN
   */
  public void grant(String code, String permission) throws SQLException {
    if (!Permissions.GRANTABLE.contains(permission)) {
      throw new Refusal(Reason.PERMISSION_UNKNOWN).with("permission", permission);
    }
    changes.make(
        (handle, now) -> {
          RoleDao dao = handle.attach(RoleDao.class);
          RoleDao.RoleRow role = find(dao, code);
          boolean had = dao.grant(role.roleId(), permission) == 0;
          return permitted(role, permission, had, true);
        });
  }

  /**
   * Takes something from a role, also what this version does not know any more.
   *
   * @throws Refusal ROLE_UNKNOWN, PERMISSION_UNKNOWN for what is neither known nor had
   */
  public void revoke(String code, String permission) throws SQLException {
    changes.make(
        (handle, now) -> {
          RoleDao dao = handle.attach(RoleDao.class);
          RoleDao.RoleRow role = find(dao, code);
          boolean had = dao.revoke(role.roleId(), permission) > 0;
          if (!had && !Permissions.GRANTABLE.contains(permission)) {
            throw new Refusal(Reason.PERMISSION_UNKNOWN).with("permission", permission);
          }
          return permitted(role, permission, had, false);
        });
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

  /**
   * Sets how far a role goes.
   *
   * @param limits null = without limit
   * @throws Refusal ROLE_UNKNOWN, LIMIT_INVALID below 0 or beyond reason
   */
  public void limit(String code, Map<Limit, Optional<Long>> limits) throws SQLException {
    limits.forEach(
        (limit, value) -> {
          if (value.isPresent() && (value.get() < 0 || value.get() > limit.most)) {
            throw new Refusal(Reason.LIMIT_INVALID).with("limit", limit).with("most", limit.most);
          }
        });
    changes.make(
        (handle, now) -> {
          RoleDao dao = handle.attach(RoleDao.class);
          RoleDao.RoleRow role = find(dao, code);
          RoleLimits becomes = role.limits();
          for (Map.Entry<Limit, Optional<Long>> entry : limits.entrySet()) {
            becomes = entry.getKey().put(becomes, entry.getValue().orElse(null));
          }
          dao.setLimits(role.roleId(), becomes);
          return new Changes.Done(
              "LIMITS_CHANGED", role.roleId(), words(code, role.limits()), words(code, becomes));
        });
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

  private RoleDao.RoleRow find(RoleDao dao, String code) {
    return dao.role(changes.storeId(), code)
        .orElseThrow(() -> new Refusal(Reason.ROLE_UNKNOWN).with("role", code));
  }
}
