package id.lajur.kit.i18n;

import java.util.Optional;
import java.util.stream.Stream;

/** The languages of the screens; Indonesian is the first. */
public enum Language {
  INDONESIAN("id"),
  ENGLISH("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The language of a code; empty where there is none. */
  public static Optional<Language> of(String tag) {
    return Stream.of(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }

  /** The language's code, as in file names and settings. */
  public String tag() {
    return tag;
  }

  /** The language that a switch leads to. */
  public Language other() {
    return this == INDONESIAN ? ENGLISH : INDONESIAN;
  }
}
