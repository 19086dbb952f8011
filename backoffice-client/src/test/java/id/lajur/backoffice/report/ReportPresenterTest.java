package id.lajur.backoffice.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.report.ReportActions.Choice;
import id.lajur.backoffice.report.ReportActions.Choices;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.document.FileKind;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportPresenterTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25); // a Wednesday
  private static final Formats FORMATS =
      new Formats(Language.INDONESIAN, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));

  private final FakeReports store = new FakeReports();
  private final ReportPresenter presenter =
      new ReportPresenter(
          store,
          Arrays.stream(ReportKind.values()).filter(kind -> kind != ReportKind.ITEM_DAYS).toList(),
          PeriodChoice.TODAY,
          () -> TODAY,
          true,
          Runnable::run);

  @Test
  void whoBoughtWhatIsOfferedToThoseWhoLookAfterMembers() {
    List<ReportKind> all = ReportKind.ofTrade(permission -> true);
    List<ReportKind> some = ReportKind.ofTrade(permission -> !permission.equals("member.manage"));

    assertThat(all).contains(ReportKind.SALES_MEMBER);
    assertThat(some)
        .isEqualTo(all.stream().filter(kind -> kind != ReportKind.SALES_MEMBER).toList());
  }

  @Test
  void openedItReadsTheFirstReportOfToday() {
    presenter.opened();

    assertThat(store.last().kind()).isEqualTo(ReportKind.SALES_DAY);
    assertThat(store.last().from()).isEqualTo(TODAY);
    assertThat(store.last().to()).isEqualTo(TODAY);
    assertThat(presenter.state().loading()).isTrue();
    store.answer(Samples.table(ReportKind.SALES_DAY));
    assertThat(presenter.state().loading()).isFalse();
    assertThat(read().table().kind()).isEqualTo(ReportKind.SALES_DAY);
    presenter.opened();
    assertThat(store.asked).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "TODAY, 2026-11-25, 2026-11-25",
    "YESTERDAY, 2026-11-24, 2026-11-24",
    "THIS_WEEK, 2026-11-23, 2026-11-25",
    "THIS_MONTH, 2026-11-01, 2026-11-25"
  })
  void aPeriodIsChosenByOneKey(PeriodChoice choice, LocalDate from, LocalDate to) {
    presenter.choose(choice);

    assertThat(store.last().from()).isEqualTo(from);
    assertThat(store.last().to()).isEqualTo(to);
  }

  @Test
  void datesAreTypedAndWhatCannotBeReadIsSaidAndAsksNothing() {
    presenter.typed("1/10", "15/10");
    assertThat(store.last().from()).isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(store.last().to()).isEqualTo(LocalDate.of(2026, 10, 15));
    assertThat(presenter.state().period()).isEqualTo(PeriodChoice.DATES);
    int asked = store.asked.size();

    presenter.typed("x", "15/10");
    assertThat(said()).isEqualTo("dateUnreadable");
    presenter.typed("16/10", "15/10");
    assertThat(said()).isEqualTo("datesTurned");
    assertThat(store.asked).hasSize(asked);

    presenter.typed("3/10", "");
    assertThat(store.last().to()).isEqualTo(LocalDate.of(2026, 10, 3));
  }

  @Test
  void theNewestQuestionCountsWhateverIsAnsweredFirst() {
    presenter.opened();
    presenter.choose(ReportKind.SALES_HOUR);

    boolean unused = store.answers.get(0).complete(Samples.table(ReportKind.SALES_DAY));
    assertThat(store.answers.get(0)).isCancelled();
    assertThat(presenter.state().read()).isNull();
    store.answer(Samples.table(ReportKind.SALES_HOUR));

    assertThat(read().table().kind()).isEqualTo(ReportKind.SALES_HOUR);
  }

  @Test
  void whatWasReadStaysWhileAnotherIsAwaitedAndWhenItIsGivenUp() {
    presenter.opened();
    store.answer(Samples.table(ReportKind.SALES_DAY));
    presenter.choose(ReportKind.SALES_ITEM);
    assertThat(read().table().kind()).isEqualTo(ReportKind.SALES_DAY);

    store.fail(ServerRefusal.givenUp()); // in the window

    assertThat(presenter.state().loading()).isFalse();
    assertThat(presenter.state().message().orElseThrow().refusal()).isNotNull();
    assertThat(read().query().kind()).isEqualTo(ReportKind.SALES_DAY);
  }

  @Test
  void whoLeavesWaitsForNothingAnyMore() {
    presenter.opened();

    presenter.left();

    assertThat(store.answers.get(0)).as("at the server too").isCancelled();
    assertThat(presenter.state().loading()).isFalse();
  }

  @Test
  void aRefusalIsSaidAndTheOldRowsStay() {
    presenter.opened();
    store.answer(Samples.table(ReportKind.SALES_DAY));
    presenter.reload();

    store.fail(ServerRefusal.of(Status.UNAVAILABLE.asRuntimeException()));

    assertThat(presenter.state().message().orElseThrow().refusal()).isNotNull();
    assertThat(presenter.state().loading()).isFalse();
    assertThat(presenter.state().read()).isNotNull();
  }

  @Test
  void laneAndDepartmentNarrowWhatTheyCan() {
    store.choices = new Choices(List.of(new Choice("L01", "Lajur 1")), List.of());
    presenter.opened();
    assertThat(presenter.state().choices().terminals()).hasSize(1);

    presenter.terminal("L01");
    presenter.department("SEMBAKO");
    assertThat(store.last().terminal()).isEqualTo("L01");
    assertThat(store.last().department()).isEqualTo("SEMBAKO");
    presenter.choose(ReportKind.TAXES);
    assertThat(store.last().terminal()).isEqualTo("L01");
    assertThat(store.last().department()).isEmpty();
    presenter.choose(ReportKind.STOCK_ITEM);
    assertThat(store.last().terminal()).isEmpty();
    assertThat(store.last().department()).isEqualTo("SEMBAKO");
    presenter.choose(ReportKind.TRIAL_BALANCE);
    assertThat(store.last().terminal() + store.last().department()).isEmpty();
  }

  @Test
  void stockIsOfNowOrOfTheEndOfADate() {
    presenter.choose(ReportKind.STOCK_ITEM);
    assertThat(store.last().asOfNow()).isTrue();

    presenter.choose(PeriodChoice.YESTERDAY);
    assertThat(store.last().asOfNow()).isFalse();
    assertThat(store.last().to()).isEqualTo(TODAY.minusDays(1));
    presenter.typed("", "1/11");
    assertThat(store.last().asOfNow()).isFalse();
    assertThat(store.last().to()).isEqualTo(LocalDate.of(2026, 11, 1));
  }

  @Test
  void anItemsRowOpensItsDaysAndBackLeadsToTheReport() {
    presenter.choose(ReportKind.SALES_ITEM);
    store.answer(Samples.table(ReportKind.SALES_ITEM));

    presenter.open(read().table().rows().get(0));

    assertThat(store.last().kind()).isEqualTo(ReportKind.ITEM_DAYS);
    assertThat(store.last().item()).isEqualTo("8991002101");
    store.answer(Samples.table(ReportKind.ITEM_DAYS));
    assertThat(read().itemName()).isEqualTo("Kopi Susu Sachet 10 × 20 g");
    presenter.back();
    assertThat(store.last().kind()).isEqualTo(ReportKind.SALES_ITEM);
    assertThat(store.last().item()).isEmpty();
  }

  @Test
  void aRowWithNothingBehindItOpensNothing() {
    presenter.opened();
    store.answer(Samples.table(ReportKind.SALES_DAY));

    presenter.open(read().table().rows().get(0));

    assertThat(store.asked).hasSize(1);
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidAndOneThatIsNamed() {
    var document = Samples.document(FORMATS);
    presenter.save(FileKind.PDF, document, FORMATS, Path.of("laporan.pdf"));
    boolean unused = store.saving.complete(Path.of("laporan.pdf"));
    assertThat(presenter.state().message().orElseThrow().facts())
        .isEqualTo(Map.of("file", "laporan.pdf"));

    store.saving = new CompletableFuture<>();
    presenter.save(FileKind.PDF, document, FORMATS, Path.of("laporan.pdf"));
    boolean unused2 =
        store.saving.completeExceptionally(new UncheckedIOException(new IOException("voll")));

    assertThat(said()).isEqualTo("notSaved");
    assertThat(presenter.state().message().orElseThrow().bad()).isTrue();

    store.saving = new CompletableFuture<>();
    presenter.save(FileKind.PDF, document, FORMATS, Path.of("laporan.pdf"));
    boolean unused3 = store.saving.completeExceptionally(ServerRefusal.givenUp());
    assertThat(presenter.state().message().orElseThrow().refusal())
        .as("given up, and no fault of the disk")
        .isNotNull();
  }

  private ReportState.Read read() {
    return Objects.requireNonNull(presenter.state().read());
  }

  private String said() {
    return presenter.state().message().orElseThrow().key();
  }
}
