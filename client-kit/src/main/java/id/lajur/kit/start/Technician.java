package id.lajur.kit.start;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whoever sits at this machine while it is enrolled. */
@FunctionalInterface
public interface Technician {
  /** What he types; null when there is no more of it. */
  @Nullable String answer(String question);

  /** At this program's console; null without one. */
  @SuppressWarnings("SystemConsoleNull") // Java 17 gives null; a later one reads what is typed
  static @Nullable Technician here() {
    Console console = System.console();
    return console == null ? null : question -> console.readLine("%s", question);
  }
}
