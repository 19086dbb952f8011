package id.lajur.server.admin;

import id.lajur.server.people.Operators;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the first owner of a fresh store. */
@Command(
    name = "owner",
    description = "Makes the first owner of a store; refused while there is one.")
final class OwnerCommand extends AdminAct {
  @Parameters(paramLabel = "NUMBER", description = "1 to 8 digits")
  private String number = "";

  @Option(names = "--name", required = true, paramLabel = "NAME")
  private String name = "";

  @Option(names = "--language", paramLabel = "id|en", description = "default: id")
  private String language = "id";

  @Mixin private PinInput pin;

  @Override
  void act(Opened opened, PrintWriter out) throws SQLException, IOException {
    new Operators(opened.changes(), opened.pins())
        .addFirstOwner(number, name, language, pin.read());
    out.println("Owner " + number + " " + name + " may sign on.");
  }
}
