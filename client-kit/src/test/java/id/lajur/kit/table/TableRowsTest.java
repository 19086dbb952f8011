package id.lajur.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.document.FileKind;
import id.lajur.kit.document.Line;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import java.nio.file.Path;
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
    rows.see(rows.look().see(() -> false).orElseThrow());
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
  void aLookThatNobodyWaitsForIsGivenUpAndChangesNothing() {
    rows.set(List.of(goods("Teh", 12_500_00L), goods("Gula", 1_250_00L)));
    assertThat(names()).hasSize(2);
    rows.filter("teh");
    TableRows.Look<Goods> late = rows.look();

    assertThat(late.see(() -> true)).isEmpty();
    rows.filter("gula");

    assertThat(rows.seen()).hasSize(2);
    assertThat(late.see(() -> false).orElseThrow()).extracting(Goods::name).containsExactly("Teh");
    assertThat(names()).containsExactly("Gula");
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

    assertThat(names()).hasSize(3);
    assertThat(TableRows.sum(COLUMNS.get(1), rows.seen())).isEqualTo(13_750_00L);
    rows.filter("teh");
    assertThat(names()).hasSize(1);
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
            List.of(new Chosen.Shown("name", 240, false), new Chosen.Shown("price", 90, true)),
            Optional.of(new TableRows.Order("price", true)));

    assertThat(Chosen.read(chosen.write())).contains(chosen);
    assertThat(Chosen.read("")).isEmpty();
    assertThat(Chosen.read("name:;;")).isEmpty();
    assertThat(Chosen.read("name:99999999")).isEmpty();
  }

  @Test
  void whatIsFiledStandsAsOnTheScreenWithItsSum() {
    List<Goods> seen = List.of(goods("Teh", 12_500_00L), goods("Gula", null));

    TabularDocument filed =
        TableDocument.of(
            new DataTable.About("Barang", "Swalayan Melati", ""), List.of("\"te\""), COLUMNS, seen);

    assertThat(filed.columns())
        .extracting(id.lajur.kit.document.Column::head)
        .containsExactly("Barang", "Harga");
    assertThat(filed.lines())
        .containsExactly(
            Line.row("Teh", 12_500_00L), Line.row("Gula", null), Line.total("2", 12_500_00L));
    assertThat(filed.lines()).as("read once more, as files do").hasSize(3);
  }

  @Test
  void aFileIsOfTheKindThatItsNameSaysAndElseOfTheChosenOne() {
    assertThat(TableFiles.withSuffix(Path.of("/t/Barang.csv"), FileKind.XLSX))
        .isEqualTo(Path.of("/t/Barang.csv"));
    assertThat(TableFiles.withSuffix(Path.of("/t/Barang 1.2"), FileKind.XLSX))
        .isEqualTo(Path.of("/t/Barang 1.2.xlsx"));
    assertThat(TableFiles.kindOf(Path.of("/t/Barang.PDF"), FileKind.CSV)).isEqualTo(FileKind.PDF);
  }
}
