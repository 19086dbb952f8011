package id.lajur.backoffice.monitor;

import java.awt.Frame;
import java.awt.GraphicsConfiguration;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.WindowConstants;

/** A monitor over the whole screen, for the wall: F11 or Esc leads back. */
final class WholeScreen {
  private Optional<JFrame> frame = Optional.empty();

  /**
   * Shows a view over the screen that a component is on.
   *
   * @param closed told when somebody closes the window otherwise
   */
  void open(MonitorView view, GraphicsConfiguration where, Runnable closed) {
    close();
    var made = new JFrame("Lajur", where);
    made.setUndecorated(true);
    made.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    made.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            closed.run();
          }
        });
    made.setContentPane(view);
    made.setBounds(where.getBounds());
    made.setExtendedState(Frame.MAXIMIZED_BOTH);
    made.setVisible(true);
    view.focus();
    frame = Optional.of(made);
  }

  boolean isOpen() {
    return frame.isPresent();
  }

  void close() {
    frame.ifPresent(JFrame::dispose);
    frame = Optional.empty();
  }
}
