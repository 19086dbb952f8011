package id.lajur.pos.screen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Goods without a code, sold as an amount of their department. */
final class DepartmentPresenter {
  private final Desk desk;

  DepartmentPresenter(Desk desk) {
    this.desk = desk;
  }

  /** Asks for the departments, and opens the list unless the cashier has gone on. */
  void start() {
    if (desk.isAlone() || desk.work.isBusy()) {
      return;
    }
    Panel asked = desk.state().panel();
    desk.work.ahead(desk.lane::departments, found -> opened(asked, found), desk::refused);
  }

  private void opened(Panel asked, List<DepartmentView> found) {
    if (!desk.state().panel().equals(asked)) {
      return;
    }
    if (found.isEmpty()) {
      desk.say(Message.warn("noDepartments", Map.of()));
    } else {
      desk.open(new Panel.Department(found, 0, false));
    }
  }

  /** Enter picks the department, then sells the amount. */
  void enter(Panel.Department panel) {
    if (!panel.picked()) {
      var picked = new Panel.Department(panel.departments(), panel.chosen(), true);
      desk.show(
          desk.state()
              .withPanel(picked)
              .withForm(Forms.of(picked))
              .withMessage(Message.info("departmentAmount", name(picked))));
      return;
    }
    OptionalLong minor = desk.formats().parseMoney(desk.state().form().text("amount"));
    if (minor.isEmpty() || minor.getAsLong() <= 0) {
      desk.say(Message.error("noAmount", Map.of()));
    } else {
      sell(panel, minor.getAsLong());
    }
  }

  private void sell(Panel.Department panel, long minor) {
    String code = panel.department().code();
    long quantity = desk.state().nextQuantityMilli();
    String sum = desk.formats().moneyWithSign(minor);
    desk.show(desk.state().withNextQuantityMilli(0));
    desk.act(
        approval -> desk.lane.sellDepartment(code, minor, quantity, approval),
        desk.about(Optional.empty(), Matter.amount(panel.department().name(), minor)),
        Message.ok("departmentSold", Map.of("name", panel.department().name(), "n", sum)));
  }

  private static Map<String, String> name(Panel.Department panel) {
    return Map.of("name", panel.department().name());
  }
}
