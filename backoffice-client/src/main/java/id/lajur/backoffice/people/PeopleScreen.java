package id.lajur.backoffice.people;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** The people of the shop. */
public final class PeopleScreen implements Screen {
  private final Desk desk;
  private final PeoplePresenter presenter;

  public PeopleScreen(Desk desk) {
    this.desk = desk;
    this.presenter = new PeoplePresenter(new ServerPeople(desk), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var view =
        new PeopleView(presenter, formats, desk.store().name(), desk.choices(), desk.clock());
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
