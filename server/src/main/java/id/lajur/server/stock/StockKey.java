package id.lajur.server.stock;

/** One item at one location; ordered as the balances are locked. */
public record StockKey(int locationId, int itemId) implements Comparable<StockKey> {
  @Override
  public int compareTo(StockKey other) {
    int byLocation = Integer.compare(locationId, other.locationId);
    return byLocation != 0 ? byLocation : Integer.compare(itemId, other.itemId);
  }
}
