package id.lajur.pos.receipt;

import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
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

/**
 * A frozen sale laid out on paper, in the words that Indonesian law asks for. Names wrap; an amount
 * is never cut: where it has no room beside its words it gets a line of its own.
 *
 * @see "PER-11/PJ/2025 articles 51-52: the receipt is the retailer's tax invoice"
 */
public final class ReceiptLayout {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

  private final int columns;
  private final Receipt receipt;
  private final Formats formats;
  private final ZoneId zone;
  private final List<PaperRow> rows = new ArrayList<>();

  private ReceiptLayout(Receipt receipt, Paper paper) {
    this.receipt = receipt;
    this.columns = paper.columns();
    this.zone = ZoneId.of(receipt.getTimeZone());
    this.formats = new Formats(Language.INDONESIAN, currency(receipt), zone);
  }

  /** The rows of a receipt from top to bottom, none wider than the paper. */
  public static List<PaperRow> of(Receipt receipt, Paper paper) {
    var layout = new ReceiptLayout(receipt, paper);
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
      centred(Kind.PLAIN, "NPWP " + receipt.getTaxNumber());
    }
    if (receipt.getTraining()) {
      centred(Kind.BOLD, "*** TOKO LATIHAN ***");
      centred(Kind.BOLD, "BUKAN BUKTI PEMBAYARAN");
    }
    if (receipt.getCopyNumber() > 0) {
      centred(Kind.BOLD, "*** SALINAN " + receipt.getCopyNumber() + " ***");
    }
    rule();
    String moment = MOMENT.format(Instant.ofEpochMilli(receipt.getSoldAtMs()).atZone(zone));
    pair(Kind.PLAIN, "No " + number(receipt), moment);
    pair(Kind.PLAIN, "Lajur " + receipt.getTerminal(), "Kasir " + receipt.getOperatorName());
    rule();
  }

  private void line(ReceiptLine line) {
    String name = line.getName();
    if (line.getKind() == LineKind.LINE_KIND_RETURN) {
      name = "RETUR " + name;
    } else if (line.getKind() == LineKind.LINE_KIND_CREDIT) {
      name = "KEMBALIAN " + name;
    }
    wrapped(Kind.PLAIN, false, name, columns);
    String quantity =
        line.getWeighed()
            ? formats.weight(line.getQuantityMilli(), line.getUnit())
            : formats.quantity(line.getQuantityMilli()) + " " + line.getUnit();
    long beforeDiscount = line.getTotalMinor() + line.getDiscountMinor();
    pair(Kind.PLAIN, "  " + quantity + " x " + money(line.getPriceMinor()), money(beforeDiscount));
    if (line.getDiscountMinor() != 0) {
      pair(Kind.PLAIN, "  Potongan", money(-line.getDiscountMinor()));
    }
  }

  private void money() {
    boolean more = receipt.getDiscountsCount() > 0 || receipt.getTaxOnTopMinor() != 0;
    if (more) {
      pair(Kind.PLAIN, "Subtotal", money(receipt.getLinesMinor()));
    }
    for (ReceiptDiscount discount : receipt.getDiscountsList()) {
      pair(Kind.PLAIN, word(discount), money(-discount.getAmountMinor()));
    }
    for (ReceiptTax tax : receipt.getTaxesList()) {
      if (tax.getOnTop()) {
        pair(Kind.PLAIN, tax.getName(), money(tax.getTaxMinor()));
      }
    }
    pair(Kind.TALL, "TOTAL " + formats.currency().sign(), money(receipt.getTotalMinor()));
    if (receipt.getRoundingMinor() != 0) {
      pair(Kind.PLAIN, "Pembulatan", money(receipt.getRoundingMinor()));
    }
    for (ReceiptTender tender : receipt.getTendersList()) {
      String reference = tender.getReference();
      String name = tender.getName() + (reference.isEmpty() ? "" : " " + reference);
      pair(Kind.PLAIN, name, money(tender.getAmountMinor()));
    }
    pair(Kind.BOLD, "Kembali", money(receipt.getChangeMinor()));
    long saved =
        receipt.getDiscountMinor()
            + receipt.getLinesList().stream().mapToLong(ReceiptLine::getDiscountMinor).sum();
    if (saved > 0) {
      pair(Kind.PLAIN, "Anda hemat", money(saved));
    }
  }

  private static String word(ReceiptDiscount discount) {
    String kind =
        switch (discount.getSource()) {
          case DISCOUNT_SOURCE_MEMBER -> "Potongan anggota";
          case DISCOUNT_SOURCE_STAFF -> "Potongan karyawan";
          case DISCOUNT_SOURCE_COUPON -> "Kupon";
          default -> "Potongan";
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
      wrapped(Kind.PLAIN, false, "Harga termasuk PPN", columns);
    }
    for (ReceiptTax tax : receipt.getTaxesList()) {
      if (taxed(tax)) {
        pair(Kind.PLAIN, "DPP " + tax.getTaxClass(), money(tax.getTaxableMinor()));
        if (tax.getOtherBaseMinor() != tax.getTaxableMinor()) {
          pair(Kind.PLAIN, "DPP nilai lain", money(tax.getOtherBaseMinor()));
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

  private static String percent(ReceiptTax tax) {
    int hundredths = tax.getRateMicro() / 100;
    return hundredths % 100 == 0
        ? hundredths / 100 + "%"
        : "%d,%02d%%".formatted(hundredths / 100, hundredths % 100);
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
    String words = Ascii.of(left);
    String end = Ascii.of(right);
    int gap = columns - words.length() - end.length();
    if (gap > 0) {
      rows.add(new PaperRow(kind, false, words + " ".repeat(gap) + end));
      return;
    }
    wrapped(kind, false, words, columns);
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
