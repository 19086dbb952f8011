package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.customer.v1.CreateMemberRequest;
import id.lajur.customer.v1.FindMembersRequest;
import id.lajur.customer.v1.FoundMember;
import id.lajur.customer.v1.ListMembersRequest;
import id.lajur.customer.v1.ListMembersResponse;
import id.lajur.customer.v1.Member;
import id.lajur.customer.v1.MemberServiceGrpc;
import id.lajur.customer.v1.UpdateMemberRequest;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keeping members, and finding them at a lane. */
class MemberTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane office = store.lane("MANAGER");

  @AfterEach
  void leave() {
    office.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  static MemberServiceGrpc.MemberServiceBlockingStub members(TestLane who) {
    return MemberServiceGrpc.newBlockingStub(who.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(who.headers()));
  }

  private static CreateMemberRequest request(String number, String name, String phone) {
    return CreateMemberRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setMember(
            Member.newBuilder().setNumber(number).setName(name).setPhone(phone).setActive(true))
        .build();
  }

  private Member create(String number, String name, String phone) {
    return members(office).createMember(request(number, name, phone)).getMember();
  }

  private Member update(Member member) {
    return members(office)
        .updateMember(
            UpdateMemberRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setMember(member)
                .build())
        .getMember();
  }

  private List<String> found(String text) {
    return members(office)
        .findMembers(FindMembersRequest.newBuilder().setText(text).build())
        .getMembersList()
        .stream()
        .map(FoundMember::getNumber)
        .toList();
  }

  @Test
  void aMemberIsKeptWithRetailUntilSomebodyGivesAnotherLevel() {
    Member kept = create("8800010001", "Ratna Wulandari", "081234567890");

    assertThat(kept.getPriceLevel()).isEqualTo("ECERAN");
    assertThat(kept.getVersion()).isEqualTo(1);
    assertThat(kept.getSince()).matches("\\d{4}-\\d\\d-\\d\\d");

    Member changed = update(kept.toBuilder().setPhone("081234567891").build());

    assertThat(changed.getVersion()).isEqualTo(2);
    assertThat(changed.getSince()).isEqualTo(kept.getSince());
    assertThat(TestLane.outcome(() -> update(kept))).isEqualTo("MEMBER_CHANGED");
    assertThat(
            store.text(
                "SELECT after_value FROM audit_entry WHERE kind = 'MEMBER_CHANGED'"
                    + " AND after_value LIKE '8800010001 %'"))
        .isEqualTo("8800010001 ECERAN, active");
  }

  @Test
  void aLaneFindsByCardByTheEndOfThePhoneAndByName() {
    var unused = create("8800020001", "Bambang Sutrisno", "081299887766");
    Member other = create("8800020002", "Sri Bambang", "02155550123");

    assertThat(found("8800020001")).containsExactly("8800020001");
    assertThat(found("887766")).containsExactly("8800020001");
    assertThat(found("0812-9988-7766")).containsExactly("8800020001");
    assertThat(found("bambang")).containsExactly("8800020001", "8800020002");
    assertThat(found("87766")).isEmpty();
    FoundMember shown =
        members(office)
            .findMembers(FindMembersRequest.newBuilder().setText("8800020001").build())
            .getMembers(0);
    assertThat(shown.getPhoneEnd()).isEqualTo("7766");

    var unusedChange = update(other.toBuilder().setActive(false).build());

    assertThat(found("8800020002")).isEmpty();
    assertThat(found("bambang")).containsExactly("8800020001");
  }

  @Test
  void theOfficePagesThroughThemByNumber() {
    for (int i = 1; i <= 3; i++) {
      var unused = create("889" + i, "Halaman " + i, "");
    }

    ListMembersResponse first =
        members(office)
            .listMembers(
                ListMembersRequest.newBuilder().setQuery("halaman").setPageSize(2).build());
    ListMembersResponse second =
        members(office)
            .listMembers(
                ListMembersRequest.newBuilder()
                    .setQuery("halaman")
                    .setPageSize(2)
                    .setPageToken(first.getNextPageToken())
                    .build());

    assertThat(first.getMembersList())
        .extracting(Member::getNumber)
        .containsExactly("8891", "8892");
    assertThat(second.getMembersList()).extracting(Member::getNumber).containsExactly("8893");
    assertThat(second.getNextPageToken()).isEmpty();
  }

  @Test
  void whatIsWrongOrNotAllowedIsRefused() {
    CreateMemberRequest request = request("8800030001", "Dewi", "0811");
    var kept = members(office).createMember(request);

    assertThat(members(office).createMember(request)).isEqualTo(kept);
    refused("MEMBER_EXISTS", () -> create("8800030001", "Dewi", ""));
    refused("NAME_NEEDED", () -> create("8800030002", " ", ""));
    refused("PHONE_INVALID", () -> create("8800030002", "Dewi", "+62811"));
    refused("TEXT_INVALID", () -> create("", "Dewi", ""));
    refused("TEXT_INVALID", () -> found("de"));
    refused(
        "PRICE_LEVEL_UNKNOWN",
        () -> update(kept.getMember().toBuilder().setPriceLevel("NONE").build()));
    refused(
        "MEMBER_UNKNOWN",
        () -> update(kept.getMember().toBuilder().setNumber("8800039999").build()));
    try (TestLane cashier = store.lane()) {
      refused("PERMISSION_MISSING", () -> members(cashier).createMember(request("1", "A", "")));
    }
  }

  private static void refused(String reason, java.util.function.Supplier<?> act) {
    assertThat(TestLane.outcome(act)).isEqualTo(reason);
  }
}
