package id.lajur.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.OfficeState.Phase;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import io.grpc.Status;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OfficePresenterTest {
  static final StoreInfo STORE =
      new StoreInfo(
          "DEMO",
          "Swalayan Melati",
          "Jl. Kenanga Raya 18, Depok",
          ShopCurrency.RUPIAH,
          100,
          10_000,
          ZoneId.of("Asia/Jakarta"),
          false,
          "Kantor");
  static final SignedOn AGUS =
      new SignedOn(
          "301", "Agus Salim", "WAREHOUSE", Language.INDONESIAN, Set.of("stock.receive"), 15);

  private static final class FakeOffice implements OfficeActions {
    private SignedOn who = AGUS;
    private String pin = "1357";
    private boolean mustChange;
    private CompletableFuture<Entered> answer = new CompletableFuture<>();
    private boolean holdsBack;

    @Override
    public CompletableFuture<Entered> signOn(String number, String typed) {
      if (holdsBack) {
        return answer;
      }
      return number.equals(who.number()) && typed.equals(pin)
          ? CompletableFuture.completedFuture(new Entered(who, mustChange))
          : CompletableFuture.failedFuture(refusal());
    }

    @Override
    public CompletableFuture<Void> changePin(String old, String newPin) {
      if (!old.equals(pin)) {
        return CompletableFuture.failedFuture(refusal());
      }
      pin = newPin;
      mustChange = false;
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> signOff() {
      return CompletableFuture.completedFuture(null);
    }
  }

  private static ServerRefusal refusal() {
    return ServerRefusal.of(Status.UNAUTHENTICATED.asRuntimeException());
  }

  private final FakeOffice store = new FakeOffice();
  private final List<OfficeState> shown = new ArrayList<>();
  private final OfficePresenter presenter =
      new OfficePresenter(
          store,
          OfficeState.begin(STORE, Language.ENGLISH, Theme.LIGHT),
          who -> "monitor",
          Runnable::run,
          shown::add);

  @Test
  void whoSignsOnWorksInHisOwnLanguage() {
    presenter.signOn("301", "1357");

    assertThat(presenter.state().phase()).isEqualTo(Phase.AT_WORK);
    assertThat(presenter.state().who()).contains(AGUS);
    assertThat(presenter.state().language()).isEqualTo(Language.INDONESIAN);
  }

  @Test
  void aWrongPinLeavesTheNumberAndSaysWhy() {
    presenter.signOn("301", "9999");

    assertThat(presenter.state().phase()).isEqualTo(Phase.SIGNED_OFF);
    assertThat(presenter.state().number()).isEqualTo("301");
    assertThat(presenter.state().refused()).isPresent();
    assertThat(presenter.state().waiting()).isFalse();
  }

  @Test
  void aSecondEnterWhileAnAnswerIsAwaitedIsNoSecondSignOn() {
    store.holdsBack = true;
    presenter.signOn("301", "1357");
    int told = shown.size();

    presenter.signOn("301", "1357");

    assertThat(shown).hasSize(told);
  }

  @Test
  void aSignOnThatIsGivenUpSaysSoAndLeavesTheNumber() {
    store.holdsBack = true;
    presenter.signOn("301", "1357");

    store.answer.completeExceptionally(ServerRefusal.givenUp());

    assertThat(presenter.state().waiting()).isFalse();
    assertThat(presenter.state().number()).isEqualTo("301");
    assertThat(presenter.state().refused()).as("nobody has said no").isEmpty();
    assertThat(presenter.state().note()).contains("signon.givenUp");
  }

  @Test
  void nobodyElseBeginsWhileAnAnswerIsAwaited() {
    presenter.signOn("301", "1357");
    presenter.lock();
    store.holdsBack = true;
    presenter.signOn("301", "1357");

    presenter.someoneElse();

    assertThat(presenter.state().phase()).isEqualTo(Phase.LOCKED);
  }

  @Test
  void whoMustChangeThePinWorksOnlyAfterwards() {
    store.mustChange = true;
    presenter.signOn("301", "1357");
    assertThat(presenter.state().phase()).isEqualTo(Phase.NEW_PIN);

    presenter.newPin("8642", "8641");
    assertThat(presenter.state().note()).contains("signon.newPin.differs");
    presenter.newPin("8642", "8642");

    assertThat(presenter.state().phase()).isEqualTo(Phase.AT_WORK);
    assertThat(store.pin).isEqualTo("8642");
  }

  @Test
  void whoUnlocksFindsHisPlaceAndWhoIsSomebodyElseDoesNot() {
    presenter.signOn("301", "1357");
    presenter.go("receiving");
    presenter.otherLanguage();
    presenter.lock();
    assertThat(presenter.state().phase()).isEqualTo(Phase.LOCKED);

    presenter.signOn("301", "1357");

    assertThat(presenter.state().place()).isEqualTo("receiving");
    assertThat(presenter.state().language()).isEqualTo(Language.ENGLISH);

    presenter.lock();
    presenter.someoneElse();
    assertThat(presenter.state().who()).isEmpty();
    assertThat(presenter.state().number()).isEmpty();
  }

  @Test
  void aSessionThatTheServerHasEndedLocksTheScreen() {
    presenter.signOn("301", "1357");

    presenter.refused(
        ServerRefusal.of(
            io.grpc.protobuf.StatusProto.toStatusRuntimeException(
                com.google.rpc.Status.newBuilder()
                    .setCode(Status.Code.UNAUTHENTICATED.value())
                    .addDetails(
                        com.google.protobuf.Any.pack(
                            com.google.rpc.ErrorInfo.newBuilder()
                                .setReason("NOT_SIGNED_ON")
                                .build()))
                    .build())));

    assertThat(presenter.state().phase()).isEqualTo(Phase.LOCKED);
    assertThat(presenter.state().note()).contains("signon.over");
  }

  @Test
  void anotherRefusalLocksNothing() {
    presenter.signOn("301", "1357");

    presenter.refused(refusal());

    assertThat(presenter.state().phase()).isEqualTo(Phase.AT_WORK);
  }

  @Test
  void whoSignsOffLeavesNothingOfHimself() {
    presenter.signOn("301", "1357");

    presenter.signOff();

    assertThat(presenter.state().phase()).isEqualTo(Phase.SIGNED_OFF);
    assertThat(presenter.state().who()).isEmpty();
  }
}
