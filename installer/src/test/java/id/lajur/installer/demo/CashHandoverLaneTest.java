package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.ClosedView;
import id.lajur.pos.screen.CountedView;
import id.lajur.pos.screen.HandOver;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.SignedOnView;
import id.lajur.pos.screen.Takeover;
import id.lajur.pos.screen.WaitingCashView;
import id.lajur.pos.window.ServerLane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Cash that goes from shift to shift, as lanes do it. */
@Timeout(240)
class CashHandoverLaneTest {
  private static final long FLOAT = 200_000_00;

  @RegisterExtension static final DemoShop shop = new DemoShop();

  @Test
  void aCashierMovesWithHisCashAndLeavesTheDrawerToTheNext(
      @TempDir Path oneFolder, @TempDir Path otherFolder) throws Exception {
    EnrolledLane one = shop.enrolLane(oneFolder);
    EnrolledLane other = shop.enrolLane(otherFolder);
    try (Lane first = new Lane(one);
        Lane second = new Lane(other)) {
      String sari = one.cashier();
      String budi = other.cashier();
      first.signOn(sari);
      first.lane.openShift(FLOAT).join();
      BasketView sold = first.lane.addLine(shop.code(1), 1_000, "").join();
      first.lane.payCash(sold.totalMinor(), sold.cashDueMinor()).join();
      long cash = FLOAT + sold.cashDueMinor();

      ClosedView closed = first.close(cash, Integer.toString(other.number()), "");

      assertThat(closed.handed())
          .contains(new ClosedView.Handed(Integer.toString(other.number()), cash));
      assertThat(closed.differenceMinor()).isZero();
      assertThat(closed.complete()).isTrue();
      assertThat(first.paper()).contains("Carried to " + other.code());

      assertThat(second.signOn(sari).cash().cash())
          .containsExactly(
              new WaitingCashView(Integer.toString(one.number()), false, first.operatorName, cash));
      second.lane.openShift(0, Takeover.AS_IT_STANDS).join();
      second.close(cash, other.code(), budi);
      assertThat(second.paper()).contains("from " + one.code() + ", Z 1", "Left in the drawer");

      assertThat(second.signOn(sari).cash().forOther()).contains(budi);
      SignedOnView next = second.signOn(budi);
      WaitingCashView left = next.cash().cash().get(0);
      assertThat(left.here()).isTrue();
      assertThat(left.amountMinor()).as("counted blind").isZero();
      assertThat(StartedLane.refusal(second.lane.openShift(cash - 100_00)))
          .isEqualTo(LaneRefusal.HANDOVER_DIFFERS);
      second.lane.openShift(cash - 100_00, Takeover.WITH_DIFFERENCE).join();
      assertThat(second.close(cash - 100_00, "", "").differenceMinor()).isZero();
    }
  }

  private static final class Lane implements AutoCloseable {
    private final EnrolledLane at;
    private final StartedLane started;
    private final ServerLane lane;
    private String operatorName = "";

    Lane(EnrolledLane at) throws IOException {
      this.at = at;
      this.started = at.start();
      this.lane = started.lane;
    }

    SignedOnView signOn(String number) {
      SignedOnView on = lane.signOn(number, DemoStore.CASHIER_PIN).join();
      operatorName = on.operator().name();
      return on;
    }

    ClosedView close(long cashMinor, String to, String operator) {
      return lane.closeShift(
              List.of(new CountedView(100_00, cashMinor / 100_00)),
              "",
              to.isEmpty() ? Optional.empty() : Optional.of(new HandOver(to, operator)))
          .join();
    }

    /** All that has come out; what is on its way comes first. */
    String paper() throws IOException {
      started.printer.printKept().join();
      return at.papers();
    }

    @Override
    public void close() {
      started.close();
    }
  }
}
