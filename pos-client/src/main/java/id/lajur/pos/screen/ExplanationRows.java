package id.lajur.pos.screen;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The explanation of a price in words, from the list price down to what is paid. */
final class ExplanationRows {
  private final ExplanationView why;
  private final Texts texts;
  private final Formats formats;
  private final List<Row> rows = new ArrayList<>();

  /**
   * One step.
   *
   * @param amount empty where there is none
   * @param note what is told beside it; empty for nothing
   */
  record Row(String label, String amount, String note, boolean strong) {}

  private ExplanationRows(ExplanationView why, Texts texts, Formats formats) {
    this.why = why;
    this.texts = texts;
    this.formats = formats;
  }

  static List<Row> of(ExplanationView why, Texts texts, Formats formats) {
    var all = new ExplanationRows(why, texts, formats);
    all.price();
    all.reductions();
    all.tax();
    all.add(texts.get("explain.net"), formats.money(why.netMinor()), "", true);
    return List.copyOf(all.rows);
  }

  private void price() {
    String level =
        why.level().isEmpty()
            ? texts.get("explain.level.only")
            : texts.get("explain.level", Map.of("level", why.level()));
    switch (why.from()) {
      case LIST, OVERRIDE ->
          add(texts.get("explain.list"), formats.money(why.listPriceMinor()), level);
      case LEVEL -> {
        String retail = texts.get("explain.level.only");
        add(texts.get("explain.list"), formats.money(why.listPriceMinor()), retail);
        add(level, formats.money(why.line().priceMinor()), "");
      }
      case LABEL -> add(texts.get("explain.label"), formats.money(why.extendedMinor()), "");
      case ENTERED -> add(texts.get("explain.entered"), formats.money(why.line().priceMinor()), "");
    }
    if (why.override().isPresent()) {
      String note = said(why.override().get());
      add(texts.get("explain.override"), formats.money(why.line().priceMinor()), note);
    }
    if (why.from() != ExplanationView.From.LABEL) {
      String times = quantity(why.line()) + " × " + formats.money(why.line().priceMinor());
      add(times, formats.money(why.extendedMinor()), "");
    }
    if (why.roundingMinor() != 0) {
      add(texts.get("explain.rounding"), signed(why.roundingMinor()), "");
    }
  }

  private String quantity(LineView line) {
    return line.weighed()
        ? formats.weight(line.quantityMilli(), line.unit())
        : formats.quantity(line.quantityMilli());
  }

  private void reductions() {
    for (ExplanationView.Reduction reduction : why.reductions()) {
      String name = texts.get("explain.discount." + reduction.source());
      String label =
          reduction.percentMicro() == 0 ? name : name + " " + percent(reduction.percentMicro());
      var given = Map.of("n", formats.money(reduction.givenMinor()));
      String share = reduction.wholeBasket() ? texts.get("explain.share", given) + " " : "";
      add(label, formats.money(-reduction.minor()), share + said(reduction.act()));
    }
    add(texts.get("explain.promotion"), texts.get("explain.promotion.none"), "");
  }

  private void tax() {
    ExplanationView.Tax tax = why.tax();
    if (tax.rateMicro() == 0) {
      add(texts.get("explain.tax.none", Map.of("name", tax.name())), "", "");
      return;
    }
    String key = tax.onTop() ? "explain.tax.onTop" : "explain.tax.inside";
    var names = Map.of("name", tax.name(), "rate", percent(tax.rateMicro()));
    var bases =
        Map.of(
            "n", formats.money(tax.taxableMinor()), "other", formats.money(tax.otherBaseMinor()));
    boolean whole = tax.otherBaseMinor() == tax.taxableMinor();
    String base = texts.get(whole ? "explain.tax.base" : "explain.tax.otherBase", bases);
    String sum = tax.onTop() ? signed(tax.taxMinor()) : formats.money(tax.taxMinor());
    add(texts.get(key, names), sum, base);
  }

  /** Who did it, who approved it, and why. */
  private String said(ExplanationView.Act act) {
    var names = Map.of("name", act.operator(), "approver", act.approver());
    String who = texts.get(act.approver().isEmpty() ? "explain.by" : "explain.byApproved", names);
    return act.reason().isBlank()
        ? who
        : who + " " + texts.get("explain.reason", Map.of("reason", act.reason().strip()));
  }

  private String percent(int micro) {
    return formats.quantity(micro / 10) + "%";
  }

  private String signed(long minor) {
    return minor > 0 ? "+" + formats.money(minor) : formats.money(minor);
  }

  private void add(String label, String amount, String note) {
    add(label, amount, note, false);
  }

  private void add(String label, String amount, String note, boolean strong) {
    rows.add(new Row(label, amount, note, strong));
  }
}
