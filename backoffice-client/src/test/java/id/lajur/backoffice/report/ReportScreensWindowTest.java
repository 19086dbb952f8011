package id.lajur.backoffice.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.shell.Found;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.document.Column;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.widget.KeyButton;
import id.lajur.report.v1.ListSalesResponse;
import io.grpc.Status;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The reports' screen on a display inside the JVM; pictures for people. */
@CacioTest
class ReportScreensWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  /** The screen in its window. */
  private static final class Shown implements AutoCloseable {
    final FakeReports store = new FakeReports();
    final List<String> askedFor = new ArrayList<>();
    final ReportPresenter presenter;
    final OfficeWindow window;

    Shown(Theme theme, Language language, int width, int height, ReportKind... kinds)
        throws Exception {
      store.choices = Samples.choices();
      presenter =
          new ReportPresenter(
              store,
              kinds.length > 0 ? List.of(kinds) : listed(),
              kinds.length > 0 ? PeriodChoice.THIS_MONTH : PeriodChoice.TODAY,
              () -> Samples.TODAY,
              true,
              Runnable::run);
      window =
          OfficeWindow.open(
              theme,
              language,
              width,
              height,
              formats ->
                  new ReportView(
                      presenter,
                      formats,
                      "Toko Maju Jaya",
                      TableChoices.NONE,
                      (over, file) -> {
                        askedFor.add(file);
                        return Optional.of(Path.of(file));
                      }));
      window.act(presenter::opened);
    }

    void read(ReportKind kind) throws Exception {
      window.act(
          () -> {
            if (presenter.state().kind() != kind) {
              presenter.choose(kind);
            }
            store.answer(Samples.table(kind));
          });
    }

    ReportView view() {
      return Found.first(window.body(), ReportView.class);
    }

    @Override
    public void close() {
      window.close();
    }
  }

  private static List<ReportKind> listed() {
    return Arrays.stream(ReportKind.values())
        .filter(kind -> kind != ReportKind.ITEM_DAYS && kind != ReportKind.TRIAL_BALANCE)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void everyReportStandsOnEveryScreen(Theme theme, Language language, int width, int height)
      throws Exception {
    try (Shown shown = new Shown(theme, language, width, height)) {
      for (ReportKind kind :
          List.of(
              ReportKind.SALES_ITEM,
              ReportKind.SALES_HOUR,
              ReportKind.TENDERS,
              ReportKind.TAXES,
              ReportKind.STOCK_ITEM)) {
        shown.read(kind);
        shown.window.act(
            () -> {
              JTable table = Found.first(shown.view(), JTable.class);
              assertThat(table.getRowCount()).isEqualTo(Samples.table(kind).rows().size());
              figuresAreWhole(table);
            });
        shown.window.take("report-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
    }
  }

  /** No column is narrower than what stands in it. */
  private static void figuresAreWhole(JTable table) {
    for (int column = 0; column < table.getColumnCount(); column++) {
      int width = table.getColumnModel().getColumn(column).getWidth();
      for (int row = 0; row < table.getRowCount(); row++) {
        if (table.getValueAt(row, column) instanceof Long) {
          Component cell = table.prepareRenderer(table.getCellRenderer(row, column), row, column);
          assertThat(cell.getPreferredSize().width)
              .as(table.getColumnName(column) + " of row " + row)
              .isLessThanOrEqualTo(width + 2);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, INDONESIAN, 1366, 768",
    "DARK, ENGLISH, 1024, 768",
    "LIGHT, INDONESIAN, 1920, 1080"
  })
  void theTrialBalanceStandsByItself(Theme theme, Language language, int width, int height)
      throws Exception {
    try (Shown shown = new Shown(theme, language, width, height, ReportKind.TRIAL_BALANCE)) {
      shown.read(ReportKind.TRIAL_BALANCE);

      assertThat(Found.named(shown.view(), KindList.class, "report.kinds")).isEmpty();
      shown.window.take("report-trial-balance");
    }
  }

  @Test
  void whatIsBehindAnItemHasItsNameAndAWayBack() throws Exception {
    try (Shown shown = new Shown(Theme.LIGHT, Language.INDONESIAN, 1366, 768)) {
      shown.read(ReportKind.SALES_ITEM);
      shown.window.act(
          () -> {
            shown.presenter.open(Samples.table(ReportKind.SALES_ITEM).rows().get(0));
            shown.store.answer(Samples.table(ReportKind.ITEM_DAYS));
          });

      shown.window.take("report-item-days");
      shown.window.act(
          () -> {
            assertThat(((JLabel) shown.window.component("report.title")).getText())
                .isEqualTo("Penjualan barang per hari: Kopi Susu Sachet 10 × 20 g");
            JTable table = Found.first(shown.view(), JTable.class);
            table.dispatchEvent(
                new KeyEvent(
                    table,
                    KeyEvent.KEY_PRESSED,
                    0,
                    0,
                    KeyEvent.VK_ESCAPE,
                    KeyEvent.CHAR_UNDEFINED));
          });
      assertThat(shown.store.last().kind()).isEqualTo(ReportKind.SALES_ITEM);
    }
  }

  @Test
  void anEmptyReportSaysWhatToDoAndARefusalToo() throws Exception {
    ReportTable none =
        ReportTables.sales(ReportKind.SALES_DAY, ListSalesResponse.getDefaultInstance());
    try (Shown shown = new Shown(Theme.LIGHT, Language.INDONESIAN, 1366, 768)) {
      shown.window.act(() -> shown.store.answer(none));
      shown.window.take("report-empty");
      shown.window.act(
          () -> {
            shown.presenter.reload();
            shown.store.fail(ServerRefusal.of(Status.UNAVAILABLE.asRuntimeException()));
          });

      shown.window.take("report-refused");
      assertThat(shown.presenter.state().message()).isPresent();
      assertThat(shown.window.component("report.pdf").isEnabled()).as("nothing to save").isFalse();
    }
  }

  @Test
  void aKeySavesWhatIsShownUnderANameOfItsOwn() throws Exception {
    try (Shown shown = new Shown(Theme.DARK, Language.INDONESIAN, 1366, 768)) {
      shown.read(ReportKind.SALES_DEPARTMENT);
      shown.window.act(
          () -> {
            press(shown.view(), "F9");
            boolean unused = shown.store.saving.complete(Path.of("Dokumen", "penjualan.pdf"));
          });

      shown.window.take("report-saved");
      assertThat(shown.askedFor).containsExactly("penjualan-per-departemen 2026-11-25.pdf");
      assertThat(shown.store.saved.get(0).columns())
          .extracting(Column::head)
          .contains("Penjualan")
          .doesNotContain("HPP"); // not shown
      shown.window.act(() -> press(shown.view(), "F8"));
      assertThat(shown.store.saved.get(1).columns()).extracting(Column::head).contains("HPP");
    }
  }

  private static void press(Container in, String cap) {
    Found.all(in, KeyButton.class).stream()
        .filter(each -> cap.equals(each.getAccessibleContext().getAccessibleDescription()))
        .findFirst()
        .orElseThrow()
        .doClick(0);
  }
}
