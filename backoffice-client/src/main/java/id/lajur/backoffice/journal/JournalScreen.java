package id.lajur.backoffice.journal;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.kit.format.Formats;
import javax.swing.JComponent;

/** The audit journal. */
public final class JournalScreen implements Screen {
  private final Desk desk;
  private final JournalPresenter presenter;

  public JournalScreen(Desk desk) {
    this.desk = desk;
    this.presenter =
        new JournalPresenter(new ServerJournal(desk), desk.clock(), desk.store().zone(), desk.ui());
  }

  @Override
  public JComponent view(Formats formats) {
    var view = new JournalView(presenter, formats, desk.store().name(), desk.choices());
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
