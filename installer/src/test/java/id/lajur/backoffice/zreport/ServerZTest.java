package id.lajur.backoffice.zreport;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.zreport.ZReport.Section;
import id.lajur.installer.demo.DeskShop;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Z reports that a real server keeps. */
class ServerZTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private final Desk desk = shop.desk("OWNER");
  private final ServerZ kept = new ServerZ(desk);

  @Test
  void aZIsListedAndOpenedAsItWasPrinted(@TempDir Path folder) throws Exception {
    String lane = shop.aShift(folder, true);

    ListedZ listed =
        kept.list("").join().rows().stream()
            .filter(one -> one.terminal().equals(lane))
            .findFirst()
            .orElseThrow();

    assertThat(listed.number()).isEqualTo(1);
    assertThat(listed.sales()).isEqualTo(DeskShop.SALES);
    assertThat(listed.differenceMinor()).isZero();
    assertThat(listed.complete()).isTrue();
    ZReport opened = kept.open(lane, 1).join();
    assertThat(opened.of(Section.SALES))
        .filteredOn(line -> line.key().equals("sales"))
        .singleElement()
        .extracting(ZReport.Line::count, ZReport.Line::minor)
        .containsExactly(Optional.of(listed.sales()), Optional.of(listed.salesMinor()));
    assertThat(opened.of(Section.CONTROL))
        .filteredOn(line -> line.key().equals("voidedLines"))
        .singleElement()
        .extracting(ZReport.Line::count)
        .isEqualTo(Optional.of(1L));
    assertThat(opened.chainHead()).isNotEmpty();
    assertThat(listed.salesMinor())
        .isEqualTo(
            shop.number(
                "SELECT SUM(total_minor) FROM sale JOIN terminal USING (terminal_id)"
                    + " WHERE code = ?",
                lane));
    assertThat(DeskShop.refusal(kept.open(lane, 2))).isEqualTo("Z_UNKNOWN");
    assertThat(DeskShop.refusal(new ServerZ(shop.desk("CASHIER")).list("")))
        .isEqualTo("PERMISSION_MISSING");
  }
}
