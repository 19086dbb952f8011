package id.lajur.backoffice.journal;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The audit journal of a real server, and a ticket played again. */
class ServerJournalTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private final Desk desk = shop.desk("OWNER");
  private final ServerJournal journal = new ServerJournal(desk);

  @Test
  void whatALaneDidIsFoundAndItsTicketPlayedAgain(@TempDir Path folder) throws Exception {
    String lane = shop.aShift(folder, true);
    var voids = new Search("", lane, "LINE_VOIDED", Search.Period.ALL, Optional.empty());

    List<Entry> found = journal.entries(voids, "").join().entries();

    assertThat(found).singleElement().extracting(Entry::terminal).isEqualTo(lane);
    String receipt = "%s-S%06d".formatted(lane, DeskShop.SALES);
    Replay ticket = journal.replayReceipt(receipt).join();
    assertThat(ticket.steps()).extracting(Replay.Step::kind).contains("LINE_VOIDED");
    Replay.Sale sale = ticket.sale().orElseThrow();
    assertThat(sale.receipt()).isEqualTo(receipt);
    assertThat(sale.totalMinor())
        .isEqualTo(
            shop.number(
                "SELECT total_minor FROM sale JOIN terminal USING (terminal_id)"
                    + " WHERE code = ? AND number = ?",
                lane,
                DeskShop.SALES));
    assertThat(sale.ledger().stream().mapToLong(Replay.Amount::minor).sum()).isZero();
    assertThat(journal.replayBasket(found.get(0).subjectId()).join().sale())
        .map(Replay.Sale::receipt)
        .contains(receipt);
    assertThat(DeskShop.refusal(journal.replayReceipt(lane + "-S000099")))
        .isEqualTo("SALE_UNKNOWN");
    assertThat(DeskShop.refusal(new ServerJournal(shop.desk("CASHIER")).entries(Search.ALL, "")))
        .isEqualTo("PERMISSION_MISSING");
  }

  @Test
  void allPagesTogetherAreTheWholeJournal() {
    long all = 0;
    String page = "";
    do {
      JournalActions.Page next = journal.entries(Search.ALL, page).join();
      all += next.entries().size();
      page = next.next();
    } while (!page.isEmpty());

    assertThat(all).isEqualTo(shop.number("SELECT COUNT(*) FROM audit_entry"));
  }
}
