package id.lajur.pos.lane;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.till.v1.MoveCashRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CashInDoubtTest {
  @TempDir private Path folder = Path.of("");

  private final String first = UUID.randomUUID().toString();
  private final String second = UUID.randomUUID().toString();

  private CashInDoubt cash() {
    return new CashInDoubt(folder.resolve("journal.tsv.cash-in-doubt"));
  }

  private static CashInDoubt.Moved moved(String shiftId, long minor) {
    return new CashInDoubt.Moved(
        shiftId, MoveCashRequest.newBuilder().setAmountMinor(minor).build(), "Ibu Sari");
  }

  @Test
  void eachShiftKeepsItsOwnUntilThatIsSettled() throws IOException {
    cash().keep(moved(first, 50_000_00));
    cash().keep(moved(second, 20_000_00));

    assertThat(cash().read(first)).contains(moved(first, 50_000_00));
    assertThat(cash().read(second)).contains(moved(second, 20_000_00));
    cash().settled(second);
    assertThat(cash().read(second)).isEmpty();
    assertThat(cash().read(first)).contains(moved(first, 50_000_00));
  }

  @Test
  void nobodysShiftHasNone() throws IOException {
    cash().keep(moved(first, 50_000_00));

    assertThat(cash().read("")).isEmpty();
    cash().settled(second);
    assertThat(cash().read(first)).isPresent();
  }
}
