package id.lajur.server.people;

import id.lajur.people.v1.ListOperatorsResponse;
import id.lajur.people.v1.ListRolesResponse;
import id.lajur.people.v1.ListedOperator;
import id.lajur.people.v1.Role;
import id.lajur.people.v1.RoleLimitChange;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Permissions;
import id.lajur.server.security.RoleLimits;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operators and roles as messages. */
final class PeopleMessages {
  private static final int USUAL_PAGE = 200;
  private static final int MOST_OF_A_PAGE = 500;

  private PeopleMessages() {}

  /** How many of a list are wanted at once. */
  static int pageSize(int asked) {
    return asked <= 0 ? USUAL_PAGE : Math.min(asked, MOST_OF_A_PAGE);
  }

  /**
   * The number after which a page of operators begins.
   *
   * @throws Refusal PAGE_INVALID
   */
  static String after(String pageToken) {
    if (!pageToken.matches("\\d{0,8}")) {
      throw new Refusal(Reason.PAGE_INVALID).with("pageToken", pageToken);
    }
    return pageToken;
  }

  /**
   * @param found one more than a page where there is a next one
   */
  static ListOperatorsResponse operators(List<Operators.Listed> found, int size) {
    ListOperatorsResponse.Builder message = ListOperatorsResponse.newBuilder();
    found.stream().limit(size).forEach(one -> message.addOperators(operator(one)));
    if (found.size() > size) {
      message.setNextPageToken(found.get(size - 1).number());
    }
    return message.build();
  }

  private static ListedOperator operator(Operators.Listed one) {
    ListedOperator.Builder message =
        ListedOperator.newBuilder()
            .setNumber(one.number())
            .setName(one.name())
            .setRole(one.role())
            .setRoleName(one.roleName())
            .setLanguage(one.language())
            .setActive(one.active())
            .setMustChangePin(one.mustChangePin())
            .addAllSignedOnAt(one.signedOnAt());
    if (one.lockedUntil() != null) {
      message.setLockedUntilMs(one.lockedUntil().toEpochMilli());
    }
    if (one.openShiftAt() != null) {
      message.setOpenShiftAt(one.openShiftAt());
    }
    return message.build();
  }

  static ListRolesResponse roles(List<Roles.Role> roles, List<Roles.Role> templates) {
    return ListRolesResponse.newBuilder()
        .addAllRoles(roles.stream().map(PeopleMessages::role).toList())
        .addAllTemplates(templates.stream().map(PeopleMessages::role).toList())
        .addAllPermissions(Permissions.GRANTABLE)
        .build();
  }

  private static Role role(Roles.Role role) {
    return Role.newBuilder()
        .setCode(role.code())
        .setName(role.name())
        .addAllPermissions(role.permissions())
        .setLimits(limits(role.limits()))
        .setOperators(role.operators())
        .build();
  }

  private static id.lajur.people.v1.RoleLimits limits(RoleLimits limits) {
    var message = id.lajur.people.v1.RoleLimits.newBuilder();
    if (limits.discountMicro() != null) {
      message.setDiscountMicro(limits.discountMicro());
    }
    if (limits.overrideMicro() != null) {
      message.setOverrideMicro(limits.overrideMicro());
    }
    if (limits.returnMinor() != null) {
      message.setReturnMinor(limits.returnMinor());
    }
    if (limits.cashMinor() != null) {
      message.setCashMinor(limits.cashMinor());
    }
    if (limits.drawerOpenings() != null) {
      message.setDrawerOpenings(limits.drawerOpenings());
    }
    return message.build();
  }

  /**
   * @throws Refusal LIMIT_INVALID a limit that this server does not know
   */
  static Map<Roles.Limit, Optional<Long>> limits(List<RoleLimitChange> changes) {
    Map<Roles.Limit, Optional<Long>> limits = new EnumMap<>(Roles.Limit.class);
    for (RoleLimitChange change : changes) {
      Roles.Limit limit =
          switch (change.getLimit()) {
            case ROLE_LIMIT_DISCOUNT -> Roles.Limit.DISCOUNT;
            case ROLE_LIMIT_OVERRIDE -> Roles.Limit.OVERRIDE;
            case ROLE_LIMIT_RETURN -> Roles.Limit.RETURN;
            case ROLE_LIMIT_CASH -> Roles.Limit.CASH;
            case ROLE_LIMIT_DRAWER -> Roles.Limit.DRAWER;
            case ROLE_LIMIT_UNSPECIFIED, UNRECOGNIZED ->
                throw new Refusal(Reason.LIMIT_INVALID).with("limit", change.getLimitValue());
          };
      limits.put(limit, change.hasMost() ? Optional.of(change.getMost()) : Optional.empty());
    }
    return limits;
  }
}
