package id.lajur.backoffice.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the journal; texts are empty where there is nothing.
 *
 * @param number of the terminal's journal
 * @param kind as it is kept: LINE_VOIDED
 * @param operator number and name; empty for the server's console
 * @param about whom a change of people concerns
 * @param subjectId basket, sale, shift, session or change
 * @param amount minor units
 */
public record Entry(
    String terminal,
    long number,
    Instant at,
    String kind,
    String operator,
    String approvedBy,
    String about,
    String subjectId,
    Optional<Long> amount,
    String before,
    String after,
    String reason) {
  String key() {
    return terminal + "#" + number;
  }
}
