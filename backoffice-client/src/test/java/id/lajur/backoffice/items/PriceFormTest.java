package id.lajur.backoffice.items;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Theme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;

class PriceFormTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  private final Formats formats =
      new Formats(Language.INDONESIAN, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));
  private final Items.Read read = new Goods().item("100145").join();
  private Optional<PriceForm.Filled> entered = Optional.empty();
  private final PriceForm form;

  PriceFormTest() {
    Theme.LIGHT.install();
    form =
        new PriceForm(
            formats,
            Texts.of(PriceForm.class, "items", Language.INDONESIAN),
            true,
            () -> Instant.parse("2026-11-23T07:01:00Z"),
            this::enter);
    form.fill(read);
  }

  private void enter() {
    entered = form.filled();
  }

  private JTextField field(String name) {
    return Arrays.stream(form.getComponents())
        .filter(each -> name.equals(each.getName()))
        .map(JTextField.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private Items.AtLevel level(String unit, String level) {
    return read.levels().stream()
        .filter(at -> at.unit().equals(unit) && at.level().equals(level))
        .findFirst()
        .orElseThrow();
  }

  private PriceForm.Filled filled() {
    return form.filled().orElseThrow();
  }

  @Test
  void enterInAPriceThatStaysTakesBackTheOneToCome() {
    field("price.from").setText("1/12");
    field("price.dus").postActionEvent();

    assertThat(entered.orElseThrow().from()).contains(DAY);
    assertThat(entered.orElseThrow().prices())
        .containsExactly(new Items.PriceTyped("dus", null, OptionalLong.of(128_000_00)));
    assertThat(filled().prices()).as("Enter says it once").isEmpty();
  }

  @Test
  void thePresentPriceTypedAgainIsSetFromItsDayOn() {
    field("price.from").setText("1/12");
    field("price.dus").setText("");
    field("price.dus").setText(formats.money(128_000_00));

    assertThat(form.isTyped()).isTrue();
    assertThat(filled().prices())
        .containsExactly(new Items.PriceTyped("dus", null, OptionalLong.of(128_000_00)));
  }

  @Test
  void atALevelItIsRetailAgainFromADayOn() {
    field("price.from").setText("1/12");
    field("price.pcs.GROSIR").postActionEvent();

    assertThat(entered.orElseThrow().prices())
        .containsExactly(new Items.PriceTyped("pcs", level("pcs", "GROSIR"), OptionalLong.empty()));
  }

  @Test
  void thePresentPriceWithoutADayIsNothingToSet() {
    field("price.dus").setText("");
    field("price.dus").setText(formats.money(128_000_00));
    field("price.dus").postActionEvent();

    assertThat(entered.orElseThrow().prices()).isEmpty();
    assertThat(form.isTyped()).isFalse();
  }

  @Test
  void whatNobodyTouchedIsNotSetWithTheRest() {
    field("price.from").setText("1/12");
    field("price.pcs").setText("3600");

    assertThat(filled().prices())
        .containsExactly(new Items.PriceTyped("pcs", null, OptionalLong.of(3_600_00)));
  }

  @Test
  void aPriceThatWasSetIsNotSetAgainAndTheOtherStaysTyped() {
    field("price.pcs").setText("3600");
    field("price.dus").setText("129000");
    var set = new Items.Kept(filled().prices().get(0), Optional.empty());

    form.take(read.priced(List.of(set)), List.of(set));

    assertThat(field("price.pcs").getText()).isEqualTo(formats.money(3_600_00));
    assertThat(filled().prices())
        .containsExactly(new Items.PriceTyped("dus", null, OptionalLong.of(129_000_00)));
  }
}
