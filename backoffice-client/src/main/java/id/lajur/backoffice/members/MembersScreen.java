package id.lajur.backoffice.members;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** The shop's members, and its price levels. */
public final class MembersScreen implements Screen {
  private final Desk desk;
  private final MembersPresenter presenter;

  public MembersScreen(Desk desk) {
    this.desk = desk;
    this.presenter =
        new MembersPresenter(new ServerMembers(desk), desk.who().may("catalog.price"), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var view = new MembersView(presenter, formats, desk.store().name(), desk.choices());
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
