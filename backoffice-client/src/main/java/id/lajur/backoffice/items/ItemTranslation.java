package id.lajur.backoffice.items;

import id.lajur.backoffice.form.Page;
import id.lajur.catalog.v1.GetItemResponse;
import id.lajur.catalog.v1.Item;
import id.lajur.catalog.v1.ItemField;
import id.lajur.catalog.v1.ItemSummary;
import id.lajur.catalog.v1.ItemUnit;
import id.lajur.catalog.v1.LevelPrice;
import id.lajur.catalog.v1.ListDepartmentsResponse;
import id.lajur.catalog.v1.ListItemHistoryResponse;
import id.lajur.catalog.v1.ListItemsResponse;
import id.lajur.catalog.v1.ListLevelPricesResponse;
import id.lajur.catalog.v1.ListPriceLevelsResponse;
import id.lajur.catalog.v1.PriceLevel;
import id.lajur.catalog.v1.StockPolicy;
import id.lajur.live.v1.GetReceiptDetailResponse;
import id.lajur.purchasing.v1.GetGoodsReceiptResponse;
import id.lajur.stock.v1.AdjustmentReason;
import id.lajur.stock.v1.DocumentKind;
import id.lajur.stock.v1.GetAdjustmentResponse;
import id.lajur.stock.v1.GetStockCardResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Items between the wire and the screen. */
final class ItemTranslation {
  private ItemTranslation() {}

  static Items.Page page(ListItemsResponse page) {
    return new Items.Page(
        page.getItemsList().stream().map(ItemTranslation::row).toList(),
        page.getNextPageToken(),
        page.getTotalCount());
  }

  private static Items.Row row(ItemSummary row) {
    return new Items.Row(
        row.getCode(),
        row.getName(),
        row.getBarcode(),
        row.getDepartment(),
        row.getCategory(),
        row.getTaxClass(),
        row.getBaseUnit(),
        row.hasPriceMinor() ? row.getPriceMinor() : null,
        row.getStockMilli(),
        row.hasCostMinor() ? row.getCostMinor() : null,
        row.getStockValueMinor(),
        row.getBlockedReason(),
        row.getPricedAtMs() == 0 ? null : Instant.ofEpochMilli(row.getPricedAtMs()));
  }

  static Items.Choices choices(ListDepartmentsResponse choices) {
    return new Items.Choices(
        choices.getDepartmentsList().stream()
            .map(one -> new Items.Choice(one.getCode(), one.getName()))
            .toList(),
        choices.getTaxClassesList().stream()
            .map(one -> new Items.Choice(one.getCode(), one.getName()))
            .toList(),
        choices.getCategoriesList());
  }

  /** Each unit at each level but retail, whether it has a price of its own there or not. */
  static List<Items.AtLevel> levels(
      Items.Sheet item, ListPriceLevelsResponse levels, ListLevelPricesResponse prices) {
    List<Items.AtLevel> all = new ArrayList<>();
    for (Items.Unit unit : item.units()) {
      for (PriceLevel level : levels.getPriceLevelsList()) {
        Long price =
            prices.getPricesList().stream()
                .filter(one -> one.getUnit().equals(unit.name()))
                .filter(one -> one.getPriceLevel().equals(level.getCode()))
                .map(LevelPrice::getPriceMinor)
                .findFirst()
                .orElse(null);
        if (!level.getRetail()) {
          all.add(new Items.AtLevel(unit.name(), level.getCode(), level.getName(), price));
        }
      }
    }
    return all;
  }

  static Items.Read read(GetItemResponse read) {
    Item item = read.getItem();
    return new Items.Read(
        new Items.Sheet(
            item.getCode(),
            item.getName(),
            item.getDepartment(),
            item.getCategory(),
            item.getTaxClass(),
            item.getWeighed(),
            item.getNoDiscount(),
            item.getNoReturn(),
            item.getAsksExpiry(),
            item.getBlockedReason(),
            switch (item.getStockPolicy()) {
              case STOCK_POLICY_WARN -> Items.Policy.WARN;
              case STOCK_POLICY_FORBID -> Items.Policy.FORBID;
              default -> Items.Policy.ALLOW;
            },
            item.getUnitsList().stream().map(ItemTranslation::unit).toList()),
        read.getEtag(),
        read.getStockList().stream()
            .map(held -> new Items.Held(held.getLocationName(), held.getQuantityMilli()))
            .toList(),
        read.getFactorsFixed());
  }

  private static Items.Unit unit(ItemUnit unit) {
    return new Items.Unit(
        unit.getNumber(),
        unit.getName(),
        unit.getFactorMilli(),
        unit.getBarcodesList(),
        unit.hasPriceMinor() ? unit.getPriceMinor() : null,
        unit.getComingList().stream()
            .map(
                coming ->
                    new Items.Coming(
                        Instant.ofEpochMilli(coming.getEffectiveAtMs()), coming.getPriceMinor()))
            .toList());
  }

  static Item message(Items.Sheet sheet) {
    return Item.newBuilder()
        .setCode(sheet.code())
        .setName(sheet.name())
        .setDepartment(sheet.department())
        .setCategory(sheet.category())
        .setTaxClass(sheet.taxClass())
        .setWeighed(sheet.weighed())
        .setNoDiscount(sheet.noDiscount())
        .setNoReturn(sheet.noReturn())
        .setAsksExpiry(sheet.asksExpiry())
        .setBlockedReason(sheet.blockedReason())
        .setStockPolicy(StockPolicy.valueOf("STOCK_POLICY_" + sheet.policy()))
        .addAllUnits(sheet.units().stream().map(ItemTranslation::message).toList())
        .build();
  }

  private static ItemUnit message(Items.Unit unit) {
    ItemUnit.Builder message =
        ItemUnit.newBuilder()
            .setName(unit.name())
            .setFactorMilli(unit.factorMilli())
            .addAllBarcodes(unit.barcodes());
    Integer number = unit.number();
    return number == null ? message.build() : message.setNumber(number).build();
  }

  /** Empty where the field is newer than this program. */
  private static String field(ItemField field) {
    return field == ItemField.UNRECOGNIZED || field == ItemField.ITEM_FIELD_UNSPECIFIED
        ? ""
        : field.name().substring("ITEM_FIELD_".length());
  }

  static Page<Items.Change> changes(ListItemHistoryResponse history) {
    return new Page<>(
        history.getChangesList().stream()
            .map(
                change ->
                    new Items.Change(
                        Instant.ofEpochMilli(change.getChangedAtMs()),
                        field(change.getField()),
                        change.getBefore(),
                        change.getAfter(),
                        change.getOperatorName()))
            .toList(),
        history.getNextPageToken());
  }

  static Page<Items.Move> moves(GetStockCardResponse card) {
    return new Page<>(
        card.getMovesList().stream()
            .map(
                move ->
                    new Items.Move(
                        move.getDocumentId(),
                        Instant.ofEpochMilli(move.getOccurredAtMs()),
                        kind(move.getDocumentKind()),
                        move.getDocumentNumber(),
                        reason(move.getReason()),
                        move.getNote(),
                        move.getOperatorName(),
                        move.getQuantityMilli(),
                        move.getQuantityAfterMilli(),
                        move.getValueMinor(),
                        move.getValueAfterMinor()))
            .toList(),
        card.getNextPageToken());
  }

  /** One of a kind that is newer than this program is any other. */
  private static String kind(DocumentKind kind) {
    return kind == DocumentKind.UNRECOGNIZED
        ? "UNSPECIFIED"
        : kind.name().substring("DOCUMENT_KIND_".length());
  }

  private static String reason(AdjustmentReason reason) {
    return reason == AdjustmentReason.UNRECOGNIZED
            || reason == AdjustmentReason.ADJUSTMENT_REASON_UNSPECIFIED
        ? ""
        : reason.name().substring("ADJUSTMENT_REASON_".length());
  }

  static Items.Paper paper(Items.Move move, GetReceiptDetailResponse sale) {
    return new Items.Paper(
        move,
        sale.getLinesList().stream()
            .map(
                line ->
                    new Items.PaperLine(
                        line.getItemCode(),
                        line.getName(),
                        line.getUnit(),
                        line.getQuantityMilli(),
                        line.getTotalMinor() - line.getBasketDiscountMinor()))
            .toList());
  }

  static Items.Paper paper(Items.Move move, GetGoodsReceiptResponse delivery, boolean seesCost) {
    return new Items.Paper(
        move,
        delivery.getLinesList().stream()
            .map(
                line ->
                    new Items.PaperLine(
                        line.getItemCode(),
                        line.getName(),
                        line.getUnit(),
                        line.getQuantityMilli(),
                        seesCost ? line.getCostMinor() : null))
            .toList());
  }

  static Items.Paper paper(Items.Move move, GetAdjustmentResponse adjustment, boolean seesCost) {
    return new Items.Paper(
        move,
        adjustment.getLinesList().stream()
            .map(
                line ->
                    new Items.PaperLine(
                        line.getItemCode(),
                        line.getName(),
                        line.getUnit(),
                        line.getQuantityMilli(),
                        seesCost ? line.getValueMinor() : null))
            .toList());
  }
}
