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
import javax.swing.JButton;
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
            List.of(Column.<String>text("name", "Item", 200, row -> row)),
            FORMATS,
            TableChoices.NONE);
    made.rows(List.of("Teh", "Gula"));
    return made;
  }

  @Test
  void afterASecondAWordSaysSoAndAKeyGivesItUp() throws Exception {
    var givenUp = new AtomicInteger();
    SwingUtilities.invokeAndWait(
        () -> {
          DataTable<String> table = table();
          var foot = (Flow) find(table, "goods.foot");
          var giveUp = (JButton) find(table, "goods.giveUp");
          table.onGiveUp(
              () -> {
                givenUp.incrementAndGet();
                table.busy(false);
              });
          table.busy(true);
          assertThat(foot.said()).isEqualTo("2 rows");
          assertThat(giveUp.isVisible()).isFalse();

          table.sayAwaited();
          assertThat(foot.said()).isEqualTo("Loading…     2 rows");
          assertThat(giveUp.isVisible()).isTrue();

          table.rows(List.of("Teh", "Gula", "Beras"));
          assertThat(foot.said()).isEqualTo("Loading…     3 rows");

          giveUp.doClick();
          assertThat(foot.said()).isEqualTo("3 rows");
          assertThat(giveUp.isVisible()).isFalse();
        });

    assertThat(givenUp).hasValue(1);
  }

  @Test
  void whatCannotBeGivenUpOffersNothing() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          DataTable<String> table = table();
          table.busy(true);
          table.sayAwaited();
          assertThat(((Flow) find(table, "goods.foot")).said()).startsWith("Loading…");
          assertThat(find(table, "goods.giveUp").isVisible()).isFalse();
        });
  }
}
