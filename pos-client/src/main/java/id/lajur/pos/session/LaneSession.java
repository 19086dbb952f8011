package id.lajur.pos.session;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.people.v1.GetTerminalResponse;
import id.lajur.people.v1.Operator;
import id.lajur.people.v1.SignOnResponse;
import id.lajur.pos.emergency.AbsentSignOn;
import id.lajur.pos.emergency.AbsentSignOn.Shift;
import id.lajur.pos.emergency.AbsentSignOn.SignedOn;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.emergency.EmergencyRefusal;
import id.lajur.pos.emergency.EmergencySale;
import id.lajur.pos.lane.CashInDoubt;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.lane.Till;
import id.lajur.sale.v1.BasketState;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.Tender;
import id.lajur.sale.v1.WaitingBasket;
import id.lajur.till.v1.CashMovement;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.Handover;
import id.lajur.till.v1.OpenShiftResponse;
import id.lajur.till.v1.ShiftReport;
import id.lajur.till.v1.Takeover;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operator at a lane, from sign-on to sign-off, with the server or without it, and with what the
 * lane keeps on its own disk: its journal, the payment that is on its way, the basket at hand.
 *
 * <p>Acts are made one after another on one thread, as those of {@link Lane}.
 */
public final class LaneSession implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LaneSession.class);
  private static final SignedOn NOBODY = new SignedOn("", "", new Shift("", 0, 0));

  private final Lane lane;
  private final EmergencyLane selling;
  private final StoreConnection connection;
  private final AbsentSignOn absent;
  private final LaneJournal journal;
  private final SaleOnItsWay sales;
  private final CashOnItsWay cash;

  private GetTerminalResponse here = GetTerminalResponse.getDefaultInstance();
  private SignedOn signedOn = NOBODY;
  private String settled = ""; // basket whose payment was, since somebody began to sell

  /**
   * A sale that was paid.
   *
   * @param number of its receipt, as printed
   * @param saleId at the server; empty where the lane sold alone
   * @param paper what is printed, where the lane knows it already
   */
  public record Sold(
      String number,
      String saleId,
      String basketId,
      long totalMinor,
      long changeMinor,
      boolean opensDrawer,
      Optional<Receipt> paper) {}

  /** Who prints. */
  public interface Papers {
    /**
     * A sale was paid, and is in the lane's journal; told once for each, also for one whose payment
     * was on its way when the lane died.
     */
    void sold(Sold sale);

    /** A sale was found whose paper was in hand when the lane died, and may not have come out. */
    default void soldBefore(Sold sale) {}

    /** Cash without a sale is in the books; told again where the lane died before it noted that. */
    default void cashMoved(CashInDoubt.Moved moved) {}

    /**
     * How cash ended whose booking was in doubt, told after {@link #cashMoved}.
     *
     * @param refusal reason why it is not in the books; empty where it is
     */
    default void cashSettled(CashInDoubt.Moved moved, String refusal) {}
  }

  /**
   * What a sign-on gives.
   *
   * @param suspended baskets that wait in the store; 0 where the server was not asked
   * @param told what the server says of who has signed on; empty where it was not asked
   * @param idleMinutes without an act, after which he is on no longer; 0 = never
   */
  public record Begun(SignedOn who, int suspended, Optional<Operator> told, int idleMinutes) {}

  /**
   * @param lane whose connection asks commands until they are known
   * @param selling the same lane, where it may have to go on alone; closed with this
   * @param absent who may sign on without the server; closed with this
   */
  public LaneSession(
      Lane lane,
      EmergencyLane selling,
      StoreConnection connection,
      AbsentSignOn absent,
      LaneJournal journal,
      Papers papers) {
    this.lane = lane;
    this.selling = selling;
    this.connection = connection;
    this.absent = absent;
    this.journal = journal;
    this.sales = new SaleOnItsWay(lane, selling, journal, papers);
    this.cash = new CashOnItsWay(journal.cashInDoubt(), lane.till(), selling, connection, papers);
  }

  /**
   * Shop and terminal; where the server is away, as it told them last.
   *
   * @throws ServerRefusal the server's no, or its absence where it has never told
   */
  public GetTerminalResponse terminal() {
    Optional<GetTerminalResponse> known = absent.terminal();
    try {
      here = soonIf(known.isPresent(), lane::terminal);
      absent.terminal(here);
    } catch (ServerRefusal e) {
      if (!e.isAbsence() || known.isEmpty()) {
        throw e;
      }
      here = known.get();
    }
    return here;
  }

  private <R> R soonIf(boolean canWithout, Supplier<R> ask) {
    return canWithout ? connection.within(EmergencyLane.PATIENCE, ask) : ask.get();
  }

  /** Shop and terminal, as {@link #terminal()} gave them last. */
  public GetTerminalResponse here() {
    return here;
  }

  /** Who has signed on. */
  public SignedOn who() {
    return signedOn;
  }

  public String shiftId() {
    return signedOn.shift().shiftId();
  }

  /**
   * Signs an operator on: learns how the payment ended that was on its way, and takes up the basket
   * that was at hand. While the server is away this is for who has a shift open at this lane.
   *
   * @throws ServerRefusal SIGN_ON_FAILED, SIGN_ON_BUSY; its absence
   * @throws EmergencyRefusal EMERGENCY_SIGN_ON, SIGN_ON_FAILED: said by the lane alone
   * @throws PinChangeNeeded the operator is on, and must have another PIN
   */
  public Begun signOn(String operatorNumber, String pin) {
    sales.giveLastPaper();
    SignOnResponse answer;
    try {
      boolean canWithout = absent.knows(operatorNumber) && selling.knowsTheShelf();
      answer = soonIf(canWithout, () -> lane.signOn(operatorNumber, pin));
    } catch (ServerRefusal e) {
      if (!e.isAbsence() || !selling.knowsTheShelf()) {
        throw e;
      }
      return signedOnAlone(absent.signOn(operatorNumber, pin));
    }
    if (answer.getMustChangePin()) {
      throw new PinChangeNeeded();
    }
    Shift shift =
        answer.hasOpenShift()
            ? new Shift(
                answer.getOpenShift().getShiftId(),
                answer.getOpenShift().getNumber(),
                answer.getOpenShift().getOpenedAtMs())
            : NOBODY.shift();
    signedOn =
        new SignedOn(answer.getOperator().getNumber(), answer.getOperator().getName(), shift);
    absent.signedOn(signedOn, pin, answer.getPinMark());
    String now = sales.settle();
    settled = now.isEmpty() ? settled : now;
    List<WaitingBasket> waiting = lane.waiting().list();
    for (WaitingBasket left : waiting) {
      boolean open = left.getState() == BasketState.BASKET_STATE_OPEN;
      if (open && !selling.hasSold(left.getBasketId())) {
        lane.find(left.getBasketId());
      }
    }
    sells(settled);
    settled = "";
    boolean unused = settleCash();
    return new Begun(
        signedOn,
        (int)
            waiting.stream()
                .filter(basket -> basket.getState() == BasketState.BASKET_STATE_SUSPENDED)
                .count(),
        Optional.of(answer.getOperator()),
        answer.getIdleMinutes());
  }

  /** The operator has signed on with a PIN that another one must follow first. */
  public static final class PinChangeNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Begun signedOnAlone(SignedOn known) {
    connection.session("");
    signedOn = known;
    selling.startAlone(seller(), sales.basketInDoubt());
    return new Begun(signedOn, 0, Optional.empty(), absent.idleMinutes());
  }

  private EmergencySale.Seller seller() {
    return new EmergencySale.Seller(
        here.getStore(),
        here.getTerminal().getCode(),
        signedOn.number(),
        signedOn.name(),
        shiftId());
  }

  /** Who would sell, if the lane had to go on alone: nobody without a shift. */
  private void sells(String settled) {
    if (shiftId().isEmpty()) {
      selling.stop();
    } else {
      selling.start(seller(), settled);
    }
  }

  /** Signs off; without the server the session there ends with its idle time. */
  public void signOff() {
    boolean heard = !selling.isEmergency() && signedOffInTime();
    selling.stop(); // before an unheard basket is put down: it waits on the disk
    if (!heard) {
      connection.session("");
      lane.putDown();
    }
    signedOn = NOBODY;
  }

  private boolean signedOffInTime() {
    try {
      connection.within(
          EmergencyLane.PATIENCE,
          () -> {
            lane.signOff();
            return true;
          });
      return true;
    } catch (ServerRefusal refusal) {
      if (refusal.isAbsence()) {
        return false;
      }
      throw refusal;
    }
  }

  /**
   * @param floatMinor cash laid into the drawer
   */
  public OpenShiftResponse openShift(long floatMinor) {
    return openShift(floatMinor, Takeover.TAKEOVER_UNSPECIFIED);
  }

  /** As above, with cash that was handed over. */
  public OpenShiftResponse openShift(long floatMinor, Takeover takeover) {
    OpenShiftResponse opened = lane.openShift(floatMinor, takeover);
    become(new Shift(opened.getShiftId(), opened.getNumber(), opened.getOpenedAtMs()));
    absent.opened(signedOn.number(), signedOn.shift());
    sells("");
    return opened;
  }

  private void become(Shift shift) {
    signedOn = new SignedOn(signedOn.number(), signedOn.name(), shift);
  }

  /**
   * Counts the drawer and closes the shift, with the lane's own proof.
   *
   * @throws EmergencyRefusal EMERGENCY_ONLY_CASH: the lane sells by itself; EMERGENCY_WAITING: what
   *     it sold so is on its way
   */
  public ShiftReport closeShift(List<Denomination> counted, String explanation) {
    return closeShift(counted, explanation, Optional.empty());
  }

  /** As above, with cash that does not go to the safe. */
  public ShiftReport closeShift(
      List<Denomination> counted, String explanation, Optional<Handover> handover) {
    selling.mustHaveComeIn();
    cash.mustHaveSettled(shiftId());
    ShiftReport z = lane.closeShift(counted, explanation, handover, proof());
    absent.closed(signedOn.number());
    become(NOBODY.shift());
    sells("");
    return z;
  }

  /**
   * Puts cash into the drawer, or takes it out, without a sale. Whatever dies meanwhile, it is
   * booked once: see {@link #settleCash}.
   *
   * @param amountMinor above 0, whatever the direction
   * @param approvedBy name of the supervisor whose approval this is; empty when there is none
   * @throws ServerRefusal APPROVAL_NEEDED, AMOUNT_INVALID, REASON_NEEDED
   * @throws EmergencyRefusal EMERGENCY_ONLY_CASH while the lane sells by itself; CASH_IN_DOUBT: the
   *     server did not answer, and is asked once it is back, as one before it
   */
  public void moveCash(
      CashMovement movement,
      long amountMinor,
      String reason,
      String approvalId,
      String approvedBy) {
    cash.move(
        new CashInDoubt.Moved(
            shiftId(), Till.movement(movement, amountMinor, reason, approvalId), approvedBy));
  }

  /**
   * Asks for the cash whose booking is in doubt under its own request id: it is answered as it was,
   * or done now. Nothing is done while the server is away, or for a shift that nobody here has.
   *
   * @return whether none of this shift is in doubt
   */
  public boolean settleCash() {
    return cash.settle(shiftId());
  }

  /** None where the journal cannot be read: the Z is then marked as not complete. */
  private Optional<LaneJournal.Proof> proof() {
    try {
      return Optional.of(journal.of(shiftId()));
    } catch (IOException e) {
      log.error("the lane's journal cannot be read", e);
      return Optional.empty();
    }
  }

  /**
   * Pays the basket at hand in cash.
   *
   * @throws ServerRefusal the server's no, or its absence where the lane cannot go on alone
   * @throws EmergencyRefusal the lane's own no: nothing was sold; NOT_SIGNED_ON: whether the server
   *     sold it is found out at the next sign-on
   */
  public Sold payCash(long receivedMinor) {
    return pay(Lane.cash(receivedMinor));
  }

  /**
   * As above, with any kinds of tender.
   *
   * @throws EmergencyRefusal also EMERGENCY_ONLY_CASH, PAYMENT_IN_DOUBT for other kinds than cash
   */
  public Sold pay(List<Tender> tenders) {
    return sales.pay(shiftId(), tenders);
  }

  /** The lane that goes on alone where it has to. */
  public EmergencyLane selling() {
    return selling;
  }

  @Override
  public void close() {
    selling.close();
    absent.close();
  }
}
