package id.lajur.server.admin;

import id.lajur.server.people.MachineRegister;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a code by which a machine takes the place of a terminal. */
@Command(
    name = "code",
    description = "Makes a one-time code by which a machine takes the place of a terminal.",
    footer = {
      "",
      "The code is good once, for ten minutes, and ends with a new one for the same terminal. Five",
      "wrong tries, from wherever, end every code.",
      "At the machine: lajur pos --server HOST:PORT --enrol CODE --ca FINGERPRINT ..."
    })
final class CodeCommand extends AdminAct {
  @Parameters(index = "0", paramLabel = "TERMINAL", description = "its code: L04")
  private String terminal = "";

  @Override
  void act(Opened opened, PrintWriter out) throws SQLException {
    print(opened, opened.machines().makeCode(terminal, false), out);
  }

  /** The code, and what must be seen at the machine before it is typed there. */
  static void print(Opened opened, MachineRegister.Code code, PrintWriter out) {
    out.println("Code:        " + code.code());
    out.println("Fingerprint: " + code.authority());
    out.println(
        "Good until:  "
            + code.expiresAt().atZone(opened.zone()).toLocalTime().truncatedTo(ChronoUnit.SECONDS));
  }
}
