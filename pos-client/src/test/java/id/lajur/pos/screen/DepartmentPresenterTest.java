package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DepartmentPresenterTest {
  private final PresentedLane shop = new PresentedLane();

  @Test
  void anAmountOfADepartmentIsSold() {
    open("sale.department");

    shop.press(LaneKey.DOWN, LaneKey.DOWN, LaneKey.ENTER);
    assertThat(shop.state().message())
        .isEqualTo(Message.info("departmentAmount", Map.of("name", "Segar")));
    shop.type("12500");
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("sellDepartment 30 1250000 0 ");
    assertThat(shop.state().basket().lastLine()).map(LineView::totalMinor).hasValue(12_500_00L);
    assertThat(shop.state().message().key()).isEqualTo("departmentSold");
  }

  @Test
  void aTouchPicksTheDepartment() {
    open("sale.department");

    shop.presenter.row(4);

    assertThat(((Panel.Department) shop.state().panel()).department().name())
        .isEqualTo("Lain-lain");
    assertThat(shop.state().form().isAt("amount")).isTrue();
  }

  @Test
  void aQuantityThatWasTypedBeforeIsThatOfTheAmount() {
    shop.lane.permissions = Set.of("sale.department");
    shop.signOn();
    shop.type("3");
    shop.press(LaneKey.TIMES, LaneKey.F10, LaneKey.F5, LaneKey.ENTER);
    shop.type("2000");
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("sellDepartment 10 200000 3000 ");
    assertThat(shop.state().basket().totalMinor()).isEqualTo(6_000_00);
    assertThat(shop.state().nextQuantityMilli()).isZero();
  }

  @Test
  void aCashierNeedsASupervisor() {
    open();
    shop.press(LaneKey.ENTER);
    shop.type("12500");
    shop.press(LaneKey.ENTER);

    var asked = (Panel.Approval) shop.state().panel();
    assertThat(asked.permission()).isEqualTo("sale.department");
    assertThat(asked.matter().told(shop.presenter.state().formats()))
        .isEqualTo("Bahan pokok, Rp\u00a012.500");
  }

  @Test
  void nothingIsNoAmount() {
    open("sale.department");
    shop.press(LaneKey.ENTER, LaneKey.ENTER);

    assertThat(shop.state().message()).isEqualTo(Message.error("noAmount", Map.of()));
  }

  @Test
  void aShopWithoutDepartmentsSaysSo() {
    shop.lane.departments = List.of();
    shop.signOn();

    shop.press(LaneKey.F10, LaneKey.F5);

    assertThat(shop.state().message()).isEqualTo(Message.warn("noDepartments", Map.of()));
  }

  @Test
  void withoutTheServerItIsSaidThatOnlyCashSalesArePossible() {
    shop.signOn();
    shop.presenter.emergency(Optional.of(new EmergencyView(true, 1, 10_000_00, false)));

    shop.press(LaneKey.F10, LaneKey.F5);

    assertThat(shop.state().message())
        .isEqualTo(Message.error("refused.EMERGENCY_ONLY_CASH", Map.of()));
  }

  private void open(String... permissions) {
    shop.lane.permissions = Set.of(permissions);
    shop.signOn();
    shop.press(LaneKey.F10, LaneKey.F5);
    assertThat(shop.state().panel()).isInstanceOf(Panel.Department.class);
  }
}
