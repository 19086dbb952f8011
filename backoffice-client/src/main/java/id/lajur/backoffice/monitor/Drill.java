package id.lajur.backoffice.monitor;

import id.lajur.backoffice.journal.Replay;
import id.lajur.backoffice.monitor.Shop.SoldReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind a figure: the receipts that it is made of, and one of them opened.
 *
 * @param title key of its words, with what they name
 * @param asked what was asked for, without the page
 * @param receipts so far, the newest first
 * @param nextPage empty when these are all
 * @param partMinor what all of them come to: the figure that was opened
 * @param receipt the one that is open
 * @param ticket what happened to a basket, where that is what was opened
 * @param alone it was opened by itself, and leads back to the monitor
 * @param busy whether an answer is awaited
 */
record Drill(
    String title,
    Map<String, String> named,
    ReceiptQuery asked,
    List<SoldReceipt> receipts,
    String nextPage,
    long count,
    long partMinor,
    Optional<ReceiptDetail> receipt,
    Optional<Replay> ticket,
    boolean alone,
    boolean busy) {
  Drill {
    named = Map.copyOf(named);
    receipts = List.copyOf(receipts);
  }

  static Drill of(String title, Map<String, String> named, ReceiptQuery asked) {
    return new Drill(
        title, named, asked, List.of(), "", 0, 0, Optional.empty(), Optional.empty(), false, true);
  }

  /** One receipt, without the others. */
  static Drill ofReceipt() {
    return alone("drill.receipt", Map.of());
  }

  /** What happened to one basket. */
  static Drill ofTicket(Map<String, String> named) {
    return alone("drill.ticket", named);
  }

  private static Drill alone(String title, Map<String, String> named) {
    return new Drill(
        title,
        named,
        ReceiptQuery.ofDay(""),
        List.of(),
        "",
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        true,
        true);
  }

  /** With one more page of receipts. */
  Drill with(ReceiptPage page) {
    List<SoldReceipt> more = new ArrayList<>(receipts);
    more.addAll(page.receipts());
    return new Drill(
        title,
        named,
        asked,
        more,
        page.next(),
        page.count(),
        page.partMinor(),
        receipt,
        ticket,
        alone,
        false);
  }

  Drill opened(ReceiptDetail detail) {
    return new Drill(
        title,
        named,
        asked,
        receipts,
        nextPage,
        count,
        partMinor,
        Optional.of(detail),
        ticket,
        alone,
        false);
  }

  Drill opened(Replay replay) {
    return new Drill(
        title,
        named,
        asked,
        receipts,
        nextPage,
        count,
        partMinor,
        receipt,
        Optional.of(replay),
        alone,
        false);
  }

  Drill closedReceipt() {
    return new Drill(
        title,
        named,
        asked,
        receipts,
        nextPage,
        count,
        partMinor,
        Optional.empty(),
        ticket,
        alone,
        false);
  }

  Drill waiting(boolean now) {
    return new Drill(
        title, named, asked, receipts, nextPage, count, partMinor, receipt, ticket, alone, now);
  }
}
