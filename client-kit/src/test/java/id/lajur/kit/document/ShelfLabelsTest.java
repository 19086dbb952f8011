package id.lajur.kit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import id.lajur.kit.document.ShelfLabels.Label;
import id.lajur.kit.document.ShelfLabels.Paper;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfLabelsTest {
  private static final Formats FORMATS =
      new Formats(Language.INDONESIAN, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));

  @TempDir private Path folder = Path.of("");

  private PdfReader labels(List<Label> labels, Paper paper) throws IOException {
    Path file = folder.resolve("labels.pdf");
    ShelfLabels.save(labels, paper, FORMATS, file);
    assertThat(folder.toFile().list()).containsExactly("labels.pdf");
    return new PdfReader(Files.readAllBytes(file));
  }

  private static Label tea(int number) {
    return new Label(
        "Teh Celup Melati nomor " + number, "pcs", "TEH" + number, "8991234567891", 8_750_00);
  }

  @Test
  void aSheetHoldsTwentyFourAndARollOneAPage() throws IOException {
    List<Label> many = IntStream.rangeClosed(1, 25).mapToObj(ShelfLabelsTest::tea).toList();

    assertThat(labels(many, Paper.SHEET).getNumberOfPages()).isEqualTo(2);
    PdfReader roll = labels(many, Paper.ROLL_58);
    assertThat(roll.getNumberOfPages()).isEqualTo(25);
    assertThat(roll.getPageSize(1).getWidth()).isBetween(164f, 165f);
  }

  @Test
  void aLabelSaysWhatItIsAndWhatItCosts() throws IOException {
    PdfReader pdf = labels(List.of(tea(1)), Paper.ROLL_58);

    assertThat(new PdfTextExtractor(pdf).getTextFromPage(1))
        .contains("Teh Celup", "nomor 1", "8.750", "pcs", "TEH1");
  }

  @Test
  void aLongNameAndACodeThatIsNoBarcodeAreNoReasonToFail() throws IOException {
    var odd = new Label("Panjang".repeat(40), "kg", "", "8991234567890", 123_456_789_00L);

    assertThat(labels(List.of(odd), Paper.SHEET).getNumberOfPages()).isEqualTo(1);
  }

  @Test
  void noLabelsAreNoPaper() {
    assertThatThrownBy(() -> labels(List.of(), Paper.SHEET))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
