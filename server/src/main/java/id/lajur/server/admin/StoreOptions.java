package id.lajur.server.admin;

import id.lajur.server.backup.Restore;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options by which a command names a store that is there already; it never makes one. */
final class StoreOptions {
  @Option(names = "--data", paramLabel = "DIR", description = "the store's data folder")
  private @Nullable Path data;

  @Option(names = "--config", paramLabel = "FILE", description = "the server's configuration")
  private @Nullable Path config;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * @throws ParameterException no store is named, or there is none
   * @throws id.lajur.server.database.WrongSettings the configuration is wrong or unreadable
   */
  ServerConfig settings() {
    if (config == null && (data == null || !Files.isDirectory(data))) {
      throw wrongUse("name the data folder of a store: --data DIR, or --config FILE");
    }
    ServerConfig settings =
        config != null
            ? ServerConfig.read(config)
            : ServerConfig.ofFolder(
                java.util.Objects.requireNonNull(data).toAbsolutePath().normalize());
    Restore.refuseUnfinished(settings.folder());
    if (settings.database() instanceof DatabaseSettings.Embedded
        && !Files.isDirectory(settings.folder().resolve("database"))) {
      throw wrongUse(settings.folder() + " holds no store");
    }
    return settings;
  }

  /** The configuration that was named, if one was. */
  @Nullable Path configuration() {
    return config;
  }

  private ParameterException wrongUse(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
