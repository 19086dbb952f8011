package id.lajur.backoffice.machines;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** The machines of the shop. */
public final class MachineScreen implements Screen {
  private final Desk desk;
  private final MachinePresenter presenter;

  public MachineScreen(Desk desk) {
    this.desk = desk;
    this.presenter = new MachinePresenter(new ServerMachines(desk), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var view =
        new MachineView(presenter, formats, desk.store().name(), desk.choices(), desk.clock());
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

  /** A code stays on no screen that nobody looks at. */
  @Override
  public void left() {
    presenter.cancel();
  }
}
