package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.pos.screen.ApprovalView;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.DepartmentView;
import id.lajur.pos.screen.Discount;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.ReceiptView;
import id.lajur.pos.screen.TakenTender;
import id.lajur.pos.screen.TenderKindView;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is no plain scan and no plain cash, asked by a lane of a real server. */
@Timeout(240)
class LaneExceptionsTest {
  @RegisterExtension static final DemoShop shop = new DemoShop();

  @Test
  void discountsAndOtherPricesNeedASupervisorAndStandInTheSale(@TempDir Path folder)
      throws Exception {
    EnrolledLane enrolled = shop.enrolLane(folder);
    try (StartedLane started = selling(enrolled)) {
      BasketView sold = started.lane.addLine(shop.code(1), 2_000, "").join();
      LineView line = sold.lastLine().orElseThrow();
      var tenth = new Discount(0, 100_000);
      assertThat(StartedLane.refusal(started.lane.discountLine(line.lineId(), tenth, "dented", "")))
          .isEqualTo(LaneRefusal.APPROVAL_NEEDED);

      BasketView after =
          started
              .lane
              .discountLine(line.lineId(), tenth, "dented", approval(started, "sale.discount"))
              .join();
      assertThat(after.lastLine().orElseThrow().discountMinor()).isEqualTo(line.totalMinor() / 10);

      BasketView dearer =
          started
              .lane
              .overridePrice(
                  line.lineId(),
                  line.priceMinor() - 500_00,
                  "shelf",
                  approval(started, "sale.override"))
              .join();
      assertThat(dearer.lastLine().orElseThrow().priceMinor())
          .isEqualTo(line.priceMinor() - 500_00);

      BasketView all =
          started
              .lane
              .discountBasket(
                  new Discount(1_000_00, 0), "friend", approval(started, "sale.discount"))
              .join();
      assertThat(all.totalMinor()).isEqualTo(dearer.totalMinor() - 1_000_00);
      pay(started, all);
    }
    assertThat(
            enrolled.figure(
                "SELECT COUNT(*) FROM sale_discount d JOIN sale s ON s.sale_id = d.sale_id"
                    + " JOIN terminal t ON t.terminal_id = s.terminal_id"
                    + " WHERE t.code = :code AND d.approved_by IS NOT NULL"))
        .isEqualTo(1);
  }

  @Test
  void anAmountOfADepartmentIsSold(@TempDir Path folder) throws Exception {
    EnrolledLane enrolled = shop.enrolLane(folder);
    try (StartedLane started = selling(enrolled)) {
      DepartmentView department = started.lane.departments().join().get(0);

      BasketView sold =
          started
              .lane
              .sellDepartment(
                  department.code(), 12_500_00, 2_000, approval(started, "sale.department"))
              .join();

      assertThat(sold.totalMinor()).isEqualTo(25_000_00);
      pay(started, sold);
    }
    assertThat(enrolled.sales()).isEqualTo(1);
  }

  @Test
  void aCardAndCashPayOneSaleOfWhichOnlyTheCashIsRounded(@TempDir Path folder) throws Exception {
    EnrolledLane enrolled = shop.enrolLane(folder);
    try (StartedLane started = selling(enrolled)) {
      BasketView sold = started.lane.addLine(shop.code(1), 3_000, "").join();
      TenderKindView card =
          started.lane.tenderKinds().stream()
              .filter(kind -> kind.code().equals("CARD"))
              .findFirst()
              .orElseThrow();
      long onCard = 1_000_00 + 37_00;
      long cash = started.lane.cashDue(sold.totalMinor() - onCard);

      ReceiptView receipt =
          started
              .lane
              .pay(
                  sold.totalMinor(),
                  List.of(
                      new TakenTender(card, onCard, "004512/A73921"),
                      new TakenTender(TenderKindView.CASH, cash + 5_000_00, "")),
                  true)
              .join();

      assertThat(receipt.changeMinor()).isEqualTo(5_000_00);
      assertThat(started.lane.printAgain().join().receiptNumber()).isEqualTo(receipt.number());
      assertThat(enrolled.papers()).contains("004512/A73921");
    }
    assertThat(
            enrolled.figure(
                "SELECT SUM(t.amount_minor) FROM sale_tender t JOIN sale s ON s.sale_id = t.sale_id"
                    + " JOIN terminal l ON l.terminal_id = s.terminal_id"
                    + " WHERE l.code = :code AND t.kind = 'CARD'"))
        .isEqualTo(1_037_00);
  }

  @Test
  void aReceiptThatNobodyWantsComesOnlyAsACopy(@TempDir Path folder) throws Exception {
    EnrolledLane enrolled = shop.enrolLane(folder);
    try (StartedLane started = selling(enrolled)) {
      BasketView sold = started.lane.addLine(shop.code(1), 1_000, "").join();
      ReceiptView receipt =
          started
              .lane
              .pay(
                  sold.totalMinor(),
                  List.of(new TakenTender(TenderKindView.CASH, sold.cashDueMinor(), "")),
                  false)
              .join();

      started.lane.printAgain().join();

      String papers = enrolled.papers();
      assertThat(papers).contains(receipt.number(), "*** COPY 1 ***");
      assertThat(papers.split("TOTAL", -1)).hasSize(2);
    }
  }

  private static StartedLane selling(EnrolledLane enrolled) throws Exception {
    StartedLane started = enrolled.start();
    started.lane.signOn(enrolled.cashier(), DemoStore.CASHIER_PIN).join();
    started.lane.openShift(100_000_00).join();
    return started;
  }

  private static String approval(StartedLane started, String permission) {
    ApprovalView given =
        started.lane.approve(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN, permission, "").join();
    return given.approvalId();
  }

  private static void pay(StartedLane started, BasketView basket) {
    started.lane.payCash(basket.totalMinor(), basket.cashDueMinor()).join();
  }
}
