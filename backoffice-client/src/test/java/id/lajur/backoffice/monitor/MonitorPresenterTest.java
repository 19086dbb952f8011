package id.lajur.backoffice.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.journal.Replay;
import id.lajur.backoffice.monitor.MonitorState.Link;
import id.lajur.kit.connection.ServerRefusal;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitorPresenterTest {
  private static final long MINUTE_MS = 60_000;
  private static final long WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
  private static final long AS_OF = FakeShop.AS_OF_MS;

  private final FakeShop store = new FakeShop();
  private final List<MonitorState> shown = new ArrayList<>();
  private final MonitorPresenter presenter =
      new MonitorPresenter(
          store, new MonitorPresenter.May(true, true, true), Runnable::run, shown::add);

  @BeforeEach
  void open() {
    presenter.opened();
  }

  private void comes(Shop shop) {
    store.shop.orElseThrow().now(shop);
  }

  @Test
  void theFirstPictureMarksNothingAndTheNextWhatChanged() {
    comes(FakeShop.day(1_000));
    assertThat(presenter.state().link()).isEqualTo(Link.LIVE);
    assertThat(presenter.state().marked()).isEmpty();

    comes(FakeShop.day(2_000));

    assertThat(presenter.state().marked()).containsExactly("sales");
    store.runLater();
    assertThat(presenter.state().marked()).isEmpty();
  }

  @Test
  void whatChangesAgainStaysMarkedForItsOwnTime() {
    comes(FakeShop.day(1_000));
    comes(FakeShop.day(2_000));
    comes(FakeShop.day(3_000));
    Runnable first = store.later.remove(0);

    first.run();
    assertThat(presenter.state().marked()).containsExactly("sales");
    store.runLater();
    assertThat(presenter.state().marked()).isEmpty();
  }

  @Test
  void aLostConnectionIsSaidAndItsFiguresStay() {
    comes(FakeShop.day());
    store.approvals.orElseThrow().now(FakeShop.waiting());

    store.shop.orElseThrow().lost();
    store.approvals.orElseThrow().lost();

    assertThat(presenter.state().link()).isEqualTo(Link.LOST);
    assertThat(presenter.state().shop()).contains(FakeShop.day());
    assertThat(presenter.state().waiting()).as("who waits is not known").isEmpty();
    comes(FakeShop.day(70_000_000));
    assertThat(presenter.state().link()).isEqualTo(Link.LIVE);
    assertThat(presenter.state().marked()).as("nobody saw it change").isEmpty();
  }

  @Test
  void anAnswerIsGivenOnceAndTheRequestIsGone() {
    store.approvals.orElseThrow().now(FakeShop.waiting());
    store.answered = new CompletableFuture<>();
    Approval first = presenter.state().waiting().get(0);

    presenter.answer(first, true);
    presenter.answer(first, true);

    assertThat(store.asked).filteredOn(act -> act.startsWith("approve")).hasSize(1);
    assertThat(presenter.state().answering()).isEqualTo("a1");
    store.answered.complete(null);
    assertThat(presenter.state().waiting()).extracting(Approval::approvalId).containsExactly("a2");
    assertThat(presenter.state().answering()).isEmpty();
    presenter.answer(presenter.state().waiting().get(0), false);
    assertThat(store.asked).contains("decline a2");
  }

  @Test
  void aRefusedAnswerIsSaid() {
    store.approvals.orElseThrow().now(FakeShop.waiting());
    store.answered =
        CompletableFuture.failedFuture(
            ServerRefusal.of(Status.FAILED_PRECONDITION.asRuntimeException()));

    presenter.answer(presenter.state().waiting().get(0), true);

    assertThat(presenter.state().refusal()).isPresent();
    assertThat(presenter.state().answering()).isEmpty();
    assertThat(presenter.state().waiting()).hasSize(2);
  }

  @Test
  void aFigureOpensItsReceiptsAReceiptItsLinesAndEscLeadsBack() {
    comes(FakeShop.day());

    presenter.drills().open(FakeShop.day().hours().get(3));
    Drill list = presenter.state().drill().orElseThrow();
    assertThat(list.asked().hour()).contains(10);
    assertThat(list.asked().businessDate()).isEqualTo("2026-11-23");
    assertThat(list.receipts())
        .isEqualTo(FakeReceipts.page(FakeShop.day(), list.asked()).receipts());
    assertThat(list.busy()).isFalse();

    presenter.drills().openReceipt("sale-3");
    assertThat(presenter.state().drill().orElseThrow().receipt()).contains(FakeShop.detail());
    presenter.drills().back();
    assertThat(presenter.state().drill().orElseThrow().receipt()).isEmpty();
    presenter.drills().back();
    assertThat(presenter.state().drill()).isEmpty();
  }

  @Test
  void whatALaneHasSoldIsMarkedAndOpensItsReceipts() {
    comes(FakeShop.day());

    presenter.drills().openSales(FakeShop.day().lanes().get(0));

    assertThat(presenter.state().drill().orElseThrow().asked().terminal()).isEqualTo("L1");
    assertThat(Changes.between(Shop.NONE, FakeShop.day())).contains("sold:L1", "lane:L1");
  }

  @Test
  void customersPerHourAreTheReceiptsOfSixtyMinutesThatEndWithTheFigures() {
    comes(FakeShop.day());

    presenter.drills().openLastHour();

    ReceiptQuery hour = presenter.state().drill().orElseThrow().asked();
    assertThat(hour.untilMs() - hour.fromMs()).isEqualTo(60 * MINUTE_MS);
    assertThat(hour.untilMs()).as("the minute itself counts").isEqualTo(AS_OF + MINUTE_MS);
    presenter.drills().back();
    presenter.drills().openLastHourWeekAgo();
    ReceiptQuery before = presenter.state().drill().orElseThrow().asked();
    assertThat(before.businessDate()).isEqualTo("2026-11-16");
    assertThat(before.fromMs()).isEqualTo(hour.fromMs() - WEEK_MS);
    assertThat(before.untilMs()).isEqualTo(hour.untilMs() - WEEK_MS);
  }

  /** What is asked for, of whichever day. */
  private static ReceiptQuery wholeDay(ReceiptQuery asked) {
    return new ReceiptQuery(
        "",
        asked.hour(),
        asked.department(),
        asked.terminal(),
        asked.tender(),
        asked.itemCode(),
        0,
        0);
  }

  @Test
  void everyFigureLeadsToItsReceiptsOfAWeekAgoAndBack() {
    comes(FakeShop.day());
    Shop day = FakeShop.day();
    for (Runnable open :
        List.<Runnable>of(
            presenter.drills()::openDay,
            () -> presenter.drills().open(day.departments().get(1)),
            () -> presenter.drills().open(day.tenders().get(1)),
            () -> presenter.drills().openSales(day.lanes().get(1)),
            () -> presenter.drills().open(day.topItems().get(1)))) {
      open.run();
      ReceiptQuery today = presenter.state().drill().orElseThrow().asked();

      presenter.drills().otherWeek();

      Drill before = presenter.state().drill().orElseThrow();
      assertThat(before.list().orElseThrow().weekAgo()).isTrue();
      assertThat(wholeDay(before.asked())).isEqualTo(wholeDay(today));
      assertThat(before.asked().businessDate()).isEqualTo("2026-11-16");
      assertThat(before.asked().untilMs()).isEqualTo(AS_OF - WEEK_MS + MINUTE_MS);
      presenter.drills().otherWeek();
      assertThat(presenter.state().drill().orElseThrow().asked()).isEqualTo(today);
    }
  }

  @Test
  void aWholeHourIsComparedWithAWholeHour() {
    comes(FakeShop.day());
    presenter.drills().open(FakeShop.day().hours().get(3));

    presenter.drills().otherWeek();

    ReceiptQuery before = presenter.state().drill().orElseThrow().asked();
    assertThat(before).isEqualTo(ReceiptQuery.ofDay("2026-11-16").inHour(10));
  }

  @Test
  void aFigureOfAWeekAgoOpensThatDateUpToTheSameMinute() {
    comes(FakeShop.day());

    presenter.drills().openWeekAgo();

    Drill before = presenter.state().drill().orElseThrow();
    assertThat(before.asked())
        .isEqualTo(ReceiptQuery.ofDay("2026-11-16").between(0, AS_OF - WEEK_MS + MINUTE_MS));
    assertThat(before.receipts())
        .isEqualTo(FakeReceipts.page(FakeShop.day(), before.asked()).receipts());
    presenter.drills().back();
    assertThat(presenter.state().drill()).isEmpty();
  }

  private Drill.Followed followed() {
    return presenter.state().drill().flatMap(Drill::lane).orElseThrow();
  }

  private List<String> ticketsAsked() {
    return store.asked.stream().filter(act -> act.startsWith("ticket")).toList();
  }

  @Test
  void aLaneOpensItsBasketWhichGrowsAsItIsScanned() {
    comes(FakeShop.day());
    presenter.drills().open(FakeShop.day().lanes().get(0));
    assertThat(ticketsAsked()).containsExactly("ticket basket-1");
    comes(FakeShop.day(70_000_000));
    assertThat(ticketsAsked()).as("nothing was scanned there").hasSize(1);

    comes(FakeShop.scanned(1, "basket-1", 300_000, 15));

    assertThat(ticketsAsked()).containsExactly("ticket basket-1", "ticket basket-1");
    assertThat(followed().basket().orElseThrow().pieces()).isEqualTo(15);
    assertThat(presenter.state().drill().orElseThrow().ticket()).contains(FakeShop.openBasket());
  }

  @Test
  void aBasketThatIsPaidStaysUntilTheNextBegins() {
    comes(FakeShop.day());
    presenter.drills().open(FakeShop.day().lanes().get(0));

    comes(FakeShop.scanned(1, "", 0, 0));
    assertThat(ticketsAsked()).containsExactly("ticket basket-1", "ticket basket-1");
    assertThat(followed().basket()).isEmpty();
    assertThat(presenter.state().drill().orElseThrow().ticket()).isPresent();

    comes(FakeShop.scanned(1, "basket-9", 12_000, 1));
    assertThat(ticketsAsked()).endsWith("ticket basket-9");
    assertThat(followed().basketId()).isEqualTo("basket-9");
  }

  @Test
  void whatIsScannedWhileABasketIsReadIsReadAfterwardsOnce() {
    comes(FakeShop.day());
    CompletableFuture<Replay> slow = new CompletableFuture<>();
    store.ticket = slow;
    presenter.drills().open(FakeShop.day().lanes().get(0));

    comes(FakeShop.scanned(1, "basket-1", 300_000, 15));
    comes(FakeShop.scanned(1, "basket-1", 310_000, 16));
    comes(FakeShop.scanned(1, "basket-1", 320_000, 17));
    assertThat(ticketsAsked()).hasSize(1);
    store.ticket = CompletableFuture.completedFuture(FakeShop.ticket());
    slow.complete(FakeShop.ticket());

    assertThat(ticketsAsked()).hasSize(2);
    assertThat(presenter.state().drill().orElseThrow().busy()).isFalse();
    assertThat(followed().basket().orElseThrow().pieces()).isEqualTo(17);
  }

  @Test
  void theReceiptsOfALaneAreOneKeyBehindItsBasketAndLeadBackToIt() {
    comes(FakeShop.day());
    presenter.drills().open(FakeShop.day().lanes().get(0));

    presenter.drills().openSalesOfLane();
    Drill list = presenter.state().drill().orElseThrow();
    assertThat(list.asked().terminal()).isEqualTo("L1");
    assertThat(list.receipts())
        .isEqualTo(FakeReceipts.page(FakeShop.day(), list.asked()).receipts());
    presenter.drills().otherWeek();
    comes(FakeShop.scanned(1, "basket-1", 300_000, 15));
    assertThat(ticketsAsked()).as("the basket is not seen now").hasSize(1);
    presenter.drills().back();

    assertThat(followed().basket().orElseThrow().pieces()).isEqualTo(15);
    assertThat(ticketsAsked()).hasSize(2);
    presenter.drills().back();
    assertThat(presenter.state().drill()).isEmpty();
    comes(FakeShop.scanned(1, "basket-1", 400_000, 16));
    assertThat(ticketsAsked()).as("nobody looks").hasSize(2);
  }

  @Test
  void aLaneWithoutABasketAndOneWhoseJournalIsNotForTheWatcherOpenTheirReceipts() {
    comes(FakeShop.day());
    presenter.drills().open(FakeShop.day().lanes().get(6));
    assertThat(presenter.state().drill().orElseThrow().asked().terminal()).isEqualTo("L7");

    MonitorPresenter watcher = whoMay(false, true);
    watcher.drills().open(FakeShop.day().lanes().get(0));

    assertThat(watcher.state().drill().orElseThrow().asked().terminal()).isEqualTo("L1");
    assertThat(ticketsAsked()).isEmpty();
  }

  @Test
  void whatATillPaidOutOpensItsDocumentWithItsEntry() {
    comes(FakeShop.day());
    var paidOut =
        new Shop.Incident(
            0, "L2", 44, "CASH_PAY_OUT", "", Optional.of(-35_000_00L), "galon", "shift-1");

    presenter.drills().open(paidOut);

    assertThat(presenter.drills().opens(paidOut)).isTrue();
    assertThat(store.asked).endsWith("cash document L2 44");
    assertThat(presenter.state().drill().orElseThrow().cash()).contains(FakeShop.cashDocument());
    presenter.drills().back();
    assertThat(presenter.state().drill()).isEmpty();
  }

  @Test
  void aReceiptOpenedOnTheMonitorLeadsBackToIt() {
    comes(FakeShop.day());

    presenter.drills().openReceipt("sale-0");
    presenter.drills().back();

    assertThat(presenter.state().drill()).isEmpty();
  }

  @Test
  void whatComesTooLateOpensNothing() {
    comes(FakeShop.day());
    CompletableFuture<ReceiptPage> late = new CompletableFuture<>();
    store.page = late;
    presenter.drills().openDay();
    presenter.drills().back();

    late.complete(new ReceiptPage(FakeShop.receipts(2), "", 2, 0));

    assertThat(presenter.state().drill()).isEmpty();
  }

  @Test
  void theNextPageIsAddedToTheFirst() {
    comes(FakeShop.day());
    store.page =
        CompletableFuture.completedFuture(new ReceiptPage(FakeShop.receipts(5), "next", 7, 9));
    presenter.drills().openDay();
    store.page = CompletableFuture.completedFuture(new ReceiptPage(FakeShop.receipts(2), "", 7, 9));

    presenter.drills().more();
    presenter.drills().more();

    assertThat(presenter.state().drill().orElseThrow().receipts()).hasSize(7);
    assertThat(store.asked).filteredOn(act -> act.endsWith(" next")).hasSize(1);
  }

  @Test
  void aScreenThatIsLeftCostsNothingAndComesAgain() {
    comes(FakeShop.day());
    presenter.full(true);

    presenter.left();
    store.shop.orElseThrow().now(FakeShop.day(1));

    assertThat(store.asked).containsExactly("watch", "watch approvals", "leave", "leave approvals");
    assertThat(presenter.state().shop()).contains(FakeShop.day());
    assertThat(presenter.state().full()).isFalse();
    presenter.opened();
    assertThat(store.asked).hasSize(6);
  }

  @Test
  void whoMayNotAnswerIsNotAskedWhoWaits() {
    FakeShop other = new FakeShop();
    MonitorPresenter watcher =
        new MonitorPresenter(
            other, new MonitorPresenter.May(false, true, true), Runnable::run, state -> {});

    watcher.opened();

    assertThat(other.asked).containsExactly("watch");
  }

  private MonitorPresenter whoMay(boolean journal, boolean items) {
    var made =
        new MonitorPresenter(
            store, new MonitorPresenter.May(false, journal, items), Runnable::run, shown::add);
    made.opened();
    comes(FakeShop.day());
    return made;
  }

  private static Shop.Incident incident(String kind) {
    return FakeShop.day().incidents().stream()
        .filter(each -> each.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anIncidentOpensItsBasketWithAllThatHappenedToIt() {
    comes(FakeShop.day());

    presenter.drills().open(incident("LINE_VOIDED"));

    assertThat(store.asked).endsWith("ticket subject-9");
    Drill drill = presenter.state().drill().orElseThrow();
    assertThat(drill.ticket()).contains(FakeShop.ticket());
    assertThat(drill.named()).containsEntry("name", "Lajur 3");
    presenter.drills().back();
    assertThat(presenter.state().drill()).isEmpty();
  }

  @Test
  void anIncidentOfASaleOpensItsReceiptAndOneOfTheDrawerNothing() {
    comes(FakeShop.day());
    presenter.drills().open(incident("DRAWER_OPENED"));
    assertThat(presenter.state().drill()).isEmpty();
    assertThat(presenter.drills().opens(incident("DRAWER_OPENED"))).isFalse();

    presenter.drills().open(incident("EMERGENCY_RECEIPT"));

    assertThat(store.asked).endsWith("receipt subject-8");
    assertThat(presenter.state().drill().orElseThrow().receipt()).isPresent();
  }

  @Test
  void whoeverMayNotReadTheJournalIsNotLedThere() {
    MonitorPresenter watcher = whoMay(false, true);

    watcher.drills().open(incident("LINE_VOIDED"));

    assertThat(watcher.drills().opens(incident("LINE_VOIDED"))).isFalse();
    assertThat(store.asked).noneMatch(act -> act.startsWith("ticket"));
  }

  @Test
  void whatIsOverSoonLeadsToItsStockCardForThoseWhoMayOpenItems() {
    whoMay(true, false).drills().open(FakeShop.day().lowStock().get(0));
    assertThat(store.asked).noneMatch(act -> act.startsWith("stock card"));

    whoMay(false, true).drills().open(FakeShop.day().lowStock().get(0));

    assertThat(store.asked).endsWith("stock card R1");
  }

  @Test
  void aBasketThatWasLeftWhileItWasReadIsReadWhenOneComesBackToIt() {
    comes(FakeShop.day());
    store.ticket = new CompletableFuture<>();
    CompletableFuture<Replay> slow = store.ticket;
    presenter.drills().open(FakeShop.day().lanes().get(0));
    presenter.drills().openSalesOfLane();
    slow.complete(FakeShop.ticket());
    assertThat(presenter.state().drill().orElseThrow().ticket()).isEmpty();
    store.ticket = CompletableFuture.completedFuture(FakeShop.ticket());

    presenter.drills().back();

    assertThat(presenter.state().drill().orElseThrow().ticket()).contains(FakeShop.ticket());
    assertThat(presenter.state().drill().orElseThrow().busy()).isFalse();
    comes(FakeShop.scanned(1, "basket-1", 300_000, 15));
    assertThat(ticketsAsked()).as("and grows").hasSize(3);
  }

  @Test
  void aBasketThatGrewWhileItWasLeftUnreadIsReadWhenOneComesBackToIt() {
    comes(FakeShop.day());
    store.ticket = new CompletableFuture<>();
    presenter.drills().open(FakeShop.day().lanes().get(0));
    presenter.drills().openSalesOfLane();
    comes(FakeShop.scanned(1, "basket-1", 300_000, 15));
    store.ticket = CompletableFuture.completedFuture(FakeShop.ticket());

    presenter.drills().back();

    assertThat(presenter.state().drill().orElseThrow().ticket()).contains(FakeShop.ticket());
    assertThat(followed().basket().orElseThrow().pieces()).isEqualTo(15);
  }

  @Test
  void aBasketWhoseReadingFailedIsReadAgainWithTheNextThatComes() {
    comes(FakeShop.day());
    store.ticket =
        CompletableFuture.failedFuture(ServerRefusal.of(Status.UNAVAILABLE.asRuntimeException()));
    presenter.drills().open(FakeShop.day().lanes().get(0));
    assertThat(presenter.state().refusal()).isPresent();
    assertThat(presenter.state().drill().orElseThrow().busy()).isFalse();
    store.ticket = CompletableFuture.completedFuture(FakeShop.ticket());

    comes(FakeShop.day(70_000_000));

    assertThat(presenter.state().drill().orElseThrow().ticket()).contains(FakeShop.ticket());
    assertThat(presenter.state().refusal()).isEmpty();
  }

  @Test
  void aRefusedAnswerToALaneLeavesTheBasketThatIsReadAsItIs() {
    comes(FakeShop.day());
    store.approvals.orElseThrow().now(FakeShop.waiting());
    store.ticket = new CompletableFuture<>();
    presenter.drills().open(FakeShop.day().lanes().get(0));
    store.answered =
        CompletableFuture.failedFuture(
            ServerRefusal.of(Status.FAILED_PRECONDITION.asRuntimeException()));

    presenter.answer(presenter.state().waiting().get(0), true);
    comes(FakeShop.scanned(1, "basket-1", 300_000, 15));

    assertThat(ticketsAsked()).as("it is read still").hasSize(1);
    assertThat(presenter.state().drill().orElseThrow().busy()).isTrue();
  }

  @Test
  void whatAnEarlierDrillAskedForIsNotShownInAnother() {
    comes(FakeShop.day());
    CompletableFuture<Replay> late = new CompletableFuture<>();
    store.ticket = late;
    presenter.drills().open(incident("LINE_VOIDED"));
    presenter.drills().back();
    presenter.drills().openDay();

    late.complete(FakeShop.ticket());

    assertThat(presenter.state().drill().orElseThrow().ticket()).isEmpty();
  }

  @Test
  void aRefusalOfAnEarlierDrillIsNotShownInAnother() {
    comes(FakeShop.day());
    CompletableFuture<Replay> late = new CompletableFuture<>();
    store.ticket = late;
    presenter.drills().open(incident("LINE_VOIDED"));
    presenter.drills().back();
    store.page = new CompletableFuture<>();
    presenter.drills().openDay();

    late.completeExceptionally(ServerRefusal.of(Status.NOT_FOUND.asRuntimeException()));

    assertThat(presenter.state().refusal()).isEmpty();
    assertThat(presenter.state().drill().orElseThrow().busy()).isTrue();
  }

  @Test
  void receiptsThatAreOpenedAgainWhileTheyAreAwaitedStandThereOnce() {
    comes(FakeShop.day());
    CompletableFuture<ReceiptPage> first = new CompletableFuture<>();
    store.page = first;
    presenter.drills().openDay();
    presenter.drills().back();
    CompletableFuture<ReceiptPage> second = new CompletableFuture<>();
    store.page = second;
    presenter.drills().openDay();

    first.complete(new ReceiptPage(FakeShop.receipts(2), "", 2, 0));
    second.complete(new ReceiptPage(FakeShop.receipts(2), "", 2, 0));

    assertThat(presenter.state().drill().orElseThrow().receipts()).hasSize(2);
  }

  @Test
  void ofTwoReceiptsTheOneThatWasOpenedLastIsShown() {
    comes(FakeShop.day());
    presenter.drills().openDay();
    CompletableFuture<ReceiptDetail> first = new CompletableFuture<>();
    store.receipt = first;
    presenter.drills().openReceipt("sale-1");
    store.receipt = new CompletableFuture<>();
    presenter.drills().openReceipt("sale-2");

    first.complete(FakeShop.detail());

    assertThat(presenter.state().drill().orElseThrow().receipt()).isEmpty();
    store.receipt.complete(FakeShop.detail());
    assertThat(presenter.state().drill().orElseThrow().receipt()).isPresent();
  }
}
