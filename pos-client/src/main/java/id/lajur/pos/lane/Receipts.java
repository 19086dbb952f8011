package id.lajur.pos.lane;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.SaleServiceGrpc;

/** The receipts of the store, as they were frozen. Calls wait for the server. */
public final class Receipts {
  private final StoreConnection connection;
  private final SaleServiceGrpc.SaleServiceBlockingStub sales;

  Receipts(StoreConnection connection) {
    this.connection = connection;
    this.sales = SaleServiceGrpc.newBlockingStub(connection.channel());
  }

  /** A receipt as it was frozen. */
  public Receipt of(String saleId) {
    GetReceiptRequest request = GetReceiptRequest.newBuilder().setSaleId(saleId).build();
    return connection.ask(() -> sales.getReceipt(request)).getReceipt();
  }

  /**
   * A receipt of the store by its printed number.
   *
   * @throws ServerRefusal SALE_UNKNOWN
   */
  public Receipt numbered(String number) {
    GetReceiptRequest request = GetReceiptRequest.newBuilder().setNumber(number).build();
    return connection.ask(() -> sales.getReceipt(request)).getReceipt();
  }

  /** As above, to be printed once more; the journal notes it. */
  public Receipt copyNumbered(String number) {
    GetReceiptRequest request =
        GetReceiptRequest.newBuilder()
            .setNumber(number)
            .setCopy(true)
            .setRequestId(StoreConnection.newRequestId())
            .build();
    return connection.command(() -> sales.getReceipt(request)).getReceipt();
  }

  /**
   * A receipt to be printed once more; the journal notes it.
   *
   * @param saleId empty = the last sale of this terminal
   */
  public Receipt copy(String saleId) {
    GetReceiptRequest.Builder request =
        GetReceiptRequest.newBuilder().setCopy(true).setRequestId(StoreConnection.newRequestId());
    GetReceiptRequest made =
        (saleId.isEmpty() ? request.setLast(true) : request.setSaleId(saleId)).build();
    return connection.command(() -> sales.getReceipt(made)).getReceipt();
  }
}
