package id.lajur.server.admin;

import id.lajur.server.announce.Announcement;
import id.lajur.server.backup.Backup;
import id.lajur.server.config.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the store server until it is told to end. */
@Command(
    name = "server",
    mixinStandardHelpOptions = true,
    description = "Runs the store server.",
    footer = {"", "Example: lajur server --data /srv/lajur"})
public final class ServerCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "the store's data folder")
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "configuration (default: DIR/lajur.toml)")
  private @Nullable Path config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path file = configuration();
    ServerConfig settings = ServerConfig.read(file);
    long begun = System.nanoTime();
    StoreServer server = StoreServer.start(settings, StoreProfile.standard(), Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
    Backup.startedWith(file);
    var out = spec.commandLine().getOut();
    out.printf(
        "The store is open on port %d after %d ms; data in %s%n",
        server.port(), (System.nanoTime() - begun) / 1_000_000, settings.folder());
    out.flush();
    Announcement announcement =
        Announcement.of(settings, server.port(), server.setup().storeName());
    try {
      server.awaitEnd();
    } finally {
      announcement.close();
    }
    return 0;
  }

  private Path configuration() throws IOException {
    if (config != null) {
      return config;
    }
    if (data == null) {
      throw new picocli.CommandLine.ParameterException(
          spec.commandLine(), "name the data folder: --data DIR, or a file: --config FILE");
    }
    Path folder = data.toAbsolutePath().normalize();
    Path file = folder.resolve("lajur.toml");
    if (!Files.exists(file)) {
      id.lajur.server.database.DataFolders.createPrivate(folder);
      Files.writeString(file, ServerConfig.EXAMPLE);
    }
    return file;
  }
}
