package id.lajur.pos.screen;

/**
 * A way to pay that the store takes.
 *
 * @param cash lies in the drawer as money
 * @param givesChange whether more may be given than is due
 * @param needsReference whether it is taken only with a number, as that of its slip
 */
public record TenderKindView(
    String code, String name, boolean cash, boolean givesChange, boolean needsReference) {
  /** What every store takes, and a lane by itself. */
  public static final TenderKindView CASH = new TenderKindView("CASH", "", true, true, false);

  /** A card leaves a slip number and the code that approved it. */
  boolean isCard() {
    return code.equals("CARD");
  }
}
