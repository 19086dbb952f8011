package id.lajur.backoffice.journal;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.Bundles;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.form.Progress;
import id.lajur.kit.i18n.Language;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalPresenterTest {
  private final FakeJournal store = new FakeJournal();
  private final JournalPresenter presenter =
      new JournalPresenter(store, () -> FakeJournal.NOW, ZoneId.of("Asia/Jakarta"), Runnable::run);

  @BeforeEach
  void opened() {
    presenter.load();
  }

  @Test
  void olderEntriesStandBelowTheNewestUntilThereAreNone() {
    assertThat(presenter.state().entries()).hasSize(7);

    presenter.older();
    presenter.older();

    assertThat(presenter.state().entries()).hasSize(8);
    assertThat(store.asked).containsExactly("entries ", "entries before-871");
  }

  @Test
  void aSearchBeginsAtTheDaysFirstMomentInTheStoresZone() {
    presenter.search();
    presenter.find(" 101 ", "l01", "LINE_VOIDED", Search.Period.TODAY);

    assertThat(store.searches)
        .last()
        .isEqualTo(
            new Search(
                "101",
                "L01",
                "LINE_VOIDED",
                Search.Period.TODAY,
                Optional.of(Instant.parse("2026-11-22T17:00:00Z"))));
    assertThat(presenter.state().task()).isEmpty();
  }

  @Test
  void aReceiptIsReplayedAsItIsPrintedAndEscLeadsBack() {
    presenter.receipt();
    presenter.replay(" ");
    assertThat(presenter.state().progress().note().map(Progress.Note::key))
        .contains("receipt.missing");

    presenter.replay("l01-s000412 ");

    assertThat(store.asked).last().isEqualTo("receipt L01-S000412");
    assertThat(presenter.state().replay().orElseThrow().steps()).hasSize(8);
    presenter.back();
    assertThat(presenter.state().replay()).isEmpty();
    assertThat(presenter.state().entries()).hasSize(7);
  }

  @Test
  void aReceiptThatIsNotThereIsSaidAndTheFormStays() {
    presenter.receipt();

    presenter.replay("L01-S999999");

    assertThat(presenter.state().progress().refused().orElseThrow().reason())
        .isEqualTo("SALE_UNKNOWN");
    assertThat(presenter.state().task()).contains(JournalState.Task.RECEIPT);
  }

  @Test
  void anEntryLeadsToItsBasketAndOneWithoutToNone() {
    presenter.choose(Optional.of(presenter.state().entries().get(3)));
    presenter.replayEntry();
    presenter.choose(Optional.of(presenter.state().entries().get(0)));
    presenter.replayEntry();

    assertThat(store.asked).containsExactly("entries ", "basket " + FakeJournal.BASKET);
  }

  @Test
  void momentsAndKindsAreReadByPeople() {
    var words = new JournalWords(OfficeWindow.formats(Language.INDONESIAN));

    assertThat(words.second(FakeJournal.NOW)).isEqualTo("14.31.07");
    assertThat(words.kind("LINE_VOIDED")).isEqualTo("Baris dihapus");
    assertThat(words.kind("WEIGHED_BY_ROBOT")).isEqualTo("weighed by robot");
    assertThat(words.tender("CASH")).isEqualTo("Tunai");
    assertThat(words.tender("SHELLS")).isEqualTo("SHELLS");
    assertThat(words.kinds()).contains("DAY_CLOSED").doesNotContain("WEIGHED_BY_ROBOT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRICE_OVERRIDDEN | 1450000 | Rp\u00a014.500 | Rp\u00a014,500",
        "QUANTITY_LOWERED | 1500 | 1,5 | 1.5",
        "RETURNED | -2000 | −2 | −2",
        "PRICE_CHANGED | pcs 1450000 | pcs Rp\u00a014.500 | pcs Rp\u00a014,500",
        "PRICE_CHANGED | dus besar 1450000 2026-11-23T07:31:07.5Z"
            + " | dus besar Rp\u00a014.500, mulai Sen 23 Nov 14.31"
            + " | dus besar Rp\u00a014,500, from Mon 23 Nov 14:31",
        "LEVEL_PRICE_CHANGED | pcs GROSIR - | pcs GROSIR - | pcs GROSIR -",
        "PRICE_CHANGED | as it is kept | as it is kept | as it is kept",
        "SETTING_CHANGED | cash.coin_minor 10000 | cash.coin_minor 10000 | cash.coin_minor 10000"
      })
  void whatChangedIsReadAsPeopleWriteIt(
      String kind, String kept, String indonesian, String english) {
    var inIndonesian = new JournalWords(OfficeWindow.formats(Language.INDONESIAN));
    var inEnglish = new JournalWords(OfficeWindow.formats(Language.ENGLISH));

    assertThat(inIndonesian.value(kind, kept)).isEqualTo(indonesian);
    assertThat(inEnglish.value(kind, kept)).isEqualTo(english);
  }

  @Test
  void everyWordIsThereInBothLanguagesAndUsed() throws IOException {
    Bundles.assertAlike(JournalWords.class, "journal");
    Bundles.assertUsed(
        JournalWords.class,
        "journal",
        Set.of("kind.", "act.", "period.", "promise.", "tender.", "example."));
  }
}
