package id.lajur.server.security;

import java.util.List;

/** The permissions that the contract names, and the roles that a new store starts with. */
public final class Permissions {
  /** Every permission of the contract; a test compares the two. */
  public static final List<String> ALL =
      List.of(
          "catalog.price",
          "catalog.read",
          "live.watch",
          "sale.department",
          "sale.discount",
          "sale.override",
          "sale.pay",
          "sale.return",
          "sale.scan",
          "sale.suspend",
          "sale.take_over",
          "sale.void_basket",
          "sale.void_line",
          "stock.receive",
          "till.cash",
          "till.day",
          "till.drawer",
          "till.shift",
          "till.x");

  /** What a supervisor may allow an operator who lacks it, one act at a time. */
  public static final List<String> APPROVABLE =
      List.of(
          "sale.department",
          "sale.discount",
          "sale.override",
          "sale.return",
          "sale.take_over",
          "sale.void_basket",
          "sale.void_line",
          "till.cash",
          "till.drawer");

  /** What a cashier needs to sell. */
  public static final List<String> CASHIER =
      List.of(
          "catalog.read",
          "sale.pay",
          "sale.scan",
          "sale.suspend",
          "sale.void_line",
          "till.shift",
          "till.x");

  private Permissions() {}
}
