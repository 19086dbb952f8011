package id.lajur.backoffice.items;

import id.lajur.kit.connection.ServerRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Prices that are reckoned at once; one stays, one cannot be reckoned. */
final class PriceTags implements RepriceActions {
  final List<String> done = new ArrayList<>();
  Optional<ServerRefusal> refusal = Optional.empty();

  private <R> CompletableFuture<R> answer(R given) {
    return refusal
        .<CompletableFuture<R>>map(CompletableFuture::failedFuture)
        .orElseGet(() -> CompletableFuture.completedFuture(given));
  }

  @Override
  public CompletableFuture<List<Repricing.Level>> levels() {
    return CompletableFuture.completedFuture(
        List.of(
            new Repricing.Level("ANGGOTA", "Anggota"), new Repricing.Level("GROSIR", "Grosir")));
  }

  @Override
  public CompletableFuture<Repricing.Preview> preview(List<String> itemCodes, Repricing.Rule rule) {
    String which = rule.which().level() + (rule.which().ofRetail() ? " of retail" : "");
    done.add("preview " + itemCodes + " " + rule.way() + " " + rule.value() + which);
    return answer(
        new Repricing.Preview(
            rule,
            List.of(
                new Repricing.Line(
                    "100145",
                    "Mi Goreng Spesial 85 g",
                    "pcs",
                    3_350_00L,
                    3_500_00L,
                    98_000L,
                    137_000L,
                    ""),
                new Repricing.Line(
                    "100145",
                    "Mi Goreng Spesial 85 g",
                    "dus",
                    128_000_00L,
                    134_500_00L,
                    56_000L,
                    101_000L,
                    ""),
                new Repricing.Line(
                    "100102",
                    "Gula Pasir Kristal 1 kg",
                    "pcs",
                    17_500_00L,
                    17_500_00L,
                    80_000L,
                    80_000L,
                    ""),
                new Repricing.Line(
                    "100187", "Biskuit Kelapa 300 g", "pcs", null, null, null, null, "NO_PRICE"))));
  }

  @Override
  public CompletableFuture<Integer> apply(Repricing.Preview preview) {
    done.add("apply " + preview.changing().size());
    return answer(preview.changing().size());
  }
}
