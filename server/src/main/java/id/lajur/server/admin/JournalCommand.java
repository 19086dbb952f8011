package id.lajur.server.admin;

import id.lajur.server.database.StoreDatabase;
import id.lajur.server.trace.JournalFilter;
import id.lajur.server.trace.JournalReading;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the audit journal, or one ticket from its first scan to the books. */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description = "Prints the audit journal in words, or one ticket; changes nothing.",
    footer = {
      "",
      "Exit status: 0 done, 1 there is no such ticket, 2 wrong use.",
      "Examples:",
      "  lajur journal --data /srv/lajur --person 101 --from 2026-11-27T08:00",
      "  lajur journal --data /srv/lajur --kind LINE_VOIDED --json voids.json",
      "  lajur journal --data /srv/lajur --ticket L01-S000123"
    })
public final class JournalCommand implements Callable<Integer> {
  @Mixin private StoreOptions store;

  @Option(names = "--person", paramLabel = "NUMBER", description = "did, approved or was changed")
  private @Nullable String person;

  @Option(names = "--terminal", paramLabel = "CODE", description = "e.g. L01; SRV is the server")
  private @Nullable String terminal;

  @Option(names = "--kind", paramLabel = "KIND", description = "e.g. LINE_VOIDED")
  private @Nullable String kind;

  @Option(names = "--basket", paramLabel = "ID", description = "or shift, session, sale, change")
  private @Nullable UUID basket;

  @Option(names = "--from", paramLabel = "TIME", description = "2026-11-27T08:00, the store's time")
  private @Nullable LocalDateTime from;

  @Option(names = "--to", paramLabel = "TIME", description = "up to, and without")
  private @Nullable LocalDateTime to;

  @Option(names = "--json", paramLabel = "FILE", description = "writes it there, an object a line")
  private @Nullable Path json;

  @Option(names = "--ticket", paramLabel = "NUMBER", description = "one receipt: L01-S000123")
  private @Nullable String ticket;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (StoreDatabase database = StoreDatabase.openToLook(store.settings().database())) {
      JournalReading journal = new JournalReading(database.jdbi());
      ZoneId zone = journal.zone();
      JournalWords words = new JournalWords(zone);
      return ticket == null ? entries(journal, words, zone, out) : ticket(journal, words, out);
    } finally {
      out.flush();
    }
  }

  private int entries(JournalReading journal, JournalWords words, ZoneId zone, PrintWriter out)
      throws IOException {
    JournalFilter filter =
        new JournalFilter(
            person,
            terminal,
            kind == null ? null : kind.toUpperCase(Locale.ROOT),
            basket,
            instant(from, zone, JournalFilter.BEGINNING),
            instant(to, zone, JournalFilter.END));
    long count;
    if (json == null) {
      count = journal.each(filter, entry -> out.println(words.line(entry)));
    } else {
      try (Writer file = Files.newBufferedWriter(json, StandardCharsets.UTF_8)) {
        count = journal.each(filter, entry -> write(file, JournalWords.json(entry)));
      }
    }
    out.printf(Locale.ROOT, "%,d entries%n", count);
    return 0;
  }

  private static void write(Writer file, String line) {
    try {
      file.write(line);
      file.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant instant(@Nullable LocalDateTime time, ZoneId zone, Instant otherwise) {
    return time == null ? otherwise : time.atZone(zone).toInstant();
  }

  private int ticket(JournalReading journal, JournalWords words, PrintWriter out) {
    String number = String.valueOf(ticket);
    Optional<JournalReading.Ticket> found = journal.ticket(number);
    if (found.isEmpty()) {
      spec.commandLine().getErr().println("lajur: There is no receipt " + number);
      return 1;
    }
    words.ticket(found.get()).forEach(out::println);
    return 0;
  }
}
