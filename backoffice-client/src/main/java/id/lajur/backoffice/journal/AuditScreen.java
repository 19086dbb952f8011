package id.lajur.backoffice.journal;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** The audit, run from a desk; it goes on while another screen is looked at. */
public final class AuditScreen implements Screen {
  private final Desk desk;
  private final AuditPresenter presenter;

  public AuditScreen(Desk desk) {
    this.desk = desk;
    this.presenter = new AuditPresenter(new ServerAudit(desk), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var view = new AuditView(presenter, formats, desk.store().name(), desk.choices());
    presenter.in(view::render);
    return view;
  }

  @Override
  public void opened() {}

  @Override
  public void left() {}
}
