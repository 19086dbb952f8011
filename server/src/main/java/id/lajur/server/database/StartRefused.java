package id.lajur.server.database;

import org.jspecify.annotations.Nullable;

/** The server does not start, said in one sentence that a shop's technician can act on. */
public class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartRefused(String sentence) {
    super(sentence);
  }

  public StartRefused(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
