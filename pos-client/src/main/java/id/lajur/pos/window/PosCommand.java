package id.lajur.pos.window;

import static java.util.Locale.ROOT;

import id.lajur.kit.connection.CertificateRenewal;
import id.lajur.kit.connection.Enrolment;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.ServerAddress;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.platform.Platform;
import id.lajur.kit.start.Technician;
import id.lajur.kit.theme.Theme;
import id.lajur.pos.lane.JournalLock;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.printer.PrinterFile;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.LaneRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Opens a selling lane. */
@Command(
    name = "pos",
    mixinStandardHelpOptions = true,
    description = "Opens a selling lane on a store server.",
    footer = {
      "",
      "Examples:",
      "  lajur pos --server 192.168.1.10:7443 --printer 192.168.1.53 \\",
      "      --enrol 7KQM-3XWT --ca 90AB-...   (once: as `lajur admin code L03` shows at the"
          + " server)",
      "  lajur pos --server 192.168.1.10:7443 --printer 192.168.1.53 --paper 80",
      "  lajur pos --server 192.168.1.10:7443,192.168.1.11:7443 --printer 192.168.1.53",
      "  lajur pos --server 192.168.1.10:7443 --printer 192.168.1.53 --scanner /dev/ttyUSB0 \\",
      "      --customer-display cd5220:/dev/ttyUSB1",
      "Of several servers the first that answers is used; the next one when it goes away.",
      "The folder of --identity holds machine.pem: this machine's certificate, the store's"
          + " authority,",
      "and the machine's key, which is made here and never sent.",
      "Exit status: 0 the window was closed, 1 the server cannot be reached or does not know this",
      "machine, or another lane runs on the journal, 2 wrong use, or no display."
    })
public final class PosCommand implements Callable<Integer> {
  @Option(
      names = "--server",
      paramLabel = "HOST:PORT",
      required = true,
      split = ",",
      description = "the store; several in their order, as a list or one by one")
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
      names = "--printer",
      paramLabel = "PRINTER",
      description = {
        "HOST or HOST:PORT of a network printer (port 9100), or file:PATH; its drawer is the"
            + " lane's.",
        "Without it the printer that was set up on the lane's screen (F10, F10) is used.",
        "Given again, a printer that Shift F11 sends papers to when this one does not print"
      })
  private List<String> printers = List.of();

  @Option(
      names = "--paper",
      paramLabel = "MM",
      description = "width of the paper, 58 or 80 (default: as set up on the screen, or 80)")
  private @Nullable Integer paperMm;

  @Option(
      names = "--language",
      paramLabel = "LANG",
      defaultValue = "id",
      description = "of the screen, id or en (default: ${DEFAULT-VALUE})")
  private String language = "";

  @Option(
      names = "--receipt-language",
      paramLabel = "LANG",
      description = "of the receipts, id or en (default: the screen's)")
  private @Nullable String receiptLanguage;

  @Option(
      names = "--theme",
      paramLabel = "THEME",
      defaultValue = "light",
      description = "light or dark (default: ${DEFAULT-VALUE})")
  private String theme = "";

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "the lane's own journal (default: in the user's settings)")
  private @Nullable Path journal;

  @Option(names = "--full-screen", description = "over the whole screen, without a frame")
  private boolean fullScreen;

  @Option(
      names = "--scale",
      paramLabel = "PERCENT",
      defaultValue = "100",
      description = "how large everything is shown, 100 to 200 (default: ${DEFAULT-VALUE})")
  private int scalePercent;

  @Mixin private DeviceOptions devices = new DeviceOptions();

  @Spec private CommandSpec spec;

  private final Platform here;
  private final @Nullable Technician technician;

  /** On this machine. */
  public PosCommand() {
    this(Platform.here(), Technician.here());
  }

  /**
   * @param technician asked when a machine is enrolled without {@code --ca}; null = nobody can be
   */
  public PosCommand(Platform here, @Nullable Technician technician) {
    this.here = here;
    this.technician = technician;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<ServerAddress> store = servers.stream().map(this::address).toList();
    LaneWindow.Settings settings = settings();
    Path identity = identity();
    try (JournalLock lock = lock(settings.journal())) {
      if (code != null && !enrol(store, code, identity)) {
        return 1;
      }
      MachineIdentity machine = machine(identity);
      Optional<String> noDisplay = here.whyNoDisplay();
      if (noDisplay.isPresent()) {
        say("no window can be opened: " + noDisplay.get());
        return 2;
      }
      if (!lock.isHeld()) {
        say(
            "another lane runs on the journal "
                + settings.journal()
                + "; a second lane on one machine needs one of its own, --journal FILE");
        return 1;
      }
      StoreConnection connection = connection(store, machine, identity);
      CertificateRenewal renewal =
          CertificateRenewal.of(connection, machine, identity, InstantSource.system());
      try {
        LaneWindow window = LaneWindow.open(connection, settings);
        window
            .unreadablePapers()
            .ifPresent(file -> say("papers of an earlier run cannot be read; they are in " + file));
        ReceiptPrinter.Left left = window.leftPapers();
        if (!left.kept().isEmpty()) {
          say(
              "not printed, and kept for the next start (F11 prints): "
                  + String.join(", ", left.kept()));
        }
        if (!left.lost().isEmpty()) {
          say(
              "not printed, and could not be kept beside the journal: "
                  + String.join(", ", left.lost()));
        }
        return 0;
      } finally {
        renewal.close();
      }
    } catch (LaneRefusal refusal) {
      say(
          switch (refusal.reason()) {
            case LaneRefusal.SERVER_AWAY ->
                "no answer from "
                    + String.join(", ", servers)
                    + ": is the server running, and is "
                    + identity
                    + " the certificate of its store?";
            case LaneRefusal.EMERGENCY_JOURNAL ->
                "what this lane keeps beside its journal to sell without the server cannot be used,"
                    + " and is left as it is: "
                    + refusal.details().get("cause");
            case "NOT_ENROLLED" -> "the store does not know this machine: " + identity;
            case "CERTIFICATE_EXPIRED" ->
                "this machine's certificate has expired; enrol it again, see --enrol: " + identity;
            case "CONTRACT_UNKNOWN" -> "the server's program is too old or too new for this lane";
            default -> "the store refuses: " + refusal.getMessage();
          });
      return 1;
    }
  }

  /** Takes a place; false when it could not, which has been said. */
  private boolean enrol(List<ServerAddress> store, String oneTimeCode, Path folder) {
    try {
      Enrolment enrolment = firstThatAnswers(store);
      if (authority == null ? !confirmed(enrolment) : !enrolment.is(authority)) {
        say(
            "this is not the store that the code is for, or somebody sits between; the code was not"
                + " sent. The authority shown here is "
                + enrolment.fingerprint());
        return false;
      }
      Enrolment.Enrolled enrolled = enrolment.enrol(oneTimeCode, here.machineName());
      enrolled.identity().write(folder);
      spec.commandLine()
          .getOut()
          .println(
              "This machine is "
                  + enrolled.terminal()
                  + " ("
                  + enrolled.terminalName()
                  + ") of "
                  + enrolled.storeName());
      return true;
    } catch (ServerRefusal refusal) {
      say(
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
      say("cannot enrol at " + String.join(", ", servers) + ": " + e.getMessage());
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

  private ServerAddress address(String text) {
    try {
      return ServerAddress.of(text);
    } catch (IllegalArgumentException e) {
      throw wrong("--server is HOST:PORT, not \"" + text + "\"");
    }
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

  private Path identity() {
    return identityFolder == null ? here.configFolder().resolve("machine") : identityFolder;
  }

  private StoreConnection connection(
      List<ServerAddress> store, MachineIdentity machine, Path identity) {
    try {
      return new StoreConnection(store, machine);
    } catch (IllegalArgumentException e) {
      throw wrong("--identity: certificate, key and authority in " + identity + " do not fit");
    }
  }

  private LaneWindow.Settings settings() {
    Language screen = language(language);
    List<PrinterPort> named = printers();
    Optional<Paper> paper = paper();
    Theme look = theme();
    Language receipts = receiptLanguage == null ? screen : language(receiptLanguage);
    LaneDevices others = devices.devices();
    Path file = journalFile();
    Optional<PrinterFile.Choice> setUp = named.isEmpty() ? printerSetUp(file) : Optional.empty();
    return new LaneWindow.Settings(
        screen,
        look,
        named.isEmpty() ? List.of(setUp.map(PosCommand::port).orElse(PrinterPort.none())) : named,
        paper.or(() -> setUp.map(PrinterFile.Choice::paper)).orElse(Paper.MM80),
        receipts,
        file,
        List.of(),
        InstantSource.system(),
        fullScreen,
        scale(),
        others);
  }

  private MachineIdentity machine(Path identity) {
    try {
      return MachineIdentity.read(identity);
    } catch (IOException e) {
      throw wrong("--identity: cannot read " + e.getMessage());
    }
  }

  private List<PrinterPort> printers() {
    try {
      return printers.stream().map(PrinterPort::of).toList();
    } catch (IllegalArgumentException e) {
      throw wrong("--printer: " + e.getMessage());
    }
  }

  private static PrinterPort port(PrinterFile.Choice choice) {
    return PrinterPort.of(choice.address());
  }

  /** What was set up on the screen of this lane. */
  private Optional<PrinterFile.Choice> printerSetUp(Path file) {
    try {
      return LaneWindow.printerFile(file).read();
    } catch (IOException e) {
      throw wrong("the printer that was set up on the screen cannot be read, see --printer: " + e);
    }
  }

  private Optional<Paper> paper() {
    try {
      return Optional.ofNullable(paperMm).map(Paper::ofMm);
    } catch (IllegalArgumentException e) {
      throw wrong("--paper is 58 or 80, not " + paperMm);
    }
  }

  private int scale() {
    if (scalePercent < 100 || scalePercent > 200) {
      throw wrong("--scale is 100 to 200, not " + scalePercent);
    }
    return scalePercent;
  }

  private Theme theme() {
    return switch (theme) {
      case "light" -> Theme.LIGHT;
      case "dark" -> Theme.DARK;
      default -> throw wrong("--theme is light or dark, not \"" + theme + "\"");
    };
  }

  private Language language(String tag) {
    return switch (tag) {
      case "id" -> Language.INDONESIAN;
      case "en" -> Language.ENGLISH;
      default -> throw wrong("a language is id or en, not \"" + tag + "\"");
    };
  }

  private JournalLock lock(Path file) {
    try {
      new LaneJournal(file).mustBeWritable();
      return JournalLock.of(file);
    } catch (IOException e) {
      throw wrong("--journal: cannot write " + file + " and its lock: " + e);
    }
  }

  private Path journalFile() {
    if (journal != null) {
      Path folder = journal.toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw wrong("--journal: no folder " + folder);
      }
      return journal;
    }
    Path folder = here.configFolder();
    try {
      return here.makePrivateFolder(folder).resolve("lane.journal");
    } catch (IOException e) {
      throw wrong("cannot make " + folder + " for the lane's journal, see --journal: " + e);
    }
  }

  private ParameterException wrong(String words) {
    return new ParameterException(spec.commandLine(), words);
  }

  private void say(String words) {
    spec.commandLine().getErr().println("lajur: " + words);
  }
}
