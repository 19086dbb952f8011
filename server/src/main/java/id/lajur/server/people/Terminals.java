package id.lajur.server.people;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What the sign-on screen shows of shop, terminal and shift. */
public final class Terminals {
  private final Jdbi jdbi;

  public Terminals(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A terminal, and its shop as it is now.
   *
   * @param coinMinor smallest coin that circulates
   */
  record Shown(
      TerminalDao.TerminalRow terminal,
      String storeName,
      String address,
      String taxNumber,
      String header,
      String footer,
      long coinMinor) {}

  Shown terminal(int terminalId) {
    return jdbi.withExtension(
        TerminalDao.class,
        dao -> {
          TerminalDao.TerminalRow row = dao.terminal(terminalId);
          return new Shown(
              row,
              dao.setting(terminalId, "store.name").orElse(row.storeName()),
              dao.setting(terminalId, "store.address").orElse(row.address()),
              dao.setting(terminalId, Setting.TAX_REGISTERED.key())
                  .filter(Setting.NO::equals)
                  .map(no -> "")
                  .or(() -> dao.setting(terminalId, "store.tax_number"))
                  .orElse(row.taxNumber()),
              dao.setting(terminalId, "receipt.header").orElse(""),
              dao.setting(terminalId, "receipt.footer").orElse(row.receiptFooter()),
              dao.setting(terminalId, Setting.COIN.key())
                  .map(Long::valueOf)
                  .orElse((long) row.amountUnitMinor()));
        });
  }

  /** The shift that an operator has open at a terminal. */
  Optional<TerminalDao.ShiftRow> openShift(int terminalId, int operatorId) {
    return jdbi.withExtension(TerminalDao.class, dao -> dao.openShift(terminalId, operatorId));
  }
}
