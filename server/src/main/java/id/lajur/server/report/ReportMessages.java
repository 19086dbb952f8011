package id.lajur.server.report;

import id.lajur.report.v1.AccountKind;
import id.lajur.report.v1.AccountRow;
import id.lajur.report.v1.GetTrialBalanceResponse;
import id.lajur.report.v1.ListSalesResponse;
import id.lajur.report.v1.ListStockResponse;
import id.lajur.report.v1.ListTaxesResponse;
import id.lajur.report.v1.ListTendersResponse;
import id.lajur.report.v1.TaxMode;
import id.lajur.report.v1.TaxRow;
import id.lajur.report.v1.TenderRow;
import id.lajur.rules.amount.Numbers;
import java.time.Instant;

/** Reports on the wire. */
final class ReportMessages {
  private ReportMessages() {}

  static SalesBy by(id.lajur.report.v1.SalesBy by) {
    return switch (by) {
      case SALES_BY_HOUR -> SalesBy.HOUR;
      case SALES_BY_DEPARTMENT -> SalesBy.DEPARTMENT;
      case SALES_BY_ITEM -> SalesBy.ITEM;
      case SALES_BY_OPERATOR -> SalesBy.OPERATOR;
      case SALES_BY_TERMINAL -> SalesBy.TERMINAL;
      case SALES_BY_MEMBER -> SalesBy.MEMBER;
      case SALES_BY_UNSPECIFIED, SALES_BY_DAY, UNRECOGNIZED -> SalesBy.DAY;
    };
  }

  static ListSalesResponse sales(KeptPages.Page<ReportService.ReadAt<SalesReport.Sales>> page) {
    SalesReport.Sales sales = page.report().report();
    ListSalesResponse.Builder answer =
        ListSalesResponse.newBuilder()
            .setTotal(figures(sales.total()))
            .setRowCount(sales.rows().size())
            .setLateTickets(sales.lateTickets())
            .setLateTotalMinor(sales.lateTotalMinor())
            .setNextPageToken(page.nextToken())
            .setReadAtMs(page.report().moment().toEpochMilli());
    page.of(sales.rows()).forEach(row -> answer.addRows(row(row)));
    return answer.build();
  }

  private static id.lajur.report.v1.SalesRow row(SalesRow row) {
    return id.lajur.report.v1.SalesRow.newBuilder()
        .setCode(row.code())
        .setName(row.name())
        .setDepartment(row.department())
        .setUnit(row.unit())
        .setQuantityMilli(row.unit().isEmpty() ? 0 : row.quantityMilli())
        .setFigures(figures(row.figures()))
        .build();
  }

  private static id.lajur.report.v1.SalesFigures figures(SalesFigures figures) {
    return id.lajur.report.v1.SalesFigures.newBuilder()
        .setTickets(figures.tickets())
        .setPiecesMilli(figures.piecesMilli())
        .setGrossMinor(figures.grossMinor())
        .setDiscountMinor(figures.discountMinor())
        .setReturnMinor(figures.returnMinor())
        .setTaxOnTopMinor(figures.taxOnTopMinor())
        .setTotalMinor(figures.totalMinor())
        .setTaxMinor(figures.taxMinor())
        .setNetMinor(figures.netMinor())
        .setDepositMinor(figures.depositMinor())
        .setCostMinor(figures.costMinor())
        .setMarginMinor(figures.marginMinor())
        .build();
  }

  static ListTendersResponse tenders(SalesReport.Tenders tenders) {
    ListTendersResponse.Builder answer =
        ListTendersResponse.newBuilder()
            .setChangeMinor(tenders.heads().changeMinor())
            .setRoundingMinor(tenders.heads().roundingMinor())
            .setSalesMinor(tenders.heads().totalMinor())
            .setTickets(tenders.heads().tickets());
    long sum = 0;
    for (ReportDao.TenderSum row : tenders.rows()) {
      long amount = row.takenMinor() - row.givenBackMinor();
      sum += amount;
      answer.addRows(
          TenderRow.newBuilder()
              .setKind(row.kind())
              .setName(row.name())
              .setCount(row.count())
              .setTakenMinor(row.takenMinor())
              .setGivenBackMinor(row.givenBackMinor())
              .setAmountMinor(amount));
    }
    return answer.setAmountMinor(sum).build();
  }

  static ListTaxesResponse taxes(SalesReport.Taxes taxes) {
    ListTaxesResponse.Builder answer = ListTaxesResponse.newBuilder();
    long taxable = 0;
    long tax = 0;
    for (ReportDao.TaxSum row : taxes.rows()) {
      taxable += row.taxableMinor();
      tax += row.taxMinor();
      answer.addRows(
          TaxRow.newBuilder()
              .setTaxClass(row.taxClass())
              .setName(row.name())
              .setMode(mode(row.mode()))
              .setRateMicro(row.rateMicro())
              .setBaseNumerator(row.baseNumerator())
              .setBaseDenominator(row.baseDenominator())
              .setTickets(row.tickets())
              .setTaxableMinor(row.taxableMinor())
              .setReducedBaseMinor(reducedBase(row, taxes.amountUnitMinor()))
              .setTaxMinor(row.taxMinor()));
    }
    return answer.setTaxableMinor(taxable).setTaxMinor(tax).build();
  }

  private static long reducedBase(ReportDao.TaxSum row, long unitMinor) {
    return Numbers.mulDiv(
            row.taxableMinor(), row.baseNumerator(), row.baseDenominator() * unitMinor)
        * unitMinor;
  }

  private static TaxMode mode(String mode) {
    return switch (mode) {
      case "INCLUSIVE" -> TaxMode.TAX_MODE_INCLUSIVE;
      case "EXCLUSIVE" -> TaxMode.TAX_MODE_EXCLUSIVE;
      default -> TaxMode.TAX_MODE_UNSPECIFIED;
    };
  }

  static ListStockResponse stock(KeptPages.Page<ReportService.ReadAt<StockReport.Stock>> page) {
    StockReport.Stock stock = page.report().report();
    ListStockResponse.Builder answer =
        ListStockResponse.newBuilder()
            .setItems(stock.items())
            .setValueMinor(stock.valueMinor())
            .setRowCount(stock.rows().size())
            .setNextPageToken(page.nextToken())
            .setReadAtMs(page.report().moment().toEpochMilli());
    page.of(stock.rows()).forEach(row -> answer.addRows(row(row)));
    return answer.build();
  }

  private static id.lajur.report.v1.StockRow row(StockRow row) {
    return id.lajur.report.v1.StockRow.newBuilder()
        .setCode(row.code())
        .setName(row.name())
        .setDepartment(row.unit().isEmpty() ? "" : row.department())
        .setUnit(row.unit())
        .setQuantityMilli(row.quantityMilli())
        .setItems(row.items())
        .setValueMinor(row.valueMinor())
        .build();
  }

  static GetTrialBalanceResponse trialBalance(TrialBalance balance, Instant readAt) {
    GetTrialBalanceResponse.Builder answer =
        GetTrialBalanceResponse.newBuilder()
            .setDebitMinor(balance.debitMinor())
            .setCreditMinor(balance.creditMinor())
            .setReadAtMs(readAt.toEpochMilli());
    for (TrialBalance.Account account : balance.accounts()) {
      answer.addRows(
          AccountRow.newBuilder()
              .setAccount(account.code())
              .setName(account.name())
              .setKind(AccountKind.valueOf("ACCOUNT_KIND_" + account.kind()))
              .setOpeningMinor(account.openingMinor())
              .setDebitMinor(account.debitMinor())
              .setCreditMinor(account.creditMinor())
              .setClosingMinor(account.closingMinor()));
    }
    return answer.build();
  }
}
