package id.lajur.backoffice.day;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** What lanes sold by themselves. */
public final class AloneScreen implements Screen {
  private final Desk desk;
  private final AlonePresenter presenter;

  public AloneScreen(Desk desk) {
    this.desk = desk;
    this.presenter = new AlonePresenter(new ServerDay(desk), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var view = new AloneView(presenter, formats, desk.store().name(), desk.choices());
    presenter.in(view::render);
    return view;
  }

  @Override
  public void opened() {
    presenter.load();
  }

  @Override
  public void left() {}
}
