package id.lajur.kit.window;

import id.lajur.kit.platform.ScreenEvents;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.event.ContainerEvent;
import java.awt.event.MouseEvent;
import javax.swing.JViewport;
import javax.swing.RootPaneContainer;

/** Takes what the mouse does in an enlarged window to where its content was laid out. */
final class EnlargedMouse extends EventQueue {
  private static boolean installed;

  /** Once for a program, on the event thread. */
  static void install() {
    if (!installed) {
      installed = true;
      ScreenEvents.goThrough(new EnlargedMouse(), EnlargedMouse::contained);
    }
  }

  @Override
  protected void dispatchEvent(AWTEvent event) {
    // Only what the window itself is told: the toolkit gives it on to the part under the mouse.
    if (event instanceof MouseEvent mouse
        && event.getSource() instanceof RootPaneContainer window
        && window.getRootPane() instanceof EnlargedRoot root
        && root.factor() != 1) {
      mouse.translatePoint(
          root.contentX(mouse.getX()) - mouse.getX(), root.contentY(mouse.getY()) - mouse.getY());
    }
    super.dispatchEvent(event);
  }

  /** A list that is scrolled moves its pixels as they are, which are not where it thinks. */
  private static void contained(AWTEvent event) {
    if (event.getID() == ContainerEvent.COMPONENT_ADDED && event instanceof ContainerEvent added) {
      painted(added.getChild());
    }
  }

  private static void painted(Component component) {
    if (component instanceof JViewport viewport) {
      viewport.setScrollMode(JViewport.SIMPLE_SCROLL_MODE);
    }
    if (component instanceof Container container) {
      for (Component inner : container.getComponents()) {
        painted(inner);
      }
    }
  }
}
