package id.lajur.backoffice.departments;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** The shop's departments. */
public final class DepartmentsScreen implements Screen {
  private final Desk desk;
  private final DepartmentsPresenter presenter;

  public DepartmentsScreen(Desk desk) {
    this.desk = desk;
    this.presenter = new DepartmentsPresenter(new ServerDepartments(desk), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var view = new DepartmentsView(presenter, formats, desk.store().name(), desk.choices());
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
