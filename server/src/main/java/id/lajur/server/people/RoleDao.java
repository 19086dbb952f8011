package id.lajur.server.people;

import id.lajur.server.security.RoleLimits;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Roles, their permissions and limits. */
public interface RoleDao {
  /** A role with the number of operators who have it and have not left. */
  record RoleRow(
      int roleId,
      String code,
      String name,
      @Nullable Long discountLimitMicro,
      @Nullable Long overrideLimitMicro,
      @Nullable Long returnLimitMinor,
      @Nullable Long cashLimitMinor,
      @Nullable Long drawerLimit,
      int operators) {
    RoleLimits limits() {
      return new RoleLimits(
          discountLimitMicro, overrideLimitMicro, returnLimitMinor, cashLimitMinor, drawerLimit);
    }
  }

  String COLUMNS =
      """
      SELECT r.role_id, r.code, r.name, r.discount_limit_micro, r.override_limit_micro,
             r.return_limit_minor, r.cash_limit_minor, r.drawer_limit,
             (SELECT COUNT(*) FROM operator o WHERE o.role_id = r.role_id AND o.active) AS operators
        FROM role r WHERE r.store_id = :storeId""";

  @SqlQuery(COLUMNS + " ORDER BY r.role_id")
  @RegisterConstructorMapper(RoleRow.class)
  List<RoleRow> roles(int storeId);

  @SqlQuery(COLUMNS + " AND r.code = :code")
  @RegisterConstructorMapper(RoleRow.class)
  Optional<RoleRow> role(int storeId, String code);

  @SqlQuery("SELECT permission FROM role_permission WHERE role_id = :roleId ORDER BY permission")
  List<String> permissions(int roleId);

  @SqlQuery("SELECT COALESCE(MAX(role_id), 0) + 1 FROM role")
  int nextId();

  @SqlUpdate(
      """
      INSERT INTO role (role_id, store_id, code, name, discount_limit_micro, override_limit_micro,
                        return_limit_minor, cash_limit_minor, drawer_limit)
      VALUES (:id, :storeId, :code, :name, :discountMicro, :overrideMicro, :returnMinor, :cashMinor,
              :drawerOpenings)""")
  void insert(int id, int storeId, String code, String name, @BindMethods RoleLimits limits);

  @SqlUpdate(
      """
      UPDATE role SET discount_limit_micro = :discountMicro, override_limit_micro = :overrideMicro,
                      return_limit_minor = :returnMinor, cash_limit_minor = :cashMinor,
                      drawer_limit = :drawerOpenings
       WHERE role_id = :id""")
  void setLimits(int id, @BindMethods RoleLimits limits);

  @SqlUpdate("UPDATE role SET name = :name WHERE role_id = :id")
  void rename(int id, String name);

  @SqlUpdate("INSERT IGNORE INTO role_permission (role_id, permission) VALUES (:id, :permission)")
  int grant(int id, String permission);

  @SqlUpdate("DELETE FROM role_permission WHERE role_id = :id AND permission = :permission")
  int revoke(int id, String permission);
}
