package id.lajur.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.widget.Flow;
import java.awt.Component;
import java.awt.Container;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

/** What a table says of rows that take long; the second is given, not waited for. */
@CacioTest
class AwaitedTableWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final Formats FORMATS =
      new Formats(Language.ENGLISH, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));

  private static Component find(Container in, String name) {
    for (Component each : in.getComponents()) {
      if (name.equals(each.getName())) {
        return each;
      }
      Component inner = each instanceof Container below ? find(below, name) : in;
      if (inner != in && name.equals(inner.getName())) {
        return inner;
      }
    }
    return in;
  }

  private static DataTable<String> table() {
    Theme.LIGHT.install();
    var made =
        new DataTable<>(
            "goods",
            new DataTable.About("Goods", "Lajur", ""),
            List.of(Column.<String>text("name", "Item", 200, row -> row)),
            FORMATS,
            TableChoices.NONE);
    made.rows(List.of("Teh", "Gula"));
    return made;
  }

  @Test
  void aFileThatTakesASecondIsSaidAndAKeyStopsIt() throws Exception {
    var stopped = new AtomicInteger();
    SwingUtilities.invokeAndWait(
        () -> {
          DataTable<String> table = table();
          var foot = (Flow) find(table, "goods.foot");
          var giveUp = (JButton) find(table, "goods.giveUp");
          TableFiles.Told told = table.new Files();
          Runnable stop = stopped::incrementAndGet;
          told.writes(stop);
          assertThat(foot.said()).isEqualTo("2 rows");
          assertThat(giveUp.isVisible()).isFalse();

          table.sayAwaited();
          assertThat(foot.said()).isEqualTo("Writing the file…     2 rows");
          assertThat(giveUp.isVisible()).isTrue();

          table.rows(List.of("Teh", "Gula", "Beras"));
          assertThat(foot.said()).isEqualTo("Writing the file…     3 rows");

          giveUp.doClick();
          assertThat(stopped).as("and it is said until it has come to its end").hasValue(1);
          told.ended(stop, "Stopped.");
          assertThat(foot.said()).isEqualTo("Stopped.");
          assertThat(giveUp.isVisible()).isFalse();
        });
  }

  @Test
  void howManyRowsThereAreIsSaidOnceTheyHaveCome() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          DataTable<String> table = table();
          var foot = (Flow) find(table, "goods.foot");
          table.read(false);
          table.rows(List.of());
          assertThat(foot.said()).isEmpty();

          table.read(true);
          assertThat(foot.said()).isEqualTo("0 rows");
        });
  }

  @Test
  void whatIsLookedForAmongTheNewestRowsMayStandAmongOlderOnes() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          DataTable<String> table = table();
          var foot = (Flow) find(table, "goods.foot");
          var empty = (JLabel) find(table, "goods.empty");
          table.older(true);
          assertThat(foot.said()).isEqualTo("2 rows, there are older ones");

          table.filter("teh");
          assertThat(foot.said()).isEqualTo("1 of 2 rows read, there are older ones");

          table.filter("kopi");
          assertThat(empty.getText())
              .isEqualTo(
                  "Nothing matches \"kopi\" in the 2 rows read."
                      + " Ctrl+O reads older ones, Esc clears the filter.");

          table.older(false);
          assertThat(foot.said()).isEqualTo("0 of 2 rows");
          assertThat(empty.getText()).isEqualTo("Nothing matches \"kopi\". Esc clears the filter.");
        });
  }

  @Test
  void underAnotherTitleNothingIsFiltered() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          DataTable<String> table = table();
          table.filter("teh");

          table.about(new DataTable.About("Goods", "Lajur", "November"));
          assertThat(table.seen()).containsExactly("Teh");

          table.about(new DataTable.About("Other goods", "Lajur", "November"));
          assertThat(table.seen()).containsExactly("Teh", "Gula");
        });
  }

  @Test
  void whereNothingIsFilteredEscIsLeftToTheWindow() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          DataTable<String> table = table();
          var esc = KeyStroke.getKeyStroke("ESCAPE");
          var act = (Action) table.table().getActionForKeyStroke(esc);
          assertThat(act.isEnabled()).isFalse();

          table.filter("teh");
          assertThat(act.isEnabled()).isTrue();
        });
  }
}
