package id.lajur.backoffice.catalogfile;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** A file of items on its way into the catalogue. */
public final class CatalogFileScreen implements Screen {
  private final Desk desk;
  private final CatalogFilePresenter presenter;

  public CatalogFileScreen(Desk desk) {
    this.desk = desk;
    this.presenter =
        new CatalogFilePresenter(new ServerCatalogFile(desk), desk.choices(), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var dialog = new OpenDialog();
    var view =
        new CatalogFileView(presenter, formats, desk.store().name(), desk.choices(), dialog::ask);
    presenter.in(view::render);
    return view;
  }

  @Override
  public void opened() {}

  @Override
  public void left() {}
}
