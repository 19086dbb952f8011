package id.lajur.server.admin;

import id.lajur.server.people.Roles;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What those of a role may do. */
@Command(
    name = "role",
    mixinStandardHelpOptions = true,
    description = "What those of a role may do, and how far.",
    subcommands = {
      RoleCommand.List.class,
      RoleCommand.Show.class,
      RoleCommand.Add.class,
      RoleCommand.Grant.class,
      RoleCommand.Revoke.class,
      RoleCommand.SetLimits.class
    })
final class RoleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }

  private static Roles roles(AdminAct.Opened opened) {
    return new Roles(opened.changes());
  }

  /** Lists all. */
  @Command(name = "list", description = "Lists the roles.")
  static final class List extends AdminAct {
    @Override
    void act(Opened opened, PrintWriter out) {
      for (Roles.Role role : roles(opened).list()) {
        out.printf(
            Locale.ROOT,
            "%-14s %-20s %2d permissions, %d operators%n",
            role.code(),
            role.name(),
            role.permissions().size(),
            role.operators());
      }
    }
  }

  /** Shows one. */
  @Command(name = "show", description = "Shows what a role may do, and how far.")
  static final class Show extends AdminAct {
    @Parameters(paramLabel = "ROLE")
    private String code = "";

    @Override
    void act(Opened opened, PrintWriter out) {
      Roles.Role role = roles(opened).role(code);
      out.println(role.code() + " (" + role.name() + ")");
      role.permissions().forEach(permission -> out.println("  " + permission));
      for (Roles.Limit limit : Roles.Limit.values()) {
        out.println(
            "  limit "
                + limit.name().toLowerCase(Locale.ROOT)
                + " "
                + LimitText.of(limit, limit.of(role.limits())));
      }
    }
  }

  /** Adds one. */
  @Command(name = "add", description = "Makes a role that may what another may.")
  static final class Add extends AdminAct {
    @Parameters(paramLabel = "ROLE", description = "capitals, digits, underscores")
    private String code = "";

    @Option(names = "--name", required = true, paramLabel = "NAME")
    private String name = "";

    @Option(
        names = "--like",
        required = true,
        paramLabel = "ROLE",
        description = "a role of the store, or a template")
    private String like = "";

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException {
      roles(opened).add(code, name, like);
      out.println("Role " + code + " may what " + like + " may.");
    }
  }

  /** Lets it do more. */
  @Command(name = "grant", description = "Lets a role do something more.")
  static final class Grant extends AdminAct {
    @Parameters(index = "0", paramLabel = "ROLE")
    private String code = "";

    @Parameters(index = "1", paramLabel = "PERMISSION")
    private String permission = "";

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException {
      roles(opened).grant(code, permission);
      out.println("Role " + code + " may " + permission + ".");
    }
  }

  /** Lets it do less. */
  @Command(name = "revoke", description = "Takes a permission from a role.")
  static final class Revoke extends AdminAct {
    @Parameters(index = "0", paramLabel = "ROLE")
    private String code = "";

    @Parameters(index = "1", paramLabel = "PERMISSION")
    private String permission = "";

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException {
      roles(opened).revoke(code, permission);
      out.println("Role " + code + " may not " + permission + ".");
    }
  }

  /** How far it goes. */
  @Command(
      name = "limit",
      description = {
        "Sets how far a role goes: discount and override in per cent, return and cash in the",
        "store's currency, drawer in openings per shift; none = without limit.",
        "Example: lajur admin role limit SUPERVISOR discount=20 cash=5000000 drawer=none ..."
      })
  static final class SetLimits extends AdminAct {
    @Parameters(index = "0", paramLabel = "ROLE")
    private String code = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "LIMIT=VALUE")
    private Map<String, String> given = Map.of();

    @Override
    void act(Opened opened, PrintWriter out) throws SQLException {
      Map<Roles.Limit, Optional<Long>> limits = new EnumMap<>(Roles.Limit.class);
      given.forEach(
          (name, text) -> {
            try {
              Roles.Limit limit = Roles.Limit.valueOf(name.toUpperCase(Locale.ROOT));
              limits.put(limit, LimitText.read(limit, text));
            } catch (ArithmeticException | IllegalArgumentException e) {
              throw new ParameterException(
                  spec().commandLine(), "cannot read the limit " + name + "=" + text, e);
            }
          });
      roles(opened).limit(code, limits);
      out.println("Role " + code + " is changed.");
    }
  }

  /** Limits as people write them. */
  private static final class LimitText {
    private static BigDecimal unit(Roles.Limit limit) {
      return switch (limit) {
        case DISCOUNT, OVERRIDE -> BigDecimal.valueOf(10_000);
        case RETURN, CASH -> BigDecimal.valueOf(100);
        case DRAWER -> BigDecimal.ONE;
      };
    }

    static Optional<Long> read(Roles.Limit limit, String text) {
      return text.equals("none")
          ? Optional.empty()
          : Optional.of(new BigDecimal(text).multiply(unit(limit)).longValueExact());
    }

    static String of(Roles.Limit limit, @Nullable Long value) {
      return value == null
          ? "none"
          : BigDecimal.valueOf(value).divide(unit(limit)).stripTrailingZeros().toPlainString();
    }
  }
}
