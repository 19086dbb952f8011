package id.lajur.rules.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final String GS = "\u001d";

  @Test
  void theInnerCheckDigitIsThatOfTheSpecification() {
    assertThat(InnerCheck.digit("2875")).isEqualTo(9);
    assertThat(InnerCheck.digit("14685")).isEqualTo(6);
    assertThat(InnerCheck.digit("36251")).isEqualTo(1);
  }

  @Test
  void aPriceLabelWithAWrongInnerDigitIsNotRead() {
    InStoreLayout layout = new InStoreLayout("24", 4, InStoreLayout.Field.PRICE, 5, 0, true);
    assertThat(layout.read("2404171362512").orElseThrow().value()).isEqualTo(36_251_00);
    String wrong = "240417236251";
    assertThat(layout.read(wrong + Gtin.checkDigit(wrong))).isEmpty();
  }

  @Test
  void aPriceInHundredsIsThatManyTimesMore() {
    InStoreLayout layout = new InStoreLayout("22", 5, InStoreLayout.Field.PRICE, 5, -2, false);
    assertThat(layout.read("2200417362519").orElseThrow().value()).isEqualTo(3_625_100_00);
  }

  @Test
  void aLayoutThatDoesNotFillALabelCannotExist() {
    assertThatThrownBy(() -> new InStoreLayout("21", 5, InStoreLayout.Field.WEIGHT, 4, 3, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPrintedLabelReadsBack_andNoSingleWrongDigitDoes(long seed) {
    var random = new SplittableRandom(seed);
    InStoreLayout layout = new InStoreLayout("21", 5, InStoreLayout.Field.WEIGHT, 5, 3, false);
    int weight = random.nextInt(100_000);
    String body = "21%05d%05d".formatted(random.nextInt(100_000), weight);
    String label = body + Gtin.checkDigit(body);
    assertThat(layout.read(label).orElseThrow().value()).isEqualTo(weight);

    int at = random.nextInt(2, 13);
    char other = (char) ('0' + (label.charAt(at) - '0' + random.nextInt(1, 10)) % 10);
    assertThat(layout.read(label.substring(0, at) + other + label.substring(at + 1))).isEmpty();
  }

  @Test
  void anElementStringIsReadToItsEnd() {
    ElementString read =
        ElementString.parse("01089912345678911727022810LOT7A" + GS + "31030012503920112375", TODAY)
            .orElseThrow();
    assertThat(read)
        .isEqualTo(
            new ElementString(
                "08991234567891",
                "LOT7A",
                LocalDate.of(2027, 2, 28),
                1_250L,
                112_375_00L,
                null,
                null));
  }

  @Test
  void anAmountWithItsCurrencyIsReadWithBoth() {
    ElementString read =
        ElementString.parse("01989912345678943932360" + "12345", TODAY).orElseThrow();
    assertThat(read.currency()).isEqualTo(360);
    assertThat(read.amountMinor()).isEqualTo(123_45);
    assertThat(ElementString.parse("0198991234567894" + "3920100" + GS + "3930360100", TODAY))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.gs1.org/01/08991234567891/10/LOT7A?17=270228&3103=001250&3920=112375",
        "HTTPS://toko.example/a/b/01/8991234567891/10/LOT7A/?utm=x&17=270228;3103=001250&3920=112375",
        "http://x/01/08991234567891/10/LOT%37A?17=270228&3103=001250&3920=112375#top",
      })
  void aDigitalLinkSaysWhatItsElementStringSays(String address) {
    assertThat(ElementString.isLink(address)).isTrue();
    assertThat(ElementString.ofLink(address, TODAY))
        .isEqualTo(
            ElementString.parse(
                "01089912345678911727022810LOT7A" + GS + "31030012503920112375", TODAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x/01/08991234567890",
        "https://x/01/08991234567891/10/a%zz",
        "https://x/01/08991234567891/10/a%1Db",
        "https://x/01/08991234567891?17=270",
        "https://x/01/08991234567891?99=1",
        "https://x/01/08991234567891?01=08991234567891",
      })
  void aDigitalLinkWithOneUnreadablePartIsRefusedWhole(String address) {
    assertThat(ElementString.ofLink(address, TODAY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x/02/08991234567891",
        "https://x/",
        "01/08991234567891",
        "ftp://x/01/89912348"
      })
  void anotherAddressIsNoDigitalLink(String address) {
    assertThat(ElementString.isLink(address)).isFalse();
  }

  @Test
  void dayZeroIsTheLastOfItsMonth() {
    assertThat(ElementString.parse("010899123456789117270200", TODAY).orElseThrow().expiry())
        .isEqualTo(LocalDate.of(2027, 2, 28));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01",
        "0108991234567890",
        "010899123456789117271301",
        "01089912345678911727022",
        "0108991234567891990",
        "010899123456789110",
        "01089912345678910108991234567891",
        "17270228",
      })
  void aStringWithOneUnreadablePartIsRefusedWhole(String text) {
    assertThat(ElementString.parse(text, TODAY)).isEmpty();
  }
}
