package id.lajur.backoffice.day;

import id.lajur.backoffice.day.OpenThing.Kind;
import id.lajur.backoffice.form.Page;
import id.lajur.kit.connection.ServerRefusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A day that is nearly over, and what was asked to become of it. */
final class FakeDay implements DayActions {
  static final Instant NOW = Instant.parse("2026-11-23T07:31:00Z");

  final List<String> asked = new ArrayList<>();
  StoreDay day = evening();
  @Nullable ServerRefusal no;
  @Nullable ServerRefusal unread; // of the day itself

  static StoreDay evening() {
    return new StoreDay(
        Optional.of(LocalDate.of(2026, 11, 23)),
        List.of(
            thing(Kind.SHIFT, "s1", "L01", "Sari Lestari", 28_000, null, 0, "3"),
            thing(Kind.SHIFT, "s2", "L03", "Joko Prasetyo", 30_500, null, 1, "2"),
            thing(Kind.HANDOVER, "h1", "L02", "Maya Anggraini", 9_000, 500_000_00L, 0, "L01"),
            thing(Kind.SUSPENDED, "b1", "L01", "Sari Lestari", 1_900, null, 0, "17"),
            thing(Kind.UNSENT, "L04", "L04", "", 5_400, 386_500_00L, 4, "")));
  }

  private static OpenThing thing(
      Kind kind,
      String id,
      String terminal,
      String operator,
      long agoS,
      @Nullable Long amount,
      int count,
      String more) {
    return new OpenThing(
        kind,
        id,
        terminal,
        operator,
        NOW.minusSeconds(agoS),
        Optional.ofNullable(amount),
        count,
        more);
  }

  private <R> CompletableFuture<R> did(String what, R answer) {
    asked.add(what);
    return no == null
        ? CompletableFuture.completedFuture(answer)
        : CompletableFuture.failedFuture(no);
  }

  @Override
  public CompletableFuture<StoreDay> day() {
    if (unread != null) {
      return CompletableFuture.failedFuture(unread);
    }
    return CompletableFuture.completedFuture(day);
  }

  @Override
  public CompletableFuture<Integer> close(boolean force) {
    return did(force ? "close by force" : "close", 5);
  }

  @Override
  public CompletableFuture<Counted> countShift(
      String shiftId, Map<Long, Integer> pieces, String explanation) {
    return did(
        "count " + shiftId + " " + new TreeMap<>(pieces) + " " + explanation,
        new Counted("L01", 41, -500_00));
  }

  @Override
  public CompletableFuture<Long> secure(String handoverId, long countedMinor, String explanation) {
    return did("secure " + handoverId + " " + countedMinor + " " + explanation, 0L);
  }

  @Override
  public CompletableFuture<Page<AloneSale>> emergencySales(String token) {
    return token.isEmpty()
        ? did("emergency", new Page<>(newest(), "older"))
        : did("emergency " + token, new Page<>(List.of(sale("L02-E000002")), ""));
  }

  private static AloneSale sale(String receipt) {
    Instant at = NOW.minusSeconds(99_000);
    return new AloneSale(receipt, at, at, "Budi Santoso", 12_000_00, false, List.of());
  }

  private static List<AloneSale> newest() {
    return List.of(
        new AloneSale(
            "L04-E000012",
            NOW.minusSeconds(4_000),
            NOW.minusSeconds(600),
            "Dian Permata",
            86_500_00,
            false,
            List.of()),
        new AloneSale(
            "L04-E000011",
            NOW.minusSeconds(4_300),
            NOW.minusSeconds(601),
            "Dian Permata",
            124_300_00,
            false,
            List.of(
                new AloneSale.Difference("PRICE", 2, "1250000", "1290000"),
                new AloneSale.Difference("BLOCKED", 5, "", "Penarikan produsen"))),
        new AloneSale(
            "L02-E000003",
            NOW.minusSeconds(90_000),
            NOW.minusSeconds(88_000),
            "Budi Santoso",
            42_000_00,
            true,
            List.of()));
  }
}
