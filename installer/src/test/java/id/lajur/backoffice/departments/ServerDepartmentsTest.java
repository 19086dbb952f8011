package id.lajur.backoffice.departments;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Departments at a real server. */
class ServerDepartmentsTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private final Desk desk = shop.desk("OWNER");
  private final ServerDepartments departments = new ServerDepartments(desk);

  @Test
  void aDepartmentIsMadeAndRenamed() {
    var eggs = new Department(DeskShop.word("TELUR"), "Telur");
    Department made = departments.create(eggs, "BEBAS").join();
    assertThat(made).isEqualTo(eggs);
    assertThat(DeskShop.refusal(departments.create(eggs, "BEBAS"))).isEqualTo("DEPARTMENT_EXISTS");

    var named = new Department(eggs.code(), "Telur ayam");
    assertThat(departments.rename(named).join()).isEqualTo(named);

    DepartmentActions.Read read = departments.departments().join();
    assertThat(read.departments()).contains(named).doesNotContain(eggs);
    assertThat(read.taxClasses()).extracting(TaxClass::code).contains("BIASA", "BEBAS");
    assertThat(
            DeskShop.refusal(
                new ServerDepartments(shop.desk("CASHIER")).create(new Department("X", "X"), "")))
        .isEqualTo("PERMISSION_MISSING");
  }
}
