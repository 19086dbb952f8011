package id.lajur.backoffice.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Refused;
import id.lajur.backoffice.people.RoleInfo.Limit;
import id.lajur.backoffice.people.RolesPresenter.Task;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesPresenterTest {
  private static final Formats FORMATS = OfficeWindow.formats(Language.INDONESIAN);

  private final FakePeople store = new FakePeople();
  private final RolesPresenter presenter = new RolesPresenter(store, Runnable::run);

  @BeforeEach
  void opened() {
    presenter.load();
  }

  private RoleInfo choose(String code) {
    RoleInfo role = presenter.state().beside().role(code).orElseThrow();
    presenter.choose(Optional.of(role));
    return role;
  }

  private String said() {
    return presenter.state().progress().note().map(Progress.Note::key).orElse("");
  }

  private static Map<Limit, String> typed(String discount) {
    return Map.of(
        Limit.DISCOUNT, discount,
        Limit.OVERRIDE, "12,5",
        Limit.RETURN, "1.000.000",
        Limit.CASH, "5.000.000",
        Limit.DRAWER, "10");
  }

  @Test
  void onlyWhatIsOtherIsSent() {
    RoleInfo role = choose("SUPERVISOR");
    presenter.edit();
    Set<String> permissions = new TreeSet<>(role.permissions());
    permissions.add("till.z");
    permissions.remove("till.drawer");

    presenter.save("Penyelia", permissions, typed("15"), FORMATS);

    assertThat(store.asked).containsExactly("change SUPERVISOR");
    RoleInfo.Change change = Objects.requireNonNull(store.change);
    assertThat(change.name()).isEmpty();
    assertThat(change.grant()).containsExactly("till.z");
    assertThat(change.revoke()).containsExactly("till.drawer");
    assertThat(change.limits()).isEqualTo(Map.of(Limit.DISCOUNT, Optional.of(150_000L)));
    assertThat(said()).isEqualTo("said.role");
  }

  @Test
  void anEmptyLimitIsNone() {
    RoleInfo role = choose("SUPERVISOR");

    presenter.save("Penyelia", role.permissions(), typed(" "), FORMATS);

    assertThat(Objects.requireNonNull(store.change).limits())
        .isEqualTo(Map.of(Limit.DISCOUNT, Optional.empty()));
  }

  @Test
  void whatChangesNothingAsksForNothing() {
    RoleInfo role = choose("SUPERVISOR");
    presenter.edit();

    presenter.save("Penyelia", role.permissions(), typed("20"), FORMATS);

    assertThat(store.asked).isEmpty();
    assertThat(presenter.state().task()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"101", "abc", "-1", "1.2,3"})
  void aLimitThatIsNoneIsSaidAndNothingIsSent(String discount) {
    RoleInfo role = choose("SUPERVISOR");
    presenter.edit();

    presenter.save("Penyelia", role.permissions(), typed(discount), FORMATS);

    assertThat(store.asked).isEmpty();
    assertThat(said()).isEqualTo("limit.unreadable.PERCENT");
    assertThat(presenter.state().task()).contains(Task.EDIT);
  }

  @Test
  void theOwnersRoleStaysWhatItIs() {
    choose("OWNER");

    presenter.edit();

    assertThat(presenter.state().task()).isEmpty();
    assertThat(said()).isEqualTo("roles.fixed");
  }

  @Test
  void aRoleThatCannotBeChangedDoesNotLetAnotherBeSentAgain() {
    store.slow = new CompletableFuture<>();
    choose("SUPERVISOR");
    presenter.saveNew("MALAM", "Kasir malam", "CASHIER");
    choose("OWNER");

    presenter.edit();
    presenter.saveNew("MALAM", "Kasir malam", "CASHIER");

    assertThat(store.asked).containsExactly("role MALAM Kasir malam like CASHIER");
  }

  @Test
  void aNewRoleBeginsLikeOneOfTheStoreOrATemplateItHasNot() {
    presenter.create();
    assertThat(presenter.state().beside().models())
        .extracting(RoleInfo::code)
        .containsExactly("CASHIER", "SUPERVISOR", "WAREHOUSE", "MANAGER", "OWNER", "BUYER");

    store.no = Refused.of("ROLE_TAKEN", Map.of("role", "MALAM"));
    presenter.saveNew(" MALAM", "Kasir malam", "CASHIER");
    assertThat(presenter.state().task()).contains(Task.CREATE);
    store.no = null;
    presenter.saveNew(" MALAM", "Kasir malam", "CASHIER");

    assertThat(store.asked).last().isEqualTo("role MALAM Kasir malam like CASHIER");
    assertThat(presenter.state().chosen()).contains("MALAM");
  }
}
