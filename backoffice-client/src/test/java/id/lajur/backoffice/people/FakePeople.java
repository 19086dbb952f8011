package id.lajur.backoffice.people;

import id.lajur.backoffice.people.RoleInfo.Limit;
import id.lajur.kit.connection.ServerRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A shop's people, and what was asked to become of them. */
final class FakePeople implements PeopleActions {
  static final Instant NOW = Instant.parse("2026-11-23T07:31:00Z");
  static final List<String> ALL =
      List.of(
          "approval.answer",
          "audit.run",
          "catalog.new_item",
          "catalog.price",
          "catalog.read",
          "cost.read",
          "journal.read",
          "ledger.read",
          "live.watch",
          "people.manage",
          "purchasing.reverse",
          "purchasing.supplier",
          "report.read",
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
          "setting.manage",
          "stock.receive",
          "terminal.manage",
          "till.cash",
          "till.day",
          "till.drawer",
          "till.shift",
          "till.x",
          "till.z");

  private static final Set<String> CASHIER =
      Set.of(
          "catalog.read",
          "sale.pay",
          "sale.scan",
          "sale.suspend",
          "sale.void_line",
          "till.cash",
          "till.shift",
          "till.x");
  private static final Set<String> SUPERVISOR =
      with(
          CASHIER,
          "approval.answer",
          "live.watch",
          "sale.department",
          "sale.discount",
          "sale.override",
          "sale.return",
          "sale.take_over",
          "sale.void_basket",
          "till.drawer");

  final List<String> asked = new ArrayList<>();
  List<Person> people = everybody();
  @Nullable ServerRefusal no;
  @Nullable CompletableFuture<Void> slow;
  RoleInfo.@Nullable Change change;

  private static Set<String> with(Set<String> some, String... more) {
    var all = new TreeSet<>(some);
    all.addAll(List.of(more));
    return all;
  }

  static List<Person> everybody() {
    return List.of(
        person("1", "Hendra Wijaya", "OWNER", "Pemilik", "id", List.of(), ""),
        person("7", "Ratna Dewi", "MANAGER", "Manajer", "id", List.of("KTR1"), ""),
        person("12", "Budi Santoso", "SUPERVISOR", "Penyelia", "id", List.of("L02"), ""),
        person("101", "Sari Lestari", "CASHIER", "Kasir", "id", List.of("L01"), "L01"),
        new Person(
            "102",
            "Joko Prasetyo",
            "CASHIER",
            "Kasir",
            "id",
            true,
            false,
            Optional.of(NOW.plusSeconds(540)),
            List.of(),
            ""),
        new Person(
            "103",
            "Maya Anggraini",
            "CASHIER",
            "Kasir",
            "en",
            true,
            true,
            Optional.empty(),
            List.of(),
            ""),
        new Person(
            "98",
            "Dian Permata",
            "CASHIER",
            "Kasir",
            "id",
            false,
            false,
            Optional.empty(),
            List.of(),
            ""),
        person("40", "Agus Salim", "WAREHOUSE", "Gudang", "id", List.of("GDG1"), ""));
  }

  private static Person person(
      String number,
      String name,
      String role,
      String roleName,
      String language,
      List<String> at,
      String till) {
    return new Person(
        number, name, role, roleName, language, true, false, Optional.empty(), at, till);
  }

  static RoleInfo.All roleInfo() {
    var cashier = new RoleInfo("CASHIER", "Kasir", CASHIER, Map.of(Limit.CASH, 1_000_000_00L), 3);
    var supervisor =
        new RoleInfo(
            "SUPERVISOR",
            "Penyelia",
            SUPERVISOR,
            Map.of(
                Limit.DISCOUNT, 200_000L,
                Limit.OVERRIDE, 125_000L,
                Limit.RETURN, 1_000_000_00L,
                Limit.CASH, 5_000_000_00L,
                Limit.DRAWER, 10L),
            1);
    var warehouse =
        new RoleInfo("WAREHOUSE", "Gudang", Set.of("catalog.read", "stock.receive"), Map.of(), 1);
    var manager = new RoleInfo("MANAGER", "Manajer", Set.copyOf(ALL), Map.of(), 1);
    var owner = new RoleInfo("OWNER", "Pemilik", Set.copyOf(ALL), Map.of(), 1);
    var buyer = new RoleInfo("BUYER", "Pembelian", Set.of("catalog.read"), Map.of(), 0);
    return new RoleInfo.All(
        List.of(cashier, supervisor, warehouse, manager, owner),
        List.of(cashier, supervisor, warehouse, buyer, manager, owner),
        ALL);
  }

  @Override
  public CompletableFuture<List<Person>> people() {
    return CompletableFuture.completedFuture(people);
  }

  @Override
  public CompletableFuture<RoleInfo.All> roles() {
    return CompletableFuture.completedFuture(roleInfo());
  }

  private CompletableFuture<Void> did(String what) {
    asked.add(what);
    if (no != null) {
      return CompletableFuture.failedFuture(no);
    }
    return slow == null ? CompletableFuture.allOf() : slow;
  }

  @Override
  public CompletableFuture<Void> create(Details person, String pin) {
    return did("create " + person.number() + " " + person.role() + " " + pin);
  }

  @Override
  public CompletableFuture<Void> update(Details person) {
    return did("update " + person.number() + " " + person.name() + " " + person.role());
  }

  @Override
  public CompletableFuture<Void> resetPin(String number, String pin) {
    return did("pin " + number + " " + pin);
  }

  @Override
  public CompletableFuture<Void> unlock(String number) {
    return did("unlock " + number);
  }

  @Override
  public CompletableFuture<Void> dismiss(String number) {
    return did("dismiss " + number);
  }

  @Override
  public CompletableFuture<Void> reinstate(String number) {
    return did("reinstate " + number);
  }

  @Override
  public CompletableFuture<Void> createRole(String code, String name, String like) {
    return did("role " + code + " " + name + " like " + like);
  }

  @Override
  public CompletableFuture<Void> updateRole(String code, RoleInfo.Change what) {
    change = what;
    return did("change " + code);
  }
}
