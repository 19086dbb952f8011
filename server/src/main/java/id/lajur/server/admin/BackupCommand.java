package id.lajur.server.admin;

import id.lajur.server.backup.Backup;
import id.lajur.server.backup.BackupFile;
import id.lajur.server.backup.Keep;
import id.lajur.server.backup.Manifest;
import id.lajur.server.backup.StoreKey;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.StartRefused;
import id.lajur.server.database.StoreDatabase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a backup of a store that sells or stands still. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Makes an encrypted backup of a store, while it sells or stands still.",
    subcommands = {BackupCommand.Key.class, BackupCommand.Check.class},
    footer = {
      "",
      "Exit status: 0 done, 1 not done, in words, 2 wrong use.",
      "Examples:",
      "  lajur backup --data /srv/lajur --to /mnt/usb",
      "  lajur backup key --data /srv/lajur --to /mnt/stick/lajur-recovery.key",
      "  lajur backup check --key-file /mnt/stick/lajur-recovery.key FILE"
    })
public final class BackupCommand implements Callable<Integer> {
  @Mixin private StoreOptions store;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "where; of another disk, best of another house (default: backup in the data)")
  private @Nullable Path to;

  @Option(
      names = "--keep",
      paramLabel = "RULE",
      defaultValue = Keep.DEFAULT,
      description =
          "all of the last hours, then one a day, week and month; or all (${DEFAULT-VALUE})")
  private String keep = Keep.DEFAULT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Keep rule = rule();
    ServerConfig settings = store.settings();
    PrintWriter out = spec.commandLine().getOut();
    try (StoreDatabase database = StoreDatabase.openToLook(settings.database())) {
      Backup backup = backup(database, settings, store);
      Path folder = to == null ? settings.folder().resolve(Backup.FOLDER) : to.toAbsolutePath();
      long begun = System.nanoTime();
      Backup.Made made = backup.make(folder, rule);
      out.printf(
          "%s%n%s: %.1f MB in %.1f s, whole and read back; postings waited %d ms%n",
          words(made.manifest()),
          made.file(),
          made.bytes() / 1e6,
          (System.nanoTime() - begun) / 1e9,
          made.heldMs());
      made.removed().forEach(file -> out.printf("removed, too old to keep: %s%n", file));
      if (!backup.recoveryKeyTaken()) {
        out.printf(
            "The key that opens it lies on this machine alone: take it out with%n"
                + "  lajur backup key --data %s --to FILE%n",
            settings.folder());
      }
      return 0;
    } finally {
      out.flush();
    }
  }

  private @Nullable Keep rule() {
    if (keep.equals("all")) {
      return null;
    }
    return Keep.parse(keep)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--keep is " + Keep.DEFAULT + ", with your numbers, or all"));
  }

  private static Backup backup(
      StoreDatabase database, ServerConfig settings, StoreOptions options) {
    return new Backup(
        database, settings.folder(), options.configuration(), Clock.systemUTC(), who());
  }

  /** The user of the operating system: the journal knows no operator of a console. */
  static String who() {
    return "console, user " + System.getProperty("user.name", "");
  }

  static String words(Manifest manifest) {
    return "%s (%s), business date %s, as it was at %s: %,d receipts, schema %s"
        .formatted(
            manifest.storeName(),
            manifest.storeCode(),
            manifest.businessDate().isEmpty() ? "none" : manifest.businessDate(),
            manifest.madeAt(),
            manifest.totals().figures().getOrDefault("receipts", 0L),
            manifest.schema());
  }

  /** Takes the recovery key out. */
  @Command(
      name = "key",
      mixinStandardHelpOptions = true,
      description = "Writes the recovery key into a file, to be kept away from this machine.",
      footer = {"", "Without it a backup is worth nothing once this machine is lost."})
  static final class Key implements Callable<Integer> {
    @Mixin private StoreOptions store;

    @Option(
        names = "--to",
        required = true,
        paramLabel = "FILE",
        description = "a new file, best on a stick")
    private Path to;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      ServerConfig settings = store.settings();
      PrintWriter out = spec.commandLine().getOut();
      try (StoreDatabase database = StoreDatabase.openToLook(settings.database())) {
        StoreKey key = backup(database, settings, store).takeRecoveryKey(to.toAbsolutePath());
        out.printf(
            "%s holds the recovery key (public half %s): keep it away from this machine,%n"
                + "and from whoever may not read the store's books.%n",
            to, key.recipient());
        return 0;
      } finally {
        out.flush();
      }
    }
  }

  /** Reads a backup and restores nothing. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Reads all of a backup, and tells what it holds; changes nothing.")
  static final class Check implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "the data folder that has the key")
    private @Nullable Path data;

    @Option(names = "--key-file", paramLabel = "KEY", description = "or the recovery key")
    private @Nullable Path keyFile;

    @Parameters(paramLabel = "FILE", description = "the backup")
    private Path file;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      Manifest manifest = BackupFile.check(file, key());
      out.printf("%s%n%s is whole%n", words(manifest), file);
      manifest.totals().figures().forEach((name, figure) -> out.printf("  %s %,d%n", name, figure));
      out.flush();
      return 0;
    }

    private StoreKey key() {
      if (keyFile != null) {
        return StoreKey.read(keyFile);
      }
      if (data == null) {
        throw new ParameterException(
            spec.commandLine(), "name the recovery key: --key-file KEY, or --data DIR");
      }
      Path folder = data;
      return StoreKey.in(folder)
          .orElseThrow(() -> new StartRefused(folder + " holds no key of backups"));
    }
  }
}
