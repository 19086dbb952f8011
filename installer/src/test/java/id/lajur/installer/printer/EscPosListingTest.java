package id.lajur.installer.printer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscPosListingTest {
  private final List<Integer> asked = new ArrayList<>();

  private List<String> listed(String bytes) throws IOException {
    var lines = new ArrayList<String>();
    new EscPosListing(
            new ByteArrayInputStream(bytes.getBytes(ISO_8859_1)),
            line -> lines.add(line.strip()),
            asked::add)
        .walk();
    return lines;
  }

  @Test
  void aReceiptIsListedCommandByCommand() throws IOException {
    assertThat(
            listed(
                "\u001b@\u001c.\u001bt\0\u001bp\0\u0019\u00fa\u001ba\1\u001bE\1\u001d!\1TOKO\n"
                    + "\u001dH\2\u001dhP\u001dw\2\u001dkI\6{BL01-\n\u001dVB\0"))
        .containsExactly(
            "1 ESC @",
            "3 FS .",
            "6 ESC t 0",
            "11 ESC p 0 25 250",
            "14 ESC a 1",
            "17 ESC E 1",
            "20 GS ! 1",
            "25 LF \"TOKO\"",
            "28 GS H 2",
            "31 GS h 80",
            "34 GS w 2",
            "44 GS k 73 6 {BL01-",
            "45 LF \"\"",
            "49 GS V 66 0");
  }

  @Test
  void aQuestionOfStateIsPassedOnAndIsNoPaper() throws IOException {
    assertThat(listed("\u0010\4\1\u0010\4\4")).isEmpty();
    assertThat(asked).containsExactly(1, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001bZ", // no such command
        "\u001ba1", // the digit where the number belongs
        "\u001bE\2",
        "\u001dk\4A", // the old form of a barcode
        "\u001dkI\u0003123", // a code without its set
        "\u001dV1",
        "\u001b!\1",
        "caf\u00e9\n", // a letter that printers have at different places
        "\u0010\2\1",
        "\u001cp",
        "\7"
      })
  void whatAPrinterWouldNotUnderstandIsFound(String bytes) {
    assertThatThrownBy(() -> listed(bytes)).isInstanceOf(EscPosListing.NotEscPos.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b", "\u001bp\0\u0019", "\u001dkI\u0009{BL0", "no line feed"})
  void aPaperThatBreaksOffIsFound(String bytes) {
    assertThatThrownBy(() -> listed(bytes)).isInstanceOf(EOFException.class);
  }
}
