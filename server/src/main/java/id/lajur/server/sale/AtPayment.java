package id.lajur.server.sale;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which baskets are being paid, as their lanes have told this server. Only shown: it decides
 * nothing, is kept nowhere, and a lane that says no more counts as long as its basket is open.
 */
public final class AtPayment {
  private final Map<Integer, UUID> baskets = new ConcurrentHashMap<>();

  /** The cashier at a terminal is at the payment of a basket. */
  public void begins(int terminalId, UUID basketId) {
    baskets.put(terminalId, basketId);
  }

  /** He is back at its lines. */
  public void ends(int terminalId, UUID basketId) {
    boolean unused = baskets.remove(terminalId, basketId);
  }

  /** Whether this basket is being paid at this terminal. */
  public boolean isPaying(int terminalId, UUID basketId) {
    return basketId.equals(baskets.get(terminalId));
  }
}
