package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.pos.receipt.EscPosReceipt;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PaperRow;
import id.lajur.pos.receipt.ReceiptLayout;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.ReceiptLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the window shows as paper is what the printer was sent. */
class EscPosReaderTest {
  @Test
  void thePaperIsReadBackAsItWasLaidOut() throws Exception {
    List<PaperRow> rows =
        ReceiptLayout.of(
            Receipt.newBuilder()
                .setStoreName("Swalayan Melati")
                .setTerminal("L01")
                .setSeries("S")
                .setNumber(7)
                .setTimeZone("Asia/Jakarta")
                .setCurrency("IDR")
                .setAmountUnitMinor(100)
                .addLines(ReceiptLine.newBuilder().setName("Teh Celup").setTotalMinor(8_600_00))
                .setTotalMinor(8_600_00)
                .build(),
            Paper.MM80,
            Language.INDONESIAN);
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(EscPosReceipt.bytes(rows, true));
    bytes.writeBytes(new byte[] {0x10, 0x04, 0x02});
    bytes.writeBytes(EscPosReceipt.bytes(rows, false));
    List<Integer> questions = new ArrayList<>();

    var reader = new EscPosReader(new ByteArrayInputStream(bytes.toByteArray()), questions::add);

    assertThat(reader.next()).isEqualTo(new EscPosReader.Sheet(rows, true));
    assertThat(reader.next()).isEqualTo(new EscPosReader.Sheet(rows, false));
    assertThat(reader.next()).isNull();
    assertThat(questions).containsExactly(2);
  }

  /** Check character of the standard's method: 104 + 1·48 + 2·17 + 3·16 = 234, 234 mod 103 = 28. */
  @Test
  void aBarcodeHasItsWeightedCheckCharacter() {
    assertThat(Code128.symbols("P10")).containsExactly(104, 48, 17, 16, 28, 106);
    assertThat(Code128.width("P10", 1)).isEqualTo(11 * 5 + 13);
  }
}
