package id.lajur.backoffice.people;

import id.lajur.backoffice.form.Keyed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A role, or a template that one can start from.
 *
 * @param limits how far it goes by itself; a limit that is missing is none
 * @param people who have it and have not left
 */
public record RoleInfo(
    String code, String name, Set<String> permissions, Map<Limit, Long> limits, int people)
    implements Keyed {
  private static final String OWNER = "OWNER";

  public RoleInfo {
    permissions = Set.copyOf(permissions);
    limits = Map.copyOf(limits);
  }

  @Override
  public String key() {
    return code;
  }

  /** The owner's role stays what it is. */
  boolean canChange() {
    return !code.equals(OWNER);
  }

  /** What is limited, beside which permission, and in what unit. */
  public enum Limit {
    DISCOUNT("sale.discount", Unit.PERCENT),
    OVERRIDE("sale.override", Unit.PERCENT),
    RETURN("sale.return", Unit.MONEY),
    CASH("till.cash", Unit.MONEY),
    DRAWER("till.drawer", Unit.TIMES);

    private final String permission;
    private final Unit unit;

    Limit(String permission, Unit unit) {
      this.permission = permission;
      this.unit = unit;
    }

    public String permission() {
      return permission;
    }

    public Unit unit() {
      return unit;
    }

    static Optional<Limit> beside(String permission) {
      return List.of(values()).stream()
          .filter(one -> one.permission.equals(permission))
          .findFirst();
    }
  }

  /** Of millionths people write per cents, of minor units money, of openings their number. */
  public enum Unit {
    PERCENT,
    MONEY,
    TIMES
  }

  /** All that there is to know of the roles. */
  public record All(List<RoleInfo> roles, List<RoleInfo> templates, List<String> permissions) {
    public static final All NONE = new All(List.of(), List.of(), List.of());

    public All {
      roles = List.copyOf(roles);
      templates = List.copyOf(templates);
      permissions = List.copyOf(permissions);
    }

    Optional<RoleInfo> role(String code) {
      return roles.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** What a new role can be made like: those of the store, and templates it has none of. */
    List<RoleInfo> models() {
      return Stream.concat(
              roles.stream(),
              templates.stream().filter(template -> role(template.code()).isEmpty()))
          .toList();
    }
  }

  /**
   * What is to become of a role; what it does not name stays.
   *
   * @param limits an empty value = without limit
   */
  public record Change(
      Optional<String> name,
      Set<String> grant,
      Set<String> revoke,
      Map<Limit, Optional<Long>> limits) {
    public Change {
      grant = Set.copyOf(grant);
      revoke = Set.copyOf(revoke);
      limits = Map.copyOf(limits);
    }

    boolean isNothing() {
      return name.isEmpty() && grant.isEmpty() && revoke.isEmpty() && limits.isEmpty();
    }

    /** What makes one role of another. */
    static Change between(
        RoleInfo was, String name, Set<String> permissions, Map<Limit, Long> limits) {
      Map<Limit, Optional<Long>> changed = new EnumMap<>(Limit.class);
      for (Limit limit : Limit.values()) {
        Optional<Long> before = Optional.ofNullable(was.limits().get(limit));
        Optional<Long> after = Optional.ofNullable(limits.get(limit));
        // Beside a permission that the role does not have, a limit says nothing.
        if (permissions.contains(limit.permission()) && !before.equals(after)) {
          changed.put(limit, after);
        }
      }
      return new Change(
          name.equals(was.name()) ? Optional.empty() : Optional.of(name),
          without(permissions, was.permissions()),
          without(was.permissions(), permissions),
          changed);
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
      return Set.copyOf(all.stream().filter(one -> !others.contains(one)).toList());
    }
  }
}
