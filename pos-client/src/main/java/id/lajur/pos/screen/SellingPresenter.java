package id.lajur.pos.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Selling: what a key means while a basket is filled, and while a panel is open over it. Each key
 * is given to the presenter of what it is about.
 */
final class SellingPresenter {
  /** Rows that are seen at once in the least of the lists. */
  private static final int PAGE = 7;

  final BasketPresenter basket;
  final QuickKeysPresenter quickKeys;
  private final Desk desk;
  private final ApprovalPresenter approvals;
  private final PaperPresenter papers;
  private final CashPresenter cash;
  private final TillPresenter till;
  private final LockPresenter locks;
  private final GoodsPresenter goods;
  private final MemberPresenter members;
  private final DiscountPresenter discounts;
  private final DepartmentPresenter departments;
  private final ReturnPresenter returns;
  private final WaitingPresenter waiting;
  private final ExplainPresenter explanations;
  private final PrinterPresenter printer;
  private final SoundPresenter sounds;
  private final List<Runnable> typedAhead = new ArrayList<>();

  SellingPresenter(
      Desk desk,
      ApprovalPresenter approvals,
      PaperPresenter papers,
      CashPresenter cash,
      TillPresenter till,
      LockPresenter locks) {
    this.desk = desk;
    this.approvals = approvals;
    this.papers = papers;
    this.cash = cash;
    this.till = till;
    this.locks = locks;
    this.basket = new BasketPresenter(desk);
    this.quickKeys = new QuickKeysPresenter(desk, basket::add);
    this.goods = new GoodsPresenter(desk, basket);
    this.members = new MemberPresenter(desk);
    this.discounts = new DiscountPresenter(desk);
    this.departments = new DepartmentPresenter(desk);
    this.returns = new ReturnPresenter(desk);
    this.waiting = new WaitingPresenter(desk);
    this.explanations = new ExplainPresenter(desk);
    this.sounds = new SoundPresenter(desk);
    this.printer = new PrinterPresenter(desk, sounds);
  }

  /** A code from the scanner goes into the basket, or is the answer that a panel waits for. */
  void scanned(String code) {
    Panel panel = desk.state().panel();
    if (panel instanceof Panel.PriceCheck) {
      goods.checkPrice(code);
    } else if (panel instanceof Panel.AsksCode) {
      desk.show(desk.state().withForm(desk.state().form().goTo(0).with(code)));
      inPanel(LaneKey.ENTER);
    } else {
      boolean pays = desk.work.paymentWaits();
      basket.add(code);
      if (pays) {
        scannedBehind();
      }
    }
  }

  /** As in the payment itself: it waits, it is said, and nobody pays without having seen that. */
  private void scannedBehind() {
    typedAhead.clear();
    typedAhead.add(() -> desk.say(Message.error("barcodeIsNoMoney", Map.of())));
  }

  /**
   * A letter that is a key and no text: a quick key's after F9, the sign of a discount in percent.
   *
   * @return whether it was one
   */
  boolean letter(char c) {
    Panel panel = desk.state().panel();
    if (panel instanceof Panel.QuickKeys) {
      quickKeys.key(Character.toUpperCase(c));
      return true;
    }
    boolean figure = desk.state().form().isAt("amount"); // in a reason it is a letter
    if (c == '%' && figure && panel instanceof Panel.Discount discount) {
      discounts.percent(discount);
      return true;
    }
    return false;
  }

  /** What is typed has become another text. */
  void typed() {
    if (desk.state().panel() instanceof Panel.Search) {
      goods.typed();
    } else if (desk.state().panel() instanceof Panel.Member) {
      members.typed();
    } else {
      desk.show(NextStep.said(desk.state()));
    }
  }

  /** A touch on a row of a list: as choosing it and Enter. */
  void row(int row) {
    if (desk.state().panel() instanceof Panel.Listing list && row < list.size()) {
      desk.show(desk.state().withPanel(list.at(row)));
      inPanel(LaneKey.ENTER);
    }
  }

  void key(LaneKey key) {
    if (desk.state().panel() instanceof Panel.None) {
      inBasket(key);
    } else {
      inPanel(key);
    }
  }

  private void inBasket(LaneKey key) {
    boolean waits = desk.state().waiting() == LaneState.Waiting.LONG;
    if (waits && (key == LaneKey.F5 || key == LaneKey.F6 || key == LaneKey.F7)) {
      desk.say(Message.warn("serverThinks", Map.of())); // dim meanwhile
      return;
    }
    switch (key) {
      case ENTER -> basket.enterCode();
      case TIMES -> basket.times();
      case F2 -> goods.startSearch();
      case F3 -> goods.startPriceCheck();
      case F4 -> basket.askQuantity();
      case F5 -> members.start();
      case F6 -> basket.onLine(discounts::start);
      case F7 -> waiting.suspendOrResume();
      case F8 -> basket.voidLine();
      case SHIFT_F8 -> basket.askToVoid();
      case F9 -> quickKeys.await();
      case F10 -> desk.open(new Panel.More());
      case F11 -> papers.printAgain();
      case SHIFT_F11 -> papers.printElsewhere();
      case F12 -> payAfterScans();
      case UP, DOWN, PAGE_UP, PAGE_DOWN -> basket.choose(stepOf(key));
      case ESC -> desk.show(desk.state().cleared().withChosenLineId(0));
      default -> {}
    }
  }

  /**
   * Keys after the one that leads to the payment are meant for it, and wait as it does for the
   * scans before it. Esc takes it back; whatever asks or refuses meanwhile does too, since the
   * basket is not what the cashier thought it was.
   *
   * @return whether the key waits
   */
  boolean holds(LaneKey key, Runnable act) {
    if (key == LaneKey.ESC && desk.work.paymentWaits()) {
      desk.work.keepFromPaying();
      return false;
    }
    return holds(act);
  }

  /** As above, of a letter. */
  boolean holds(Runnable act) {
    boolean waits = desk.work.paymentWaits() && desk.state().panel() instanceof Panel.None;
    if (waits) {
      typedAhead.add(act);
    }
    return waits;
  }

  private void payAfterScans() {
    typedAhead.clear();
    desk.work.payment(this::pay);
  }

  /** What follows a key that was refused was not meant for what is there instead. */
  private void inTender(Runnable key) {
    boolean asThought = desk.state().message().kind() != Message.Kind.ERROR;
    if (asThought && desk.state().phase() == LaneState.Phase.TENDERING) {
      key.run();
    }
  }

  private void pay() {
    List<Runnable> ahead = List.copyOf(typedAhead);
    typedAhead.clear();
    if (desk.state().basket().isEmpty()) {
      desk.say(Message.info("nothingToPay"));
    } else {
      cash.startTender();
      ahead.forEach(this::inTender);
    }
  }

  private void inPanel(LaneKey key) {
    Panel panel = desk.state().panel();
    if (key == LaneKey.ESC && panel instanceof Panel.Sounds heard) {
      sounds.leave(heard);
    } else if (key == LaneKey.ESC) {
      approvals.takeBack();
      close();
    } else if (panel instanceof Panel.QuickKeys
        && (key == LaneKey.PAGE_UP || key == LaneKey.PAGE_DOWN)) {
      quickKeys.turn(key == LaneKey.PAGE_UP ? -1 : 1);
    } else if (panel instanceof Panel.Approval approval && key == LaneKey.F9) {
      approvals.askDesk(approval);
    } else if (panel instanceof Panel.QuickKeys) {
      close();
      if (key != LaneKey.F9) {
        inBasket(key); // whoever presses another key has thought better of it
      }
    } else if (panel instanceof Panel.Listing list && isStep(key)) {
      desk.show(desk.state().withPanel(moved(list, stepOf(key))));
    } else if (panel instanceof Panel.Search search && key == LaneKey.ENTER) {
      goods.enter(search);
    } else if (panel instanceof Panel.Search && key == LaneKey.F3) {
      goods.startPriceCheck();
    } else if (panel instanceof Panel.PriceCheck && key == LaneKey.F3) {
      explanations.explain();
    } else if (panel instanceof Panel.Explain explain) {
      explanations.scroll(key, explain);
    } else if (panel instanceof Panel.Discount discount) {
      discounts.key(key, discount);
    } else if (panel instanceof Panel.Member member) {
      members.key(key, member);
    } else if (panel instanceof Panel.ReturnReceipt receipt) {
      returns.receiptKey(key, receipt);
    } else if (panel instanceof Panel.More) {
      more(key);
    } else if (panel instanceof Panel.Papers) {
      papers.inPanel(key, this::close);
    } else if (panel instanceof Panel.Printer setUp) {
      printer.key(key, setUp);
    } else if (panel instanceof Panel.Cash moving) {
      till.moving(key, moving);
    } else if (key == LaneKey.ENTER) {
      answer(panel);
    }
  }

  private void answer(Panel panel) {
    String typed = desk.state().form().text().strip();
    if (panel instanceof Panel.PriceCheck && !typed.isEmpty()) {
      goods.checkPrice(typed);
    } else if (panel instanceof Panel.Quantity quantity) {
      basket.enter(quantity);
    } else if (panel instanceof Panel.Weigh weigh) {
      basket.enter(weigh);
    } else if (panel instanceof Panel.VoidBasket) {
      close();
      basket.voidAll();
    } else if (panel instanceof Panel.Approval approval) {
      approvals.enter(approval);
    } else if (panel instanceof Panel.Resume resume) {
      waiting.enter(resume);
    } else if (panel instanceof Panel.Department department) {
      departments.enter(department);
    } else if (panel instanceof Panel.Sounds heard) {
      sounds.enter(heard);
    } else if (panel instanceof Panel.PriceLevels levels) {
      members.enter(levels);
    } else if (panel instanceof Panel.ReturnLines lines) {
      returns.enter(lines);
    } else if (panel instanceof Panel.ReturnItem item) {
      returns.enter(item);
    } else if (panel instanceof Panel.Copy && !typed.isEmpty()) {
      close();
      papers.printCopy(typed);
    }
  }

  /** What F10 leads to. */
  private void more(LaneKey key) {
    switch (key) {
      case F2 -> startCount();
      case F3 -> {
        if (nothingWaits()) {
          locks.signOff();
        }
      }
      case F4 -> returns.start();
      case F5 -> departments.start();
      case F6 -> desk.open(new Panel.Cash(Optional.empty()));
      case F7 -> {
        close();
        papers.printX();
      }
      case F8 -> {
        close();
        papers.printLastZ();
      }
      case F9 -> desk.open(new Panel.Papers(desk.lane.papers()));
      case F10 -> printer.start();
      case F11 -> {
        if (!desk.isAlone()) {
          desk.open(new Panel.Copy());
        }
      }
      case F12 -> locks.lock();
      case SHIFT_F8 -> {
        close();
        inBasket(key); // for whoever has no Shift to press
      }
      default -> {}
    }
  }

  private void startCount() {
    if (!nothingWaits()) {
      return;
    }
    if (desk.state().basket().isEmpty()) {
      till.startCount();
    } else {
      desk.say(Message.error("basketOpen", Map.of()));
    }
  }

  private boolean nothingWaits() {
    boolean waits = desk.work.scansWaiting() > 0 || desk.work.isBusy();
    if (waits) {
      desk.say(Message.error("actsWait", Map.of()));
    }
    return !waits;
  }

  /** Esc: back to where the panel was opened, with nothing done. */
  private void close() {
    desk.close(Message.READY);
  }

  /** Rows that a key goes up or down in a list. */
  private static int stepOf(LaneKey key) {
    return switch (key) {
      case UP -> -1;
      case PAGE_UP -> -PAGE;
      case PAGE_DOWN -> PAGE;
      default -> 1;
    };
  }

  private static boolean isStep(LaneKey key) {
    return switch (key) {
      case UP, DOWN, PAGE_UP, PAGE_DOWN -> true;
      default -> false;
    };
  }

  private static Panel moved(Panel.Listing list, int step) {
    int last = Math.max(0, list.size() - 1);
    return list.at(Math.max(0, Math.min(last, list.chosen() + step)));
  }
}
