package id.lajur.pos.window;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.serial.SerialScanner;
import id.lajur.pos.customer.CustomerDisplay;
import id.lajur.pos.customer.CustomerView;
import id.lajur.pos.customer.CustomerWindow;
import id.lajur.pos.customer.DisplayChoice;
import id.lajur.pos.customer.PoleDisplay;
import id.lajur.pos.screen.LanePresenter;
import id.lajur.pos.screen.LaneState;
import id.lajur.pos.sound.Speaker;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

/**
 * The devices beside the printer, at a lane that is open. None of them holds the lane up; one that
 * is unplugged is said on the screen.
 */
final class Attached implements AutoCloseable {
  private final Optional<SerialScanner> scanner;
  private final Optional<CustomerDisplay> display;
  private final Speaker speaker;

  private Attached(
      Optional<SerialScanner> scanner, Optional<CustomerDisplay> display, Speaker speaker) {
    this.scanner = scanner;
    this.display = display;
    this.speaker = speaker;
  }

  /**
   * On the event thread.
   *
   * @param window the cashier's
   * @param customers language of the customer's display
   * @param tell gives the presenter something to do, on the event thread
   * @param scanned told on the event thread before each code that is no key
   */
  static Attached to(
      JFrame window,
      LaneDevices devices,
      Language customers,
      Consumer<Consumer<LanePresenter>> tell,
      Runnable scanned) {
    Optional<SerialScanner> scanner =
        devices
            .scanner()
            .map(
                address ->
                    new SerialScanner(
                        devices.ports(),
                        address,
                        devices.scan(),
                        code ->
                            later(
                                tell,
                                lane -> {
                                  scanned.run();
                                  lane.scanned(code);
                                }),
                        there -> later(tell, lane -> lane.scanner(there))));
    Optional<CustomerDisplay> display =
        devices.customerDisplay().map(choice -> display(window, devices, choice, customers, tell));
    scanner.ifPresent(SerialScanner::start);
    return new Attached(scanner, display, new Speaker());
  }

  private static CustomerDisplay display(
      JFrame window,
      LaneDevices devices,
      DisplayChoice choice,
      Language customers,
      Consumer<Consumer<LanePresenter>> tell) {
    Consumer<Boolean> told = shows -> later(tell, lane -> lane.customerDisplay(shows));
    if (choice instanceof DisplayChoice.Pole pole) {
      return new PoleDisplay(devices.ports(), pole, customers, told);
    }
    var screen = (DisplayChoice.Window) choice;
    return new CustomerWindow(screen, window.getGraphicsConfiguration(), customers, told);
  }

  private static void later(Consumer<Consumer<LanePresenter>> tell, Consumer<LanePresenter> what) {
    SwingUtilities.invokeLater(() -> tell.accept(what));
  }

  /** The screen shows this now; on the event thread. */
  void shows(LaneState state) {
    speaker.shows(state);
    display.ifPresent(shown -> shown.show(CustomerView.of(state)));
  }

  /** Not on the event thread. */
  @Override
  public void close() {
    scanner.ifPresent(SerialScanner::close);
    display.ifPresent(CustomerDisplay::close);
    speaker.close();
  }
}
