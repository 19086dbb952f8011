package id.lajur.pos.receipt;

import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.pos.receipt.PaperRow.Kind;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.ReceiptDiscount;
import id.lajur.sale.v1.ReceiptLine;
import id.lajur.sale.v1.ReceiptTax;
import id.lajur.sale.v1.ReceiptTender;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A frozen sale laid out on paper, in the words of the shop's language; the Indonesian ones are
 * those that the law asks for. Names wrap; an amount is never cut: where it has no room beside its
 * words it gets a line of its own.
 *
 * @see "PER-11/PJ/2025 articles 51-52: the receipt is the retailer's tax invoice"
 */
public final class ReceiptLayout {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

  private static final Map<Language, Texts> WORDS =
      Map.of(
          Language.INDONESIAN, Texts.of(ReceiptLayout.class, "receipt", Language.INDONESIAN),
          Language.ENGLISH, Texts.of(ReceiptLayout.class, "receipt", Language.ENGLISH));

  private final int columns;
  private final Receipt receipt;
  private final Formats formats;
  private final ZoneId zone;
  private final Texts words;
  private final List<PaperRow> rows = new ArrayList<>();

  private ReceiptLayout(Receipt receipt, Paper paper, Language language) {
    this.receipt = receipt;
    this.columns = paper.columns();
    this.zone = ZoneId.of(receipt.getTimeZone());
    this.formats = new Formats(language, currency(receipt), zone);
    this.words = Objects.requireNonNull(WORDS.get(language));
  }

  /** The rows of a receipt from top to bottom, none wider than the paper. */
  public static List<PaperRow> of(Receipt receipt, Paper paper, Language language) {
    var layout = new ReceiptLayout(receipt, paper, language);
    layout.head();
    receipt.getLinesList().forEach(layout::line);
    layout.rule();
    layout.money();
    layout.taxes();
    layout.foot();
    return List.copyOf(layout.rows);
  }

  /** "L01-S000012": terminal, series and counter, as the books have it. */
  public static String number(Receipt receipt) {
    return "%s-%s%06d".formatted(receipt.getTerminal(), receipt.getSeries(), receipt.getNumber());
  }

  private static ShopCurrency currency(Receipt receipt) {
    return receipt.getCurrency().equals("IDR")
        ? ShopCurrency.RUPIAH
        : new ShopCurrency(
            receipt.getCurrency(),
            receipt.getCurrency(),
            receipt.getAmountUnitMinor() % 100 == 0 ? 0 : 2);
  }

  private void head() {
    centred(Kind.TALL, receipt.getStoreName());
    centred(Kind.PLAIN, receipt.getStoreAddress());
    if (!receipt.getTaxNumber().isEmpty()) {
      centred(Kind.PLAIN, words.get("taxNumber", Map.of("n", receipt.getTaxNumber())));
    }
    if (receipt.getTraining()) {
      centred(Kind.BOLD, words.get("training"));
      centred(Kind.BOLD, words.get("noProof"));
    }
    if (receipt.getCopyNumber() > 0) {
      centred(Kind.BOLD, words.get("copy", Map.of("n", Integer.toString(receipt.getCopyNumber()))));
    }
    rule();
    String moment = MOMENT.format(Instant.ofEpochMilli(receipt.getSoldAtMs()).atZone(zone));
    pair(Kind.PLAIN, words.get("number", Map.of("n", number(receipt))), moment);
    pair(
        Kind.PLAIN,
        words.get("lane", Map.of("n", receipt.getTerminal())),
        words.get("operator", Map.of("name", receipt.getOperatorName())));
    rule();
  }

  private void line(ReceiptLine line) {
    String name = line.getName();
    if (line.getKind() == LineKind.LINE_KIND_RETURN) {
      name = words.get("return", Map.of("item", name));
    } else if (line.getKind() == LineKind.LINE_KIND_CREDIT) {
      name = words.get("credit", Map.of("item", name));
    }
    wrapped(Kind.PLAIN, false, name, columns);
    String quantity =
        line.getWeighed()
            ? formats.weight(line.getQuantityMilli(), line.getUnit())
            : formats.quantity(line.getQuantityMilli()) + " " + line.getUnit();
    long beforeDiscount = line.getTotalMinor() + line.getDiscountMinor();
    pair(Kind.PLAIN, "  " + quantity + " x " + money(line.getPriceMinor()), money(beforeDiscount));
    if (line.getDiscountMinor() != 0) {
      pair(Kind.PLAIN, "  " + words.get("discount"), money(-line.getDiscountMinor()));
    }
  }

  private void money() {
    boolean more = receipt.getDiscountsCount() > 0 || receipt.getTaxOnTopMinor() != 0;
    if (more) {
      pair(Kind.PLAIN, words.get("subtotal"), money(receipt.getLinesMinor()));
    }
    for (ReceiptDiscount discount : receipt.getDiscountsList()) {
      pair(Kind.PLAIN, word(discount), money(-discount.getAmountMinor()));
    }
    for (ReceiptTax tax : receipt.getTaxesList()) {
      if (tax.getOnTop()) {
        pair(Kind.PLAIN, tax.getName(), money(tax.getTaxMinor()));
      }
    }
    pair(
        Kind.TALL,
        words.get("total") + " " + formats.currency().sign(),
        money(receipt.getTotalMinor()));
    if (receipt.getRoundingMinor() != 0) {
      pair(Kind.PLAIN, words.get("rounding"), money(receipt.getRoundingMinor()));
    }
    for (ReceiptTender tender : receipt.getTendersList()) {
      String reference = tender.getReference();
      String name = tender.getName() + (reference.isEmpty() ? "" : " " + reference);
      pair(Kind.PLAIN, name, money(tender.getAmountMinor()));
    }
    pair(Kind.BOLD, words.get("change"), money(receipt.getChangeMinor()));
    long saved =
        receipt.getDiscountMinor()
            + receipt.getLinesList().stream().mapToLong(ReceiptLine::getDiscountMinor).sum();
    if (saved > 0) {
      pair(Kind.PLAIN, words.get("saved"), money(saved));
    }
  }

  private String word(ReceiptDiscount discount) {
    String kind =
        switch (discount.getSource()) {
          case DISCOUNT_SOURCE_MEMBER -> words.get("discount.member");
          case DISCOUNT_SOURCE_STAFF -> words.get("discount.staff");
          case DISCOUNT_SOURCE_COUPON -> words.get("discount.coupon");
          default -> words.get("discount");
        };
    boolean named = discount.getSource() == DiscountSource.DISCOUNT_SOURCE_COUPON;
    return named ? kind + " " + discount.getReason() : kind;
  }

  private void taxes() {
    if (receipt.getTaxesCount() == 0) {
      return;
    }
    rule();
    boolean inside = receipt.getTaxesList().stream().anyMatch(t -> taxed(t) && !t.getOnTop());
    if (inside) {
      wrapped(Kind.PLAIN, false, words.get("inclusive"), columns);
    }
    for (ReceiptTax tax : receipt.getTaxesList()) {
      if (taxed(tax)) {
        pair(
            Kind.PLAIN,
            words.get("base", Map.of("class", tax.getTaxClass())),
            money(tax.getTaxableMinor()));
        if (tax.getOtherBaseMinor() != tax.getTaxableMinor()) {
          pair(Kind.PLAIN, words.get("otherBase"), money(tax.getOtherBaseMinor()));
        }
        pair(Kind.PLAIN, tax.getName() + " " + percent(tax), money(tax.getTaxMinor()));
      } else {
        pair(Kind.PLAIN, tax.getName(), money(tax.getTaxableMinor()));
      }
    }
  }

  private static boolean taxed(ReceiptTax tax) {
    return tax.getRateMicro() > 0;
  }

  /** Millionths as "12%" or "7,875%". */
  private String percent(ReceiptTax tax) {
    return formats.quantity(tax.getRateMicro() / 10) + "%";
  }

  private void foot() {
    rule();
    if (!receipt.getFooter().isEmpty()) {
      centred(Kind.PLAIN, receipt.getFooter());
    }
    rows.add(new PaperRow(Kind.BARCODE, true, Ascii.of(number(receipt))));
    centred(Kind.PLAIN, receipt.getChainCode());
  }

  private String money(long minor) {
    return Ascii.of(formats.money(minor));
  }

  private void rule() {
    rows.add(new PaperRow(Kind.PLAIN, false, "-".repeat(columns)));
  }

  private void centred(Kind kind, String text) {
    wrapped(kind, true, text, columns);
  }

  private void pair(Kind kind, String left, String right) {
    String start = Ascii.of(left);
    String end = Ascii.of(right);
    int gap = columns - start.length() - end.length();
    if (gap > 0) {
      rows.add(new PaperRow(kind, false, start + " ".repeat(gap) + end));
      return;
    }
    wrapped(kind, false, start, columns);
    int room = columns - end.length();
    if (room >= 0) {
      rows.add(new PaperRow(kind, false, " ".repeat(room) + end));
    } else {
      wrapped(kind, false, end, columns);
    }
  }

  /** Breaks at spaces; a word longer than the paper breaks where the paper ends. */
  private void wrapped(Kind kind, boolean centred, String text, int width) {
    String rest = Ascii.of(text).strip();
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      int end = space > 0 ? space : width;
      rows.add(new PaperRow(kind, centred, rest.substring(0, end).stripTrailing()));
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      rows.add(new PaperRow(kind, centred, rest));
    }
  }
}
