package id.lajur.installer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.pos.lane.LaneJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The comparison sees what it is there for. */
class ComparisonTest {
  private static final long FLOAT = 500_000_00;
  private static final String LINK = "0842108421" + "00".repeat(27);
  private static final String CODE_OF_LINK = "11111111";

  private final List<LaneJournal.Row> journal = new ArrayList<>();
  private final List<SoldDao.SaleRow> sales = new ArrayList<>();
  private final LaneLog log = new LaneLog("L1", () -> "wire", () -> {});
  private final List<SoldDao.SecondPaper> secondPapers = new ArrayList<>();
  private final Map<String, Integer> aside = new HashMap<>();
  private final List<SoldDao.CashRow> cash = new ArrayList<>();
  private long cashMinor = FLOAT;

  private void gave(int number, long totalMinor) {
    journal.add(new LaneJournal.Row("shift", receipt(number), totalMinor, CODE_OF_LINK));
    log.paying("B" + number, 2);
    log.sold("B" + number, receipt(number), totalMinor);
  }

  private void has(int number, long totalMinor, int lines) {
    sales.add(new SoldDao.SaleRow("L1", receipt(number), totalMinor, LINK, "B" + number, lines));
    cashMinor += totalMinor;
  }

  private static String receipt(int number) {
    return "L1-S00000" + number;
  }

  private Comparison.Verdict verdict(Map<String, Instant> doneAt) {
    return Comparison.of(
        List.of(new Comparison.LaneSide(log.said(), journal)),
        new SoldDao.Sold(sales, Map.of("L1", cashMinor), doneAt, secondPapers, aside, cash),
        FLOAT);
  }

  @Test
  void whatBothHaveIsRight() {
    gave(1, 7_000_00);
    has(1, 7_000_00, 2);

    Comparison.Verdict verdict = verdict(Map.of());

    assertThat(verdict)
        .isEqualTo(new Comparison.Verdict(1, 0, 0, 0, 0, 0, Map.of(), 0, 0, 0, 0, List.of()));
  }

  @Test
  void aSecondPaperIsItsSale() {
    journal.add(new LaneJournal.Row("shift", "L1-E000001", 7_000_00, CODE_OF_LINK));
    log.paying("B1", 2);
    log.sold("B1", "L1-E000001", 7_000_00);
    has(1, 7_000_00, 2);
    secondPapers.add(new SoldDao.SecondPaper("L1-E000001", receipt(1), 7_000_00, LINK));

    Comparison.Verdict verdict = verdict(Map.of());

    assertThat(verdict)
        .isEqualTo(
            new Comparison.Verdict(1, 0, 0, 0, 0, 0, Map.of("wire", 1L), 1, 1, 0, 0, List.of()));
    secondPapers.clear();
    assertThat(verdict(Map.of()).lost()).as("a sale of its own that is not there").isEqualTo(1);
    assertThat(verdict(Map.of()).doubled()).isEqualTo(1);
  }

  @Test
  void aReceiptThatTheServerDoesNotHaveIsLost() {
    gave(1, 7_000_00);

    Comparison.Verdict verdict = verdict(Map.of());

    assertThat(verdict.lost()).isEqualTo(1);
    assertThat(verdict.basketsLost()).isEqualTo(1);
    assertThat(verdict.tillsWrong()).isEqualTo(1);
    assertThat(verdict.examples()).anyMatch(words -> words.contains(receipt(1)));
  }

  @Test
  void aReceiptWithAnotherTotalIsLost() {
    gave(1, 7_000_00);
    has(1, 6_000_00, 2);

    assertThat(verdict(Map.of()).lost()).isEqualTo(1);
  }

  @Test
  void aReceiptOfAnotherLinkIsLost() {
    journal.add(new LaneJournal.Row("shift", receipt(1), 7_000_00, "00000000"));
    has(1, 7_000_00, 2);

    assertThat(verdict(Map.of()).lost()).isEqualTo(1);
  }

  @Test
  void aSaleThatNoLaneMadeIsDoubled() {
    gave(1, 7_000_00);
    has(1, 7_000_00, 2);
    has(2, 7_000_00, 2);

    Comparison.Verdict verdict = verdict(Map.of());

    assertThat(verdict.doubled()).isEqualTo(1);
    assertThat(verdict.tillsWrong()).isEqualTo(1);
  }

  @Test
  void aLineThatNoLaneScannedIsDoubledAndOneThatIsMissingIsLost() {
    gave(1, 7_000_00);
    has(1, 7_000_00, 3);
    gave(2, 7_000_00);
    has(2, 7_000_00, 1);

    Comparison.Verdict verdict = verdict(Map.of());

    assertThat(verdict.doubled()).isEqualTo(1);
    assertThat(verdict.basketsLost()).isEqualTo(1);
  }

  private void booked(String id, long minor) {
    cash.add(new SoldDao.CashRow("L1", id, minor));
    cashMinor += minor;
  }

  @Test
  void cashThatBothHaveIsRightAndOneThatNobodyAnsweredMayBeThereOrNot() {
    log.cashing("in", 5_000_00);
    log.cashed("in");
    booked("in", 5_000_00);
    log.cashing("out", -2_000_00);
    booked("out", -2_000_00);
    log.cashing("never sent", 1_000_00);

    Comparison.Verdict verdict = verdict(Map.of());

    assertThat(verdict)
        .isEqualTo(new Comparison.Verdict(0, 0, 0, 0, 0, 0, Map.of(), 0, 0, 1, 0, List.of()));
  }

  @Test
  void cashThatIsMissingIsLostAndCashThatIsThereTwiceIsDoubled() {
    log.cashing("in", 5_000_00);
    log.cashed("in");
    assertThat(verdict(Map.of()).lost()).isEqualTo(1);

    booked("in", 5_000_00);
    booked("in", 5_000_00);
    assertThat(verdict(Map.of()).lost()).isZero();
    assertThat(verdict(Map.of()).doubled()).isEqualTo(1);
  }

  @Test
  void aBasketPutAsideMustBeThereOrSoldByWhomever() {
    log.scanned("B1", 2);
    log.aside("B1");
    log.found("", 0);
    assertThat(verdict(Map.of()).basketsLost()).isEqualTo(1);

    aside.put("B1", 2);
    assertThat(verdict(Map.of()).basketsLost()).isZero();
    aside.clear();
    sales.add(new SoldDao.SaleRow("L2", "L2-S000001", 7_000_00, LINK, "B1", 2));
    assertThat(verdict(Map.of()).basketsLost()).isZero();
  }

  @Test
  void aBasketThatALaneDoesNotFindAgainIsLost() {
    log.scanned("B1", 3);
    log.found("", 0);

    assertThat(verdict(Map.of()).basketsLost()).isEqualTo(1);
  }

  @Test
  void aBasketThatWasBeingPaidIsJudgedByItsSale() {
    log.paying("B1", 2);
    log.found("", 0);
    journal.add(new LaneJournal.Row("shift", receipt(1), 7_000_00, CODE_OF_LINK));
    has(1, 7_000_00, 2);

    Comparison.Verdict verdict = verdict(Map.of());

    assertThat(verdict.basketsLost()).isZero();
    assertThat(verdict.examples()).isEmpty();
  }

  @Test
  void anActWasInDoubtWhenItHadBeenDoneBeforeItWasAskedForAgain() {
    log.askedAgain("done before", 2_000);
    log.askedAgain("done after", 2_000);
    log.askedAgain("never done", 2_000);

    Comparison.Verdict verdict =
        verdict(
            Map.of(
                "done before", Instant.ofEpochMilli(1_999),
                "done after", Instant.ofEpochMilli(2_000)));

    assertThat(verdict.resent()).isEqualTo(3);
    assertThat(verdict.inDoubtFound()).isEqualTo(Map.of("wire", 1L));
  }
}
