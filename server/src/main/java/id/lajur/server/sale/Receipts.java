package id.lajur.server.sale;

import id.lajur.sale.v1.Receipt;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Receipts as they were frozen. */
public final class Receipts {
  private final DataSource pool;

  public Receipts(DataSource pool) {
    this.pool = pool;
  }

  /**
   * The receipt of a sale.
   *
   * @param named null = the last sale of the caller's terminal
   * @throws Refusal SALE_UNKNOWN
   */
  Receipt find(Caller caller, @Nullable UUID named) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      UUID saleId =
          named != null
              ? named
              : ReceiptDao.last(connection, caller.terminalId())
                  .orElseThrow(() -> new Refusal(Reason.SALE_UNKNOWN));
      return ReceiptDao.find(connection, caller.storeId(), saleId)
          .orElseThrow(() -> new Refusal(Reason.SALE_UNKNOWN));
    }
  }
}
