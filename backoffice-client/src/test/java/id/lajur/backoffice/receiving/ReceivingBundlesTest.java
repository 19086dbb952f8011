package id.lajur.backoffice.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReceivingBundlesTest {
  private static final Path SOURCES =
      Path.of("src/main/java/id/lajur/backoffice/receiving").toAbsolutePath();
  private static final Pattern KEY =
      Pattern.compile(
          "\"((?:title|list|head|scan|sheet|tag|sum|facts|key|form|say|paper|posted)\\.[a-zA-Z.]+[a-zA-Z])\"");

  @Test
  void bothLanguagesSayTheSameThings() {
    Texts indonesian = Texts.of(Words.class, "receiving", Language.INDONESIAN);
    Texts english = Texts.of(Words.class, "receiving", Language.ENGLISH);

    assertThat(english.keys()).isEqualTo(indonesian.keys());
    for (String key : indonesian.keys()) {
      assertThat(english.placeholders(key)).as(key).isEqualTo(indonesian.placeholders(key));
    }
  }

  @Test
  void everyKeyThatIsUsedHasWordsAndEveryWordIsUsed() throws IOException {
    Texts texts = Texts.of(Words.class, "receiving", Language.ENGLISH);
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Matcher found = KEY.matcher(Files.readString(file));
        while (found.find()) {
          used.add(found.group(1));
        }
      }
    }
    for (ReceivingState.Field field : ReceivingState.Field.values()) {
      used.add("say.unreadable." + field);
    }
    for (Paper.State state : Paper.State.values()) {
      used.add("state." + state);
    }

    assertThat(used).allSatisfy(key -> assertThat(texts.has(key)).as(key).isTrue());
    assertThat(texts.keys()).isSubsetOf(List.copyOf(used));
  }
}
