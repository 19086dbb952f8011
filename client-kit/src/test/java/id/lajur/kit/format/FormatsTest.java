package id.lajur.kit.format;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private final Formats rupiah = new Formats(Language.INDONESIAN, ShopCurrency.RUPIAH, WIB);
  private final Formats dollarId = new Formats(Language.INDONESIAN, ShopCurrency.US_DOLLAR, WIB);
  private final Formats dollarEn = new Formats(Language.ENGLISH, ShopCurrency.US_DOLLAR, WIB);

  @ParameterizedTest
  @CsvSource({
    "40553100, 405.531",
    "1250000, 12.500",
    "-594000, −5.940",
    "0, 0",
    "100, 1",
    "123456700, 1.234.567",
    "-50, '−0,50'",
    "40553150, '405.531,50'",
    "-9223372036854775808, '−92.233.720.368.547.758,08'",
  })
  void rupiahShowsNoDigitsUnlessThereAreSen(long minor, String text) {
    assertThat(rupiah.money(minor)).isEqualTo(text);
  }

  @Test
  void dollarsShowTwo() {
    assertThat(dollarEn.money(123456789)).isEqualTo("1,234,567.89");
    assertThat(dollarEn.money(5)).isEqualTo("0.05");
    assertThat(dollarId.money(123456789)).isEqualTo("1.234.567,89");
    assertThat(dollarId.money(100)).isEqualTo("1,00");
  }

  @Test
  void aSignOfLettersHasABlankAtWhichNoRowEnds() {
    assertThat(rupiah.moneyWithSign(123456700)).isEqualTo("Rp\u00a01.234.567");
    assertThat(rupiah.moneyWithSign(-123450)).isEqualTo("−Rp\u00a01.234,50");
    assertThat(dollarEn.moneyWithSign(500)).isEqualTo("$5.00");
  }

  @ParameterizedTest
  @CsvSource({
    "12000, 12",
    "1246, '1,246'",
    "500, '0,5'",
    "1250, '1,25'",
    "-3000, −3",
    "1234000, 1.234"
  })
  void quantitiesHaveTheDecimalsTheyNeed(long milli, String text) {
    assertThat(rupiah.quantity(milli)).isEqualTo(text);
  }

  @Test
  void weightsHaveThreeDecimals() {
    assertThat(rupiah.weight(1246, "kg")).isEqualTo("1,246 kg");
    assertThat(rupiah.weight(1250, "kg")).isEqualTo("1,250 kg");
    assertThat(dollarEn.weight(1246, "kg")).isEqualTo("1.246 kg");
  }

  @ParameterizedTest
  @CsvSource({
    "1.234.567, 123456700",
    "400000, 40000000",
    "400.000, 40000000",
    "0, 0",
    "' 500 ', 50000",
    "−5.940, -594000",
    "-5.940, -594000",
    "007, 700",
  })
  void wholeRupiahAreRead(String text, long minor) {
    assertThat(rupiah.parseMoney(text)).isEqualTo(OptionalLong.of(minor));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.50",
        "12abc",
        "1.2345",
        "1..000",
        ".500",
        "1.000.",
        "1,50",
        "1 000",
        "--5",
        "1.23.456",
        "1234.567",
        "Rp5",
        "٣",
        "1e3",
        "99999999999999999",
        "1.000.00"
      })
  void whatIsNoWholeAmountIsRefused(String text) {
    assertThat(rupiah.parseMoney(text)).isEmpty();
  }

  @Test
  void decimalsAreReadWhereTheCurrencyHasThem() {
    assertThat(dollarId.parseMoney("1.234.567,89")).hasValue(123456789);
    assertThat(dollarId.parseMoney("1,5")).hasValue(150);
    assertThat(dollarId.parseMoney("1,505")).isEmpty();
    assertThat(dollarId.parseMoney("1,")).isEmpty();
    assertThat(dollarEn.parseMoney("1,234.5")).hasValue(123450);
    assertThat(dollarEn.parseMoney("1.234,5")).isEmpty();
  }

  @Test
  void quantitiesAreReadInThousandths() {
    assertThat(rupiah.parseQuantity("1,246")).hasValue(1246);
    assertThat(rupiah.parseQuantity("12")).hasValue(12000);
    assertThat(rupiah.parseQuantity("1,2467")).isEmpty();
    assertThat(dollarEn.parseQuantity("1.246")).hasValue(1246);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsWrittenIsReadBack(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      long minor = random.nextLong(-(1L << 50), 1L << 50) >> random.nextInt(50);
      assertThat(dollarId.parseMoney(dollarId.money(minor))).as("seed " + seed).hasValue(minor);
      assertThat(dollarEn.parseMoney(dollarEn.money(minor))).as("seed " + seed).hasValue(minor);
      assertThat(rupiah.parseQuantity(rupiah.quantity(minor))).as("seed " + seed).hasValue(minor);
    }
  }

  @Test
  void datesAndTimesFollowTheLanguageAndTheStoresZone() {
    Instant moment = Instant.parse("2026-11-23T07:32:10Z");
    LocalDate day = rupiah.day(moment);
    Formats english = rupiah.in(Language.ENGLISH);

    assertThat(rupiah.time(moment)).isEqualTo("14.32");
    assertThat(english.time(moment)).isEqualTo("14:32");
    assertThat(rupiah.paperTime(moment)).isEqualTo("14:32");
    assertThat(rupiah.date(day)).isEqualTo("23 Nov 2026");
    assertThat(rupiah.dayAndMonth(day)).isEqualTo("Sen 23 Nov");
    assertThat(english.dayAndDate(day)).isEqualTo("Mon 23 Nov 2026");
    assertThat(rupiah.day(Instant.parse("2026-11-23T17:00:00Z"))).isEqualTo("2026-11-24");
  }

  @Test
  void augustIsWrittenAsIndonesiansDo() {
    LocalDate day = LocalDate.of(2026, 8, 23);

    assertThat(rupiah.longDate(day)).isEqualTo("23 Agustus 2026");
    assertThat(rupiah.date(day)).isEqualTo("23 Agu 2026");
    assertThat(rupiah.numericDate(day)).isEqualTo("23/08/2026");
    assertThat(rupiah.weekday(day)).isEqualTo("Minggu");
  }
}
