package id.lajur.server.purchasing;

import id.lajur.server.people.StoreZone;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Posting;
import id.lajur.server.posting.RequestDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.worker.Workers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts deliveries. One of up to {@link #MOST_LINES} lines is one posting; a larger one is first
 * kept whole, then posted part by part, so that sales pass between its parts, and goes on by itself
 * after a crash. Each part is recorded under an id made from the request's, the last under the
 * request's own: a part that is sent twice is posted once, and the request has its answer when all
 * are.
 */
final class ReceiptInParts implements AutoCloseable {
  static final int MOST_LINES = 200;

  private static final Logger log = LoggerFactory.getLogger(ReceiptInParts.class);
  private static final long MOST_PAUSE_S = 60;

  private final DataSource pool;
  private final Posting posting;
  private final Clock clock;
  private final StoreZone zone;
  private final Function<PostedDelivery, byte[]> answer;
  private final Map<UUID, CompletableFuture<byte[]>> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService worker = Workers.one("receipts");

  ReceiptInParts(
      DataSource pool,
      Posting posting,
      Clock clock,
      StoreZone zone,
      Function<PostedDelivery, byte[]> answer) {
    this.pool = pool;
    this.posting = posting;
    this.clock = clock;
    this.zone = zone;
    this.answer = answer;
  }

  /**
   * Posts a delivery.
   *
   * @param draft that it is made of, null without one; a delivery in parts takes it when it is kept
   * @return its answer once all of it is in the books
   * @throws Refusal REQUEST_REUSED; DRAFT_CLOSED, DRAFT_CHANGED
   */
  CompletableFuture<byte[]> post(
      Command command,
      GoodsReceipt.Head head,
      List<GoodsReceipt.Line> lines,
      @Nullable DraftClaim draft)
      throws SQLException {
    if (lines.size() <= MOST_LINES) {
      return posting.post(
          new GoodsReceipt(
              command,
              head,
              new GoodsReceipt.Part(1, 1, total(lines)),
              lines,
              date(command.storeId()),
              draft,
              answer));
    }
    keep(command, head, lines, draft);
    return run(command.requestId(), 1);
  }

  /** The delivery that a command brought before, if it is on its way still. */
  Optional<CompletableFuture<byte[]>> onItsWay(Command command) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      Optional<PurchasingDao.Pending> kept = PurchasingDao.pending(connection, command.requestId());
      kept.ifPresent(pending -> refuseOther(pending, command));
      return kept.map(pending -> run(command.requestId(), 1));
    }
  }

  private static void refuseOther(PurchasingDao.Pending kept, Command command) {
    if (kept.command().terminalId() != command.terminalId()
        || !java.util.Arrays.equals(kept.command().digest(), command.digest())) {
      throw new Refusal(Reason.REQUEST_REUSED);
    }
  }

  private void keep(
      Command command,
      GoodsReceipt.Head head,
      List<GoodsReceipt.Line> lines,
      @Nullable DraftClaim draft)
      throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<PurchasingDao.Pending> kept =
            PurchasingDao.pending(connection, command.requestId());
        if (kept.isPresent()) {
          refuseOther(kept.get(), command);
        } else {
          if (draft != null) {
            DraftDao.beginPosting(connection, command.storeId(), draft);
          }
          PurchasingDao.keep(connection, new PurchasingDao.Pending(command, head), lines);
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  void resume(int storeId) {
    try (Connection connection = pool.getConnection()) {
      for (UUID requestId : PurchasingDao.allPending(connection, storeId)) {
        log.info("the delivery {} is not posted whole; it goes on", requestId);
        CompletableFuture<byte[]> unused = run(requestId, 1);
      }
    } catch (SQLException e) {
      log.error("deliveries that are not posted whole cannot be read; the next start goes on", e);
    }
  }

  private CompletableFuture<byte[]> run(UUID requestId, long pauseS) {
    return running.computeIfAbsent(
        requestId,
        id -> {
          CompletableFuture<byte[]> whole = new CompletableFuture<>();
          worker.execute(() -> work(id, whole, pauseS));
          return whole;
        });
  }

  private void work(UUID requestId, CompletableFuture<byte[]> whole, long pauseS) {
    try {
      byte[] last = postAll(requestId);
      running.remove(requestId);
      whole.complete(last);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      whole.completeExceptionally(new Refusal(Reason.BUSY));
    } catch (ExecutionException | SQLException | RuntimeException e) {
      Throwable why = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
      log.warn("the delivery {} waits {} s: {}", requestId, pauseS, why.toString());
      running.remove(requestId);
      whole.completeExceptionally(why);
      if (!worker.isShutdown()) {
        var unused = worker.schedule(() -> again(requestId, pauseS), pauseS, TimeUnit.SECONDS);
      }
    }
  }

  private void again(UUID requestId, long pausedS) {
    var unused = run(requestId, Math.min(MOST_PAUSE_S, 2 * pausedS));
  }

  private byte[] postAll(UUID requestId)
      throws SQLException, ExecutionException, InterruptedException {
    PurchasingDao.Pending pending;
    List<GoodsReceipt.Line> lines;
    Map<UUID, RequestDao.Recorded> done;
    List<UUID> ids = new ArrayList<>();
    try (Connection connection = pool.getConnection()) {
      Optional<PurchasingDao.Pending> kept = PurchasingDao.pending(connection, requestId);
      if (kept.isEmpty()) {
        RequestDao.Recorded recorded =
            RequestDao.find(connection, List.of(requestId)).get(requestId);
        if (recorded == null) {
          throw new IllegalStateException("the delivery " + requestId + " is not kept");
        }
        return recorded.answer();
      }
      pending = kept.get();
      lines = PurchasingDao.pendingLines(connection, requestId);
      int parts = (lines.size() + MOST_LINES - 1) / MOST_LINES;
      for (int part = 1; part <= parts; part++) {
        ids.add(part == parts ? requestId : partId(requestId, part));
      }
      done = RequestDao.find(connection, ids);
    }
    byte[] last = new byte[0];
    for (int part = 1; part <= ids.size(); part++) {
      RequestDao.Recorded recorded = done.get(ids.get(part - 1));
      last =
          recorded != null
              ? recorded.answer()
              : posting.post(part(pending, lines, ids.get(part - 1), part, ids.size())).get();
    }
    try (Connection connection = pool.getConnection()) {
      PurchasingDao.forget(connection, requestId);
    }
    return last;
  }

  private GoodsReceipt part(
      PurchasingDao.Pending pending,
      List<GoodsReceipt.Line> lines,
      UUID partId,
      int part,
      int parts)
      throws SQLException {
    Command whole = pending.command();
    return new GoodsReceipt(
        new Command(
            partId, whole.digest(), whole.storeId(), whole.terminalId(), whole.operatorId()),
        pending.head(),
        new GoodsReceipt.Part(part, parts, total(lines)),
        lines.subList((part - 1) * MOST_LINES, Math.min(part * MOST_LINES, lines.size())),
        date(whole.storeId()),
        part == parts ? lastClaim(pending.head().paper()) : null,
        answer);
  }

  /**
   * With the last part the draft, which nobody can change since the delivery is kept, is posted.
   */
  private static @Nullable DraftClaim lastClaim(@Nullable DraftPaper paper) {
    return paper == null
        ? null
        : new DraftClaim(paper.draftId(), DraftRows.State.POSTING, DraftClaim.ANY_VERSION);
  }

  /** The open business date, or today's where none is open. */
  private LocalDate date(int storeId) throws SQLException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone.now()); // before one is held
    try (Connection connection = pool.getConnection()) {
      return PurchasingDao.openDate(connection, storeId).orElse(today);
    }
  }

  private static long total(List<GoodsReceipt.Line> lines) {
    return lines.stream().mapToLong(GoodsReceipt.Line::costMinor).reduce(0, Math::addExact);
  }

  /** The id that a part is recorded under: the same each time it is made. */
  private static UUID partId(UUID requestId, int part) {
    return UUID.nameUUIDFromBytes(
        ("part " + part + " of " + requestId).getBytes(StandardCharsets.US_ASCII));
  }

  /** Ends after the part that is being posted; the next start goes on. */
  @Override
  public void close() {
    Workers.interrupt(worker);
  }
}
