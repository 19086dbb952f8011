package id.lajur.backoffice.items;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a change of many prices needs of the store. */
interface RepriceActions {
  /** The price levels of the store, without retail. */
  CompletableFuture<List<Repricing.Level>> levels();

  /** What prices would become; changes nothing. */
  CompletableFuture<Repricing.Preview> preview(List<String> itemCodes, Repricing.Rule rule);

  /** Sets those that change, all or none; gives how many. */
  CompletableFuture<Integer> apply(Repricing.Preview preview);
}
