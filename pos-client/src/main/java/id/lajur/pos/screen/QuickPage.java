package id.lajur.pos.screen;

import java.util.List;

/** A page of keys for goods without a barcode, as the back office has arranged it. */
public record QuickPage(String name, List<QuickKey> keys) {
  public QuickPage {
    keys = List.copyOf(keys);
  }
}
