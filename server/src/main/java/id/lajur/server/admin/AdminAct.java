package id.lajur.server.admin;

import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.StartRefused;
import id.lajur.server.database.StoreDatabase;
import id.lajur.server.people.Changes;
import id.lajur.server.people.MachineRegister;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Authority;
import id.lajur.server.security.PinHasher;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * One act of {@code lajur admin}: a face of a class of the domain, on the database of a store that
 * runs or stands still.
 */
@Command(mixinStandardHelpOptions = true)
abstract class AdminAct implements Callable<Integer> {
  private static final int MOST_USER = 40;
  private static final int MOST_REASON = 200; // of the journal

  @Mixin private StoreOptions store;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the journal")
  private String reason = "";

  @Spec private CommandSpec spec;

  /** A store's database, open, and what may be done in it. */
  record Opened(
      StoreDatabase database,
      Path folder,
      int storeId,
      int serverTerminal,
      ZoneId zone,
      String reason) {
    Changes changes() {
      return new Changes(
          database.jdbi(),
          storeId,
          new Changes.Author(serverTerminal, null, because(System.getProperty("user.name", ""))),
          Clock.systemUTC());
    }

    /**
     * Who of the operating system did it, and why he says so: the journal knows no operator of a
     * console.
     */
    private String because(String user) {
      String who =
          "console, user " + (user.length() > MOST_USER ? user.substring(0, MOST_USER) : user);
      String said = reason.isEmpty() ? who : who + ": " + reason;
      if (said.length() > MOST_REASON) {
        throw new Refusal(Reason.TEXT_INVALID)
            .with("most", MOST_REASON - who.length() - ": ".length());
      }
      return said;
    }

    PinHasher pins() {
      return new PinHasher();
    }

    MachineRegister machines() {
      if (!Authority.isIn(folder)) {
        throw new StartRefused("There is no authority in " + folder + "; start its server once");
      }
      return new MachineRegister(
          database.jdbi(), Authority.open(folder), System.getProperty("user.name", ""));
    }
  }

  /** Does it; a refusal leaves everything as it was. */
  abstract void act(Opened opened, PrintWriter out) throws SQLException, IOException;

  @Override
  public final Integer call() throws SQLException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    String why = id.lajur.server.wire.Texts.plain(reason);
    ServerConfig settings = store.settings();
    try (StoreDatabase database = StoreDatabase.openToChange(settings.database())) {
      act(opened(database, settings.folder(), why), out);
      return 0;
    } catch (Refusal refusal) {
      spec.commandLine().getErr().println("lajur: " + RefusalWords.of(refusal));
      return 1;
    } finally {
      out.flush();
    }
  }

  private static Opened opened(StoreDatabase database, Path folder, String reason) {
    return database
        .jdbi()
        .withExtension(
            StoreSetupDao.class,
            dao -> {
              StoreSetupDao.@Nullable StoreRow row = dao.store().orElse(null);
              if (row == null) {
                throw StoreDatabase.noStore();
              }
              return new Opened(
                  database,
                  folder,
                  row.storeId(),
                  dao.terminalId(StoreSetup.SERVER_CODE),
                  ZoneId.of(row.timeZone()),
                  reason);
            });
  }

  final CommandSpec spec() {
    return spec;
  }
}
