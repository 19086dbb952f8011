package id.lajur.backoffice.quickkeys;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** Keys at the lanes for goods without a barcode. */
public final class QuickKeysScreen implements Screen {
  private final QuickKeysPresenter presenter;

  public QuickKeysScreen(Desk desk) {
    this.presenter = new QuickKeysPresenter(new ServerQuickKeys(desk), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var view = new QuickKeysView(presenter, formats, new PictureDialog()::ask);
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

  /** What was arranged stays: an item may be looked up elsewhere. */
  @Override
  public void left() {}
}
