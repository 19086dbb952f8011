package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.shell.OfficeWindow;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.theme.Theme;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.security.Authority;
import java.awt.Component;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The office of a shop on its first morning: nothing is there yet, and each list says what is. */
@CacioTest
class EmptyShopWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final String HOST = "127.0.0.1";
  private static final String PIN = "8642";
  private static final List<String> PLACES =
      List.of("monitor", "items", "receiving", "stock", "partners", "books", "reports", "settings");

  /** Where what there is is painted, not listed. */
  private static final Set<String> PAINTED = Set.of("monitor-1", "items-3");

  @TempDir private static Path data = Path.of("");
  private static StoreServer store;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void aNewShop() {
    store =
        StoreServer.start(
            new ServerConfig(
                data.resolve("store"),
                HOST,
                0,
                new DatabaseSettings.Embedded(data.resolve("store"), 256)),
            new StoreProfile(
                "BARU",
                "Toko Baru",
                "Jl. Baru 1",
                "",
                "IDR",
                100,
                100_00,
                "Asia/Jakarta",
                "",
                true),
            Clock.systemUTC());
  }

  @AfterAll
  static void end() {
    store.close();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, INDONESIAN, 0", "DARK, ENGLISH, 1"})
  void everyListOfANewShopSaysWhatToDo(Theme theme, Language language, String last)
      throws Exception {
    String number = "70" + last;
    store.setup().addOperator(number, "Ratna", "OWNER", PIN.toCharArray(), language.tag());
    Authority.Identity desk = store.setup().addTerminal("B0" + last, "Kantor", "BACK_OFFICE");
    var machine =
        new MachineIdentity(
            store.authority().certificatePem(), desk.certificatePem(), desk.keyPem());
    try (OfficeWindow office =
        OfficeWindow.open(
            new StoreConnection(HOST, store.port(), machine),
            new OfficeWindow.Settings(
                language, theme, folder, InstantSource.system(), false, 100))) {
      var hand = new OfficeHand(office);
      LaneHand.onScreen(
          () -> {
            hand.frame().setBounds(0, 0, 1366, 768);
            return hand;
          });
      hand.signOn(number, PIN);
      List<String> said = new ArrayList<>();
      for (int place = 0; place < PLACES.size(); place++) {
        hand.go(place + 1, PLACES.get(place));
        for (int tab = 0; tab < tabs(hand); tab++) {
          said.addAll(saidAt(hand, tab, PLACES.get(place), theme, language));
        }
      }
      assertThat(said).hasSizeGreaterThan(12);
    }
  }

  /** What the lists of one tab say, once they have been read. */
  private static List<String> saidAt(
      OfficeHand hand, int tab, String place, Theme theme, Language language) throws Exception {
    String where = place + "-" + (tab + 1);
    LaneHand.onScreen(
        () -> {
          for (JTabbedPane pane : panes(hand)) {
            pane.setSelectedIndex(tab);
          }
          return hand;
        });
    boolean painted = PAINTED.contains(where);
    hand.until(() -> painted || !shown(hand, JTable.class).isEmpty(), "the list of " + where);
    // A list says nothing until it was read: what it says then is what the store has answered.
    hand.until(
        () -> empties(hand).stream().allMatch(EmptyShopWindowTest::isOfAReadList),
        "the word of " + where);
    String look = theme.name().toLowerCase(Locale.ROOT) + "-" + language.tag();
    hand.picture("new-shop-" + where + "-" + look);
    return LaneHand.onScreen(() -> empties(hand).stream().map(JLabel::getText).toList());
  }

  private static List<JLabel> empties(OfficeHand hand) {
    return shown(hand, JLabel.class).stream()
        .filter(label -> String.valueOf(label.getName()).endsWith(".empty"))
        .toList();
  }

  private static boolean isOfAReadList(JLabel empty) {
    var table = (DataTable<?>) SwingUtilities.getAncestorOfClass(DataTable.class, empty);
    return table.isRead() && !empty.getText().isBlank();
  }

  private static List<JTabbedPane> panes(OfficeHand hand) {
    return shown(hand, JTabbedPane.class).stream()
        .filter(pane -> "tabs".equals(pane.getName()))
        .toList();
  }

  private static <C extends Component> List<C> shown(OfficeHand hand, Class<C> kind) {
    try {
      return hand.all(kind, each -> true);
    } catch (NoSuchElementException none) {
      return List.of();
    }
  }

  private static int tabs(OfficeHand hand) throws Exception {
    return LaneHand.onScreen(
        () -> panes(hand).stream().findFirst().map(JTabbedPane::getTabCount).orElse(1));
  }
}
