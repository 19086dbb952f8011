package id.lajur.server.catalog;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;

/**
 * What some customers pay instead of the retail price.
 *
 * @param levelNo 0 = retail
 */
public record PriceLevel(int levelNo, String code, String name) {
  public static final String RETAIL_CODE = "ECERAN";
  public static final String RETAIL_NAME = "Eceran";

  static final PriceLevel RETAIL = new PriceLevel(0, RETAIL_CODE, RETAIL_NAME);

  /** Levels beside retail. */
  static final int MOST = 9;

  private static final int MOST_CODE = 16;
  private static final int MOST_NAME = 40;

  /**
   * @throws Refusal NAME_NEEDED, TEXT_INVALID
   */
  public PriceLevel {
    if (name.isEmpty()) {
      throw new Refusal(Reason.NAME_NEEDED);
    }
    if (code.length() > MOST_CODE) {
      throw new Refusal(Reason.TEXT_INVALID).with("most", MOST_CODE);
    }
    if (name.codePointCount(0, name.length()) > MOST_NAME) {
      throw new Refusal(Reason.TEXT_INVALID).with("most", MOST_NAME);
    }
  }
}
