package id.lajur.installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes pictures of every screen, by the tests that open the real windows. */
@Command(
    name = "screens",
    mixinStandardHelpOptions = true,
    description = {
      "Makes pictures of every screen: both languages, both themes, the smallest and largest size.",
      "It runs the window tests of the source tree, on a display inside the JVM, with Maven."
    },
    footer = {
      "",
      "Example: lajur screens",
      "The pictures are gathered in target/screens of the source tree, one file a state.",
      "Exit status: 0 all are made, 1 a window test failed, 2 this is no source tree."
    })
public final class ScreensCommand implements Callable<Integer> {
  private static final List<String> MODULES =
      List.of("client-kit", "pos-client", "backoffice-client", "installer");

  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = "${env:LAJUR_HOME}",
      description = "the source tree (default: where the launcher lies)")
  private @Nullable Path home;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (home == null || !Files.isRegularFile(home.resolve("pom.xml"))) {
      spec.commandLine().getErr().println("lajur: no source tree; see --home");
      return 2;
    }
    int made = windowTests(home);
    Path gathered = home.resolve("target").resolve("screens");
    Files.createDirectories(gathered);
    int pictures = 0;
    for (String module : MODULES) {
      pictures += gather(home.resolve(module).resolve("target").resolve("screens"), gathered);
    }
    spec.commandLine().getOut().println(pictures + " pictures in " + gathered);
    return made == 0 && pictures > 0 ? 0 : 1;
  }

  private static int windowTests(Path home) throws IOException, InterruptedException {
    boolean windows = File.separatorChar == '\\';
    return new ProcessBuilder(
            windows ? "mvn.cmd" : "mvn",
            "-B",
            "-q",
            "-DskipPlainTests=true",
            "-Dlajur.screens=all",
            "test")
        .directory(home.toFile())
        .inheritIO()
        .start()
        .waitFor();
  }

  private static int gather(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return 0;
    }
    int pictures = 0;
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".png")).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        pictures++;
      }
    }
    return pictures;
  }
}
