package id.lajur.installer.faults;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.people.v1.SignOnResponse;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.lane.SaleInDoubt;
import id.lajur.pos.receipt.ReceiptLayout;
import id.lajur.sale.v1.BasketState;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.Tender;
import id.lajur.sale.v1.WaitingBasket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A cashier who sells without pause. What the lane keeps on its disk is what a real one keeps: a
 * journal of its receipts, and the payment that is on its way.
 */
final class Selling {
  private static final int MOST_LINES = 4;
  private static final long NOTE_MINOR = 100_000_00;

  private final Lane lane;
  private final LaneJournal journal;
  private final SaleInDoubt inDoubt;
  private final List<String> codes;
  private final SplittableRandom random;
  private final LaneWatch watch;
  private String shiftId = "";

  /**
   * @param folder the lane's own
   * @param codes of what is sold
   */
  Selling(Lane lane, Path folder, List<String> codes, SplittableRandom random, LaneWatch watch) {
    this.lane = lane;
    this.journal = journal(folder);
    this.inDoubt = journal.saleInDoubt();
    this.codes = List.copyOf(codes);
    this.random = random;
    this.watch = watch;
  }

  /** The journal that a lane keeps in its folder. */
  static LaneJournal journal(Path folder) {
    return new LaneJournal(folder.resolve("journal.tsv"));
  }

  /**
   * Signs on, learns how the payment ended that was on its way, and takes up the basket that lay
   * open; a lane that starts for the first time has neither, and opens its shift.
   *
   * @throws IOException the lane's own disk
   * @throws ServerRefusal the server's no, or its absence
   */
  void begin(String operator, String pin) throws IOException {
    SignOnResponse signedOn = lane.signOn(operator, pin);
    if (!signedOn.hasOpenShift()) {
      shiftId = lane.openShift(FaultStore.FLOAT_MINOR).getShiftId();
      return;
    }
    shiftId = signedOn.getOpenShift().getShiftId();
    Optional<SaleInDoubt.Asked> asked = inDoubt.read();
    if (asked.isPresent()) {
      watch.askedAgain(asked.get().payment().getRequestId(), System.currentTimeMillis());
      pay(asked.get().payment());
    }
    for (WaitingBasket left : lane.waitingBaskets()) {
      if (left.getState() == BasketState.BASKET_STATE_OPEN) {
        lane.find(left.getBasketId());
      }
    }
    watch.found(lane.basket().getBasketId(), lane.basket().getLinesCount());
  }

  /** Sells one basket, or the rest of the one at hand. */
  void sellOne() throws IOException {
    int wanted = lane.basket().getLinesCount() + 1 + random.nextInt(MOST_LINES);
    for (int lines = lane.basket().getLinesCount() + 1; lines <= wanted; lines++) {
      var unused = lane.scan(codes.get(random.nextInt(codes.size())), 1_000);
      if (lane.basket().getLinesCount() != lines) {
        watch.failed(
            "a basket has " + lane.basket().getLinesCount() + " lines after " + lines + " scans");
      }
      watch.scanned(lane.basket().getBasketId(), lines);
    }
    long total = lane.basket().getTotals().getTotalMinor();
    long given = (total / NOTE_MINOR + 1) * NOTE_MINOR;
    PayRequest payment =
        lane.payment(List.of(Tender.newBuilder().setKind("CASH").setAmountMinor(given).build()));
    inDoubt.keep(shiftId, payment);
    watch.paying(lane.basket().getBasketId(), wanted);
    pay(payment);
  }

  private void pay(PayRequest payment) throws IOException {
    PayResponse sale = lane.pay(payment);
    String receipt =
        ReceiptLayout.number(
            Receipt.newBuilder()
                .setTerminal(sale.getTerminal())
                .setSeries(sale.getSeries())
                .setNumber(sale.getNumber())
                .build());
    journal.note(shiftId, receipt, sale.getTotalMinor(), sale.getChainCode());
    inDoubt.settled();
    watch.sold(payment.getBasket().getBasketId(), receipt, sale.getTotalMinor());
  }
}
