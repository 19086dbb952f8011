package id.lajur.server.catalog;

import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The departments of a shop: made and named as changes of the catalogue. Each has an item of its
 * own that stands for an amount entered at a lane; it moves no stock.
 */
public final class Departments {
  private static final int MOST_CODE = 32;
  private static final int MOST_NAME = 100;

  private final CatalogChanges changes;

  /**
   * @param committed told after each change that is on disk
   */
  public Departments(DataSource pool, long fence, Clock clock, Runnable committed) {
    this.changes = new CatalogChanges(pool, fence, clock, committed);
  }

  /** A department as it is asked for. */
  record Asked(String code, String name) {
    /**
     * @throws Refusal NAME_NEEDED, TEXT_INVALID
     */
    Asked {
      if (name.isEmpty()) {
        throw new Refusal(Reason.NAME_NEEDED);
      }
      if (name.codePointCount(0, name.length()) > MOST_NAME) {
        throw new Refusal(Reason.TEXT_INVALID).with("most", MOST_NAME);
      }
    }
  }

  /**
   * Makes a department.
   *
   * @param taxClass code; of amounts entered in it
   * @param answer of what is kept
   * @return the answer, recorded
   * @throws Refusal DEPARTMENT_CODE_INVALID, DEPARTMENT_EXISTS, TAX_CLASS_UNKNOWN, REQUEST_REUSED,
   *     RIGHT_TO_POST_LOST
   */
  byte[] create(Command command, Asked asked, String taxClass, Function<Asked, byte[]> answer)
      throws SQLException {
    if (asked.code().isEmpty() || asked.code().length() > MOST_CODE) {
      throw new Refusal(Reason.DEPARTMENT_CODE_INVALID)
          .with("department", asked.code())
          .with("most", MOST_CODE);
    }
    return changes.make(
        command,
        (connection, now) -> {
          write(connection, command.storeId(), asked, taxClass);
          return new CatalogChanges.Done(
              answer.apply(asked),
              List.of(
                  AuditRecord.of(command.terminalId(), now, "DEPARTMENT_CREATED")
                      .by(command.operatorId())
                      .changed(null, asked.code() + " " + asked.name())),
              1);
        });
  }

  private static void write(Connection connection, int storeId, Asked asked, String taxClass)
      throws SQLException {
    if (CatalogDao.ids(connection, CatalogDao.DEPARTMENT_IDS, storeId).containsKey(asked.code())) {
      throw new Refusal(Reason.DEPARTMENT_EXISTS).with("department", asked.code());
    }
    Integer taxClassId =
        CatalogDao.ids(connection, CatalogDao.TAX_CLASS_IDS, storeId).get(taxClass);
    if (taxClassId == null) {
      throw new Refusal(Reason.TAX_CLASS_UNKNOWN).with("taxClass", taxClass);
    }
    Map<String, Integer> last = CatalogDao.ids(connection, CatalogDao.LAST_IDS, storeId);
    int departmentId = 1 + Objects.requireNonNull(last.get("department"));
    int itemId = 1 + Objects.requireNonNull(last.get("item"));
    CatalogDao.departments(
        connection,
        storeId,
        List.of(new CatalogDao.DepartmentRow(departmentId, asked.code(), asked.name())));
    List<CatalogDao.ItemRow> open =
        List.of(
            new CatalogDao.ItemRow(
                itemId, departmentId, taxClassId, openItem(asked.code(), asked.name(), taxClass)));
    CatalogDao.newItems(connection, storeId, open);
    CatalogDao.departmentItems(connection, open);
    CatalogDao.units(connection, List.of(new CatalogDao.UnitRow(itemId, 0, "pcs", 1000)));
  }

  /** What stands for an amount entered in a department: it moves no stock. */
  static NewItem openItem(String code, String name, String taxClass) {
    return new NewItem(
        "DEPARTMENT " + code,
        name,
        code,
        "",
        SaleItem.Kind.SERVICE,
        null,
        taxClass,
        false,
        SaleItem.StockPolicy.ALLOW,
        null,
        List.of(new NewItem.Unit("pcs", 1000, null, List.of())));
  }

  /**
   * Gives a department another name.
   *
   * @param answer of what is kept
   * @return the answer, recorded
   * @throws Refusal DEPARTMENT_UNKNOWN, REQUEST_REUSED, RIGHT_TO_POST_LOST
   */
  byte[] rename(Command command, Asked asked, Function<Asked, byte[]> answer) throws SQLException {
    return changes.make(
        command,
        (connection, now) -> {
          String before =
              CatalogDao.departments(connection, command.storeId()).stream()
                  .filter(one -> one.code().equals(asked.code()))
                  .map(QuickItem.Named::name)
                  .findFirst()
                  .orElseThrow(
                      () -> new Refusal(Reason.DEPARTMENT_UNKNOWN).with("code", asked.code()));
          if (before.equals(asked.name())) {
            return new CatalogChanges.Done(answer.apply(asked), List.of(), 0);
          }
          CatalogDao.nameDepartment(connection, command.storeId(), asked.code(), asked.name());
          return new CatalogChanges.Done(
              answer.apply(asked),
              List.of(
                  AuditRecord.of(command.terminalId(), now, "DEPARTMENT_RENAMED")
                      .by(command.operatorId())
                      .changed(asked.code() + " " + before, asked.code() + " " + asked.name())),
              1);
        });
  }
}
