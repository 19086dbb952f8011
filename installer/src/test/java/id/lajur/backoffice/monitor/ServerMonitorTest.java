package id.lajur.backoffice.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.backoffice.journal.Replay;
import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import id.lajur.pos.screen.ApprovalView;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.CashKind;
import id.lajur.pos.screen.DeskQuestion;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.Matter;
import id.lajur.pos.window.ServerLane;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a lane's own adapter tells and asks, as a monitor's own adapter has it, at a real server.
 */
class ServerMonitorTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private static final Duration LONG = Duration.ofSeconds(30);

  private final AtomicReference<Shop> seen = new AtomicReference<>(Shop.NONE);
  private final AtomicReference<List<Approval>> asked = new AtomicReference<>(List.of());

  private static <T> MonitorActions.Told<T> into(AtomicReference<T> place) {
    return new MonitorActions.Told<>() {
      @Override
      public void now(T state) {
        place.set(state);
      }

      @Override
      public void lost() {}
    };
  }

  private void stands(String lane, Shop.LaneState state) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(Objects.requireNonNull(seen.get()).lanes())
                    .filteredOn(one -> one.terminal().equals(lane))
                    .extracting(Shop.Lane::state)
                    .containsExactly(state));
  }

  @Test
  void aPaymentThatBeginsEndsAndBeginsAgainIsSeen(@TempDir Path folder) throws Exception {
    MonitorActions.Followed stream = new ServerMonitor(shop.desk("MANAGER")).shop(into(seen));
    try (DeskShop.OpenLane at = shop.openLane(folder)) {
      ServerLane lane = at.lane();
      stands(at.code(), Shop.LaneState.READY);
      BasketView basket = lane.addLine(shop.barcode(3), 1_000, "").join();
      stands(at.code(), Shop.LaneState.SERVING);

      lane.tellPayment(true);
      stands(at.code(), Shop.LaneState.PAYING);
      lane.tellPayment(false);
      stands(at.code(), Shop.LaneState.SERVING);
      lane.tellPayment(true);
      stands(at.code(), Shop.LaneState.PAYING);

      var unused = lane.payCash(basket.totalMinor(), basket.cashDueMinor()).join();
      stands(at.code(), Shop.LaneState.READY);
    }
    stream.leave();
  }

  /** The desk with one thread for its screen. */
  private static Desk onOneThread(Desk desk, Executor ui) {
    return new Desk(
        desk.connection(),
        desk.who(),
        desk.store(),
        desk.background(),
        ui,
        desk.clock(),
        desk.choices(),
        desk.refused(),
        desk.opener(),
        desk.awaited());
  }

  private static <T> T shown(
      AtomicReference<MonitorState> states, Function<MonitorState, Optional<T>> part) {
    return await()
        .atMost(LONG)
        .until(() -> Optional.ofNullable(states.get()).flatMap(part), Optional::isPresent)
        .orElseThrow();
  }

  private static Optional<Shop.Lane> lane(MonitorState state, String code) {
    return state.shop().stream()
        .flatMap(now -> now.lanes().stream())
        .filter(each -> each.terminal().equals(code))
        .findFirst();
  }

  private static Optional<Replay> steps(MonitorState state, int count) {
    return state.drill().flatMap(Drill::ticket).filter(now -> now.steps().size() == count);
  }

  @Test
  void theBasketOfALaneGrowsBeforeWhoeverOpenedItAndEndsInTheBooks(@TempDir Path folder)
      throws Exception {
    ExecutorService ui = Executors.newSingleThreadExecutor();
    AtomicReference<MonitorState> states = new AtomicReference<>(MonitorState.first(true));
    var presenter =
        new MonitorPresenter(
            new ServerMonitor(onOneThread(shop.desk("MANAGER"), ui)),
            new MonitorPresenter.May(true, true, true),
            ui,
            states::set);
    ui.execute(presenter::opened);
    try (DeskShop.OpenLane at = shop.openLane(folder)) {
      ServerLane lane = at.lane();
      var unused = lane.addLine(shop.barcode(5), 1_000, "").join();
      Shop.Lane serving =
          shown(states, now -> lane(now, at.code()).filter(each -> each.basket().isPresent()));
      assertThat(serving.basket().orElseThrow().lastItem()).isEqualTo(shop.item(5).name());

      ui.execute(() -> presenter.drills().open(serving));
      shown(states, now -> steps(now, 1));
      BasketView basket = lane.addLine(shop.barcode(6), 2_000, "").join();
      Replay grown = shown(states, now -> steps(now, 2));
      assertThat(grown.steps().get(1).what()).isEqualTo(shop.item(6).name());
      assertThat(grown.sale()).isEmpty();
      var paid = lane.payCash(basket.totalMinor(), basket.cashDueMinor()).join();
      Replay.Sale sale =
          shown(states, now -> now.drill().flatMap(Drill::ticket).flatMap(Replay::sale));
      assertThat(sale.totalMinor()).isEqualTo(paid.totalMinor());
      assertThat(sale.ledger()).isNotEmpty();

      ui.execute(presenter.drills()::openSalesOfLane);
      Drill.Listed list =
          shown(states, now -> now.drill().flatMap(Drill::list).filter(each -> each.count() == 1));
      assertThat(list.partMinor()).isEqualTo(paid.totalMinor());
      ui.execute(presenter.drills()::back);
      ui.execute(presenter.drills()::back);
      ui.execute(presenter.drills()::openLastHour);
      Drill.Listed hour =
          shown(states, now -> now.drill().flatMap(Drill::list).filter(each -> each.count() > 0));
      assertThat(hour.asked().terminal()).isEmpty();
      assertThat(hour.receipts())
          .extracting(Shop.SoldReceipt::number)
          .contains(list.receipts().get(0).number());
    } finally {
      ui.execute(presenter::left);
      ui.shutdown();
    }
  }

  @Test
  void whatATillPaidInIsOpenedWithItsEntry(@TempDir Path folder) throws Exception {
    var monitor = new ServerMonitor(shop.desk("MANAGER"));
    MonitorActions.Followed stream = monitor.shop(into(seen));
    try (DeskShop.OpenLane at = shop.openLane(folder)) {
      at.lane().moveCash(CashKind.PAY_IN, 10_000_00, "change", at.approved("till.cash")).join();
      Shop.Incident paidIn =
          await()
              .atMost(LONG)
              .until(
                  () ->
                      Objects.requireNonNull(seen.get()).incidents().stream()
                          .filter(each -> each.terminal().equals(at.code()))
                          .filter(each -> each.kind().equals("CASH_PAY_IN"))
                          .findFirst(),
                  Optional::isPresent)
              .orElseThrow();

      CashDocument document = monitor.cashDocument(at.code(), paidIn.number()).join();

      assertThat(paidIn.subject()).isEqualTo(Shop.Subject.CASH);
      assertThat(document.amountMinor()).isEqualTo(10_000_00);
      assertThat(document.reason()).isEqualTo("change");
      assertThat(document.entry())
          .extracting(ReceiptDetail.EntryLine::amountMinor)
          .containsExactlyInAnyOrder(10_000_00L, -10_000_00L);
    }
    stream.leave();
  }

  @Test
  void whatTheDeskIsAskedHasItsItemItsPricesAndItsBasket(@TempDir Path folder) throws Exception {
    var monitor = new ServerMonitor(shop.desk("MANAGER"));
    MonitorActions.Followed stream = monitor.approvals(into(asked));
    try (DeskShop.OpenLane at = shop.openLane(folder)) {
      ServerLane lane = at.lane();
      BasketView basket = lane.addLine(shop.barcode(4), 2_000, "").join();
      LineView line = basket.lastLine().orElseThrow();
      long lower = line.priceMinor() - 100_00;

      var answer =
          lane.askDesk(
              new DeskQuestion(
                  "sale.override",
                  "",
                  Optional.of(line),
                  Optional.of(basket.totalMinor()),
                  new Matter("dented", "", 0, lower, 0, 0, 200_00)));

      Approval request =
          await()
              .atMost(LONG)
              .until(
                  () ->
                      Objects.requireNonNull(asked.get()).stream()
                          .filter(one -> one.terminal().equals(at.code()))
                          .findFirst(),
                  Optional::isPresent)
              .orElseThrow();
      assertThat(request.permission()).isEqualTo("sale.override");
      assertThat(request.reason()).isEqualTo("dented");
      assertThat(request.mostMinor()).hasValue(200_00L);
      assertThat(request.matter())
          .isEqualTo(
              new Approval.Matter(
                  line.name(),
                  2_000,
                  Optional.of(line.priceMinor()),
                  Optional.of(lower),
                  0,
                  Optional.of(basket.totalMinor())));

      monitor.answer(request.approvalId(), true).join();
      ApprovalView given = answer.join();
      BasketView after =
          lane.overridePrice(line.lineId(), lower, "dented", given.approvalId()).join();
      assertThat(after.totalMinor()).isEqualTo(basket.totalMinor() - 200_00);
      var unused = lane.payCash(after.totalMinor(), after.cashDueMinor()).join();
    }
    stream.leave();
  }
}
