package id.lajur.server.admin;

import id.lajur.server.backup.Restore;
import id.lajur.server.backup.Restore.Restored;
import id.lajur.server.backup.StoreKey;
import id.lajur.server.config.ServerConfig;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup into an empty place. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Restores a backup into an empty folder, compares its totals and audits it.",
    footer = {
      "",
      "Exit status: 0 restored, totals equal and audit clean; 1 not restored, in words, or the",
      "audit finds what it found before; 2 wrong use.",
      "Example:",
      "  lajur restore --data /srv/lajur --key-file /mnt/stick/lajur-recovery.key FILE"
    })
public final class RestoreCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "a folder that is empty or not there")
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "or a configuration of the shop's own, empty database;",
        "one that is not there is written, in an empty folder"
      })
  private @Nullable Path config;

  @Option(
      names = "--key-file",
      required = true,
      paramLabel = "KEY",
      description = "the recovery key, as lajur backup key wrote it")
  private Path keyFile;

  @Parameters(paramLabel = "FILE", description = "the backup")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    long begun = System.nanoTime();
    Path startedWith = configuration();
    boolean given = config != null && Files.exists(startedWith);
    try {
      Restored restored =
          new Restore(
                  given
                      ? ServerConfig.read(startedWith)
                      : ServerConfig.ofFolder(folder(startedWith)),
                  startedWith,
                  given,
                  Clock.systemUTC(),
                  BackupCommand.who(),
                  out::println)
              .restore(file.toAbsolutePath(), StoreKey.read(keyFile));
      print(restored, out);
      out.printf("restored in %.1f s%n", (System.nanoTime() - begun) / 1e9);
      return restored.audit().clean() ? 0 : 1;
    } finally {
      out.flush();
    }
  }

  private static void print(Restored restored, PrintWriter out) {
    out.println(BackupCommand.words(restored.manifest()));
    restored.totals().forEach(one -> out.printf("  %s %,d, equal%n", one.name(), one.backup()));
    if (!restored.schema().equals(restored.manifest().schema())) {
      out.printf("brought from schema %s to %s%n", restored.manifest().schema(), restored.schema());
    }
    out.print(restored.audit().toText());
    if (restored.asideConfiguration() != null) {
      out.printf("the backup's own configuration is in %s%n", restored.asideConfiguration());
    }
    out.println("All are signed off, and codes for machines have to be made anew.");
  }

  /** The file with which the restored store will be started. */
  private Path configuration() {
    if (config != null) {
      return config.toAbsolutePath().normalize();
    }
    if (data == null) {
      throw new ParameterException(
          spec.commandLine(), "name an empty folder: --data DIR, or a file: --config FILE");
    }
    return data.toAbsolutePath().normalize().resolve("lajur.toml");
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent());
  }
}
