package id.lajur.backoffice.report;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Screen;
import id.lajur.kit.format.Formats;
import java.util.List;
import javax.swing.JComponent;

/** Reports of sales and stock, or the trial balance. */
public final class ReportScreen implements Screen {
  private static final String COST = "cost.read";

  private final Desk desk;
  private final ReportPresenter presenter;

  private ReportScreen(Desk desk, List<ReportKind> kinds, PeriodChoice period) {
    this.desk = desk;
    this.presenter =
        new ReportPresenter(
            new ServerReports(desk),
            kinds,
            period,
            () -> desk.clock().instant().atZone(desk.store().zone()).toLocalDate(),
            desk.who().may(COST),
            desk.ui());
  }

  /** What was sold and what lies in the shop. */
  public static Screen reports(Desk desk) {
    return new ReportScreen(desk, ReportKind.ofTrade(desk.who()::may), PeriodChoice.TODAY);
  }

  /** The accounts between two dates. */
  public static Screen trialBalance(Desk desk) {
    return new ReportScreen(desk, List.of(ReportKind.TRIAL_BALANCE), PeriodChoice.THIS_MONTH);
  }

  @Override
  public JComponent view(Formats formats) {
    return new ReportView(
        presenter, formats, desk.store().name(), desk.choices(), new SaveDialog()::ask);
  }

  @Override
  public void opened() {
    presenter.opened();
  }

  @Override
  public void left() {
    presenter.left();
  }
}
