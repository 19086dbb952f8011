package id.lajur.backoffice.monitor;

import java.util.List;
import java.util.Optional;

/**
 * The shop as the server sees it: one business date beside the same weekday a week before. Amounts
 * are minor units, quantities thousandths of the base unit, moments milliseconds since 1970.
 *
 * @param businessDate ISO 8601, empty before the first
 * @param comparedDate ISO 8601
 * @param asOfMs the minute up to which it is counted
 * @param weekAgoAsOfMs the same minute a week before
 * @param weekAgo up to the same minute
 * @param margin empty for those who may not see cost
 */
record Shop(
    String businessDate,
    boolean open,
    String comparedDate,
    long asOfMs,
    long weekAgoAsOfMs,
    SalesFigures today,
    SalesFigures weekAgo,
    Optional<Margin> margin,
    Optional<Margin> weekAgoMargin,
    List<HourSales> hours,
    List<DepartmentSales> departments,
    List<TenderSales> tenders,
    List<Lane> lanes,
    List<Incident> incidents,
    List<SoldReceipt> receipts,
    List<TopItem> topItems,
    List<LowStock> lowStock) {

  static final Shop NONE =
      new Shop(
          "",
          false,
          "",
          0,
          0,
          new SalesFigures(0, 0, 0, 0),
          new SalesFigures(0, 0, 0, 0),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  Shop {
    hours = List.copyOf(hours);
    departments = List.copyOf(departments);
    tenders = List.copyOf(tenders);
    lanes = List.copyOf(lanes);
    incidents = List.copyOf(incidents);
    receipts = List.copyOf(receipts);
    topItems = List.copyOf(topItems);
    lowStock = List.copyOf(lowStock);
  }

  /**
   * What was sold.
   *
   * @param ticketsOfTheHour customers in the last 60 minutes
   */
  record SalesFigures(long salesMinor, long tickets, long averageMinor, long ticketsOfTheHour) {}

  /**
   * What was earned.
   *
   * @param micro millionths of the net sales
   */
  record Margin(long netMinor, long micro) {}

  /**
   * One hour.
   *
   * @param hour since midnight of the date: 25 = 1 at night
   * @param weekAgoMinor of the whole hour
   */
  record HourSales(int hour, long salesMinor, long tickets, long weekAgoMinor) {}

  /** One department. */
  record DepartmentSales(String code, String name, long salesMinor, long weekAgoMinor) {}

  /** One kind of tender. */
  record TenderSales(String kind, String name, long amountMinor, long weekAgoMinor) {}

  /** How a lane stands. */
  enum LaneState {
    CLOSED,
    READY,
    SERVING,
    PAUSED,
    AWAY,
    EMERGENCY,
    PAYING
  }

  /**
   * One lane.
   *
   * @param terminal code
   * @param tickets of the date, as {@code salesMinor}
   * @param weekAgoMinor up to the same minute
   * @param unsentSales receipts that it has given alone
   */
  record Lane(
      String terminal,
      String name,
      LaneState state,
      long sinceMs,
      String operatorName,
      long shiftTickets,
      long tickets,
      long salesMinor,
      long weekAgoMinor,
      Optional<Basket> basket,
      long unsentSales) {}

  /**
   * What a lane is scanning.
   *
   * @param lastItem name on the newest line that stands
   */
  record Basket(String basketId, long totalMinor, long pieces, String lastItem) {}

  /** What an incident is about, to be opened. */
  enum Subject {
    NOTHING,
    BASKET,
    SALE,
    CASH
  }

  /**
   * An entry of the audit journal.
   *
   * @param number in the journal of its terminal
   * @param subjectId of the basket or sale that it is about; else empty or of something else
   */
  record Incident(
      long occurredAtMs,
      String terminal,
      long number,
      String kind,
      String itemName,
      Optional<Long> amountMinor,
      String reason,
      String subjectId) {
    /** What can be opened behind it. */
    Subject subject() {
      return switch (kind) {
        case "CASH_PAY_IN", "CASH_PAY_OUT", "CASH_DROP", "SHIFT_CLOSED_FOR_OTHER" -> Subject.CASH;
        case "DRAWER_OPENED", "SIGN_ON_FAILED" -> Subject.NOTHING;
        case "RECEIPT_COPIED", "EMERGENCY_RECEIPT" -> about(Subject.SALE);
        default -> about(Subject.BASKET);
      };
    }

    private Subject about(Subject what) {
      return subjectId.isEmpty() ? Subject.NOTHING : what;
    }
  }

  /**
   * A receipt.
   *
   * @param partMinor what of it was asked for
   * @param costMinor 0 for those who may not see cost
   */
  record SoldReceipt(
      String saleId,
      String number,
      String terminal,
      long soldAtMs,
      String operatorName,
      int lineCount,
      long totalMinor,
      long partMinor,
      long costMinor) {}

  /** One that sells. */
  record TopItem(String itemCode, String name, String unit, long quantityMilli, long salesMinor) {}

  /** One that is over soon. */
  record LowStock(String itemCode, String name, String unit, long stockMilli, long soldADayMilli) {}
}
