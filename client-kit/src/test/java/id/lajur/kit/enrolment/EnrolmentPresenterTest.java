package id.lajur.kit.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.connection.ServerAddress;
import id.lajur.kit.enrolment.EnrolmentState.Phase;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EnrolmentPresenterTest {
  private static final String FINGERPRINT =
      "90AB-1111-2222-3333-4444-5555-6666-7777-8888-9999-AAAA-BBBB-CCCC-DDDD-EEEE-7F3C";
  private static final Taken PLACE = new Taken("Toko Uji", false, "L03", "Lajur 3");

  private final List<String> asked = new ArrayList<>();
  private CompletableFuture<String> looked = new CompletableFuture<>();
  private CompletableFuture<Taken> enrolled = new CompletableFuture<>();
  private int wentOn;

  private final EnrolmentPresenter presenter =
      new EnrolmentPresenter(
          new EnrolmentActions() {
            @Override
            public CompletableFuture<String> look(String address) {
              asked.add("look " + address);
              return looked;
            }

            @Override
            public CompletableFuture<Taken> enrol(String code) {
              asked.add("enrol " + code);
              return enrolled;
            }
          },
          EnrolmentState.begin(Language.INDONESIAN, Theme.LIGHT, ""),
          Runnable::run,
          state -> {},
          () -> wentOn++);

  private void atTheCode() {
    presenter.server("192.168.1.10");
    looked.complete(FINGERPRINT);
  }

  @Test
  void aMachineFindsItsServerComparesAndTakesItsPlace() {
    presenter.server(" 192.168.1.10 ");
    assertThat(presenter.state().waiting()).isTrue();
    looked.complete(FINGERPRINT);
    assertThat(presenter.state().phase()).isEqualTo(Phase.CODE);
    assertThat(presenter.state().fingerprint()).isEqualTo(FINGERPRINT);

    presenter.goOn(); // not yet
    presenter.code(" 7KQM-3XWT ", " 7f3c ");
    enrolled.complete(PLACE);

    assertThat(presenter.state().phase()).isEqualTo(Phase.DONE);
    assertThat(presenter.taken()).contains(PLACE);
    assertThat(wentOn).isZero();
    presenter.goOn();
    assertThat(wentOn).isOne();
    assertThat(asked).containsExactly("look 192.168.1.10", "enrol 7KQM-3XWT");
  }

  @Test
  void theCodeStaysHereWhereTheFingerprintIsAnother() {
    atTheCode();

    for (String other : List.of("7F3D", "3C", "EEEE-7F3C-", FINGERPRINT)) {
      presenter.code("7KQM-3XWT", other);
      assertThat(presenter.state().refused()).hasValueSatisfying(hasReason("FINGERPRINT_OTHER"));
    }
    assertThat(asked).containsExactly("look 192.168.1.10");
  }

  private static java.util.function.Consumer<CannotEnrol> hasReason(String reason) {
    return why -> assertThat(why.reason()).isEqualTo(reason);
  }

  @Test
  void aServerThatDoesNotAnswerIsSaidAndAnotherCanBeTried() {
    presenter.server("192.168.1.10");
    looked.completeExceptionally(new CannotEnrol("SERVER_AWAY", Map.of()));
    assertThat(presenter.state().refused()).hasValueSatisfying(hasReason("SERVER_AWAY"));

    looked = CompletableFuture.completedFuture(FINGERPRINT);
    presenter.server("192.168.1.11");
    assertThat(presenter.state().phase()).isEqualTo(Phase.CODE);
    assertThat(presenter.state().refused()).isEmpty();
  }

  @Test
  void aWrongCodeLeavesTheMachineWhereItWas() {
    atTheCode();
    presenter.code("7KQM-3XWT", "7F3C");
    enrolled.completeExceptionally(new CannotEnrol("ENROLMENT_CODE_INVALID", Map.of()));

    assertThat(presenter.state().phase()).isEqualTo(Phase.CODE);
    assertThat(presenter.state().refused()).hasValueSatisfying(hasReason("ENROLMENT_CODE_INVALID"));
    enrolled = CompletableFuture.completedFuture(PLACE);
    presenter.code("8KQM-3XWT", "7F3C");
    assertThat(presenter.state().phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void whoGoesBackWhileAServerIsAskedIsNotBroughtForward() {
    presenter.server("192.168.1.10");
    presenter.back();
    looked.complete(FINGERPRINT);
    assertThat(presenter.state().phase()).isEqualTo(Phase.SERVER);
  }

  @Test
  void nobodyGoesBackWhileACodeIsOnItsWay() {
    atTheCode();
    presenter.code("7KQM-3XWT", "7F3C");
    presenter.back();
    enrolled.complete(PLACE);
    assertThat(presenter.state().phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void whatAStoreCallsItselfIsShownWithoutWhatAScreenMustNotBeMadeToShow() {
    var address = new ServerAddress("192.168.1.10", 7443);

    assertThat(new FoundStore("Toko\u202e \u0007Uji\n", address).name()).isEqualTo("Toko Uji");
    assertThat(new FoundStore("x".repeat(500), address).name()).hasSize(60);
  }

  @Test
  void bothLanguagesSayTheSame() {
    Texts id = Texts.of(EnrolmentPresenter.class, "enrolment", Language.INDONESIAN);
    Texts en = Texts.of(EnrolmentPresenter.class, "enrolment", Language.ENGLISH);

    assertThat(id.keys()).isEqualTo(en.keys());
    for (String key : id.keys()) {
      assertThat(id.placeholders(key)).as(key).isEqualTo(en.placeholders(key));
    }
    Set<String> said = new TreeSet<>(id.keys());
    said.removeIf(key -> !key.startsWith("refused."));
    assertThat(said)
        .contains(
            "refused.ADDRESS_INVALID",
            "refused.ENROLMENT_CODE_INVALID",
            "refused.ENROLMENT_WAIT",
            "refused.FINGERPRINT_OTHER",
            "refused.NOT_KEPT",
            "refused.SERVER_AWAY");
  }
}
