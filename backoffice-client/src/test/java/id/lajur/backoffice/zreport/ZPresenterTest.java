package id.lajur.backoffice.zreport;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.Bundles;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Refused;
import id.lajur.kit.document.Line;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZPresenterTest {
  private final FakeZ store = new FakeZ();
  private final ZPresenter presenter = new ZPresenter(store, Runnable::run);

  @BeforeEach
  void opened() {
    presenter.load();
  }

  private void choose(int at) {
    presenter.choose(Optional.of(presenter.state().list().rows().get(at)));
  }

  @Test
  void whatComesLateForAnotherIsNotShown() {
    choose(0);
    choose(1);
    boolean late = answer("L02");
    assertThat(presenter.state().open()).isEmpty();
    boolean now = answer("L01");

    assertThat(late && now).isTrue();
    assertThat(presenter.state().open().orElseThrow().terminal()).isEqualTo("L01");
  }

  private boolean answer(String terminal) {
    return Objects.requireNonNull(store.opened.get(terminal)).complete(FakeZ.report(terminal, 204));
  }

  @Test
  void olderOnesComeBelowThoseThatAreThereUntilAllWereRead() {
    assertThat(presenter.state().list().hasOlder()).isTrue();

    presenter.older();
    presenter.older();

    assertThat(presenter.state().list().rows())
        .extracting(ListedZ::key)
        .containsExactly("L02 Z118", "L01 Z204", "L03 Z97", "L04 Z31", "L04 Z30");
    assertThat(presenter.state().list().hasOlder()).isFalse();
    assertThat(store.listed).containsExactly("", "older");
  }

  @Test
  void aRefusalIsShownAndTheListStays() {
    choose(0);
    boolean unused =
        Objects.requireNonNull(store.opened.get("L02"))
            .completeExceptionally(Refused.of("Z_UNKNOWN", Map.of()));

    assertThat(presenter.state().progress().refused().orElseThrow().reason())
        .isEqualTo("Z_UNKNOWN");
    assertThat(presenter.state().list().rows()).hasSize(4);
  }

  @Test
  void thePaperHasEveryFigureOfTheScreenAndSaysThatItIsACopy() {
    Formats formats = OfficeWindow.formats(Language.INDONESIAN);
    Texts texts = Texts.of(ZView.class, "zreport", Language.INDONESIAN);
    ZReport report = FakeZ.report("L01", 204);
    choose(1);

    presenter.print((z, copy) -> ZDocument.of(z, copy, "Toko Lajur", texts, formats), formats);
    store.printer = false;
    presenter.print((z, copy) -> ZDocument.of(z, copy, "Toko Lajur", texts, formats), formats);

    assertThat(store.printed)
        .extracting(TabularDocument::title)
        .containsExactly("Z 204 lajur L01 *** SALINAN 1 ***", "Z 204 lajur L01 *** SALINAN 2 ***");
    TabularDocument paper = store.printed.get(0);
    assertThat(paper.notes()).anyMatch(note -> note.contains("9f2c4ab1"));
    assertThat(paper.notes()).anyMatch(note -> note.startsWith("Disalin 24"));
    assertThat(paper.lines())
        .filteredOn(line -> line.rank() == Line.Rank.ROW)
        .hasSize(report.lines().size())
        .contains(Line.row("Selisih", null, -500_00L), Line.row("Tunai", 181L, 14_286_100_00L));
    assertThat(presenter.state().progress().note().map(Progress.Note::key))
        .contains("said.notPrinted");
  }

  @Test
  void whatTheStoreDoesNotNumberIsNotPrinted() {
    choose(1);
    store.refusing = Refused.of("PERMISSION_DENIED", Map.of());

    presenter.print(
        (z, copy) -> {
          throw new AssertionError("no paper without its number");
        },
        OfficeWindow.formats(Language.INDONESIAN));

    assertThat(store.printed).isEmpty();
    assertThat(presenter.state().progress().refused()).isPresent();
  }

  @Test
  void everyWordIsThereInBothLanguagesAndUsed() throws IOException {
    Bundles.assertAlike(ZView.class, "zreport");
    Bundles.assertUsed(ZView.class, "zreport", Set.of("section.", "line."));
    Texts texts = Texts.of(ZView.class, "zreport", Language.ENGLISH);
    for (ZReport.Line line : FakeZ.report("L01", 1).lines()) {
      assertThat(line.named() || texts.has("line." + line.key())).as(line.key()).isTrue();
      assertThat(texts.has("section." + line.section())).isTrue();
    }
  }
}
