package id.lajur.server.people;

import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The store's row, which changes of people, roles and settings take in turn. */
interface ChangeDao {
  @SqlQuery("SELECT store_id FROM store WHERE store_id = :storeId FOR UPDATE")
  int lockStore(int storeId);

  @SqlUpdate("UPDATE store SET rules_version = rules_version + 1 WHERE store_id = :storeId")
  void raiseRules(int storeId);

  @SqlQuery("SELECT fence FROM event_head WHERE store_id = :storeId")
  long fence(int storeId);
}
