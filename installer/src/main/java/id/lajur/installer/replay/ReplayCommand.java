package id.lajur.installer.replay;

import id.lajur.installer.TicketClock;
import id.lajur.installer.replay.compare.AnsweredSums;
import id.lajur.installer.replay.compare.Comparison;
import id.lajur.installer.replay.compare.Replayed;
import id.lajur.server.admin.Progress;
import id.lajur.server.audit.Audit;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sells the tickets of a file again and compares the store with the file. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sells the tickets of a file in a store of its own, scan by scan, through the public API,",
      "and compares the store with the file: to the cent, by lane and date, item by item.",
      "In a store that runs elsewhere one lane sells them, all in one shift, and compares what that",
      "store answers, each receipt read back; its stock and books are its own audit's."
    },
    footer = {
      "",
      "Exit status: 0 equal and audited clean, 1 something differs, 2 wrong use or unreadable input.",
      "Examples:",
      "  lajur replay --catalogue catalogue.csv.gz --tickets tickets.csv.gz --currency USD",
      "  lajur replay --catalogue catalogue.csv --tickets tickets.csv --totals totals.csv \\",
      "      --tax FOOD=0,TAX1=7.875,TAX2=10.125 --lanes 8 --json replay.json",
      "  lajur replay --catalogue catalogue.csv --tickets tickets.csv --server 192.168.1.10:7443 \\",
      "      --enrol 7KQM-3XWT --ca 90AB-... --operator 101 --pin-file pin"
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final LaneChoice ONE_LANE = new LaneChoice(1);

  @Option(names = "--catalogue", required = true, paramLabel = "FILE", description = "items, CSV")
  private @Nullable Path catalogue;

  @Option(names = "--tickets", required = true, paramLabel = "FILE", description = "lines, CSV")
  private @Nullable Path tickets;

  @Option(
      names = "--totals",
      paramLabel = "FILE",
      description = "discounts, tax and tenders of each ticket; without it all is paid in cash")
  private @Nullable Path totals;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "takes the catalogue's rows of that source")
  private @Nullable String source;

  @Option(
      names = "--tax",
      split = ",",
      paramLabel = "CLASS=PERCENT",
      description = "tax on top of the price, by tax class of the catalogue")
  private Map<String, BigDecimal> tax = new LinkedHashMap<>();

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "default: USD, or IDR where no amount has cents")
  private @Nullable String currency;

  @Option(
      names = "--lanes",
      defaultValue = "4",
      paramLabel = "N|file",
      description = "lanes side by side, or the file's own (default: ${DEFAULT-VALUE})")
  private String lanes = "4";

  @Option(
      names = "--pace",
      defaultValue = "max",
      paramLabel = "max|real",
      description = "real keeps the file's times between the tickets of a day")
  private String pace = "max";

  @Option(names = "--limit", paramLabel = "TICKETS", description = "only the first of the file")
  private long limit;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "new folder that keeps the store; without it the store is thrown away")
  private @Nullable Path data;

  @ArgGroup(exclusive = false)
  private @Nullable RemoteStore remote;

  @Option(names = "--json", paramLabel = "FILE", description = "writes the figures there as well")
  private @Nullable Path json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try {
      return replay();
    } catch (UnreadableInput e) {
      spec.commandLine().getErr().println("lajur: " + e.getMessage());
      return 2;
    }
  }

  private int replay() throws Exception {
    Path file = java.util.Objects.requireNonNull(tickets);
    LaneChoice choice = laneChoice();
    Map<String, ShelfItem> shelf =
        ShelfItem.read(java.util.Objects.requireNonNull(catalogue), source);
    Map<String, Integer> taxes = taxes(shelf);
    FileProfile profile = FileProfile.of(file, totals, limit, choice, shelf);
    String code = currency == null ? profile.hasCents() ? "USD" : "IDR" : currency;
    int unitMinor = code.equals("IDR") ? 100 : 1;
    if (unitMinor == 100 && profile.hasCents()) {
      throw wrongUse("the tickets have amounts with cents: name their --currency, not IDR");
    }
    TicketClock clock =
        new TicketClock(profile.firstDate().atStartOfDay().toInstant(ReplayStore.zone()));
    if (remote != null) {
      return tell(sellElsewhere(remote, shelf, profile, unitMinor, clock));
    }
    try (ReplayStore store =
        ReplayStore.open(data, code, unitMinor, shelf, profile, taxes, clock)) {
      return tell(sellAndCompare(store, choice, shelf, profile, unitMinor, clock));
    }
  }

  private int tell(ReplayReport report) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.print(report.toText());
    if (report.audit() != null) {
      out.print(report.audit().toText());
    }
    out.flush();
    if (json != null) {
      Files.writeString(json, report.toJson());
    }
    return report.holds() ? 0 : 1;
  }

  private ReplayReport sellElsewhere(
      RemoteStore store,
      Map<String, ShelfItem> shelf,
      FileProfile profile,
      int unitMinor,
      TicketClock clock)
      throws InterruptedException, IOException {
    Path file = java.util.Objects.requireNonNull(tickets);
    AnsweredSums answered = new AnsweredSums(totals != null);
    ReplayRun.Outcome outcome;
    try (ReplayLane lane =
        new ReplayLane(
            store.machine(store.address()),
            clock,
            shelf,
            date -> profile.paidOutMinor(),
            unitMinor,
            new AtomicLong(),
            false,
            answered::add)) {
      ReplayRun run = new ReplayRun(ONE_LANE, pace.equals("real"), null, Map.of("L1", lane));
      try (Progress progress = new Progress("tickets", profile.tickets())) {
        outcome = run.run(file, totals, limit, profile, progress::done);
      }
    }
    Replayed replayed =
        new Replayed(file, totals, limit, ONE_LANE.lanes(), unitMinor, outcome.taxMinor());
    return new ReplayReport(
        profile.tickets(), outcome, Comparison.of(replayed, answered), outcome.taxDiffers(), null);
  }

  private ReplayReport sellAndCompare(
      ReplayStore store,
      LaneChoice choice,
      Map<String, ShelfItem> shelf,
      FileProfile profile,
      int unitMinor,
      TicketClock clock)
      throws InterruptedException, IOException, SQLException {
    Path file = java.util.Objects.requireNonNull(tickets);
    Map<String, ReplayLane> lanesByCode = new TreeMap<>();
    ReplayRun.Outcome outcome;
    try (BackPc back = new BackPc(store.machine("BACK", "BACK_OFFICE"))) {
      back.open(shelf, profile);
      AtomicLong returns = new AtomicLong();
      for (String lane : profile.lanes()) {
        lanesByCode.put(
            lane,
            new ReplayLane(
                store.machine(lane, "LANE"),
                clock,
                shelf,
                date -> profile.paidOutMinor(lane, date),
                unitMinor,
                returns,
                true,
                null));
      }
      ReplayRun run = new ReplayRun(choice, pace.equals("real"), back, lanesByCode);
      try (Progress progress = new Progress("tickets", profile.tickets())) {
        outcome = run.run(file, totals, limit, profile, progress::done);
      }
    } finally {
      lanesByCode.values().forEach(ReplayLane::close);
    }
    Replayed replayed =
        new Replayed(file, totals, limit, choice.lanes(), unitMinor, outcome.taxMinor());
    try (Connection connection = store.database().getConnection()) {
      Comparison comparison = Comparison.of(replayed, connection);
      return new ReplayReport(
          profile.tickets(), outcome, comparison, outcome.taxDiffers(), Audit.run(connection));
    }
  }

  private LaneChoice laneChoice() throws IOException {
    if (!pace.equals("max") && !pace.equals("real")) {
      throw wrongUse("--pace is max or real");
    }
    if (limit < 0) {
      throw wrongUse("--limit is a number of tickets");
    }
    if (data != null && Files.exists(data)) {
      try (Stream<Path> inside = Files.list(data)) {
        if (inside.findAny().isPresent()) {
          throw wrongUse("--data " + data + " is not empty: a replay makes a store of its own");
        }
      }
    }
    if (remote != null) {
      refuseBeside(remote);
      return ONE_LANE;
    }
    try {
      return LaneChoice.parse(lanes);
    } catch (IllegalArgumentException e) {
      throw wrongUse(String.valueOf(e.getMessage()));
    }
  }

  private void refuseBeside(RemoteStore elsewhere) {
    var parsed = spec.commandLine().getParseResult();
    if (data != null || (parsed.hasMatchedOption("--lanes") && !lanes.equals("1"))) {
      throw wrongUse(
          "--data and several --lanes are for a store of the replay's own, not for one elsewhere");
    }
    if (!tax.isEmpty()) {
      throw wrongUse("--tax is for a store of the replay's own: one elsewhere has its taxes");
    }
    try {
      var unused = elsewhere.address();
    } catch (IllegalArgumentException e) {
      throw wrongUse("--server is HOST:PORT");
    }
  }

  private Map<String, Integer> taxes(Map<String, ShelfItem> shelf) {
    Map<String, Integer> micro = new TreeMap<>();
    tax.forEach(
        (code, percent) -> {
          if (shelf.values().stream().noneMatch(item -> item.taxClass().equals(code))) {
            throw wrongUse("no item of the catalogue has the tax class " + code);
          }
          BigDecimal millionths = percent.movePointRight(4);
          if (percent.signum() < 0
              || percent.compareTo(BigDecimal.valueOf(100)) > 0
              || millionths.stripTrailingZeros().scale() > 0) {
            throw wrongUse("the tax of " + code + " is a percentage with up to 4 decimals");
          }
          micro.put(code, millionths.intValueExact());
        });
    return micro;
  }

  private ParameterException wrongUse(String words) {
    return new ParameterException(spec.commandLine(), words);
  }
}
