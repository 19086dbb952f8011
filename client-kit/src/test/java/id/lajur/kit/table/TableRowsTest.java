package id.lajur.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableRowsTest {
  private record Goods(String name, @Nullable Long priceMinor) {}

  private static final Formats FORMATS =
      new Formats(Language.INDONESIAN, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));
  private static final List<Column<Goods>> COLUMNS =
      List.of(
          Column.text("name", "Barang", 200, Goods::name),
          Column.<Goods>of("price", "Harga", Kind.MONEY, 100, Goods::priceMinor).summedUp());

  private final TableRows<Goods> rows = new TableRows<>(COLUMNS, FORMATS);

  private static Goods goods(String name, @Nullable Long priceMinor) {
    return new Goods(name, priceMinor);
  }

  private List<String> names() {
    return rows.seen().stream().map(Goods::name).toList();
  }

  @Test
  void aRowIsSeenThatHoldsEveryTypedWordInWhateverCaseAndAccent() {
    rows.set(
        List.of(
            goods("Café Latte 250 ml", 12_500_00L),
            goods("Kopi Bubuk", 9_900_00L),
            goods("Cafe Hitam", null)));

    rows.filter("CAFE");
    assertThat(names()).containsExactly("Café Latte 250 ml", "Cafe Hitam");

    rows.filter("latte caf");
    assertThat(names()).containsExactly("Café Latte 250 ml");
  }

  @Test
  void figuresAreFoundAsTheyAreWritten() {
    rows.set(List.of(goods("Teh", 12_500_00L), goods("Gula", 1_250_00L)));

    rows.filter("12.500");

    assertThat(names()).containsExactly("Teh");
  }

  @Test
  void rowsStandInTheOrderOfAColumnAndEmptyCellsLast() {
    rows.set(List.of(goods("b", 2L), goods("a", null), goods("C", 10L)));

    rows.order(Optional.of(new TableRows.Order("price", false)));
    assertThat(names()).containsExactly("b", "C", "a");
    rows.order(Optional.of(new TableRows.Order("name", false)));
    assertThat(names()).containsExactly("a", "b", "C");
    rows.order(Optional.of(new TableRows.Order("name", true)));
    assertThat(names()).containsExactly("C", "b", "a");
    rows.order(Optional.empty());
    assertThat(names()).containsExactly("b", "a", "C");
  }

  @Test
  void theOrderOfAColumnThatIsNoMoreIsNone() {
    rows.set(List.of(goods("b", 2L), goods("a", 1L)));

    rows.order(Optional.of(new TableRows.Order("gone", false)));

    assertThat(names()).containsExactly("b", "a");
  }

  @Test
  void theFootSumsWhatIsSeen() {
    rows.set(List.of(goods("Teh", 12_500_00L), goods("Gula", 1_250_00L), goods("x", null)));

    assertThat(TableRows.sum(COLUMNS.get(1), rows.seen())).isEqualTo(13_750_00L);
    rows.filter("teh");
    assertThat(TableRows.sum(COLUMNS.get(1), rows.seen())).isEqualTo(12_500_00L);
  }

  @Test
  void whatIsCopiedHasHeadsAndFitsASpreadsheet() {
    assertThat(RowsCopied.text(List.of(goods("Teh\tcelup", 8_750_00L)), COLUMNS, FORMATS))
        .isEqualTo("Barang\tHarga\nTeh celup\t8.750\n");
  }

  @Test
  void whatWasChosenIsReadAsItWasWrittenAndNonsenseIsNothing() {
    var chosen =
        new Chosen(
            List.of(new Chosen.Shown("name", 240), new Chosen.Shown("price", 90)),
            Optional.of(new TableRows.Order("price", true)));

    assertThat(Chosen.read(chosen.write())).contains(chosen);
    assertThat(Chosen.read("")).isEmpty();
    assertThat(Chosen.read("name:;;")).isEmpty();
    assertThat(Chosen.read("name:99999999")).isEmpty();
  }

  @Test
  void aPerCentHasOneDecimal() {
    assertThat(Cells.text(Kind.PERCENT, 243_000L, FORMATS)).isEqualTo("24,3%");
    assertThat(Cells.text(Kind.PERCENT, 220_000L, FORMATS)).isEqualTo("22%");
    assertThat(Cells.text(Kind.PERCENT, -43_160L, FORMATS)).isEqualTo("\u22124,3%");
  }
}
