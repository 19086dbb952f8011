package id.lajur.pos.screen;

/**
 * What a customer has given of a kind.
 *
 * @param amountMinor negative where money is given out
 * @param reference number of its slip, and the like; may be empty
 */
public record TakenTender(TenderKindView kind, long amountMinor, String reference) {
  static TakenTender cash(long minor) {
    return new TakenTender(TenderKindView.CASH, minor, "");
  }
}
