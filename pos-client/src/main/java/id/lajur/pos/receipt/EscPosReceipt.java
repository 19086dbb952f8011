package id.lajur.pos.receipt;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.Style.FontSize;
import com.github.anastaciocintra.escpos.barcode.BarCode;
import com.github.anastaciocintra.escpos.barcode.BarCode.BarCodeHRIPosition;
import com.github.anastaciocintra.escpos.barcode.BarCode.BarCodeSystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A receipt as the bytes of an ESC/POS printer. */
public final class EscPosReceipt {
  private static final byte[] CANCEL_DOUBLE_BYTE = {0x1c, 0x2e};
  private static final byte[] FEED_AND_CUT = {0x1d, 0x56, 0x42, 0x00};
  private static final byte[] KICK = {0x1b, 0x70, 0x00, 0x19, (byte) 0xfa};
  private static final int PC437 = 0;

  private EscPosReceipt() {}

  /**
   * @param opensDrawer the drawer is kicked before the paper comes
   */
  public static byte[] bytes(List<PaperRow> rows, boolean opensDrawer) {
    var out = new ByteArrayOutputStream();
    try (var printer = new EscPos(out)) {
      printer.initializePrinter();
      raw(printer, CANCEL_DOUBLE_BYTE);
      printer.setPrinterCharacterTable(PC437);
      printer.setCharsetName("US-ASCII");
      if (opensDrawer) {
        raw(printer, KICK);
      }
      for (PaperRow row : rows) {
        row(printer, row);
      }
      raw(printer, FEED_AND_CUT);
      printer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  private static void row(EscPos printer, PaperRow row) throws IOException {
    Justification side = row.centred() ? Justification.Center : Justification.Left_Default;
    switch (row.kind()) {
      case BARCODE ->
          printer
              .write(
                  new BarCode()
                      .setSystem(BarCodeSystem.CODE128)
                      .setBarCodeSize(2, 80)
                      .setHRIPosition(BarCodeHRIPosition.BelowBarCode)
                      .setJustification(side),
                  "{B" + row.text())
              .feed(1);
      case TALL ->
          printer.writeLF(
              new Style()
                  .setBold(true)
                  .setFontSize(FontSize._1, FontSize._2)
                  .setJustification(side),
              row.text());
      case BOLD -> printer.writeLF(new Style().setBold(true).setJustification(side), row.text());
      case PLAIN -> printer.writeLF(new Style().setJustification(side), row.text());
    }
  }

  private static void raw(EscPos printer, byte[] bytes) throws IOException {
    printer.write(bytes, 0, bytes.length);
  }
}
