package id.lajur.server.admin;

import id.lajur.server.people.Operators;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The people of a store. */
@Command(
    name = "operator",
    mixinStandardHelpOptions = true,
    description = "The people of a store.",
    subcommands = {
      OperatorCommand.List.class,
      OperatorCommand.Add.class,
      OperatorCommand.Change.class,
      OperatorCommand.Pin.class,
      OperatorCommand.Leave.class,
      OperatorCommand.Return.class,
      OperatorCommand.Unlock.class
    })
final class OperatorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }

  private static Operators operators(AdminAct.Opened opened) {
    return new Operators(opened.changes(), opened.pins());
  }

  /** Lists all. */
  @Command(name = "list", description = "Lists everybody, those who have left too.")
  static final class List extends AdminAct {
    @Override
    void act(Opened opened, PrintWriter out) {
      out.printf(Locale.ROOT, "%-9s %-24s %-14s %-4s %s%n", "number", "name", "role", "", "state");
      for (Operators.Listed one : operators(opened).list()) {
        out.printf(
            Locale.ROOT,
            "%-9s %-24s %-14s %-4s %s%n",
            one.number(),
            one.name(),
            one.role(),
            one.language(),
            state(one, opened));
      }
    }

    private static String state(Operators.Listed one, Opened opened) {
      if (!one.active()) {
        return "has left";
      }
      Instant locked = one.lockedUntil();
      String state =
          locked != null && locked.isAfter(Instant.now())
              ? "locked until " + locked.atZone(opened.zone()).toLocalTime().withNano(0)
              : "active";
      return one.mustChangePin() ? state + ", PIN to be changed" : state;
    }
  }

  /** Adds one. */
  @Command(name = "add", description = "Makes an operator, who chooses a PIN at the first sign-on.")
  static final class Add extends AdminAct {
    @Parameters(paramLabel = "NUMBER", description = "1 to 8 digits")
    private String number = "";

    @Option(names = "--name", required = true, paramLabel = "NAME")
    private String name = "";

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "e.g. CASHIER")
    private String role = "";

    @Option(names = "--language", paramLabel = "id|en", description = "default: id")
    private String language = "id";

    @Option(names = "--keep-pin", description = "the PIN need not be changed at the first sign-on")
    private boolean keepPin;

    @Mixin private PinInput pin;

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException, IOException {
      operators(opened)
          .add(new Operators.NewOperator(number, name, role, language, !keepPin), pin.read());
      out.println("Operator " + number + " " + name + ", " + role + ", may sign on.");
    }
  }

  /** Changes one. */
  @Command(name = "change", description = "Changes name, role or language of an operator.")
  static final class Change extends AdminAct {
    @Parameters(paramLabel = "NUMBER")
    private String number = "";

    @Option(names = "--name", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--role", paramLabel = "ROLE")
    private @Nullable String role;

    @Option(names = "--language", paramLabel = "id|en")
    private @Nullable String language;

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException {
      operators(opened).change(number, new Operators.Change(name, role, language));
      out.println("Operator " + number + " is changed.");
    }
  }

  /** Another PIN. */
  @Command(
      name = "pin",
      description = "Gives an operator another PIN, to be changed at the next sign-on.")
  static final class Pin extends AdminAct {
    @Parameters(paramLabel = "NUMBER")
    private String number = "";

    @Option(names = "--keep-pin", description = "the PIN need not be changed at the next sign-on")
    private boolean keepPin;

    @Mixin private PinInput pin;

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException, IOException {
      operators(opened).setPin(number, pin.read(), !keepPin);
      out.println("Operator " + number + " has another PIN; the old sessions have ended.");
    }
  }

  /** A leaver. */
  @Command(name = "leave", description = "Ends what a leaver may do, on every machine at once.")
  static final class Leave extends AdminAct {
    @Parameters(paramLabel = "NUMBER")
    private String number = "";

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException {
      operators(opened).leave(number);
      out.println("Operator " + number + " has left.");
    }
  }

  /** Back again. */
  @Command(name = "return", description = "Takes back somebody who had left.")
  static final class Return extends AdminAct {
    @Parameters(paramLabel = "NUMBER")
    private String number = "";

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException {
      operators(opened).comeBack(number);
      out.println("Operator " + number + " is back.");
    }
  }

  /** Unlocked. */
  @Command(name = "unlock", description = "Lifts the lock that wrong PINs have put on a number.")
  static final class Unlock extends AdminAct {
    @Parameters(paramLabel = "NUMBER")
    private String number = "";

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException {
      operators(opened).unlock(number);
      out.println("Operator " + number + " may try again.");
    }
  }
}
