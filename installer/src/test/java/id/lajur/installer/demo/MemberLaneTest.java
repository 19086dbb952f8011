package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.installer.faults.Wire;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.emergency.EmergencyNews;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.MemberView;
import id.lajur.pos.screen.MembersFound;
import id.lajur.pos.screen.PriceLevelView;
import id.lajur.pos.screen.ReceiptView;
import id.lajur.pos.screen.WaitingView;
import id.lajur.server.catalog.NewItem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A member from the desk's keeping to the lane's paper, and at a lane that has to go on alone. */
class MemberLaneTest {
  @RegisterExtension static final DemoShop shop = new DemoShop();

  private final Wire wire;
  private final EnrolledLane at;
  private final StartedLane lane;

  MemberLaneTest(@TempDir Path folder) throws IOException {
    this.wire = new Wire(shop.store().server().port());
    this.at = shop.enrolLane(folder);
    this.lane = new StartedLane(at, wire.port(), new EmergencyNews() {});
    lane.lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
    lane.lane.openShift(100_000_00).join();
  }

  @BeforeAll
  static void members() {
    try (StoreConnection desk = shop.store().connect(shop.store().backPc())) {
      new Lane(desk).signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN);
      DemoMembers.bring(desk, shop.store().goods());
    }
  }

  @AfterEach
  void close() throws IOException {
    lane.close();
    wire.close();
  }

  /** Sold by the piece, with a price of the members' and one without. */
  private static NewItem goods(boolean leveled) {
    List<NewItem> all = shop.store().goods();
    int half = DemoMembers.WITH_LEVEL_PRICES;
    return (leveled ? all.subList(0, half) : all.subList(half, all.size()))
        .stream().filter(item -> !item.weighed()).findFirst().orElseThrow();
  }

  private static long retail(NewItem item) {
    Long minor = item.units().get(0).priceMinor();
    return minor == null ? 0 : minor;
  }

  private BasketView scan(NewItem item) {
    return lane.lane.addLine(DemoStore.code(item), 1_000, "").join();
  }

  @Test
  void aMembersCardRepricesTheBasketAndItsSaleNamesHim() throws IOException {
    scan(goods(true));
    scan(goods(false));

    MembersFound found = lane.lane.findMembers(DemoMembers.CARD).join();
    assertThat(found.members())
        .extracting(MembersFound.Match::name)
        .containsExactly(DemoMembers.NAME);
    BasketView basket = lane.lane.setMember(DemoMembers.CARD, "").join();

    assertThat(basket.member()).hasValue(new MemberView(DemoMembers.NAME, DemoMembers.CARD));
    assertThat(basket.level()).isEqualTo("Anggota");
    assertThat(basket.lines())
        .extracting(LineView::priceMinor)
        .containsExactly(DemoMembers.memberPrice(goods(true)), retail(goods(false)));
    assertThat(lane.lane.explain(basket.lines().get(0).lineId()).join().level())
        .isEqualTo("Anggota");
    assertThat(scan(goods(true)).lines().get(2).priceMinor())
        .isEqualTo(DemoMembers.memberPrice(goods(true)));

    assertThat(lane.lane.checkPrice(DemoStore.code(goods(true))).join().priceMinor())
        .hasValue(DemoMembers.memberPrice(goods(true)));
    assertThat(basket.lines()).extracting(LineView::tag).containsExactly("Anggota", "");

    long total =
        lane.lane.changeQuantity(basket.lines().get(0).lineId(), 2_000, "").join().totalMinor();
    assertThat(total).isEqualTo(3 * DemoMembers.memberPrice(goods(true)) + retail(goods(false)));
    ReceiptView sold = lane.lane.payCash(total, 1_000_000_00).join();
    assertThat(sold.totalMinor()).isEqualTo(total);
    lane.printer.close();
    assertThat(at.papers())
        .contains("Member Ratna W.")
        .contains("****4471")
        .contains("Price level Anggota")
        .doesNotContain("Wulandari");
  }

  /** A supervisor is asked before another lane's basket comes; the one at hand is not let go. */
  @Test
  void whoeverIsOnTheBasketStaysUntilAnotherLanesIsTakenOver(@TempDir Path folder)
      throws Exception {
    EnrolledLane next = shop.enrolLane(folder);
    try (StartedLane busy = next.start()) {
      busy.lane.signOn(next.cashier(), DemoStore.CASHIER_PIN).join();
      busy.lane.openShift(100_000_00).join();
      var unused = busy.lane.addLine(DemoStore.code(goods(false)), 1_000, "").join();
      var member = new MemberView(DemoMembers.NAME, DemoMembers.CARD);
      assertThat(lane.lane.setMember(DemoMembers.CARD, "").join().member()).hasValue(member);
      WaitingView theirs =
          lane.lane.waitingBaskets().join().stream()
              .filter(basket -> basket.lane().equals(Integer.toString(next.number())))
              .findFirst()
              .orElseThrow();

      assertThat(StartedLane.refusal(lane.lane.takeOver(theirs.basketId(), "")))
          .isEqualTo(LaneRefusal.APPROVAL_NEEDED);

      assertThat(scan(goods(true)).member()).hasValue(member);
    }
  }

  /** What became of another basket takes nothing from the one at hand. */
  @Test
  void aBasketThatIsSoldMeanwhileLeavesTheOneAtHand(@TempDir Path folder) throws Exception {
    EnrolledLane next = shop.enrolLane(folder);
    try (StartedLane busy = next.start()) {
      busy.lane.signOn(next.cashier(), DemoStore.CASHIER_PIN).join();
      busy.lane.openShift(100_000_00).join();
      long total = busy.lane.addLine(DemoStore.code(goods(false)), 1_000, "").join().totalMinor();
      WaitingView theirs =
          lane.lane.waitingBaskets().join().stream()
              .filter(basket -> basket.lane().equals(Integer.toString(next.number())))
              .findFirst()
              .orElseThrow();
      var unused = busy.lane.payCash(total, 1_000_000_00).join();
      var member = new MemberView(DemoMembers.NAME, DemoMembers.CARD);
      assertThat(lane.lane.setMember(DemoMembers.CARD, "").join().member()).hasValue(member);

      assertThat(StartedLane.refusal(lane.lane.resume(theirs.basketId())))
          .isEqualTo("BASKET_NOT_SUSPENDED");

      assertThat(scan(goods(true)).member()).hasValue(member);
    }
  }

  @Test
  void aSupervisorLetsACashierSellWholesale() {
    BasketView retail = scan(goods(true));
    assertThat(lane.lane.priceLevels().join())
        .extracting(PriceLevelView::code)
        .containsExactly("ECERAN", "ANGGOTA", "GROSIR");
    assertThat(StartedLane.refusal(lane.lane.setPriceLevel("GROSIR", "")))
        .isEqualTo("APPROVAL_NEEDED");

    String word =
        lane.lane
            .approve(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN, "sale.price_level")
            .join()
            .approvalId();
    BasketView basket = lane.lane.setPriceLevel("GROSIR", word).join();

    assertThat(basket.level()).isEqualTo("Grosir");
    assertThat(basket.totalMinor()).isLessThan(retail.totalMinor());
    assertThat(lane.lane.setMember("", "").join().totalMinor()).isEqualTo(retail.totalMinor());
    var unused = lane.lane.voidBasket(voiding()).join();
  }

  private String voiding() {
    return lane.lane
        .approve(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN, "sale.void_basket")
        .join()
        .approvalId();
  }

  @Test
  void aloneTheMemberStaysAndWhatComesIsAtHisPricesToo() throws IOException {
    scan(goods(true));
    var unused = lane.lane.setMember(DemoMembers.CARD, "").join();

    wire.away(true);
    assertThat(StartedLane.refusal(lane.lane.findMembers("ratna")))
        .isEqualTo("EMERGENCY_ONLY_CASH");
    var unusedBasket = scan(goods(true));
    BasketView basket = scan(goods(false));

    assertThat(basket.member()).hasValue(new MemberView(DemoMembers.NAME, DemoMembers.CARD));
    assertThat(basket.lines())
        .extracting(LineView::priceMinor)
        .containsExactly(
            DemoMembers.memberPrice(goods(true)),
            DemoMembers.memberPrice(goods(true)),
            retail(goods(false)));
    assertThat(basket.lines()).extracting(LineView::tag).containsExactly("Anggota", "Anggota", "");
    ReceiptView sold = lane.lane.payCash(basket.totalMinor(), 1_000_000_00).join();
    assertThat(sold.totalMinor()).isEqualTo(basket.totalMinor());
    wire.away(false);
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(60))
        .until(() -> posted() == 1);
    assertThat(differing()).as("the server had the same prices").isZero();
  }

  /** Differences of what this lane sold alone. */
  private long differing() {
    return shop.store()
        .server()
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT COUNT(*) FROM emergency_difference d"
                            + " JOIN terminal t ON t.terminal_id = d.terminal_id"
                            + " WHERE t.code = :code")
                    .bind("code", at.code())
                    .mapTo(Long.class)
                    .one());
  }

  /** Sales that the lane made alone for this member, and the server has. */
  private long posted() {
    return shop.store()
        .server()
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT COUNT(*) FROM sale s JOIN member m USING (member_id)"
                            + " JOIN terminal t ON t.terminal_id = s.terminal_id"
                            + " WHERE s.series = 'E' AND t.code = :code AND m.number = :card")
                    .bind("code", at.code())
                    .bind("card", DemoMembers.CARD)
                    .mapTo(Long.class)
                    .one());
  }
}
