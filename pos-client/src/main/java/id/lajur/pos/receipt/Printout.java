package id.lajur.pos.receipt;

import id.lajur.kit.i18n.Language;
import java.util.List;

/** Something that a receipt printer prints. */
public interface Printout {
  PaperKind kind();

  /** The rows from top to bottom, none wider than the paper. */
  List<PaperRow> rows(Paper paper, Language language);

  /** The same, marked as a copy; what is marked stays as it is. */
  Printout asCopy();

  /** Whether it is marked so. */
  boolean copy();

  /** How people name it. */
  String name();
}
