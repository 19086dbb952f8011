package id.lajur.backoffice.stock;

import id.lajur.backoffice.form.Page;
import id.lajur.kit.connection.ServerRefusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A storeroom whose adjustments answer at once. */
final class Storeroom implements AdjustActions {
  final List<String> done = new ArrayList<>();
  Optional<ServerRefusal> refusal = Optional.empty();

  private <R> CompletableFuture<R> answer(R given) {
    return refusal
        .<CompletableFuture<R>>map(CompletableFuture::failedFuture)
        .orElseGet(() -> CompletableFuture.completedFuture(given));
  }

  private static Adjustments.Head head(
      String id, Adjustments.Reason reason, String note, int lines, long valueMinor, int days) {
    return new Adjustments.Head(
        id, reason, note, Shelf.NOW.minus(Duration.ofDays(days)), "Agus Salim", lines, valueMinor);
  }

  @Override
  public CompletableFuture<Page<Adjustments.Head>> adjustments(String token) {
    return answer(
        token.isEmpty() ? new Page<>(newest(), "older") : new Page<>(List.of(oldest()), ""));
  }

  private static Adjustments.Head oldest() {
    return head("a5", Adjustments.Reason.LOST, "", 1, 4_000_00L, 9);
  }

  private static List<Adjustments.Head> newest() {
    return List.of(
        head("a1", Adjustments.Reason.DAMAGED, "kemasan sobek", 2, 42_300_00L, 0),
        head("a2", Adjustments.Reason.OWN_USE, "dapur karyawan", 3, 61_500_00L, 1),
        head("a3", Adjustments.Reason.FOUND, "di belakang rak 4", 1, -19_800_00L, 2),
        head("a4", Adjustments.Reason.COUNT, "Rak 1, sembako", 5, 12_750_00L, 4));
  }

  @Override
  public CompletableFuture<Adjustments.Sheet> adjustment(Adjustments.Head head) {
    return answer(
        new Adjustments.Sheet(
            head,
            List.of(
                new Adjustments.Line(
                    "100145", "Mi Goreng Spesial 85 g", "pcs", -6_000, -16_500_00L),
                new Adjustments.Line(
                    "100166", "Susu UHT Full Cream 1 L", "pcs", -2_000, -25_800_00L))));
  }

  @Override
  public CompletableFuture<Adjustments.Line> find(String code, long quantityMilli) {
    done.add("find " + code);
    return answer(
        new Adjustments.Line(
            code,
            code.endsWith("853") ? "Mi Goreng Spesial 85 g" : "Susu UHT Full Cream 1 L",
            "pcs",
            quantityMilli,
            null));
  }

  @Override
  public CompletableFuture<Void> post(
      Adjustments.Reason reason, String note, List<Adjustments.Line> lines) {
    done.add("post " + reason + " " + note + " " + lines.size());
    return refusal
        .<CompletableFuture<Void>>map(CompletableFuture::failedFuture)
        .orElseGet(() -> CompletableFuture.allOf());
  }
}
