package id.lajur.backoffice.monitor;

import java.util.List;

/**
 * One page of receipts.
 *
 * @param next names the next page, empty for none
 * @param count of all pages
 * @param partMinor of all pages
 */
record ReceiptPage(List<Shop.SoldReceipt> receipts, String next, long count, long partMinor) {
  ReceiptPage {
    receipts = List.copyOf(receipts);
  }
}
