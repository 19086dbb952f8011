package id.lajur.backoffice.items;

import id.lajur.kit.connection.ServerRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Prices that are reckoned at once, of those asked for; a sweet stays, one cannot be reckoned. */
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
            Stream.of(
                    line("100145", "Mi Goreng Spesial 85 g", "pcs", 3_350, 2_750, rule),
                    line("100145", "Mi Goreng Spesial 85 g", "dus", 128_000, 110_000, rule),
                    line("100102", "Gula Pasir Kristal 1 kg", "pcs", 17_500, 14_800, rule),
                    line("100310", "Permen Asam 3 g", "pcs", 100, 70, rule),
                    new Repricing.Line(
                        "100187",
                        "Biskuit Kelapa 300 g",
                        "pcs",
                        null,
                        null,
                        null,
                        null,
                        "NO_PRICE"))
                .filter(line -> itemCodes.contains(line.itemCode()))
                .toList()));
  }

  /** By a percentage, to the nearest Rp 50; prices with a tax of 11 %, costs without. */
  private static Repricing.Line line(
      String code, String name, String unit, long before, long cost, Repricing.Rule rule) {
    long exactly = before + before * rule.value() / 1_000_000;
    long price = (exactly + 25) / 50 * 50;
    return new Repricing.Line(
        code, name, unit, before * 100, price * 100, margin(before, cost), margin(price, cost), "");
  }

  private static long margin(long price, long cost) {
    return 1_000_000 - 1_110_000 * cost / price;
  }

  @Override
  public CompletableFuture<Integer> apply(Repricing.Preview preview) {
    done.add("apply " + preview.changing().size());
    return answer(preview.changing().size());
  }
}
