package id.lajur.server.admin;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far a long command is: a bar where somebody looks at a terminal, elsewhere nothing. */
public final class Progress implements AutoCloseable {
  private static final int SHOWN_EVERY_MS = 300;

  private final @Nullable ProgressBar bar;

  /**
   * Begins to show.
   *
   * @param task in a word
   * @param steps all there are
   */
  @SuppressWarnings("SystemConsoleNull") // the product runs on 17, where null means no terminal
  public Progress(String task, long steps) {
    this.bar =
        System.console() == null
            ? null
            : new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setUpdateIntervalMillis(SHOWN_EVERY_MS)
                .build();
  }

  /** The next step begins. */
  public void step(String name) {
    if (bar != null) {
      bar.setExtraMessage(name);
      bar.step();
    }
  }

  /** So many steps are done. */
  public void done(long steps) {
    if (bar != null) {
      bar.stepTo(steps);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
