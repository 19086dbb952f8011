package id.lajur.backoffice.people;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** The roles of the shop, permission by permission. */
public final class RolesScreen implements Screen {
  private final Desk desk;
  private final RolesPresenter presenter;

  public RolesScreen(Desk desk) {
    this.desk = desk;
    this.presenter = new RolesPresenter(new ServerPeople(desk), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var view = new RolesView(presenter, formats, desk.store().name(), desk.choices());
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
