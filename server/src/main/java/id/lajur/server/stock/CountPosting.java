package id.lajur.server.stock;

import id.lajur.server.posting.Command;
import id.lajur.server.posting.Posting;
import id.lajur.server.posting.RequestDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.worker.Workers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts what a count found, in parts of 200 lines. From its first moment on the count takes no more
 * figures, so that the parts are the same whenever they are made; each is recorded under an id made
 * from the request's, the last under the request's own. What a crash leaves half posted goes on
 * when the server starts, or when the request comes again.
 */
final class CountPosting implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CountPosting.class);

  private final Jdbi jdbi;
  private final Posting posting;
  private final Adjusting adjusting;
  private final Clock clock;
  private final BiFunction<UUID, Integer, byte[]> answer;

  /**
   * What comes after a part waits for a connection here: the thread that posts it has sales to
   * post.
   */
  private final ExecutorService worker = Workers.one("counts");

  /**
   * @param answer of the count's id and the number of items that differed
   */
  CountPosting(
      Jdbi jdbi,
      Posting posting,
      Adjusting adjusting,
      Clock clock,
      BiFunction<UUID, Integer, byte[]> answer) {
    this.jdbi = jdbi;
    this.posting = posting;
    this.adjusting = adjusting;
    this.clock = clock;
    this.answer = answer;
  }

  /**
   * Posts a count.
   *
   * @return its answer once all of it is in the books
   * @throws Refusal COUNT_UNKNOWN; COUNT_EMPTY nobody counted anything; COUNT_ENDED it was given
   *     up, or is posted by another command
   */
  CompletableFuture<byte[]> post(Command command, UUID countId) throws SQLException {
    Kept kept =
        jdbi.inTransaction(
            handle -> {
              CountDao dao = handle.attach(CountDao.class);
              CountDao.Locked count =
                  dao.lock(command.storeId(), countId)
                      .orElseThrow(
                          () -> new Refusal(Reason.COUNT_UNKNOWN).with("countId", countId));
              if (command.requestId().equals(count.postRequestId())
                  && Arrays.equals(command.digest(), count.postDigest())) {
                return new Kept(command, count);
              }
              if (!count.state().equals("OPEN")) {
                throw new Refusal(Reason.COUNT_ENDED).with("name", count.name());
              }
              if (dao.lines(countId, null).stream().allMatch(line -> line.countedMilli() == null)) {
                throw new Refusal(Reason.COUNT_EMPTY).with("name", count.name());
              }
              dao.end(
                  countId,
                  "POSTING",
                  clock.instant().truncatedTo(ChronoUnit.MICROS),
                  command.operatorId(),
                  command.requestId(),
                  command.digest(),
                  command.terminalId());
              return new Kept(command, count);
            });
    return post(kept);
  }

  /** Goes on with the counts that an earlier server left half posted. */
  void resume(int storeId) {
    for (UUID countId : jdbi.withExtension(CountDao.class, dao -> dao.posting(storeId))) {
      log.info("the count {} is not posted whole; it goes on", countId);
      Kept kept =
          jdbi.inTransaction(handle -> kept(handle.attach(CountDao.class), storeId, countId));
      var unused =
          post(kept)
              .whenComplete(
                  (posted, failure) -> {
                    if (failure != null) {
                      log.error("the count {} waits for the next start", countId, failure);
                    }
                  });
    }
  }

  private static Kept kept(CountDao dao, int storeId, UUID countId) {
    CountDao.Locked count = dao.lock(storeId, countId).orElseThrow();
    return new Kept(
        new Command(
            Objects.requireNonNull(count.postRequestId()),
            Objects.requireNonNull(count.postDigest()),
            storeId,
            Objects.requireNonNull(count.postTerminalId()),
            Objects.requireNonNull(count.endedBy())),
        count);
  }

  /** A count that is being posted, by the command that began it. */
  private record Kept(Command command, CountDao.Locked count) {}

  private CompletableFuture<byte[]> post(Kept kept) {
    UUID countId = kept.count().countId();
    List<StockAdjustment.Line> lines =
        jdbi.withExtension(CountDao.class, dao -> dao.lines(countId, null)).stream()
            .filter(line -> line.differenceMilli() != 0)
            .map(
                line ->
                    new StockAdjustment.Line(
                        line.itemId(),
                        line.itemCode(),
                        line.baseUnit(),
                        1000,
                        line.differenceMilli()))
            .toList();
    int parts =
        Math.max(1, (lines.size() + StockAdjustment.MOST_LINES - 1) / StockAdjustment.MOST_LINES);
    Instant now = clock.instant();
    LocalDate date = adjusting.date(kept.command().storeId());
    CompletableFuture<byte[]> done = CompletableFuture.completedFuture(new byte[0]);
    for (StockAdjustment part : parts(kept, lines, parts, now, date)) {
      done = done.thenComposeAsync(before -> once(part), worker);
    }
    return done.thenApplyAsync(
        last -> {
          jdbi.useExtension(CountDao.class, dao -> dao.posted(countId));
          return last;
        },
        worker);
  }

  /** A part that is in the books already is not posted again. */
  private CompletableFuture<byte[]> once(StockAdjustment part) {
    UUID id = part.command().requestId();
    try {
      RequestDao.Recorded recorded =
          jdbi.withHandle(handle -> RequestDao.find(handle.getConnection(), List.of(id)).get(id));
      return recorded == null
          ? posting.post(part)
          : CompletableFuture.completedFuture(recorded.answer());
    } catch (SQLException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private List<StockAdjustment> parts(
      Kept kept, List<StockAdjustment.Line> lines, int parts, Instant now, LocalDate date) {
    Command whole = kept.command();
    List<StockAdjustment> made = new ArrayList<>();
    for (int part = 1; part <= parts; part++) {
      int from = (part - 1) * StockAdjustment.MOST_LINES;
      made.add(
          new StockAdjustment(
              new Command(
                  part == parts ? whole.requestId() : partId(whole.requestId(), part),
                  whole.digest(),
                  whole.storeId(),
                  whole.terminalId(),
                  whole.operatorId()),
              new StockAdjustment.Head(
                  kept.count().countId(),
                  kept.count().locationId(),
                  AdjustmentReason.COUNT,
                  kept.count().name(),
                  now),
              new StockAdjustment.Part(part, parts),
              lines.subList(from, Math.min(from + StockAdjustment.MOST_LINES, lines.size())),
              date,
              posted -> answer.apply(kept.count().countId(), lines.size())));
    }
    return made;
  }

  /** The id that a part is recorded under: the same each time it is made. */
  private static UUID partId(UUID requestId, int part) {
    return UUID.nameUUIDFromBytes(
        ("part " + part + " of count " + requestId).getBytes(StandardCharsets.US_ASCII));
  }

  /** A count that is not posted whole goes on with the next start. */
  @Override
  public void close() {
    Workers.finish(worker);
  }
}
