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
        blocked);
  }

  @Test
  void whatIsSoldByAPriceHasALabel() {
    assertThat(
            ItemLabels.of(
                List.of(row("A", 8_750_00L, ""), row("B", null, ""), row("C", 1_00L, "ditarik"))))
        .containsExactly(new Label("Teh", "pcs", "A", "8991234567891", 8_750_00));
  }
}
