package id.lajur.backoffice.machines;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Machines and their enrolment codes at a real server. */
class ServerMachinesTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private final Desk desk = shop.desk("OWNER");
  private final ServerMachines machines = new ServerMachines(desk);

  private Machine machine(String code) {
    return machines.machines().join().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPlaceIsMadeNamedAndGivenACode() {
    String code = DeskShop.word("X");
    var unused = machines.create(code, "Lajur baru", true).join();
    assertThat(DeskShop.refusal(machines.create(code, "Lagi", true))).isEqualTo("TERMINAL_EXISTS");
    unused = machines.rename(code, "Lajur cepat").join();
    assertThat(machine(code))
        .extracting(Machine::name, Machine::lane, Machine::enrolled)
        .containsExactly("Lajur cepat", true, false);

    EnrolmentCode made = machines.code(code, false).join();

    assertThat(made.code()).isNotEmpty();
    assertThat(made.fingerprint()).isNotEmpty();
    assertThat(made.until()).isAfter(Instant.now());
    assertThat(machine(code).hasCode(Instant.now())).isTrue();
    assertThat(DeskShop.refusal(machines.rename("Q99", "Tidak ada"))).isEqualTo("TERMINAL_UNKNOWN");
    assertThat(DeskShop.refusal(machines.revoke(code, "hilang"))).isEqualTo("PLACE_FREE");
  }

  @Test
  void whoHasAPlaceLosesItOnceItIsRevoked() {
    Desk lost = shop.desk("MANAGER");
    String code =
        machines.machines().join().stream()
            .filter(each -> each.operator().equals(lost.who().name()))
            .map(Machine::code)
            .findFirst()
            .orElseThrow();
    assertThat(DeskShop.refusal(machines.code(code, false))).isEqualTo("PLACE_TAKEN");

    var unused = machines.revoke(code, "dicuri").join();

    assertThat(machine(code).enrolled()).isFalse();
    assertThat(DeskShop.refusal(new ServerMachines(lost).machines())).isEqualTo("NOT_ENROLLED");
    assertThat(DeskShop.refusal(new ServerMachines(shop.desk("CASHIER")).machines()))
        .isEqualTo("PERMISSION_MISSING");
  }
}
