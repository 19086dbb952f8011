package id.lajur.server.catalog.file;

import id.lajur.rules.code.Gtin;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.catalog.StoredCatalog;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of a file together into items, beside what the store has: rows with the same code
 * are units or barcodes of one item, and what they do not say stays as the store has it.
 */
final class CatalogItems {
  private static final Set<String> WEIGHTS = Set.of("KG", "LB");

  private final StoredCatalog stored;
  private final List<Problem> problems;
  private final Set<Long> misread = new HashSet<>();
  private final LevelHeads heads;
  private final Map<String, CatalogRow> namedBefore = new HashMap<>();

  private CatalogItems(StoredCatalog stored, LevelHeads heads, List<Problem> problems) {
    this.stored = stored;
    this.heads = heads;
    this.problems = problems;
    problems.forEach(problem -> misread.add(problem.line()));
  }

  /**
   * @param problems are added to; where there are any, the items are not to be written
   * @return in the order of the file
   */
  static List<NewItem> of(
      List<CatalogRow> rows, StoredCatalog stored, LevelHeads heads, List<Problem> problems) {
    Map<String, List<CatalogRow>> byCode = new LinkedHashMap<>();
    for (CatalogRow row : rows) {
      byCode.computeIfAbsent(row.itemCode(), code -> new ArrayList<>(1)).add(row);
    }
    CatalogItems items = new CatalogItems(stored, heads, problems);
    List<NewItem> made = new ArrayList<>(byCode.size());
    for (List<CatalogRow> ofItem : byCode.values()) {
      items.item(ofItem).ifPresent(made::add);
    }
    return made;
  }

  private Optional<NewItem> item(List<CatalogRow> rows) {
    int before = problems.size();
    StoredCatalog.Item known = stored.item(rows.get(0).itemCode()).orElse(null);
    NewItem was = known == null ? null : known.item();
    Said said = new Said(rows);
    String name = said.orWas(Column.NAME, CatalogRow.Head::name, was, NewItem::name);
    String department =
        said.orWas(Column.DEPARTMENT, CatalogRow.Head::department, was, NewItem::department);
    String taxClass =
        said.orWas(Column.TAX_CLASS, CatalogRow.Head::taxClass, was, NewItem::taxClass);
    if (taxClass != null && !stored.taxClasses().contains(taxClass)) {
      said.wrong(
          Column.TAX_CLASS,
          taxClass,
          Fault.TAX_CLASS_UNKNOWN,
          Map.of("known", String.join(", ", stored.taxClasses().stream().sorted().toList())));
    }
    SaleItem.Kind kind =
        said.one(Column.KIND, CatalogRow.Head::kind, was, NewItem::kind, SaleItem.Kind.GOODS);
    String account = account(said, kind, was);
    List<NewItem.Unit> units = units(rows, known, said);
    if (problems.size() > before || name == null || department == null || taxClass == null) {
      return Optional.empty();
    }
    String base = units.get(0).unit();
    return Optional.of(
        new NewItem(
            rows.get(0).itemCode(),
            name,
            department,
            said.one(Column.CATEGORY, CatalogRow.Head::category, was, NewItem::category, ""),
            kind,
            account,
            taxClass,
            said.one(
                Column.WEIGHED,
                CatalogRow.Head::weighed,
                was,
                NewItem::weighed,
                WEIGHTS.contains(base.toUpperCase(Locale.ROOT))),
            said.one(
                Column.NO_DISCOUNT, CatalogRow.Head::noDiscount, was, NewItem::noDiscount, false),
            said.one(Column.NO_RETURN, CatalogRow.Head::noReturn, was, NewItem::noReturn, false),
            blocked(said, was),
            said.one(
                Column.STOCK_POLICY,
                CatalogRow.Head::stockPolicy,
                was,
                NewItem::stockPolicy,
                SaleItem.StockPolicy.ALLOW),
            cost(said, was),
            units));
  }

  private @Nullable String account(Said said, SaleItem.Kind kind, @Nullable NewItem was) {
    String here = said.first(Column.ACCOUNT, CatalogRow.Head::account);
    String kept = was == null ? null : was.account();
    String account = here != null ? here : kept != null ? kept : "";
    boolean needs = kind == SaleItem.Kind.DEPOSIT || kind == SaleItem.Kind.LIABILITY;
    if (needs && account.isEmpty()) {
      said.wrong(
          Column.ACCOUNT,
          "",
          Fault.ACCOUNT_NEEDED,
          Map.of("kind", kind.name().toLowerCase(Locale.ROOT)));
    } else if (!needs && !account.isEmpty()) {
      said.wrong(Column.ACCOUNT, account, Fault.ACCOUNT_NOT_HERE, Map.of());
    } else if (needs && !stored.accounts().contains(account)) {
      said.wrong(Column.ACCOUNT, account, Fault.ACCOUNT_UNKNOWN, Map.of());
    }
    return account.isEmpty() ? null : account;
  }

  private @Nullable String blocked(Said said, @Nullable NewItem was) {
    String reason = said.first(Column.BLOCKED, CatalogRow.Head::blocked);
    if (reason == null) {
      return was == null ? null : was.blocked();
    }
    return reason.isEmpty() ? null : reason;
  }

  private static @Nullable Long cost(Said said, @Nullable NewItem was) {
    Long cost = said.first(Column.COST, CatalogRow.Head::costMinor);
    return cost != null || was == null ? cost : was.costMinor();
  }

  /** A unit as the rows of its item put it together. */
  private static final class Unit {
    private final String name;
    private final long factorMilli;
    private final long line;
    private final List<String> barcodes = new ArrayList<>(1);
    private final Map<Integer, Long> levelPrices = new HashMap<>();
    private @Nullable Long priceMinor;

    Unit(String name, long factorMilli, long line) {
      this.name = name;
      this.factorMilli = factorMilli;
      this.line = line;
    }

    NewItem.Unit made() {
      return new NewItem.Unit(name, factorMilli, priceMinor, levelPrices, barcodes);
    }
  }

  private List<NewItem.Unit> units(
      List<CatalogRow> rows, StoredCatalog.@Nullable Item known, Said said) {
    List<StoredCatalog.Unit> before = known == null ? List.of() : stored.units(known);
    Map<String, Unit> units = new LinkedHashMap<>();
    for (CatalogRow row : rows) {
      Unit unit = unit(row, before, units);
      CatalogRow.Pack pack = row.pack();
      if (unit != null && pack != null) {
        pack(row, pack, unit, units);
      }
    }
    Unit base =
        units.values().stream().filter(unit -> unit.factorMilli == 1000).findFirst().orElse(null);
    List<NewItem.Unit> made = new ArrayList<>(units.size() + 1);
    if (base != null) {
      made.add(base.made());
    } else if (!before.isEmpty()) {
      made.add(new NewItem.Unit(before.get(0).unit(), 1000, null, List.of()));
    } else {
      said.wrong(Column.FACTOR, "", Fault.NO_BASE_UNIT, Map.of());
    }
    for (Unit unit : units.values()) {
      if (unit != base) {
        made.add(unit.made());
      }
    }
    return made;
  }

  private @Nullable Unit unit(
      CatalogRow row, List<StoredCatalog.Unit> before, Map<String, Unit> units) {
    CatalogRow.Pack says = row.unit();
    String base = before.isEmpty() ? "pcs" : before.get(0).unit();
    String name = says.unit() == null ? base : says.unit();
    long factor =
        says.factorMilli() != null
            ? says.factorMilli()
            : before.stream()
                .filter(unit -> unit.unit().equals(name))
                .mapToLong(StoredCatalog.Unit::factorMilli)
                .findFirst()
                .orElse(1000);
    return merged(
        row,
        new CatalogRow.Pack(name, factor, says.priceMinor(), says.levelPrices(), says.barcodes()),
        units);
  }

  /** A pack called as its base unit gets its content into the name: "Pcs 12". */
  private void pack(CatalogRow row, CatalogRow.Pack says, Unit base, Map<String, Unit> units) {
    long factor = Objects.requireNonNullElse(says.factorMilli(), 1000L);
    String name = says.unit() == null || says.unit().equals(base.name) ? base.name : says.unit();
    if (name.equals(base.name)) {
      name = base.name + " " + BigDecimal.valueOf(factor, 3).stripTrailingZeros().toPlainString();
    }
    Unit unused =
        merged(
            row,
            new CatalogRow.Pack(
                name, factor, says.priceMinor(), says.levelPrices(), says.barcodes()),
            units);
  }

  private @Nullable Unit merged(CatalogRow row, CatalogRow.Pack says, Map<String, Unit> units) {
    String name = Objects.requireNonNull(says.unit());
    long factor = Objects.requireNonNull(says.factorMilli());
    Unit unit = units.get(name);
    if (unit == null) {
      unit = new Unit(name, factor, row.line());
      unit.priceMinor = says.priceMinor();
      units.put(name, unit);
    } else if (unit.factorMilli != factor) {
      wrong(row, Column.FACTOR, name, Fault.OTHER_FACTOR, ofLine(unit.line));
      return null;
    } else if (says.barcodes().isEmpty() && !misread.contains(row.line())) {
      wrong(row, Column.UNIT, name, Fault.UNIT_TWICE, ofLine(unit.line));
      return null;
    } else if (says.priceMinor() != null) {
      if (unit.priceMinor != null && !unit.priceMinor.equals(says.priceMinor())) {
        wrong(row, Column.PRICE, name, Fault.OTHER_PRICE, ofLine(unit.line));
      }
      unit.priceMinor = says.priceMinor();
    }
    for (Map.Entry<Integer, Long> price : says.levelPrices().entrySet()) {
      Long before = unit.levelPrices.put(price.getKey(), price.getValue());
      if (before != null && !before.equals(price.getValue())) {
        problems.add(
            Problem.of(
                row.line(),
                heads.title(price.getKey()),
                name,
                Fault.OTHER_PRICE,
                ofLine(unit.line)));
      }
    }
    for (String barcode : says.barcodes()) {
      barcode(row, barcode);
      unit.barcodes.add(barcode);
    }
    return unit;
  }

  private void barcode(CatalogRow row, String barcode) {
    CatalogRow before = namedBefore.putIfAbsent(Gtin.key(barcode), row);
    if (before != null) {
      wrong(
          row,
          Column.BARCODE,
          barcode,
          Fault.BARCODE_TWICE,
          Map.of("line", Long.toString(before.line()), "item", before.itemCode()));
    }
    stored
        .ownerOf(barcode)
        .filter(owner -> !owner.equals(row.itemCode()))
        .ifPresent(
            owner ->
                wrong(row, Column.BARCODE, barcode, Fault.BARCODE_TAKEN, Map.of("item", owner)));
  }

  private static Map<String, String> ofLine(long line) {
    return Map.of("line", Long.toString(line));
  }

  private void wrong(
      CatalogRow row, Column column, String value, Fault fault, Map<String, String> facts) {
    problems.add(Problem.of(row.line(), column, value, fault, facts));
  }

  /** What the rows of one item say of it; those that say something say the same. */
  private final class Said {
    private final List<CatalogRow> rows;

    Said(List<CatalogRow> rows) {
      this.rows = rows;
    }

    <T> @Nullable T first(Column column, Function<CatalogRow.Head, @Nullable T> field) {
      T found = null;
      long line = 0;
      for (CatalogRow row : rows) {
        T says = field.apply(row.head());
        if (says == null) {
          continue;
        }
        if (found == null) {
          found = says;
          line = row.line();
        } else if (!found.equals(says)) {
          CatalogItems.this.wrong(row, column, says.toString(), Fault.DIFFERS, ofLine(line));
        }
      }
      return found;
    }

    <T> T one(
        Column column,
        Function<CatalogRow.Head, @Nullable T> field,
        @Nullable NewItem was,
        Function<NewItem, T> before,
        T otherwise) {
      T said = first(column, field);
      return said != null ? said : was != null ? before.apply(was) : otherwise;
    }

    @Nullable String orWas(
        Column column,
        Function<CatalogRow.Head, @Nullable String> field,
        @Nullable NewItem was,
        Function<NewItem, String> before) {
      String said = first(column, field);
      if (said == null
          && was == null
          && rows.stream().noneMatch(row -> misread.contains(row.line()))) {
        wrong(column, "", Fault.NEEDED, Map.of());
      }
      return said != null || was == null ? said : before.apply(was);
    }

    void wrong(Column column, String value, Fault fault, Map<String, String> facts) {
      CatalogItems.this.wrong(rows.get(0), column, value, fault, facts);
    }
  }
}
