package id.lajur.installer.demo;

import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.rules.receipt.ReceiptsProof;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.Tender;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.ShiftReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * An honest cashier at a lane of the demo shop, for one shift after another: scans what customers
 * bring, takes their money, and counts the drawer to the last coin.
 */
final class DemoCashier {
  private static final long FLOAT_MINOR = 500_000_00;
  private static final long[] NOTES_MINOR = {1_000_00, 5_000_00, 20_000_00, 50_000_00, 100_000_00};

  private final Lane lane;
  private final SplittableRandom customers;
  private final List<ReceiptsProof.Receipt> given = new ArrayList<>();
  private long cashMinor;

  /**
   * @param lane at which its operator has signed on
   * @param seed of the notes that customers have with them
   */
  DemoCashier(Lane lane, long seed) {
    this.lane = lane;
    this.customers = new SplittableRandom(seed);
  }

  void openShift() {
    given.clear();
    cashMinor = FLOAT_MINOR;
    lane.openShift(FLOAT_MINOR);
  }

  /** Sells a ticket. */
  PayResponse sell(DemoDay.Ticket ticket) {
    for (DemoDay.Line line : ticket.lines()) {
      int lineId = lane.scan(DemoStore.code(line.item()), line.quantityMilli()).getLineId();
      if (line.takenBack()) {
        lane.voidLine(lineId, "pembeli batal");
      }
    }
    PayResponse sale = pay(ticket.paid());
    given.add(LaneJournal.receipt(sale));
    return sale;
  }

  private PayResponse pay(DemoDay.Paid paid) {
    long total = lane.basket().getTotals().getTotalMinor();
    long elsewhere =
        switch (paid) {
          case CASH -> 0;
          case QRIS, CARD -> total;
          case QRIS_AND_CASH -> total / 2 / NOTES_MINOR[0] * NOTES_MINOR[0];
        };
    List<Tender> tenders = new ArrayList<>();
    if (elsewhere != 0) {
      String kind = paid == DemoDay.Paid.CARD ? "CARD" : "QRIS";
      tenders.add(Tender.newBuilder().setKind(kind).setAmountMinor(elsewhere).build());
    }
    long cash = 0;
    if (elsewhere != total) {
      long note = NOTES_MINOR[customers.nextInt(NOTES_MINOR.length)];
      cash = (total - elsewhere + note - 1) / note * note;
      tenders.add(Tender.newBuilder().setKind("CASH").setAmountMinor(cash).build());
    }
    PayResponse sale = lane.pay(tenders);
    cashMinor += cash - sale.getChangeMinor();
    return sale;
  }

  /** Counts the drawer; the shift has its Z. */
  ShiftReport closeShift() {
    return lane.closeShift(pieces(cashMinor), Optional.of(LaneJournal.Proof.of(given)));
  }

  private static List<Denomination> pieces(long cashMinor) {
    List<Denomination> pieces = new ArrayList<>();
    long left = cashMinor;
    for (long rupiah :
        new long[] {100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100}) {
      long value = rupiah * 100;
      pieces.add(
          Denomination.newBuilder().setValueMinor(value).setPieces((int) (left / value)).build());
      left %= value;
    }
    return pieces;
  }
}
