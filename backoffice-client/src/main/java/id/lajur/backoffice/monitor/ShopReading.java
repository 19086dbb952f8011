package id.lajur.backoffice.monitor;

import id.lajur.live.v1.DetailLine;
import id.lajur.live.v1.EntryLine;
import id.lajur.live.v1.GetCashDocumentResponse;
import id.lajur.live.v1.GetReceiptDetailResponse;
import id.lajur.live.v1.Incident;
import id.lajur.live.v1.Lane;
import id.lajur.live.v1.ListReceiptsRequest;
import id.lajur.live.v1.OpenBasket;
import id.lajur.live.v1.SoldReceipt;
import id.lajur.people.v1.ApprovalMatter;
import id.lajur.people.v1.ApprovalRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The wire's messages as the monitor's own values. */
final class ShopReading {
  private static final String LANE_STATE = "LANE_STATE_";

  private ShopReading() {}

  static Shop shop(id.lajur.live.v1.Shop shop) {
    return new Shop(
        shop.getBusinessDate(),
        shop.getOpen(),
        shop.getComparedDate(),
        shop.getAsOfMs(),
        shop.getWeekAgoAsOfMs(),
        figures(shop.getToday()),
        figures(shop.getWeekAgo()),
        shop.hasMargin() ? Optional.of(margin(shop.getMargin())) : Optional.empty(),
        shop.hasWeekAgoMargin() ? Optional.of(margin(shop.getWeekAgoMargin())) : Optional.empty(),
        shop.getHoursList().stream()
            .map(
                hour ->
                    new Shop.HourSales(
                        hour.getHour(),
                        hour.getSalesMinor(),
                        hour.getTickets(),
                        hour.getWeekAgoMinor()))
            .toList(),
        shop.getDepartmentsList().stream()
            .map(
                each ->
                    new Shop.DepartmentSales(
                        each.getCode(),
                        each.getName(),
                        each.getSalesMinor(),
                        each.getWeekAgoMinor()))
            .toList(),
        shop.getTendersList().stream()
            .map(
                each ->
                    new Shop.TenderSales(
                        each.getKind(),
                        each.getName(),
                        each.getAmountMinor(),
                        each.getWeekAgoMinor()))
            .toList(),
        shop.getLanesList().stream().map(ShopReading::lane).toList(),
        shop.getIncidentsList().stream().map(ShopReading::incident).toList(),
        shop.getReceiptsList().stream().map(ShopReading::receipt).toList(),
        shop.getTopItemsList().stream()
            .map(
                item ->
                    new Shop.TopItem(
                        item.getItemCode(),
                        item.getName(),
                        item.getUnit(),
                        item.getQuantityMilli(),
                        item.getSalesMinor()))
            .toList(),
        shop.getLowStockList().stream()
            .map(
                item ->
                    new Shop.LowStock(
                        item.getItemCode(),
                        item.getName(),
                        item.getUnit(),
                        item.getStockMilli(),
                        item.getSoldADayMilli()))
            .toList());
  }

  private static Shop.SalesFigures figures(id.lajur.live.v1.SalesFigures figures) {
    return new Shop.SalesFigures(
        figures.getSalesMinor(),
        figures.getTickets(),
        figures.getAverageMinor(),
        figures.getTicketsOfTheHour());
  }

  private static Shop.Margin margin(id.lajur.live.v1.Margin margin) {
    return new Shop.Margin(margin.getNetMinor(), margin.getMarginMicro());
  }

  private static Shop.Lane lane(Lane lane) {
    String state = lane.getState().name();
    return new Shop.Lane(
        lane.getTerminal(),
        lane.getName(),
        state.startsWith(LANE_STATE) && lane.getStateValue() > 0
            ? Shop.LaneState.valueOf(state.substring(LANE_STATE.length()))
            : Shop.LaneState.CLOSED,
        lane.getSinceMs(),
        lane.getOperatorName(),
        lane.getShiftTickets(),
        lane.getTickets(),
        lane.getSalesMinor(),
        lane.getWeekAgoMinor(),
        lane.hasBasket() ? Optional.of(basket(lane.getBasket())) : Optional.empty(),
        lane.getUnsentSales());
  }

  private static Shop.Basket basket(OpenBasket basket) {
    return new Shop.Basket(
        basket.getBasketId(), basket.getTotalMinor(), basket.getPieces(), basket.getLastItem());
  }

  private static Shop.Incident incident(Incident incident) {
    return new Shop.Incident(
        incident.getOccurredAtMs(),
        incident.getTerminal(),
        incident.getNumber(),
        incident.getKind(),
        incident.getItemName(),
        incident.hasAmountMinor() ? Optional.of(incident.getAmountMinor()) : Optional.empty(),
        incident.getReason(),
        incident.getSubjectId());
  }

  static Shop.SoldReceipt receipt(SoldReceipt receipt) {
    return new Shop.SoldReceipt(
        receipt.getSaleId(),
        receipt.getNumber(),
        receipt.getTerminal(),
        receipt.getSoldAtMs(),
        receipt.getOperatorName(),
        receipt.getLineCount(),
        receipt.getTotalMinor(),
        receipt.getPartMinor(),
        receipt.getCostMinor());
  }

  static List<Approval> approvals(List<ApprovalRequest> waiting) {
    return waiting.stream()
        .map(
            request ->
                new Approval(
                    request.getApprovalId(),
                    request.getTerminal(),
                    request.getPermission(),
                    request.getReason(),
                    request.hasMostMinor() ? Optional.of(request.getMostMinor()) : Optional.empty(),
                    matter(request.getMatter()),
                    request.getRequestedAtMs()))
        .toList();
  }

  private static Approval.Matter matter(ApprovalMatter matter) {
    return new Approval.Matter(
        matter.getItemName(),
        matter.getQuantityMilli(),
        matter.hasPriceMinor() ? Optional.of(matter.getPriceMinor()) : Optional.empty(),
        matter.hasNewPriceMinor() ? Optional.of(matter.getNewPriceMinor()) : Optional.empty(),
        matter.getPercentMicro(),
        matter.hasBasketMinor() ? Optional.of(matter.getBasketMinor()) : Optional.empty());
  }

  static ListReceiptsRequest request(ReceiptQuery asked, String page, int pageSize) {
    ListReceiptsRequest.Builder request =
        ListReceiptsRequest.newBuilder()
            .setBusinessDate(asked.businessDate())
            .setDepartment(asked.department())
            .setTerminal(asked.terminal())
            .setTender(asked.tender())
            .setItemCode(asked.itemCode())
            .setFromMs(asked.fromMs())
            .setUntilMs(asked.untilMs())
            .setPageSize(pageSize)
            .setPageToken(page);
    asked.hour().ifPresent(request::setHour);
    return request.build();
  }

  static ReceiptDetail detail(GetReceiptDetailResponse detail) {
    List<EntryLine> entry = new ArrayList<>(detail.getEntryList());
    entry.addAll(detail.getCostEntryList());
    return new ReceiptDetail(
        receipt(detail.getReceipt()),
        detail.getLinesList().stream().map(ShopReading::line).toList(),
        detail.getTendersList().stream()
            .map(
                tender -> new ReceiptDetail.DetailTender(tender.getName(), tender.getAmountMinor()))
            .toList(),
        detail.getTaxMinor(),
        detail.getRoundingMinor(),
        detail.getChangeMinor(),
        entry(entry));
  }

  private static List<ReceiptDetail.EntryLine> entry(List<EntryLine> lines) {
    return lines.stream()
        .map(
            line ->
                new ReceiptDetail.EntryLine(
                    line.getAccount(), line.getName(), line.getAmountMinor()))
        .toList();
  }

  static CashDocument document(GetCashDocumentResponse document) {
    return new CashDocument(
        document.getKind(),
        document.getTerminal(),
        document.getOccurredAtMs(),
        document.getBusinessDate(),
        document.getOperatorName(),
        document.getApproverName(),
        document.getReason(),
        document.getAmountMinor(),
        document.getZNumber(),
        entry(document.getEntryList()));
  }

  private static ReceiptDetail.DetailLine line(DetailLine line) {
    return new ReceiptDetail.DetailLine(
        line.getName(),
        !line.getKind().equals("SALE"),
        line.getDepartment(),
        line.getBarcode(),
        line.getUnit(),
        line.getQuantityMilli(),
        line.getPriceMinor(),
        line.getDiscountMinor() + line.getBasketDiscountMinor(),
        line.getTotalMinor() - line.getBasketDiscountMinor(),
        line.getTaxMinor(),
        line.getCostMinor());
  }
}
