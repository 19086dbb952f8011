package id.lajur.backoffice.journal;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Kinds of entries and moments as people read them. */
final class JournalWords {
  private final Texts texts;
  private final Formats formats;

  JournalWords(Formats formats) {
    this.formats = formats;
    this.texts = Texts.of(JournalWords.class, "journal", formats.language());
  }

  Texts texts() {
    return texts;
  }

  /** A kind of the journal; one that this program does not know yet as the server keeps it. */
  String kind(String kind) {
    return said("kind." + kind, kind);
  }

  /** An act on a basket. */
  String act(String kind) {
    return said("act." + kind, kind);
  }

  private String said(String key, String otherwise) {
    return texts.has(key) ? texts.get(key) : otherwise.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** All kinds that have words, as they are kept; in order of the words. */
  List<String> kinds() {
    return texts.keys().stream()
        .filter(key -> key.startsWith("kind."))
        .map(key -> key.substring("kind.".length()))
        .sorted(Comparator.comparing(this::kind))
        .toList();
  }

  /** "Sen 23 Nov 14.32". */
  String moment(Instant at) {
    return formats.dayAndMonth(formats.day(at)) + " " + formats.time(at);
  }

  /** With its seconds: "14.32.07". */
  String second(Instant at) {
    String minute = formats.time(at);
    return minute
        + minute.charAt(2)
        + String.format(Locale.ROOT, "%02d", formats.at(at).getSecond());
  }
}
