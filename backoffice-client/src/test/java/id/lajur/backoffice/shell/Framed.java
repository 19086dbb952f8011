package id.lajur.backoffice.shell;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import org.jspecify.annotations.Nullable;

/**
 * A view where it stands in the shop: with the rail, the title and its neighbours' tabs around it.
 */
public final class Framed {
  private static final Instant NOW = Instant.parse("2026-11-23T07:31:07Z");

  /** The tab at which each view stands. */
  private static final Map<String, String> TABS =
      Map.ofEntries(
          Map.entry("AdjustView", "adjustments"),
          Map.entry("AloneView", "emergency"),
          Map.entry("AuditView", "audit"),
          Map.entry("CatalogFileView", "import"),
          Map.entry("CountView", "counts"),
          Map.entry("DataTable", "items"),
          Map.entry("DayView", "day"),
          Map.entry("DepartmentsView", "departments"),
          Map.entry("ItemKeysPane", "items"),
          Map.entry("ItemsView", "items"),
          Map.entry("JournalView", "journal"),
          Map.entry("MachineView", "machines"),
          Map.entry("MembersView", "members"),
          Map.entry("PeopleView", "people"),
          Map.entry("QuickKeysView", "quickKeys"),
          Map.entry("ReceivingView", "receiving"),
          Map.entry("ReportView", "reports"),
          Map.entry("RolesView", "roles"),
          Map.entry("ShopView", "shop"),
          Map.entry("SuppliersView", "suppliers"),
          Map.entry("ZView", "zReports"));

  private Framed() {}

  /**
   * The whole window's contents, signed on, at the view's tab; on the event thread.
   *
   * @param beside what the screen has beside its title, null for nothing
   * @param width of the window, px
   * @param height of the window, px
   */
  public static JPanel around(
      JComponent view,
      @Nullable JComponent beside,
      Theme theme,
      Language language,
      int width,
      int height) {
    String tab = TABS.get(view.getClass().getSimpleName());
    if (tab == null) {
      throw new IllegalArgumentException("no tab is known for " + view.getClass());
    }
    List<Place> places =
        Places.ALL.stream().map(place -> showing(place, tab, view, beside)).toList();
    Place here =
        places.stream()
            .filter(place -> place.tabs().stream().anyMatch(each -> each.key().equals(tab)))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no place has the tab " + tab));
    Set<String> permissions =
        places.stream()
            .flatMap(place -> place.tabs().stream())
            .map(Place.Tab::permission)
            .collect(Collectors.toSet());
    var who = new SignedOn("401", "Rina Kusuma", "MANAGER", language, permissions, 15);
    var panel = new OfficePanel[1];
    var presenter =
        new OfficePresenter(
            new Door(who),
            OfficeState.begin(OfficePresenterTest.STORE, language, theme),
            signedOn -> here.key(),
            Runnable::run,
            state -> panel[0].render(state));
    panel[0] =
        new OfficePanel(
            presenter,
            Framed::desk,
            InstantSource.fixed(NOW),
            new Waits((pause, act) -> {}),
            places);
    panel[0].setPreferredSize(new Dimension(width, height));
    presenter.signOn(who.number(), "1357");
    tabs(panel[0])
        .ifPresent(
            pane ->
                pane.setSelectedIndex(
                    here.tabs().stream().map(Place.Tab::key).toList().indexOf(tab)));
    return panel[0];
  }

  private static Place showing(
      Place place, String tab, JComponent view, @Nullable JComponent beside) {
    return new Place(
        place.key(),
        place.icon(),
        place.tabs().stream()
            .map(
                each ->
                    new Place.Tab(
                        each.key(),
                        each.permission(),
                        desk ->
                            each.key().equals(tab)
                                ? new Shown(view, beside)
                                : new Shown(new JPanel(), null)))
            .toList());
  }

  private static Optional<JTabbedPane> tabs(Container in) {
    for (Component each : in.getComponents()) {
      if ("tabs".equals(each.getName())) {
        return Optional.of((JTabbedPane) each);
      }
      if (each instanceof Container inner) {
        Optional<JTabbedPane> found = tabs(inner);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("NullAway") // no screen here asks the store
  private static Desk desk(SignedOn who) {
    return new Desk(
        null,
        who,
        OfficePresenterTest.STORE,
        Runnable::run,
        Runnable::run,
        InstantSource.fixed(NOW),
        TableChoices.NONE,
        refusal -> {},
        (place, what) -> {},
        Awaited.UNSEEN);
  }

  /** A screen that is its view alone. */
  private record Shown(JComponent shown, @Nullable JComponent besideTitle) implements Screen {
    @Override
    public JComponent view(Formats formats) {
      return shown;
    }

    @Override
    public void opened() {}

    @Override
    public void left() {}
  }

  /** Lets one person in. */
  private record Door(SignedOn who) implements OfficeActions {
    @Override
    public CompletableFuture<Entered> signOn(String number, String pin) {
      return CompletableFuture.completedFuture(new Entered(who, false));
    }

    @Override
    public CompletableFuture<Void> changePin(String pin, String newPin) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> signOff() {
      return CompletableFuture.completedFuture(null);
    }
  }
}
