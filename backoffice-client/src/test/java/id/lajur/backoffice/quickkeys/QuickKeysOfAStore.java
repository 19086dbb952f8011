package id.lajur.backoffice.quickkeys;

import id.lajur.kit.format.Formats;

/** Quick keys beside an item, for tests of its screen. */
public final class QuickKeysOfAStore {
  private QuickKeysOfAStore() {}

  /** Of a store with two pages; on the event thread. */
  public static ItemKeysPane pane(Formats formats) {
    return new ItemKeysPane(
        new ItemKeysPresenter(new FakeQuickKeys().arranged(), Runnable::run), formats, true);
  }
}
