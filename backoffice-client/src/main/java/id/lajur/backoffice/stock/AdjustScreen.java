package id.lajur.backoffice.stock;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** Stock set right by hand, and own use. */
public final class AdjustScreen implements Screen {
  private final Desk desk;
  private final AdjustPresenter presenter;

  public AdjustScreen(Desk desk) {
    this.desk = desk;
    this.presenter = new AdjustPresenter(new ServerAdjustments(desk), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    return new AdjustView(
        presenter, formats, desk.choices(), desk.store().name(), desk.who().may("cost.read"));
  }

  @Override
  public Unsaved unsaved() {
    return presenter.unsaved();
  }

  @Override
  public void opened() {
    presenter.opened();
  }

  @Override
  public void left() {
    presenter.left();
  }
}
