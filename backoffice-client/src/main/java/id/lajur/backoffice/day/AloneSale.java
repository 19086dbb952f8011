package id.lajur.backoffice.day;

import java.time.Instant;
import java.util.List;

/**
 * A sale that a lane made by itself.
 *
 * @param receipt as printed: L01-E000003
 * @param second the server had sold the basket already: a second paper of it
 */
public record AloneSale(
    String receipt,
    Instant soldAt,
    Instant receivedAt,
    String operator,
    long totalMinor,
    boolean second,
    List<Difference> differences) {
  public AloneSale {
    differences = List.copyOf(differences);
  }

  /**
   * What the paper and the books have otherwise.
   *
   * @param kind as the contract names it
   * @param line from 1; 0 for the whole receipt
   */
  public record Difference(String kind, int line, String atLane, String atServer) {}
}
