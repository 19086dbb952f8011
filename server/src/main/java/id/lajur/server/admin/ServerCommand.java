package id.lajur.server.admin;

import id.lajur.server.announce.Announcement;
import id.lajur.server.backup.Backup;
import id.lajur.server.config.NewStore;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.StartRefused;
import id.lajur.server.people.StoreCurrency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the store server until it is told to end. */
@Command(
    name = "server",
    mixinStandardHelpOptions = true,
    description = "Runs the store server.",
    footer = {
      "",
      "Example: lajur server --data /srv/lajur",
      "First start of a shop in Makassar: lajur server --data /srv/lajur --zone Asia/Makassar"
    })
public final class ServerCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "the store's data folder")
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "configuration (default: DIR/lajur.toml)")
  private @Nullable Path config;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = {
        "of a store that is made at this start (default: Asia/Jakarta, WIB;",
        "Asia/Makassar is WITA, Asia/Jayapura is WIT)"
      })
  private @Nullable String zone;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "of a store that is made at this start (default: IDR)")
  private @Nullable String currency;

  @Spec private CommandSpec spec;

  /**
   * Where this server writes what support reads: beside its data.
   *
   * @return empty where it is not said, or not to be read, where the data are
   */
  public Optional<Path> logFile() {
    Path folder = data;
    if (config != null) {
      try {
        folder = ServerConfig.read(config).folder();
      } catch (StartRefused e) {
        return Optional.empty(); // the start says what is wrong
      }
    }
    return Optional.ofNullable(folder)
        .map(of -> of.toAbsolutePath().normalize().resolve("log").resolve("server.log"));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path file = configuration();
    ServerConfig settings = ServerConfig.read(file);
    long begun = System.nanoTime();
    NewStore made = newStore(settings.newStore());
    StoreServer server =
        StoreServer.start(settings, StoreProfile.standard(made), Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
    Backup.startedWith(file);
    var out = spec.commandLine().getOut();
    out.printf(
        "The store is open on port %d after %d ms; data in %s%n",
        server.port(), (System.nanoTime() - begun) / 1_000_000, settings.folder());
    NewStore has = server.setup().hasMoneyAndZone();
    if (zone != null && !zone.equals(has.zone())
        || currency != null && !currency.equals(has.currency())) {
      out.printf(
          "The store was there already: it keeps %s and %s. The office's settings change them as"
              + " long as nothing has been posted.%n",
          has.zone(), has.currency());
    }
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

  /** What the command says counts, then what the file says. */
  private NewStore newStore(NewStore inFile) {
    var asked =
        new NewStore(
            Objects.requireNonNullElse(zone, inFile.zone()),
            Objects.requireNonNullElse(currency, inFile.currency()));
    if (!ZoneId.getAvailableZoneIds().contains(asked.zone())) {
      throw new ParameterException(
          spec.commandLine(),
          asked.zone()
              + " is no time zone; WIB is Asia/Jakarta, WITA Asia/Makassar, WIT"
              + " Asia/Jayapura");
    }
    if (StoreCurrency.of(asked.currency()).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          asked.currency() + " is no currency with at most two decimals, as IDR is");
    }
    return asked;
  }

  private Path configuration() throws IOException {
    if (config != null) {
      return config;
    }
    if (data == null) {
      throw new ParameterException(
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
