package id.lajur.pos.window;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.fault.Faults;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.emergency.EmergencyNews;
import id.lajur.pos.lane.CashInDoubt;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.printer.UnreadReceipt;
import id.lajur.pos.receipt.CashSlip;
import id.lajur.pos.receipt.ReceiptPrintout;
import id.lajur.pos.session.LaneSession;
import id.lajur.sale.v1.Receipt;
import id.lajur.till.v1.MoveCashRequest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is sold is printed, and so is the slip of cash that was moved; the last sale is what a copy
 * is made of. On the lane's thread.
 */
final class SalePapers implements LaneSession.Papers {
  private static final Logger log = LoggerFactory.getLogger(SalePapers.class);

  private final StoreConnection connection;
  private final Lane lane;
  private final EmergencyLane selling;
  private final ReceiptPrinter printer;
  private final EmergencyNews news;
  private final InstantSource clock;
  private final Supplier<LaneSession> session;

  private String lastSaleId = "";
  private boolean wantsPaper = true; // of the payment under way
  private Optional<Receipt> lastOwn = Optional.empty(); // where the lane made the last sale alone

  /**
   * @param session whose papers these are; not asked before the first one
   */
  SalePapers(
      StoreConnection connection,
      Lane lane,
      EmergencyLane selling,
      ReceiptPrinter printer,
      EmergencyNews news,
      InstantSource clock,
      Supplier<LaneSession> session) {
    this.connection = connection;
    this.lane = lane;
    this.selling = selling;
    this.printer = printer;
    this.news = news;
    this.clock = clock;
    this.session = session;
  }

  /** Whether the customer of the payment that begins now takes a receipt. */
  void wanted(boolean paper) {
    wantsPaper = paper;
  }

  @Override
  public void sold(LaneSession.Sold sale) {
    lastSaleId = sale.saleId();
    lastOwn = sale.paper();
    boolean wanted = wantsPaper;
    wantsPaper = true; // of whatever is sold next without its customer being asked
    if (sale.paper().isPresent()) {
      var unused = printer.print(sale.paper().get(), sale.opensDrawer());
    } else if (wanted) {
      print(sale.saleId(), sale.number(), sale.opensDrawer());
    } else if (sale.opensDrawer()) {
      var unused = printer.openDrawer();
    }
  }

  /**
   * Where the receipt cannot be read or laid out now, the sale is done all the same: the drawer is
   * opened, and F11 reads it again.
   */
  private void print(String saleId, String number, boolean opensDrawer) {
    try {
      var unused = printer.print(selling.receipt(saleId), opensDrawer);
    } catch (ServerRefusal e) {
      log.warn("receipt {} cannot be read yet: {}", number, e.getMessage());
      printLater(saleId, number, opensDrawer);
    } catch (RuntimeException fault) {
      Faults.tell(fault);
      printLater(saleId, number, opensDrawer);
    }
  }

  private void printLater(String saleId, String number, boolean opensDrawer) {
    printer.toBeRead(new UnreadReceipt(saleId, number));
    if (opensDrawer) {
      var unused = printer.openDrawer();
    }
  }

  @Override
  public void soldBefore(LaneSession.Sold sale) {
    lastSaleId = sale.saleId();
    lastOwn = Optional.empty();
    try { // a second original must not be, none at all neither
      Receipt receipt =
          connection.within(EmergencyLane.PATIENCE, () -> lane.receipts().copy(lastSaleId));
      var unused = printer.print(new ReceiptPrintout(receipt).asCopy(), false);
    } catch (ServerRefusal e) {
      log.warn("no copy of {}, F11 makes one: {}", sale.number(), e.getMessage());
    }
  }

  @Override
  public void cashMoved(CashInDoubt.Moved moved) {
    LaneSession at = session.get();
    MoveCashRequest cash = moved.request();
    var slip =
        new CashSlip(
            at.here().getStore(),
            at.here().getTerminal().getCode(),
            at.who().name(),
            cash.getMovement(),
            cash.getAmountMinor(),
            cash.getReason(),
            moved.approvedBy(),
            clock.instant(),
            false);
    var unused = printer.print(slip, true);
  }

  @Override
  public void cashSettled(CashInDoubt.Moved moved, String refusal) {
    news.cashSettled(moved.request(), refusal.isEmpty());
  }

  /** Whether the receipt of a sale is there to be printed, or has been. */
  boolean hasRead(LaneSession.Sold sold) {
    return sold.paper().isPresent()
        || printer.unread().stream().noneMatch(one -> one.number().equals(sold.number()));
  }

  /** Of a sale of its own that the server may not know yet the lane has all that the paper says. */
  ReceiptPrintout copyOfTheLast() {
    Optional<Receipt> own = lastOwn.filter(receipt -> selling.state().waiting() > 0);
    Receipt receipt =
        own.isPresent() ? own.get() : selling.ask(() -> lane.receipts().copy(lastSaleId));
    return new ReceiptPrintout(receipt).asCopy();
  }
}
