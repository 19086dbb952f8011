package id.lajur.backoffice.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.shell.Found;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The journal and the audit on a display inside the JVM; pictures for people. */
@CacioTest
class JournalWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void theJournalStandsInItsPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    var presenter =
        new JournalPresenter(
            new FakeJournal(), () -> FakeJournal.NOW, ZoneId.of("Asia/Jakarta"), Runnable::run);
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view = new JournalView(presenter, formats, "Toko Lajur", TableChoices.NONE);
              presenter.in(view::render);
              return view;
            })) {
      window.act(presenter::load);
      window.act(() -> window.table("journal").setRowSelectionInterval(0, 0));
      window.take("journal-list");
      window.act(presenter::search);
      window.take("journal-search");
      window.act(presenter::back);
      window.act(presenter::replayEntry);
      assertThat(window.table("replay").getRowCount()).isEqualTo(8);
      assertThat(window.table("replay").isShowing()).isTrue();
      window.take("journal-ticket");
      window.act(presenter::receipt);
      window.act(() -> window.field("journal.receipt").setText("L01-S999999"));
      window.act(() -> presenter.replay("L01-S999999"));
      assertThat(window.field("journal.receipt").getText()).as("to be mended").isNotBlank();
      window.take("journal-unknown");
      window.assertClean();
    }
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void theAuditStandsInItsPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    List<AuditView> views = new ArrayList<>();
    var store = new AuditPresenterTest.FakeAudit();
    var presenter = new AuditPresenter(store, Runnable::run);
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view = new AuditView(presenter, formats, "Toko Lajur", TableChoices.NONE);
              presenter.in(view::render);
              views.add(view);
              return view;
            })) {
      window.take("audit-empty");
      window.act(presenter::run);
      List<String> promises =
          List.of(
              "ENTRIES_BALANCE",
              "ENTRIES_POSTED",
              "STOCK_IS_ITS_MOVES",
              "NO_STOCK_NO_VALUE",
              "STOCK_IN_BOOKS",
              "TILL_IN_BOOKS");
      window.act(
          () -> {
            for (int at = 0; at < promises.size(); at++) {
              store.watcher.begun(promises.get(at), "promise " + at, at + 1, 31);
              List<String> off = at == 4 ? List.of("books 418500000, stock 417250000") : List.of();
              store.watcher.judged(
                  new Judged(
                      at + 1,
                      promises.get(at),
                      "promise " + at,
                      4_812L * (at + 1),
                      off.size(),
                      off));
            }
            store.watcher.begun("RECEIPTS_NO_GAP", "receipt numbers have no gap", 7, 31);
          });
      assertThat(window.has("audit.bar")).isTrue();
      window.take("audit-running");
      window.act(
          () -> {
            boolean unused = store.run.complete(new AuditActions.Ended(false, 4_210));
          });
      window.act(() -> window.table("audit").setRowSelectionInterval(4, 4));
      assertThat(window.has("audit.bar")).isFalse();
      assertThat(Found.all(views.get(0), JLabel.class))
          .extracting(JLabel::getText)
          .contains(language == Language.INDONESIAN ? "Nilai stok" : "Value of the stock");
      window.take("audit-differs");
      window.assertClean();
    }
  }
}
