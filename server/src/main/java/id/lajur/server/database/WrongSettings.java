package id.lajur.server.database;

import org.jspecify.annotations.Nullable;

/** The configuration is wrong or unreadable: mended in a file, not on the machine. */
public final class WrongSettings extends StartRefused {
  private static final long serialVersionUID = 1L;

  public WrongSettings(String sentence) {
    super(sentence);
  }

  public WrongSettings(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
