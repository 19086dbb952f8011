package id.lajur.server.sale;

import id.lajur.server.catalog.SaleItem;

/**
 * What a unit is sold at where no label, override or entered price says otherwise.
 *
 * @param source LEVEL, or LIST where it has no price at the level
 */
record LevelPrice(long priceMinor, PriceSource source) {

  /**
   * @param listMinor its retail price
   */
  static LevelPrice of(SaleItem item, int levelNo, long quantityMilli, long listMinor) {
    Long price = levelNo == Buyer.RETAIL ? null : item.priceMinorAt(levelNo);
    // A price that makes of the quantity more than a line may come to is none.
    return price == null || !Selling.fits(quantityMilli, price)
        ? new LevelPrice(listMinor, PriceSource.LIST)
        : new LevelPrice(price, PriceSource.LEVEL);
  }

  /**
   * What is given back for a unit without its receipt: what it costs at the basket's level, and no
   * more than retail, since nobody can tell what was paid for it.
   *
   * @param quantityMilli above 0
   * @param listMinor its retail price
   */
  static LevelPrice back(SaleItem item, int levelNo, long quantityMilli, long listMinor) {
    LevelPrice at = of(item, levelNo, quantityMilli, listMinor);
    return at.priceMinor < listMinor ? at : new LevelPrice(listMinor, PriceSource.LIST);
  }
}
