package id.lajur.kit.start;

import static java.util.Locale.ROOT;

import id.lajur.kit.connection.CertificateRenewal;
import id.lajur.kit.connection.Enrolment;
import id.lajur.kit.connection.KnownServers;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.ServerAddress;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.enrolment.EnrolmentWindow;
import id.lajur.kit.enrolment.Taken;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.platform.Platform;
import id.lajur.kit.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * Which store a program belongs to and by which certificate, how it looks, and how a machine takes
 * its place: a picocli {@link Mixin} of the commands that open windows.
 */
public final class MachineOptions {
  @Option(
      names = "--server",
      paramLabel = "HOST:PORT",
      split = ",",
      description =
          "the store; several in their order, as a list or one by one (default: where this machine"
              + " was enrolled)")
  private List<String> servers = List.of();

  @Option(
      names = "--identity",
      paramLabel = "DIR",
      description =
          "this machine's certificate, its key, and the store's authority (default: in the user's"
              + " settings)")
  private @Nullable Path identityFolder;

  @Option(
      names = "--enrol",
      paramLabel = "CODE",
      description = "first takes the place that the code was made for; --ca says at which store")
  private @Nullable String code;

  @Option(
      names = "--ca",
      paramLabel = "FINGERPRINT",
      description = "of the store's authority, as shown with the code; without it you are asked")
  private @Nullable String authority;

  @Option(
      names = "--language",
      paramLabel = "LANG",
      defaultValue = "id",
      description = "of the screen, id or en (default: ${DEFAULT-VALUE})")
  private String language = "";

  @Option(
      names = "--theme",
      paramLabel = "THEME",
      defaultValue = "light",
      description = "light or dark (default: ${DEFAULT-VALUE})")
  private String theme = "";

  @Option(names = "--full-screen", description = "over the whole screen, without a frame")
  private boolean fullScreen;

  @Option(
      names = "--scale",
      paramLabel = "PERCENT",
      defaultValue = "100",
      description = "how large everything is shown, 100 to 200 (default: ${DEFAULT-VALUE})")
  private int scalePercent;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  private final Platform here;
  private final @Nullable Technician technician;

  /**
   * @param technician asked when a machine is enrolled without {@code --ca}; null = nobody can be
   */
  public MachineOptions(Platform here, @Nullable Technician technician) {
    this.here = here;
    this.technician = technician;
  }

  /** The machine's place in a store, and the way there; closed with the program. */
  public record Place(StoreConnection connection, CertificateRenewal renewal) {}

  /** The names of the servers, as they were given or are known. */
  public String serverNames() {
    return addresses().stream().map(ServerAddress::toString).collect(Collectors.joining(", "));
  }

  public boolean fullScreen() {
    return fullScreen;
  }

  /** How large everything is shown, 100 to 200. */
  public int scalePercent() {
    if (scalePercent < 100 || scalePercent > 200) {
      throw wrong("--scale is 100 to 200, not " + scalePercent);
    }
    return scalePercent;
  }

  public Theme theme() {
    return switch (theme) {
      case "light" -> Theme.LIGHT;
      case "dark" -> Theme.DARK;
      default -> throw wrong("--theme is light or dark, not \"" + theme + "\"");
    };
  }

  public Language language() {
    return language(language);
  }

  /**
   * A language as it is given to an option.
   *
   * @throws ParameterException there is no such
   */
  public Language language(String tag) {
    return switch (tag) {
      case "id" -> Language.INDONESIAN;
      case "en" -> Language.ENGLISH;
      default -> throw wrong("a language is id or en, not \"" + tag + "\"");
    };
  }

  /** Where this machine's certificate lies. */
  public Path identity() {
    return identityFolder == null ? here.configFolder().resolve("machine") : identityFolder;
  }

  /**
   * Takes the place that a code was made for, where one was given; a machine that has no place and
   * a screen asks for it in a window.
   *
   * @param say told, in words, why it could not
   * @param done told which place it is
   * @return false when it could not
   */
  public boolean enrolled(Consumer<String> say, Consumer<String> done) throws InterruptedException {
    List<ServerAddress> given = given(); // a wrong one is told before anything is done
    if (code != null) {
      return enrol(addresses(), code, say, done);
    }
    Path folder = identity();
    if (MachineIdentity.isIn(folder) || here.whyNoDisplay().isPresent()) {
      return true; // whatever is wrong with it is said where it is read
    }
    Optional<Taken> taken =
        EnrolmentWindow.run(
            new EnrolmentWindow.Settings(
                here,
                folder,
                given.isEmpty() ? "" : given.get(0).toString(),
                here.networks(),
                language(),
                theme(),
                fullScreen));
    taken.ifPresent(
        place -> done.accept(words(place.terminal(), place.terminalName(), place.storeName())));
    return taken.isPresent();
  }

  private static String words(String terminal, String terminalName, String storeName) {
    return "This machine is " + terminal + " (" + terminalName + ") of " + storeName;
  }

  private boolean enrol(
      List<ServerAddress> store, String oneTimeCode, Consumer<String> say, Consumer<String> done) {
    try {
      Enrolment enrolment = firstThatAnswers(store);
      if (authority == null ? !confirmed(enrolment) : !enrolment.is(authority)) {
        say.accept(
            "this is not the store that the code is for, or somebody sits between; the code was not"
                + " sent. The authority shown here is "
                + enrolment.fingerprint());
        return false;
      }
      Enrolment.Enrolled enrolled = enrolment.enrol(oneTimeCode, here.machineName());
      enrolled.identity().write(identity());
      KnownServers.write(identity(), store);
      done.accept(words(enrolled.terminal(), enrolled.terminalName(), enrolled.storeName()));
      return true;
    } catch (ServerRefusal refusal) {
      say.accept(
          switch (refusal.reason()) {
            case "ENROLMENT_CODE_INVALID" ->
                "the code is wrong, used or too old; make another at the server: lajur admin code";
            case "ENROLMENT_WAIT" ->
                "too many wrong codes from this machine; wait "
                    + refusal.facts().getOrDefault("waitMs", "?")
                    + " ms";
            default -> "the store refuses: " + refusal.getMessage();
          });
      return false;
    } catch (IOException e) {
      say.accept("cannot enrol at " + serverNames() + ": " + e.getMessage());
      return false;
    }
  }

  private static Enrolment firstThatAnswers(List<ServerAddress> store) throws IOException {
    IOException why = new IOException("no server");
    for (ServerAddress each : store) {
      try {
        return Enrolment.lookAt(each.host(), each.port());
      } catch (IOException e) {
        why = e;
      }
    }
    throw why;
  }

  /** Somebody at this machine compares with what is shown at the server. */
  private boolean confirmed(Enrolment enrolment) {
    if (technician == null) {
      throw wrong("--enrol needs --ca, the fingerprint that was shown with the code");
    }
    String typed =
        technician.answer(
            String.format(
                ROOT,
                "The store shows the authority%n  %s%nIs it the one at the server? Its last four"
                    + " digits: ",
                enrolment.fingerprint()));
    return typed != null && enrolment.fingerprint().endsWith("-" + typed.strip().toUpperCase(ROOT));
  }

  private List<ServerAddress> given() {
    return servers.stream().map(this::address).toList();
  }

  private List<ServerAddress> addresses() {
    List<ServerAddress> given = given();
    if (!given.isEmpty()) {
      return given;
    }
    try {
      List<ServerAddress> known = KnownServers.read(identity());
      if (!known.isEmpty()) {
        return known;
      }
    } catch (IOException e) {
      throw wrong("--server HOST:PORT is needed, since " + e.getMessage());
    }
    throw wrong("--server HOST:PORT is needed: this machine was not enrolled at any");
  }

  private ServerAddress address(String text) {
    try {
      return ServerAddress.of(text);
    } catch (IllegalArgumentException e) {
      throw wrong("--server is HOST:PORT, not \"" + text + "\"");
    }
  }

  /**
   * Reads this machine's certificate.
   *
   * @throws ParameterException it cannot be read
   */
  public MachineIdentity machine() {
    try {
      return MachineIdentity.read(identity());
    } catch (IOException e) {
      throw wrong("--identity: cannot read " + e.getMessage());
    }
  }

  /**
   * Connects to the store, and begins to renew the certificate.
   *
   * @throws ParameterException certificate, key and authority do not fit
   */
  public Place connect(MachineIdentity machine) {
    StoreConnection connection;
    try {
      connection = new StoreConnection(addresses(), machine);
    } catch (IllegalArgumentException e) {
      throw wrong("--identity: certificate, key and authority in " + identity() + " do not fit");
    }
    return new Place(
        connection, CertificateRenewal.of(connection, machine, identity(), InstantSource.system()));
  }

  /** Why a store does not let this machine in, in words. */
  public String words(String reason, String message) {
    return switch (reason) {
      case "NOT_ENROLLED" -> "the store does not know this machine: " + identity();
      case "CERTIFICATE_EXPIRED" ->
          "this machine's certificate has expired; enrol it again, see --enrol: " + identity();
      case "CONTRACT_UNKNOWN" -> "the server's program is too old or too new for this one";
      default -> "the store refuses: " + message;
    };
  }

  /** No answer came. */
  public String away() {
    return "no answer from "
        + serverNames()
        + ": is the server running, and is "
        + identity()
        + " the certificate of its store?";
  }

  private ParameterException wrong(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
