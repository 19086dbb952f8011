package id.lajur.kit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDateTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  @ParameterizedTest
  @CsvSource({
    "5, 2026-11-05",
    "05, 2026-11-05",
    "5/3, 2026-03-05",
    "5.3.25, 2025-03-05",
    "05-03-2025, 2025-03-05",
    "5 3 2025, 2025-03-05",
    "0503, 2026-03-05",
    "050325, 2025-03-05",
    "05032025, 2025-03-05",
    "' 29/02/2028 ', 2028-02-29"
  })
  void aDateIsReadAsPeopleTypeIt(String typed, LocalDate meant) {
    assertThat(TypedDate.read(typed, TODAY)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "31/2", "0", "32", "5/13/2026", "5/3/202", "1/1/1/1", "123", "-5", "5/"})
  void whatIsNoDateIsNone(String typed) {
    assertThat(TypedDate.read(typed, TODAY)).isEmpty();
  }
}
