package id.lajur.pos.receipt;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.people.v1.Store;
import id.lajur.pos.receipt.PaperRow.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A paper that shows whether a printer is set up well: every kind of row, a ruler as wide as the
 * paper, and its barcode to be scanned.
 */
public record TestPaper(Store store, String terminal, String printer, Instant at, boolean copy)
    implements Printout {
  private static final int TEN = 10;

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
    rows.centred(Kind.BOLD, words.get("test"));
    rows.rule();
    rows.pair(Kind.PLAIN, words.get("lane", Map.of("n", terminal)), Words.moment(at, store));
    rows.words(Kind.PLAIN, words.get("test.printer", Map.of("name", printer)));
    rows.words(
        Kind.PLAIN,
        words.get(
            "test.width",
            Map.of("mm", Integer.toString(paper.mm()), "n", Integer.toString(paper.columns()))));
    rows.words(Kind.PLAIN, ruler(paper.columns()));
    rows.pair(Kind.PLAIN, words.get("test.sample"), formats.money(12_500_00));
    rows.pair(
        Kind.TALL, words.get("total") + " " + formats.currency().sign(), formats.money(12_500_00));
    rows.rule();
    rows.barcode("LAJUR-" + terminal);
    rows.words(Kind.PLAIN, words.get("test.whole"));
    return rows.all();
  }

  /** 1234567890 again and again: where it is cut or wraps, the width is wrong. */
  private static String ruler(int columns) {
    var ruler = new StringBuilder();
    for (int i = 1; i <= columns; i++) {
      ruler.append(i % TEN);
    }
    return ruler.toString();
  }

  @Override
  public TestPaper asCopy() {
    return new TestPaper(store, terminal, printer, at, true);
  }

  @Override
  public String name() {
    return terminal + " test";
  }
}
