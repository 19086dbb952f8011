package id.lajur.pos.lane;

import id.lajur.catalog.v1.CatalogServiceGrpc;
import id.lajur.catalog.v1.CheckPriceRequest;
import id.lajur.catalog.v1.Department;
import id.lajur.catalog.v1.ItemOffer;
import id.lajur.catalog.v1.ListDepartmentsRequest;
import id.lajur.catalog.v1.SearchItemsRequest;
import id.lajur.kit.connection.StoreConnection;
import java.util.List;

/**
 * What the store sells, and for how much; nothing of it is sold here. Calls wait for the server.
 */
public final class Goods {
  private final StoreConnection connection;
  private final CatalogServiceGrpc.CatalogServiceBlockingStub catalog;

  Goods(StoreConnection connection) {
    this.connection = connection;
    this.catalog = CatalogServiceGrpc.newBlockingStub(connection.channel());
  }

  /** The departments of the store. */
  public List<Department> departments() {
    return connection
        .ask(() -> catalog.listDepartments(ListDepartmentsRequest.getDefaultInstance()))
        .getDepartmentsList();
  }

  /** Reads one item by a code, sells nothing. */
  public ItemOffer checkPrice(String code) {
    CheckPriceRequest request = CheckPriceRequest.newBuilder().setCode(code).build();
    return connection.ask(() -> catalog.checkPrice(request)).getOffer();
  }

  /** Finds items by parts of their name or the beginning of a code, best sellers first. */
  public List<ItemOffer> search(String query) {
    SearchItemsRequest request = SearchItemsRequest.newBuilder().setQuery(query).build();
    return connection.ask(() -> catalog.searchItems(request)).getOffersList();
  }
}
