package id.lajur.backoffice.people;

import java.util.List;
import java.util.Set;

/** How permissions stand together on a screen, by the area that their code begins with. */
enum PermissionGroup {
  SELLING("sale", "member"),
  TILL("till"),
  GOODS("catalog", "stock", "purchasing"),
  FIGURES("report", "ledger", "cost", "live"),
  SHOP("approval", "people", "terminal", "setting", "journal", "audit"),
  /** Of an area that this program does not know yet. */
  OTHER();

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> areas;

  PermissionGroup(String... areas) {
    this.areas = Set.of(areas);
  }

  static PermissionGroup of(String permission) {
    String area = permission.substring(0, Math.max(0, permission.indexOf('.')));
    for (PermissionGroup group : values()) {
      if (group.areas.contains(area)) {
        return group;
      }
    }
    return OTHER;
  }

  /** Those of this group, in their order. */
  List<String> among(List<String> permissions) {
    return permissions.stream().filter(one -> of(one) == this).toList();
  }
}
