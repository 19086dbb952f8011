package id.lajur.backoffice.shell;

import id.lajur.backoffice.catalogfile.CatalogFileScreen;
import id.lajur.backoffice.day.AloneScreen;
import id.lajur.backoffice.day.DayScreen;
import id.lajur.backoffice.departments.DepartmentsScreen;
import id.lajur.backoffice.items.ItemsScreen;
import id.lajur.backoffice.journal.AuditScreen;
import id.lajur.backoffice.journal.JournalScreen;
import id.lajur.backoffice.machines.MachineScreen;
import id.lajur.backoffice.members.MembersScreen;
import id.lajur.backoffice.monitor.MonitorScreen;
import id.lajur.backoffice.people.PeopleScreen;
import id.lajur.backoffice.people.RolesScreen;
import id.lajur.backoffice.quickkeys.QuickKeysScreen;
import id.lajur.backoffice.receiving.ReceivingScreen;
import id.lajur.backoffice.report.ReportScreen;
import id.lajur.backoffice.shop.ShopScreen;
import id.lajur.backoffice.stock.AdjustScreen;
import id.lajur.backoffice.stock.CountScreen;
import id.lajur.backoffice.suppliers.SuppliersScreen;
import id.lajur.backoffice.zreport.ZScreen;
import id.lajur.kit.widget.Icon;
import java.util.List;

/** The rail, from top to bottom. */
final class Places {
  /** Every screen of the back office; one line each. */
  static final List<Place> ALL =
      List.of(
          new Place(
              "monitor",
              Icon.PULSE,
              List.of(new Place.Tab("monitor", "live.watch", MonitorScreen::new))),
          new Place(
              "items",
              Icon.TAG,
              List.of(
                  new Place.Tab("items", "catalog.read", ItemsScreen::new),
                  new Place.Tab("departments", "catalog.write", DepartmentsScreen::new),
                  new Place.Tab("quickKeys", "catalog.write", QuickKeysScreen::new),
                  new Place.Tab("import", "catalog.write", CatalogFileScreen::new))),
          new Place(
              "receiving",
              Icon.TRUCK,
              List.of(new Place.Tab("receiving", "stock.receive", ReceivingScreen::new))),
          new Place(
              "stock",
              Icon.BOX,
              List.of(
                  new Place.Tab("counts", "stock.count", CountScreen::new),
                  new Place.Tab("adjustments", "stock.adjust", AdjustScreen::new))),
          new Place(
              "partners",
              Icon.PEOPLE,
              List.of(
                  new Place.Tab("suppliers", "stock.receive", SuppliersScreen::new),
                  new Place.Tab("members", "member.manage", MembersScreen::new))),
          new Place(
              "books",
              Icon.BOOK,
              List.of(
                  new Place.Tab("day", "till.day", DayScreen::new),
                  new Place.Tab("zReports", "till.z", ZScreen::new),
                  new Place.Tab("emergency", "till.day", AloneScreen::new),
                  new Place.Tab("trialBalance", "ledger.read", ReportScreen::trialBalance))),
          new Place(
              "reports",
              Icon.BARS,
              List.of(new Place.Tab("reports", "report.read", ReportScreen::reports))),
          new Place(
              "settings",
              Icon.GEAR,
              List.of(
                  new Place.Tab("shop", "setting.manage", ShopScreen::new),
                  new Place.Tab("people", "people.manage", PeopleScreen::new),
                  new Place.Tab("roles", "people.manage", RolesScreen::new),
                  new Place.Tab("machines", "terminal.manage", MachineScreen::new),
                  new Place.Tab("journal", "journal.read", JournalScreen::new),
                  new Place.Tab("audit", "audit.run", AuditScreen::new))));

  private Places() {}
}
