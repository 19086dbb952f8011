package id.lajur.pos.window;

import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.platform.Platform;
import id.lajur.kit.start.MachineOptions;
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
      "  lajur pos   (a machine without a place asks in a window for its server and its code)",
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
  @Mixin private final MachineOptions machine;

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
      names = "--receipt-language",
      paramLabel = "LANG",
      description = "of the receipts, id or en (default: the screen's)")
  private @Nullable String receiptLanguage;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "the lane's own journal (default: in the user's settings)")
  private @Nullable Path journal;

  @Mixin private DeviceOptions devices = new DeviceOptions();

  @Spec private CommandSpec spec;

  private final Platform here;

  /** On this machine. */
  public PosCommand() {
    this(Platform.here(), Technician.here());
  }

  /**
   * @param technician asked when a machine is enrolled without {@code --ca}; null = nobody can be
   */
  public PosCommand(Platform here, @Nullable Technician technician) {
    this.here = here;
    this.machine = new MachineOptions(here, technician);
  }

  /** Where this lane writes what support reads: beside its journal, under its name. */
  public Path logFile() {
    Path beside = journal == null ? here.configFolder().resolve("lane.journal") : journal;
    String name = String.valueOf(beside.getFileName()).replaceFirst("\\.[^.]*$", "");
    return beside.toAbsolutePath().resolveSibling("log").resolve(name + ".log");
  }

  @Override
  public Integer call() throws InterruptedException {
    LaneWindow.Settings settings = settings();
    try (JournalLock lock = lock(settings.journal())) {
      if (!machine.enrolled(this::say, spec.commandLine().getOut()::println)) {
        return 1;
      }
      MachineIdentity identity = machine.machine();
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
      MachineOptions.Place place = machine.connect(identity);
      try {
        LaneWindow window = LaneWindow.open(place.connection(), settings);
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
        place.renewal().close();
      }
    } catch (LaneRefusal refusal) {
      say(
          switch (refusal.reason()) {
            case LaneRefusal.SERVER_AWAY -> machine.away();
            case LaneRefusal.EMERGENCY_JOURNAL ->
                "what this lane keeps beside its journal to sell without the server cannot be used,"
                    + " and is left as it is: "
                    + refusal.details().get("cause");
            default -> machine.words(refusal.reason(), String.valueOf(refusal.getMessage()));
          });
      return 1;
    }
  }

  private LaneWindow.Settings settings() {
    Language screen = machine.language();
    List<PrinterPort> named = printers();
    Optional<Paper> paper = paper();
    Theme look = machine.theme();
    Language receipts = receiptLanguage == null ? screen : machine.language(receiptLanguage);
    Path file = journalFile();
    LaneDevices others = devices.devices(LaneWindow.soundFile(file));
    Optional<PrinterFile.Choice> setUp = named.isEmpty() ? printerSetUp(file) : Optional.empty();
    return new LaneWindow.Settings(
        screen,
        look,
        named.isEmpty() ? List.of(setUp.map(PosCommand::port).orElse(PrinterPort.none())) : named,
        paper.or(() -> setUp.map(PrinterFile.Choice::paper)).orElse(Paper.MM80),
        receipts,
        file,
        InstantSource.system(),
        machine.fullScreen(),
        machine.scalePercent(),
        others);
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
