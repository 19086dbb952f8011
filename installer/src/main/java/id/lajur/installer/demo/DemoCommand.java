package id.lajur.installer.demo;

import id.lajur.kit.platform.Platform;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens a demo shop and sells in it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Opens a demo shop and sells in it; everything it makes is thrown away.",
      "With a display: the server, two lanes to sell at, a desk of the back office,",
      "and the paper of the lanes' printers. The shop has sold for a week before, so",
      "that the monitor has something to compare with. Numbers and PINs are told.",
      "Without windows: three lanes sell a day's tickets, and the books are proven."
    },
    footer = {
      "",
      "Example: lajur demo",
      "         lajur demo --headless",
      "Exit status: 0 the books are proven, 1 they are not, 2 wrong use, or no display."
    })
public final class DemoCommand implements Callable<Integer> {
  @Option(names = "--headless", description = "on the terminal, without windows")
  private boolean headless;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    if (headless) {
      return new HeadlessDemo(out).run();
    }
    Optional<String> noDisplay = Platform.here().whyNoDisplay();
    if (noDisplay.isPresent()) {
      spec.commandLine()
          .getErr()
          .println(
              "lajur: no window can be opened, "
                  + noDisplay.get()
                  + "; the demo on the terminal is: lajur demo --headless");
      return 2;
    }
    return new WindowDemo(out).run();
  }
}
