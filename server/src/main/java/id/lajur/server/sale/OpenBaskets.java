package id.lajur.server.sale;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The baskets that are open in a store, as they grow. Only those with new entries are computed
 * again. For one thread.
 */
public final class OpenBaskets {
  private final Baskets baskets;
  private final Rules rules;
  private final int storeId;
  private final Clock clock;
  private Map<UUID, Seen> seen = Map.of();

  public OpenBaskets(Baskets baskets, Rules rules, int storeId, Clock clock) {
    this.baskets = baskets;
    this.rules = rules;
    this.storeId = storeId;
    this.clock = clock;
  }

  /**
   * One of them.
   *
   * @param lines that stand
   * @param pieces what is weighed counts as one
   * @param lastItem name on the newest line that stands, empty when there is none
   */
  public record Open(
      UUID basketId,
      int terminalId,
      Instant openedAt,
      long totalMinor,
      int lines,
      long pieces,
      String lastItem) {}

  /**
   * @param version of the basket that it was computed from
   */
  private record Seen(int generation, int version, StoreRules rules, Open open) {
    boolean shows(BasketDao.OpenRow row, StoreRules store) {
      return generation == row.generation() && version == row.version() && rules.equals(store);
    }
  }

  /** The rules of now, to be read before the connection is taken. */
  public StoreRules rules() throws SQLException {
    long version = baskets.look(connection -> BasketDao.rulesVersion(connection, storeId));
    return rules.at(version, clock.instant());
  }

  /** All that are open, in no order. */
  public List<Open> all(Connection connection, StoreRules store) throws SQLException {
    Map<UUID, Seen> now = new HashMap<>();
    for (BasketDao.OpenRow row : BasketDao.open(connection, storeId)) {
      Seen before = seen.get(row.basketId());
      if (before != null && before.shows(row, store)) {
        now.put(row.basketId(), before);
        continue;
      }
      Basket basket = basket(connection, row, store);
      if (basket != null) {
        now.put(
            row.basketId(),
            new Seen(row.generation(), basket.version(), store, open(row, basket, store)));
      }
    }
    seen = now;
    List<Open> open = new ArrayList<>();
    now.values().forEach(each -> open.add(each.open()));
    return open;
  }

  /**
   * As the last act made it, unless that is older than what is stored. It may be newer than the
   * snapshot by the acts of the last moment: of a basket that grows the newest is what is wanted,
   * and reading all that grew meanwhile would take longer than they take to grow again.
   */
  private @Nullable Basket basket(Connection connection, BasketDao.OpenRow row, StoreRules store)
      throws SQLException {
    Basket kept = baskets.kept(row.basketId());
    return kept != null
            && kept.version() >= row.version()
            && kept.head().generation() == row.generation()
        ? kept
        : Baskets.find(connection, row.basketId(), store);
  }

  private static Open open(BasketDao.OpenRow row, Basket basket, StoreRules store) {
    List<BasketLine> standing = basket.standing();
    long total =
        PricedBasket.of(basket, store.taxRates(), store.taxRounding(), store.unitMinor())
            .totalMinor();
    return new Open(
        row.basketId(),
        row.terminalId(),
        row.openedAt(),
        total,
        standing.size(),
        standing.stream().mapToLong(OpenBaskets::pieces).sum(),
        standing.isEmpty() ? "" : standing.get(standing.size() - 1).item().name());
  }

  private static long pieces(BasketLine line) {
    return line.item().weighed() ? 1 : Math.max(1, Math.abs(line.quantityMilli()) / 1_000);
  }
}
