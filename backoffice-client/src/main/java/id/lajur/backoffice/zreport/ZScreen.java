package id.lajur.backoffice.zreport;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** The Z reports of all lanes. */
public final class ZScreen implements Screen {
  private final Desk desk;
  private final ZPresenter presenter;

  public ZScreen(Desk desk) {
    this.desk = desk;
    this.presenter = new ZPresenter(new ServerZ(desk), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var view = new ZView(presenter, formats, desk.store().name(), desk.choices());
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
