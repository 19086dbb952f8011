package id.lajur.kit.widget;

import id.lajur.kit.theme.Token;
import java.awt.Dimension;
import java.awt.Graphics;
import javax.swing.JComponent;
import javax.swing.Timer;

/** A line that runs while something is awaited; it takes its room always, so that nothing jumps. */
public final class BusyLine extends JComponent {
  private static final int HEIGHT = 3;
  private static final int AFTER_MS = 300; // what is quicker needs no sign
  private static final int FRAME_MS = 40;

  private final Timer later = new Timer(AFTER_MS, event -> begin());
  private final Timer frames = new Timer(FRAME_MS, event -> repaint());
  private long begunNanos;
  private boolean running;

  public BusyLine() {
    later.setRepeats(false);
  }

  /** Begins or ends; what lasts less than 300 ms is never seen. */
  public void busy(boolean is) {
    if (is && !running && !later.isRunning()) {
      later.start();
    } else if (!is) {
      later.stop();
      frames.stop();
      running = false;
      repaint();
    }
  }

  private void begin() {
    begunNanos = System.nanoTime();
    running = true;
    frames.start();
    repaint();
  }

  @Override
  public void removeNotify() {
    busy(false);
    super.removeNotify();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(1, HEIGHT);
  }

  @Override
  protected void paintComponent(Graphics g) {
    if (running) {
      double at = (System.nanoTime() - begunNanos) / 1e9 * 0.8 % 1;
      int wide = Math.max(40, getWidth() / 4);
      g.setColor(Token.PRIMARY.color());
      g.fillRect((int) (at * (getWidth() + wide)) - wide, 0, wide, HEIGHT);
    }
  }
}
