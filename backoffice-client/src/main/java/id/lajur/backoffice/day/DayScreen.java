package id.lajur.backoffice.day;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** The store's day. */
public final class DayScreen implements Screen {
  private final Desk desk;
  private final DayPresenter presenter;

  public DayScreen(Desk desk) {
    this.desk = desk;
    this.presenter = new DayPresenter(new ServerDay(desk), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var view = new DayView(presenter, formats, desk.store().name(), desk.choices());
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
