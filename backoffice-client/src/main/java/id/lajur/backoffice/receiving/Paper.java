package id.lajur.backoffice.receiving;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A row of the list: a draft, a delivery in the books, or what took one back.
 *
 * @param id of the draft, or of the document
 */
record Paper(
    State state,
    String id,
    String number,
    String supplierName,
    String deliveryNote,
    LocalDate deliveredOn,
    int lineCount,
    long totalMinor,
    String by,
    Instant at) {
  /** What it is. */
  enum State {
    DRAFT,
    POSTING,
    POSTED,
    CORRECTION
  }
}
