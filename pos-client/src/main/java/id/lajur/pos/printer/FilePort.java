package id.lajur.pos.printer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A printer behind a file: a device such as /dev/usb/lp0, or a file that gathers the papers. */
record FilePort(Path file) implements PrinterPort {
  @Override
  public void send(byte[] bytes) throws NotPrinted {
    boolean opened = false;
    try (var out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      opened = true;
      out.write(bytes);
    } catch (IOException e) {
      throw new NotPrinted(NotPrinted.Cause.OUT_OF_ORDER, opened, name() + ": " + e, e);
    }
  }

  @Override
  public String name() {
    return file.toString();
  }
}
