package id.lajur.backoffice.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonitorTextsTest {
  private static final Path SOURCES =
      Path.of("src", "main", "java", "id", "lajur", "backoffice", "monitor");
  private static final Pattern KEY =
      Pattern.compile("(?:shown\\.text|texts\\.get)\\(\\s*\"([A-Za-z][A-Za-z0-9_.]*[A-Za-z0-9])\"");

  private final Texts indonesian = Texts.of(MonitorView.class, "monitor", Language.INDONESIAN);
  private final Texts english = Texts.of(MonitorView.class, "monitor", Language.ENGLISH);

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(english.keys()).isEqualTo(indonesian.keys());
    for (String key : indonesian.keys()) {
      assertThat(english.placeholders(key)).as(key).isEqualTo(indonesian.placeholders(key));
    }
  }

  @Test
  void everyKeyThatIsUsedHasWords() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Matcher found = KEY.matcher(Files.readString(file));
        while (found.find()) {
          used.add(found.group(1));
        }
      }
    }

    assertThat(used).hasSizeGreaterThan(20);
    assertThat(indonesian.keys()).containsAll(used);
  }

  @Test
  void everyStateHasWords() {
    for (Shop.LaneState state : Shop.LaneState.values()) {
      assertThat(indonesian.has("lane." + state)).as(state.name()).isTrue();
    }
    for (MonitorState.Link link : MonitorState.Link.values()) {
      assertThat(indonesian.has("link." + link)).as(link.name()).isTrue();
    }
    for (MonitorState.Feed feed : MonitorState.Feed.values()) {
      String name = feed.name().toLowerCase(Locale.ROOT);
      assertThat(indonesian.has("feed." + name)).as(name).isTrue();
      assertThat(indonesian.has("feed.none." + name)).as(name).isTrue();
    }
    for (MonitorState.Shares shares : MonitorState.Shares.values()) {
      assertThat(indonesian.has("shares." + shares.name().toLowerCase(Locale.ROOT))).isTrue();
    }
  }
}
