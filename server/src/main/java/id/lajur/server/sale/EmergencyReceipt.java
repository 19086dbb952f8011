package id.lajur.server.sale;

import id.lajur.rules.receipt.EmergencyPaper;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receipt that a lane gave by itself, as it comes in.
 *
 * @param extras of the paper's lines, in their order
 * @param link of the lane's chain, 32 bytes
 * @param inDoubt whether the lane had asked the server to sell this basket, without an answer
 */
record EmergencyReceipt(
    EmergencyPaper paper, List<Extra> extras, List<String> reasons, byte[] link, boolean inDoubt) {

  /**
   * What a line says beside its paper.
   *
   * @param labelAmountMinor what a price label says the whole line costs
   * @param name as printed; empty from an older lane
   * @param taxClassId 0 from an older lane
   */
  record Extra(
      long listPriceMinor,
      PriceSource priceSource,
      @Nullable Long labelAmountMinor,
      @Nullable String reason,
      String name,
      int taxClassId) {}

  EmergencyReceipt {
    extras = List.copyOf(extras);
    reasons = List.copyOf(reasons);
  }

  /** The names stand in the database and, with a prefix, on the wire. */
  enum Outcome {
    POSTED,
    SECOND_PAPER
  }

  /** What the lane did otherwise than the server would have. The names stand as those above. */
  enum DifferenceKind {
    PRICE,
    TOTAL,
    TAX,
    ELSEWHERE,
    VOIDED,
    LATE,
    LEFT,
    CLOCK,
    BLOCKED,
    ITEM,
    SHIFT,
    OPERATOR,
    UNAPPROVED
  }

  /**
   * One difference.
   *
   * @param lineNo from 1 in the paper's order; 0 for the whole receipt
   */
  record Difference(DifferenceKind kind, int lineNo, String atLane, String atServer) {
    Difference {
      atLane = cut(atLane);
      atServer = cut(atServer);
    }

    private static String cut(String text) {
      return text.length() <= 200 ? text : text.substring(0, 200);
    }
  }

  /** How it came in. */
  record Taken(Outcome outcome, UUID saleId, List<Difference> differences) {
    Taken {
      differences = List.copyOf(differences);
    }
  }
}
