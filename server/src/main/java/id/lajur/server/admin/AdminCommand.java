package id.lajur.server.admin;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is set up and changed at the server's own console, for the first start and for scripts. */
@Command(
    name = "admin",
    mixinStandardHelpOptions = true,
    description = "Changes who and what a store lets in, beside a running server or without it.",
    subcommands = {
      OwnerCommand.class,
      OperatorCommand.class,
      RoleCommand.class,
      SettingCommand.class,
      TerminalCommand.class,
      CodeCommand.class
    },
    footer = {
      "",
      "Exit status: 0 done, 1 refused in words and nothing changed, 2 wrong use.",
      "A PIN is never an option: it comes from --pin-file, or is asked for.",
      "Examples:",
      "  lajur admin owner 1 --name Ratna --data /srv/lajur",
      "  lajur admin terminal add L04 --name 'Kasir 4' --data /srv/lajur",
      "  lajur admin code L04 --data /srv/lajur",
      "  lajur admin operator add 101 --name Sari --role CASHIER --data /srv/lajur"
    })
public final class AdminCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }
}
