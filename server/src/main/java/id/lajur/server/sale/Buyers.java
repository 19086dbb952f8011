package id.lajur.server.sale;

import id.lajur.server.catalog.PriceLevels;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Members and price levels on open baskets. Each act is an entry like any other; the lines follow
 * it by the prices that they were scanned with, so nothing is read anew and a scan that comes at
 * the same moment stands before it or after it.
 */
final class Buyers {
  private final Baskets baskets;

  Buyers(Baskets baskets) {
    this.baskets = baskets;
  }

  /**
   * Puts a member on a basket, or takes one off.
   *
   * @param number empty = nobody
   * @throws Refusal MEMBER_UNKNOWN, MEMBER_INACTIVE, APPROVAL_NEEDED
   */
  Basket setMember(Baskets.Acting acting, String number) throws SQLException {
    BasketEntry.Choice choice =
        number.isEmpty() ? new BasketEntry.Choice(null, null) : member(acting, number);
    return append(acting, EntryKind.MEMBER, "sale.member", choice, false);
  }

  private BasketEntry.Choice member(Baskets.Acting acting, String number) throws SQLException {
    int storeId = acting.caller().storeId();
    BuyerDao.Card card =
        baskets
            .look(connection -> BuyerDao.card(connection, storeId, number))
            .orElseThrow(() -> new Refusal(Reason.MEMBER_UNKNOWN).with("member", number));
    if (!card.active()) {
      throw new Refusal(Reason.MEMBER_INACTIVE).with("member", number);
    }
    return new BasketEntry.Choice(card.memberId(), card.levelNo());
  }

  /**
   * Chooses a price level for a basket.
   *
   * @param code empty = that of the member again, or retail
   * @throws Refusal PRICE_LEVEL_UNKNOWN, APPROVAL_NEEDED
   */
  Basket setPriceLevel(Baskets.Acting acting, String code) throws SQLException {
    int storeId = acting.caller().storeId();
    @Nullable Integer level =
        code.isEmpty()
            ? null
            : baskets.look(connection -> PriceLevels.number(connection, storeId, code));
    return append(
        acting,
        EntryKind.PRICE_LEVEL,
        "sale.price_level",
        new BasketEntry.Choice(null, level),
        true);
  }

  private Basket append(
      Baskets.Acting acting,
      EntryKind kind,
      String permission,
      BasketEntry.Choice choice,
      boolean inJournal)
      throws SQLException {
    return baskets.append(
        acting,
        Reductions.lowering(
            acting,
            permission,
            basket ->
                BasketEntry.act(basket.version() + 1, kind, acting.now(), null).choosing(choice)),
        (basket, seq, allowance) -> {
          Integer approver = allowance.granted();
          BasketEntry entry = BasketEntry.act(seq, kind, acting.now(), approver).choosing(choice);
          Basket after = basket.with(entry, acting.store().unitMinor());
          return new Baskets.Act(
              entry,
              inJournal
                  ? Selling.journal(acting, "PRICE_LEVEL_CHOSEN", approver)
                      .amount(linesMinor(after) - linesMinor(basket), null)
                      .changed(
                          Integer.toString(basket.buyer().levelNo()),
                          Integer.toString(after.buyer().levelNo()))
                  : null);
        });
  }

  private static long linesMinor(Basket basket) {
    return basket.standing().stream().mapToLong(BasketLine::totalMinor).sum();
  }

  /** Who buys, as a message; null while anybody buys at retail. */
  id.lajur.sale.v1.@Nullable Buyer message(Caller caller, Basket basket) throws SQLException {
    Buyer buyer = basket.buyer();
    if (buyer.equals(Buyer.ANYBODY)) {
      return null;
    }
    BuyerDao.Named named =
        baskets.look(connection -> BuyerDao.named(connection, caller.storeId(), buyer));
    return id.lajur.sale.v1.Buyer.newBuilder()
        .setMemberNumber(named.memberNumber() == null ? "" : named.memberNumber())
        .setMemberName(named.memberName() == null ? "" : named.memberName())
        .setPriceLevel(named.levelCode())
        .setPriceLevelName(named.levelName())
        .setRetail(buyer.levelNo() == Buyer.RETAIL)
        .setChosen(buyer.chosenLevelNo() != null)
        .build();
  }
}
