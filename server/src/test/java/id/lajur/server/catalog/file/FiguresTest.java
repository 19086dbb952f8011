package id.lajur.server.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({"12500, 1250000", "12500.5, 1250050", "0.01, 1", "0, 0", "0012, 1200"})
  void aPlainNumberHasADotBeforeItsDecimals(String text, long minor) throws Exception {
    assertThat(new Figures(false).read(text, 2)).isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12.500|1250000",
        "12.500,50|1250050",
        "Rp12.500|1250000",
        "Rp 1.234.567|123456700",
        "12500|1250000",
        "0,5|50",
      })
  void anIndonesianNumberPartsThousandsByADot(String text, long minor) throws Exception {
    assertThat(new Figures(true).read(text, 2)).isEqualTo(minor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.500",
        "12,500",
        "-1",
        "1e3",
        "Rp12.500",
        "1.2.3",
        "12 500",
        "١٢",
        "",
        "12345678901234"
      })
  void whatCouldBeReadInTwoWaysIsNotRead(String text) {
    assertThatThrownBy(() -> new Figures(false).read(text, 2))
        .isInstanceOf(Figures.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.5", "1.25.000", "12,505", "-1", "0x10", "1,2,3"})
  void anIndonesianNumberWithThousandsOutOfPlaceIsNotRead(String text) {
    assertThatThrownBy(() -> new Figures(true).read(text, 2))
        .isInstanceOf(Figures.Unreadable.class);
  }
}
