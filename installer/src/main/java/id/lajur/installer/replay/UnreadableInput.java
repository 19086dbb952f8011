package id.lajur.installer.replay;

import java.nio.file.Path;

/** A file that cannot be used, with the line at fault. */
public final class UnreadableInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableInput(Path file, long line, String what) {
    super(file + ", line " + line + ": " + what);
  }

  UnreadableInput(Path file, long line, String what, Throwable cause) {
    super(file + ", line " + line + ": " + what, cause);
  }
}
