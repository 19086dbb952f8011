package id.lajur.backoffice.monitor;

import id.lajur.backoffice.journal.Replay;
import id.lajur.backoffice.monitor.Shop.Basket;
import id.lajur.backoffice.monitor.Shop.SoldReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind a figure: the receipts that it is made of, and one of them opened; or a single
 * receipt, ticket or cash document that was opened by itself.
 *
 * @param title key of its words, with what they name
 * @param list empty where one thing was opened by itself
 * @param receipt the one that is open
 * @param ticket what happened to a basket, where that is what was opened
 * @param cash what the till posted, where that is what was opened
 * @param lane whose open basket is followed
 * @param behind what a step back leads to, where that is not the monitor
 * @param busy whether an answer is awaited
 */
record Drill(
    String title,
    Map<String, String> named,
    Optional<Listed> list,
    Optional<ReceiptDetail> receipt,
    Optional<Replay> ticket,
    Optional<CashDocument> cash,
    Optional<Followed> lane,
    Optional<Drill> behind,
    boolean busy) {
  Drill {
    named = Map.copyOf(named);
  }

  /**
   * The receipts of a figure.
   *
   * @param asked what was asked for, without the page
   * @param other the same figure of the other week, and the key of its title
   * @param weekAgo whether they are those of a week ago
   * @param read receipts have come: where there are none, there are none
   * @param receipts so far, the newest first
   * @param nextPage empty when these are all
   * @param partMinor what all of them come to: the figure that was opened
   */
  record Listed(
      ReceiptQuery asked,
      Optional<Other> other,
      boolean weekAgo,
      boolean read,
      List<SoldReceipt> receipts,
      String nextPage,
      long count,
      long partMinor) {
    Listed {
      receipts = List.copyOf(receipts);
    }

    static Listed of(ReceiptQuery asked, Optional<Other> other, boolean weekAgo) {
      return new Listed(asked, other, weekAgo, false, List.of(), "", 0, 0);
    }

    Listed with(ReceiptPage page) {
      List<SoldReceipt> more = new ArrayList<>(receipts);
      more.addAll(page.receipts());
      return new Listed(
          asked, other, weekAgo, true, more, page.next(), page.count(), page.partMinor());
    }
  }

  /** A figure of the other week. */
  record Other(String title, ReceiptQuery asked) {}

  /**
   * A lane whose basket is followed.
   *
   * @param basketId the one that is shown: paid or voided, it stays until the next begins
   * @param basket as it was when it was last read; empty once it is not open any more
   */
  record Followed(String terminal, String basketId, Optional<Basket> basket) {
    static Followed of(String terminal, Basket open) {
      return new Followed(terminal, open.basketId(), Optional.of(open));
    }

    /** After the lane was looked at again. */
    Followed now(Optional<Basket> open) {
      return new Followed(terminal, open.map(Basket::basketId).orElse(basketId), open);
    }
  }

  static Drill of(String title, Map<String, String> named, Listed list) {
    return new Drill(
        title,
        named,
        Optional.of(list),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  /** One receipt, without the others. */
  static Drill ofReceipt() {
    return alone("drill.receipt", Map.of(), Optional.empty());
  }

  /** What happened to one basket. */
  static Drill ofTicket(Map<String, String> named) {
    return alone("drill.ticket", named, Optional.empty());
  }

  /** The open basket of a lane, as it grows. */
  static Drill ofLane(Map<String, String> named, Followed lane) {
    return alone("drill.basket", named, Optional.of(lane));
  }

  /** What a till posted. */
  static Drill ofCash(Map<String, String> named) {
    return alone("drill.cash", named, Optional.empty());
  }

  private static Drill alone(String title, Map<String, String> named, Optional<Followed> lane) {
    return new Drill(
        title,
        named,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        lane,
        Optional.empty(),
        true);
  }

  /** Whether it was opened by itself. */
  boolean alone() {
    return list.isEmpty();
  }

  /** What was asked for, without the page. */
  ReceiptQuery asked() {
    return list.map(Listed::asked).orElse(ReceiptQuery.ofDay(""));
  }

  /** So far, the newest first. */
  List<SoldReceipt> receipts() {
    return list.map(Listed::receipts).orElse(List.of());
  }

  /** Empty when these are all. */
  String nextPage() {
    return list.map(Listed::nextPage).orElse("");
  }

  /** With one more page of receipts. */
  Drill with(ReceiptPage page) {
    return with(list.map(now -> now.with(page)), receipt, false);
  }

  Drill opened(ReceiptDetail detail) {
    return with(list, Optional.of(detail), false);
  }

  Drill closedReceipt() {
    return with(list, Optional.empty(), false);
  }

  Drill waiting(boolean now) {
    return with(list, receipt, now);
  }

  private Drill with(Optional<Listed> listed, Optional<ReceiptDetail> detail, boolean waits) {
    return new Drill(title, named, listed, detail, ticket, cash, lane, behind, waits);
  }

  Drill opened(Replay replay) {
    return new Drill(title, named, list, receipt, Optional.of(replay), cash, lane, behind, false);
  }

  Drill opened(CashDocument document) {
    return new Drill(
        title, named, list, receipt, ticket, Optional.of(document), lane, behind, false);
  }

  /** With the basket of its lane as it stands now. */
  Drill following(Followed now) {
    return new Drill(title, named, list, receipt, ticket, cash, Optional.of(now), behind, true);
  }

  /** Which leads back to another. */
  Drill before(Drill other) {
    return new Drill(title, named, list, receipt, ticket, cash, lane, Optional.of(other), busy);
  }
}
