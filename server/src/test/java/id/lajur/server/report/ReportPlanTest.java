package id.lajur.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.server.store.StoreFixture;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the database reads for a report: by keys, never through all that was ever sold. */
class ReportPlanTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final List<String> GROW_WITHOUT_END = List.of("l", "t", "p", "m", "j", "e", "b");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

  static Stream<Method> statementsOnSales() {
    return Stream.of(ReportDao.class, SalesSumDao.class)
        .flatMap(dao -> Arrays.stream(dao.getDeclaredMethods()))
        .filter(method -> Arrays.asList(method.getParameterTypes()).contains(Selection.class));
  }

  @ParameterizedTest
  @MethodSource("statementsOnSales")
  void aReportOfADayReadsTheLinesOfItsSales(Method method) {
    String sql = Objects.requireNonNull(method.getAnnotation(SqlQuery.class)).value();

    for (String lines : List.of(ReportDao.ALL, ReportDao.UNSUMMED)) {
      String stated = sql.replace("<lines>", lines);
      assertThat(plan(stated, new Selection(1, DAY, DAY, null, null, null, 99)))
          .noneMatch(this::readsAll);
      assertThat(plan(stated, new Selection(1, DAY, DAY, 7, 7, 7, 99))).noneMatch(this::readsAll);
    }
  }

  /** However many dates are asked for: a year of one item is not a year of all. */
  @ParameterizedTest
  @MethodSource("statementsOnSales")
  void aReportOfAnItemReadsItsLinesByDateAndItem(Method method) {
    String sql = Objects.requireNonNull(method.getAnnotation(SqlQuery.class)).value();
    if (!sql.contains("<lines>")) {
      return;
    }
    String stated = sql.replace("<lines>", ReportDao.OF_ITEM);

    for (LocalDate from : List.of(DAY, DAY.minusYears(1))) {
      assertThat(plan(stated, new Selection(1, from, DAY, 7, null, 7, 99)))
          .noneMatch(this::readsAll)
          .anyMatch(row -> "l".equals(row.get("table")) && "business_date".equals(row.get("key")));
    }
  }

  @Test
  void stockOfADateReadsTheMovesAfterIt() throws NoSuchMethodException {
    String sql =
        Objects.requireNonNull(
                StockReportDao.class
                    .getDeclaredMethod("items", int.class, LocalDate.class, Integer.class)
                    .getAnnotation(SqlQuery.class))
            .value()
            .replace(":asOf", "'2026-11-28'");

    assertThat(plan(sql, new Selection(1, DAY, DAY, null, null, null, 0)))
        .noneMatch(row -> "m".equals(row.get("table")) && readsAll(row));
  }

  private boolean readsAll(Map<String, String> row) {
    return GROW_WITHOUT_END.contains(row.get("table"))
        && List.of("all", "index").contains(row.get("type"));
  }

  private static List<Map<String, String>> plan(String sql, Selection selection) {
    return store
        .server()
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("EXPLAIN " + sql)
                    .bindMethods(selection)
                    .map(
                        (row, context) ->
                            Map.of(
                                "table", text(row.getString("table")),
                                "type", text(row.getString("type")),
                                "key", text(row.getString("key"))))
                    .list());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }
}
