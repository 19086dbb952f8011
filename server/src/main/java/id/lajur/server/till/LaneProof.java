package id.lajur.server.till;

/**
 * What a lane's own journal says of a shift.
 *
 * @param sales receipts in it
 * @param totalMinor their sum
 * @param receiptsHash as {@link id.lajur.rules.receipt.ReceiptsProof}; empty from a lane that does
 *     not reckon it
 * @param unread no journal was read: nothing is proven
 */
record LaneProof(long sales, long totalMinor, String receiptsHash, boolean unread) {
  static final LaneProof NONE = new LaneProof(0, 0, "", true);

  /** Whether the lane gave the receipts that the server has, and no others. */
  boolean proves(ShiftFigures figures) {
    return proves(figures.saleCount(), figures.salesMinor(), figures.receiptsHash());
  }

  /** As above, of what the server has. */
  boolean proves(long saleCount, long salesMinor, String serverHash) {
    return !unread
        && sales == saleCount
        && totalMinor == salesMinor
        && (receiptsHash.isEmpty() || receiptsHash.equals(serverHash));
  }
}
