package id.lajur.server.customer;

import id.lajur.server.catalog.PriceLevel;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer whom the shop knows.
 *
 * @param memberId 0 before it is kept
 * @param phone digits, empty when not known
 * @param level code of his price level; empty becomes that of retail
 * @param active whether lanes find him
 * @param since null before it is kept
 * @param version rises with each change, from 1
 */
record Member(
    int memberId,
    String number,
    String name,
    String phone,
    String level,
    boolean active,
    @Nullable LocalDate since,
    long version) {
  private static final int MOST_NUMBER = 32;
  private static final int MOST_NAME = 100;
  private static final int MOST_PHONE = 20;

  /**
   * @throws Refusal NAME_NEEDED, TEXT_INVALID, PHONE_INVALID
   */
  Member {
    level = level.isEmpty() ? PriceLevel.RETAIL_CODE : level;
    if (name.isEmpty()) {
      throw new Refusal(Reason.NAME_NEEDED);
    }
    if (number.length() > MOST_NUMBER) {
      throw new Refusal(Reason.TEXT_INVALID).with("most", MOST_NUMBER);
    }
    if (name.codePointCount(0, name.length()) > MOST_NAME) {
      throw new Refusal(Reason.TEXT_INVALID).with("most", MOST_NAME);
    }
    if (phone.length() > MOST_PHONE || !phone.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new Refusal(Reason.PHONE_INVALID).with("most", MOST_PHONE);
    }
  }

  Member kept(int id, LocalDate from, long newVersion) {
    return new Member(id, number, name, phone, level, active, from, newVersion);
  }

  /** For the journal: all but the name and the phone, which stay out of it. */
  String forJournal() {
    return number + " " + level + (active ? ", active" : ", not active");
  }
}
