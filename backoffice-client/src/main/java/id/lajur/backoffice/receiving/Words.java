package id.lajur.backoffice.receiving;

import id.lajur.backoffice.shell.Refusals;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The screen's words and figures in one language. */
record Words(Texts texts, Formats formats) {
  static Words in(Formats formats) {
    return new Words(Texts.of(Words.class, "receiving", formats.language()), formats);
  }

  String get(String key) {
    return texts.get(key);
  }

  String get(String key, Map<String, String> values) {
    return texts.get(key, values);
  }

  /** A sentence as people read it: facts that end in a unit are put in as figures. */
  String sentence(ReceivingState.Said said) {
    if (said.refusal() != null) {
      return Refusals.sentence(said.refusal(), formats);
    }
    Map<String, String> put = new HashMap<>();
    said.facts().forEach((name, value) -> put.put(name, figures(name, value)));
    return texts.get(said.key(), put);
  }

  private String figures(String name, String value) {
    if (name.endsWith("Milli")) {
      return formats.quantity(Long.parseLong(value));
    }
    return name.endsWith("Minor") ? formats.moneyWithSign(Long.parseLong(value)) : value;
  }

  private boolean isIndonesian() {
    return formats.language() == Language.INDONESIAN;
  }

  /** "dus 40", or the base unit alone. */
  String unit(GoodsLine line) {
    return line.factorMilli() == 1000
        ? line.unit()
        : line.unit() + " " + formats.quantity(line.factorMilli());
  }

  /** "14.31.07". */
  String second(Instant at) {
    return formats.time(at)
        + (isIndonesian() ? "." : ":")
        + String.format(Locale.ROOT, "%02d", at.getEpochSecond() % 60);
  }

  /** "02 Nov". */
  String day(LocalDate on) {
    String[] parts = formats.date(on).split(" ", -1);
    return (parts[0].length() == 1 ? "0" : "") + parts[0] + " " + parts[1];
  }

  /** Millionths as "22,0%", without sign. */
  String percent(long micro) {
    long tenths = (Math.abs(micro) + 500) / 1_000;
    return (micro < 0 && tenths > 0 ? "\u2212" : "")
        + formats.count(tenths / 10)
        + (isIndonesian() ? "," : ".")
        + tenths % 10
        + "%";
  }

  /** Millionths as "24%", with a decimal only where there is one. */
  String wholePercent(long micro) {
    return micro % 10_000 == 0 ? formats.count(micro / 10_000) + "%" : percent(micro);
  }

  /** A supplier as people call it, without the form of its firm. */
  static String shortName(String supplier) {
    return supplier.replaceFirst("^(PT|CV|UD|PD|TB|Toko)\\.? ", "");
  }
}
