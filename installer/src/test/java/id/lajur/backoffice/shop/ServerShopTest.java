package id.lajur.backoffice.shop;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The shop's settings at a real server. */
class ServerShopTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private final Desk desk = shop.desk("OWNER");
  private final ServerShop settings = new ServerShop(desk);

  @Test
  void aValueHoldsFromItsMomentOn() {
    Instant nextYear = Instant.now().plus(365, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    var unused = settings.set("price.step_minor", "5000", Optional.empty()).join();
    unused = settings.set("price.step_minor", "10000", Optional.of(nextYear)).join();

    ShopSettings now = settings.settings().join();

    assertThat(now.value("price.step_minor")).isEqualTo("5000");
    assertThat(now.value("store.currency")).isEqualTo("IDR");
    assertThat(now.zone()).isEqualTo(desk.store().zone());
    Setting step =
        now.settings().stream()
            .filter(one -> one.key().equals("price.step_minor"))
            .findFirst()
            .orElseThrow();
    assertThat(step.next(now.now())).contains(new Setting.Dated(nextYear, "10000"));
    assertThat(DeskShop.refusal(settings.set("price.step_minor", "much", Optional.empty())))
        .isEqualTo("SETTING_INVALID");
    assertThat(DeskShop.refusal(settings.set("no.such", "1", Optional.empty())))
        .isEqualTo("SETTING_UNKNOWN");
    assertThat(DeskShop.refusal(new ServerShop(shop.desk("CASHIER")).settings()))
        .isEqualTo("PERMISSION_MISSING");
  }
}
