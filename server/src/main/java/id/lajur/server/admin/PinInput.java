package id.lajur.server.admin;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A PIN that is no argument: whoever lists the processes of the machine, or reads the shell's
 * history, does not see it.
 */
final class PinInput {
  private static final int MOST_BYTES = 64;

  @Option(
      names = "--pin-file",
      paramLabel = "FILE",
      description = "its first line is the PIN; without it the PIN is asked for or read")
  private @Nullable Path file;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * The PIN, for the caller to empty.
   *
   * @throws ParameterException two that differ were typed, or there is none
   */
  @SuppressWarnings("SystemConsoleNull") // the program runs on Java 17
  char[] read() throws IOException {
    if (file != null) {
      if (!Files.isReadable(file)) {
        throw new ParameterException(spec.commandLine(), "the file " + file + " cannot be read");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return line(in);
      }
    }
    Console console = System.console();
    return console == null ? line(System.in) : typed(console);
  }

  private char[] typed(Console console) {
    char[] pin = console.readPassword("PIN: ");
    char[] again = console.readPassword("PIN once more: ");
    try {
      if (pin == null || again == null || !Arrays.equals(pin, again)) {
        if (pin != null) {
          Arrays.fill(pin, '\0');
        }
        throw new ParameterException(spec.commandLine(), "the two PINs differ");
      }
      return pin;
    } finally {
      if (again != null) {
        Arrays.fill(again, '\0');
      }
    }
  }

  /** The first line, without its end; by hand, since no reader would empty its buffer. */
  private char[] line(InputStream in) throws IOException {
    char[] read = new char[MOST_BYTES];
    int count = 0;
    for (int next = in.read(); next >= 0 && next != '\n' && count < MOST_BYTES; next = in.read()) {
      read[count++] = (char) next;
    }
    if (count > 0 && read[count - 1] == '\r') {
      count--;
    }
    try {
      if (count == 0) {
        throw new ParameterException(spec.commandLine(), "there is no PIN to read");
      }
      return Arrays.copyOf(read, count);
    } finally {
      Arrays.fill(read, '\0');
    }
  }
}
