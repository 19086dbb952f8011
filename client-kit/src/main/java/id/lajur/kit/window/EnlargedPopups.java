package id.lajur.kit.window;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import javax.swing.JLayeredPane;
import javax.swing.Popup;
import javax.swing.PopupFactory;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Lists that drop down, menus and hints of an enlarged window: among its layers, within its room.
 */
final class EnlargedPopups extends PopupFactory {
  private static boolean installed;
  private final PopupFactory others;

  private EnlargedPopups(PopupFactory others) {
    this.others = others;
  }

  /** Once for a program, on the event thread, after the look was chosen. */
  static void install() {
    if (!installed) {
      installed = true;
      PopupFactory.setSharedInstance(new EnlargedPopups(PopupFactory.getSharedInstance()));
    }
  }

  @Override
  public Popup getPopup(@Nullable Component owner, Component contents, int x, int y) {
    if (owner != null
        && SwingUtilities.getRootPane(owner) instanceof EnlargedRoot root
        && root.factor() != 1) {
      return new Layered(root, contents, x, y);
    }
    return others.getPopup(owner, contents, x, y);
  }

  private static final class Layered extends Popup {
    private final EnlargedRoot root;
    private final Component contents;
    private final Point asked;

    /**
     * The place is as the content reckons it: the screen's of the window, its own from there on.
     */
    Layered(EnlargedRoot root, Component contents, int x, int y) {
      this.root = root;
      this.contents = contents;
      this.asked = new Point(x, y);
    }

    @Override
    public void show() {
      JLayeredPane layers = root.getLayeredPane();
      Point at = new Point(asked);
      SwingUtilities.convertPointFromScreen(at, layers);
      Rectangle room = root.room();
      Dimension size = contents.getPreferredSize();
      int width = Math.min(size.width, room.width);
      int height = Math.min(size.height, room.height);
      layers.add(contents, JLayeredPane.POPUP_LAYER, 0);
      contents.setBounds(
          Math.max(0, Math.min(at.x, room.width - width)),
          Math.max(0, Math.min(at.y, room.height - height)),
          width,
          height);
      contents.setVisible(true);
      layers.validate();
      contents.repaint();
    }

    @Override
    public void hide() {
      Rectangle was = contents.getBounds();
      root.getLayeredPane().remove(contents);
      root.getLayeredPane().repaint(was);
    }
  }
}
