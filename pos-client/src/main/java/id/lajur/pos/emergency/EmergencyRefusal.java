package id.lajur.pos.emergency;

import java.util.Map;

/** What a lane cannot do while it sells by itself; reasons and facts as the server gives them. */
public final class EmergencyRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Only what the lane can do alone is done: selling for cash at shelf prices. */
  public static final String PAYMENT_IN_DOUBT = "PAYMENT_IN_DOUBT";

  public static final String ONLY_CASH_SALES = "EMERGENCY_ONLY_CASH";

  /** The lane's own disk does not take a receipt: nothing may be sold. */
  public static final String DISK = "EMERGENCY_DISK";

  /** Without the server only an operator whose shift is open at this lane signs on. */
  public static final String SIGN_ON = "EMERGENCY_SIGN_ON";

  /** Whoever was on did nothing for as long as the store allows, or is let on no longer. */
  public static final String NOT_SIGNED_ON = "NOT_SIGNED_ON";

  /** Fact of {@link #NOT_SIGNED_ON}: the act itself is in the basket that waits on the disk. */
  public static final String KEPT = "kept";

  /** The server may have sold the basket at hand as it stands: it is only paid. */
  public static final String BASKET_IN_DOUBT = "BASKET_IN_DOUBT";

  /** The server died while cash without a sale was booked: whether it was is found out later. */
  public static final String CASH_IN_DOUBT = "CASH_IN_DOUBT";

  /** Receipts of the lane are on their way to the server. */
  public static final String WAITING = "EMERGENCY_WAITING";

  private final String reason;
  private final transient Map<String, String> facts;

  EmergencyRefusal(String reason, Map<String, String> facts) {
    super(reason + (facts.isEmpty() ? "" : " " + facts));
    this.reason = reason;
    this.facts = Map.copyOf(facts);
  }

  public EmergencyRefusal(String reason) {
    this(reason, Map.of());
  }

  public String reason() {
    return reason;
  }

  public Map<String, String> facts() {
    return facts == null ? Map.of() : facts;
  }
}
