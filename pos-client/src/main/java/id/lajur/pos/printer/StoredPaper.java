package id.lajur.pos.printer;

import id.lajur.kit.i18n.Language;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PaperKind;
import id.lajur.pos.receipt.PaperRow;
import id.lajur.pos.receipt.Printout;
import java.util.List;

/** A paper of an earlier run of the program, laid out as it was then. */
record StoredPaper(PaperKind kind, String name, List<PaperRow> rows, List<PaperRow> copyRows)
    implements Printout {
  StoredPaper {
    rows = List.copyOf(rows);
    copyRows = List.copyOf(copyRows);
  }

  static StoredPaper of(Printout printout, Paper paper, Language language) {
    return new StoredPaper(
        printout.kind(),
        printout.name(),
        printout.rows(paper, language),
        printout.asCopy().rows(paper, language));
  }

  @Override
  public List<PaperRow> rows(Paper paper, Language language) {
    return rows;
  }

  @Override
  public boolean copy() {
    return rows.equals(copyRows);
  }

  @Override
  public StoredPaper asCopy() {
    return new StoredPaper(kind, name, copyRows, copyRows);
  }
}
