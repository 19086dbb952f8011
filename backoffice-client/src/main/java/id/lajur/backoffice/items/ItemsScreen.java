package id.lajur.backoffice.items;

import id.lajur.backoffice.quickkeys.ItemKeysPane;
import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Printing;
import id.lajur.backoffice.shell.Screen;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** The place of items. */
public final class ItemsScreen implements Screen {
  private final Desk desk;
  private final ItemsPresenter presenter;
  private final RepricePresenter repricing;

  public ItemsScreen(Desk desk) {
    this.desk = desk;
    this.presenter = new ItemsPresenter(new ServerItems(desk), desk.ui());
    this.repricing =
        new RepricePresenter(
            new ServerRepricing(desk), desk.ui(), presenter::repriced, presenter::repricingRefused);
  }

  @Override
  public JComponent view(Formats formats) {
    return new ItemsView(
        presenter,
        repricing,
        ItemKeysPane.at(desk, formats),
        formats,
        new ItemsView.May(
            desk.who().may("catalog.write"),
            desk.who().may("catalog.price"),
            desk.who().may("cost.read"),
            desk.choices(),
            desk.store().name(),
            desk.clock(),
            (labels, paper) -> Printing.labels(labels, paper, formats, desk)));
  }

  @Override
  public Unsaved unsaved() {
    return presenter.unsaved();
  }

  @Override
  public void opened() {
    presenter.opened();
  }

  @Override
  public void show(String code) {
    presenter.showStockCard(code);
  }

  @Override
  public void left() {
    presenter.left();
  }
}
