package id.lajur.backoffice.stock;

import id.lajur.backoffice.form.Page;
import id.lajur.kit.connection.ServerRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A shelf of drinks whose counts answer at once, or when they are let. */
final class Shelf implements CountActions {
  static final Instant NOW = Instant.parse("2026-11-23T07:01:00Z");

  final List<String> done = new ArrayList<>();
  final List<Counts.Line> lines =
      new ArrayList<>(
          List.of(
              line("100320", "Air Mineral 600 ml", "btl", 96_000L, 96_000L),
              line("100321", "Air Mineral 1,5 L", "btl", 41_000L, 44_000L),
              line("100166", "Susu UHT Full Cream 1 L", "pcs", null, null),
              line("100330", "Teh Botol Melati 350 ml", "btl", 63_000L, 62_000L),
              line("100331", "Kopi Susu Kaleng 240 ml", "klg", null, null)));
  Counts.State state = Counts.State.OPEN;
  Optional<ServerRefusal> refusal = Optional.empty();
  Optional<List<CompletableFuture<Counts.Line>>> slow = Optional.empty();

  static Counts.Line line(
      String code, String name, String unit, @Nullable Long counted, @Nullable Long book) {
    return new Counts.Line(
        code,
        name,
        unit,
        counted,
        counted == null ? null : NOW,
        counted == null ? "" : "Dewi Lestari",
        counted == null ? 0 : 1,
        book,
        counted == null || book == null ? null : Long.valueOf(counted - book));
  }

  private <R> CompletableFuture<R> answer(R given) {
    return refusal
        .<CompletableFuture<R>>map(CompletableFuture::failedFuture)
        .orElseGet(() -> CompletableFuture.completedFuture(given));
  }

  private Counts.Head head() {
    return new Counts.Head("c1", "Rak 4, minuman", state, NOW, "Dewi Lestari", 5, 3);
  }

  @Override
  public CompletableFuture<Page<Counts.Head>> counts(String token) {
    return answer(
        token.isEmpty() ? new Page<>(newest(), "older") : new Page<>(List.of(oldest()), ""));
  }

  private static Counts.Head oldest() {
    return new Counts.Head("c2", "Rak 2, sabun", Counts.State.POSTED, NOW, "Agus Salim", 31, 31);
  }

  private List<Counts.Head> newest() {
    return List.of(
        head(),
        new Counts.Head("c0", "Rak 1, sembako", Counts.State.POSTED, NOW, "Agus Salim", 42, 42),
        new Counts.Head(
            "c9", "Lemari pendingin", Counts.State.CANCELLED, NOW, "Agus Salim", 18, 2));
  }

  @Override
  public CompletableFuture<List<Counts.Department>> departments() {
    return answer(
        List.of(
            new Counts.Department("MINUMAN", "Minuman"),
            new Counts.Department("SEMBAKO", "Sembako")));
  }

  @Override
  public CompletableFuture<Counts.Sheet> count(String id) {
    return answer(new Counts.Sheet(head(), lines));
  }

  @Override
  public CompletableFuture<String> begin(String name, String department) {
    done.add("begin " + name + " " + department);
    return answer("c1");
  }

  @Override
  public CompletableFuture<Counts.Line> figure(String id, Typed typed) {
    done.add((typed.adds() ? "+" : "=") + typed.quantityMilli() + " " + typed.code());
    Counts.Line counted =
        line(typed.code(), "Kopi Susu Kaleng 240 ml", "klg", typed.quantityMilli(), 24_000L);
    if (slow.isPresent()) {
      CompletableFuture<Counts.Line> waits = new CompletableFuture<>();
      slow.get().add(waits);
      return waits;
    }
    return answer(counted);
  }

  @Override
  public CompletableFuture<Integer> post(String id) {
    done.add("post " + id);
    state = Counts.State.POSTED;
    return answer(2);
  }

  @Override
  public CompletableFuture<Void> cancel(String id) {
    done.add("cancel " + id);
    state = Counts.State.CANCELLED;
    return refusal
        .<CompletableFuture<Void>>map(CompletableFuture::failedFuture)
        .orElseGet(() -> CompletableFuture.allOf());
  }
}
