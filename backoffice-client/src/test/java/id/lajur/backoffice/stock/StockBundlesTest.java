package id.lajur.backoffice.stock;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StockBundlesTest {
  private static final Path SOURCES = Path.of("src/main/java/id/lajur/backoffice/stock");
  private static final Pattern KEY = Pattern.compile("texts\\.get\\(\\s*\"([a-zA-Z.]+[a-zA-Z])\"");

  private final Texts indonesian = Texts.of(CountView.class, "stock", Language.INDONESIAN);
  private final Texts english = Texts.of(CountView.class, "stock", Language.ENGLISH);

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(english.keys()).isEqualTo(indonesian.keys());
    for (String key : indonesian.keys()) {
      assertThat(english.placeholders(key)).as(key).isEqualTo(indonesian.placeholders(key));
    }
  }

  @Test
  void everyWordThatIsAskedForIsThere() throws IOException {
    TreeSet<String> asked = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Matcher found = KEY.matcher(Files.readString(file));
        while (found.find()) {
          asked.add(found.group(1));
        }
      }
    }
    for (Counts.State state : Counts.State.values()) {
      asked.add("state." + state);
    }
    for (Adjustments.Reason reason : Adjustments.Reason.values()) {
      asked.add("reason." + reason);
    }
    for (String note :
        List.of(
            "sure.post", "sure.cancel", "posted", "cancelled", "adjust.nothing", "adjust.posted")) {
      asked.add("note." + note);
    }
    assertThat(asked).hasSizeGreaterThan(30);
    assertThat(indonesian.keys()).containsAll(asked);
  }
}
