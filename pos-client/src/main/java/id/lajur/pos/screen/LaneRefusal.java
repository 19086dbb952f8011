package id.lajur.pos.screen;

import id.lajur.kit.fault.Faults;
import java.util.Map;
import java.util.Set;

/** An expected no, with the stable reason of the contract and what it tells about. */
public final class LaneRefusal extends RuntimeException {
  /** The act needs a supervisor; the detail {@code permission} names for what. */
  public static final String APPROVAL_NEEDED = "APPROVAL_NEEDED";

  /** The item must be weighed; details {@code name}, {@code unit}. */
  public static final String WEIGHT_NEEDED = "WEIGHT_NEEDED";

  /**
   * Whoever was signed on is so no longer. Nothing was done, unless the detail {@link #KEPT} is
   * there: the act is in the basket, which waits.
   */
  public static final String NOT_SIGNED_ON = "NOT_SIGNED_ON";

  public static final String KEPT = "kept";

  /** Whoever signs on must choose another PIN first. */
  public static final String PIN_CHANGE_NEEDED = "PIN_CHANGE_NEEDED";

  /** The drawer holds cash that was left for somebody else; fact number. */
  public static final String HANDOVER_FOR_OTHER = "HANDOVER_FOR_OTHER";

  /** A float is not what was handed over; the same once more is taken with its difference. */
  public static final String HANDOVER_DIFFERS = "HANDOVER_DIFFERS";

  /** The manager's desk has said no; fact name. */
  public static final String APPROVAL_DECLINED = "APPROVAL_DECLINED";

  /** Nobody at the manager's desk has answered in time. */
  public static final String APPROVAL_EXPIRED = "APPROVAL_EXPIRED";

  /** What this program itself got wrong; it is written under the refusal's id. */
  public static final String PROGRAM_FAULT = "PROGRAM_FAULT";

  /** No answer came. */
  public static final String SERVER_AWAY = "SERVER_AWAY";

  /** Without the server only sales for cash are possible. */
  public static final String ONLY_CASH = "EMERGENCY_ONLY_CASH";

  /** The lane has no printer but its own. */
  public static final String ONE_PRINTER = "ONE_PRINTER";

  /** What was typed names no printer. */
  public static final String PRINTER_UNKNOWN = "PRINTER_UNKNOWN";

  /** A paper did not come out of a printer, or its drawer did not open. */
  public static final String NOT_PRINTED = "NOT_PRINTED";

  /** A printer has no paper. */
  public static final String NO_PAPER = "NO_PAPER";

  /** What was set up could not be written to the lane's disk; fact cause. */
  public static final String NOT_KEPT = "NOT_KEPT";

  /** Where the lane keeps what it sells alone cannot be used; fact cause. */
  public static final String EMERGENCY_JOURNAL = "EMERGENCY_JOURNAL";

  /** Reasons that a basket is not this lane's any more. */
  private static final Set<String> LOST =
      Set.of("BASKET_ELSEWHERE", "BASKET_CLOSED", "BASKET_UNKNOWN");

  private final String reason;
  private final Map<String, String> details;
  private final String id;

  public LaneRefusal(String reason, Map<String, String> details) {
    this(reason, details, "");
  }

  /**
   * @param id under which it stands in the logs, empty where the lane itself says no
   */
  public LaneRefusal(String reason, Map<String, String> details, String id) {
    super(reason + " " + details + " " + id);
    this.reason = reason;
    this.details = Map.copyOf(details);
    this.id = id;
  }

  /** The refusal that an act has failed with; whatever else it was is a fault, which is written. */
  public static LaneRefusal in(Throwable failure) {
    Throwable cause = Faults.causeOf(failure);
    return cause instanceof LaneRefusal refusal ? refusal : ofFault(cause);
  }

  /** What this program itself got wrong, written under its id. */
  public static LaneRefusal ofFault(Throwable fault) {
    return new LaneRefusal(PROGRAM_FAULT, Map.of(), Faults.note(fault));
  }

  /** Under which it stands in the logs; may be empty. */
  public String id() {
    return id;
  }

  public String reason() {
    return reason;
  }

  /** Whether the basket at hand is not this lane's any more, and is let go. */
  public boolean isOfLostBasket() {
    return LOST.contains(reason);
  }

  /** A detail that is an amount; 0 where it is not told. */
  long minor(String name) {
    return Long.parseLong(details.getOrDefault(name, "0"));
  }

  public Map<String, String> details() {
    return details;
  }
}
