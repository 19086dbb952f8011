package id.lajur.server.ledger;

/**
 * The accounts that documents post to by themselves; the whole chart is in the database.
 *
 * @see "SAK EMKM; numbers are ours"
 */
public final class Accounts {
  public static final String TILLS = "1102";
  public static final String SAFE = "1103";
  public static final String CASH_IN_TRANSIT = "1104";
  public static final String INVENTORY = "1141";
  public static final String GOODS_NOT_INVOICED = "2102";
  public static final String OUTPUT_TAX = "2111";
  public static final String SALES = "4101";
  public static final String DISCOUNTS = "4102";
  public static final String RETURNS = "4103";
  public static final String COST_OF_SALES = "5101";
  public static final String SHRINKAGE = "5102";
  public static final String WASTE = "5103";
  public static final String PRICE_VARIANCE = "5104";
  public static final String PROMOTION = "6106";
  public static final String OTHER_EXPENSE = "6109";
  public static final String ROUNDING = "7101";
  public static final String CASH_DIFFERENCE = "7102";

  private Accounts() {}
}
