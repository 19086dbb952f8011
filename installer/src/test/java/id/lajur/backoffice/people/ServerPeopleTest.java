package id.lajur.backoffice.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.people.PeopleActions.Details;
import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People and their roles at a real server. */
class ServerPeopleTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private final Desk desk = shop.desk("OWNER");
  private final ServerPeople people = new ServerPeople(desk);

  private Person person(String number) {
    return people.people().join().stream()
        .filter(each -> each.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void somebodyComesChangesGoesAndComesBack() {
    var dewi = new Details("7001", "Dewi", "CASHIER", "id");
    var unused = people.create(dewi, "4826").join();
    assertThat(DeskShop.refusal(people.create(dewi, "4826"))).isEqualTo("NUMBER_TAKEN");
    assertThat(DeskShop.refusal(people.create(new Details("7002", "X", "CASHIER", "id"), "1234")))
        .isEqualTo("PIN_TRIVIAL");
    assertThat(person("7001"))
        .satisfies(
            made -> {
              assertThat(made.name()).isEqualTo("Dewi");
              assertThat(made.role()).isEqualTo("CASHIER");
              assertThat(made.active()).isTrue();
            });

    unused = people.update(new Details("7001", "Dewi Lestari", "SUPERVISOR", "en")).join();
    assertThat(person("7001"))
        .extracting(Person::name, Person::role, Person::language)
        .containsExactly("Dewi Lestari", "SUPERVISOR", "en");
    assertThat(DeskShop.refusal(people.update(new Details("7001", "Dewi", "NOBODY", "id"))))
        .isEqualTo("ROLE_UNKNOWN");

    unused = people.resetPin("7001", "5937").join();
    assertThat(person("7001").mustChangePin()).isTrue();
    unused = people.unlock("7001").join();
    unused = people.dismiss("7001").join();
    assertThat(person("7001").active()).isFalse();
    unused = people.reinstate("7001").join();
    assertThat(person("7001").active()).isTrue();
    assertThat(DeskShop.refusal(people.dismiss("7999"))).isEqualTo("OPERATOR_UNKNOWN");
  }

  @Test
  void aRoleIsMadeLikeAnotherAndChanged() {
    var unused = people.createRole("KEPALA", "Kepala Toko", "SUPERVISOR").join();
    assertThat(DeskShop.refusal(people.createRole("KEPALA", "Lagi", "SUPERVISOR")))
        .isEqualTo("ROLE_TAKEN");
    RoleInfo supervisor = people.roles().join().role("SUPERVISOR").orElseThrow();
    RoleInfo made = people.roles().join().role("KEPALA").orElseThrow();
    assertThat(made.permissions()).isEqualTo(supervisor.permissions());
    assertThat(made.limits()).isEqualTo(supervisor.limits());

    unused =
        people
            .updateRole(
                "KEPALA",
                new RoleInfo.Change(
                    Optional.of("Kepala"),
                    Set.of("report.read"),
                    Set.of("till.drawer"),
                    Map.of(
                        RoleInfo.Limit.DISCOUNT, Optional.of(300_000L),
                        RoleInfo.Limit.CASH, Optional.empty())))
            .join();

    RoleInfo after = people.roles().join().role("KEPALA").orElseThrow();
    assertThat(after.name()).isEqualTo("Kepala");
    assertThat(after.permissions()).contains("report.read").doesNotContain("till.drawer");
    assertThat(after.limits())
        .containsEntry(RoleInfo.Limit.DISCOUNT, 300_000L)
        .doesNotContainKey(RoleInfo.Limit.CASH);
    assertThat(shop.number("SELECT COUNT(*) FROM role WHERE code = 'KEPALA'")).isEqualTo(1);
    assertThat(
            DeskShop.refusal(
                people.updateRole(
                    "OWNER",
                    new RoleInfo.Change(Optional.empty(), Set.of(), Set.of("sale.pay"), Map.of()))))
        .isEqualTo("ROLE_FIXED");
    assertThat(DeskShop.refusal(new ServerPeople(shop.desk("CASHIER")).people()))
        .isEqualTo("PERMISSION_MISSING");
  }
}
