package id.lajur.backoffice.zreport;

import id.lajur.backoffice.zreport.ZReport.Section;
import id.lajur.kit.document.Column;
import id.lajur.kit.document.Line;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Z on paper after its first: what the screen shows, figure by figure, and that it is a copy. The
 * lane has printed the one that is none.
 */
final class ZDocument {
  private ZDocument() {}

  static String words(ZReport.Line line, Texts texts) {
    if (line.named()) {
      return line.key();
    }
    String key = "line." + line.key();
    return texts.has(key) ? texts.get(key) : line.key();
  }

  static TabularDocument of(
      ListedZ listed, ZCopy copy, String store, Texts texts, Formats formats) {
    ZReport report = copy.report();
    List<Line> lines = new ArrayList<>();
    for (Section section : Section.values()) {
      lines.add(Line.group(texts.get("section." + section)));
      report
          .of(section)
          .forEach(
              line ->
                  lines.add(
                      Line.row(
                          line.paper()
                              .map(number -> words(line, texts) + " " + number)
                              .orElseGet(() -> words(line, texts)),
                          line.count().orElse(null),
                          line.minor().orElse(null))));
    }
    return new TabularDocument(
        title(listed, texts)
            + " "
            + texts.get("paper.copy", Map.of("n", Integer.toString(copy.number()))),
        store,
        formats.dayAndDate(listed.date()),
        List.of(
            texts.get(
                "paper.copied",
                Map.of(
                    "date", formats.date(formats.day(copy.at())), "time", formats.time(copy.at()))),
            texts.get("paper.operator", Map.of("name", listed.operator())),
            texts.get("paper.chain", Map.of("head", report.chainHead()))),
        List.of(
            new Column(texts.get("paper.what"), Column.Kind.TEXT),
            new Column(texts.get("paper.count"), Column.Kind.COUNT),
            new Column(texts.get("paper.amount"), Column.Kind.MONEY)),
        lines);
  }

  static String title(ListedZ listed, Texts texts) {
    return texts.get(
        "one", Map.of("terminal", listed.terminal(), "number", Long.toString(listed.number())));
  }
}
