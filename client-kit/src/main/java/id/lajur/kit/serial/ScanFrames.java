package id.lajur.kit.serial;

import id.lajur.kit.input.ScanSettings;
import id.lajur.kit.input.ScanSettings.End;
import java.util.ArrayList;
import java.util.List;

/**
 * The codes in what a serial scanner sends: printable ASCII and the group separator of GS1 codes,
 * each code ended by CR, LF or Tab, or by silence where the scanner ends it so. Not safe for
 * several threads.
 */
final class ScanFrames {
  private static final int LONGEST = 512;
  private static final char GROUP_SEPARATOR = 0x1d;

  private final ScanSettings settings;
  private final StringBuilder text = new StringBuilder();
  private boolean tooLong;

  ScanFrames(ScanSettings settings) {
    this.settings = settings;
  }

  /** The codes that are whole with these bytes. */
  List<String> take(byte[] bytes, int count) {
    var codes = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      char c = (char) (bytes[i] & 0xff);
      if (c == '\r' || c == '\n' || c == '\t') {
        codes.addAll(end());
      } else if (c >= ' ' && c < 127 || c == GROUP_SEPARATOR) {
        tooLong |= text.length() >= LONGEST;
        text.append(tooLong ? "" : c);
      }
    }
    return codes;
  }

  /** Nothing came for a while. */
  List<String> silence() {
    return settings.end() == End.SILENCE ? end() : List.of();
  }

  private List<String> end() {
    String code = text.toString();
    boolean noise = tooLong;
    text.setLength(0);
    tooLong = false;
    String prefix = settings.prefix();
    if (!prefix.isEmpty() && code.startsWith(prefix)) {
      code = code.substring(prefix.length());
    }
    return noise || code.isEmpty() ? List.of() : List.of(code);
  }
}
