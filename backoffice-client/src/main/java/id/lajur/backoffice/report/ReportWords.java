package id.lajur.backoffice.report;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report's heads, cells and notes in words. Knows no Swing. */
final class ReportWords {
  private final Texts texts;
  private final Formats formats;

  ReportWords(Formats formats) {
    this.texts = Texts.of(ReportWords.class, "report", formats.language());
    this.formats = formats;
  }

  String get(String key) {
    return texts.get(key);
  }

  String get(String key, Map<String, String> values) {
    return texts.get(key, values);
  }

  String title(ReportKind kind) {
    return texts.get("report." + kind.name());
  }

  String head(ReportColumn column) {
    return texts.get("column." + column.key());
  }

  /** A cell as tables take it: texts in words, figures and dates as they are. */
  @Nullable Object cell(ReportColumn column, @Nullable Object cell) {
    if (!(cell instanceof String text)) {
      return cell;
    }
    return switch (column.said()) {
      case AS_IT_IS -> text;
      case MEMBER -> text.isEmpty() ? texts.get("noMember") : text;
      case WORD -> texts.get("word." + text);
      case HOUR -> {
        int hour = Integer.parseInt(text);
        yield formats.time(LocalTime.of(hour, 0)) + "–" + formats.time(LocalTime.of(hour, 59));
      }
    };
  }

  String note(ReportTable.Note note) {
    Map<String, String> facts = new LinkedHashMap<>();
    note.facts()
        .forEach(
            (name, value) ->
                facts.put(
                    name,
                    name.endsWith("Minor") ? formats.moneyWithSign(value) : formats.count(value)));
    return texts.get("note." + note.key(), facts);
  }

  /** "29 Nov 2026", "1 Nov 2026 – 29 Nov 2026", or the moment of stock. */
  String period(ReportQuery query, ReportTable table) {
    if (query.asOfNow()) {
      String at = formats.date(formats.day(table.readAt())) + " " + formats.time(table.readAt());
      return texts.get("period.now", Map.of("moment", at));
    }
    if (query.kind().isStock()) {
      return texts.get("period.endOf", Map.of("date", formats.date(query.to())));
    }
    return span(query.from(), query.to());
  }

  private String span(LocalDate from, LocalDate to) {
    return from.equals(to)
        ? formats.dayAndDate(from)
        : formats.date(from) + " – " + formats.date(to);
  }
}
