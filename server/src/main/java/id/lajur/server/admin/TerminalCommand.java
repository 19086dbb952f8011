package id.lajur.server.admin;

import id.lajur.server.people.MachineRegister;
import id.lajur.server.security.Certificates;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The places of a store's machines. */
@Command(
    name = "terminal",
    mixinStandardHelpOptions = true,
    description = "A store's terminals: lanes and back office, and the machines in their places.",
    subcommands = {
      TerminalCommand.Listing.class,
      TerminalCommand.Add.class,
      TerminalCommand.Rename.class,
      TerminalCommand.Revoke.class,
      TerminalCommand.Replace.class
    })
final class TerminalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }

  /** Lists all. */
  @Command(name = "list", description = "Lists the terminals and the machines in their places.")
  static final class Listing extends AdminAct {
    @Override
    void act(Opened opened, PrintWriter out) {
      for (MachineRegister.Listed one : opened.machines().list()) {
        out.printf(
            Locale.ROOT,
            "%-8s %-11s %-20s %s%n",
            one.code(),
            one.kind(),
            one.name(),
            machine(one, opened));
      }
    }

    private static String machine(MachineRegister.Listed one, Opened opened) {
      String code =
          one.codeUntil() == null ? "" : ", code until " + moment(one.codeUntil(), opened);
      if (one.fingerprint() == null) {
        return "no machine" + code;
      }
      return "certificate "
          + Certificates.inWords(one.fingerprint())
          + (one.expiresAt() == null ? "" : " until " + moment(one.expiresAt(), opened))
          + (one.machineName() == null || one.machineName().isEmpty()
              ? ""
              : ", " + one.machineName())
          + code;
    }

    private static String moment(Instant moment, Opened opened) {
      return moment.atZone(opened.zone()).toLocalDateTime().withNano(0).toString();
    }
  }

  /** The kinds of terminals that people make. */
  enum Kind {
    LANE,
    BACK_OFFICE
  }

  /** Makes one. */
  @Command(name = "add", description = "Makes a terminal, whose place is free.")
  static final class Add extends AdminAct {
    @Parameters(index = "0", paramLabel = "TERMINAL", description = "its code: L04")
    private String terminal = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "for people")
    private String name = "";

    @Option(
        names = "--kind",
        defaultValue = "LANE",
        paramLabel = "LANE|BACK_OFFICE",
        description = "what it is for (default: ${DEFAULT-VALUE})")
    private Kind kind = Kind.LANE;

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException {
      opened.machines().add(terminal, name, kind.name());
      out.println(terminal + " is there; a machine takes its place: lajur admin code " + terminal);
    }
  }

  /** Names one anew. */
  @Command(name = "rename", description = "Gives a terminal another name; its code stays.")
  static final class Rename extends AdminAct {
    @Parameters(index = "0", paramLabel = "TERMINAL", description = "its code: L04")
    private String terminal = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "for people")
    private String name = "";

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException {
      opened.machines().rename(terminal, name);
      out.println(terminal + " is called " + name + ".");
    }
  }

  /** Puts a machine out. */
  @Command(
      name = "revoke",
      description = "Puts the machine in a terminal's place out: stolen, sold, broken.")
  static final class Revoke extends AdminAct {
    @Parameters(index = "0", paramLabel = "TERMINAL", description = "its code: L04")
    private String terminal = "";

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException {
      opened.machines().revoke(terminal, opened.reason());
      out.println(
          "The machine of "
              + terminal
              + " is out. Its numbers, its shift and its open basket wait for another one: lajur"
              + " admin code "
              + terminal);
    }
  }

  /** Puts another machine in. */
  @Command(
      name = "replace",
      description = {
        "Makes a code by which another machine takes a terminal's place. The one there goes on until",
        "then, and is out when the other is in; numbers, shift and basket go on."
      })
  static final class Replace extends AdminAct {
    @Parameters(index = "0", paramLabel = "TERMINAL", description = "its code: L04")
    private String terminal = "";

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException {
      CodeCommand.print(opened, opened.machines().makeCode(terminal, true), out);
    }
  }
}
