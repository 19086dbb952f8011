package id.lajur.server.sale;

import id.lajur.server.catalog.SaleItem;
import id.lajur.server.database.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an entry of a basket lies in its row. */
final class BasketEntryRows {
  private BasketEntryRows() {}

  /** What is read of an entry {@code e}. */
  static final String COLUMNS =
      """
      e.seq, e.kind AS entry_kind, e.occurred_at, e.approved_by, e.line_id, e.barcode,
      e.quantity_milli, e.list_price_minor, e.price_minor, e.price_source,
      e.label_amount_minor, e.amount_minor, e.percent_micro, e.discount_source,
      e.reason, e.item_id, e.unit_no, e.item_code, e.item_name, e.department_id,
      e.item_kind, e.account, e.tax_class_id, e.weighed, e.no_discount, e.no_return,
      e.stock_policy, e.unit, e.factor_milli, e.sold_sale_id, e.sold_line_no,
      e.level_prices, e.member_id, e.level_no
      """;

  static final String INSERT =
      """
      INSERT INTO basket_entry (basket_id, seq, request_id, digest, kind, terminal_id,
             operator_id, approved_by, occurred_at, line_id, barcode,
             quantity_milli, list_price_minor, price_minor, price_source,
             label_amount_minor, amount_minor, percent_micro, discount_source, reason,
             sold_sale_id, sold_line_no, member_id, level_no, level_prices, item_id, unit_no,
             item_code, item_name, department_id, item_kind, account,
             tax_class_id, weighed, no_discount, no_return, stock_policy, unit, factor_milli)
      """;

  /** Of the columns after the basket's id, in the order of {@link #bind}. */
  static final String VALUES = "?" + ", ?".repeat(37);

  /** Binds {@link #VALUES}; of the columns, the basket's id is bound before. */
  static void bind(Statements.Row row, BasketDao.EntryKey key, BasketEntry entry)
      throws SQLException {
    row.number(entry.seq())
        .id(key.requestId())
        .bytes(key.digest())
        .name(entry.kind())
        .number(key.terminalId())
        .number(key.operatorId())
        .number(entry.approvedBy())
        .time(entry.occurredAt())
        .number(entry.lineId())
        .text(entry.barcode())
        .number(entry.quantityMilli())
        .number(entry.listPriceMinor())
        .number(entry.priceMinor())
        .name(entry.priceSource())
        .number(entry.labelAmountMinor())
        .number(entry.amountMinor())
        .number(entry.percentMicro())
        .name(entry.discountSource())
        .text(entry.reason())
        .id(entry.returns() == null ? null : entry.returns().saleId())
        .number(entry.returns() == null ? null : (@Nullable Integer) entry.returns().lineNo())
        .number(entry.choice() == null ? null : entry.choice().memberId())
        .number(entry.choice() == null ? null : entry.choice().levelNo())
        .text(entry.item() == null ? null : entry.item().levelPrices());
    bindItem(row, entry.item());
  }

  /** The item as it is now, which the line keeps. */
  private static void bindItem(Statements.Row row, @Nullable SaleItem item) throws SQLException {
    if (item == null) {
      for (int column = 0; column < 14; column++) {
        row.text(null);
      }
      return;
    }
    row.number(item.itemId())
        .number(item.unitNo())
        .text(item.code())
        .text(item.name())
        .number(item.departmentId())
        .name(item.kind())
        .text(item.account())
        .number(item.taxClassId())
        .flag(item.weighed())
        .flag(item.noDiscount())
        .flag(item.noReturn())
        .name(item.stockPolicy())
        .text(item.unit())
        .number(item.factorMilli());
  }

  /** An entry of a row that has {@link #COLUMNS}. */
  static BasketEntry read(ResultSet row) throws SQLException {
    return new BasketEntry(
        row.getInt("seq"),
        EntryKind.valueOf(row.getString("entry_kind")),
        Statements.time(row, "occurred_at"),
        row.getObject("approved_by", Integer.class),
        row.getObject("line_id", Integer.class),
        item(row),
        row.getString("barcode"),
        Statements.numberOrNull(row, "quantity_milli"),
        Statements.numberOrNull(row, "list_price_minor"),
        Statements.numberOrNull(row, "price_minor"),
        named(PriceSource.class, row.getString("price_source")),
        Statements.numberOrNull(row, "label_amount_minor"),
        Statements.numberOrNull(row, "amount_minor"),
        row.getObject("percent_micro", Integer.class),
        named(DiscountSource.class, row.getString("discount_source")),
        row.getString("reason"),
        soldLine(row),
        choice(row));
  }

  private static BasketEntry.@Nullable Choice choice(ResultSet row) throws SQLException {
    String kind = row.getString("entry_kind");
    return kind.equals("MEMBER") || kind.equals("PRICE_LEVEL")
        ? new BasketEntry.Choice(
            row.getObject("member_id", Integer.class), row.getObject("level_no", Integer.class))
        : null;
  }

  private static @Nullable SoldLine soldLine(ResultSet row) throws SQLException {
    UUID saleId = Statements.idOrNull(row, "sold_sale_id");
    return saleId == null ? null : new SoldLine(saleId, row.getInt("sold_line_no"));
  }

  private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }

  /** The item as it was at its scan; it was not blocked then. */
  private static @Nullable SaleItem item(ResultSet row) throws SQLException {
    int itemId = row.getInt("item_id");
    if (row.wasNull()) {
      return null;
    }
    return new SaleItem(
        itemId,
        row.getString("item_code"),
        row.getString("item_name"),
        row.getInt("department_id"),
        SaleItem.Kind.valueOf(row.getString("item_kind")),
        row.getString("account"),
        row.getInt("tax_class_id"),
        row.getBoolean("weighed"),
        row.getBoolean("no_discount"),
        row.getBoolean("no_return"),
        null,
        SaleItem.StockPolicy.valueOf(row.getString("stock_policy")),
        row.getInt("unit_no"),
        row.getString("unit"),
        row.getLong("factor_milli"),
        Statements.numberOrNull(row, "list_price_minor"),
        row.getString("level_prices"));
  }
}
