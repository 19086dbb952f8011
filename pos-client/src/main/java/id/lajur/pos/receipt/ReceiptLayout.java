package id.lajur.pos.receipt;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.pos.receipt.PaperRow.Kind;
import id.lajur.rules.receipt.ReceiptsProof;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.ReceiptDiscount;
import id.lajur.sale.v1.ReceiptLine;
import id.lajur.sale.v1.ReceiptTax;
import id.lajur.sale.v1.ReceiptTender;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * A frozen sale laid out on paper, in the words of the shop's language; the Indonesian ones are
 * those that the law asks for. Names wrap; an amount is never cut: where it has no room beside its
 * words it gets a line of its own.
 *
 * @see "PER-11/PJ/2025 articles 51-52: the receipt is the retailer's tax invoice"
 */
public final class ReceiptLayout {
  private final Receipt receipt;
  private final Formats formats;
  private final ZoneId zone;
  private final Texts words;
  private final PaperRows rows;

  private ReceiptLayout(Receipt receipt, Paper paper, Language language) {
    this.receipt = receipt;
    this.rows = new PaperRows(paper);
    this.zone = ZoneId.of(receipt.getTimeZone());
    this.formats =
        new Formats(
            language, Words.currency(receipt.getCurrency(), receipt.getAmountUnitMinor()), zone);
    this.words = Words.of(language);
  }

  /** The rows of a receipt from top to bottom, none wider than the paper. */
  public static List<PaperRow> of(Receipt receipt, Paper paper, Language language) {
    var layout = new ReceiptLayout(receipt, paper, language);
    layout.head();
    receipt.getLinesList().forEach(layout::line);
    layout.rows.rule();
    layout.money();
    layout.taxes();
    layout.foot();
    return layout.rows.all();
  }

  /** "L01-S000012": terminal, series and counter, as the books have it. */
  public static String number(Receipt receipt) {
    return ReceiptsProof.number(receipt.getTerminal(), receipt.getSeries(), receipt.getNumber());
  }

  private void head() {
    rows.centred(Kind.TALL, receipt.getStoreName());
    rows.centred(Kind.PLAIN, receipt.getStoreAddress());
    if (!receipt.getTaxNumber().isEmpty()) {
      rows.centred(Kind.PLAIN, words.get("taxNumber", Map.of("n", receipt.getTaxNumber())));
    }
    if (!receipt.getHeader().isEmpty()) {
      rows.centred(Kind.PLAIN, receipt.getHeader());
    }
    if (receipt.getTraining()) {
      rows.centred(Kind.BOLD, words.get("training"));
      rows.centred(Kind.BOLD, words.get("noProof"));
    }
    if (receipt.getCopyNumber() > 0) {
      rows.centred(
          Kind.BOLD, words.get("copy", Map.of("n", Integer.toString(receipt.getCopyNumber()))));
    }
    rows.rule();
    String moment = Words.moment(Instant.ofEpochMilli(receipt.getSoldAtMs()), zone);
    rows.pair(Kind.PLAIN, words.get("number", Map.of("n", number(receipt))), moment);
    rows.pair(
        Kind.PLAIN,
        words.get("lane", Map.of("n", receipt.getTerminal())),
        words.get("operator", Map.of("name", receipt.getOperatorName())));
    buyer();
    rows.rule();
  }

  private void buyer() {
    String level =
        receipt.getPriceLevel().isEmpty()
            ? ""
            : words.get("level", Map.of("level", receipt.getPriceLevel()));
    if (!receipt.getMemberNumber().isEmpty()) {
      rows.pair(
          Kind.PLAIN,
          words.get("member", Map.of("name", receipt.getMemberName())),
          receipt.getMemberNumber());
    }
    if (!level.isEmpty()) {
      rows.words(Kind.PLAIN, level);
    }
  }

  private void line(ReceiptLine line) {
    String name = line.getName();
    if (line.getKind() == LineKind.LINE_KIND_RETURN) {
      name = words.get("return", Map.of("item", name));
    } else if (line.getKind() == LineKind.LINE_KIND_CREDIT) {
      name = words.get("credit", Map.of("item", name));
    }
    rows.words(Kind.PLAIN, name);
    String quantity =
        line.getWeighed()
            ? formats.weight(line.getQuantityMilli(), line.getUnit())
            : formats.quantity(line.getQuantityMilli()) + " " + line.getUnit();
    long beforeDiscount = line.getTotalMinor() + line.getDiscountMinor();
    rows.pair(
        Kind.PLAIN, "  " + quantity + " x " + money(line.getPriceMinor()), money(beforeDiscount));
    if (line.getDiscountMinor() != 0) {
      rows.pair(Kind.PLAIN, "  " + words.get("discount"), money(-line.getDiscountMinor()));
    }
  }

  private void money() {
    boolean more = receipt.getDiscountsCount() > 0 || receipt.getTaxOnTopMinor() != 0;
    if (more) {
      rows.pair(Kind.PLAIN, words.get("subtotal"), money(receipt.getLinesMinor()));
    }
    for (ReceiptDiscount discount : receipt.getDiscountsList()) {
      rows.pair(Kind.PLAIN, word(discount), money(-discount.getAmountMinor()));
    }
    for (ReceiptTax tax : receipt.getTaxesList()) {
      if (tax.getOnTop()) {
        rows.pair(Kind.PLAIN, tax.getName(), money(tax.getTaxMinor()));
      }
    }
    rows.pair(
        Kind.TALL,
        words.get("total") + " " + formats.currency().sign(),
        money(receipt.getTotalMinor()));
    if (receipt.getRoundingMinor() != 0) {
      rows.pair(Kind.PLAIN, words.get("rounding"), money(receipt.getRoundingMinor()));
    }
    for (ReceiptTender tender : receipt.getTendersList()) {
      String reference = tender.getReference();
      String name = tender.getName() + (reference.isEmpty() ? "" : " " + reference);
      rows.pair(Kind.PLAIN, name, money(tender.getAmountMinor()));
    }
    rows.pair(Kind.BOLD, words.get("change"), money(receipt.getChangeMinor()));
    long saved =
        receipt.getDiscountMinor()
            + receipt.getLinesList().stream().mapToLong(ReceiptLine::getDiscountMinor).sum();
    if (saved > 0) {
      rows.pair(Kind.PLAIN, words.get("saved"), money(saved));
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
    rows.rule();
    boolean inside = receipt.getTaxesList().stream().anyMatch(t -> taxed(t) && !t.getOnTop());
    if (inside) {
      rows.words(Kind.PLAIN, words.get("inclusive"));
    }
    for (ReceiptTax tax : receipt.getTaxesList()) {
      if (taxed(tax)) {
        rows.pair(
            Kind.PLAIN,
            words.get("base", Map.of("class", tax.getTaxClass())),
            money(tax.getTaxableMinor()));
        if (tax.getOtherBaseMinor() != tax.getTaxableMinor()) {
          rows.pair(Kind.PLAIN, words.get("otherBase"), money(tax.getOtherBaseMinor()));
        }
        rows.pair(Kind.PLAIN, tax.getName() + " " + percent(tax), money(tax.getTaxMinor()));
      } else {
        rows.pair(Kind.PLAIN, tax.getName(), money(tax.getTaxableMinor()));
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
    rows.rule();
    if (!receipt.getFooter().isEmpty()) {
      rows.centred(Kind.PLAIN, receipt.getFooter());
    }
    rows.barcode(number(receipt));
    rows.centred(Kind.PLAIN, receipt.getChainCode());
  }

  private String money(long minor) {
    return formats.money(minor);
  }
}
