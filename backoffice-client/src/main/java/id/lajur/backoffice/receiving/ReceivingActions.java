package id.lajur.backoffice.receiving;

import id.lajur.backoffice.form.Page;
import id.lajur.kit.document.ShelfLabels;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the screen needs of the store. Each fails with a {@link
 * id.lajur.kit.connection.ServerRefusal}; answers about a draft hold the lines that changed since
 * the version given.
 */
interface ReceivingActions {
  /** Drafts, then what is in the books, the newest first. */
  CompletableFuture<Page<Paper>> papers(String token);

  CompletableFuture<List<NamedCode>> suppliers();

  CompletableFuture<Sheet> begin(String supplier, String deliveryNote, LocalDate deliveredOn);

  CompletableFuture<Sheet> changeHead(
      Sheet sheet, String supplier, String deliveryNote, LocalDate deliveredOn);

  /** The whole draft. */
  CompletableFuture<Sheet> draft(String draftId);

  /** A delivery in the books. */
  CompletableFuture<Sheet> receipt(String documentId);

  /** What a scan did. */
  record Scanned(Sheet change, int place, long addedMilli) {}

  CompletableFuture<Scanned> scan(Sheet sheet, String code);

  CompletableFuture<Sheet> change(Sheet sheet, GoodsLine line, LineEdit edit);

  CompletableFuture<Sheet> remove(Sheet sheet, GoodsLine line);

  CompletableFuture<Sheet> discard(Sheet sheet);

  CompletableFuture<Facts> facts(Sheet sheet, GoodsLine line);

  CompletableFuture<Void> price(String itemCode, long priceMinor);

  CompletableFuture<List<Found>> search(String query);

  /** Departments and tax classes that a new item may be put into. */
  record Choices(List<NamedCode> departments, List<NamedCode> taxClasses) {}

  CompletableFuture<Choices> choices();

  /**
   * Makes a department; gives what a new item may be put into from then on.
   *
   * @param taxClass code; of amounts that a lane enters in it
   */
  CompletableFuture<Choices> newDepartment(String code, String name, String taxClass);

  /** Makes an item and gives its code. */
  CompletableFuture<String> newItem(NewGoods goods);

  /** Posts the draft as it was seen, and gives the document's id. */
  CompletableFuture<String> post(Sheet sheet);

  /** Takes a delivery back, all that is left of it, and gives the correction's id. */
  CompletableFuture<String> reverse(Sheet sheet, String reason);

  /**
   * Takes one line of a delivery back, and gives the correction's id.
   *
   * @param quantityMilli of the line's unit; 0 = all that is left
   */
  CompletableFuture<String> reverse(Sheet sheet, GoodsLine line, long quantityMilli, String reason);

  /** Makes labels for the shelf and opens them where the machine prints from. */
  CompletableFuture<Boolean> labels(
      List<ShelfLabels.Label> labels, ShelfLabels.Paper paper, Formats formats);

  /** Makes a paper and opens it where the machine prints from; gives whether it could. */
  CompletableFuture<Boolean> print(TabularDocument paper, Formats formats);
}
