package id.lajur.server.purchasing;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Who delivers to the shop. */
final class SupplierDao {
  private SupplierDao() {}

  private static final String SUPPLIER =
      """
      SELECT supplier_id, code, name, address, tax_number, terms_days, charges_tax, version
        FROM supplier
      """;

  /** Suppliers are numbered one after another, whoever adds them. */
  static void lockStore(Connection connection, int storeId) throws SQLException {
    Statements.query(
        connection,
        "SELECT store_id FROM store WHERE store_id = ? FOR UPDATE",
        storeId,
        (row, id) -> row.number(id),
        row -> row.getInt(1));
  }

  static Optional<Supplier> lock(Connection connection, int storeId, String code)
      throws SQLException {
    return Statements.query(
            connection,
            SUPPLIER + "WHERE store_id = ? AND code = ? FOR UPDATE",
            code,
            (row, text) -> row.number(storeId).text(text),
            SupplierDao::supplier)
        .stream()
        .findFirst();
  }

  /**
   * By code, after one of them.
   *
   * @param part of the name, or beginning of the code; as LIKE writes it
   */
  static List<Supplier> list(
      Connection connection, int storeId, String part, String after, int most) throws SQLException {
    return Statements.query(
        connection,
        SUPPLIER
            + """
            WHERE store_id = ? AND code > ?
              AND (name LIKE CONCAT('%', ?, '%') ESCAPE '!' OR code LIKE CONCAT(?, '%') ESCAPE '!')
            ORDER BY code LIMIT ?""",
        part,
        (row, text) -> row.number(storeId).text(after).text(text).text(text).number(most),
        SupplierDao::supplier);
  }

  static int insert(Connection connection, int storeId, Supplier made) throws SQLException {
    int id =
        Statements.query(
                connection,
                "SELECT COALESCE(MAX(supplier_id), 0) + 1 FROM supplier WHERE supplier_id >= ?",
                0,
                (row, least) -> row.number(least),
                row -> row.getInt(1))
            .get(0);
    Statements.batch(
        connection,
        """
        INSERT INTO supplier (name, address, tax_number, terms_days, charges_tax, version,
                              supplier_id, store_id, code)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        List.of(made),
        (row, supplier) -> bind(row, supplier).number(id).number(storeId).text(supplier.code()));
    return id;
  }

  static void update(Connection connection, Supplier changed) throws SQLException {
    Statements.update(
        connection,
        """
        UPDATE supplier SET name = ?, address = ?, tax_number = ?, terms_days = ?, charges_tax = ?,
                            version = ?
         WHERE supplier_id = ?""",
        changed,
        (row, supplier) -> bind(row, supplier).number(supplier.supplierId()));
  }

  private static Statements.Row bind(Statements.Row row, Supplier supplier) throws SQLException {
    return row.text(supplier.name())
        .text(supplier.address())
        .text(supplier.taxNumber())
        .number(supplier.termsDays())
        .flag(supplier.chargesTax())
        .number(supplier.version());
  }

  private static Supplier supplier(ResultSet row) throws SQLException {
    return new Supplier(
        row.getInt("supplier_id"),
        row.getString("code"),
        row.getString("name"),
        row.getString("address"),
        row.getString("tax_number"),
        row.getInt("terms_days"),
        row.getBoolean("charges_tax"),
        row.getLong("version"));
  }
}
