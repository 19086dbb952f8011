package id.lajur.backoffice.suppliers;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** The shop's suppliers. */
public final class SuppliersScreen implements Screen {
  private final Desk desk;
  private final SuppliersPresenter presenter;

  public SuppliersScreen(Desk desk) {
    this.desk = desk;
    this.presenter =
        new SuppliersPresenter(
            new ServerSuppliers(desk), desk.who().may("purchasing.supplier"), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var view = new SuppliersView(presenter, formats, desk.store().name(), desk.choices());
    presenter.in(view::render);
    return view;
  }

  @Override
  public Unsaved unsaved() {
    return presenter.unsaved();
  }

  @Override
  public void opened() {
    presenter.load();
  }

  @Override
  public void left() {}
}
