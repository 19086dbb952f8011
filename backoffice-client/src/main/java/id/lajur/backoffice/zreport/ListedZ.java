package id.lajur.backoffice.zreport;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A Z in the list; amounts in minor units.
 *
 * @param differenceMinor counted less expected
 * @param complete the lane's journal and the server agree
 * @param forced nobody counted
 */
public record ListedZ(
    String terminal,
    long number,
    LocalDate date,
    String operator,
    Instant closedAt,
    long sales,
    long salesMinor,
    long differenceMinor,
    boolean complete,
    boolean forced) {
  String key() {
    return terminal + " Z" + number;
  }
}
