package id.lajur.server.people;

import id.lajur.server.security.Permissions;
import id.lajur.server.security.RoleLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The roles that a new store starts with, and that further ones are made from. Amounts are in the
 * smallest coin of the store, so that they fit any currency; docs/people.md tells why each may what
 * it may.
 *
 * @param title its name in Indonesian, as a new store shows it
 */
public record RoleTemplate(
    String code, String title, List<String> permissions, RoleLimits limitsInCoins) {
  /** In the order of their numbers in a new store, from 1. */
  public static final List<RoleTemplate> ALL =
      List.of(
          new RoleTemplate(
              "CASHIER",
              "Kasir",
              List.of(
                  "catalog.read",
                  "sale.member",
                  "sale.pay",
                  "sale.scan",
                  "sale.suspend",
                  "sale.void_line",
                  "till.shift",
                  "till.x"),
              RoleLimits.NONE),
          new RoleTemplate(
              "SUPERVISOR",
              "Penyelia",
              List.of(
                  "approval.answer",
                  "catalog.read",
                  "live.watch",
                  "member.manage",
                  "sale.department",
                  "sale.discount",
                  "sale.member",
                  "sale.override",
                  "sale.pay",
                  "sale.price_level",
                  "sale.return",
                  "sale.scan",
                  "sale.suspend",
                  "sale.take_over",
                  "sale.void_basket",
                  "sale.void_line",
                  "stock.adjust",
                  "stock.count",
                  "till.cash",
                  "till.drawer",
                  "till.shift",
                  "till.x"),
              new RoleLimits(200_000L, 200_000L, 10_000L, 50_000L, 10L)),
          new RoleTemplate(
              "WAREHOUSE",
              "Gudang",
              List.of("catalog.new_item", "catalog.read", "stock.count", "stock.receive"),
              RoleLimits.NONE),
          new RoleTemplate(
              "BUYER",
              "Pembelian",
              List.of(
                  "catalog.new_item",
                  "catalog.price",
                  "catalog.read",
                  "catalog.write",
                  "cost.read",
                  "purchasing.reverse",
                  "purchasing.supplier",
                  "report.read",
                  "stock.receive"),
              RoleLimits.NONE),
          new RoleTemplate(
              "BOOKKEEPER",
              "Pembukuan",
              List.of(
                  "catalog.read",
                  "cost.read",
                  "ledger.read",
                  "live.watch",
                  "report.read",
                  "till.z"),
              RoleLimits.NONE),
          new RoleTemplate(
              "MANAGER",
              "Manajer",
              Permissions.GRANTABLE,
              new RoleLimits(500_000L, 500_000L, 100_000L, 500_000L, null)),
          new RoleTemplate("OWNER", "Pemilik", Permissions.GRANTABLE, RoleLimits.NONE));

  public RoleTemplate {
    permissions = List.copyOf(permissions);
  }

  /**
   * The limits in a store's money.
   *
   * @param coinMinor smallest coin that circulates there
   */
  public RoleLimits limits(long coinMinor) {
    return new RoleLimits(
        limitsInCoins.discountMicro(),
        limitsInCoins.overrideMicro(),
        inMoney(limitsInCoins.returnMinor(), coinMinor),
        inMoney(limitsInCoins.cashMinor(), coinMinor),
        limitsInCoins.drawerOpenings());
  }

  private static @Nullable Long inMoney(@Nullable Long coins, long coinMinor) {
    return coins == null ? null : Long.valueOf(Math.multiplyExact(coins, coinMinor));
  }
}
