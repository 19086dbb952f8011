package id.lajur.pos.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A receipt as the bytes of an ESC/POS printer. Bare numbers, never their digits: printers that
 * only imitate ESC/POS are tried by everybody with those.
 */
public final class EscPosReceipt {
  private static final byte[] RESET = {0x1b, 0x40};
  private static final byte[] CANCEL_DOUBLE_BYTE = {0x1c, 0x2e};
  private static final byte[] PC437 = {0x1b, 0x74, 0x00};
  private static final byte[] KICK = {0x1b, 0x70, 0x00, 0x19, (byte) 0xfa};
  private static final byte[] FEED_AND_CUT = {0x1d, 0x56, 0x42, 0x00};
  private static final byte[] BARCODE_LOOK = {0x1d, 0x48, 0x02, 0x1d, 0x68, 0x50, 0x1d, 0x77, 0x02};
  private static final byte[] CODE128 = {0x1d, 0x6b, 0x49};
  private static final int ONE_BY_ONE = 0x00;
  private static final int TWICE_AS_HIGH = 0x01;

  private EscPosReceipt() {}

  /**
   * @param opensDrawer the drawer is kicked before the paper comes
   */
  public static byte[] bytes(List<PaperRow> rows, boolean opensDrawer) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(RESET);
    out.writeBytes(CANCEL_DOUBLE_BYTE);
    out.writeBytes(PC437);
    if (opensDrawer) {
      out.writeBytes(KICK);
    }
    for (PaperRow row : rows) {
      row(out, row);
    }
    out.writeBytes(FEED_AND_CUT);
    return out.toByteArray();
  }

  /** Opens the drawer and prints nothing. */
  public static byte[] kick() {
    return KICK.clone();
  }

  private static void row(ByteArrayOutputStream out, PaperRow row) {
    align(out, row.centred());
    if (row.kind() == PaperRow.Kind.BARCODE) {
      byte[] code = ("{B" + row.text()).getBytes(US_ASCII);
      out.writeBytes(BARCODE_LOOK);
      out.writeBytes(CODE128);
      out.write(code.length);
      out.writeBytes(code);
    } else {
      boolean tall = row.kind() == PaperRow.Kind.TALL;
      bold(out, tall || row.kind() == PaperRow.Kind.BOLD);
      size(out, tall ? TWICE_AS_HIGH : ONE_BY_ONE);
      out.writeBytes(row.text().getBytes(US_ASCII));
    }
    out.write('\n');
  }

  private static void align(ByteArrayOutputStream out, boolean centred) {
    out.writeBytes(new byte[] {0x1b, 0x61, (byte) (centred ? 1 : 0)});
  }

  private static void bold(ByteArrayOutputStream out, boolean bold) {
    out.writeBytes(new byte[] {0x1b, 0x45, (byte) (bold ? 1 : 0)});
  }

  private static void size(ByteArrayOutputStream out, int size) {
    out.writeBytes(new byte[] {0x1d, 0x21, (byte) size});
  }
}
