package id.lajur.backoffice.shell;

import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.platform.Platform;
import id.lajur.kit.start.MachineOptions;
import id.lajur.kit.start.Technician;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Opens a desk of the back office. */
@Command(
    name = "office",
    mixinStandardHelpOptions = true,
    description = "Opens a desk of the back office: receiving, items, stock, reports, monitor.",
    footer = {
      "",
      "Examples:",
      "  lajur office   (a machine without a place asks in a window for its server and its code)",
      "  lajur office --server 192.168.1.10:7443 \\",
      "      --enrol 7KQM-3XWT --ca 90AB-...   (once: as `lajur admin code B01` shows at the server)",
      "  lajur office --server 192.168.1.10:7443",
      "  lajur office --scale 150   (Ctrl + and Ctrl - change it, for each person of this machine)",
      "Exit status: 0 the window was closed, 1 the server cannot be reached or does not know this",
      "machine, 2 wrong use, or no display."
    })
public final class BackOfficeCommand implements Callable<Integer> {
  @Mixin private final MachineOptions machine;

  @Spec private CommandSpec spec;

  private final Platform here;

  /** On this machine. */
  public BackOfficeCommand() {
    this(Platform.here(), Technician.here());
  }

  /**
   * @param technician asked when a machine is enrolled without {@code --ca}; null = nobody can be
   */
  public BackOfficeCommand(Platform here, @Nullable Technician technician) {
    this.here = here;
    this.machine = new MachineOptions(here, technician);
  }

  /** Where this desk writes what support reads. */
  public Path logFile() {
    return here.configFolder().resolve("log").resolve("office.log");
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings =
        new OfficeWindow.Settings(
            machine.language(),
            machine.theme(),
            here.configFolder().resolve("office"),
            InstantSource.system(),
            machine.fullScreen(),
            machine.scalePercent());
    if (!machine.enrolled(this::say, spec.commandLine().getOut()::println)) {
      return 1;
    }
    MachineIdentity identity = machine.machine();
    Optional<String> noDisplay = here.whyNoDisplay();
    if (noDisplay.isPresent()) {
      say("no window can be opened: " + noDisplay.get());
      return 2;
    }
    MachineOptions.Place place = machine.connect(identity);
    try {
      OfficeWindow.open(place.connection(), settings).awaitClosed();
      return 0;
    } catch (ServerRefusal refusal) {
      say(
          refusal.isSilence()
              ? machine.away()
              : machine.words(refusal.reason(), refusal.toString()));
      return 1;
    } finally {
      place.renewal().close();
    }
  }

  private void say(String words) {
    spec.commandLine().getErr().println("lajur: " + words);
  }
}
