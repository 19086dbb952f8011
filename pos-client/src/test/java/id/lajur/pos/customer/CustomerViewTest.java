package id.lajur.pos.customer;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Theme;
import id.lajur.pos.customer.CustomerView.Stage;
import id.lajur.pos.screen.LaneState;
import org.junit.jupiter.api.Test;

class CustomerViewTest {
  @Test
  void nobodySellsBeforeTheSignOn() {
    LaneState off = LaneState.signedOff(Shopping.TERMINAL, Language.INDONESIAN, Theme.LIGHT);

    assertThat(CustomerView.of(off)).isEqualTo(Shopping.closed());
  }

  @Test
  void removedLinesAreNotTheCustomers() {
    CustomerView view = Shopping.basket(Shopping.MILK, Shopping.GONE, Shopping.TEA);

    assertThat(view.stage()).isEqualTo(Stage.BASKET);
    assertThat(view.lines()).containsExactly(Shopping.MILK, Shopping.TEA);
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    Texts indonesian = Texts.of(CustomerPanel.class, "customer", Language.INDONESIAN);
    Texts english = Texts.of(CustomerPanel.class, "customer", Language.ENGLISH);

    assertThat(english.keys()).isEqualTo(indonesian.keys());
    for (String key : indonesian.keys()) {
      assertThat(english.placeholders(key)).as(key).isEqualTo(indonesian.placeholders(key));
      assertThat(indonesian.get(key) + english.get(key)).doesNotContain("!");
    }
  }
}
