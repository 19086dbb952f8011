package id.lajur.pos.receipt;

import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.people.v1.Store;
import id.lajur.pos.receipt.PaperRow.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Words, figures and moments as all papers of a shop write them. */
final class Words {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

  private static final Map<Language, Texts> BUNDLES =
      Map.of(
          Language.INDONESIAN, Texts.of(ReceiptLayout.class, "receipt", Language.INDONESIAN),
          Language.ENGLISH, Texts.of(ReceiptLayout.class, "receipt", Language.ENGLISH));

  private Words() {}

  static Texts of(Language language) {
    return Objects.requireNonNull(BUNDLES.get(language));
  }

  static Formats formats(Store store, Language language) {
    return new Formats(
        language,
        currency(store.getCurrency(), store.getAmountUnitMinor()),
        ZoneId.of(store.getTimeZone()));
  }

  static ShopCurrency currency(String code, long amountUnitMinor) {
    return code.equals("IDR")
        ? ShopCurrency.RUPIAH
        : new ShopCurrency(code, code, amountUnitMinor % 100 == 0 ? 0 : 2);
  }

  static String moment(Instant at, Store store) {
    return moment(at, ZoneId.of(store.getTimeZone()));
  }

  static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }

  /** Name and address of the shop, and the mark of a training shop. */
  static void shop(PaperRows rows, Texts words, Store store) {
    rows.centred(Kind.TALL, store.getName());
    rows.centred(Kind.PLAIN, store.getAddress());
    if (store.getTraining()) {
      rows.centred(Kind.BOLD, words.get("training"));
    }
  }
}
