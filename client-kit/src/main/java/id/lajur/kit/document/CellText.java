package id.lajur.kit.document;

import id.lajur.kit.format.Formats;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A cell as people read it, on paper and on the screen. */
public final class CellText {
  private CellText() {}

  /** Empty for an empty cell; a text stands as it is in a column of any kind. */
  public static String of(Column.Kind kind, @Nullable Object cell, Formats formats) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof String text) {
      return text;
    }
    return switch (kind) {
      case TEXT -> throw new IllegalArgumentException("no text: " + cell);
      case MONEY -> formats.money((Long) cell);
      case QUANTITY -> formats.quantity((Long) cell);
      case COUNT -> formats.count((Long) cell);
      case PERCENT -> formats.percent((Long) cell);
      case DATE -> formats.date((LocalDate) cell);
      case MOMENT -> moment((Instant) cell, formats);
    };
  }

  /** "29 Nov 2026 14.32". */
  static String moment(Instant moment, Formats formats) {
    return formats.date(formats.day(moment)) + " " + formats.time(moment);
  }
}
