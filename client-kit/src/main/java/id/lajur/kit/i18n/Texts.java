package id.lajur.kit.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of one part of the program in one language: UTF-8 properties beside a class, {@code
 * <name>_id.properties} and {@code <name>_en.properties}. A text names what is put in: "Barcode {n}
 * belum terdaftar". A language whose nouns have a plural gives both after a name, for 1 and for any
 * other number: "{n} {n:line|lines}".
 */
public final class Texts {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{([a-z][A-Za-z0-9]*)(?::([^{}|]*)\\|([^{}|]*))?}");

  private final String source;
  private final Language language;
  private final Properties texts;

  private Texts(String source, Language language, Properties texts) {
    this.source = source;
    this.language = language;
    this.texts = texts;
  }

  /**
   * Reads one language.
   *
   * @param beside the class in whose package the files lie
   * @throws IllegalArgumentException no such file
   */
  public static Texts of(Class<?> beside, String name, Language language) {
    String file = name + "_" + language.tag() + ".properties";
    try (var in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no " + file + " beside " + beside.getName());
      }
      var texts = new Properties();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new Texts(file, language, texts);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  public Language language() {
    return language;
  }

  /**
   * A text without anything put in.
   *
   * @throws IllegalArgumentException the key is unknown
   */
  public String get(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + source);
    }
    return text;
  }

  /**
   * A text with each {@code {name}} replaced by the value of that name, and each {@code
   * {name:one|many}} by the form that the value takes; where a value is missing it stays.
   */
  public String get(String key, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(get(key))
        .replaceAll(found -> Matcher.quoteReplacement(put(found, values.get(found.group(1)))));
  }

  private static String put(MatchResult found, @Nullable String value) {
    if (value == null) {
      return found.group();
    }
    boolean forms = found.group(2) != null;
    return forms ? found.group(value.equals("1") ? 2 : 3) : value;
  }

  /** True when the key has a text. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** All keys, in order of the alphabet. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(new TreeSet<>(texts.stringPropertyNames()));
  }

  /** The names that a text wants put in, in order of the alphabet. */
  public Set<String> placeholders(String key) {
    var names = new TreeSet<String>();
    var matcher = PLACEHOLDER.matcher(get(key));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
