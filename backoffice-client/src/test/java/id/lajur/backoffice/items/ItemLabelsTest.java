package id.lajur.backoffice.items;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.document.ShelfLabels.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ItemLabelsTest {
  private static Items.Row row(String code, @Nullable Long priceMinor, String blocked) {
    return new Items.Row(
        code,
        "Teh",
        "8991234567891",
        "Minuman",
        "",
        "BIASA",
        "pcs",
        priceMinor,
        0,
        null,
        0,
        blocked,
        null);
  }

  @Test
  void whatIsSoldByAPriceHasALabel() {
    assertThat(
            ItemLabels.of(
                List.of(row("A", 8_750_00L, ""), row("B", null, ""), row("C", 1_00L, "ditarik"))))
        .containsExactly(new Label("Teh", "pcs", "A", "8991234567891", 8_750_00));
  }

  @Test
  void whatWasSetHasItsNewPriceOnTheShelfAndPacksHaveNone() {
    Items.Row rice =
        new Items.Row(
            "B1",
            "Beras 5 kg",
            "899100",
            "SEMBAKO",
            "",
            "BIASA",
            "sak",
            70_000_00L,
            0,
            null,
            0,
            "",
            null);

    var labels =
        ItemLabels.of(
            List.of(
                set("B1", "sak", 72_500_00L), set("B1", "dus", 700_000_00L), set("?", "sak", 1)),
            List.of(rice));

    assertThat(labels).containsExactly(new Label("Beras 5 kg", "sak", "B1", "899100", 72_500_00L));
  }

  private static Repricing.Line set(String code, String unit, long priceMinor) {
    return new Repricing.Line(code, code, unit, 1L, priceMinor, null, null, "");
  }
}
