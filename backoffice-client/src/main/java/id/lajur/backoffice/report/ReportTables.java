package id.lajur.backoffice.report;

import id.lajur.backoffice.report.ReportTable.Note;
import id.lajur.backoffice.report.ReportTable.Total;
import id.lajur.kit.table.Kind;
import id.lajur.report.v1.AccountRow;
import id.lajur.report.v1.GetTrialBalanceResponse;
import id.lajur.report.v1.ListSalesResponse;
import id.lajur.report.v1.ListStockResponse;
import id.lajur.report.v1.ListTaxesResponse;
import id.lajur.report.v1.ListTendersResponse;
import id.lajur.report.v1.SalesFigures;
import id.lajur.report.v1.SalesRow;
import id.lajur.report.v1.StockRow;
import id.lajur.report.v1.TaxRow;
import id.lajur.report.v1.TenderRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The server's answers as tables: cells in the order of {@link ReportKind}'s columns. */
final class ReportTables {
  private static final long MICRO = 1_000_000;

  private ReportTables() {}

  static ReportTable sales(ReportKind kind, ListSalesResponse answer) {
    SalesFigures total = answer.getTotal();
    List<ReportRow> rows = answer.getRowsList().stream().map(row -> sold(kind, row)).toList();
    List<@Nullable Object> sums = new ArrayList<>(blank(kind.columns().size() - FIGURES));
    sums.addAll(figures(total));
    List<Note> notes =
        answer.getLateTickets() == 0
            ? List.of()
            : List.of(
                new Note(
                    "late",
                    Map.of(
                        "n", answer.getLateTickets(), "totalMinor", answer.getLateTotalMinor())));
    return new ReportTable(
        kind,
        rows,
        List.of(
            new Total("tickets", Kind.COUNT, total.getTickets()),
            new Total("net", Kind.MONEY, total.getNetMinor()),
            new Total("tax", Kind.MONEY, total.getTaxMinor()),
            new Total("sales", Kind.MONEY, total.getTotalMinor())),
        new ReportRow(sums, "", ""),
        notes,
        Instant.ofEpochMilli(answer.getReadAtMs()));
  }

  private static ReportRow sold(ReportKind kind, SalesRow row) {
    List<@Nullable Object> cells = new ArrayList<>();
    switch (kind) {
      case SALES_HOUR -> cells.add(row.getCode());
      case SALES_ITEM ->
          Collections.addAll(
              cells,
              row.getCode(),
              row.getName(),
              row.getDepartment(),
              row.getQuantityMilli(),
              row.getUnit());
      case ITEM_DAYS ->
          Collections.addAll(
              cells, LocalDate.parse(row.getCode()), row.getQuantityMilli(), row.getUnit());
      case SALES_DAY -> cells.add(LocalDate.parse(row.getCode()));
      default -> Collections.addAll(cells, row.getCode(), row.getName());
    }
    cells.addAll(figures(row.getFigures()));
    String behind = kind == ReportKind.SALES_ITEM ? row.getCode() : "";
    return new ReportRow(cells, behind, row.getName());
  }

  /** How many columns {@link #figures} fills. */
  private static final int FIGURES = 12;

  private static List<@Nullable Object> figures(SalesFigures figures) {
    long revenue = figures.getNetMinor() - figures.getDepositMinor();
    return Arrays.asList(
        figures.getTickets(),
        figures.getPiecesMilli(),
        figures.getGrossMinor(),
        figures.getDiscountMinor(),
        figures.getReturnMinor(),
        figures.getNetMinor(),
        figures.getTaxMinor(),
        figures.getTotalMinor(),
        figures.getDepositMinor(),
        figures.getCostMinor(),
        figures.getMarginMinor(),
        revenue <= 0 ? null : share(figures.getMarginMinor(), revenue));
  }

  private static @Nullable Long share(long part, long whole) {
    return Math.round((double) part / whole * MICRO);
  }

  static ReportTable tenders(ListTendersResponse answer, Instant readAt) {
    List<ReportRow> rows = new ArrayList<>();
    long count = 0;
    long taken = 0;
    long back = 0;
    for (TenderRow row : answer.getRowsList()) {
      count += row.getCount();
      taken += row.getTakenMinor();
      back += row.getGivenBackMinor();
      rows.add(
          row(
              row.getName(),
              row.getCount(),
              row.getTakenMinor(),
              row.getGivenBackMinor(),
              row.getAmountMinor()));
    }
    return new ReportTable(
        ReportKind.TENDERS,
        rows,
        List.of(
            new Total("tenders", Kind.MONEY, answer.getAmountMinor()),
            new Total("change", Kind.MONEY, -answer.getChangeMinor()),
            new Total("rounding", Kind.MONEY, -answer.getRoundingMinor()),
            new Total("sales", Kind.MONEY, answer.getSalesMinor())),
        row(null, count, taken, back, answer.getAmountMinor()),
        List.of(
            new Note(
                "tenders",
                Map.of(
                    "amountMinor", answer.getAmountMinor(),
                    "changeMinor", -answer.getChangeMinor(),
                    "roundingMinor", -answer.getRoundingMinor(),
                    "salesMinor", answer.getSalesMinor()))),
        readAt);
  }

  static ReportTable taxes(ListTaxesResponse answer, Instant readAt) {
    List<ReportRow> rows = new ArrayList<>();
    for (TaxRow row : answer.getRowsList()) {
      boolean reduced = row.getBaseNumerator() != row.getBaseDenominator();
      rows.add(
          row(
              row.getTaxClass(),
              row.getName(),
              row.getMode().name(),
              (long) row.getRateMicro(),
              row.getTickets(),
              row.getTaxableMinor(),
              reduced ? row.getReducedBaseMinor() : null,
              row.getTaxMinor()));
    }
    return new ReportTable(
        ReportKind.TAXES,
        rows,
        List.of(
            new Total("taxable", Kind.MONEY, answer.getTaxableMinor()),
            new Total("taxSum", Kind.MONEY, answer.getTaxMinor())),
        row(null, null, null, null, null, answer.getTaxableMinor(), null, answer.getTaxMinor()),
        List.of(),
        readAt);
  }

  static ReportTable stock(ReportKind kind, ListStockResponse answer) {
    boolean items = kind == ReportKind.STOCK_ITEM;
    List<ReportRow> rows = new ArrayList<>();
    for (StockRow row : answer.getRowsList()) {
      rows.add(
          items
              ? row(
                  row.getCode(),
                  row.getName(),
                  row.getDepartment(),
                  row.getQuantityMilli(),
                  row.getUnit(),
                  unitCost(row),
                  row.getValueMinor())
              : row(row.getCode(), row.getName(), row.getItems(), row.getValueMinor()));
    }
    return new ReportTable(
        kind,
        rows,
        List.of(
            new Total("items", Kind.COUNT, answer.getItems()),
            new Total("stockValue", Kind.MONEY, answer.getValueMinor())),
        items
            ? row(null, null, null, null, null, null, answer.getValueMinor())
            : row(null, null, answer.getItems(), answer.getValueMinor()),
        List.of(),
        Instant.ofEpochMilli(answer.getReadAtMs()));
  }

  private static @Nullable Long unitCost(StockRow row) {
    return row.getQuantityMilli() == 0
        ? null
        : Math.round((double) row.getValueMinor() * 1000 / row.getQuantityMilli());
  }

  static ReportTable trialBalance(GetTrialBalanceResponse answer) {
    List<ReportRow> rows = new ArrayList<>();
    for (AccountRow row : answer.getRowsList()) {
      rows.add(
          row(
              row.getAccount(),
              row.getName(),
              row.getKind().name(),
              row.getOpeningMinor(),
              row.getDebitMinor(),
              row.getCreditMinor(),
              row.getClosingMinor()));
    }
    return new ReportTable(
        ReportKind.TRIAL_BALANCE,
        rows,
        List.of(
            new Total("debit", Kind.MONEY, answer.getDebitMinor()),
            new Total("credit", Kind.MONEY, answer.getCreditMinor())),
        row(null, null, null, 0L, answer.getDebitMinor(), answer.getCreditMinor(), 0L),
        List.of(),
        Instant.ofEpochMilli(answer.getReadAtMs()));
  }

  private static ReportRow row(@Nullable Object... cells) {
    return new ReportRow(Arrays.asList(cells), "", "");
  }

  private static List<@Nullable Object> blank(int cells) {
    return Collections.nCopies(cells, null);
  }
}
