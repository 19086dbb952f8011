package id.lajur.server.till;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a shift has done: the figures of its X and Z. Amounts are minor units.
 *
 * @param firstReceipt of series S, 0 when there is none
 * @param emergency of the sales, those that the lane gave alone
 * @param receiptsHash over all receipts, as {@link id.lajur.rules.receipt.ReceiptsProof}; empty in
 *     a Z of before it was reckoned
 * @param returnMinor of goods that came back, >= 0
 * @param tenders each kind that the store takes, those without a sale too
 * @param cash what explains the expected cash, by kind of movement
 * @param taken what its float was taken over from
 * @param receiptHead last number and link of the terminal's receipts, series S
 * @param emergencyHead of those that the lane gave alone, series E, as far as they have come in
 */
record ShiftFigures(
    UUID shiftId,
    int terminalId,
    Instant openedAt,
    long lastZ,
    long saleCount,
    long firstReceipt,
    long lastReceipt,
    Emergency emergency,
    long salesMinor,
    String receiptsHash,
    long discountMinor,
    long taxMinor,
    long roundingMinor,
    long returnMinor,
    int voidedLines,
    int voidedBaskets,
    int drawerOpenings,
    List<Opening> drawerReasons,
    int openBaskets,
    List<Tender> tenders,
    List<Cash> cash,
    List<CashHandover> taken,
    Head receiptHead,
    Head emergencyHead,
    Head auditHead) {

  /**
   * Sales of series E.
   *
   * @param first 0 when there is none
   */
  record Emergency(long count, long first, long last) {}

  /** One kind of tender. */
  record Tender(String kind, String name, long count, long amountMinor) {}

  /** How often the drawer was opened without a sale for one reason, its first 60 characters. */
  record Opening(String reason, int count) {}

  /** Openings without a sale, whatever the reason. */
  long drawerOpeningsWithoutSale() {
    return drawerReasons.stream().mapToLong(Opening::count).sum();
  }

  /** One kind of cash movement. */
  record Cash(String kind, long count, long amountMinor) {}

  /** Last number and link of a chain. */
  record Head(long number, byte[] hash) {}

  /** The same shift after its open baskets were voided. */
  ShiftFigures withOpenBasketsVoided() {
    return new ShiftFigures(
        shiftId,
        terminalId,
        openedAt,
        lastZ,
        saleCount,
        firstReceipt,
        lastReceipt,
        emergency,
        salesMinor,
        receiptsHash,
        discountMinor,
        taxMinor,
        roundingMinor,
        returnMinor,
        voidedLines,
        voidedBaskets + openBaskets,
        drawerOpenings,
        drawerReasons,
        0,
        tenders,
        cash,
        taken,
        receiptHead,
        emergencyHead,
        auditHead);
  }

  long expectedCashMinor() {
    return cash.stream().mapToLong(Cash::amountMinor).reduce(0, Math::addExact);
  }
}
