package id.lajur.installer.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.lajur.installer.faults.Wire;
import id.lajur.kit.connection.LinkState;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.emergency.AbsentSignOn;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.emergency.EmergencyNews;
import id.lajur.pos.emergency.EmergencyRefusal;
import id.lajur.pos.emergency.EmergencySale;
import id.lajur.pos.emergency.ShelfCopy;
import id.lajur.pos.lane.Lane;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.EmergencyDifference;
import id.lajur.sale.v1.EmergencyDifferenceKind;
import id.lajur.sale.v1.EmergencyOutcome;
import id.lajur.sale.v1.EmergencyServiceGrpc;
import id.lajur.sale.v1.PostEmergencySaleResponse;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.people.Settings;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A lane whose server goes away while it sells, and comes back. */
@Timeout(240)
class EmergencySellingTest {
  private static final String POSTING =
      EmergencyServiceGrpc.getPostEmergencySaleMethod().getFullMethodName();
  private static final Duration LONG = Duration.ofSeconds(30);

  @RegisterExtension static final DemoShop shop = new DemoShop();

  private final Path folder;
  private final List<PostEmergencySaleResponse> cameIn = new CopyOnWriteArrayList<>();
  private final List<NewItem> goods = shop.store().goods();
  private volatile boolean serverIsBack;
  private volatile boolean isFailing;
  private final EnrolledLane at;
  private final Wire wire = new Wire(shop.store().server().port());
  private volatile Duration later = Duration.ZERO;
  private final InstantSource clock = () -> Instant.now().plus(later);
  private StoreConnection connection;
  private Lane lane;
  private AbsentSignOn absent;
  private ShelfCopy shelf;
  private EmergencyLane till;
  private EmergencySale.@Nullable Seller seller;

  EmergencySellingTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.at = shop.enrolLane(folder);
    this.connection = connect();
    this.lane = new Lane(connection);
    this.absent = new AbsentSignOn(folder, clock);
    this.shelf = shelf();
    this.till = open();
  }

  private StoreConnection connect() {
    return new StoreConnection("127.0.0.1", wire.port(), at.machine(), new Failing());
  }

  /** A server that fails at each emergency receipt, for as long as is wanted. */
  private final class Failing implements ClientInterceptor {
    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
        MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        public void start(Listener<R> listener, Metadata headers) {
          boolean fails = isFailing && method.getFullMethodName().equals(POSTING);
          super.start(fails ? failed(listener) : listener, headers);
        }
      };
    }

    private <R> ClientCall.Listener<R> failed(ClientCall.Listener<R> listener) {
      return new SimpleForwardingClientCallListener<>(listener) {
        @Override
        public void onMessage(R message) {}

        @Override
        public void onClose(Status status, Metadata trailers) {
          super.onClose(Status.INTERNAL, new Metadata());
        }
      };
    }
  }

  private ShelfCopy shelf() {
    return new ShelfCopy(connection, folder.resolve("shelf.snapshot"), absent);
  }

  private void openAgain() throws IOException {
    absent.close();
    absent = new AbsentSignOn(folder, clock);
    shelf = shelf();
    till = open();
  }

  private EmergencyLane open() throws IOException {
    shelf.start();
    var made =
        new EmergencyLane(
            lane,
            connection,
            shelf,
            absent,
            folder,
            clock,
            new EmergencyNews() {
              @Override
              public void cameIn(PostEmergencySaleResponse answer) {
                cameIn.add(answer);
              }

              @Override
              public void serverIsBack() {
                serverIsBack = true;
              }
            });
    await().atMost(LONG).until(() -> shelf.now().isUsable());
    return made;
  }

  @BeforeEach
  void signOn() {
    lane.signOn(at.cashier(), DemoStore.CASHIER_PIN);
    String shift = lane.openShift(200_000_00).getShiftId();
    var here = lane.terminal();
    seller =
        new EmergencySale.Seller(
            here.getStore(), here.getTerminal().getCode(), at.cashier(), "Kasir", shift);
    till.start(seller, "");
  }

  private EmergencySale.Seller seller() {
    return Objects.requireNonNull(seller);
  }

  @AfterEach
  void leave() throws IOException {
    till.close();
    absent.close();
    connection.close();
    wire.close();
  }

  private String code(int index) {
    return DemoStore.code(goods.get(index));
  }

  private long due() {
    return till.basket().getTotals().getCashDueMinor();
  }

  private EmergencyLane.Paid pay() {
    return till.payCash(due(), payment -> {});
  }

  private static EmergencySale byLane(EmergencyLane.Paid paid) {
    return paid.byLane().orElseThrow(() -> new AssertionError("the server sold it"));
  }

  private long salesOfThisLane(String series) {
    return at.figure(
        "SELECT COUNT(*) FROM sale JOIN terminal USING (terminal_id)"
            + " WHERE code = :code AND series = '"
            + series
            + "'");
  }

  private static NewItem dearer(NewItem item) {
    NewItem.Unit unit = item.units().get(0);
    long dearer = Objects.requireNonNull(unit.priceMinor()) + 1_000_00;
    return NewItem.goods(
        item.code(), DemoStore.code(item), item.name(), item.department(), item.taxClass(), dearer);
  }

  private void awaitTheServer() {
    await().atMost(LONG).until(() -> !till.isEmergency() && till.state().waiting() == 0);
  }

  @Test
  void theLaneGoesOnFromTheBasketAsItStandsAndEverySaleComesInOnce() {
    till.scan(code(0), 1_000, "");
    long atServer = due();
    wire.away(true);

    till.scan(code(1), 2_000, "");
    assertThat(till.state().emergency()).isTrue();
    assertThat(till.basket().getLinesList()).hasSize(2);
    assertThat(due()).isGreaterThan(atServer);
    EmergencySale first = byLane(pay());
    till.scan(code(2), 3_000, "");
    till.scan(code(3), 1_000, "");
    till.changeQuantity(till.basket().getLines(0).getLineId(), 1_000, "");
    till.voidLine(till.basket().getLines(1).getLineId(), "", "");
    EmergencySale second = byLane(till.payCash(due() + 50_000_00, payment -> {}));

    assertThat(first.receipt().getNumber()).isEqualTo(1);
    assertThat(second.receipt().getNumber()).isEqualTo(2);
    assertThat(second.receipt().getSeries()).isEqualTo("E");
    assertThat(second.receipt().getChangeMinor()).isEqualTo(50_000_00);
    assertThat(second.receipt().getLinesList()).hasSize(1);
    assertThat(till.state().waiting()).isEqualTo(2);
    assertThatThrownBy(till::mustHaveServer)
        .isInstanceOf(EmergencyRefusal.class)
        .hasMessageContaining("EMERGENCY_ONLY_CASH");

    wire.away(false);
    awaitTheServer();
    assertThat(cameIn).hasSize(2);
    assertThat(cameIn)
        .allSatisfy(
            answer -> {
              assertThat(answer.getOutcome()).isEqualTo(EmergencyOutcome.EMERGENCY_OUTCOME_POSTED);
              assertThat(answer.getDifferencesList()).isEmpty();
            });
    assertThat(salesOfThisLane("E")).isEqualTo(2);
    till.scan(code(4), 1_000, "");
    assertThat(pay().byServer()).isPresent();
    assertThat(salesOfThisLane("S")).isEqualTo(1);
  }

  @Test
  void aSaleWhoseAnswerWasLostIsSoldOnce() {
    till.scan(code(5), 1_000, "");
    wire.holdAnswers();

    EmergencySale sale = byLane(pay());

    assertThat(sale.request().getReceipt().getPaymentInDoubt()).isTrue();
    wire.cut();
    awaitTheServer();
    assertThat(cameIn).hasSize(1);
    assertThat(cameIn.get(0).getOutcome())
        .isEqualTo(EmergencyOutcome.EMERGENCY_OUTCOME_SECOND_PAPER);
    assertThat(salesOfThisLane("S")).isEqualTo(1);
    assertThat(salesOfThisLane("E")).isZero();
  }

  @Test
  void aReceiptOutlivesTheLanesProgram() throws IOException {
    till.scan(code(6), 1_000, "");
    wire.away(true);
    till.scan(code(7), 1_000, "");
    EmergencySale sale = byLane(pay());
    till.close();
    connection.close();
    assertThat(Files.readString(folder.resolve("emergency.journal"), ISO_8859_1))
        .as("encrypted")
        .doesNotContain(code(6))
        .doesNotContain(sale.request().getReceipt().getBasketId());

    wire.away(false);
    connection = connect();
    lane = new Lane(connection);
    openAgain();

    await().atMost(LONG).until(() -> till.state().waiting() == 0);
    assertThat(salesOfThisLane("E")).isEqualTo(1);
    till.close();
    openAgain();
    assertThat(till.state().waiting()).as("known to have come in").isZero();
  }

  @Test
  void aLaneWhoseDiskTakesNothingSellsNothing() throws IOException {
    till.scan(code(8), 1_000, "");
    Files.deleteIfExists(folder.resolve("emergency.reserve"));
    Files.createDirectory(folder.resolve("emergency.reserve"));
    Files.createFile(folder.resolve("emergency.reserve/in the way"));
    wire.away(true);

    assertThatThrownBy(() -> till.scan(code(9), 1_000, ""))
        .isInstanceOf(EmergencyRefusal.class)
        .hasMessageContaining("EMERGENCY_DISK");
    assertThatThrownBy(this::pay).hasMessageContaining("EMERGENCY_DISK");
    assertThat(till.state().waiting()).isZero();

    Files.delete(folder.resolve("emergency.reserve/in the way"));
    Files.delete(folder.resolve("emergency.reserve"));
    till.scan(code(9), 1_000, "");
    assertThat(pay().byLane()).isPresent();
    wire.away(false);
    awaitTheServer();
    assertThat(salesOfThisLane("E")).isEqualTo(1);
  }

  @Test
  void whoeverDoesNothingForTooLongSignsOnAgainAndFindsTheBasket() throws SQLException {
    Settings settings = new Settings(at.changes());
    settings.set("session.idle_minutes.lane", "15", null);
    await().atMost(LONG).until(() -> isIdleAfter(Duration.ofMinutes(15)));
    assertThat(isIdleAfter(Duration.ofMinutes(14))).isFalse();
    wire.away(true);
    till.scan(code(13), 1_000, "");
    later = Duration.ofMinutes(14);
    till.scan(code(14), 1_000, "");
    long due = due();

    later = Duration.ofMinutes(29);

    assertThatThrownBy(() -> till.scan(code(15), 1_000, ""))
        .hasMessageContaining("NOT_SIGNED_ON")
        .hasMessageNotContaining("kept");
    assertThat(till.state().emergency()).as("nobody sells").isFalse();
    till.startAlone(seller(), "");
    assertThat(due()).isEqualTo(due);
    later = Duration.ofMinutes(44);
    assertThatThrownBy(this::pay).hasMessageContaining("NOT_SIGNED_ON");
    till.startAlone(seller(), "");
    assertThat(pay().byLane()).isPresent();
    wire.away(false);
    awaitTheServer();
    settings.set("session.idle_minutes.lane", "0", null);
  }

  @Test
  void whoeverWasIdleWhenTheServerWentAwaySignsOnBeforeTheLaneSellsAlone() throws SQLException {
    Settings settings = new Settings(at.changes());
    settings.set("session.idle_minutes.lane", "15", null);
    await().atMost(LONG).until(() -> isIdleAfter(Duration.ofMinutes(15)));
    till.scan(code(13), 1_000, "");
    long due = due();
    later = Duration.ofMinutes(15);
    wire.away(true);

    await().atMost(LONG).until(() -> connection.linkState() == LinkState.AWAY);
    assertThatThrownBy(till::suspend).hasMessageContaining("EMERGENCY_ONLY_CASH");
    assertThatThrownBy(() -> till.scan(code(14), 1_000, ""))
        .as("no key before it makes him one who is there; the screen must not do it again")
        .hasMessageContaining("NOT_SIGNED_ON {kept");

    assertThat(till.state().emergency()).as("nobody sells").isFalse();
    till.startAlone(seller(), "");
    assertThat(due()).as("with the scan whose end nobody knew").isGreaterThan(due);
    assertThat(pay().byLane()).isPresent();
    wire.away(false);
    awaitTheServer();
    settings.set("session.idle_minutes.lane", "0", null);
  }

  private boolean isIdleAfter(Duration time) {
    Instant since = clock.instant();
    return absent.isIdle(since, since.plus(time));
  }

  @Test
  void whatOnlyTheShelfKnowsIsRefusedAsByTheServer() {
    till.scan(code(10), 1_000, "");
    wire.away(true);

    assertThatThrownBy(() -> till.scan("9999999999994", 1_000, ""))
        .isInstanceOf(EmergencyRefusal.class)
        .hasMessageContaining("ITEM_UNKNOWN");
    assertThatThrownBy(() -> till.scan(code(11), 1_500, "")).hasMessageContaining("QUANTITY");
    assertThatThrownBy(() -> till.payCash(1_00, payment -> {}))
        .hasMessageContaining("TENDER_SHORT");
    assertThatThrownBy(() -> till.changeQuantity(99, 1_000, ""))
        .hasMessageContaining("LINE_UNKNOWN");
    assertThat(pay().byLane()).isPresent();
    wire.away(false);
    awaitTheServer();
  }

  @Test
  void aBasketAtHandGoesOnWithTheServerWhenItIsBack() {
    till.scan(code(12), 1_000, "");
    wire.holdAnswers();
    till.scan(code(13), 1_000, ""); // done there, but its answer is lost
    till.scan(code(14), 2_000, "");
    int third = till.basket().getLines(2).getLineId();
    till.changeQuantity(third, 3_000, "");
    long alone = due();
    wire.cut();

    awaitTheServer();
    assertThat(till.basket().getLinesList())
        .extracting(line -> line.getBarcode() + " " + line.getQuantityMilli())
        .containsExactly(code(12) + " 1000", code(13) + " 1000", code(14) + " 3000");
    assertThat(due()).isEqualTo(alone);
    assertThat(pay().byServer()).isPresent();
    assertThat(salesOfThisLane("S")).isEqualTo(1);
    assertThat(salesOfThisLane("E")).isZero();
  }

  @Test
  void aBasketBegunAloneGoesOnWithTheServerToo() {
    till.scan(code(15), 1_000, "");
    wire.away(true);
    till.scan(code(15), 1_000, "");
    byLane(pay());
    till.scan(code(16), 1_000, "");
    till.scan(code(17), 1_000, "");
    till.voidLine(till.basket().getLines(0).getLineId(), "wrong", "");
    wire.away(false);

    awaitTheServer();
    assertThat(cameIn).hasSize(1);
    assertThat(till.basket().getLinesList()).hasSize(2);
    assertThat(till.basket().getTotals().getLineCount()).isEqualTo(1);
    assertThat(pay().byServer()).isPresent();
    assertThat(salesOfThisLane("S")).isEqualTo(1);
    assertThat(salesOfThisLane("E")).isEqualTo(1);
  }

  @Test
  void aLaneThatDiesMeanwhileGoesOnWithTheBasketAtHand() throws IOException {
    till.scan(code(18), 1_000, "");
    wire.away(true);
    till.scan(code(19), 2_000, "");
    long atHand = due();
    till.close();
    connection.close();

    connection = connect();
    lane = new Lane(connection);
    openAgain();
    till.startAlone(seller(), "");
    assertThat(due()).isEqualTo(atHand);
    EmergencySale sale = byLane(pay());
    assertThat(sale.request().getReceipt().getLinesList()).hasSize(2);
    wire.away(false);
    await().atMost(LONG).until(() -> cameIn.size() == 1);
    assertThat(cameIn.get(0).getDifferencesList()).isEmpty();
    assertThat(salesOfThisLane("E")).isEqualTo(1);
  }

  @Test
  void aLaneThatDiesWhileTheServerComesBackBringsTheBasketOver() throws IOException {
    till.scan(code(20), 1_000, "");
    wire.away(true);
    till.scan(code(21), 2_000, "");
    long atHand = due();
    till.close();
    connection.close();
    wire.away(false);

    connection = connect();
    lane = new Lane(connection);
    openAgain();
    lane.signOn(at.cashier(), DemoStore.CASHIER_PIN);
    till.start(seller(), "");
    awaitTheServer();
    assertThat(due()).isEqualTo(atHand);
    assertThat(till.basket().getLinesList()).hasSize(2);
    assertThat(pay().byServer()).isPresent();
    assertThat(salesOfThisLane("S")).isEqualTo(1);
  }

  @Test
  void aBasketWhoseScanNobodyKnewGoesOnWithTheServer() {
    till.scan(code(22), 1_000, "");
    wire.away(true);
    assertThatThrownBy(() -> till.scan("9999999999994", 1_000, ""))
        .hasMessageContaining("ITEM_UNKNOWN");
    assertThat(till.state().emergency()).isTrue();
    wire.away(false);

    awaitTheServer();
    assertThat(till.basket().getLinesList()).hasSize(1);
    assertThat(pay().byServer()).isPresent();
    assertThat(salesOfThisLane("S")).isEqualTo(1);
    assertThat(salesOfThisLane("E")).isZero();
  }

  @Test
  void whatTheServerDidOfAScanThatTheLaneRefusedComesToLight() throws Exception {
    till.scan(code(23), 1_000, "");
    wire.holdAnswers(); // the shelf does not hear of what is new
    shop.store()
        .server()
        .catalog()
        .write(
            List.of(
                NewItem.goods(
                    "BARU",
                    "8990000000013",
                    "Baru",
                    goods.get(0).department(),
                    goods.get(0).taxClass(),
                    5_000_00)),
            Instant.now());
    assertThatThrownBy(() -> till.scan("8990000000013", 1_000, ""))
        .hasMessageContaining("ITEM_UNKNOWN");
    wire.cut();

    awaitTheServer();
    assertThat(till.basket().getLinesList())
        .extracting(BasketLine::getBarcode)
        .containsExactly(code(23), "8990000000013");
    assertThat(pay().byServer()).isPresent();
    assertThat(salesOfThisLane("S")).isEqualTo(1);
  }

  @Test
  void whoWasToldATotalPaysItAlthoughTheServerIsBackWithAnother() throws Exception {
    wire.away(true);
    till.scan(code(24), 1_000, "");
    long told = due();
    shop.store().server().catalog().write(List.of(dearer(goods.get(24))), Instant.now());
    wire.away(false);
    await().atMost(LONG).until(() -> serverIsBack); // the next act would come back to it

    EmergencyLane.Paid paid = till.payCash(told, payment -> {});

    assertThat(byLane(paid).receipt().getTotalMinor()).isEqualTo(told);
    assertThat(byLane(paid).receipt().getChangeMinor()).isZero();
    awaitTheServer();
    assertThat(cameIn.get(0).getDifferencesList())
        .extracting(EmergencyDifference::getKind)
        .containsExactly(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_PRICE);
  }

  @Test
  void aPriceThatIsChangedReachesTheLaneWhileItSellsAndHoldsThereAlone() throws Exception {
    NewItem dearer = dearer(goods.get(40));
    long price = Objects.requireNonNull(dearer.units().get(0).priceMinor());
    shop.store().server().catalog().write(List.of(dearer), Instant.now());
    await()
        .atMost(LONG)
        .until(
            () ->
                shelf.now().search(dearer.name(), clock.instant()).stream()
                    .anyMatch(offer -> offer.getPriceMinor() == price));
    wire.away(true);

    assertThat(till.scan(code(40), 1_000, "").getPriceMinor()).isEqualTo(price);

    assertThat(pay().byLane()).isPresent();
    wire.away(false);
    awaitTheServer();
    assertThat(cameIn.get(0).getDifferencesList()).isEmpty();
  }

  private List<String> voidsOfThisLane() {
    return shop.store()
        .server()
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT CONCAT(operator.number, ' ', audit_entry.kind, ' ', amount_minor,"
                            + " ' ', reason)"
                            + " FROM audit_entry JOIN terminal USING (terminal_id)"
                            + " JOIN operator USING (operator_id)"
                            + " WHERE terminal.code = :code AND audit_entry.kind LIKE '%VOIDED'")
                    .bind("code", at.code())
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void aBasketThatIsGivenUpAloneIsAmongTheVoidsAlthoughTheLaneDies() throws IOException {
    till.scan(code(25), 1_000, "");
    wire.away(true);
    till.scan(code(25), 1_000, "");
    byLane(pay());
    till.scan(code(26), 2_000, "");
    long value = till.basket().getTotals().getLinesMinor();
    till.voidBasket("customer left", "");
    assertThat(till.basket().getLinesList()).isEmpty();
    till.close();
    connection.close();
    wire.away(false);

    connection = connect();
    lane = new Lane(connection);
    openAgain();

    await().atMost(LONG).until(() -> !voidsOfThisLane().isEmpty());
    assertThat(voidsOfThisLane())
        .containsExactly(at.cashier() + " EMERGENCY_BASKET_VOIDED " + value + " customer left");
    assertThat(salesOfThisLane("E")).isEqualTo(1);
  }

  @Test
  void aBasketThatAnotherOperatorLeavesBehindIsAmongTheVoids() throws IOException {
    till.scan(code(27), 1_000, "");
    wire.away(true);
    till.scan(code(27), 1_000, "");
    byLane(pay());
    till.scan(code(28), 1_000, "");
    long value = till.basket().getTotals().getLinesMinor();
    till.close();
    connection.close();

    connection = connect();
    lane = new Lane(connection);
    openAgain();
    var other = seller();
    till.startAlone(
        new EmergencySale.Seller(
            other.store(),
            other.terminal(),
            other.operatorNumber(),
            other.operatorName(),
            StoreConnection.newRequestId()),
        "");
    assertThat(till.basket().getLinesList()).isEmpty();
    wire.away(false);

    await().atMost(LONG).until(() -> !voidsOfThisLane().isEmpty());
    assertThat(voidsOfThisLane())
        .containsExactly(
            at.cashier()
                + " EMERGENCY_BASKET_VOIDED "
                + value
                + " left behind by another operator");
  }

  private List<String> announced() {
    return shop.store()
        .server()
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT CONCAT(last_number, ' ', waiting_minor)"
                            + " FROM emergency_announced JOIN terminal USING (terminal_id)"
                            + " WHERE code = :code")
                    .bind("code", at.code())
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void whatWaitsIsAnnouncedBeforeItIsBrought() {
    till.scan(code(29), 1_000, "");
    wire.away(true);
    till.scan(code(29), 1_000, "");
    byLane(pay());
    till.scan(code(29), 1_000, "");
    byLane(pay());
    assertThat(announced()).isEmpty();
    wire.away(false);

    awaitTheServer();
    await().atMost(LONG).until(() -> announced().equals(List.of("2 0")));
  }

  @Test
  void aLaneWithoutRoomForItsOwnReceiptAsksUntilThePaymentIsKnown() throws IOException {
    till.scan(code(30), 1_000, "");
    Files.deleteIfExists(folder.resolve("emergency.reserve"));
    Files.createDirectory(folder.resolve("emergency.reserve"));
    Files.createFile(folder.resolve("emergency.reserve/in the way"));
    wire.holdAnswers();
    CompletableFuture<EmergencyLane.Paid> paying = CompletableFuture.supplyAsync(this::pay);
    await().atMost(LONG).until(() -> connection.linkState() == LinkState.AWAY);
    wire.cut();

    assertThat(paying.join().byServer()).as("cash was taken, so it is sold").isPresent();
    assertThat(till.state().emergency()).isFalse();
    assertThat(salesOfThisLane("S")).isEqualTo(1);
  }

  @Test
  void aBasketThatWasGivenUpAloneTakesNoScanOfTheNextCustomer() {
    till.scan(code(31), 1_000, "");
    wire.away(true);
    till.scan(code(31), 1_000, "");
    till.voidBasket("customer left", "");
    serverIsBack = false;
    wire.away(false);
    await().atMost(LONG).until(() -> serverIsBack); // the next act would come back to it

    till.scan(code(32), 1_000, "");

    assertThat(till.basket().getLinesList())
        .extracting(BasketLine::getBarcode)
        .containsExactly(code(32));
    assertThat(byLane(pay()).request().getReceipt().getLinesList()).hasSize(1);
    awaitTheServer();
    assertThat(till.basket().getLinesList())
        .as("given up here, open at the server still")
        .extracting(BasketLine::getBarcode)
        .containsExactly(code(31));
    assertThat(pay().byServer()).isPresent();
  }

  @Test
  void aBasketThatWasPaidMeanwhileIsNotAtHandAnyLonger() {
    till.scan(code(33), 1_000, "");
    wire.away(true);
    till.scan(code(33), 1_000, "");

    till.start(seller(), till.basket().getBasketId());

    assertThat(till.basket().getLinesList()).isEmpty();
  }

  @Test
  void whatALaneWithoutItsShelfCannotGoOnWithIsAmongTheVoids() throws IOException {
    till.scan(code(34), 1_000, "");
    wire.away(true);
    till.scan(code(34), 1_000, "");
    byLane(pay());
    till.scan(code(35), 1_000, "");
    till.close();
    connection.close();
    Files.delete(folder.resolve("shelf.snapshot"));

    connection = connect();
    lane = new Lane(connection);
    till =
        new EmergencyLane(lane, connection, shelf(), absent, folder, clock, EmergencyNews.UNHEARD);
    till.start(seller(), "");
    assertThat(till.basket().getLinesList()).isEmpty();
    wire.away(false);

    await().atMost(LONG).until(() -> !voidsOfThisLane().isEmpty());
  }

  @Test
  void aQuestionThatTheServerDoesNotAnswerHoldsTheLaneNoLongerThanAnAct() {
    till.scan(code(36), 1_000, "");
    wire.holdAnswers();

    assertThatThrownBy(() -> till.ask(() -> lane.till().xReport()))
        .hasMessageContaining("EMERGENCY_ONLY_CASH");
    assertThat(till.state().emergency()).as("it sells by itself from now on").isTrue();
    assertThat(till.search(goods.get(38).name())).isNotEmpty();
    till.scan(code(37), 1_000, "");
    wire.cut();
    awaitTheServer();
    assertThat(till.basket().getLinesList()).hasSize(2);
    assertThat(pay().byServer()).isPresent();
  }

  @Test
  void aReceiptThatTheServerFailsAtAgainAndAgainIsSaidAndComesInOnceItIsMended() {
    wire.away(true);
    till.scan(code(38), 1_000, "");
    byLane(pay());
    isFailing = true;
    wire.away(false);

    await().atMost(LONG).until(() -> !till.state().refused().isEmpty());
    assertThat(till.state().waiting()).isEqualTo(1);
    assertThat(till.isEmergency()).as("the server answers all else").isFalse();
    till.scan(code(39), 1_000, "");
    assertThat(pay().byServer()).isPresent();
    isFailing = false;

    awaitTheServer();
    assertThat(till.state().refused()).isEmpty();
    assertThat(salesOfThisLane("E")).isEqualTo(1);
    assertThat(salesOfThisLane("S")).isEqualTo(1);
  }
}
