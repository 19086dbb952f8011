package id.lajur.backoffice.shop;

import id.lajur.backoffice.form.Progress;
import java.util.Optional;

/**
 * What the shop has set, and what is being changed.
 *
 * @param chosen key of whichever is marked
 * @param draft what is typed for it; empty: nothing is being changed
 * @param narrow the preview is of 58 mm paper, else of 80 mm
 */
record ShopState(
    ShopSettings shop,
    Optional<String> chosen,
    Optional<String> draft,
    boolean narrow,
    Progress progress) {
  static final ShopState FIRST =
      new ShopState(ShopSettings.NONE, Optional.empty(), Optional.empty(), false, Progress.NONE);

  Optional<Setting> setting() {
    return chosen.flatMap(
        key -> shop.settings().stream().filter(one -> one.key().equals(key)).findFirst());
  }

  /** The receipt as it would be printed with what is typed. */
  ReceiptPreview preview() {
    return ReceiptPreview.of(this::value, narrow);
  }

  private String value(String key) {
    return chosen.filter(key::equals).flatMap(same -> draft).orElseGet(() -> shop.value(key));
  }

  ShopState with(ShopSettings newShop) {
    return new ShopState(newShop, chosen, draft, narrow, progress);
  }

  ShopState choosing(Optional<String> newChosen) {
    return new ShopState(shop, newChosen, Optional.empty(), narrow, progress);
  }

  ShopState typing(Optional<String> newDraft) {
    return new ShopState(shop, chosen, newDraft, narrow, progress);
  }

  ShopState onPaper(boolean newNarrow) {
    return new ShopState(shop, chosen, draft, newNarrow, progress);
  }

  ShopState with(Progress newProgress) {
    return new ShopState(shop, chosen, draft, narrow, newProgress);
  }
}
