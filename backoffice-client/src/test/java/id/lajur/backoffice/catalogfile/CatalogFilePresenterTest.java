package id.lajur.backoffice.catalogfile;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.catalogfile.CatalogFileState.Step;
import id.lajur.backoffice.form.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogFilePresenterTest {
  private static final Path FILE = Path.of("barang.csv");

  private final FakeCatalogFile store = new FakeCatalogFile();
  private final KeptChoices choices = new KeptChoices();
  private final CatalogFilePresenter presenter =
      new CatalogFilePresenter(store, choices, Runnable::run);

  @Test
  void aFileIsSentPieceByPieceTriedAndThenWrittenOnce() {
    presenter.choose(FILE);
    assertThat(store.asked)
        .containsExactly("part u1 1 4", "part u1 2 4", "part u1 3 2", "try u1 3 false");
    assertThat(presenter.state().canBeWritten()).isTrue();

    presenter.write();
    presenter.write();

    assertThat(store.asked).endsWith("write u1 3 barang.csv").hasSize(5);
    assertThat(presenter.state().written()).contains(FakeCatalogFile.COUNTS);
  }

  @Test
  void aFileWithProblemsIsNotWritten() {
    store.problems =
        List.of(new Catalog.Problem(7, "price", "12,5x", "NUMBER_PLAIN", Map.of(), "is no number"));
    presenter.choose(FILE);

    presenter.write();

    assertThat(store.asked).noneMatch(each -> each.startsWith("write"));
    assertThat(presenter.state().report().orElseThrow().problems()).isEqualTo(store.problems);
  }

  @Test
  void columnsAreGuessedByTheirHeadsAndTriedAtOnce() {
    presenter.choose(FILE);

    assertThat(store.tried)
        .containsEntry("item_code", "Kode Barang")
        .containsEntry("price", "Harga Jual")
        .containsEntry("department", "");
    assertThat(presenter.state().choosing()).isFalse();
  }

  @Test
  void whereNoHeadIsTheCodeItIsAskedForBeforeAnythingIsTried() {
    store.heads = new Catalog.Heads(store.heads.heads(), store.heads.fields(), Map.of());
    presenter.choose(FILE);
    assertThat(store.asked).noneMatch(each -> each.startsWith("try"));
    assertThat(presenter.state().choosing()).isTrue();

    presenter.head("item_code", "Barcode");

    assertThat(store.asked).endsWith("try u1 3 false");
    assertThat(store.tried).containsEntry("item_code", "Barcode");
  }

  @Test
  void aColumnIsOneFieldAndWhatWasChosenIsRememberedForTheNextFile() {
    presenter.choose(FILE);
    presenter.head("category", "Satuan");
    presenter.head("barcode", "");
    assertThat(store.tried).containsEntry("category", "Satuan").containsEntry("unit", "");

    var next = new CatalogFilePresenter(store, choices, Runnable::run);
    next.choose(FILE);

    assertThat(store.tried)
        .containsEntry("category", "Satuan")
        .containsEntry("unit", "")
        .containsEntry("barcode", "")
        .containsEntry("item_code", "Kode Barang");
  }

  @Test
  void whatWasChosenForOtherHeadsDoesNotHideAGuess() {
    presenter.choose(FILE);
    presenter.head("name", "Satuan");
    store.heads =
        new Catalog.Heads(
            List.of(new Catalog.Head("SKU", List.of()), new Catalog.Head("Item", List.of())),
            FakeCatalogFile.FIELDS,
            Map.of("item_code", "SKU", "name", "Item"));

    presenter.choose(FILE);

    assertThat(store.tried).containsEntry("item_code", "SKU").containsEntry("name", "Item");
  }

  @Test
  void otherRulesAreTriedBeforeAnythingIsWritten() {
    presenter.choose(FILE);

    presenter.rules(presenter.state().rules().numbers(true));

    assertThat(store.asked).endsWith("try u1 3 true");
  }

  @Test
  void whatIsGivenUpGoesNoFurther() {
    store.slowPart = new CompletableFuture<>();
    presenter.choose(FILE);
    assertThat(presenter.state().step()).isEqualTo(Step.SENDING);
    assertThat(presenter.state().sent()).isEqualTo(1);

    presenter.cancel();
    assertThat(store.slowPart).as("at the server too").isCancelled();
    presenter.tryAgain(); // half a file is not tried

    assertThat(presenter.state().busy()).isFalse();
    assertThat(store.asked).containsExactly("part u1 1 4", "part u1 2 4");
  }

  @Test
  void whatIsBeingWrittenIsNotGivenUp() {
    store.slowWrite = new CompletableFuture<>();
    presenter.choose(FILE);
    presenter.write();

    presenter.cancel();
    store.slowWrite.complete(FakeCatalogFile.COUNTS);

    assertThat(presenter.state().written()).isPresent();
  }

  @Test
  void aRefusalAndAFaultAreShown() {
    presenter.choose(FILE);
    store.no = Refused.of("FILE_HAS_PROBLEMS", Map.of("problems", "3"));
    presenter.write();
    assertThat(presenter.state().refused().orElseThrow().reason()).isEqualTo("FILE_HAS_PROBLEMS");

    store.fault = Catalog.Fault.EMPTY;
    presenter.choose(FILE);
    assertThat(presenter.state().fault()).isEqualTo(Catalog.Fault.EMPTY);
    assertThat(presenter.state().canBeWritten()).isFalse();
  }

  @Test
  void aFileIsCutWhereAMessageEnds(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("barang.csv");
    assertThat(ServerCatalogFile.pieces(file).fault()).isEqualTo(Catalog.Fault.UNREADABLE);
    Files.write(file, new byte[0]);
    assertThat(ServerCatalogFile.pieces(file).fault()).isEqualTo(Catalog.Fault.EMPTY);
    Files.write(file, new byte[ServerCatalogFile.PIECE_BYTES + 1]);
    assertThat(ServerCatalogFile.pieces(file).content())
        .extracting(piece -> piece.length)
        .containsExactly(ServerCatalogFile.PIECE_BYTES, 1);
    Files.write(file, new byte[ServerCatalogFile.PIECE_BYTES * ServerCatalogFile.MOST_PIECES + 1]);
    assertThat(ServerCatalogFile.pieces(file).fault()).isEqualTo(Catalog.Fault.TOO_LARGE);
  }
}
