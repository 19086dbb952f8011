package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.pos.screen.ApprovalView;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.DepartmentView;
import id.lajur.pos.screen.Discount;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.OldReceiptView;
import id.lajur.pos.screen.ReceiptView;
import id.lajur.pos.screen.TakenTender;
import id.lajur.pos.screen.TenderKindView;
import id.lajur.pos.screen.WaitingView;
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
      var unused = pay(started, all);
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
      var unused = pay(started, sold);
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

  @Test
  void whatASaleSoldComesBackByItsReceiptOnAnotherLaneAndIsPaidOut(
      @TempDir Path folder, @TempDir Path otherFolder) throws Exception {
    EnrolledLane enrolled = shop.enrolLane(folder);
    EnrolledLane other = shop.enrolLane(otherFolder);
    try (StartedLane started = selling(enrolled);
        StartedLane back = selling(other)) {
      BasketView sold = started.lane.addLine(shop.code(1), 3_000, "").join();
      String number = pay(started, sold).number();

      OldReceiptView receipt = back.lane.receipt(number).join();
      OldReceiptView.Line line = receipt.lines().get(0);
      assertThat(receipt.number()).isEqualTo(number);
      assertThat(line.quantityMilli()).isEqualTo(3_000);
      assertThat(StartedLane.refusal(back.lane.receipt("L99-S000001"))).isEqualTo("SALE_UNKNOWN");
      BasketView given =
          back.lane.takeBack(line, 2_000, number, approval(back, "sale.return")).join();

      assertThat(given.totalMinor()).isEqualTo(-2 * line.priceMinor());
      ReceiptView refund =
          back.lane
              .pay(
                  given.totalMinor(),
                  List.of(new TakenTender(TenderKindView.CASH, given.cashDueMinor(), "")),
                  true)
              .join();
      assertThat(refund.changeMinor()).isEqualTo(-given.cashDueMinor());
      back.lane.printAgain().join();
      assertThat(other.papers()).contains("RETURN", refund.number());
      assertThat(started.lane.receipt(number).join().lines().get(0).quantityMilli())
          .isEqualTo(1_000);
      assertThat(
              StartedLane.refusal(
                  back.lane.takeBack(line, 2_000, number, approval(back, "sale.return"))))
          .isEqualTo("RETURN_TOO_MUCH");
      assertThat(
              other.figure(
                  "SELECT COUNT(*) FROM sale_line l JOIN sale s ON s.sale_id = l.sale_id"
                      + " JOIN terminal t ON t.terminal_id = s.terminal_id"
                      + " WHERE t.code = :code AND l.kind = 'RETURN' AND l.reason = '"
                      + number
                      + "'"))
          .isEqualTo(1);
    }
  }

  @Test
  void aBasketThatIsOpenElsewhereIsTakenOverAndTheOtherLaneIsTold(
      @TempDir Path folder, @TempDir Path otherFolder) throws Exception {
    EnrolledLane enrolled = shop.enrolLane(folder);
    EnrolledLane other = shop.enrolLane(otherFolder);
    try (StartedLane left = selling(enrolled);
        StartedLane next = selling(other)) {
      BasketView open = left.lane.addLine(shop.code(1), 2_000, "").join();
      WaitingView found =
          next.lane.waitingBaskets().join().stream()
              .filter(basket -> basket.lane().equals(Integer.toString(enrolled.number())))
              .findFirst()
              .orElseThrow();
      assertThat(StartedLane.refusal(next.lane.takeOver(found.basketId(), "")))
          .isEqualTo(LaneRefusal.APPROVAL_NEEDED);
      String word =
          next.lane
              .approve(
                  DemoStore.SUPERVISOR,
                  DemoStore.SUPERVISOR_PIN,
                  "sale.take_over",
                  found.basketId())
              .join()
              .approvalId();

      BasketView taken = next.lane.takeOver(found.basketId(), word).join();

      assertThat(taken.totalMinor()).isEqualTo(open.totalMinor());
      assertThat(StartedLane.refusal(left.lane.addLine(shop.code(1), 1_000, "")))
          .isEqualTo("BASKET_ELSEWHERE");
      var unused = pay(next, taken);
    }
  }

  @Test
  void anOlderReceiptComesAsACopyByItsNumber(@TempDir Path folder) throws Exception {
    EnrolledLane enrolled = shop.enrolLane(folder);
    try (StartedLane started = selling(enrolled)) {
      String older = pay(started, started.lane.addLine(shop.code(1), 1_000, "").join()).number();
      var unused = pay(started, started.lane.addLine(shop.code(2), 1_000, "").join());

      assertThat(started.lane.printCopy(older).join().receiptNumber()).isEqualTo(older);

      assertThat(enrolled.papers()).contains("*** COPY 1 ***");
      assertThat(enrolled.papers().split(older, -1).length).isGreaterThan(2);
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

  private static ReceiptView pay(StartedLane started, BasketView basket) {
    return started.lane.payCash(basket.totalMinor(), basket.cashDueMinor()).join();
  }
}
