package id.lajur.kit.table;

import id.lajur.kit.format.Formats;
import id.lajur.kit.widget.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Values as people read them. */
public final class Cells {
  private static final int MICRO_OF_PERCENT_MILLI = 10; // millionths to thousandths of a per cent

  private Cells() {}

  /** A value in the words and figures of a language; null is an empty cell. */
  public static String text(Kind kind, @Nullable Object value, Formats formats) {
    if (value == null) {
      return "";
    }
    return switch (kind) {
      case TEXT -> (String) value;
      case MONEY -> formats.money((Long) value);
      case QUANTITY -> formats.quantity((Long) value);
      case COUNT -> formats.count(((Number) value).longValue());
      case PERCENT -> formats.quantity(tenths((Long) value)) + "%";
      case DATE -> formats.date((LocalDate) value);
      case MOMENT -> moment((Instant) value, formats);
      case TAG -> ((Tag) value).words();
    };
  }

  /** A per cent with one decimal, in thousandths of a per cent. */
  private static long tenths(long micro) {
    long milli = micro / MICRO_OF_PERCENT_MILLI;
    return Math.round(milli / 100.0) * 100;
  }

  private static String moment(Instant at, Formats formats) {
    return formats.date(formats.day(at)) + " " + formats.time(at);
  }
}
