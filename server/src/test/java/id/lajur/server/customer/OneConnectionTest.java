package id.lajur.server.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.lajur.server.database.Ids;
import id.lajur.server.people.StoreZone;
import id.lajur.server.posting.Command;
import id.lajur.server.store.StoreFixture;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Callers who each hold a connection and want another wait for each other. */
class OneConnectionTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @Test
  void aMemberIsMadeWithASingleConnectionAlsoWhereTheZoneIsNotKnownYet() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setDataSource(store.server().database().dataSource());
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(1_000);
    store.lane("OWNER").close(); // whose machine and person the command below is of
    try (HikariDataSource single = new HikariDataSource(config)) {
      Jdbi jdbi = Jdbi.create(single).installPlugin(new SqlObjectPlugin());
      Members members = new Members(single, Clock.systemUTC(), new StoreZone(jdbi, 1));

      byte[] answer =
          members.create(
              new Command(
                  Ids.next(),
                  new byte[32],
                  1,
                  (int) store.number("SELECT MAX(terminal_id) FROM terminal"),
                  (int) store.number("SELECT MAX(operator_id) FROM operator")),
              new Member(0, "ONE-1", "Satu", "", "", true, null, 0),
              kept -> kept.number().getBytes(StandardCharsets.UTF_8));

      assertThat(answer).asString(StandardCharsets.UTF_8).isEqualTo("ONE-1");
    }
  }
}
