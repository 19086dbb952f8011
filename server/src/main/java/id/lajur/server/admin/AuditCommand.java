package id.lajur.server.admin;

import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.database.StoreDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks each promise against the database. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Checks each promise of the store against its database; changes nothing.",
    footer = {
      "",
      "Exit status: 0 clean, 1 something differs, 2 wrong use.",
      "Example: lajur audit --data /srv/lajur --json audit.json"
    })
public final class AuditCommand implements Callable<Integer> {
  @Mixin private StoreOptions store;

  @Option(names = "--json", paramLabel = "FILE", description = "writes the result there as well")
  private @Nullable Path json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, SQLException {
    AuditReport report;
    try (StoreDatabase database = StoreDatabase.openToLook(store.settings().database());
        Connection connection = database.dataSource().getConnection();
        Progress progress = new Progress("audit", Audit.promises())) {
      report = Audit.run(connection, progress::step);
    }
    spec.commandLine().getOut().print(report.toText());
    spec.commandLine().getOut().flush();
    if (json != null) {
      Files.writeString(json, report.toJson());
    }
    return report.clean() ? 0 : 1;
  }
}
