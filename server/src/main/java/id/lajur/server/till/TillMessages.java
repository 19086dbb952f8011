package id.lajur.server.till;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import id.lajur.server.wire.Texts;
import id.lajur.till.v1.CashCarried;
import id.lajur.till.v1.CashLine;
import id.lajur.till.v1.CashTaken;
import id.lajur.till.v1.CloseDayResponse;
import id.lajur.till.v1.CloseOtherShiftRequest;
import id.lajur.till.v1.CloseOtherShiftResponse;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.CloseShiftResponse;
import id.lajur.till.v1.CopyZReportResponse;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.DrawerReason;
import id.lajur.till.v1.GetDayResponse;
import id.lajur.till.v1.GetHandoverResponse;
import id.lajur.till.v1.GetZReportResponse;
import id.lajur.till.v1.OpenShiftResponse;
import id.lajur.till.v1.ReportTender;
import id.lajur.till.v1.ShiftReport;
import id.lajur.till.v1.SuspendedBasket;
import id.lajur.till.v1.TenderCount;
import id.lajur.till.v1.UnsentSales;
import id.lajur.till.v1.WaitingCash;
import id.lajur.till.v1.WaitingHandover;
import id.lajur.till.v1.WaitingShift;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts and reports as messages. */
final class TillMessages {
  private static final long MOST_VALUE_MINOR = 1_000_000_000L;
  private static final int MOST_COUNTED = 100; // denominations, and kinds of tender
  private static final int SHA_256 = 32;
  private static final int MOST_PIECES = 100_000;
  private static final long MOST_CASH_MINOR = 1_000_000_000_000L;
  private static final long MOST_SLIPS_MINOR = 100_000_000_000_000L;

  private TillMessages() {}

  /**
   * @param unitMinor smallest step of an amount
   * @throws Refusal COUNT_INVALID: a value twice or that no money has, or a number that no drawer
   *     holds
   */
  static ShiftClosing.Count count(CloseShiftRequest request, long unitMinor) {
    if (request.getLaneSaleCount() < 0) {
      throw new Refusal(Reason.COUNT_INVALID).with("laneSaleCount", request.getLaneSaleCount());
    }
    int hash = request.getLaneReceiptsHash().size();
    if (hash != 0 && hash != SHA_256) {
      throw new Refusal(Reason.COUNT_INVALID).with("laneReceiptsHash", hash);
    }
    return count(
        request.getCountedList(),
        request.getCountedTendersList(),
        request.getExplanation(),
        new LaneProof(
            request.getLaneSaleCount(),
            request.getLaneSaleTotalMinor(),
            HexFormat.of().formatHex(request.getLaneReceiptsHash().toByteArray()),
            request.getLaneJournalUnread()),
        unitMinor);
  }

  /** As above, of a shift whose lane is not asked. */
  static ShiftClosing.Count count(CloseOtherShiftRequest request, long unitMinor) {
    return count(
        request.getCountedList(),
        request.getCountedTendersList(),
        request.getExplanation(),
        LaneProof.NONE,
        unitMinor);
  }

  private static ShiftClosing.Count count(
      List<Denomination> pieces,
      List<TenderCount> slips,
      String explanation,
      LaneProof lane,
      long unitMinor) {
    if (pieces.size() > MOST_COUNTED || slips.size() > MOST_COUNTED) {
      throw new Refusal(Reason.COUNT_INVALID).with("most", MOST_COUNTED);
    }
    Map<Long, Integer> denominations = new TreeMap<>();
    for (Denomination counted : pieces) {
      if (counted.getValueMinor() <= 0
          || counted.getValueMinor() > MOST_VALUE_MINOR
          || counted.getValueMinor() % unitMinor != 0
          || counted.getPieces() < 0
          || counted.getPieces() > MOST_PIECES
          || denominations.put(counted.getValueMinor(), counted.getPieces()) != null) {
        throw new Refusal(Reason.COUNT_INVALID).with("valueMinor", counted.getValueMinor());
      }
    }
    Map<String, Long> tenders = new TreeMap<>();
    for (TenderCount counted : slips) {
      if (counted.getAmountMinor() > MOST_SLIPS_MINOR
          || counted.getAmountMinor() < -MOST_SLIPS_MINOR
          || counted.getAmountMinor() % unitMinor != 0
          || tenders.put(counted.getKind(), counted.getAmountMinor()) != null) {
        throw new Refusal(Reason.COUNT_INVALID).with("kind", counted.getKind());
      }
    }
    ShiftClosing.Count count =
        new ShiftClosing.Count(denominations, tenders, Texts.plain(explanation), lane);
    if (count.cashMinor() > MOST_CASH_MINOR) {
      throw new Refusal(Reason.COUNT_INVALID).with("mostMinor", MOST_CASH_MINOR);
    }
    return count;
  }

  static byte[] closed(ZDao.ZRow z, Caller caller) {
    return CloseShiftResponse.newBuilder()
        .setReport(z(z, caller.terminalCode(), caller.operatorOrThrow().name()))
        .build()
        .toByteArray();
  }

  static byte[] closedOther(ZDao.ZRow z, TillReports.WaitingShift shift) {
    return CloseOtherShiftResponse.newBuilder()
        .setReport(z(z, shift.terminal(), shift.operatorName()))
        .build()
        .toByteArray();
  }

  static byte[] closed(DayClosing.Closed closed) {
    CloseDayResponse.Builder message =
        CloseDayResponse.newBuilder()
            .setBusinessDate(closed.businessDate().toString())
            .setShifts(closed.shifts());
    closed.unsent().forEach(lane -> message.addUnsent(unsent(lane)));
    return message.build().toByteArray();
  }

  private static UnsentSales unsent(TillReports.Unsent lane) {
    return UnsentSales.newBuilder()
        .setTerminal(lane.terminal())
        .setSales(lane.sales())
        .setTotalMinor(lane.totalMinor())
        .setAnnouncedAtMs(lane.announcedAt().toEpochMilli())
        .build();
  }

  static GetDayResponse day(TillReports.Day day) {
    GetDayResponse.Builder message = GetDayResponse.newBuilder();
    if (day.date() != null) {
      message.setBusinessDate(day.date().toString());
    }
    for (TillReports.WaitingShift shift : day.shifts()) {
      message.addOpenShifts(
          WaitingShift.newBuilder()
              .setShiftId(shift.shiftId().toString())
              .setTerminal(shift.terminal())
              .setOperatorNumber(shift.operatorNumber())
              .setOperatorName(shift.operatorName())
              .setNumber(shift.number())
              .setBusinessDate(shift.businessDate().toString())
              .setOpenedAtMs(shift.openedAt().toEpochMilli())
              .setOpenBaskets(shift.openBaskets()));
    }
    long unsent = day.unsent().stream().mapToLong(TillReports.Unsent::sales).sum();
    message.setUnsentEmergencySales((int) Math.min(unsent, Integer.MAX_VALUE));
    day.unsent().forEach(lane -> message.addUnsent(unsent(lane)));
    for (TillReports.Suspended basket : day.suspended()) {
      message.addSuspended(
          SuspendedBasket.newBuilder()
              .setBasketId(basket.basketId().toString())
              .setSuspendNumber(basket.suspendNumber())
              .setTerminal(basket.terminal())
              .setOperatorName(basket.operatorName())
              .setSuspendedAtMs(basket.since().toEpochMilli()));
    }
    for (CashHandover handover : day.handovers()) {
      message.addHandovers(
          WaitingHandover.newBuilder()
              .setHandoverId(handover.zId().toString())
              .setFromTerminal(handover.fromTerminal())
              .setToTerminal(handover.toTerminal())
              .setFromOperatorName(handover.fromOperatorName())
              .setOperatorNumber(handover.operatorNumber())
              .setOperatorName(handover.operatorName())
              .setAmountMinor(handover.amountMinor())
              .setHandedAtMs(handover.handedAt().toEpochMilli()));
    }
    return message.build();
  }

  static byte[] opened(ShiftOpening.Opened opened) {
    return OpenShiftResponse.newBuilder()
        .setShiftId(opened.shiftId().toString())
        .setNumber(opened.number())
        .setBusinessDate(opened.businessDate().toString())
        .setOpenedAtMs(opened.openedAt().toEpochMilli())
        .setFloatMinor(opened.floatMinor())
        .addAllTaken(taken(opened.taken()))
        .build()
        .toByteArray();
  }

  /**
   * @param operatorId who asks: what somebody else counted is not told, so that he counts blind
   */
  static GetHandoverResponse handovers(List<CashHandover> waiting, int operatorId) {
    GetHandoverResponse.Builder message = GetHandoverResponse.newBuilder();
    for (CashHandover handover : waiting) {
      message.addWaiting(
          WaitingCash.newBuilder()
              .setTerminal(handover.fromTerminal())
              .setZNumber(handover.zNumber())
              .setOperatorName(handover.fromOperatorName())
              .setHandedAtMs(handover.handedAt().toEpochMilli())
              .setAmountMinor(
                  handover.fromOperatorId() == operatorId ? handover.amountMinor() : 0));
    }
    return message.build();
  }

  private static List<CashTaken> taken(List<CashHandover> handovers) {
    return handovers.stream()
        .map(
            handover ->
                CashTaken.newBuilder()
                    .setTerminal(handover.fromTerminal())
                    .setZNumber(handover.zNumber())
                    .setOperatorName(handover.fromOperatorName())
                    .setAmountMinor(handover.amountMinor())
                    .build())
        .toList();
  }

  static ShiftReport kept(ZDao.Kept kept, String terminal) {
    return z(kept.z(), terminal, kept.operatorName()).build();
  }

  static byte[] copied(ZCopies.Copy copy, String terminal) {
    return CopyZReportResponse.newBuilder()
        .setReport(kept(copy.kept(), terminal))
        .setCopyNumber(copy.copyNumber())
        .setCopiedAtMs(copy.at().toEpochMilli())
        .build()
        .toByteArray();
  }

  static byte[] copiedAtLane(ZCopies.Copy copy, String terminal) {
    return GetZReportResponse.newBuilder()
        .setReport(kept(copy.kept(), terminal))
        .setCopyNumber(copy.copyNumber())
        .setCopiedAtMs(copy.at().toEpochMilli())
        .build()
        .toByteArray();
  }

  static ShiftReport x(ShiftFigures figures, Caller caller) {
    return report(figures)
        .setTerminal(caller.terminalCode())
        .setOperatorName(caller.operatorOrThrow().name())
        .setBusinessDate(caller.shiftOrThrow().businessDate().toString())
        .build();
  }

  private static ShiftReport.Builder z(ZDao.ZRow z, String terminal, String operatorName) {
    ShiftReport.Builder report = report(z.figures());
    ZDao.Handed handed = z.handed();
    if (handed != null) {
      report.setCarried(
          CashCarried.newBuilder()
              .setTerminal(handed.terminal())
              .setOperatorName(handed.operatorName())
              .setAmountMinor(handed.amountMinor()));
    }
    return report
        .setTerminal(terminal)
        .setOperatorName(operatorName)
        .setZNumber(z.zNumber())
        .setBusinessDate(z.businessDate().toString())
        .setClosedAtMs(z.closedAt().toEpochMilli())
        .setCountedCashMinor(z.countedCashMinor())
        .setDifferenceMinor(z.countedCashMinor() - z.figures().expectedCashMinor())
        .setLaneSaleCount(z.lane().sales())
        .setLaneSaleTotalMinor(z.lane().totalMinor())
        .setReceiptsHash(z.figures().receiptsHash())
        .setLaneReceiptsHash(z.lane().receiptsHash())
        .setForced(z.forced())
        .setComplete(!z.forced() && z.lane().proves(z.figures()));
  }

  private static ShiftReport.Builder report(ShiftFigures figures) {
    ShiftReport.Builder report =
        ShiftReport.newBuilder()
            .setShiftId(figures.shiftId().toString())
            .setOpenedAtMs(figures.openedAt().toEpochMilli())
            .setSaleCount(figures.saleCount())
            .setFirstReceipt(figures.firstReceipt())
            .setLastReceipt(figures.lastReceipt())
            .setEmergencyCount(figures.emergency().count())
            .setFirstEmergency(figures.emergency().first())
            .setLastEmergency(figures.emergency().last())
            .setSalesMinor(figures.salesMinor())
            .setDiscountMinor(figures.discountMinor())
            .setTaxMinor(figures.taxMinor())
            .setRoundingMinor(figures.roundingMinor())
            .setReturnMinor(figures.returnMinor())
            .setVoidedLines(figures.voidedLines())
            .setVoidedBaskets(figures.voidedBaskets())
            .setDrawerOpenings(figures.drawerOpenings())
            .setExpectedCashMinor(figures.expectedCashMinor())
            .addAllTaken(taken(figures.taken()))
            .setReceiptHead(HexFormat.of().formatHex(figures.receiptHead().hash()))
            .setJournalHead(HexFormat.of().formatHex(figures.auditHead().hash()));
    for (ShiftFigures.Opening opening : figures.drawerReasons()) {
      report.addDrawerReasons(
          DrawerReason.newBuilder().setReason(opening.reason()).setCount(opening.count()));
    }
    for (ShiftFigures.Tender tender : figures.tenders()) {
      if (tender.count() == 0) {
        continue;
      }
      report.addTenders(
          ReportTender.newBuilder()
              .setKind(tender.kind())
              .setName(tender.name())
              .setCount(tender.count())
              .setAmountMinor(tender.amountMinor()));
    }
    for (ShiftFigures.Cash cash : figures.cash()) {
      report.addCash(
          CashLine.newBuilder()
              .setKind(cash.kind())
              .setCount(cash.count())
              .setAmountMinor(cash.amountMinor()));
    }
    return report;
  }
}
