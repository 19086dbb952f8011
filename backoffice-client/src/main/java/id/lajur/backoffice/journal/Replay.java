package id.lajur.backoffice.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One ticket from its first scan to the books.
 *
 * @param steps in order of time
 * @param sale empty while nobody has paid
 * @param paper where a lane gave the receipt by itself
 */
public record Replay(List<Step> steps, Optional<Sale> sale, Optional<Paper> paper) {
  public Replay {
    steps = List.copyOf(steps);
  }

  /**
   * An act on the basket, or an entry of the journal about it.
   *
   * @param act it is of the basket; else of the journal
   * @param kind LINE, VOID_LINE; or of the journal
   * @param before as the journal keeps it, and what came of it; empty of an act
   * @param what item, barcode or reason
   * @param quantity thousandths
   * @param amount minor units
   */
  public record Step(
      Instant at,
      boolean act,
      String kind,
      String operator,
      String approvedBy,
      String before,
      String after,
      String what,
      Optional<Long> quantity,
      Optional<Long> amount) {}

  /** How it was paid, and what it did to the books; amounts in minor units. */
  public record Sale(
      String receipt,
      String operator,
      Instant soldAt,
      int lines,
      long totalMinor,
      long taxMinor,
      long roundingMinor,
      long changeMinor,
      List<Amount> tenders,
      List<Amount> ledger) {
    public Sale {
      tenders = List.copyOf(tenders);
      ledger = List.copyOf(ledger);
    }
  }

  /** An amount under its name; of the books a debit is positive. */
  public record Amount(String name, long minor) {}

  /** The receipt of a lane that was alone. */
  public record Paper(String receipt, boolean second, int differences) {}
}
