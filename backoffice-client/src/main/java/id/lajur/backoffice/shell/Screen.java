package id.lajur.backoffice.shell;

import id.lajur.kit.format.Formats;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * One screen. What it holds stays in its presenter; its view is made anew when the language
 * changes. All of it on the event thread.
 */
public interface Screen {
  /** Makes the view in the language of these formats. */
  JComponent view(Formats formats);

  /** What stands beside the title, of the view made last: a tag, a number; null for nothing. */
  default @Nullable JComponent besideTitle() {
    return null;
  }

  /** What is typed here and not kept yet; none where each act is kept as it is done. */
  default Unsaved unsaved() {
    return new Unsaved();
  }

  /** It is shown now: asks for what it shows, begins its streams. */
  void opened();

  /** Shows one thing; told once it is shown itself. */
  default void show(String code) {}

  /** Another one is shown now, or nobody is signed on any more: ends its streams. */
  void left();
}
