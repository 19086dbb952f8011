package id.lajur.backoffice.form;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of one area, beside what its sources ask for. */
public final class Bundles {
  private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z_]+)*)\"");

  private Bundles() {}

  /** Both languages have the same keys, and the same things are put in. */
  public static void assertAlike(Class<?> beside, String name) {
    Texts indonesian = Texts.of(beside, name, Language.INDONESIAN);
    Texts english = Texts.of(beside, name, Language.ENGLISH);
    assertThat(english.keys()).isEqualTo(indonesian.keys());
    for (String key : indonesian.keys()) {
      assertThat(english.placeholders(key)).as(key).isEqualTo(indonesian.placeholders(key));
    }
  }

  /**
   * Every key that is asked for by its whole name has words, and every word is asked for.
   *
   * @param made prefixes of keys that the program puts together; their own test asks for them
   */
  public static void assertUsed(Class<?> beside, String name, Set<String> made) throws IOException {
    Texts texts = Texts.of(beside, name, Language.INDONESIAN);
    Path sources = Path.of("src/main/java", beside.getPackageName().replace('.', '/'));
    Set<String> named = new TreeSet<>();
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.toList()) {
        String source = Files.readString(file);
        Matcher found = KEY.matcher(source);
        while (found.find()) {
          named.add(found.group(1));
        }
        Matcher get = Pattern.compile("texts\\.get\\(\\s*\"([^\"]+)\"[,)]").matcher(source);
        while (get.find()) {
          asked.add(get.group(1));
        }
      }
    }
    assertThat(asked).allSatisfy(key -> assertThat(texts.has(key)).as(key).isTrue());
    assertThat(texts.keys())
        .filteredOn(key -> made.stream().noneMatch(key::startsWith))
        .allSatisfy(key -> assertThat(named).as("nobody asks for %s", key).contains(key));
  }
}
