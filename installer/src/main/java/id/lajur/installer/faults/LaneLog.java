package id.lajur.installer.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What is known of a lane from what it said, whatever has become of its process. */
class LaneLog implements LaneWatch {
  private static final int MOST_FAILURES = 20;
  private static final String SERIES_OF_THE_LANE = "E";

  private final String code;
  private final Supplier<String> cause;
  private final Runnable paymentComes;
  private final Map<String, Integer> sold = new HashMap<>();
  private final List<Again> again = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private String basketId = "";
  private int lines;
  private boolean paying;
  private final Map<String, String> alone = new HashMap<>();
  private long sales;
  private long salesByServer;
  private long stoodStillMs;
  private int basketsLost;
  private final Map<String, Integer> aside = new HashMap<>();
  private final Map<String, Long> cash = new HashMap<>();
  private final Set<String> cashBooked = new HashSet<>();

  /**
   * A command that was asked for again.
   *
   * @param cause word of the fault that was at work
   */
  record Again(String requestId, long atMs, String cause) {}

  /**
   * @param cause word of the fault that is at work
   * @param paymentComes told before each payment leaves
   */
  LaneLog(String code, Supplier<String> cause, Runnable paymentComes) {
    this.code = code;
    this.cause = cause;
    this.paymentComes = paymentComes;
  }

  @Override
  public synchronized void scanned(String basket, int count) {
    aside.remove(basket);
    basketId = basket;
    lines = count;
    paying = false;
  }

  @Override
  public void paying(String basket, int count) {
    synchronized (this) {
      basketId = basket;
      lines = count;
      paying = true;
    }
    paymentComes.run();
  }

  @Override
  public synchronized void sold(String basket, String receipt, long totalMinor) {
    finished(basket);
    sales++;
    if (receipt.startsWith(SERIES_OF_THE_LANE, receipt.indexOf('-') + 1)) {
      alone.put(receipt, cause.get());
    } else {
      salesByServer++;
    }
    notifyAll();
  }

  private void finished(String basket) {
    aside.remove(basket);
    sold.put(basket, basket.equals(basketId) ? lines : -1);
    basketId = "";
    lines = 0;
    paying = false;
  }

  @Override
  public synchronized void askedAgain(String requestId, long atMs) {
    again.add(new Again(requestId, atMs, cause.get()));
  }

  /** One scan more than the lane has said may have been done when the lane died. */
  @Override
  public synchronized void found(String basket, int count) {
    boolean same = basket.equals(basketId);
    if (!same && paying) {
      finished(basketId); // paid and written down, which it had no time to say; judged at the end
    } else if (!basketId.isEmpty() && (!same || count < lines)) {
      basketsLost++;
      failed("basket " + basketId + " had " + lines + " lines, found " + basket + " with " + count);
    } else if (same && count > lines + 1) {
      failed("basket " + basketId + " had " + lines + " lines and has " + count);
    }
    aside.remove(basket);
    basketId = basket;
    lines = count;
    paying = false;
  }

  /** Whether it is put aside is judged at the end, unless it is seen at this lane again. */
  @Override
  public synchronized void aside(String basket) {
    if (basket.equals(basketId)) {
      aside.put(basket, lines);
      basketId = "";
      lines = 0;
    }
  }

  @Override
  public synchronized void cashing(String id, long minor) {
    cash.put(id, minor);
  }

  /** Told again by a lane that died before it had noted that; what counts is the books. */
  @Override
  public synchronized void cashed(String id) {
    cashBooked.add(id);
  }

  @Override
  public synchronized void stoodStill(long ms) {
    stoodStillMs = Math.max(stoodStillMs, ms);
  }

  @Override
  public synchronized void failed(String what) {
    if (failures.size() < MOST_FAILURES) {
      failures.add(code + ": " + what);
    }
  }

  String code() {
    return code;
  }

  /** How many it has sold, with the server and without it. */
  synchronized long sales() {
    return sales;
  }

  /** How many it has sold with the server. */
  synchronized long salesByServer() {
    return salesByServer;
  }

  synchronized boolean hasFailed() {
    return !failures.isEmpty();
  }

  /**
   * Waits until the lane has sold so many with the server.
   *
   * @return false when the time is over
   */
  synchronized boolean awaitSales(long count, long deadlineNanos) throws InterruptedException {
    while (salesByServer < count) {
      long leftMs = (deadlineNanos - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        return false;
      }
      wait(leftMs);
    }
    return true;
  }

  /**
   * What a lane has said in all.
   *
   * @param alone receipts that it gave by itself, with the fault that was at work
   * @param aside baskets that it put aside, with their lines, and has not seen again
   * @param cash that it moved without a sale, minor units by its id
   * @param cashBooked what of it the lane knows to be in the books
   * @param stoodStillMs the longest that its cashier did
   */
  record Said(
      String code,
      Map<String, Integer> linesOfSold,
      List<Again> again,
      List<String> failures,
      int basketsLost,
      Map<String, String> alone,
      Map<String, Integer> aside,
      Map<String, Long> cash,
      Set<String> cashBooked,
      long stoodStillMs) {}

  synchronized Said said() {
    return new Said(
        code,
        Map.copyOf(sold),
        List.copyOf(again),
        List.copyOf(failures),
        basketsLost,
        Map.copyOf(alone),
        Map.copyOf(aside),
        Map.copyOf(cash),
        Set.copyOf(cashBooked),
        stoodStillMs);
  }
}
