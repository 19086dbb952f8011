package id.lajur.backoffice.day;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.day.OpenThing.Kind;
import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The day at a real server: what it waits for, and its close. */
class ServerDayTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private static final String SHIFTS_OPEN = "SELECT COUNT(*) FROM shift WHERE closed_at IS NULL";

  private final Desk desk = shop.desk("OWNER");
  private final ServerDay day = new ServerDay(desk);

  @Test
  void aShiftLeftOpenIsCountedForItsCashierAndTheDayCloses(@TempDir Path folder) throws Exception {
    String lane = shop.aShift(folder, false);
    StoreDay now = day.day().join();
    assertThat(now.date()).isPresent();
    OpenThing shift =
        now.waitedFor().stream()
            .filter(thing -> thing.kind() == Kind.SHIFT && thing.terminal().equals(lane))
            .findFirst()
            .orElseThrow();
    assertThat(DeskShop.refusal(day.close(false))).isEqualTo("SHIFT_OPEN");
    long expected =
        shop.number(
            "SELECT SUM(amount_minor) FROM till_move JOIN shift USING (shift_id)"
                + " JOIN terminal t ON t.terminal_id = shift.terminal_id WHERE t.code = ?",
            lane);

    DayActions.Counted counted =
        day.countShift(
                shift.id(),
                Map.of(100_00L, Math.toIntExact(expected / 100_00) - 1),
                "selembar hilang")
            .join();

    assertThat(counted.terminal()).isEqualTo(lane);
    assertThat(counted.differenceMinor()).isEqualTo(-100_00);
    assertThat(
            shop.number(
                "SELECT counted_cash_minor - expected_cash_minor FROM z_report JOIN terminal USING (terminal_id)"
                    + " WHERE code = ? AND z_number = ?",
                lane,
                counted.zNumber()))
        .isEqualTo(-100_00);
    assertThat(DeskShop.refusal(day.countShift(shift.id(), Map.of(), "")))
        .isEqualTo("SHIFT_CLOSED");

    assertThat(day.close(true).join()).isPositive();

    assertThat(shop.number(SHIFTS_OPEN)).isZero();
    assertThat(day.day().join().date()).isEmpty();
    assertThat(DeskShop.refusal(day.close(false))).isEqualTo("DAY_CLOSED");
    assertThat(DeskShop.refusal(day.secure("018f0000-0000-7000-8000-000000000000", 0, "")))
        .isIn("HANDOVER_NONE", "DAY_CLOSED");
    assertThat(DeskShop.refusal(new ServerDay(shop.desk("CASHIER")).day()))
        .isEqualTo("PERMISSION_MISSING");
  }

  @Test
  void salesThatLanesMadeAloneAreListed() {
    long alone = shop.number("SELECT COUNT(*) FROM emergency_receipt");

    var read = day.emergencySales("").join();
    assertThat(read.rows()).hasSize(Math.toIntExact(alone));
    assertThat(read.hasOlder()).isFalse();
  }
}
