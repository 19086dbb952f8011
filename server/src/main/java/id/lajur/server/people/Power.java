package id.lajur.server.people;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.RoleLimits;
import java.util.Set;

/**
 * How far somebody may go who changes people and roles: nobody hands on what he does not have, and
 * nobody changes one who may do more than he, or he would do so under the other's number.
 *
 * @param everything an owner, or somebody at the server's own console
 */
record Power(boolean everything, Set<String> permissions, RoleLimits limits) {
  /** Whoever sits at the server's console has its database in his hands anyway. */
  static final Power CONSOLE = new Power(true, Set.of(), RoleLimits.NONE);

  Power {
    permissions = Set.copyOf(permissions);
  }

  static Power of(Roles.Role role) {
    return new Power(
        role.code().equals(Operators.OWNER), Set.copyOf(role.permissions()), role.limits());
  }

  /** Whether it is whoever has the server itself. */
  @SuppressWarnings("ReferenceEquality") // there is one, and no role with all rights equals it
  boolean isConsole() {
    return this == CONSOLE;
  }

  /**
   * @throws Refusal PERMISSION_MISSING
   */
  void mustHave(String permission) {
    if (!isConsole() && !permissions.contains(permission)) {
      throw new Refusal(Reason.PERMISSION_MISSING).with("permission", permission);
    }
  }

  /**
   * @throws Refusal BEYOND_OWN_RIGHTS naming the first thing that the role has and this has not: an
   *     owner's role, a permission, or a limit that goes further
   */
  void mustCover(Roles.Role role) {
    if (everything) {
      return;
    }
    if (role.code().equals(Operators.OWNER)) {
      throw beyond("role", role.code());
    }
    for (String permission : role.permissions()) {
      if (!permissions.contains(permission)) {
        throw beyond("permission", permission);
      }
    }
    for (Roles.Limit limit : Roles.Limit.values()) {
      if (reach(limit, Set.copyOf(role.permissions()), role.limits())
          > reach(limit, permissions, limits)) {
        throw beyond("limit", limit);
      }
    }
  }

  /** A limit counts only beside its permission: a role that may not do a thing goes 0 far in it. */
  private static long reach(Roles.Limit limit, Set<String> permissions, RoleLimits limits) {
    if (!permissions.contains(limit.permission())) {
      return 0;
    }
    Long most = limit.of(limits);
    return most == null ? Long.MAX_VALUE : most;
  }

  private static Refusal beyond(String what, Object which) {
    return new Refusal(Reason.BEYOND_OWN_RIGHTS).with(what, which);
  }
}
