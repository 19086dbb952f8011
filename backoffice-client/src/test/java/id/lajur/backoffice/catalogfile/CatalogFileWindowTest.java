package id.lajur.backoffice.catalogfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The import on a display inside the JVM; pictures for people. */
@CacioTest
class CatalogFileWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final String LONG = "is much too long for any column, ".repeat(9);

  private @Nullable String tip;
  private final FakeCatalogFile store = new FakeCatalogFile();

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void anImportStandsInItsPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    var presenter = new CatalogFilePresenter(store, TableChoices.NONE, Runnable::run);
    Path file = Path.of("barang-november.csv");
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view =
                  new CatalogFileView(
                      presenter,
                      formats,
                      "Toko Lajur",
                      TableChoices.NONE,
                      over -> Optional.of(file));
              presenter.in(view::render);
              return view;
            })) {
      window.take("import-empty");
      store.slowPart = new CompletableFuture<>();
      window.act(() -> presenter.choose(file));
      window.take("import-sending");
      window.act(presenter::cancel);
      store.slowPart = null;

      store.problems =
          List.of(
              problem(7, "price", "12.500", "NUMBER_DECIMALS", Map.of("decimals", "2")),
              problem(19, "name", "", "EMPTY", Map.of()),
              problem(42, "barcode", "8991002101419", "BARCODE_TAKEN", Map.of("item", "100145")));
      window.act(() -> presenter.choose(file));
      assertThat(window.table("catalogfile").getRowCount()).isEqualTo(3);
      assertThat(window.table("catalogfile").getValueAt(0, 3).toString())
          .as("the tick that helps")
          .contains("12.500,00");
      window.take("import-problems");
      store.unlisted = 1_400;
      window.act(() -> presenter.choose(file));
      window.take("import-problems-part");
      assertThat(about(window.table("catalogfile")).period()).contains("3").contains("403");
      store.unlisted = 0;
      assertThat(window.table("catalogfile").getValueAt(2, 3))
          .isEqualTo(
              language == Language.INDONESIAN
                  ? "Milik barang 100145 di toko"
                  : "Belongs to item 100145 of the store");
      window.act(() -> tip = tip(window.table("catalogfile"), 2, 2));
      assertThat(tip).isNull();
      store.problems =
          List.of(new Catalog.Problem(7, "name", "Teh", "OF_TOMORROW", Map.of(), LONG));
      window.act(() -> presenter.choose(file));
      window.act(() -> tip = tip(window.table("catalogfile"), 0, 3));
      assertThat(tip).isEqualTo(LONG);

      store.problems = List.of();
      var numbers = (JCheckBox) window.component("catalogfile.numbers");
      window.act(() -> numbers.doClick(0));
      assertThat(presenter.state().rules().indonesianNumbers()).isTrue();
      assertThat(window.table("catalogfile").getRowCount()).isZero();
      window.take("import-clean");
      window.act(presenter::write);
      window.take("import-written");
      window.act(presenter::heads);
      window.take("import-columns");
      var codes = (JComboBox<?>) window.component("catalogfile.head.item_code");
      window.act(() -> codes.setSelectedIndex(0));
      assertThat(presenter.state().isReadable()).isFalse();
      window.take("import-no-code");
      window.assertClean();
    }
  }

  private static DataTable.About about(JTable table) {
    return ((DataTable<?>) SwingUtilities.getAncestorOfClass(DataTable.class, table)).about();
  }

  private static @Nullable String tip(JTable table, int row, int column) {
    var cell = table.prepareRenderer(table.getCellRenderer(row, column), row, column);
    return ((JComponent) cell).getToolTipText();
  }

  private static Catalog.Problem problem(
      long line, String column, String found, String code, Map<String, String> facts) {
    return new Catalog.Problem(line, column, found, code, facts, "");
  }
}
