package id.lajur.server.ledger;

import id.lajur.server.posting.Draft;
import id.lajur.server.posting.PostingDao;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The entry of one document: one amount per account, debits positive, in balance or not at all. */
public final class JournalEntry {
  private final Map<String, Long> amounts = new TreeMap<>();

  public JournalEntry debit(String account, long minor) {
    amounts.merge(account, minor, Math::addExact);
    return this;
  }

  public JournalEntry credit(String account, long minor) {
    return debit(account, Math.negateExact(minor));
  }

  /**
   * Writes the lines that are not 0.
   *
   * @throws IllegalStateException debits and credits differ: a bug, and nothing is posted
   */
  public void writeTo(Draft draft, UUID postingId, int terminalId, LocalDate businessDate) {
    long sum = amounts.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    if (sum != 0) {
      throw new IllegalStateException("entry " + amounts + " is out of balance by " + sum);
    }
    int lineNo = 0;
    for (Map.Entry<String, Long> line : amounts.entrySet()) {
      if (line.getValue() != 0) {
        draft.insert(
            PostingDao.JOURNAL_LINE,
            new PostingDao.JournalRow(
                postingId, ++lineNo, line.getKey(), line.getValue(), terminalId, businessDate));
      }
    }
  }
}
