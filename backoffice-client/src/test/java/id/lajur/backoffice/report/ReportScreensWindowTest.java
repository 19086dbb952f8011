package id.lajur.backoffice.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.shell.Framed;
import id.lajur.backoffice.shell.Pictures;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.document.Column;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.kit.widget.KeyButton;
import id.lajur.report.v1.ListSalesResponse;
import io.grpc.Status;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
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

  private final List<JFrame> frames = new ArrayList<>();

  /** One screen in one window, as large as the place beside rail and title. */
  private final class Shown {
    final FakeReports store = new FakeReports();
    final ReportPresenter presenter;
    final ReportView view;
    final List<String> askedFor = new ArrayList<>();
    final JFrame frame = new JFrame("Lajur");
    final String name;

    Shown(Theme theme, Language language, int width, int height, ReportKind... kinds) {
      theme.install();
      store.choices = Samples.choices();
      presenter =
          new ReportPresenter(
              store,
              kinds.length > 0 ? List.of(kinds) : listed(),
              kinds.length > 0 ? PeriodChoice.THIS_MONTH : PeriodChoice.TODAY,
              () -> Samples.TODAY,
              true,
              Runnable::run);
      view =
          new ReportView(
              presenter,
              new Formats(language, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta")),
              "Toko Maju Jaya",
              TableChoices.NONE,
              (over, file) -> {
                askedFor.add(file);
                return Optional.of(Path.of(file));
              });
      frame.setUndecorated(true);
      frame.setContentPane(Framed.around(view, null, theme, language, width, height));
      frame.pack();
      frame.setVisible(true);
      frames.add(frame);
      presenter.opened();
      name =
          theme.name().toLowerCase(Locale.ROOT) + "-" + language.tag() + "-" + width + "x" + height;
    }

    void read(ReportKind kind) {
      if (presenter.state().kind() != kind) {
        presenter.choose(kind);
      }
      store.answer(Samples.table(kind));
    }

    void picture(String state) throws Exception {
      Pictures.take(frame.getRootPane(), "report-" + state + "-" + name);
    }
  }

  private static List<ReportKind> listed() {
    return Arrays.stream(ReportKind.values())
        .filter(kind -> kind != ReportKind.ITEM_DAYS && kind != ReportKind.TRIAL_BALANCE)
        .toList();
  }

  @AfterEach
  void close() throws Exception {
    onScreen(
        () -> {
          frames.forEach(JFrame::dispose);
          return frames;
        });
    SwingThreadWatch.uninstall();
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void everyReportStandsOnEveryScreen(Theme theme, Language language, int width, int height)
      throws Exception {
    Shown shown = onScreen(() -> new Shown(theme, language, width, height));
    for (ReportKind kind :
        List.of(
            ReportKind.SALES_ITEM,
            ReportKind.SALES_HOUR,
            ReportKind.TENDERS,
            ReportKind.TAXES,
            ReportKind.STOCK_ITEM)) {
      onScreen(
          () -> {
            shown.read(kind);
            return kind;
          });
      onScreen(
          () -> {
            JTable table = found(shown.view, JTable.class);
            assertThat(table.getRowCount()).isEqualTo(Samples.table(kind).rows().size());
            figuresAreWhole(table);
            shown.picture(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            return kind;
          });
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
    Shown shown =
        onScreen(() -> new Shown(theme, language, width, height, ReportKind.TRIAL_BALANCE));
    onScreen(
        () -> {
          shown.read(ReportKind.TRIAL_BALANCE);
          return shown;
        });

    onScreen(
        () -> {
          assertThat(found(shown.view, KindList.class, "report.kinds")).isEmpty();
          shown.picture("trial-balance");
          return shown;
        });
  }

  @Test
  void whatIsBehindAnItemHasItsNameAndAWayBack() throws Exception {
    Shown shown = onScreen(() -> new Shown(Theme.LIGHT, Language.INDONESIAN, 1366, 768));
    onScreen(
        () -> {
          shown.read(ReportKind.SALES_ITEM);
          shown.presenter.open(Samples.table(ReportKind.SALES_ITEM).rows().get(0));
          shown.store.answer(Samples.table(ReportKind.ITEM_DAYS));
          return shown;
        });

    onScreen(
        () -> {
          shown.picture("item-days");
          assertThat(found(shown.view, JLabel.class, "report.title").orElseThrow().getText())
              .isEqualTo("Penjualan barang per hari: Kopi Susu Sachet 10 × 20 g");
          JTable table = found(shown.view, JTable.class);
          table.dispatchEvent(
              new KeyEvent(
                  table, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED));
          assertThat(shown.store.last().kind()).isEqualTo(ReportKind.SALES_ITEM);
          return shown;
        });
  }

  @Test
  void anEmptyReportSaysWhatToDoAndARefusalToo() throws Exception {
    Shown shown = onScreen(() -> new Shown(Theme.LIGHT, Language.INDONESIAN, 1366, 768));
    ReportTable none =
        ReportTables.sales(ReportKind.SALES_DAY, ListSalesResponse.getDefaultInstance());
    onScreen(
        () -> {
          shown.store.answer(none);
          return shown;
        });
    onScreen(
        () -> {
          shown.picture("empty");
          shown.presenter.reload();
          shown.store.fail(ServerRefusal.of(Status.UNAVAILABLE.asRuntimeException()));
          return shown;
        });

    onScreen(
        () -> {
          shown.picture("refused");
          assertThat(shown.presenter.state().message()).isPresent();
          return shown;
        });
  }

  @Test
  void aKeySavesWhatIsShownUnderANameOfItsOwn() throws Exception {
    Shown shown = onScreen(() -> new Shown(Theme.DARK, Language.INDONESIAN, 1366, 768));
    onScreen(
        () -> {
          shown.read(ReportKind.SALES_DEPARTMENT);
          press(shown.view, "F9");
          boolean unused = shown.store.saving.complete(Path.of("Dokumen", "penjualan.pdf"));
          return shown;
        });

    onScreen(
        () -> {
          shown.picture("saved");
          assertThat(shown.askedFor).containsExactly("penjualan-per-departemen 2026-11-25.pdf");
          assertThat(shown.store.saved.get(0).columns())
              .extracting(Column::head)
              .contains("Penjualan")
              .doesNotContain("HPP"); // not shown
          press(shown.view, "F8");
          assertThat(shown.store.saved.get(1).columns()).extracting(Column::head).contains("HPP");
          return shown;
        });
  }

  private static void press(Container in, String cap) {
    for (Component child : in.getComponents()) {
      if (child instanceof KeyButton button
          && cap.equals(button.getAccessibleContext().getAccessibleDescription())) {
        button.doClick(0);
        return;
      }
      if (child instanceof Container inside) {
        press(inside, cap);
      }
    }
  }

  private static <C extends Component> C found(Container in, Class<C> type) {
    return all(in, type).get(0);
  }

  private static <C extends Component> Optional<C> found(Container in, Class<C> type, String name) {
    return all(in, type).stream().filter(each -> name.equals(each.getName())).findFirst();
  }

  private static <C extends Component> List<C> all(Container in, Class<C> type) {
    List<C> found = new ArrayList<>();
    for (Component child : in.getComponents()) {
      if (type.isInstance(child)) {
        found.add(type.cast(child));
      }
      if (child instanceof Container inside) {
        found.addAll(all(inside, type));
      }
    }
    return found;
  }

  /** On the event thread, after all that waits there. */
  private static <T> T onScreen(Callable<T> work) throws Exception {
    var task = new FutureTask<>(work);
    SwingUtilities.invokeAndWait(() -> {});
    SwingUtilities.invokeLater(task);
    return task.get(30, TimeUnit.SECONDS);
  }
}
