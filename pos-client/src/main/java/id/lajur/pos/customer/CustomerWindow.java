package id.lajur.pos.customer;

import id.lajur.kit.i18n.Language;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/**
 * The customer's display as a window over a screen of its own. When that screen is unplugged the
 * window goes, and comes again with it. It never takes the focus: that is the lane's.
 */
public final class CustomerWindow implements CustomerDisplay {
  private static final int LOOK_MS = 3_000;

  private final int number;
  private final Language language;
  private final GraphicsConfiguration lane;
  private final Consumer<Boolean> told;
  private final Timer looking = new Timer(LOOK_MS, event -> look());

  // of the event thread only
  private @Nullable JFrame frame;
  private @Nullable CustomerPanel panel;
  private @Nullable CustomerView wanted;
  private @Nullable Boolean toldLast;

  /**
   * On the event thread only.
   *
   * @param lane where the cashier's window is
   * @param language of the customers
   * @param told hears whether the display shows, whenever that changes
   */
  public CustomerWindow(
      DisplayChoice.Window choice,
      GraphicsConfiguration lane,
      Language language,
      Consumer<Boolean> told) {
    this.number = choice.screen();
    this.lane = lane;
    this.language = language;
    this.told = told;
  }

  @Override
  public void show(CustomerView view) {
    wanted = view;
    if (panel != null) {
      panel.render(view);
    } else if (!looking.isRunning()) {
      look();
      looking.start();
    }
  }

  private void look() {
    List<GraphicsDevice> screens =
        Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices());
    Optional<GraphicsDevice> screen = ours(screens);
    boolean plain = number == 0 && screens.size() == 1;
    if (screen.isEmpty() && !plain) {
      hide();
    } else if (frame == null && wanted != null) {
      open(wanted, screen);
    }
    boolean shows = frame != null;
    if (toldLast == null || toldLast != shows) {
      toldLast = shows;
      told.accept(shows);
    }
  }

  private Optional<GraphicsDevice> ours(List<GraphicsDevice> screens) {
    return number == 0
        ? screens.stream().filter(screen -> !screen.equals(lane.getDevice())).findFirst()
        : screens.stream().skip(number - 1L).findFirst();
  }

  private void open(CustomerView view, Optional<GraphicsDevice> screen) {
    var made = new JFrame(view.terminal().storeName());
    made.setName("customer-" + view.terminal().lane());
    made.setFocusableWindowState(false);
    made.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    var shown = new CustomerPanel(language, view);
    made.setContentPane(shown);
    made.setUndecorated(screen.isPresent());
    made.pack();
    screen.ifPresent(on -> made.setBounds(on.getDefaultConfiguration().getBounds()));
    made.setVisible(true);
    frame = made;
    panel = shown;
  }

  private void hide() {
    if (frame != null) {
      frame.dispose();
    }
    frame = null;
    panel = null;
  }

  /** The frame, for whoever puts windows side by side; null while it does not show. */
  public @Nullable JFrame frame() {
    return frame;
  }

  @Override
  public void close() {
    SwingUtilities.invokeLater(
        () -> {
          looking.stop();
          hide();
          wanted = null;
        });
  }
}
