package id.lajur.backoffice.suppliers;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Suppliers at a real server. */
class ServerSuppliersTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private final Desk desk = shop.desk("OWNER");
  private final ServerSuppliers suppliers = new ServerSuppliers(desk);

  @Test
  void aSupplierIsAddedAndChangedByOneAtATime() {
    String code = DeskShop.word("PT-MEJA");
    var given = new Supplier(code, "PT Meja", "Jl. Kayu 1", "", 14, true, 0);
    Supplier made = suppliers.create(given).join();
    assertThat(DeskShop.refusal(suppliers.create(given))).isEqualTo("SUPPLIER_EXISTS");

    var longer = new Supplier(code, "PT Meja Jati", "Jl. Kayu 2", "", 30, false, made.version());
    Supplier changed = suppliers.update(longer).join();

    assertThat(changed.version()).isGreaterThan(made.version());
    assertThat(DeskShop.refusal(suppliers.update(longer))).isEqualTo("SUPPLIER_CHANGED");
    assertThat(suppliers.suppliers().join()).contains(changed).doesNotContain(made);
    assertThat(changed.name()).isEqualTo("PT Meja Jati");
    assertThat(changed.termsDays()).isEqualTo(30);
    assertThat(changed.chargesTax()).isFalse();
    assertThat(
            DeskShop.refusal(
                suppliers.update(
                    new Supplier(code, "PT Meja", "", "", -1, true, changed.version()))))
        .isEqualTo("TERMS_INVALID");
    assertThat(DeskShop.refusal(new ServerSuppliers(shop.desk("CASHIER")).suppliers()))
        .isEqualTo("PERMISSION_MISSING");
  }
}
