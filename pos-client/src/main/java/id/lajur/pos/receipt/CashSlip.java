package id.lajur.pos.receipt;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.people.v1.Store;
import id.lajur.pos.receipt.PaperRow.Kind;
import id.lajur.till.v1.CashMovement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What lies in the drawer for cash that went in or out without a sale, to be signed.
 *
 * @param approvedBy empty when nobody had to
 */
public record CashSlip(
    Store store,
    String terminal,
    String operator,
    CashMovement movement,
    long amountMinor,
    String reason,
    String approvedBy,
    Instant at,
    boolean copy)
    implements Printout {
  @Override
  public PaperKind kind() {
    return PaperKind.SLIP;
  }

  @Override
  public List<PaperRow> rows(Paper paper, Language language) {
    var words = Words.of(language);
    Formats formats = Words.formats(store, language);
    var rows = new PaperRows(paper);
    Words.shop(rows, words, store);
    rows.centred(Kind.BOLD, words.get("cash." + movement));
    if (copy) {
      rows.centred(Kind.BOLD, words.get("copyOnly"));
    }
    rows.rule();
    rows.pair(Kind.PLAIN, words.get("lane", Map.of("n", terminal)), Words.moment(at, store));
    rows.words(Kind.PLAIN, words.get("operator", Map.of("name", operator)));
    rows.pair(
        Kind.TALL,
        words.get("amount") + " " + formats.currency().sign(),
        formats.money(amountMinor));
    rows.words(Kind.PLAIN, reason);
    if (!approvedBy.isEmpty()) {
      rows.words(Kind.PLAIN, words.get("approvedBy", Map.of("name", approvedBy)));
    }
    rows.rule();
    rows.words(Kind.PLAIN, words.get("signature"));
    rows.words(Kind.PLAIN, ".".repeat(paper.columns()));
    return rows.all();
  }

  @Override
  public CashSlip asCopy() {
    return new CashSlip(
        store, terminal, operator, movement, amountMinor, reason, approvedBy, at, true);
  }

  @Override
  public String name() {
    return terminal + " " + movement;
  }
}
