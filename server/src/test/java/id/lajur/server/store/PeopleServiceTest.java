package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import id.lajur.people.v1.CreateOperatorRequest;
import id.lajur.people.v1.CreateRoleRequest;
import id.lajur.people.v1.DismissOperatorRequest;
import id.lajur.people.v1.ListOperatorsRequest;
import id.lajur.people.v1.ListOperatorsResponse;
import id.lajur.people.v1.ListRolesRequest;
import id.lajur.people.v1.ListRolesResponse;
import id.lajur.people.v1.ListedOperator;
import id.lajur.people.v1.ReinstateOperatorRequest;
import id.lajur.people.v1.ResetPinRequest;
import id.lajur.people.v1.Role;
import id.lajur.people.v1.RoleLimit;
import id.lajur.people.v1.RoleLimitChange;
import id.lajur.people.v1.UnlockOperatorRequest;
import id.lajur.people.v1.UpdateOperatorRequest;
import id.lajur.people.v1.UpdateRoleRequest;
import id.lajur.server.security.Permissions;
import id.lajur.till.v1.GetXReportRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Operators and roles as a manager changes them at his desk. */
@Timeout(120)
class PeopleServiceTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final AtomicInteger numbers = new AtomicInteger(70_000);
  private static final String OWNERS =
      "active AND role_id = (SELECT role_id FROM role WHERE code = 'OWNER')";

  private final TestLane owner = desk("OWNER");
  private final TestLane manager = desk("MANAGER");

  private static TestLane desk(String role) {
    TestLane desk = store.enrolled(role);
    desk.signOn();
    return desk;
  }

  @AfterEach
  void leave() {
    owner.close();
    manager.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static CreateOperatorRequest.Builder sari() {
    return CreateOperatorRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setNumber(Integer.toString(numbers.incrementAndGet()))
        .setName("Sari")
        .setRole("CASHIER")
        .setLanguage("id")
        .setPin("836402");
  }

  private static String created(TestLane desk, CreateOperatorRequest.Builder request) {
    return TestLane.outcome(() -> ManagerCalls.people(desk).createOperator(request.build()));
  }

  private static String updated(TestLane desk, UpdateOperatorRequest.Builder request) {
    return TestLane.outcome(
        () ->
            ManagerCalls.people(desk)
                .updateOperator(request.setRequestId(TestLane.newId()).build()));
  }

  private static UpdateOperatorRequest.Builder of(String number) {
    return UpdateOperatorRequest.newBuilder().setNumber(number);
  }

  private static String dismissed(TestLane desk, String number) {
    return TestLane.outcome(() -> ManagerCalls.people(desk).dismissOperator(dismissal(number)));
  }

  private static DismissOperatorRequest dismissal(String number) {
    return DismissOperatorRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setNumber(number)
        .build();
  }

  private static String changed(TestLane desk, UpdateRoleRequest.Builder request) {
    return TestLane.outcome(
        () -> ManagerCalls.people(desk).updateRole(request.setRequestId(TestLane.newId()).build()));
  }

  private static UpdateRoleRequest.Builder role(String code) {
    return UpdateRoleRequest.newBuilder().setCode(code);
  }

  private static UpdateRoleRequest.Builder limited(String code, RoleLimit limit, long most) {
    RoleLimitChange.Builder change = RoleLimitChange.newBuilder().setLimit(limit);
    if (most >= 0) {
      change.setMost(most);
    }
    return role(code).addLimits(change);
  }

  private static ListedOperator listed(TestLane desk, String number) {
    String page = "";
    do {
      ListOperatorsResponse answer =
          ManagerCalls.people(desk)
              .listOperators(
                  ListOperatorsRequest.newBuilder().setPageSize(50).setPageToken(page).build());
      for (ListedOperator one : answer.getOperatorsList()) {
        if (one.getNumber().equals(number)) {
          return one;
        }
      }
      page = answer.getNextPageToken();
    } while (!page.isEmpty());
    throw new AssertionError("no operator " + number);
  }

  @Test
  void aNewOperatorSignsOnAtAnyLaneAndChoosesAPinOfHisOwn() {
    CreateOperatorRequest.Builder sari = sari();
    assertThat(created(manager, sari)).isEqualTo("answered");

    try (TestLane lane = store.enrolled().as(sari.getNumber())) {
      assertThat(lane.tryPin("836402").getMustChangePin()).isTrue();
      ListedOperator shown = listed(manager, sari.getNumber());
      assertThat(shown.getName()).isEqualTo("Sari");
      assertThat(shown.getRoleName()).isEqualTo("Kasir");
      assertThat(shown.getActive()).isTrue();
      assertThat(shown.getSignedOnAtList()).containsExactly(lane.terminal());
    }
  }

  @Test
  void aRequestSentTwiceMakesOneOperatorWhateverPinItSays() throws Exception {
    CreateOperatorRequest.Builder sari = sari();
    assertThat(created(manager, sari)).isEqualTo("answered");
    assertThat(created(manager, sari)).isEqualTo("answered");
    assertThat(created(manager, sari.clone().setPin("918273"))).isEqualTo("answered");
    assertThat(created(manager, sari.clone().setName("Rina"))).isEqualTo("REQUEST_REUSED");

    try (TestLane lane = store.enrolled().as(sari.getNumber())) {
      assertThat(TestLane.outcome(() -> lane.tryPin("918273"))).isEqualTo("SIGN_ON_FAILED");
      assertThat(TestLane.outcome(() -> lane.tryPin("836402"))).isEqualTo("answered");
    }
  }

  /** Of a hash over the whole request, four digits would be found by trying them all. */
  @Test
  void whatIsKeptOfARequestIsNotMadeOfItsPin() throws Exception {
    CreateOperatorRequest sari = sari().build();
    var unused = ManagerCalls.people(manager).createOperator(sari);

    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    sha.update("lajur.people.v1.PeopleService/CreateOperator".getBytes(StandardCharsets.US_ASCII));
    String withPin = HexFormat.of().withUpperCase().formatHex(sha.digest(sari.toByteArray()));
    sha.update("lajur.people.v1.PeopleService/CreateOperator".getBytes(StandardCharsets.US_ASCII));
    String without =
        HexFormat.of()
            .withUpperCase()
            .formatHex(sha.digest(sari.toBuilder().clearPin().build().toByteArray()));
    assertThat(
            store.text(
                "SELECT CONCAT(HEX(digest), '/', LENGTH(answer)) FROM request WHERE request_id ="
                    + " UNHEX(REPLACE('"
                    + sari.getRequestId()
                    + "', '-', ''))"))
        .isEqualTo(without + "/0")
        .isNotEqualTo(withPin + "/0");
  }

  @Test
  void noPinThatAManagerGivesIsInAnyLog() {
    String pin = "836402957";
    CreateOperatorRequest.Builder sari = sari().setPin(pin);
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage() + event.getThrowableProxy());
          }
        };
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    appender.setContext(root.getLoggerContext());
    appender.start();
    List<Appender<ILoggingEvent>> others = new ArrayList<>();
    root.iteratorForAppenders().forEachRemaining(others::add);
    others.forEach(root::detachAppender);
    root.addAppender(appender);
    root.setLevel(Level.TRACE);
    try {
      assertThat(created(manager, sari)).isEqualTo("answered");
      assertThat(created(manager, sari().setPin(pin).setRole("NOBODY"))).isEqualTo("ROLE_UNKNOWN");
      assertThat(pinSet(manager, sari.getNumber(), pin)).isEqualTo("answered");
    } finally {
      root.setLevel(before);
      root.detachAppender(appender);
      others.forEach(root::addAppender);
    }

    String hex = HexFormat.of().formatHex(pin.getBytes(StandardCharsets.US_ASCII));
    assertThat(lines).as("TRACE was on").isNotEmpty();
    assertThat(lines).noneMatch(line -> line.contains(pin) || line.replace(" ", "").contains(hex));
  }

  private static String pinSet(TestLane desk, String number, String pin) {
    return TestLane.outcome(
        () ->
            ManagerCalls.people(desk)
                .resetPin(
                    ResetPinRequest.newBuilder()
                        .setRequestId(TestLane.newId())
                        .setNumber(number)
                        .setPin(pin)
                        .build()));
  }

  private static Object xReport(TestLane lane) {
    return lane.till().getXReport(GetXReportRequest.getDefaultInstance());
  }

  @Test
  void aLeaverIsOutOnEveryLaneWithTheAnswerAndComesBack() throws SQLException {
    String item = store.item(1_000_00);
    try (TestLane first = store.lane();
        TestLane second = store.enrolled().as(first.operator())) {
      second.signOn();
      first.scan(item);
      first.scan(item);

      assertThat(dismissed(manager, first.operator())).isEqualTo("answered");

      assertThat(TestLane.outcome(() -> first.scan(item))).isEqualTo("NOT_SIGNED_ON");
      assertThat(TestLane.outcome(() -> second.scan(item))).isEqualTo("NOT_SIGNED_ON");
      assertThat(TestLane.outcome(() -> second.tryPin(StoreFixture.PIN)))
          .isEqualTo("SIGN_ON_FAILED");
      assertThat(listed(owner, first.operator()).getActive()).isFalse();
      assertThat(listed(owner, first.operator()).getOpenShiftAt()).isNotEmpty();

      var unused =
          ManagerCalls.people(manager)
              .reinstateOperator(
                  ReinstateOperatorRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setNumber(first.operator())
                      .build());
      first.signOn();
      first.scan(item);
      first.pay(first.cashRequest(3_000_00));
    }
  }

  @Test
  void anotherPinEndsTheSessionsThatTheOldOneOpened() {
    try (TestLane lane = store.lane()) {
      assertThat(pinSet(manager, lane.operator(), "836402")).isEqualTo("answered");

      assertThat(TestLane.outcome(() -> xReport(lane))).isEqualTo("NOT_SIGNED_ON");
      assertThat(TestLane.outcome(() -> lane.tryPin(StoreFixture.PIN))).isEqualTo("SIGN_ON_FAILED");
      assertThat(lane.tryPin("836402").getMustChangePin()).isTrue();
    }
  }

  @Test
  void whatARoleMayNoMoreIsRefusedOnEveryLaneAtItsNextScan() throws SQLException {
    String item = store.item(1_000_00);
    String code = store.role(List.of("sale.scan", "sale.pay", "till.shift"), "");
    try (TestLane first = store.lane(code);
        TestLane second = store.lane(code)) {
      for (TestLane lane : List.of(first, second)) {
        lane.scan(item);
        lane.scan(item);
      }

      assertThat(changed(manager, role(code).addRevoke("sale.scan").addGrant("till.x")))
          .isEqualTo("answered");

      assertThat(TestLane.outcome(() -> first.scan(item))).isEqualTo("PERMISSION_MISSING");
      assertThat(TestLane.outcome(() -> second.scan(item))).isEqualTo("PERMISSION_MISSING");
      assertThat(TestLane.outcome(() -> xReport(second))).isEqualTo("answered");
      first.pay(first.cashRequest(2_000_00));
      second.pay(second.cashRequest(2_000_00));
    }
  }

  @Test
  void whoGetsAnotherRoleHasItAtHisNextAct() throws SQLException {
    String item = store.item(1_000_00);
    try (TestLane lane = store.lane()) {
      lane.scan(item);

      assertThat(updated(manager, of(lane.operator()).setRole("WAREHOUSE"))).isEqualTo("answered");

      assertThat(TestLane.outcome(() -> lane.scan(item))).isEqualTo("PERMISSION_MISSING");
      assertThat(listed(manager, lane.operator()).getName()).as("it stays").startsWith("Kasir");
      assertThat(updated(manager, of(lane.operator()).setRole("CASHIER"))).isEqualTo("answered");
      lane.pay(lane.cashRequest(1_000_00));
    }
  }

  @Test
  void nobodyHandsOnWhatHeDoesNotHave() {
    try (TestLane leader = desk(store.role(List.of("people.manage", "sale.scan"), ""))) {
      String within = store.role(List.of("sale.scan"), "");
      String beyond = store.role(List.of("sale.scan", "sale.pay"), "");
      CreateOperatorRequest.Builder sari = sari().setRole(within);

      assertThat(created(leader, sari().setRole(beyond))).isEqualTo("BEYOND_OWN_RIGHTS");
      assertThat(created(leader, sari)).isEqualTo("answered");
      assertThat(updated(leader, of(sari.getNumber()).setRole(beyond)))
          .isEqualTo("BEYOND_OWN_RIGHTS");
      assertThat(changed(leader, role(within).addGrant("sale.pay"))).isEqualTo("BEYOND_OWN_RIGHTS");
      assertThat(changed(leader, role(within).addGrant("people.manage"))).isEqualTo("answered");
      assertThat(changed(leader, role(beyond).addRevoke("sale.pay")))
          .isEqualTo("BEYOND_OWN_RIGHTS");
      assertThat(roleMade(leader, "LIKE" + numbers.incrementAndGet(), "CASHIER"))
          .isEqualTo("BEYOND_OWN_RIGHTS");
      assertThat(permissions(within)).containsExactlyInAnyOrder("sale.scan", "people.manage");
      assertThat(permissions(beyond)).containsExactlyInAnyOrder("sale.scan", "sale.pay");
    }
  }

  private List<String> permissions(String code) {
    return ManagerCalls.people(owner)
        .listRoles(ListRolesRequest.getDefaultInstance())
        .getRolesList()
        .stream()
        .filter(one -> one.getCode().equals(code))
        .flatMap(one -> one.getPermissionsList().stream())
        .toList();
  }

  private static String roleMade(TestLane desk, String code, String like) {
    return TestLane.outcome(
        () ->
            ManagerCalls.people(desk)
                .createRole(
                    CreateRoleRequest.newBuilder()
                        .setRequestId(TestLane.newId())
                        .setCode(code)
                        .setName("Peran " + code)
                        .setLike(like)
                        .build()));
  }

  @Test
  void nobodyLetsOthersGoFurtherThanHeGoes() {
    String code = store.role(List.of("sale.discount"), "discount_limit_micro = 100000");

    assertThat(changed(manager, limited(code, RoleLimit.ROLE_LIMIT_DISCOUNT, 500_000)))
        .as("as far as a manager")
        .isEqualTo("answered");
    assertThat(changed(manager, limited(code, RoleLimit.ROLE_LIMIT_DISCOUNT, 500_001L)))
        .isEqualTo("BEYOND_OWN_RIGHTS");
    assertThat(changed(manager, limited(code, RoleLimit.ROLE_LIMIT_DISCOUNT, -1L)))
        .as("without limit")
        .isEqualTo("BEYOND_OWN_RIGHTS");
    assertThat(changed(manager, role(code).addGrant("sale.return")))
        .as("which the role would have without a limit")
        .isEqualTo("BEYOND_OWN_RIGHTS");
    assertThat(
            changed(
                manager,
                limited(code, RoleLimit.ROLE_LIMIT_RETURN, 100_00L).addGrant("sale.return")))
        .isEqualTo("answered");
    assertThat(changed(owner, limited(code, RoleLimit.ROLE_LIMIT_DISCOUNT, -1L)))
        .isEqualTo("answered");
    assertThat(changed(manager, role(code).addGrant("till.x")))
        .as("it goes beyond him now")
        .isEqualTo("BEYOND_OWN_RIGHTS");
  }

  /** Or a manager would give the owner a PIN that he knows, and sign on as the owner. */
  @Test
  void onlyAnOwnerMakesAnOwnerOrTouchesOne() {
    String other = desk("OWNER").operator();

    assertThat(created(manager, sari().setRole("OWNER"))).isEqualTo("BEYOND_OWN_RIGHTS");
    assertThat(updated(manager, of(manager.operator()).setRole("OWNER")))
        .isEqualTo("BEYOND_OWN_RIGHTS");
    assertThat(pinSet(manager, other, "836402")).isEqualTo("BEYOND_OWN_RIGHTS");
    assertThat(updated(manager, of(other).setName("X"))).isEqualTo("BEYOND_OWN_RIGHTS");
    assertThat(updated(manager, of(other).setRole("CASHIER"))).isEqualTo("BEYOND_OWN_RIGHTS");
    assertThat(dismissed(manager, other)).isEqualTo("BEYOND_OWN_RIGHTS");
    assertThat(unlocked(manager, other)).isEqualTo("BEYOND_OWN_RIGHTS");
    assertThat(changed(manager, role("OWNER").addRevoke("cost.read")))
        .isEqualTo("BEYOND_OWN_RIGHTS");

    assertThat(dismissed(owner, other)).isEqualTo("answered");
    assertThat(reinstated(manager, other)).isEqualTo("BEYOND_OWN_RIGHTS");
    assertThat(created(owner, sari().setRole("OWNER"))).isEqualTo("answered");
  }

  private static String unlocked(TestLane desk, String number) {
    return TestLane.outcome(
        () ->
            ManagerCalls.people(desk)
                .unlockOperator(
                    UnlockOperatorRequest.newBuilder()
                        .setRequestId(TestLane.newId())
                        .setNumber(number)
                        .build()));
  }

  private static String reinstated(TestLane desk, String number) {
    return TestLane.outcome(
        () ->
            ManagerCalls.people(desk)
                .reinstateOperator(
                    ReinstateOperatorRequest.newBuilder()
                        .setRequestId(TestLane.newId())
                        .setNumber(number)
                        .build()));
  }

  @Test
  void theOwnersRoleStaysWhatItIs() {
    assertThat(changed(owner, role("OWNER").addRevoke("people.manage"))).isEqualTo("ROLE_FIXED");
    assertThat(changed(owner, limited("OWNER", RoleLimit.ROLE_LIMIT_CASH, 0)))
        .isEqualTo("ROLE_FIXED");
    assertThat(permissions("OWNER")).containsAll(Permissions.GRANTABLE);
  }

  @Test
  void theLastOwnerStays() {
    List<Long> others =
        store.numbers(
            "SELECT operator_id FROM operator WHERE number <> '%s' AND %s"
                .formatted(owner.operator(), OWNERS));
    String ids = others.toString().replace('[', '(').replace(']', ')');
    if (!others.isEmpty()) {
      store.sql("UPDATE operator SET active = FALSE WHERE operator_id IN " + ids);
    }
    try {
      assertThat(dismissed(owner, owner.operator())).isEqualTo("LAST_OWNER");
      assertThat(updated(owner, of(owner.operator()).setRole("MANAGER"))).isEqualTo("LAST_OWNER");
      assertThat(updated(owner, of(owner.operator()).setName("Ratna"))).isEqualTo("answered");
    } finally {
      if (!others.isEmpty()) {
        store.sql("UPDATE operator SET active = TRUE WHERE operator_id IN " + ids);
      }
    }
  }

  @Test
  void ofTwoManagersWhoDismissEachOtherAtOnceOneStays() throws Exception {
    try (TestLane other = desk("MANAGER")) {
      List<String> outcomes =
          ManagerCalls.atOnce(
              store,
              List.of(
                  () -> ManagerCalls.people(manager).dismissOperator(dismissal(other.operator())),
                  () -> ManagerCalls.people(other).dismissOperator(dismissal(manager.operator()))));

      assertThat(outcomes).containsExactlyInAnyOrder("answered", "NOT_SIGNED_ON");
      assertThat(
              List.of(
                  listed(owner, manager.operator()).getActive(),
                  listed(owner, other.operator()).getActive()))
          .containsExactlyInAnyOrder(true, false);
    }
  }

  @Test
  void whoseRoleLosesTheRightMeanwhileChangesNothingMore() throws Exception {
    String code = store.role(List.of("people.manage", "sale.scan"), "");
    try (TestLane leader = desk(code)) {
      CreateOperatorRequest.Builder sari = sari().setRole(store.role(List.of("sale.scan"), ""));
      List<String> outcomes =
          ManagerCalls.atOnce(
              store,
              List.of(
                  () ->
                      ManagerCalls.people(owner)
                          .updateRole(
                              role(code)
                                  .setRequestId(TestLane.newId())
                                  .addRevoke("people.manage")
                                  .build()),
                  () -> ManagerCalls.people(leader).createOperator(sari.build())));

      assertThat(outcomes).containsExactly("answered", "PERMISSION_MISSING");
    }
  }

  @Test
  void twoManagersWhoChangeOneRoleAtOnceLoseNothingOfEachOthers() throws Exception {
    String code = store.role(List.of("sale.scan"), "");
    List<String> outcomes =
        ManagerCalls.atOnce(
            store,
            List.of(
                () ->
                    ManagerCalls.people(owner)
                        .updateRole(
                            role(code).setRequestId(TestLane.newId()).addGrant("till.x").build()),
                () ->
                    ManagerCalls.people(manager)
                        .updateRole(
                            role(code)
                                .setRequestId(TestLane.newId())
                                .addGrant("sale.suspend")
                                .build())));

    assertThat(outcomes).containsExactly("answered", "answered");
    assertThat(permissions(code)).containsExactlyInAnyOrder("sale.scan", "till.x", "sale.suspend");
  }

  @Test
  void aRoleIsChangedWholeOrNotAtAll() {
    String code = store.role(List.of("sale.scan"), "");
    long journalled = store.number("SELECT COUNT(*) FROM audit_entry");
    long rules = store.number("SELECT rules_version FROM store");

    assertThat(changed(owner, role(code).addGrant("till.x").addRevoke("no.such")))
        .isEqualTo("PERMISSION_UNKNOWN");

    assertThat(permissions(code)).containsExactly("sale.scan");
    assertThat(store.number("SELECT COUNT(*) FROM audit_entry")).isEqualTo(journalled);
    assertThat(store.number("SELECT rules_version FROM store")).isEqualTo(rules);
  }

  @Test
  void eachRefusalHasItsReasonAndChangesNothing() {
    long journalled = store.number("SELECT COUNT(*) FROM audit_entry");
    String known = manager.operator();

    assertThat(created(owner, sari().setNumber("12a"))).isEqualTo("NUMBER_INVALID");
    assertThat(created(owner, sari().setNumber(known))).isEqualTo("NUMBER_TAKEN");
    assertThat(created(owner, sari().setName(" "))).isEqualTo("NAME_NEEDED");
    assertThat(created(owner, sari().setName("x".repeat(201)))).isEqualTo("TEXT_INVALID");
    assertThat(created(owner, sari().setLanguage("jv"))).isEqualTo("LANGUAGE_UNKNOWN");
    assertThat(created(owner, sari().setRole("NOBODY"))).isEqualTo("ROLE_UNKNOWN");
    assertThat(created(owner, sari().setPin("12"))).isEqualTo("PIN_INVALID");
    assertThat(created(owner, sari().setPin("1234"))).isEqualTo("PIN_TRIVIAL");
    assertThat(created(owner, sari().setRequestId("x"))).isEqualTo("REQUEST_ID_INVALID");
    assertThat(updated(owner, of("99999990").setName("X"))).isEqualTo("OPERATOR_UNKNOWN");
    assertThat(updated(owner, of(known).setRole("NOBODY"))).isEqualTo("ROLE_UNKNOWN");
    assertThat(updated(owner, of(known).setName(""))).isEqualTo("NAME_NEEDED");
    assertThat(updated(owner, of(known).setLanguage("xx"))).isEqualTo("LANGUAGE_UNKNOWN");
    assertThat(pinSet(owner, "99999990", "836402")).isEqualTo("OPERATOR_UNKNOWN");
    assertThat(pinSet(owner, known, "0000")).isEqualTo("PIN_TRIVIAL");
    assertThat(dismissed(owner, "99999990")).isEqualTo("OPERATOR_UNKNOWN");
    assertThat(reinstated(owner, "99999990")).isEqualTo("OPERATOR_UNKNOWN");
    assertThat(unlocked(owner, "99999990")).isEqualTo("OPERATOR_UNKNOWN");
    assertThat(roleMade(owner, "CASHIER", "CASHIER")).isEqualTo("ROLE_TAKEN");
    assertThat(roleMade(owner, "kasir", "CASHIER")).isEqualTo("ROLE_CODE_INVALID");
    assertThat(roleMade(owner, "NIGHT", "NOBODY")).isEqualTo("ROLE_UNKNOWN");
    assertThat(changed(owner, role("NOBODY").addGrant("till.x"))).isEqualTo("ROLE_UNKNOWN");
    assertThat(changed(owner, role("CASHIER").addGrant("no.such"))).isEqualTo("PERMISSION_UNKNOWN");
    assertThat(changed(owner, role("CASHIER").setName(""))).isEqualTo("NAME_NEEDED");
    assertThat(changed(owner, limited("CASHIER", RoleLimit.ROLE_LIMIT_DISCOUNT, 1_000_001L)))
        .isEqualTo("LIMIT_INVALID");
    assertThat(changed(owner, limited("CASHIER", RoleLimit.ROLE_LIMIT_UNSPECIFIED, 1L)))
        .isEqualTo("LIMIT_INVALID");
    assertThat(
            TestLane.outcome(
                () ->
                    ManagerCalls.people(owner)
                        .listOperators(
                            ListOperatorsRequest.newBuilder().setPageToken("Sari").build())))
        .isEqualTo("PAGE_INVALID");
    assertThat(store.number("SELECT COUNT(*) FROM audit_entry")).isEqualTo(journalled);
  }

  @Test
  void theJournalSaysWhoChangedWhomAtWhichDesk() {
    CreateOperatorRequest.Builder sari = sari();
    assertThat(created(manager, sari)).isEqualTo("answered");
    assertThat(updated(manager, of(sari.getNumber()).setRole("SUPERVISOR"))).isEqualTo("answered");

    assertThat(
            store.text(
                """
                SELECT CONCAT(t.code, ' ', o.number, ' ', p.number, ': ', e.before_value, ' > ',
                              e.after_value)
                  FROM audit_entry e JOIN terminal t ON t.terminal_id = e.terminal_id
                  JOIN operator o ON o.operator_id = e.operator_id
                  JOIN operator p ON p.operator_id = e.line_id
                 WHERE e.kind = 'OPERATOR_CHANGED' AND p.number = '%s'"""
                    .formatted(sari.getNumber())))
        .isEqualTo(
            "%1$s %2$s %3$s: operator %3$s, role CASHIER, language id > operator %3$s, role"
                    .formatted(manager.terminal(), manager.operator(), sari.getNumber())
                + " SUPERVISOR, language id");
  }

  @Test
  void rolesAreListedWithTemplatesInTheMoneyOfTheStore() {
    ListRolesResponse roles =
        ManagerCalls.people(manager).listRoles(ListRolesRequest.getDefaultInstance());

    assertThat(roles.getPermissionsList()).isEqualTo(Permissions.GRANTABLE);
    assertThat(roles.getTemplatesList()).extracting(Role::getCode).contains("CASHIER", "OWNER");
    Role supervisor =
        roles.getTemplatesList().stream()
            .filter(one -> one.getCode().equals("SUPERVISOR"))
            .findFirst()
            .orElseThrow();
    assertThat(supervisor.getLimits().getReturnMinor()).isEqualTo(1_000_000_00L);
    assertThat(roles.getRolesList())
        .filteredOn(one -> one.getCode().equals("CASHIER"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.getPermissionsList()).contains("sale.scan");
              assertThat(one.getLimits().hasCashMinor()).isFalse();
              assertThat(one.getOperators()).isPositive();
            });
  }

  @Test
  void everybodyIsOnOnePageAndOnOneOnly() {
    List<String> all = new ArrayList<>();
    String page = "";
    do {
      ListOperatorsResponse answer =
          ManagerCalls.people(owner)
              .listOperators(
                  ListOperatorsRequest.newBuilder().setPageSize(3).setPageToken(page).build());
      assertThat(answer.getOperatorsCount()).isBetween(1, 3);
      answer.getOperatorsList().forEach(one -> all.add(one.getNumber()));
      page = answer.getNextPageToken();
    } while (!page.isEmpty());

    assertThat(all).doesNotHaveDuplicates();
    assertThat(all).hasSize((int) store.number("SELECT COUNT(*) FROM operator"));
  }
}
