package id.lajur.server.live;

import id.lajur.live.v1.DepartmentSales;
import id.lajur.live.v1.HourSales;
import id.lajur.live.v1.Incident;
import id.lajur.live.v1.Lane;
import id.lajur.live.v1.LaneState;
import id.lajur.live.v1.LowStock;
import id.lajur.live.v1.Margin;
import id.lajur.live.v1.OpenBasket;
import id.lajur.live.v1.SalesFigures;
import id.lajur.live.v1.Shop;
import id.lajur.live.v1.SoldReceipt;
import id.lajur.live.v1.TenderSales;
import id.lajur.live.v1.TopItem;
import id.lajur.rules.amount.Numbers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The shop as its message. The figures' part is kept until they or the minute change. */
final class ShopMessages {
  private static final long WHOLE_MICRO = 1_000_000;

  private @Nullable Key key;
  private Shop figures = Shop.getDefaultInstance();
  private Map<Integer, Long> lanesBefore = Map.of();

  private record Key(
      ShopFigures figures, long sequence, long minute, LanesDao.@Nullable DateRow date) {}

  /** All that a look saw, cost and margin among it. */
  Shop shop(ShopMonitor.Seen seen) {
    Key now = new Key(seen.figures(), seen.figures().sequence(), seen.minute(), seen.date());
    if (!now.equals(key)) {
      ShopFigures shop = seen.figures();
      long minuteAgo = shop.today().day().weekAgo(seen.minute());
      Part before = shop.weekAgo().until(minuteAgo);
      lanesBefore = before.lanes();
      figures = figures(seen, before, minuteAgo);
      key = now;
    }
    return figures.toBuilder()
        .addAllLanes(seen.lanes().stream().map(lane -> lane(lane, seen.figures())).toList())
        .addAllIncidents(seen.incidents().stream().map(ShopMessages::incident).toList())
        .build();
  }

  private static Shop figures(ShopMonitor.Seen seen, Part before, long minuteAgo) {
    ShopFigures shop = seen.figures();
    ShopDay day = shop.today().day();
    Part today = shop.today().all();
    LanesDao.DateRow date = seen.date();
    return Shop.newBuilder()
        .setBusinessDate(date == null ? "" : date.date().toString())
        .setOpen(date != null && date.open())
        .setComparedDate(day.weekAgo().date().toString())
        .setAsOfMs(Instant.ofEpochSecond(seen.minute() * 60).toEpochMilli())
        .setWeekAgoAsOfMs(Instant.ofEpochSecond(minuteAgo * 60).toEpochMilli())
        .setSequence(shop.sequence())
        .setToday(
            sales(today, shop.today().ticketsOfTheHour(seen.minute()), seen.rules().unitMinor()))
        .setWeekAgo(
            sales(before, shop.weekAgo().ticketsOfTheHour(minuteAgo), seen.rules().unitMinor()))
        .setMargin(margin(today))
        .setWeekAgoMargin(margin(before))
        .addAllHours(hours(shop))
        .addAllDepartments(departments(today, before, shop.names()))
        .addAllTenders(tenders(today, before, shop.names()))
        .addAllReceipts(shop.receipts().stream().map(ShopMessages::receipt).toList())
        .addAllTopItems(shop.topItems().stream().map(item -> top(item, shop.names())).toList())
        .addAllLowStock(shop.lowStock().stream().map(low -> low(low, shop.names())).toList())
        .build();
  }

  private static SalesFigures sales(Part part, long ticketsOfTheHour, long unitMinor) {
    long average =
        part.tickets() == 0
            ? 0
            : Numbers.mulDiv(part.salesMinor(), 1, part.tickets() * unitMinor) * unitMinor;
    return SalesFigures.newBuilder()
        .setSalesMinor(part.salesMinor())
        .setTickets(part.tickets())
        .setAverageMinor(average)
        .setTicketsOfTheHour(ticketsOfTheHour)
        .build();
  }

  private static Margin margin(Part part) {
    long earned = part.netMinor() - part.costMinor();
    return Margin.newBuilder()
        .setNetMinor(part.netMinor())
        .setCostMinor(part.costMinor())
        .setMarginMicro(
            part.netMinor() <= 0 ? 0 : Numbers.mulDiv(earned, WHOLE_MICRO, part.netMinor()))
        .build();
  }

  private static List<HourSales> hours(ShopFigures shop) {
    Map<Integer, Part> today = shop.today().hours();
    Map<Integer, Part> before = shop.weekAgo().hours();
    Set<Integer> hours = new TreeSet<>(today.keySet());
    hours.addAll(before.keySet());
    Part none = new Part();
    return hours.stream()
        .map(
            hour ->
                HourSales.newBuilder()
                    .setHour(hour)
                    .setSalesMinor(today.getOrDefault(hour, none).salesMinor())
                    .setTickets(today.getOrDefault(hour, none).tickets())
                    .setWeekAgoMinor(before.getOrDefault(hour, none).salesMinor())
                    .build())
        .toList();
  }

  private static List<DepartmentSales> departments(
      Part today, Part before, ShopFigures.Names names) {
    Set<Integer> ids = new TreeSet<>(today.departments().keySet());
    ids.addAll(before.departments().keySet());
    return ids.stream()
        .map(
            id -> {
              GoodsDao.DepartmentName name =
                  names.departments().getOrDefault(id, new GoodsDao.DepartmentName("", ""));
              return DepartmentSales.newBuilder()
                  .setCode(name.code())
                  .setName(name.name())
                  .setSalesMinor(today.departments().getOrDefault(id, 0L))
                  .setWeekAgoMinor(before.departments().getOrDefault(id, 0L))
                  .build();
            })
        .sorted(Comparator.comparingLong(DepartmentSales::getSalesMinor).reversed())
        .toList();
  }

  private static List<TenderSales> tenders(Part today, Part before, ShopFigures.Names names) {
    return names.tenders().entrySet().stream()
        .map(
            kind ->
                TenderSales.newBuilder()
                    .setKind(kind.getKey())
                    .setName(kind.getValue())
                    .setAmountMinor(today.tenders().getOrDefault(kind.getKey(), 0L))
                    .setWeekAgoMinor(before.tenders().getOrDefault(kind.getKey(), 0L))
                    .build())
        .toList();
  }

  private Lane lane(LaneBoard.Lane lane, ShopFigures shop) {
    Part day = shop.today().lane(lane.row().terminalId());
    Lane.Builder message =
        Lane.newBuilder()
            .setTerminal(lane.row().code())
            .setName(lane.row().name())
            .setState(LaneState.valueOf("LANE_STATE_" + lane.state()))
            .setSinceMs(lane.since() == null ? 0 : lane.since().toEpochMilli())
            .setTickets(day.tickets())
            .setSalesMinor(day.salesMinor())
            .setWeekAgoMinor(lanesBefore.getOrDefault(lane.row().terminalId(), 0L));
    if (lane.row().unsent() > 0) {
      message.setUnsentSales(lane.row().unsent()).setUnsentMinor(lane.row().unsentMinor());
    }
    LanesDao.ShiftRow shift = lane.shift();
    if (shift != null) {
      SoldDao.ShiftSum sum = shop.shift(shift.shiftId());
      message
          .setOperatorNumber(shift.operatorNumber())
          .setOperatorName(shift.operatorName())
          .setShiftTickets(sum.tickets())
          .setShiftSalesMinor(sum.salesMinor());
    }
    if (lane.basket() != null) {
      message.setBasket(
          OpenBasket.newBuilder()
              .setBasketId(lane.basket().basketId().toString())
              .setTotalMinor(lane.basket().totalMinor())
              .setLines(lane.basket().lines())
              .setPieces(lane.basket().pieces())
              .setLastItem(lane.basket().lastItem()));
    }
    return message.build();
  }

  private static Incident incident(IncidentDao.IncidentRow row) {
    Incident.Builder message =
        Incident.newBuilder()
            .setOccurredAtMs(row.occurredAt().toEpochMilli())
            .setTerminal(row.terminal())
            .setKind(row.kind())
            .setOperatorName(row.operatorName())
            .setApproverName(row.approverName())
            .setItemName(row.itemName())
            .setReason(row.reason())
            .setSubjectId(row.subject())
            .setNumber(row.number());
    if (row.amountMinor() != null) {
      message.setAmountMinor(row.amountMinor());
    }
    return message.build();
  }

  static SoldReceipt receipt(SoldDao.ReceiptRow row) {
    return SoldReceipt.newBuilder()
        .setSaleId(row.saleId().toString())
        .setNumber(row.number())
        .setTerminal(row.terminal())
        .setSoldAtMs(row.soldAt().toEpochMilli())
        .setOperatorNumber(row.operatorNumber())
        .setOperatorName(row.operatorName())
        .setLineCount(row.lineCount())
        .setTotalMinor(row.totalMinor())
        .setPartMinor(row.partMinor())
        .setCostMinor(row.costMinor())
        .build();
  }

  private static GoodsDao.ItemName name(int itemId, ShopFigures.Names names) {
    return names.items().getOrDefault(itemId, new GoodsDao.ItemName("", "", ""));
  }

  private static TopItem top(DaySales.ItemSum item, ShopFigures.Names names) {
    GoodsDao.ItemName name = name(item.itemId(), names);
    return TopItem.newBuilder()
        .setItemCode(name.code())
        .setName(name.name())
        .setUnit(name.unit())
        .setQuantityMilli(item.baseMilli())
        .setSalesMinor(item.salesMinor())
        .build();
  }

  private static LowStock low(Stocks.Low low, ShopFigures.Names names) {
    GoodsDao.ItemName name = name(low.itemId(), names);
    return LowStock.newBuilder()
        .setItemCode(name.code())
        .setName(name.name())
        .setUnit(name.unit())
        .setStockMilli(low.stockMilli())
        .setSoldADayMilli(low.aDayMilli())
        .build();
  }
}
