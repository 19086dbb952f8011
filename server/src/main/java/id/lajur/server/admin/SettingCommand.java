package id.lajur.server.admin;

import id.lajur.server.people.Setting;
import id.lajur.server.people.Settings;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a store has set. */
@Command(
    name = "setting",
    mixinStandardHelpOptions = true,
    description = "What a store has set, each from a moment on.",
    subcommands = {SettingCommand.Listing.class, SettingCommand.Set.class})
final class SettingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }

  /** Lists all. */
  @Command(name = "list", description = "Lists the settings, with what was and what will be.")
  static final class Listing extends AdminAct {
    @Override
    void act(Opened opened, PrintWriter out) {
      List<Settings.Dated> dated = new Settings(opened.changes()).list();
      for (Setting setting : Setting.ALL) {
        out.printf(Locale.ROOT, "%s (%s)%n", setting.key(), setting.meaning());
        List<Settings.Dated> values =
            dated.stream().filter(one -> one.key().equals(setting.key())).toList();
        if (values.isEmpty()) {
          out.println("  " + setting.otherwise() + ", not set");
        }
        for (Settings.Dated one : values) {
          out.println("  " + one.value() + since(one.from(), opened));
        }
      }
    }

    private static String since(Instant from, Opened opened) {
      return from.equals(Instant.EPOCH)
          ? ""
          : " from " + from.atZone(opened.zone()).toLocalDateTime().withNano(0);
    }
  }

  /** Sets one. */
  @Command(name = "set", description = "Sets a value, from now or from a moment on.")
  static final class Set extends AdminAct {
    @Parameters(index = "0", paramLabel = "NAME")
    private String key = "";

    @Parameters(index = "1", paramLabel = "VALUE")
    private String value = "";

    @Option(
        names = "--from",
        paramLabel = "2027-01-01T00:00",
        description = "in the store's time; default: now")
    private @Nullable LocalDateTime from;

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException {
      new Settings(opened.changes())
          .set(key, value, from == null ? null : from.atZone(opened.zone()).toInstant());
      out.println(key + " is " + value + (from == null ? "." : " from " + from + "."));
    }
  }
}
