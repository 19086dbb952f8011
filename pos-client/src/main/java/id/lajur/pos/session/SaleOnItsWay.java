package id.lajur.pos.session;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.fault.Faults;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.emergency.EmergencySale;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.lane.SaleInDoubt;
import id.lajur.pos.receipt.ReceiptLayout;
import id.lajur.pos.session.LaneSession.Sold;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.Tender;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sale from its payment to its paper, with the server or without it: paid once and printed once,
 * whatever dies meanwhile.
 */
final class SaleOnItsWay {
  private static final Logger log = LoggerFactory.getLogger(SaleOnItsWay.class);

  private final Lane lane;
  private final EmergencyLane selling;
  private final LaneJournal journal;
  private final SaleInDoubt inDoubt;
  private final LaneSession.Papers papers;

  SaleOnItsWay(Lane lane, EmergencyLane selling, LaneJournal journal, LaneSession.Papers papers) {
    this.lane = lane;
    this.selling = selling;
    this.journal = journal;
    this.inDoubt = journal.saleInDoubt();
    this.papers = papers;
  }

  /** As {@link LaneSession#pay}, in a shift of this lane. */
  Sold pay(String shiftId, List<Tender> tenders) {
    String basketId = selling.basket().getBasketId();
    EmergencyLane.Paid paid;
    try {
      paid = selling.pay(tenders, payment -> keep(shiftId, payment));
    } catch (ServerRefusal refusal) {
      if (!refusal.isAbsence()) {
        settled(basketId); // not made, and not to be made at the next sign-on
      }
      throw refusal;
    }
    return paid.byServer().isPresent()
        ? byServer(shiftId, paid.byServer().get(), basketId)
        : byLane(paid.byLane().orElseThrow());
  }

  private Sold byServer(String ofShift, PayResponse sale, String basketId) {
    Sold sold = sold(sale, basketId);
    note(ofShift, sold, sale.getChainCode());
    giveItsPaper(sold);
    settled(basketId);
    return sold;
  }

  private static Sold sold(PayResponse sale, String basketId) {
    return new Sold(
        LaneJournal.receipt(sale).number(),
        sale.getSaleId(),
        basketId,
        sale.getTotalMinor(),
        sale.getChangeMinor(),
        sale.getOpensDrawer(),
        Optional.empty());
  }

  /** Its receipt is on the disk already; nobody has to be asked for it. */
  private Sold byLane(EmergencySale sale) {
    String ofShift = sale.request().getReceipt().getShiftId();
    Receipt receipt = sale.receipt();
    Sold sold =
        new Sold(
            ReceiptLayout.number(receipt),
            "",
            sale.request().getReceipt().getBasketId(),
            receipt.getTotalMinor(),
            receipt.getChangeMinor(),
            true,
            Optional.of(receipt));
    note(ofShift, sold, receipt.getChainCode());
    settled(sold.basketId()); // the receipt names its basket, and finds out at the server
    giveItsPaper(sold);
    return sold;
  }

  /** The sale is made, whatever becomes of its paper; a fault there is told. */
  private void giveItsPaper(Sold sold) {
    try {
      papers.sold(sold);
    } catch (RuntimeException fault) {
      Faults.tell(fault);
    }
  }

  /** The lane may have died after its last sale was on the disk, and before its paper came. */
  void giveLastPaper() {
    Optional<EmergencySale> last = selling.lastSale();
    if (last.isEmpty()) {
      return;
    }
    Receipt receipt = last.get().receipt();
    if (!isInJournal(ReceiptLayout.number(receipt), receipt.getChainCode())) {
      Sold unused = byLane(last.get());
    }
  }

  /** A lane whose disk is full goes on selling; its Z will say that the proof is not whole. */
  private void note(String ofShift, Sold sold, String chainCode) {
    try {
      journal.note(ofShift, sold.number(), sold.totalMinor(), chainCode);
    } catch (IOException e) {
      log.error("receipt {} is not in the lane's journal", sold.number(), e);
    }
  }

  /** A lane whose disk is full goes on selling; a loss of power would leave this sale in doubt. */
  private void keep(String shiftId, PayRequest payment) {
    try {
      inDoubt.keep(shiftId, payment);
    } catch (IOException e) {
      log.error("payment {} is not on the lane's disk", payment.getRequestId(), e);
    }
  }

  /** Whose payment was on its way when this lane died; empty where none was. */
  String basketInDoubt() {
    return paymentInDoubt().map(SaleOnItsWay::basketId).orElse("");
  }

  private static String basketId(SaleInDoubt.Asked asked) {
    return asked.payment().getBasket().getBasketId();
  }

  private Optional<SaleInDoubt.Asked> paymentInDoubt() {
    try {
      return inDoubt.read();
    } catch (IOException e) {
      log.error("whether a payment is in doubt cannot be read", e);
      return Optional.empty();
    }
  }

  /**
   * The payment that was on its way when this lane died: asked for under its own request id, it is
   * answered as it was, or done now; its receipt comes out as that of any sale. One that an
   * emergency receipt has followed finds out at the server by that.
   *
   * @return the basket's id; empty where none was in doubt
   */
  String settle() {
    Optional<SaleInDoubt.Asked> asked = paymentInDoubt();
    if (asked.isEmpty()) {
      return "";
    }
    String basketId = basketId(asked.get());
    if (selling.hasSold(basketId)) {
      settled(basketId);
      return basketId;
    }
    try {
      PayResponse sale = lane.pay(asked.get().payment());
      Sold sold = sold(sale, basketId);
      if (isInJournal(sold.number(), sale.getChainCode())) { // its paper was in hand
        papers.soldBefore(sold);
        settled(basketId);
      } else {
        byServer(asked.get().shiftId(), sale, basketId);
      }
    } catch (ServerRefusal refusal) {
      if (refusal.isAbsence()) {
        throw refusal;
      }
      log.error("the payment in doubt is refused, so it was not made: {}", refusal.toString());
      settled(basketId);
      return "";
    }
    return basketId;
  }

  /** One that cannot be read tells of no paper that is missing: nothing comes out twice. */
  private boolean isInJournal(String number, String chainCode) {
    try {
      return journal.rows().stream()
          .anyMatch(row -> row.receipt().equals(number) && row.chainCode().equals(chainCode));
    } catch (IOException e) {
      log.error("the lane's journal cannot be read", e);
      return true;
    }
  }

  /** Should it stand there still, it is asked for once more at the next start. */
  private void settled(String basketId) {
    if (paymentInDoubt().filter(asked -> !basketId(asked).equals(basketId)).isPresent()) {
      return; // of another basket, which nobody has settled yet
    }
    try {
      inDoubt.settled();
    } catch (IOException e) {
      log.warn("a payment stands on the lane's disk as in doubt still", e);
    }
  }
}
