package id.lajur.backoffice.stock;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** Counts of shelves. */
public final class CountScreen implements Screen {
  private final Desk desk;
  private final CountPresenter presenter;

  public CountScreen(Desk desk) {
    this.desk = desk;
    this.presenter = new CountPresenter(new ServerCounts(desk), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    return new CountView(
        presenter, formats, desk.choices(), desk.store().name(), desk.who().may("stock.adjust"));
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
