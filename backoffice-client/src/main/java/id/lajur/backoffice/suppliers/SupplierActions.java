package id.lajur.backoffice.suppliers;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the screen of suppliers needs of the store; each fails with a ServerRefusal. */
interface SupplierActions {
  /** Every supplier, by name. */
  CompletableFuture<List<Supplier>> suppliers();

  /** Gives it as the store has kept it. */
  CompletableFuture<Supplier> create(Supplier supplier);

  /**
   * Changes all but the code, if nobody has changed it since it was read; gives it as the store has
   * kept it.
   */
  CompletableFuture<Supplier> update(Supplier supplier);
}
