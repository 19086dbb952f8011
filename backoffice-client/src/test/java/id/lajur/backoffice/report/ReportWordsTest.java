package id.lajur.backoffice.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.report.ReportColumn.Said;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportWordsTest {
  private static final Path SOURCES =
      Path.of("src", "main", "java", "id", "lajur", "backoffice", "report");

  private final Texts indonesian = Texts.of(ReportWords.class, "report", Language.INDONESIAN);
  private final Texts english = Texts.of(ReportWords.class, "report", Language.ENGLISH);

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(english.keys()).isEqualTo(indonesian.keys());
    for (String key : indonesian.keys()) {
      assertThat(english.placeholders(key)).as(key).isEqualTo(indonesian.placeholders(key));
    }
  }

  @Test
  void everyKeyThatTheProgramNamesHasWords() throws IOException {
    Set<String> named = new TreeSet<>();
    try (var files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Matcher keys =
            Pattern.compile(
                    "\"((?:key|period|filter|hint|empty|document|list|loading)[a-zA-Z.]*[a-zA-Z])\"")
                .matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (keys.find()) {
          named.add(keys.group(1));
        }
      }
    }

    assertThat(named).contains("key.reload", "period.from", "empty.sales");
    assertThat(named).filteredOn(key -> !key.equals("period")).allMatch(indonesian::has);
  }

  @ParameterizedTest
  @EnumSource
  void everyReportItsHeadsItsCellsAndItsSumsHaveWords(ReportKind kind) {
    ReportTable table = Samples.table(kind);
    assertThat(indonesian.has("report." + kind)).isTrue();
    assertThat(indonesian.has("group." + kind.group())).isTrue();
    assertThat(kind == ReportKind.ITEM_DAYS || indonesian.has("short." + kind)).isTrue();
    for (ReportColumn column : kind.columns()) {
      assertThat(indonesian.has("column." + column.key())).as(column.key()).isTrue();
    }
    table.totals().forEach(total -> assertThat(indonesian.has("total." + total.key())).isTrue());
    table.notes().forEach(note -> assertThat(indonesian.has("note." + note.key())).isTrue());
    ReportWords words = words(Language.INDONESIAN);
    for (ReportRow row : table.rows()) {
      assertThat(row.cells()).hasSameSizeAs(kind.columns());
      for (int i = 0; i < kind.columns().size(); i++) {
        Object said = words.cell(kind.columns().get(i), row.cells().get(i));
        boolean inWords = kind.columns().get(i).said() != Said.AS_IT_IS;
        assertThat(said instanceof String || !inWords).isTrue();
      }
    }
    assertThat(table.sums().cells()).hasSameSizeAs(kind.columns());
  }

  @Test
  void hoursAndNotesAreSaidAsEachLanguageSaysThem() {
    ReportColumn hour = ReportKind.SALES_HOUR.columns().get(0);
    ReportTable.Note late = Samples.table(ReportKind.SALES_DAY).notes().get(0);

    assertThat(words(Language.INDONESIAN).cell(hour, "07")).isEqualTo("07.00–07.59");
    assertThat(words(Language.ENGLISH).cell(hour, "07")).isEqualTo("07:00–07:59");
    assertThat(words(Language.INDONESIAN).note(late))
        .startsWith("Termasuk 2 ")
        .contains("Rp\u00a045.500");
  }

  private static ReportWords words(Language language) {
    return new ReportWords(new Formats(language, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta")));
  }
}
