package id.lajur.server.security;

import java.util.List;
import java.util.stream.Stream;

/** The permissions that the contract names. */
public final class Permissions {
  /** Every permission of the contract; a test compares the two. */
  public static final List<String> ALL =
      List.of(
          "approval.answer",
          "audit.run",
          "catalog.new_item",
          "catalog.price",
          "catalog.read",
          "catalog.write",
          "journal.read",
          "ledger.read",
          "live.watch",
          "member.manage",
          "people.manage",
          "purchasing.reverse",
          "purchasing.supplier",
          "report.read",
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
          "setting.manage",
          "stock.adjust",
          "stock.count",
          "stock.receive",
          "terminal.manage",
          "till.cash",
          "till.day",
          "till.drawer",
          "till.shift",
          "till.x",
          "till.z");

  /** What is seen of an answer and not done: a field of the contract names it. */
  public static final String COST_READ = "cost.read";

  /** To look after members; the report that names them needs it beside its own. */
  public static final String MEMBER_MANAGE = "member.manage";

  /** What a role may have: {@link #ALL}, and what lets its operators see. */
  public static final List<String> GRANTABLE =
      Stream.concat(ALL.stream(), Stream.of(COST_READ)).sorted().toList();

  /** What a supervisor may allow an operator who lacks it, one act at a time. */
  public static final List<String> APPROVABLE =
      List.of(
          "sale.department",
          "sale.discount",
          "sale.override",
          "sale.price_level",
          "sale.return",
          "sale.take_over",
          "sale.void_basket",
          "sale.void_line",
          "till.cash",
          "till.drawer");

  private Permissions() {}
}
