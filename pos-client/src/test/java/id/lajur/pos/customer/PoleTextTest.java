package id.lajur.pos.customer;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import org.junit.jupiter.api.Test;

/** Two lines of twenty, and never a figure cut. */
class PoleTextTest {
  @Test
  void itWelcomesWhileNobodyShops() {
    shows(Shopping.welcome(), "  Swalayan Melati   ", "   Selamat datang   ");
    shows(Shopping.closed(), "  Swalayan Melati   ", "   Lajur 3 tutup    ");
  }

  @Test
  void itFollowsLineByLineWithTheTotal() {
    shows(Shopping.basket(Shopping.SAUCE), "Kecap Manis B 22.300", "Total         22.300");
    shows(
        Shopping.basket(Shopping.SAUCE, Shopping.TEA),
        "2x Teh Celup  17.500",
        "Total         39.800");
    shows(
        Shopping.basket(Shopping.SAUCE, Shopping.CHICKEN, Shopping.GONE),
        "1,246x Ayam P 47.971",
        "Total         70.271");
  }

  @Test
  void itShowsWhatIsToPayAndWhatGoesBack() {
    shows(Shopping.toPay(Shopping.CHICKEN), "Total         47.971", "Tunai         47.900");
    shows(
        Shopping.paid(100_000_00, Shopping.CHICKEN),
        "Dibayar      100.000",
        "Kembali       52.100");
  }

  @Test
  void whatIsPaidByCardOrQrisIsPaid() {
    shows(
        Shopping.paid(0, 47_971_00, 0, Shopping.CHICKEN),
        "Dibayar       47.971",
        "Kembali            0");
    shows(
        Shopping.paid(20_000_00, 30_000_00, 2_100_00, Shopping.CHICKEN),
        "Dibayar       50.000",
        "Kembali        2.100");
  }

  @Test
  void aLargeSumTakesTheWordsPlace() {
    var dear = Shopping.basket(Shopping.dear(1_234_567_890_123L));

    PoleText text = text(dear);

    assertThat(text.lower()).endsWith("1.234.567.890.123").startsWith("To ");
  }

  private static void shows(CustomerView view, String upper, String lower) {
    assertThat(text(view)).isEqualTo(new PoleText(upper, lower));
  }

  private static PoleText text(CustomerView view) {
    return PoleText.of(
        view,
        Texts.of(PoleDisplay.class, "customer", Language.INDONESIAN),
        new Formats(Language.INDONESIAN, Shopping.TERMINAL.currency(), Shopping.TERMINAL.zone()));
  }
}
