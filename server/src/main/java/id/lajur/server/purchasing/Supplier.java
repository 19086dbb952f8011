package id.lajur.server.purchasing;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;

/**
 * A supplier.
 *
 * @param supplierId 0 before it is kept
 * @param termsDays from delivery to payment
 * @param chargesTax whether its invoices bear input tax
 * @param version rises with each change, from 1
 */
record Supplier(
    int supplierId,
    String code,
    String name,
    String address,
    String taxNumber,
    int termsDays,
    boolean chargesTax,
    long version) {
  private static final int MOST_TERMS_DAYS = 3_650;
  private static final int MOST_CODE = 32;
  private static final int MOST_TAX_NUMBER = 32;

  /**
   * @throws Refusal NAME_NEEDED, TEXT_INVALID, TERMS_INVALID
   */
  Supplier {
    if (name.isEmpty()) {
      throw new Refusal(Reason.NAME_NEEDED);
    }
    if (code.length() > MOST_CODE) {
      throw new Refusal(Reason.TEXT_INVALID).with("most", MOST_CODE);
    }
    if (taxNumber.length() > MOST_TAX_NUMBER) {
      throw new Refusal(Reason.TEXT_INVALID).with("most", MOST_TAX_NUMBER);
    }
    if (termsDays < 0 || termsDays > MOST_TERMS_DAYS) {
      throw new Refusal(Reason.TERMS_INVALID).with("most", MOST_TERMS_DAYS);
    }
  }

  Supplier kept(int id, long newVersion) {
    return new Supplier(id, code, name, address, taxNumber, termsDays, chargesTax, newVersion);
  }

  /** For the journal: all but the name and where it lives, which stay out of it. */
  String forJournal() {
    return code + " " + termsDays + " days" + (chargesTax ? ", tax" : ", no tax");
  }
}
