package id.lajur.server.sale;

import id.lajur.server.posting.Command;
import id.lajur.server.posting.Posting;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import id.lajur.server.security.Standing;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From basket to sale. */
public final class Paying {
  private final Baskets baskets;
  private final Posting posting;
  private final Clock clock;

  public Paying(Baskets baskets, Posting posting, Clock clock) {
    this.baskets = baskets;
    this.posting = posting;
    this.clock = clock;
  }

  /**
   * Pays a basket and posts the sale.
   *
   * @param standing on which it is posted, null when the caller was admitted just now
   * @param version of the basket that the lane shows
   * @param totalMinor that the lane shows; the server's own decides
   * @throws Refusal BASKET_EMPTY, BASKET_CHANGED, TOTAL_DIFFERS and those of {@link Payment#of}
   */
  CompletableFuture<byte[]> pay(
      Caller caller,
      Command command,
      @Nullable Standing standing,
      Selling.Ref ref,
      int version,
      long totalMinor,
      List<Payment.Offered> tenders,
      Function<SaleDocument.Sold, byte[]> answer)
      throws SQLException {
    caller.shiftOrThrow();
    Basket basket = asShown(caller, ref, version);
    basket.refuseUnlessOpenAt(caller.terminalId(), ref.generation());
    if (basket.version() != version) {
      throw new Refusal(Reason.BASKET_CHANGED).with("version", basket.version());
    }
    StoreRules rules = baskets.rules(caller);
    PricedBasket priced =
        PricedBasket.of(basket, rules.taxRates(), rules.taxRounding(), rules.unitMinor());
    if (priced.lines().isEmpty()) {
      throw new Refusal(Reason.BASKET_EMPTY);
    }
    if (priced.totalMinor() != totalMinor) {
      throw new Refusal(Reason.TOTAL_DIFFERS).with("totalMinor", priced.totalMinor());
    }
    CompletableFuture<byte[]> posted =
        posting.post(
            new SaleDocument(
                command,
                standing,
                caller.terminalCode(),
                caller.locationId(),
                priced,
                Payment.of(priced.totalMinor(), tenders, rules),
                rules,
                clock.instant(),
                answer));
    return posted.whenComplete((sold, failure) -> baskets.forget(ref.basketId()));
  }

  /** The basket in the version that the lane shows, if it is that far; else as it is. */
  private Basket asShown(Caller caller, Selling.Ref ref, int version) throws SQLException {
    Basket guess = baskets.guess(caller, ref.basketId());
    return guess.version() == version ? guess : baskets.get(caller, ref.basketId());
  }
}
