package id.lajur.pos.window;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.emergency.AbsentSignOn;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.CashWaiting;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.QuickPages;
import id.lajur.pos.screen.SignedOnView;
import id.lajur.pos.screen.TenderKindView;
import id.lajur.pos.screen.TerminalView;
import id.lajur.pos.session.LaneSession;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which lane this is and who works at it: what the screen shows before anybody has signed on, and
 * what it begins with then. On the lane's thread, but for what says otherwise.
 */
final class SigningOn {
  private static final Logger log = LoggerFactory.getLogger(SigningOn.class);

  private final StoreConnection connection;
  private final Lane lane;
  private final EmergencyLane selling;
  private final LaneSession session;
  private final InstantSource clock;
  private volatile List<TenderKindView> tenderKinds = List.of(TenderKindView.CASH);

  SigningOn(StoreConnection connection, Lane lane, LaneSession session, InstantSource clock) {
    this.connection = connection;
    this.lane = lane;
    this.selling = session.selling();
    this.session = session;
    this.clock = clock;
  }

  TerminalView terminal() {
    return LaneViews.terminal(session.terminal(), quickPages());
  }

  /** Keys for goods without a barcode, with the prices of now; asks nobody, on any thread. */
  QuickPages quickPages() {
    return LaneViews.quickPages(selling.shelf(), clock.instant());
  }

  SignedOnView signOn(String operatorNumber, String pin) {
    LaneSession.Begun begun;
    try {
      begun = session.signOn(operatorNumber, pin);
    } catch (LaneSession.PinChangeNeeded e) {
      throw new LaneRefusal(LaneRefusal.PIN_CHANGE_NEEDED, Map.of());
    }
    AbsentSignOn.SignedOn who = begun.who();
    tenderKinds = begun.told().isPresent() ? readTenderKinds() : tenderKinds;
    return new SignedOnView(
        LaneViews.operator(begun),
        who.shift().isOpen()
            ? Optional.of(TillViews.shift(who.shift().number(), who.shift().openedAtMs()))
            : Optional.empty(),
        LaneViews.basket(selling.basket()),
        begun.suspended(),
        who.shift().isOpen() ? CashWaiting.NONE : cashWaiting());
  }

  SignedOnView changePin(String operatorNumber, String pin, String newPin) {
    lane.changePin(pin, newPin);
    return signOn(operatorNumber, newPin);
  }

  TerminalView signOff() {
    session.signOff();
    return terminal();
  }

  /** The kinds of tender as they were told at sign-on; on any thread. */
  List<TenderKindView> tenderKinds() {
    return tenderKinds;
  }

  /** Those that were told last, where the server does not say now. */
  private List<TenderKindView> readTenderKinds() {
    try {
      return connection.within(EmergencyLane.PATIENCE, lane::tenderKinds).stream()
          .map(LaneViews::tenderKind)
          .toList();
    } catch (ServerRefusal refusal) {
      log.warn("the kinds of tender are not told: {}", refusal.toString());
      return tenderKinds;
    }
  }

  /** Whoever may open no shift, or whom the server does not tell now, hears when he opens one. */
  private CashWaiting cashWaiting() {
    String here = session.here().getTerminal().getCode();
    try {
      return new CashWaiting(
          lane.till().waitingCash().stream()
              .map(cash -> TillViews.waitingCash(cash, here))
              .toList(),
          Optional.empty());
    } catch (ServerRefusal refusal) {
      log.info("no cash waits that could be told: {}", refusal.toString());
      return refusal.reason().equals(LaneRefusal.HANDOVER_FOR_OTHER)
          ? new CashWaiting(List.of(), Optional.of(refusal.facts().getOrDefault("number", "")))
          : CashWaiting.NONE;
    }
  }

  /** As {@link ServerLane#comeBack}. */
  Optional<BasketView> comeBack() {
    if (selling.isEmergency()) {
      return Optional.empty();
    }
    boolean unused = session.settleCash();
    return selling.basket().getLinesCount() == 0
        ? Optional.empty()
        : Optional.of(LaneViews.basket(selling.basket()));
  }
}
