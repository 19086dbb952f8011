package id.lajur.server.admin;

import id.lajur.server.catalog.CatalogWriter;
import id.lajur.server.catalog.file.CatalogImport;
import id.lajur.server.catalog.file.Column;
import id.lajur.server.catalog.file.FileRules;
import id.lajur.server.catalog.file.Problem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.StartRefused;
import id.lajur.server.database.StoreDatabase;
import id.lajur.server.posting.EventLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a catalogue file into the store. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Brings a catalogue (CSV, UTF-8, plain or gzip) into the store: all of it or nothing.",
      "",
      "Columns are found by name: item_code, barcode, name, department, category, unit, factor,",
      "price, cost, tax_class, kind, account, weighed, no_discount, no_return, blocked,",
      "stock_policy, and for a pack on the row of its item pack_unit, pack_factor, pack_barcode,",
      "pack_price. Rows with the same item_code are units of one item, or further barcodes of a",
      "unit. A known item is changed in what the file says; nothing is ever taken away.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 done, 1 the list of what is wrong was given and nothing written, 2 wrong use.",
      "Examples:",
      "  lajur import --data /srv/lajur --dry-run catalogue.csv",
      "  lajur import --data /srv/lajur --column price=harga_jual --numbers id \\",
      "               --value tax_class=BIASA barang.csv",
      "  lajur import --data /srv/lajur --tax PPN=BIASA --tax EXEMPT=BEBAS --source toko1 all.csv.gz"
    })
public final class ImportCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 50;

  /** How numbers are written. */
  enum Numbers {
    PLAIN,
    ID
  }

  @Parameters(paramLabel = "FILE", description = "the catalogue")
  private Path file = Path.of("");

  @Mixin private StoreOptions store;

  @Option(names = "--dry-run", description = "judges every row and writes nothing")
  private boolean trial;

  @Option(names = "--source", paramLabel = "NAME", description = "rows of this source alone")
  private @Nullable String source;

  @Option(
      names = "--column",
      paramLabel = "OURS=THEIRS",
      description = "the file's name for a column")
  private Map<String, String> columns = Map.of();

  @Option(
      names = "--value",
      paramLabel = "COLUMN=VALUE",
      description = "for a column that the file lacks or leaves empty")
  private Map<String, String> values = Map.of();

  @Option(
      names = "--tax",
      paramLabel = "THEIRS=OURS",
      description = "the store's tax class for a name that the file uses")
  private Map<String, String> taxClasses = Map.of();

  @Option(
      names = "--numbers",
      paramLabel = "plain|id",
      description = "id: 12.500,50 for twelve thousand five hundred and a half")
  private Numbers numbers = Numbers.PLAIN;

  @Option(
      names = "--wrong-check-digits",
      description = "takes a barcode with a wrong check digit as the shop's own code")
  private boolean wrongCheckDigits;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "writes every problem there as CSV")
  private @Nullable Path report;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, SQLException {
    ServerConfig settings = store.settings();
    FileRules rules =
        new FileRules(
            byColumn("--column", columns),
            byColumn("--value", values),
            taxClasses,
            source,
            numbers == Numbers.ID,
            wrongCheckDigits);
    long before = System.nanoTime();
    CatalogImport.Result result;
    try (StoreDatabase database = StoreDatabase.openToChange(settings.database())) {
      long opened = System.nanoTime();
      try {
        result = new CatalogImport(writer(database), Clock.systemUTC()).run(file, rules, trial);
      } catch (CatalogImport.Unreadable e) {
        throw new ParameterException(spec.commandLine(), file + " " + e.getMessage(), e);
      } catch (EventLog.RightLost e) {
        throw new StartRefused("A server has started meanwhile; nothing was written, try again", e);
      }
      before += opened - before; // opening a stopped store is no part of the import
    }
    print(result, Duration.ofNanos(System.nanoTime() - before));
    if (report != null) {
      write(report, result.problems());
    }
    return result.problems().isEmpty() ? 0 : 1;
  }

  private Map<Column, String> byColumn(String option, Map<String, String> given) {
    Map<Column, String> byColumn = new EnumMap<>(Column.class);
    given.forEach(
        (title, value) ->
            byColumn.put(
                Column.named(title)
                    .orElseThrow(
                        () ->
                            new ParameterException(
                                spec.commandLine(), option + ": there is no column " + title)),
                value));
    return byColumn;
  }

  /**
   * The import keeps nothing of the store in memory, so it may append under whatever fence stands;
   * where a server takes the right meanwhile, the append fails and nothing is written.
   */
  private static CatalogWriter writer(StoreDatabase database) {
    return database
        .jdbi()
        .withExtension(
            StoreSetupDao.class,
            dao -> {
              int storeId = dao.store().orElseThrow(StoreDatabase::noStore).storeId();
              return new CatalogWriter(
                  database.dataSource(),
                  storeId,
                  dao.terminalId(StoreSetup.SERVER_CODE),
                  dao.fence(storeId));
            });
  }

  private void print(CatalogImport.Result result, Duration took) {
    PrintWriter out = spec.commandLine().getOut();
    List<Problem> problems = result.problems();
    problems.stream().limit(MOST_SHOWN).forEach(problem -> out.println(problem.toText()));
    if (problems.size() > MOST_SHOWN) {
      out.printf(
          Locale.ROOT,
          "... and %d more; --report FILE has them all%n",
          problems.size() - MOST_SHOWN);
    }
    if (problems.isEmpty()) {
      CatalogWriter.Written written = result.written();
      out.printf(
          Locale.ROOT,
          "%,d rows: %,d items new, %,d changed, %,d as they were; %,d prices,"
              + " %,d level prices, %,d barcodes, %,d departments new%n",
          result.rows(),
          written.newItems(),
          written.changedItems(),
          written.unchangedItems(),
          written.prices(),
          written.levelPrices(),
          written.barcodes(),
          written.newDepartments());
    } else {
      out.printf(Locale.ROOT, "%,d rows, %,d problems%n", result.rows(), problems.size());
    }
    out.printf(
        Locale.ROOT,
        "%s in %.1f s%n",
        trial || !problems.isEmpty() || result.written().nothing()
            ? "Nothing was written,"
            : "Written",
        took.toMillis() / 1000.0);
    out.flush();
  }

  private static void write(Path report, List<Problem> problems) throws IOException {
    try (Writer text = Files.newBufferedWriter(report, StandardCharsets.UTF_8);
        CSVPrinter rows =
            CSVFormat.RFC4180
                .builder()
                .setHeader("line", "column", "value", "problem")
                .get()
                .print(text)) {
      for (Problem problem : problems) {
        rows.printRecord(problem.line(), problem.column(), problem.value(), problem.words());
      }
    }
  }
}
