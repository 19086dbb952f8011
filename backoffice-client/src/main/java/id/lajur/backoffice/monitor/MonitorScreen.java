package id.lajur.backoffice.monitor;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.kit.format.Formats;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.swing.JComponent;

/** The live monitor's place in the back office. */
public final class MonitorScreen implements Screen {
  private static final String ANSWER = "approval.answer";
  private static final String JOURNAL = "journal.read";
  private static final String ITEMS = "catalog.read";
  private static final String COST = "cost.read";

  private final MonitorPresenter presenter;
  private final MonitorView.Setting setting;
  private final WholeScreen wall = new WholeScreen();
  private Optional<MonitorView> view = Optional.empty();
  private Optional<MonitorView> whole = Optional.empty();
  private Optional<Formats> formats = Optional.empty();

  public MonitorScreen(Desk desk) {
    this(
        new ServerMonitor(desk),
        new MonitorPresenter.May(
            desk.who().may(ANSWER), desk.who().may(JOURNAL), desk.who().may(ITEMS)),
        new MonitorView.Setting(
            desk.store().name(), desk.clock(), desk.choices(), desk.who().may(COST)),
        desk.ui());
  }

  MonitorScreen(
      MonitorActions actions, MonitorPresenter.May may, MonitorView.Setting setting, Executor ui) {
    this.setting = setting;
    this.presenter = new MonitorPresenter(actions, may, ui, this::render);
  }

  MonitorPresenter presenter() {
    return presenter;
  }

  @Override
  public JComponent view(Formats language) {
    formats = Optional.of(language);
    wall.close();
    whole = Optional.empty();
    var made = new MonitorView(presenter, setting, language, false);
    view = Optional.of(made);
    return made;
  }

  private void render(MonitorState state) {
    if (state.full() && !wall.isOpen() && formats.isPresent() && view.isPresent()) {
      var over = new MonitorView(presenter, setting, formats.get(), true);
      var where = view.get().getGraphicsConfiguration();
      if (where != null) {
        whole = Optional.of(over);
        wall.open(over, where, () -> presenter.full(false));
      }
    } else if (!state.full() && wall.isOpen()) {
      wall.close();
      whole = Optional.empty();
      view.ifPresent(MonitorView::focus);
    }
    whole.or(() -> view).ifPresent(shown -> shown.render(state));
  }

  @Override
  public void opened() {
    presenter.opened();
    view.ifPresent(MonitorView::focus);
  }

  @Override
  public void left() {
    presenter.left();
  }
}
