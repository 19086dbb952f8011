package id.lajur.installer;

import id.lajur.backoffice.shell.BackOfficeCommand;
import id.lajur.installer.bench.BenchCommand;
import id.lajur.installer.demo.DemoCommand;
import id.lajur.installer.faults.FaultsCommand;
import id.lajur.installer.faults.FaultsLaneCommand;
import id.lajur.installer.printer.PrinterCommand;
import id.lajur.installer.replay.ReplayCommand;
import id.lajur.kit.fault.Faults;
import id.lajur.pos.window.PosCommand;
import id.lajur.server.admin.AdminCommand;
import id.lajur.server.admin.AuditCommand;
import id.lajur.server.admin.BackupCommand;
import id.lajur.server.admin.ImportCommand;
import id.lajur.server.admin.JournalCommand;
import id.lajur.server.admin.RestoreCommand;
import id.lajur.server.admin.ServerCommand;
import id.lajur.server.database.StartRefused;
import id.lajur.server.database.WrongSettings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The launcher. Exit status: 0 done, 1 something does not hold or cannot be done, 2 wrong use or
 * unreadable input.
 */
@Command(
    name = "lajur",
    description = "The store system of a supermarket.",
    mixinStandardHelpOptions = true,
    versionProvider = Lajur.Version.class,
    subcommands = {
      DemoCommand.class,
      BenchCommand.class,
      ServerCommand.class,
      PosCommand.class,
      PrinterCommand.class,
      BackOfficeCommand.class,
      AdminCommand.class,
      AuditCommand.class,
      JournalCommand.class,
      ImportCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ReplayCommand.class,
      ScreensCommand.class,
      FaultsCommand.class,
      FaultsLaneCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Lajur {
  private Lajur() {}

  public static void main(String[] args) {
    Faults.tellUncaught();
    JavaLog.intoOurs();
    System.exit(
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args));
  }

  /** Runs one command and gives its exit status. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine commands =
        new CommandLine(new Lajur())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(out)
            .setErr(err)
            .setExecutionStrategy(parsed -> logged(parsed, err))
            .setExecutionExceptionHandler(Lajur::inWords);
    if (args.length == 0) {
      commands.usage(out);
      return 2;
    }
    return commands.execute(args);
  }

  /** Runs a command with the file that it writes its log into, if it has one. */
  private static int logged(CommandLine.ParseResult parsed, PrintWriter err) {
    CommandLine.ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    Optional<Path> file =
        last.isUsageHelpRequested() ? Optional.empty() : logFile(last.commandSpec().userObject());
    LogFile log = LogFile.open(file, err);
    try {
      return new CommandLine.RunLast().execute(parsed);
    } finally {
      log.close();
    }
  }

  private static Optional<Path> logFile(Object command) {
    if (command instanceof ServerCommand server) {
      return server.logFile();
    }
    if (command instanceof PosCommand lane) {
      return Optional.of(lane.logFile());
    }
    return command instanceof BackOfficeCommand desk
        ? Optional.of(desk.logFile())
        : Optional.empty();
  }

  /** One sentence for what a technician can mend; the whole trace for what only we can. */
  private static int inWords(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof StartRefused) {
      command.getErr().println("lajur: " + failure.getMessage());
    } else {
      command.getErr().println("lajur: " + failure);
      failure.printStackTrace(command.getErr());
    }
    return failure instanceof WrongSettings ? 2 : 1;
  }

  /** The version that the build wrote into the program. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Lajur.class.getPackage().getImplementationVersion();
      return new String[] {"Lajur " + (version == null ? "(development)" : version)};
    }
  }
}
