package id.lajur.backoffice.receiving;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.format.Formats;
import id.lajur.kit.input.ScanKeys;
import id.lajur.kit.input.ScanSettings;
import java.time.LocalDate;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * The back PC's screen for deliveries. What the scanner types goes into it whatever has the focus.
 */
public final class ReceivingScreen implements Screen {
  private final Desk desk;
  private final ReceivingPresenter presenter;
  private @Nullable ReceivingView view;
  private @Nullable TitleTag title;
  private @Nullable ScanKeys scanner;

  public ReceivingScreen(Desk desk) {
    this.desk = desk;
    this.presenter = new ReceivingPresenter(new ServerReceiving(desk), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var words = Words.in(formats);
    var made =
        new ReceivingView(
            presenter,
            words,
            desk.choices(),
            desk.who().may("catalog.price"),
            desk.who().may("cost.read"),
            () -> LocalDate.ofInstant(desk.clock().instant(), desk.store().zone()));
    made.belongsTo(desk.store().name());
    made.mayMakeDepartments(desk.who().may("catalog.write"));
    var tag = new TitleTag(words);
    view = made;
    title = tag;
    presenter.show(
        state -> {
          made.render(state);
          tag.render(state);
        });
    return made;
  }

  @Override
  public Unsaved unsaved() {
    return presenter.unsaved();
  }

  @Override
  public @Nullable JComponent besideTitle() {
    return title;
  }

  @Override
  public void opened() {
    ReceivingView shown = view;
    JRootPane window = shown == null ? null : SwingUtilities.getRootPane(shown);
    if (window != null) {
      var keys = new ScanKeys(window, ScanSettings.USUAL, presenter.lines()::scanned);
      keys.install();
      scanner = keys;
    }
    presenter.opened();
  }

  @Override
  public void left() {
    if (scanner != null) {
      scanner.uninstall();
      scanner = null;
    }
  }
}
