package id.lajur.kit.table;

import id.lajur.kit.document.CellText;
import id.lajur.kit.format.Formats;
import id.lajur.kit.widget.Tag;
import org.jspecify.annotations.Nullable;

/** Values of a table as people read them, and as a document takes them. */
final class Cells {
  private Cells() {}

  /** A value in the words and figures of a language; null is an empty cell. */
  static String text(Kind kind, @Nullable Object value, Formats formats) {
    return CellText.of(kind.inDocument(), inDocument(value), formats);
  }

  /** The same value where a document takes it. */
  static @Nullable Object inDocument(@Nullable Object value) {
    return value instanceof Tag tag
        ? tag.words()
        : value instanceof Integer number ? (Object) number.longValue() : value;
  }
}
