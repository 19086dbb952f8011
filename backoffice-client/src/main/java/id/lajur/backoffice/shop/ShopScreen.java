package id.lajur.backoffice.shop;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** What the shop has set. */
public final class ShopScreen implements Screen {
  private final Desk desk;
  private final ShopPresenter presenter;

  public ShopScreen(Desk desk) {
    this.desk = desk;
    this.presenter = new ShopPresenter(new ServerShop(desk), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var view = new ShopView(presenter, formats, desk.store().name(), desk.choices());
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

  /** What was begun stays: it may be looked up elsewhere. */
  @Override
  public void left() {}
}
