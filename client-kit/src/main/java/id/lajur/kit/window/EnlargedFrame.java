package id.lajur.kit.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dimension;
import javax.swing.JFrame;
import javax.swing.JRootPane;

/**
 * A frame that shows its whole content enlarged, by any factor and on any platform: Java itself
 * scales by whole numbers alone on Linux. The content is laid out as in a smaller window, painted
 * larger, and what the mouse does is taken back to where it was laid out. Lists that drop down,
 * menus and hints grow with it; of dialogs, which are windows of their own, those that ask for a
 * file do.
 */
public final class EnlargedFrame extends JFrame {
  private static final long serialVersionUID = 1L;

  /** Factors are of 100 %, and at most of 200 %. */
  public static final int LEAST_PERCENT = 100;

  public static final int MOST_PERCENT = 200;

  private final Dimension least;

  /**
   * @param least room that the content needs, in px at 100 %: a window that is too small for it is
   *     enlarged less
   */
  public EnlargedFrame(String title, Dimension least) {
    super(title);
    this.least = new Dimension(least);
    root().leastRoom(this.least);
    // A title bar of FlatLaf's own would be laid out with the content.
    getRootPane().putClientProperty(FlatClientProperties.USE_WINDOW_DECORATIONS, false);
    EnlargedMouse.install();
    EnlargedPopups.install();
  }

  /**
   * Shows everything at this size.
   *
   * @param percent 100 to 200; what is beyond is taken as the nearest
   */
  public void enlarge(int percent) {
    root().enlarge(Math.min(Math.max(percent, LEAST_PERCENT), MOST_PERCENT));
  }

  /** How large is asked for, in percent; a small window shows it smaller. */
  public int percent() {
    return root().percent();
  }

  private EnlargedRoot root() {
    return (EnlargedRoot) getRootPane();
  }

  @Override
  protected JRootPane createRootPane() {
    return new EnlargedRoot();
  }
}
