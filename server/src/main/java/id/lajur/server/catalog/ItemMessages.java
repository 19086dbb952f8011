package id.lajur.server.catalog;

import id.lajur.catalog.v1.CatalogFileColumn;
import id.lajur.catalog.v1.ComingPrice;
import id.lajur.catalog.v1.GetCatalogFileColumnsResponse;
import id.lajur.catalog.v1.GetItemResponse;
import id.lajur.catalog.v1.ImportCounts;
import id.lajur.catalog.v1.ImportProblem;
import id.lajur.catalog.v1.ImportRules;
import id.lajur.catalog.v1.Item;
import id.lajur.catalog.v1.ItemChange;
import id.lajur.catalog.v1.ItemField;
import id.lajur.catalog.v1.ItemKind;
import id.lajur.catalog.v1.ItemPrice;
import id.lajur.catalog.v1.ItemStock;
import id.lajur.catalog.v1.ItemSummary;
import id.lajur.catalog.v1.ItemUnit;
import id.lajur.catalog.v1.PriceLine;
import id.lajur.catalog.v1.PriceProblem;
import id.lajur.catalog.v1.PriceRule.WayCase;
import id.lajur.catalog.v1.Rounding;
import id.lajur.catalog.v1.StockPolicy;
import id.lajur.rules.code.Gtin;
import id.lajur.server.catalog.file.CatalogImport;
import id.lajur.server.catalog.file.Column;
import id.lajur.server.catalog.file.FileColumn;
import id.lajur.server.catalog.file.FileRules;
import id.lajur.server.catalog.file.Problem;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.wire.Texts;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Items between the wire and the domain. */
final class ItemMessages {
  private ItemMessages() {}

  static ItemSummary summary(ItemList.Row row) {
    ItemSummary.Builder summary =
        ItemSummary.newBuilder()
            .setCode(row.code())
            .setName(row.name())
            .setDepartment(row.department())
            .setCategory(row.category())
            .setTaxClass(row.taxClass())
            .setBarcode(Gtin.shown(Objects.requireNonNullElse(row.barcode(), "")))
            .setBaseUnit(row.baseUnit())
            .setStockMilli(row.stockMilli())
            .setStockValueMinor(row.stockValueMinor())
            .setBlockedReason(Objects.requireNonNullElse(row.blocked(), ""))
            .setWeighed(row.weighed())
            .setNoDiscount(row.noDiscount())
            .setNoReturn(row.noReturn())
            .setStockPolicy(StockPolicy.valueOf("STOCK_POLICY_" + row.stockPolicy()))
            .setKind(ItemKind.valueOf("ITEM_KIND_" + row.kind()))
            .setUnitCount(row.unitCount());
    if (row.priceMinor() != null) {
      summary.setPriceMinor(row.priceMinor());
    }
    if (row.pricedAt() != null) {
      summary.setPricedAtMs(row.pricedAt().toEpochMilli());
    }
    if (row.costMinor() != null) {
      summary.setCostMinor(row.costMinor());
    }
    return summary.build();
  }

  static GetItemResponse item(ItemReading.View view) {
    NewItem head = view.item().head();
    Item.Builder item =
        Item.newBuilder()
            .setCode(head.code())
            .setName(head.name())
            .setDepartment(head.department())
            .setCategory(head.category())
            .setKind(ItemKind.valueOf("ITEM_KIND_" + head.kind()))
            .setTaxClass(head.taxClass())
            .setWeighed(head.weighed())
            .setNoDiscount(head.noDiscount())
            .setNoReturn(head.noReturn())
            .setBlockedReason(Objects.requireNonNullElse(head.blocked(), ""))
            .setStockPolicy(StockPolicy.valueOf("STOCK_POLICY_" + head.stockPolicy()))
            .setAsksExpiry(view.item().asksExpiry())
            .addAllUnits(view.item().units().stream().map(ItemMessages::unit).toList());
    if (head.costMinor() != null) {
      item.setCostMinor(head.costMinor());
    }
    return GetItemResponse.newBuilder()
        .setItem(item)
        .setEtag(view.item().etag())
        .addAllStock(view.stock().stream().map(ItemMessages::stock).toList())
        .setFactorsFixed(view.item().moved())
        .build();
  }

  private static ItemUnit unit(ItemRecord.Unit unit) {
    ItemUnit.Builder message =
        ItemUnit.newBuilder()
            .setNumber(unit.unitNo())
            .setName(unit.name())
            .setFactorMilli(unit.factorMilli())
            .addAllBarcodes(unit.keys().stream().map(Gtin::shown).toList());
    if (unit.priceMinor() != null) {
      message.setPriceMinor(unit.priceMinor());
    }
    for (ItemRecord.Coming coming : unit.coming()) {
      message.addComing(
          ComingPrice.newBuilder()
              .setEffectiveAtMs(coming.effectiveAt().toEpochMilli())
              .setPriceMinor(coming.priceMinor()));
    }
    return message.build();
  }

  private static ItemStock stock(ItemRecordDao.Held held) {
    return ItemStock.newBuilder()
        .setLocation(held.location())
        .setLocationName(held.locationName())
        .setQuantityMilli(held.quantityMilli())
        .setValueMinor(held.valueMinor())
        .setLastUnitCostMinor(held.lastUnitCostMinor())
        .build();
  }

  static ItemDraft draft(Item item) {
    String blocked = Texts.plain(item.getBlockedReason());
    return new ItemDraft(
        item.getCode().isEmpty() ? "" : Texts.code(item.getCode()),
        Texts.plain(item.getName()),
        Texts.plain(item.getDepartment()),
        Texts.plain(item.getCategory(), 100),
        switch (item.getKind()) {
          case ITEM_KIND_UNSPECIFIED, ITEM_KIND_GOODS -> SaleItem.Kind.GOODS;
          case ITEM_KIND_SERVICE -> SaleItem.Kind.SERVICE;
          case ITEM_KIND_DEPOSIT -> SaleItem.Kind.DEPOSIT;
          case ITEM_KIND_LIABILITY -> SaleItem.Kind.LIABILITY;
          case UNRECOGNIZED -> throw new Refusal(Reason.KIND_INVALID);
        },
        Texts.plain(item.getTaxClass()),
        item.getWeighed(),
        item.getNoDiscount(),
        item.getNoReturn(),
        blocked.isEmpty() ? null : blocked,
        switch (item.getStockPolicy()) {
          case STOCK_POLICY_UNSPECIFIED, STOCK_POLICY_ALLOW -> SaleItem.StockPolicy.ALLOW;
          case STOCK_POLICY_WARN -> SaleItem.StockPolicy.WARN;
          case STOCK_POLICY_FORBID -> SaleItem.StockPolicy.FORBID;
          case UNRECOGNIZED ->
              throw new Refusal(Reason.FIELD_UNKNOWN).with("field", "stock_policy");
        },
        item.getAsksExpiry(),
        item.getUnitsList().stream().map(ItemMessages::draft).toList());
  }

  private static ItemDraft.Unit draft(ItemUnit unit) {
    return new ItemDraft.Unit(
        unit.hasNumber() ? unit.getNumber() : null,
        Texts.plain(unit.getName(), 32),
        unit.getFactorMilli(),
        unit.getBarcodesList().stream().map(Texts::code).toList(),
        unit.hasPriceMinor() ? unit.getPriceMinor() : null);
  }

  static ItemChange change(ItemHistory.Change change) {
    return ItemChange.newBuilder()
        .setChangedAtMs(change.at().toEpochMilli())
        .setField(ItemField.valueOf("ITEM_FIELD_" + change.field()))
        .setBefore(change.before())
        .setAfter(change.after())
        .setUnit(change.unit())
        .setEffectiveAtMs(change.effectiveAt() == null ? 0 : change.effectiveAt().toEpochMilli())
        .setOperatorNumber(Objects.requireNonNullElse(change.operatorNumber(), ""))
        .setOperatorName(Objects.requireNonNullElse(change.operatorName(), ""))
        .setTerminal(change.terminal())
        .build();
  }

  static ItemPrice price(ItemHistory.Price price) {
    return ItemPrice.newBuilder()
        .setUnit(price.unit())
        .setEffectiveAtMs(price.effectiveAt().toEpochMilli())
        .setPriceMinor(price.priceMinor())
        .build();
  }

  static PricePreview.Asked rule(id.lajur.catalog.v1.PriceRule rule) {
    WayCase way = rule.getWayCase();
    return new PricePreview.Asked(
        switch (way) {
          case PERCENT_MICRO -> PriceRule.Way.PERCENT;
          case AMOUNT_MINOR -> PriceRule.Way.AMOUNT;
          case MARGIN_MICRO -> PriceRule.Way.MARGIN;
          case WAY_NOT_SET ->
              throw new Refusal(Reason.AMOUNT_INVALID).with("most", PriceChange.MOST_PRICE_MINOR);
        },
        switch (way) {
          case PERCENT_MICRO -> rule.getPercentMicro();
          case AMOUNT_MINOR -> rule.getAmountMinor();
          default -> rule.getMarginMicro();
        },
        rule.getStepMinor(),
        rule.getLessMinor(),
        rule.getRounding() == Rounding.ROUNDING_UP
            ? RoundingMode.CEILING
            : rule.getRounding() == Rounding.ROUNDING_DOWN
                ? RoundingMode.FLOOR
                : RoundingMode.HALF_UP);
  }

  static PriceLine line(PricePreview.Line line) {
    PricePreview.Row row = line.row();
    PriceRule.Unit unit = row.priced(line.beforeMinor());
    Long price = line.found().priceMinor();
    PriceLine.Builder message =
        PriceLine.newBuilder()
            .setItemCode(row.code())
            .setName(row.name())
            .setUnit(row.unit())
            .setProblem(
                line.found().problem() == PriceRule.Problem.NONE
                    ? PriceProblem.PRICE_PROBLEM_UNSPECIFIED
                    : PriceProblem.valueOf("PRICE_PROBLEM_" + line.found().problem()));
    if (line.beforeMinor() != null) {
      message.setBeforeMinor(line.beforeMinor());
    }
    if (price != null) {
      message.setPriceMinor(price);
    }
    Long cost = unit.unitCostMinor();
    Long before = unit.marginMicro(line.beforeMinor());
    Long margin = unit.marginMicro(price);
    if (cost != null) {
      message.setCostMinor(cost);
    }
    if (before != null) {
      message.setMarginBeforeMicro(before);
    }
    if (margin != null) {
      message.setMarginMicro(margin);
    }
    return message.build();
  }

  /** 0 = now. */
  static @Nullable Instant moment(long epochMs) {
    if (epochMs < 0) {
      throw new Refusal(Reason.MOMENT_INVALID).with("effectiveAtMs", epochMs);
    }
    return epochMs == 0 ? null : Instant.ofEpochMilli(epochMs);
  }

  static GetCatalogFileColumnsResponse fileColumns(
      List<FileColumn> columns, List<PriceLevel> levels) {
    GetCatalogFileColumnsResponse.Builder message = GetCatalogFileColumnsResponse.newBuilder();
    columns.forEach(
        column ->
            message.addColumns(
                CatalogFileColumn.newBuilder()
                    .setHead(column.head())
                    .addAllSamples(column.samples())));
    for (Column field : Column.values()) {
      if (field != Column.SOURCE) { // an option of the console's
        message.addFields(field.title());
      }
    }
    FileColumn.guess(columns, levels)
        .forEach((field, head) -> message.putGuessed(field.title(), head));
    return message.build();
  }

  static FileRules rules(ImportRules rules) {
    Map<String, String> taxClasses = new HashMap<>();
    rules
        .getTaxClassesMap()
        .forEach((theirs, ours) -> taxClasses.put(Texts.plain(theirs), Texts.plain(ours)));
    return new FileRules(
        byColumn(rules.getColumnsMap()),
        byColumn(rules.getValuesMap()),
        taxClasses,
        null,
        rules.getIndonesianNumbers(),
        rules.getWrongCheckDigits());
  }

  private static Map<Column, String> byColumn(Map<String, String> named) {
    Map<Column, String> columns = new EnumMap<>(Column.class);
    named.forEach(
        (title, text) ->
            columns.put(
                Column.named(title)
                    .orElseThrow(() -> new Refusal(Reason.FIELD_UNKNOWN).with("field", title)),
                Texts.plain(text)));
    return columns;
  }

  static ImportCounts counts(CatalogImport.Result result) {
    CatalogWriter.Written written = result.written();
    return ImportCounts.newBuilder()
        .setRows(result.rows())
        .setNewItems(written.newItems())
        .setChangedItems(written.changedItems())
        .setUnchangedItems(written.unchangedItems())
        .setPrices(written.prices())
        .setLevelPrices(written.levelPrices())
        .setBarcodes(written.barcodes())
        .setNewDepartments(written.newDepartments())
        .build();
  }

  static List<ImportProblem> problems(List<Problem> problems, int most) {
    return problems.stream()
        .limit(most)
        .map(
            problem ->
                ImportProblem.newBuilder()
                    .setLine(problem.line())
                    .setColumn(problem.column())
                    .setFound(problem.value())
                    .setWords(problem.words())
                    .setCode(problem.fault().name())
                    .putAllFacts(problem.facts())
                    .build())
        .toList();
  }
}
