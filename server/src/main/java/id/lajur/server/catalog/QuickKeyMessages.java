package id.lajur.server.catalog;

import id.lajur.catalog.v1.QuickKey;
import id.lajur.catalog.v1.QuickPages;
import id.lajur.server.wire.Texts;
import java.util.Comparator;
import java.util.List;

/** Pages of quick keys on the wire. */
public final class QuickKeyMessages {
  private QuickKeyMessages() {}

  /** As lanes are told them: without prices, which they have with the shelf. */
  public static QuickPages pages(List<QuickPage> pages) {
    return QuickPages.newBuilder()
        .addAllPages(pages.stream().map(page -> page(page, false)).toList())
        .build();
  }

  static id.lajur.catalog.v1.QuickPage page(QuickPage page, boolean withPrices) {
    return id.lajur.catalog.v1.QuickPage.newBuilder()
        .setName(page.name())
        .addAllKeys(page.keys().stream().map(key -> key(key, withPrices)).toList())
        .build();
  }

  private static QuickKey key(QuickPage.Key key, boolean withPrices) {
    QuickKey.Builder message =
        QuickKey.newBuilder()
            .setPlace(key.place())
            .setItemCode(key.itemCode())
            .setUnitNo(key.unitNo())
            .setLabel(key.label())
            .setRgb(key.rgb())
            .setPicture(key.picture());
    QuickPage.Told told = key.told();
    if (told != null) {
      message
          .setSellCode(told.sellCode())
          .setItemName(told.itemName())
          .setUnit(told.unit())
          .setWeighed(told.weighed());
      Long price = told.priceMinor();
      if (withPrices && price != null) {
        message.setPriceMinor(price);
      }
    }
    return message.build();
  }

  /** As they are asked for. */
  static QuickPage page(id.lajur.catalog.v1.QuickPage page) {
    return new QuickPage(
        Texts.plain(page.getName(), QuickPage.MOST_NAME),
        page.getKeysList().stream()
            .map(
                key ->
                    new QuickPage.Key(
                        key.getPlace(),
                        Texts.plain(key.getItemCode()),
                        key.getUnitNo(),
                        Texts.plain(key.getLabel(), QuickPage.MOST_NAME),
                        key.getRgb(),
                        key.getPicture(),
                        null))
            .sorted(Comparator.comparingInt(QuickPage.Key::place))
            .toList());
  }
}
