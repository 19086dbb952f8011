package id.lajur.backoffice.stock;

import id.lajur.backoffice.form.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What adjusting stock needs of the store; each answer comes on a thread of its own. */
interface AdjustActions {
  /** The newest first; an empty token is the first page. */
  CompletableFuture<Page<Adjustments.Head>> adjustments(String token);

  /** A posted one with its lines. */
  CompletableFuture<Adjustments.Sheet> adjustment(Adjustments.Head head);

  /** What a code names, with this quantity of it. */
  CompletableFuture<Adjustments.Line> find(String code, long quantityMilli);

  CompletableFuture<Void> post(
      Adjustments.Reason reason, String note, List<Adjustments.Line> lines);
}
