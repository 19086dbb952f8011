package id.lajur.backoffice.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.shell.Pictures;
import id.lajur.kit.theme.Theme;
import java.awt.Component;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;

@CacioTest
class FactWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  @Test
  void anAmountBesideALongWordIsNeverCut() throws Exception {
    Fact fact =
        Pictures.onScreen(
            () -> {
              Theme.LIGHT.install();
              var made = new Fact("Penjualan kena pajak yang belum dipungut", "123.456.789");
              made.setSize(260, 40);
              made.doLayout();
              return made;
            });

    Component word = fact.getComponent(0);
    JLabel value = (JLabel) fact.getComponent(1);
    assertThat(value.getWidth()).isEqualTo(value.getPreferredSize().width);
    assertThat(value.getY()).isGreaterThanOrEqualTo(word.getY() + word.getHeight());
    assertThat(fact.getPreferredSize().height).isGreaterThan(word.getHeight());
  }

  @Test
  void aShortOneStandsBesideItsWord() throws Exception {
    Fact fact =
        Pictures.onScreen(
            () -> {
              Theme.LIGHT.install();
              var made = new Fact("Pajak", "12.500");
              made.setSize(260, 20);
              made.doLayout();
              return made;
            });

    assertThat(fact.getComponent(1).getY()).isEqualTo(fact.getComponent(0).getY());
  }
}
