package id.lajur.pos.customer;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.PaintedWords;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How she has paid, row by row as the customer reads it. */
class PaidRowsTest {
  private static final LineView[] BASKET = {Shopping.MILK, Shopping.TEA}; // 70,960 rupiah

  @Test
  void aCardOrQrisThatPaysAllIsOneRowAndNoCash() {
    assertThat(rows(Language.INDONESIAN, Shopping.paid(0, 70_960_00, 0, BASKET)))
        .containsExactly(
            "Halo, Ratna Wulandari",
            "Harga Anggota",
            "Total 70.960",
            "Dibayar nontunai 70.960",
            "Kembali Rp",
            "0",
            "Terima kasih",
            "Sampai jumpa lagi.");
  }

  @Test
  void cashBesideQrisHasARowOfItsOwnAndTheCoinToo() {
    assertThat(rows(Language.ENGLISH, Shopping.paid(25_000_00, 50_000_00, 4_100_00, BASKET)))
        .containsExactly(
            "Hello, Ratna Wulandari",
            "Price level: Anggota",
            "Total 70,960",
            "Rounding −60",
            "Paid without cash 50,000",
            "Cash received 25,000",
            "Change Rp",
            "4,100",
            "Thank you",
            "See you soon.");
  }

  @Test
  void cashAloneSaysNothingOfOtherWays() {
    assertThat(rows(Language.INDONESIAN, Shopping.paid(100_000_00, BASKET)))
        .containsSubsequence(
            "Total 70.960", "Pembulatan −60", "Dibayar tunai 100.000", "Kembali Rp", "29.100")
        .noneMatch(row -> row.startsWith("Dibayar nontunai"));
  }

  /** The rows of the side with the sums. */
  private static List<String> rows(Language language, CustomerView view) {
    Theme.LIGHT.install();
    var panel = new CustomerPanel(language, view);
    panel.setSize(CustomerPanel.DRAWN);
    var picture =
        new BufferedImage(
            CustomerPanel.DRAWN.width, CustomerPanel.DRAWN.height, BufferedImage.TYPE_INT_RGB);
    var painted = new PaintedWords(picture.createGraphics());
    panel.paint(painted);
    painted.dispose();
    double middle = CustomerPanel.DRAWN.width * 0.59;
    return PaintedWords.rows(
        painted.words().stream().filter(word -> word.where().getX() > middle).toList());
  }
}
