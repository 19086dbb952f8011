package id.lajur.server.people;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What the sign-on screen shows of shop, terminal and shift. */
public final class Terminals {
  private final Jdbi jdbi;

  public Terminals(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  TerminalDao.TerminalRow terminal(int terminalId) {
    return jdbi.withExtension(TerminalDao.class, dao -> dao.terminal(terminalId));
  }

  /** The shift that an operator has open at a terminal. */
  Optional<TerminalDao.ShiftRow> openShift(int terminalId, int operatorId) {
    return jdbi.withExtension(TerminalDao.class, dao -> dao.openShift(terminalId, operatorId));
  }
}
